import Fonts
import Testing
import Typesetting

@testable import TaggedPDF

@Suite struct RunEncoderTests {
  /// Glyphs 1 to 99 are the base of the first face; the third face has none.
  static let encoder: RunEncoder = {
    var set = GlyphSet()
    for glyph in 1...99 as ClosedRange<UInt16> { set.insert(glyph, text: "x") }
    return RunEncoder(base: [set, set, GlyphSet()])
  }()

  static func encode(
    _ glyphs: [(id: UInt16, advance: Int32, rise: Int32)], face: Int = 0
  ) -> (text: String, beyond: [UInt16]) {
    let run = encoder.encode(
      glyphs.map { GlyphRun.Glyph(id: $0.id, advance: $0.advance, natural: 500, rise: $0.rise) },
      face: FaceID(index: face), size: 10)
    let text = run.bytes.map { byte in
      (0x20...0x7E).contains(byte) || byte == 0x0A ? String(UnicodeScalar(byte)) : "<\(byte)>"
    }.joined()
    return (text, run.beyondBase)
  }

  @Test func glyphsAreTwoBytesInOneString() {
    #expect(Self.encode([(1, 500, 0), (65, 500, 0)]).text == "[(<0><1><0>A)]TJ\n")
  }

  @Test func adjustmentsAreThousandthsToTheLeft() {
    // 20 narrower than drawn, then 13 wider; what follows the last glyph moves nobody
    #expect(Self.encode([(65, 480, 0), (66, 513, 0), (67, 700, 0)]).text == "[(<0>A)20(<0>B)-13(<0>C)]TJ\n")
  }

  @Test func bytesThatEndAStringAreEscaped() {
    #expect(
      Self.encode([(40, 500, 0), (41, 500, 0), (92, 500, 0), (13, 500, 0)]).text == #"[(<0>\(<0>\)<0>\\<0>\r)]TJ"#
        + "\n")
  }

  @Test func aRaisedGlyphIsRaisedAlone() {
    #expect(
      Self.encode([(65, 500, 0), (66, 500, 330), (67, 500, 0)]).text
        == "[(<0>A)]TJ\n3.3 Ts\n[(<0>B)]TJ\n0 Ts\n[(<0>C)]TJ\n")
    #expect(Self.encode([(66, 500, 330)]).text == "3.3 Ts\n[(<0>B)]TJ\n0 Ts\n")
  }

  @Test func glyphsBeyondTheBaseComeFromTheSupplement() {
    let (text, beyond) = Self.encode([(65, 490, 0), (300, 500, 0), (256, 500, 0), (300, 500, 0), (66, 500, 0)])
    #expect(text == "[(<0>A)10]TJ\n/S0 10 Tf\n[(<1>,<1><0><1>,)]TJ\n/F0 10 Tf\n[(<0>B)]TJ\n")
    #expect(beyond == [256, 300])
  }

  @Test func theBaseFontIsSelectedAgainAtTheEnd() {
    #expect(Self.encode([(300, 500, 0)]).text == "/S0 10 Tf\n[(<1>,)]TJ\n/F0 10 Tf\n")
  }

  @Test func aFaceWithoutBaseNeedsNoSwitch() {
    let (text, beyond) = Self.encode([(65, 500, 0), (300, 500, 0)], face: 2)
    #expect(text == "[(<0>A<1>,)]TJ\n")
    #expect(beyond == [65, 300])
    #expect(Self.encode([(65, 500, 0)], face: 9).text == "[(<0>A)]TJ\n")
  }

  @Test func nothingIsNothing() {
    #expect(Self.encode([]).text == "")
  }
}
