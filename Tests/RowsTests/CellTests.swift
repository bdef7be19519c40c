import TestSupport
import Testing

@testable import Rows

/// Cells are looked at as bytes, and what is said of them is what their characters say.
@Suite struct CellTests {
  /// Marks that join what stands before them, blanks of every kind, a return and a line feed, which are one character.
  static let tokens = [
    " ", "a", "B", "|", "||", "\t", "\r\n", "\n", "\u{A0}", "\u{2003}", "e\u{301}", "|\u{338}", " \u{301}", "\u{600}",
    "1", "ü", ".",
    "nan", "inf", "-", "@", "://",
  ]

  static func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in random.pick(tokens) ?? "" }.joined()
  }

  @Test func wordsAreCutAtStrokes() throws {
    try withSeededRandom(count: 3000) { random in
      let text = Self.text(&random)
      #expect(text.words == text.split(separator: "|").map { String($0).trimmed }, "\(text.debugDescription)")
    }
  }

  @Test func numbersAndBlanksAreThoseOfTheStandardLibrary() throws {
    try withSeededRandom(count: 3000) { random in
      let text = Self.text(&random).trimmed
      switch ValueClass(of: text) {
      case .number: #expect(Double(text) != nil, "\(text.debugDescription)")
      case .text: #expect(Double(text) == nil && text.contains(where: \.isWhitespace), "\(text.debugDescription)")
      case .word: #expect(Double(text) == nil && !text.contains(where: \.isWhitespace), "\(text.debugDescription)")
      default: break
      }
    }
  }
}
