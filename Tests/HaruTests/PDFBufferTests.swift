import Testing

@testable import Haru

@Suite struct PDFBufferTests {
  static func written(_ body: (inout PDFBuffer) -> Void) -> String {
    var buffer = PDFBuffer(capacity: 1)
    body(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (-1, "-1"), (99, "99"), (100, "100"), (1_234_567_890, "1234567890"),
    (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"), (-32_767, "-32767"), (9_999, "9999"),
    (10_000, "10000"), (-9_999, "-9999"), (-10_000, "-10000"),
  ])
  func writesIntegers(value: Int, text: String) {
    #expect(Self.written { $0.integer(value) } == text)
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.5, ".5"), (-0.25, "-.25"), (595.28, "595.28"), (12.304, "12.3"), (-0.001, "0"),
    (99.999, "100"), (0.05, ".05"),
  ])
  func writesRealsShort(value: Double, text: String) {
    #expect(Self.written { $0.real(value) } == text)
  }

  @Test func writesNames() {
    #expect(Self.written { $0.name("message/rfc822".utf8) } == "/message#2Frfc822")
    #expect(Self.written { $0.name("a b#(é)".utf8) } == "/a#20b#23#28#C3#A9#29")
  }

  @Test func writesStrings() {
    #expect(Self.written { $0.string(Array("a(b)\\\r".utf8)) } == #"(a\(b\)\\\r)"#)
    #expect(Self.written { $0.text("Annex 3 (mail)") } == #"(Annex 3 \(mail\))"#)
  }

  @Test func writesOtherThanASCIIAsUTF16() {
    var buffer = PDFBuffer()
    buffer.text("ü(")
    #expect(buffer.bytes == Array(#"(\376\377"#.utf8) + [0, 0xFC, 0, 0x5C, 0x28] + Array(")".utf8))
  }

  @Test func growsWithoutLosingAnything() {
    let text = Self.written { out in for value in 0..<10_000 { out.integer(value % 10) } }
    #expect(text == String(repeating: "0123456789", count: 1_000))
  }
}
