import Fonts
import Haru
import Typesetting

/// Encodes runs as PDF's text-showing operators: literal strings of two-byte glyph numbers, kerning and justification
/// as numbers between them.
///
/// Before the operators the face's base font is selected, and after them it is again. Glyphs it lacks come from the
/// document's supplement font of the same face, under the same numbers; which glyphs these are depends on language and
/// face alone, so that an encoded run is good for every document in that language. A face without a base subset is
/// wholly in its supplement.
public struct RunEncoder: GlyphEncoder {
  let base: [GlyphSet]

  /// Whether a face has a base font.
  func hasBase(_ face: FaceID) -> Bool { face.index < base.count && !base[face.index].isEmpty }

  /// The base glyphs of a face.
  func glyphs(of face: FaceID) -> GlyphSet { face.index < base.count ? base[face.index] : GlyphSet() }

  /// Encodes glyphs of one run.
  public func encode(_ glyphs: [GlyphRun.Glyph], face: FaceID, size: Double) -> EncodedGlyphs {
    let set = self.glyphs(of: face)
    let hasBase = hasBase(face)
    var out = PDFBuffer(capacity: glyphs.count * 4 + 64)
    var state = State()
    var beyond: [UInt16] = []
    glyphs.withUnsafeBufferPointer { glyphs in
      for place in glyphs.indices {
        let glyph = glyphs[place]
        let isBase = set.contains(glyph.id)
        if !isBase, !beyond.contains(glyph.id) { beyond.append(glyph.id) }
        state.select(supplement: hasBase && !isBase, face: face, size: size, in: &out)
        state.raise(glyph.rise, size: size, in: &out)
        state.show(glyph.id, in: &out)
        // The pen after the last glyph is where nobody looks.
        if place < glyphs.count - 1 { state.adjust(by: glyph.natural - glyph.advance, in: &out) }
      }
    }
    state.select(supplement: false, face: face, size: size, in: &out)
    state.raise(0, size: size, in: &out)
    state.close(in: &out)
    return EncodedGlyphs(bytes: out.bytes, beyondBase: beyond.sorted())
  }

  /// What has been opened and must be closed: a string in an array, an elevated baseline, the supplement font.
  private struct State {
    var isOpen = false
    var inString = false
    var isSupplement = false
    var rise: Int32 = 0

    mutating func close(in out: inout PDFBuffer) {
      guard isOpen else { return }
      if inString { out.raw(")") }
      out.raw("]TJ\n")
      isOpen = false
      inString = false
    }

    mutating func select(supplement: Bool, face: FaceID, size: Double, in out: inout PDFBuffer) {
      guard supplement != isSupplement else { return }
      close(in: &out)
      FontResource(face: face, isSupplement: supplement).writeSelection(size: size, to: &out)
      isSupplement = supplement
    }

    mutating func raise(_ wanted: Int32, size: Double, in out: inout PDFBuffer) {
      guard wanted != rise else { return }
      close(in: &out)
      out.real(Double(wanted) * size / 1000)
      out.raw(" Ts\n")
      rise = wanted
    }

    @inline(__always)
    mutating func show(_ glyph: UInt16, in out: inout PDFBuffer) {
      let opening = (isOpen ? 0 : 1, inString ? 0 : 1)
      isOpen = true
      inString = true
      out.append(atMost: 6) { place in
        var length = opening.0
        if length > 0 { place[0] = UInt8(ascii: "[") }
        if opening.1 > 0 {
          place[length] = UInt8(ascii: "(")
          length += 1
        }
        length += PDFBuffer.escape(UInt8(truncatingIfNeeded: glyph >> 8), to: place + length)
        return length + PDFBuffer.escape(UInt8(truncatingIfNeeded: glyph), to: place + length)
      }
    }

    @inline(__always)
    mutating func adjust(by amount: Int32, in out: inout PDFBuffer) {
      guard amount != 0 else { return }
      out.byte(UInt8(ascii: ")"))
      out.integer(Int(amount))
      inString = false
    }
  }
}

/// A font in the resources that all pages share.
struct FontResource {
  var face: FaceID
  var isSupplement: Bool

  /// Writes the resource's name: `/F0` for a base font, `/S0` for a supplement.
  func writeName(to out: inout PDFBuffer) {
    if isSupplement { out.raw("/S") } else { out.raw("/F") }
    out.integer(face.index)
  }

  /// Writes the operator that selects it.
  func writeSelection(size: Double, to out: inout PDFBuffer) {
    writeName(to: &out)
    out.raw(" ")
    out.real(size)
    out.raw(" Tf\n")
  }
}
