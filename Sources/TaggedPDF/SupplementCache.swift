import Fonts

/// Supplement fonts by face and glyphs: the words set in italics or in header cells are the same in most documents.
///
/// Bounded; what a document gets is a function of its glyphs, cached or not.
struct SupplementCache {
  private struct Key: Hashable {
    var face: FaceID
    var glyphs: GlyphSet
  }
  private var fonts: [Key: EmbeddedFont] = [:]
  private let limit = 64

  mutating func font(
    of face: FaceID, glyphs: GlyphSet, library: FontLibrary, deflater: borrowing Deflater
  ) throws(FontError) -> EmbeddedFont {
    let key = Key(face: face, glyphs: glyphs)
    if let font = fonts[key] { return font }
    let font = try EmbeddedFont(face, glyphs: glyphs, library: library, deflater: deflater)
    if fonts.count >= limit { fonts.removeAll() }
    fonts[key] = font
    return font
  }
}
