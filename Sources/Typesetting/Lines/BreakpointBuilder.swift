/// Finds every place where a line of a paragraph may end.
enum BreakpointBuilder {
  /// The paragraph's start, all places between, and its end.
  ///
  /// - Parameters:
  ///   - hyphenWidths: for each set of attributes the width of a hyphen.
  ///   - emergency: for what is longer than the measure, break between any two letters.
  ///   - loosensTies: where two longer words are held together, such as `Entscheidung 54/2024`, a line may end after
  ///     all. `Art. 21` stays whole.
  static func breakpoints(
    _ items: LineItems, measure: Units, hyphenWidths: [Units], emergency: Bool = false, loosensTies: Bool = false
  ) -> [Breakpoint] {
    var points: [Breakpoint] = []
    points.reserveCapacity(items.items.count * 3)
    var sums = Breakpoint.Sums()
    points.append(Breakpoint(end: sums, start: sums, item: 0, kind: .forced))
    // the sums before the last spaces, at which a line ends
    var visible = sums
    // whether the last point is a space after which no word has come yet
    var isPending = false
    var hasWord = false
    for index in items.items.indices {
      let item = items.items[index]
      switch item.kind {
      case .word:
        // the next line begins at its first word, however many spaces were before
        if isPending { points[points.count - 1].start = sums }
        isPending = false
        hasWord = true
        let halfPoints = items.attributes[item.attributes].halfPoints
        let isTooLong = emergency && item.width > measure
        let places = isTooLong ? items.words[index].emergencyBreaks() : item.hasBreaks ? items.words[index].breaks : []
        for (number, place) in places.enumerated() {
          var here = sums
          here.width += place.width * halfPoints
          var end = here
          let hyphen = place.kind == .hyphen ? hyphenWidths[item.attributes] : 0
          end.width += hyphen
          points.append(
            Breakpoint(
              end: end, start: here, hyphen: hyphen, penalty: place.penalty, item: index, inner: number,
              kind: place.kind))
        }
        sums.width += item.width
        visible = sums
      case .space, .tie:
        let mayEnd = item.kind == .space || emergency || (loosensTies && isLoose(index, items))
        if isPending && !mayEnd {
          points[points.count - 1].start = sums
          isPending = false
        }
        let end = visible
        sums.width += item.width
        sums.stretch += item.width / 2
        sums.shrink += item.width / 3
        if !mayEnd {
          visible = sums
        } else if hasWord && !isPending {
          let penalty = item.kind == .tie ? 800.0 : 0
          points.append(Breakpoint(end: end, start: sums, penalty: penalty, item: index, kind: .space))
          isPending = true
        }
      case .lineEnd:
        if isPending { points.removeLast() }
        points.append(Breakpoint(end: visible, start: sums, item: index, kind: .forced))
        visible = sums
        isPending = false
        hasWord = false
      }
    }
    if isPending { points.removeLast() }
    points.append(Breakpoint(end: visible, start: sums, item: items.items.count, kind: .forced))
    return points
  }

  /// Whether a space holds together two words of which the first is no abbreviation and the second no short number.
  private static func isLoose(_ index: Int, _ items: LineItems) -> Bool {
    guard index > 0, index + 1 < items.items.count, items.items[index - 1].kind == .word,
      items.items[index + 1].kind == .word
    else { return false }
    let before = items.words[items.items[index - 1].word]
    let after = items.words[items.items[index + 1].word]
    return before.bytes.count > 3 && after.bytes.count > 3 && !before.tiesToNumber && !before.startsWithDigit
  }

  /// Whether something between two places is longer than a line.
  static func hasOverlong(_ points: [Breakpoint], measure: Units, isRagged: Bool) -> Bool {
    points.withUnsafeBufferPointer { points in
      for index in 1..<points.count {
        let width = points[index].end.width - points[index - 1].start.width
        // Spaces shrink only where both edges are even.
        let shrink = isRagged ? 0 : points[index].end.shrink - points[index - 1].start.shrink
        if width - shrink > measure { return true }
      }
      return false
    }
  }
}
