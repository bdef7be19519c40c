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
  private static let longestRun = 200
  /// Fewer signs than this would be found in every other word.
  static let fewestSigns = 3

  private let elements: [Element]
  /// Whether it says enough to be searched for.
  let isSpecific: Bool

  /// - Parameter hasGaps: whether `#`, `?` and `*` stand for other signs.
  init(_ text: String, hasGaps: Bool) {
    var elements: [Element] = []
    for unit in SearchText(Array(text.composed.unicodeScalars)).units {
      switch unit {
      case .blank, .wrap: if elements.last != .gap { elements.append(.gap) }
      case .sign("#") where hasGaps: elements.append(.digit)
      case .sign("?") where hasGaps: elements.append(.any)
      case .sign("*") where hasGaps: if elements.last != .run { elements.append(.run) }
      case .sign(let scalar): elements.append(.sign(scalar))
      }
    }
    self.elements = elements
    let count = elements.count { if case .sign = $0 { true } else { $0 == .digit } }
    isSpecific = count >= Self.fewestSigns
  }

  /// Where it is found: ranges of units, not overlapping.
  func matches(in units: [SearchText.Unit]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < units.count {
      if mayBegin(units[start]), let end = longestMatch(in: units, from: start) {
        found.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  /// Whether a match may begin with this, for the many places where none does.
  private func mayBegin(_ unit: SearchText.Unit) -> Bool {
    switch elements.first {
    case .sign(let wanted): unit == .sign(wanted)
    case .gap: false
    default: unit != .wrap && unit != .blank
    }
  }

  /// The end of the longest match that begins here.
  ///
  /// All ways through the pattern are followed at once, so that no text makes it slow.
  private func longestMatch(in units: [SearchText.Unit], from start: Int) -> Int? {
    // State: how many elements are matched, and how many signs the present run has taken.
    var states = closed([State(element: 0, taken: 0)])
    var (place, best): (Int, Int?) = (start, nil)
    while !states.isEmpty {
      if place > start, states.contains(where: { $0.element == elements.count }) { best = place }
      guard place < units.count else { break }
      var next: Set<State> = []
      for state in states { step(state, over: units, at: place, isFirst: place == start, into: &next) }
      states = closed(next)
      place += 1
    }
    return best
  }

  private struct State: Hashable {
    var element: Int
    var taken: Int
  }

  private func step(
    _ state: State, over units: [SearchText.Unit], at place: Int, isFirst: Bool, into next: inout Set<State>
  ) {
    let unit = units[place]
    guard state.element < elements.count else { return }
    let matched = State(element: state.element + 1, taken: 0)
    switch (elements[state.element], unit) {
    case (.sign(let wanted), .sign(let there)): if wanted == there { next.insert(matched) }
    case (.digit, .sign(let there)): if there.properties.numericType == .decimal { next.insert(matched) }
    case (.any, .sign): next.insert(matched)
    case (.run, .sign):
      if state.taken < Self.longestRun { next.insert(State(element: state.element, taken: state.taken + 1)) }
    case (.gap, .blank), (.gap, .wrap), (.gap, .sign("+")), (.gap, .sign("_")): next.insert(state)
    default: break
    }
    // A word may be divided at a line's end, with a hyphen or without.
    guard !isFirst else { return }
    if unit == .wrap { next.insert(state) }
    if unit == .sign("-"), place + 1 < units.count, units[place + 1] == .wrap { next.insert(state) }
  }

  /// With the states that are reached without a sign: runs and gaps may be empty.
  private func closed(_ states: Set<State>) -> Set<State> {
    var closed = states
    for state in states {
      var element = state.element
      while element < elements.count, elements[element] == .run || elements[element] == .gap {
        element += 1
        closed.insert(State(element: element, taken: 0))
      }
    }
    return closed
  }
}
