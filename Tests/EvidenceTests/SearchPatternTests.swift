import Testing

@testable import Evidence

/// The search for what is blacked out: as complete as a search that tries everything, and as quick as reading.
@Suite struct SearchPatternTests {
  /// A pattern in which each sign is an element, so that it can be followed without the search's own parts.
  private enum Element: Hashable {
    case sign(Unicode.Scalar), digit, any, run, gap
  }

  private struct State: Hashable {
    var element = 0
    var taken = 0
  }

  /// Whatever lies in any match, found by trying every beginning and every way through the pattern.
  private func covered(_ pattern: String, _ units: [SearchText.Unit]) -> [Bool] {
    let elements = pattern.unicodeScalars.map { scalar -> Element in
      switch scalar {
      case "#": .digit
      case "?": .any
      case "*": .run
      case " ": .gap
      default: .sign(scalar)
      }
    }
    var covered = [Bool](repeating: false, count: units.count)
    for start in units.indices {
      guard case .sign = units[start] else { continue }
      var states = closed([State()], elements)
      for place in start..<units.count {
        let isDivision = units[place] == .wrap || units[place...].starts(with: [.sign("-"), .wrap])
        var next: Set<State> = []
        for state in states where state.element < elements.count {
          next.formUnion(after(state, units[place], elements))
          if isDivision, place > start { next.insert(state) }
        }
        states = closed(next, elements)
        if states.contains(where: { $0.element == elements.count }) {
          for hidden in start...place { covered[hidden] = true }
        }
      }
    }
    return covered
  }

  private func after(_ state: State, _ unit: SearchText.Unit, _ elements: [Element]) -> [State] {
    let matched = State(element: state.element + 1)
    switch (elements[state.element], unit) {
    case (.sign(let wanted), .sign(let there)): return wanted == there ? [matched] : []
    case (.digit, .sign(let there)): return there.properties.numericType == .decimal ? [matched] : []
    case (.any, .sign): return [matched]
    case (.run, .sign):
      return state.taken < SearchPattern.longestRun ? [State(element: state.element, taken: state.taken + 1)] : []
    case (.gap, .blank), (.gap, .wrap), (.gap, .sign("+")), (.gap, .sign("_")): return [state]
    default: return []
    }
  }

  private func closed(_ states: Set<State>, _ elements: [Element]) -> Set<State> {
    var closed = states
    for state in states {
      var element = state.element
      while element < elements.count, elements[element] == .run || elements[element] == .gap {
        element += 1
        closed.insert(State(element: element))
      }
    }
    return closed
  }

  private func found(_ pattern: String, _ units: [SearchText.Unit]) -> [Bool] {
    var found = [Bool](repeating: false, count: units.count)
    var end = 0
    for range in SearchPattern(pattern, hasGaps: true).matches(in: units) {
      #expect(range.lowerBound > end || end == 0, "ranges touch or are out of order")
      end = range.upperBound
      for place in range { found[place] = true }
    }
    return found
  }

  @Test func itFindsWhatASearchOfEverythingFinds() {
    var generator = Seeded(state: 20_261_126)
    let patternSigns: [Character] = ["a", "b", "1", "#", "?", "*", " ", "-", "_"]
    let textSigns: [Character] = ["a", "a", "b", "1", " ", "\n", "-", "_", "+"]
    var matches = 0
    for _ in 0..<4_000 {
      let signs = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        patternSigns.randomElement(using: &generator) ?? "a"
      }
      // Blanks at the ends say nothing, and several blanks or runs no more than one.
      let words = String(signs).split(separator: " ").joined(separator: " ")
      let pattern = words.reduce(into: "") { if $1 != "*" || $0.last != "*" { $0.append($1) } }
      // A pattern that may stand for nothing is never searched for.
      guard pattern.contains(where: { $0 != "*" && $0 != " " }) else { continue }
      let text = String(
        (0..<Int.random(in: 0...24, using: &generator)).map { _ in
          textSigns.randomElement(using: &generator) ?? "a"
        })
      let units = SearchText(Array(text.unicodeScalars)).units
      let wanted = covered(pattern, units)
      #expect(found(pattern, units) == wanted, "pattern \(pattern) in \(text.debugDescription)")
      if wanted.contains(true) { matches += 1 }
    }
    #expect(matches > 800)
  }

  @Test func aRunIsNoLongerThanItMayBe() {
    for length in [SearchPattern.longestRun, SearchPattern.longestRun + 1] {
      let text = "abc" + String(repeating: "x", count: length) + "def"
      let units = SearchText(Array(text.unicodeScalars)).units
      #expect(found("abc*def", units).contains(true) == (length == SearchPattern.longestRun))
      #expect(found("*def", units).count { $0 } == SearchPattern.longestRun + 3)
      #expect(found("abc*", units).count { $0 } == SearchPattern.longestRun + 3)
      #expect(found("abc*def", units) == covered("abc*def", units))
    }
  }

  /// Each would take hours if every beginning or every length of a run were followed for itself.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("a*a*a*a*a*a*b", "a"), ("*a*a*?*#*a#b", "a1"), ("* * * * a b *", "a "), (">* *.49#", "\u{FF}#-\n "),
      ("aaaaaaaaaaaaaaaaaaab", "a"), ("a *a *a *a *b", "a\n"), ("* *.49\u{1}\u{4} *", "\u{7FF}-\n-\n "),
    ])
  func noPatternAndNoTextMakeItSlow(pattern: String, text: String) {
    let scalars = Array(String(repeating: text, count: 60_000 / text.unicodeScalars.count).unicodeScalars)
    let units = SearchText(scalars).units
    let ranges = SearchPattern(pattern, hasGaps: true).matches(in: units)
    #expect(ranges.allSatisfy { $0.upperBound <= units.count })
  }
}
