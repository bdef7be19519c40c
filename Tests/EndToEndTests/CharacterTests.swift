import Foundation
import TestSupport
import Testing

@Suite struct CharacterTests {
  /// A letter no font of ours or of Debian has: the face of 2023.
  static let face = "\u{1FAE8}"

  @Test func `an emoji in a name is an error that names character, code point and field`() throws {
    try Desk.with { desk in
      try desk.change("given_name: Erika", "given_name: \"Erika \(Self.face)\"")
      let outcome = try desk.draft()
      #expect(outcome.status == 65)
      #expect(outcome.errorBlocks.count == 1)
      #expect(
        outcome.errorBlocks.first?.hasPrefix(
          "error: person.given_name (line 14): holds \(Self.face) (U+1FAE8), which no installed font can show "
            + "[text.noGlyph]\nhint: ") == true, "\(outcome.errors)")
      #expect(!outcome.errors.contains("Erika"))
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test func `an emoji in a mail is shown as its code point and said`() throws {
    try Desk.with { desk in
      let mail = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/de/4-renewal.eml")
      let text = try String(contentsOf: mail, encoding: .utf8)
      let end = try #require(text.range(of: "\n\n") ?? text.range(of: "\r\n\r\n"))
      let header = text[..<end.lowerBound].replacing(/(?i)\nContent-[^\n]*(\n[ \t][^\n]*)*/, with: "")
        .replacing(/(?i)\nMIME-Version[^\n]*/, with: "")
      try desk.write(
        "mail.eml",
        header + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
          + "Thank you \(Self.face) for writing.\n")
      try desk.change("example:de/4-renewal.eml", "mail.eml")
      let outcome = try desk.draft()
      try #require(outcome.status == 0, "\(outcome.errors)")
      #expect(try desk.words().contains("Thank you [U+1FAE8] for writing."))
      let finding = outcome.errors.split(separator: "\n").first { $0.hasPrefix("note: evidence.3 ") }
      #expect(finding?.hasSuffix(" [exhibit.characters]") == true, "\(outcome.errors)")
    }
  }
}
