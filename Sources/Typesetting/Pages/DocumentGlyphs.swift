import Fonts

/// What the glyphs stand for that a document must bring fonts for, gathered paragraph by paragraph.
struct DocumentGlyphs {
  /// The face in the upper half, the glyph in the lower; with repetitions.
  private var beyondBase: [UInt32] = []
  private var contextual = GlyphUsage()

  mutating func add(_ paragraph: SetParagraph, from library: FontLibrary) {
    beyondBase += paragraph.beyondBase
    for source in paragraph.sources { contextual.insert(source, from: library) }
  }

  func usage(from library: FontLibrary) -> GlyphUsage {
    // what a context says of a glyph goes before what the font does
    var usage = contextual
    for entry in Set(beyondBase).sorted() {
      let face = FaceID(index: Int(entry >> 16))
      let glyph = UInt16(truncatingIfNeeded: entry)
      usage.insert(glyph, of: face, text: library[face].text(of: glyph) ?? "\u{FFFD}")
    }
    return usage
  }
}
