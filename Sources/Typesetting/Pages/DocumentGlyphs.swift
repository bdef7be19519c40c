import Fonts

/// The glyphs a document draws, gathered paragraph by paragraph.
struct DocumentGlyphs {
  private var bits: [[UInt64]] = []
  private var contextual = GlyphUsage()

  mutating func add(_ paragraph: SetParagraph, from library: FontLibrary) {
    for entry in paragraph.inventory {
      let face = Int(entry >> 16)
      let word = Int(entry & 0xFFFF) >> 6
      while face >= bits.count { bits.append([]) }
      if word >= bits[face].count {
        bits[face].append(contentsOf: repeatElement(0, count: word + 1 - bits[face].count))
      }
      bits[face][word] |= 1 << UInt64(entry & 63)
    }
    for source in paragraph.sources { contextual.insert(source, from: library) }
  }

  func usage(from library: FontLibrary) -> GlyphUsage {
    var usage = contextual
    for (face, words) in bits.enumerated() {
      let id = FaceID(index: face)
      for (index, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          let glyph = UInt16(truncatingIfNeeded: index << 6 | rest.trailingZeroBitCount)
          usage.insert(glyph, of: id, text: library[id].text(of: glyph) ?? "\u{FFFD}")
          rest &= rest - 1
        }
      }
    }
    return usage
  }
}
