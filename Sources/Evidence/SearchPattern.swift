import Matter

/// Words to be found wherever they stand, whatever divides them at a line's end.
struct SearchPattern {
  private enum Element: Hashable {
    case sign(Unicode.Scalar)
    case digit
    case any
    /// Any number of signs without a blank between them.
    case run
    /// Blanks, a line's end, or what stands for a blank in addresses; also nothing.
    case gap
  }

  /// The longest run that a `*` stands for, in signs.
  static let longestRun = 200
  /// Fewer signs than this would be found in every other word.
  static let fewestSigns = 3

  private let elements: [Element]
  /// How many elements at the beginning may stand for nothing.
  private let emptyBeginning: Int
  /// Whether it says enough to be searched for.
  let isSpecific: Bool

  /// - Parameter hasGaps: whether `#`, `?` and `*` stand for other signs.
  init(_ text: String, hasGaps: Bool) {
    var elements: [Element] = []
    for unit in SearchText(Array(text.composed.unicodeScalars)).units {
      switch unit {
      case .blank, .wrap: if let last = elements.last, last != .gap { elements.append(.gap) }
      case .sign("#") where hasGaps: elements.append(.digit)
      case .sign("?") where hasGaps: elements.append(.any)
      case .sign("*") where hasGaps: if elements.last != .run { elements.append(.run) }
      case .sign(let scalar): elements.append(.sign(scalar))
      }
    }
    if elements.last == .gap { elements.removeLast() }
    self.elements = elements
    emptyBeginning = elements.firstIndex { $0 != .run && $0 != .gap } ?? elements.count
    let count = elements.count { if case .sign = $0 { true } else { $0 == .digit } }
    isSpecific = count >= Self.fewestSigns
  }

  /// Whatever lies in any place where it is found: ranges of units in order, none touching another.
  ///
  /// One pass in which each unit is looked at once for each element, whatever stands in the text: of all ways that lead
  /// to an element the one that began first is followed, because what it covers holds what the others cover.
  func matches(in units: [SearchText.Unit]) -> [Range<Int>] {
    guard emptyBeginning < elements.count else { return [] }
    var found: [Range<Int>] = []
    var front = Front(elements: elements.count)
    for (place, unit) in units.enumerated() {
      let begins = mayBegin(unit)
      guard begins || !front.isIdle else { continue }
      if begins { begin(at: place, &front) }
      let isHyphen = unit == .sign("-") && place + 1 < units.count && units[place + 1] == .wrap
      step(over: unit, at: begins ? place : nil, isDivision: unit == .wrap || isHyphen, &front)
      if let start = front.reached[elements.count] { Self.add(start..<(place + 1), to: &found) }
      front.reached[elements.count] = nil
    }
    return found
  }

  /// Whether a match may begin with this, for the many places where none does.
  private func mayBegin(_ unit: SearchText.Unit) -> Bool {
    switch elements.first {
    case .sign(let wanted): unit == .sign(wanted)
    default: unit != .wrap && unit != .blank
    }
  }

  private static func add(_ range: Range<Int>, to found: inout [Range<Int>]) {
    var whole = range
    while let last = found.last, last.upperBound >= whole.lowerBound {
      whole = min(last.lowerBound, whole.lowerBound)..<whole.upperBound
      found.removeLast()
    }
    found.append(whole)
  }

  // MARK: The search

  /// How far matches have come.
  private struct Front {
    /// Where the earliest match began that waits for each element, or is complete; nil where there is none.
    var reached: [Int?]
    /// The same, of what the next unit brings.
    var next: [Int?]
    /// What waits in each run.
    var runs: [RunWindow]
    /// How many signs were passed, of those that count in runs.
    var signs = 0
    /// The last element that some match waits for.
    var last = -1

    var isIdle: Bool { last < 0 }

    init(elements: Int) {
      reached = Array(repeating: nil, count: elements + 1)
      next = reached
      runs = Array(repeating: RunWindow(), count: elements)
    }
  }

  /// Opens the runs with which a match may begin here.
  private func begin(at place: Int, _ front: inout Front) {
    for index in 0..<emptyBeginning where elements[index] == .run {
      front.runs[index].enter(start: place, at: front.signs)
      front.reached[index] = front.runs[index].earliest
    }
    front.last = max(front.last, emptyBeginning)
  }

  /// - Parameters:
  ///   - beginning: the place, where a match may begin with this unit.
  ///   - isDivision: whether a word may be divided by it at a line's end, with a hyphen or without.
  private func step(over unit: SearchText.Unit, at beginning: Int?, isDivision: Bool, _ front: inout Front) {
    let last = min(front.last, elements.count - 1)
    for index in 0...last {
      let waiting = front.reached[index]
      guard let start = waiting ?? (index <= emptyBeginning ? beginning : nil) else { continue }
      if accepts(elements[index], unit) {
        let target = elements[index] == .gap ? index : index + 1
        front.next[target] = Self.earliest(front.next[target], start)
      }
      // What waits in a run is kept there.
      if isDivision, elements[index] != .run, let waiting {
        front.next[index] = Self.earliest(front.next[index], waiting)
      }
    }
    if case .sign = unit, !isDivision { front.signs += 1 }
    advance(to: last + 1, endsRuns: unit == .blank, &front)
  }

  /// Whether an element takes a unit; what a run takes changes nothing about who waits in it.
  private func accepts(_ element: Element, _ unit: SearchText.Unit) -> Bool {
    switch (element, unit) {
    case (.sign(let wanted), .sign(let there)): wanted == there
    case (.digit, .sign(let there)): there.properties.numericType == .decimal
    case (.any, .sign): true
    case (.gap, .blank), (.gap, .wrap), (.gap, .sign("+")), (.gap, .sign("_")): true
    default: false
    }
  }

  /// Takes over what the unit brought, and passes on what may leave runs and gaps, which may be empty.
  private func advance(to last: Int, endsRuns: Bool, _ front: inout Front) {
    front.last = -1
    var index = 0
    var reach = last
    while index <= reach {
      var start = front.next[index]
      front.next[index] = nil
      if index < elements.count, elements[index] == .run {
        if endsRuns { front.runs[index].leave() }
        front.runs[index].expire(before: front.signs - Self.longestRun)
        if let start { front.runs[index].enter(start: start, at: front.signs) }
        start = front.runs[index].earliest
      }
      front.reached[index] = start
      if let start, index < elements.count {
        front.last = index
        if elements[index] == .run || elements[index] == .gap {
          front.next[index + 1] = Self.earliest(front.next[index + 1], start)
          reach = max(reach, index + 1)
        }
      }
      index += 1
    }
  }

  private static func earliest(_ one: Int?, _ other: Int) -> Int { one.map { min($0, other) } ?? other }
}

/// The matches that wait in a run, each until the run is too long for it; the earliest is always at hand.
private struct RunWindow {
  /// Each began later, and entered later, than the one before it; those that began later than a later one are dropped.
  private var entries: [(start: Int, signs: Int)] = []
  private var first = 0

  /// Where the earliest began.
  var earliest: Int? { first < entries.count ? entries[first].start : nil }

  mutating func enter(start: Int, at signs: Int) {
    while entries.count > first, let last = entries.last, last.start >= start { entries.removeLast() }
    entries.append((start, signs))
  }

  /// Drops what entered before so many signs.
  mutating func expire(before signs: Int) {
    while first < entries.count, entries[first].signs < signs { first += 1 }
    if first > SearchPattern.longestRun * 4 {
      entries.removeSubrange(..<first)
      first = 0
    }
  }

  /// Drops everything.
  mutating func leave() {
    entries.removeAll(keepingCapacity: true)
    first = 0
  }
}
