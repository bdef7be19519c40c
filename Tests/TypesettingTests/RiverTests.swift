import Document
import TestSupport
import Testing

@testable import Typesetting

@Suite struct RiverTests {
  @Test func threeWideSpacesAboveEachOtherAreARiver() {
    #expect(Rivers.count(spaces: [[10..<20], [15..<25], [18..<30]], scales: [1.6, 1.7, 1.8]) == 1)
    #expect(Rivers.count(spaces: [[10..<20], [15..<25]], scales: [1.6, 1.7]) == 0)
    #expect(Rivers.count(spaces: [[10..<20], [30..<40], [18..<30]], scales: [1.6, 1.7, 1.8]) == 0)
    #expect(Rivers.count(spaces: [[10..<20], [15..<25], [18..<30]], scales: [1.6, 1.5, 1.8]) == 0)
  }

  @Test(arguments: [468.0, 453, 438, 420, 408, 380, 340, 300])
  func noneInRunningText(width: Double) {
    for (text, language) in [(Texts.german, "de"), (Texts.english, "en"), (Texts.french, "fr")] {
      let words = text.split(separator: " ")
      for start in stride(from: 0, to: 40, by: 4) {
        let set = Support.paragraph(
          words.dropFirst(start).joined(separator: " "), width: width, language: .init(rawValue: language))
        #expect(Support.rivers(set) == 0, "\(width) \(start) \(Support.lines(set))")
      }
    }
  }

  /// Citations are not divided, so that little is left to choose from.
  private func cited(_ number: String) -> [Inline] {
    let words = "griechische Datenschutzbehörde (HDPA), Entscheidung\u{A0}\(number)"
    return [
      .text("Zwingende Gründe hat die Verantwortliche nicht nachgewiesen. Schweigen oder ein automatischer Text "),
      .text("ersetzt den Nachweis nicht ("),
      .link(Link(to: .uri("https://example.org"), [.text(words)], description: words)),
      .footnote(Footnote([.text("Am selben Ort.")])),
      .text(", in einem Löschungsfall, hier entsprechend); seit Eingang des Widerspruchs durfte sie die Daten nicht "),
      .text("weiter verarbeiten."),
    ]
  }

  @Test func aTieOfLongWordsGivesWayToARiver() {
    let width = PageGeometry.measure - PageGeometry.numberColumn
    let set = ParagraphSetter(Support.resources).set(cited("54/2024"), .body, "de", width: width, firstNote: 8)
    #expect(Support.rivers(set) == 0)
    let lines = Support.lines(set)
    #expect(lines[1].hasSuffix("Entscheidung\u{A0}") && lines[2].hasPrefix("54/2024"), "\(lines)")
  }

  @Test func numbersOfParagraphsNeverGiveWay() {
    for width in stride(from: 300.0, through: 460, by: 4) {
      for words in ["Art.\u{A0}2124", "article\u{A0}2124", "Rn.\u{A0}16", "paragraphe\u{A0}1", "«\u{A0}Daten"] {
        let content: [Inline] = [.text(Texts.german.replacing(" ", with: " \(words) ", maxReplacements: 30))]
        let set = ParagraphSetter(Support.resources).set(content, .body, "de", width: width)
        let text = Support.lines(set).joined(separator: "|")
        #expect(!text.contains(words.replacing("\u{A0}", with: "\u{A0}|")), "\(width)")
      }
    }
  }

  /// Among all ways to break a paragraph into lines, tried one by one, none without a river is better than the one found.
  @Test func noOtherChoiceWithoutARiverIsBetter() throws {
    // long words that no dictionary divides leave wide spaces
    var random = SeededRandom(seed: 28)
    var met = 0
    for _ in 0..<300 {
      let lengths = (0..<13).map { _ in Int.random(in: 6...13, using: &random) }
      let text = lengths.map { String("nebelkrähenfedern".prefix($0)) }.joined(separator: " ")
      let width = Double.random(in: 150...230, using: &random)
      let ways = Ways(text, width: width)
      guard let best = ways.lines.min(by: { $0.demerits < $1.demerits }), best.rivers > 0 else { continue }
      guard let least = ways.lines.filter({ $0.rivers == 0 }).map(\.demerits).min() else { continue }
      met += 1
      var breaker = RiverlessBreaker()
      let lines = breaker.lines(
        ways.points, ways.items, ways.settings, attempts: [LineBreaker.Attempt(tolerance: Ways.tolerance)])
      let found = try #require(lines)
      #expect(ways.rivers(found.ends) == 0, "\(width): \(text)")
      #expect(found.demerits <= least * (1 + 1e-9), "\(width): \(text)")
    }
    #expect(met > 10)
  }
}

/// Every way to break a text into lines none of which is worse than tolerable.
private struct Ways {
  static let tolerance = 10_000.0
  let points: [Breakpoint]
  let items: LineItems
  let settings: LineBreaker.Settings
  private(set) var lines: [(ends: [Int], demerits: Double, rivers: Int)] = []
  private var setter: LineSetter

  init(_ text: String, width: Double) {
    let shaper = WordShaper(Support.resources)
    var builder = ItemBuilder(shaper: shaper, style: .body, firstNote: 0)
    builder.begin(language: "xx", hyphenates: false)
    builder.add([.text(text)])
    let measure = Units(width) * unitsPerPoint
    items = builder.result
    points = BreakpointBuilder.breakpoints(items, measure: measure, hyphenWidths: [0])
    settings = LineBreaker.Settings(measure: measure)
    setter = LineSetter(
      shaper: shaper, style: .body, measure: measure, items: items, emergency: false, encoder: PlainEncoder())
    extend([])
  }

  private mutating func extend(_ ends: [Int]) {
    let start = ends.last ?? 0
    for end in (start + 1)..<points.count {
      let ratio = LineBreaker.ratio(from: points[start], to: points[end], settings, emergency: 0)
      guard ratio >= -1, LineBreaker.badness(ratio) <= Self.tolerance else { continue }
      if end < points.count - 1 {
        extend(ends + [end])
      } else {
        let ways = ends + [end]
        lines.append((ways, LineBreaker.cost(of: ways, points, settings).demerits, rivers(ways)))
      }
    }
  }

  /// How many rivers lines that end there have.
  func rivers(_ ends: [Int]) -> Int {
    var setter = setter
    var start = 0
    for end in ends {
      setter.add(from: points[start], to: points[end], isLast: end == points.count - 1)
      start = end
    }
    return Rivers.count(spaces: setter.spaces, scales: setter.spaceScales)
  }
}
