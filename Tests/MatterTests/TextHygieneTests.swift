import Matter
import Testing

@Suite struct TextHygieneTests {
  @Test(arguments: [
    "Erika Beispiel", "Ó Súilleabháin", "O\u{2019}Brien", "יעל", "{{name}}", "](http://x)", "<b>", "A|B", "José",
    "e\u{301}", "",
  ])
  func ordinaryTextPasses(text: String) {
    #expect(textProblems(text, kind: .line).isEmpty)
    #expect(textProblems(text, kind: .block).isEmpty)
  }

  @Test(arguments: [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0xFFFE] as [UInt32])
  func controlCharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = "ab" + String(Character(scalar)) + "c"
    for kind in [TextKind.line, .block] {
      #expect(textProblems(text, kind: kind) == [.control(scalar: value, position: 3)])
    }
  }

  @Test func lineBreaksBelongToFreeTextOnly() {
    #expect(textProblems("a\nb\r\nc\td", kind: .block).isEmpty)
    #expect(textProblems("a\nb", kind: .line) == [.control(scalar: 0x0A, position: 2)])
  }

  @Test(arguments: [0xE000, 0xF8FF, 0xF0000, 0x10FFFD] as [UInt32])
  func privateUse(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(textProblems(String(Character(scalar)), kind: .line) == [.privateUse(scalar: value, position: 1)])
  }

  @Test func neighboursOfThePrivateUseAreaPass() {
    #expect(textProblems("\u{F900}\u{D7FB}\u{EFFFD}", kind: .line).isEmpty)
  }

  @Test func lettersAreCountedAsTheReaderSeesThem() {
    #expect(textProblems(String(repeating: "é", count: 200), kind: .line).isEmpty)
    #expect(textProblems(String(repeating: "e\u{301}", count: 200), kind: .line).isEmpty)
    #expect(textProblems(String(repeating: "x", count: 201), kind: .line) == [.tooLong(letters: 201, limit: 200)])
    #expect(textProblems(String(repeating: "x", count: 300), kind: .block).isEmpty)
  }

  @Test func oneOfEachKindIsSaidAtOnce() {
    let text = "\u{1}\u{2}\u{E000}\u{E001}" + String(repeating: "x", count: 300)
    #expect(
      textProblems(text, kind: .line) == [
        .control(scalar: 1, position: 1), .privateUse(scalar: 0xE000, position: 3), .tooLong(letters: 304, limit: 200),
      ])
  }

  @Test(arguments: [
    (" a b\t", "a b"), ("\u{A0}\u{3000}ü\u{200B}", "ü"), (" \t ", ""), ("\na\n", "\na\n"), ("", ""),
  ])
  func blanksAtTheEndsGo(text: String, expected: String) { #expect(text.withoutBlanks() == expected) }

  @Test func lineEndsAtTheEndsGoToo() {
    #expect("\r\n a\n\nb \u{2028}\u{85}".withoutBlanks(andLineEnds: true) == "a\n\nb")
  }

  @Test func everyLineEndIsALineFeed() {
    #expect(Array("a\r\nb\rc\n\r\n\n".withLineFeeds.unicodeScalars) == Array("a\nb\nc\n\n\n".unicodeScalars))
  }

  /// Swift's `==` takes both forms for the same; the scalars differ.
  @Test(arguments: [("e\u{301}", "é"), ("\u{212B}", "Å"), ("a\u{327}\u{301}", "á\u{327}"), ("plain ü", "plain ü")])
  func charactersAreComposed(text: String, expected: String) {
    #expect(Array(text.composed.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [("a%20b", "a b"), ("%C3%A9%c3%A9", "éé"), ("%2", nil), ("%zz", nil), ("%FF", nil), ("é", "é")])
  func percentSignsAreRead(text: String, expected: String?) { #expect(text.percentDecoded == expected) }
}
