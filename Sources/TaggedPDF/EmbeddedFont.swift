import Fonts
import Haru

/// A subset of a face, ready for any number of documents: bytes that only need references to become objects.
///
/// Type0, Identity-H, CIDFontType2 with `CIDToGIDMap` Identity (ISO 32000-1 9.7): glyph numbers are the face's own.
struct EmbeddedFont: Sendable {
  private let program: [UInt8]
  private let programLength: Int
  private let toUnicode: [UInt8]
  private let composite: [UInt8]
  private let descendant: [UInt8]
  private let descriptor: [UInt8]

  init(_ face: FaceID, glyphs: GlyphSet, library: FontLibrary, deflater: borrowing Deflater) throws(FontError) {
    let font = library[face]
    let subset = try library.subset(face, glyphs: glyphs)
    programLength = subset.count
    program = deflater.deflated(subset)
    toUnicode = deflater.deflated(ToUnicodeMap.bytes(for: glyphs))
    let name = Array("\(glyphs.tag)+\(font.postScriptName)".utf8)
    composite = Self.written { out in
      out.raw("/Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont")
      out.name(name)
    }
    descendant = Self.written { out in
      out.raw("/Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont")
      out.name(name)
      out.raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W[")
      Self.writeWidths(of: glyphs.glyphs, of: font, to: &out)
      out.raw("]")
    }
    descriptor = Self.written { out in
      let metrics = font.metrics
      out.raw("/Type/FontDescriptor/FontName")
      out.name(name)
      // Symbolic: the glyphs are named by number, not by a standard encoding.
      let isItalic = metrics.italicAngle != 0
      out.raw("/Flags ")
      out.integer(4 | (face.family == .serif ? 2 : 0) | (isItalic ? 64 : 0))
      out.raw("/ItalicAngle ")
      out.real(metrics.italicAngle)
      let numbers: [(StaticString, Int)] = [
        ("/Ascent ", metrics.ascent), ("/Descent ", metrics.descent), ("/CapHeight ", metrics.capHeight),
        ("/XHeight ", metrics.xHeight), ("/StemV ", metrics.stemV),
      ]
      for (key, value) in numbers {
        out.raw(key)
        out.integer(value)
      }
      out.raw("/FontBBox[")
      for value in [metrics.xMin, metrics.yMin, metrics.xMax, metrics.yMax] {
        out.integer(value)
        out.raw(" ")
      }
      out.raw("]")
    }
  }

  /// Adds the font to a document.
  ///
  /// - Returns: the Type0 font.
  func write(to document: inout HaruDocument) throws(HaruError) -> ObjectNumber {
    let font = try document.reserve(5)
    let (child, about) = (font.advanced(by: 1), font.advanced(by: 2))
    let (file, map) = (font.advanced(by: 3), font.advanced(by: 4))
    document.define(font) { out in
      out.raw(composite)
      out.raw("/DescendantFonts[")
      out.reference(child)
      out.raw("]/ToUnicode ")
      out.reference(map)
    }
    document.define(child) { out in
      out.raw(descendant)
      out.raw("/FontDescriptor ")
      out.reference(about)
    }
    document.define(about) { out in
      out.raw(descriptor)
      out.raw("/FontFile2 ")
      out.reference(file)
    }
    document.define(file, data: .bytes(program)) { out in
      out.raw("/Filter/FlateDecode/Length1 ")
      out.integer(programLength)
    }
    document.define(map, data: .bytes(toUnicode)) { $0.raw("/Filter/FlateDecode") }
    return font
  }

  /// Writes widths as `first [w w w]` for neighbouring glyphs (ISO 32000-1 9.7.4.3).
  private static func writeWidths(of glyphs: [UInt16], of font: FontFace, to out: inout PDFBuffer) {
    var next = -1
    for glyph in glyphs {
      if Int(glyph) == next {
        out.raw(" ")
      } else {
        if next >= 0 { out.raw("]") }
        out.integer(Int(glyph))
        out.raw("[")
      }
      out.integer(Int(font.advance(of: glyph)))
      next = Int(glyph) + 1
    }
    if next >= 0 { out.raw("]") }
  }

  private static func written(_ body: (inout PDFBuffer) -> Void) -> [UInt8] {
    var out = PDFBuffer(capacity: 1024)
    body(&out)
    return out.bytes
  }
}
