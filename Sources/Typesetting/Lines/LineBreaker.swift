/// Breaks a paragraph into lines so that the whole of it looks best.
///
/// D. E. Knuth, M. F. Plass, "Breaking paragraphs into lines", Software: Practice and Experience 11 (1981): the
/// breakpoints are the nodes of a graph, the lines its edges, and the shortest path in *demerits* is the paragraph.
/// The buffers are kept between paragraphs.
struct LineBreaker {
  /// How a paragraph wants to be broken.
  struct Settings {
    /// The length of a line.
    var measure: Units
    /// Lines end where they end: spaces keep their width.
    var isRagged = false
    /// What a ragged line may fall short by before it counts as bad.
    var raggedStretch: Units = 40 * unitsPerPoint
    /// The shortest last line that does not look lost.
    var shortestLastLine: Units = 28 * unitsPerPoint
  }

  /// The lines that were chosen.
  struct Result: Equatable {
    /// The places of the line ends among the breakpoints.
    var ends: [Int] = []
    /// For each line, how far its spaces stretch (> 0) or shrink (< 0), 1 being as far as they should.
    var ratios: [Double] = []
    /// The total of demerits.
    var demerits: Double = 0
    /// The stretch every line was lent because the paragraph could not be broken without.
    var emergencyStretch: Units = 0
  }

  /// A way to break up to a point.
  struct Node {
    var point: Int32
    var previous: Int32
    var hyphens: Int32
    var fitness: Int32
    var ratio: Double
    var demerits: Double
  }

  /// The strictness of one attempt.
  struct Attempt {
    /// Whether words may be divided.
    var hyphenates = true
    /// The worst badness a line may have.
    var tolerance: Double
    /// The stretch that every line is lent.
    var emergencyStretch: Units = 0
  }

  /// First without hyphens and strictly, then with hyphens, then with spaces allowed to grow beyond measure.
  static let attempts = [
    Attempt(hyphenates: false, tolerance: 40), Attempt(tolerance: 150), Attempt(tolerance: 600),
    Attempt(tolerance: .infinity, emergencyStretch: 12 * unitsPerPoint),
  ]

  private static let linePenalty = 10.0
  private static let consecutiveHyphenDemerits = 12_000.0
  private static let finalHyphenDemerits = 8_000.0
  private static let fitnessDemerits = 10_000.0
  private static let shortLastLineDemerits = 6_000.0
  private static let worstBadness = 10_000.0

  private var nodes: [Node] = []
  private var active: [Int32] = []

  /// Finds the best lines: those of the first attempt that succeeds.
  ///
  /// Never a line that is too long, unless something without any breakpoint is longer than the measure.
  ///
  /// - Parameters:
  ///   - points: the paragraph's start, the places between, its end.
  ///   - settings: measure and shape.
  ///   - attempts: what justified lines may look like, strictest first.
  mutating func lines(
    _ points: [Breakpoint], _ settings: Settings, attempts: [Attempt] = LineBreaker.attempts
  ) -> Result {
    for attempt in settings.isRagged ? [Attempt(tolerance: .infinity)] : attempts {
      if let last = run(points, settings, attempt) {
        return trace(last, emergencyStretch: attempt.emergencyStretch)
      }
    }
    return Result()
  }

  /// Demerits and ratio of every line that ends at the given points: the cost of somebody else's choice.
  static func cost(of ends: [Int], _ points: [Breakpoint], _ settings: Settings) -> Result {
    var result = Result()
    var node = Node(point: 0, previous: -1, hyphens: 0, fitness: 1, ratio: 0, demerits: 0)
    for end in ends {
      let ratio = self.ratio(from: points[Int(node.point)], to: points[end], settings, emergency: 0)
      let (demerits, fitness) = step(
        node, points[end], ratio: ratio, badness: badness(ratio), isLast: end == points.count - 1,
        length: points[end].end.width - points[Int(node.point)].start.width, settings)
      let hyphens = points[end].isFlagged ? node.hyphens + 1 : 0
      node = Node(
        point: Int32(end), previous: -1, hyphens: hyphens, fitness: fitness, ratio: ratio,
        demerits: node.demerits + demerits)
      result.ends.append(end)
      result.ratios.append(ratio)
    }
    result.demerits = node.demerits
    return result
  }

  private mutating func run(_ points: [Breakpoint], _ settings: Settings, _ attempt: Attempt) -> Int? {
    nodes.removeAll(keepingCapacity: true)
    active.removeAll(keepingCapacity: true)
    nodes.append(Node(point: 0, previous: -1, hyphens: 0, fitness: 1, ratio: 0, demerits: 0))
    active.append(0)
    let isFinal = attempt.tolerance == .infinity
    let end = points.count - 1
    return points.withUnsafeBufferPointer { points in
      for index in 1..<points.count {
        let point = points[index]
        if point.kind == .hyphen && !attempt.hyphenates { continue }
        // the best predecessor for each of the four fitness classes
        var best = (Double.infinity, Double.infinity, Double.infinity, Double.infinity)
        var from: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
        var ratios = (0.0, 0.0, 0.0, 0.0)
        var kept = 0
        for position in 0..<active.count {
          let id = active[position]
          let node = nodes[Int(id)]
          let start = points[Int(node.point)]
          let ratio = Self.ratio(from: start, to: point, settings, emergency: attempt.emergencyStretch)
          let isOverfull = ratio < -1
          // without its hyphen the next part of the word may still fit
          let isHopeless =
            isOverfull
            && point.end.width - point.hyphen - start.start.width
              - (point.end.shrink - start.start.shrink) > settings.measure
          let isLastHope =
            isFinal && isHopeless && kept == 0 && position == active.count - 1
            && best.0 == .infinity && best.1 == .infinity && best.2 == .infinity && best.3 == .infinity
          if !isOverfull || isLastHope {
            let badness = isOverfull ? Self.worstBadness * 100 : Self.badness(ratio)
            if badness <= attempt.tolerance {
              let (step, fitness) = Self.step(
                node, point, ratio: ratio, badness: badness, isLast: index == end,
                length: point.end.width - start.start.width, settings)
              let total = node.demerits + step
              switch fitness {
              case 0: if total < best.0 { best.0 = total; from.0 = id; ratios.0 = ratio }
              case 1: if total < best.1 { best.1 = total; from.1 = id; ratios.1 = ratio }
              case 2: if total < best.2 { best.2 = total; from.2 = id; ratios.2 = ratio }
              default: if total < best.3 { best.3 = total; from.3 = id; ratios.3 = ratio }
              }
            }
          }
          if !isHopeless && point.kind != .forced {
            active[kept] = id
            kept += 1
          }
        }
        active.removeLast(active.count - kept)
        let least = min(min(best.0, best.1), min(best.2, best.3))
        if least < .infinity {
          // a class whose best is worse than the best of all plus the cost of a jump can never win
          let limit = least + Self.fitnessDemerits
          func add(_ demerits: Double, _ id: Int32, _ ratio: Double, _ fitness: Int32) {
            guard id >= 0, demerits <= limit else { return }
            let hyphens = point.isFlagged ? nodes[Int(id)].hyphens + 1 : 0
            active.append(Int32(nodes.count))
            nodes.append(
              Node(
                point: Int32(index), previous: id, hyphens: hyphens, fitness: fitness, ratio: ratio,
                demerits: demerits))
          }
          add(best.0, from.0, ratios.0, 0)
          add(best.1, from.1, ratios.1, 1)
          add(best.2, from.2, ratios.2, 2)
          add(best.3, from.3, ratios.3, 3)
        }
        if active.isEmpty { return nil }
      }
      return active.map { Int($0) }.min { nodes[$0].demerits < nodes[$1].demerits }
    }
  }

  private func trace(_ last: Int, emergencyStretch: Units) -> Result {
    var result = Result(demerits: nodes[last].demerits, emergencyStretch: emergencyStretch)
    var id = last
    while nodes[id].previous >= 0 {
      result.ends.append(Int(nodes[id].point))
      result.ratios.append(nodes[id].ratio)
      id = Int(nodes[id].previous)
    }
    result.ends.reverse()
    result.ratios.reverse()
    return result
  }

  @inline(__always)
  static func ratio(
    from start: Breakpoint, to end: Breakpoint, _ settings: Settings, emergency: Units
  ) -> Double {
    let missing = settings.measure - (end.end.width - start.start.width)
    if missing < 0 {
      let shrink = settings.isRagged ? 0 : end.end.shrink - start.start.shrink
      return shrink > 0 ? Double(missing) / Double(shrink) : -.infinity
    }
    if end.kind == .forced || missing == 0 { return 0 }
    let stretch = settings.isRagged ? settings.raggedStretch : end.end.stretch - start.start.stretch + emergency
    return stretch > 0 ? Double(missing) / Double(stretch) : 100
  }

  @inline(__always)
  static func badness(_ ratio: Double) -> Double {
    let size = abs(ratio)
    return min(worstBadness, 100 * size * size * size)
  }

  /// The demerits of one line after what came before it, and its fitness class.
  @inline(__always)
  static func step(
    _ node: Node, _ point: Breakpoint, ratio: Double, badness: Double, isLast: Bool, length: Units,
    _ settings: Settings
  ) -> (demerits: Double, fitness: Int32) {
    let fitness: Int32 = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    var demerits = (linePenalty + badness) * (linePenalty + badness)
    demerits += point.penalty * point.penalty
    if point.isFlagged && node.hyphens > 0 {
      demerits += consecutiveHyphenDemerits * Double(node.hyphens * node.hyphens)
    }
    if abs(fitness - node.fitness) > 1 { demerits += fitnessDemerits }
    if isLast && node.previous >= 0 || isLast && node.point > 0 {
      if node.hyphens > 0 { demerits += finalHyphenDemerits }
      if length < settings.shortestLastLine { demerits += shortLastLineDemerits }
    }
    return (demerits, fitness)
  }
}
