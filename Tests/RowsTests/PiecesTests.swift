import Matter
import TestSupport
import Testing

@testable import Rows

/// Rows are the same whatever stands in them and wherever a piece of the file ends.
@Suite struct PiecesTests {
  /// What became of some bytes.
  struct Outcome: Equatable {
    var rows: [Row] = []
    var fault: TableFault?
    var brokenRow: Int?
  }

  static func outcome(_ pieces: [[UInt8]], separator: UInt8) throws -> Outcome {
    let parser = try CSVParser(separator: separator)
    var outcome = Outcome()
    do throws(TableFault) {
      for piece in pieces {
        outcome.rows += try parser.parse(piece)
        if let row = parser.brokenRow { return Outcome(brokenRow: row) }
      }
      outcome.rows += try parser.finish()
      if let row = parser.brokenRow { return Outcome(brokenRow: row) }
    } catch {
      return Outcome(fault: error)
    }
    return outcome
  }

  static func pieces(_ bytes: [UInt8], using random: inout SeededRandom) -> [[UInt8]] {
    var (pieces, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bytes[...])
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...40, using: &random))
      pieces.append(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }

  /// `\u{1}` stands for a byte that is no character and `\u{2}` for the two halves of a letter in two cells.
  static let tokens = [
    "\"", "\"\"", ",", ",", ";", "\t", "|", "\r", "\n", "\r\n", " ", "a", "b c", "ü", "😀", "\",\"", "\"\r\n", "\n\"",
    "\" ,",
    "a cell that is longer than what is looked at together", "\u{1}", "\u{2}",
  ]

  @Test(arguments: [",", ";", "\t", "|", " ", "\u{E9}"])
  func piecesGiveTheRowsOfTheWhole(separator: Character) throws {
    // In Latin-1 the last one is a byte that in UTF-8 is part of a letter.
    let separator = UInt8(separator.unicodeScalars.first?.value ?? 0x2C)
    try withSeededRandom(count: 3000) { random in
      var bytes: [UInt8] = []
      // Rows without anything strange are what most tables hold: every other table has only few marks.
      let tokens = Bool.random(using: &random) ? Self.tokens : Self.tokens.filter { !$0.contains("\"") && $0 > "\u{2}" }
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        switch tokens.randomElement(using: &random) ?? "" {
        case "\u{1}": if Int.random(in: 0..<20, using: &random) == 0 { bytes.append(0xFF) }
        case "\u{2}": if Int.random(in: 0..<20, using: &random) == 0 { bytes += [0xC3, separator, 0xA4] }
        case let token: bytes += token == "," ? [separator] : Array(token.utf8)
        }
      }
      let pieces = Self.pieces(bytes, using: &random)
      let whole = try Self.outcome([bytes], separator: separator)
      #expect(try Self.outcome(pieces, separator: separator) == whole)
    }
  }

  @Test func whatIsSoundIsWhatTheStandardLibrarySays() throws {
    let parts: [[UInt8]] = [
      [0x61], [0xC3, 0xA4], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xC3], [0xA4], [0xC0, 0x80],
      [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xFF], Array("eight signs".utf8),
    ]
    try withSeededRandom(count: 3000) { random in
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in parts.randomElement(using: &random) ?? []
      }
      #expect(TableDecoder.isUTF8(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }
}
