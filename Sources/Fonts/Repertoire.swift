extension FontLibrary {
  /// The glyphs the base subset of a face holds for documents in a language: a function of these two alone, never of a
  /// document or a run, so that one matter gives the same bytes alone and in any batch.
  ///
  /// - Parameters:
  ///   - language: BCP 47; only the primary language counts.
  ///   - face: a face; stand-ins have an empty base.
  public func baseRepertoire(language: String, face: FaceID) -> GlyphSet {
    guard !face.isFallback else { return GlyphSet() }
    let wanted = Repertoire.scalars(language: language, face: face)
    // asking for ligatures reads the whole face, which a document without a word in it never does
    guard !wanted.isEmpty else { return GlyphSet() }
    let source = self[face]
    var set = GlyphSet()
    for scalar in wanted.sorted(by: { $0.value < $1.value }) {
      guard let glyph = source.glyph(for: scalar) else { continue }
      set.insert(glyph, text: source.text(of: glyph) ?? String(Character(scalar)))
    }
    for ligature in source.texts.ligatures(where: wanted.contains) { set.insert(ligature.glyph, text: ligature.text) }
    return set
  }
}

/// Which characters documents in a language commonly hold.
///
/// What is not here goes into a document's supplement subset: a list too short costs a few bytes now and then, one too
/// long costs them in every document.
enum Repertoire {
  static func scalars(language: String, face: FaceID) -> Set<Unicode.Scalar> {
    let primary = String(language.prefix { $0 != "-" })
    let own = LanguageLetters.letters(of: primary)
    switch face {
    case .serif:
      // body text and the person's own words: everything on a keyboard, names of people and places
      return Set((ascii + signs + LanguageLetters.westernNames + LanguageLetters.centralNames + own).unicodeScalars)
    case .sans:
      // tables and running heads hold names too; with another script of its own, Latin ones are rare
      let names = own.unicodeScalars.contains { $0.value >= 0x370 } ? "" : LanguageLetters.westernNames
      return Set((letters + signs + names + own).unicodeScalars)
    case .serifBold:
      return Set((letters + signs + own).unicodeScalars)
    default:
      // used for a few words of a document at most: a subset of just these is smaller than any base
      return []
    }
  }

  private static let ascii = String(decoding: 0x20...0x7E as ClosedRange<UInt8>, as: UTF8.self)
  /// The part of ASCII that prose and tables use.
  private static let letters = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,;:!?'\"()/-@&"
  /// The no-break spaces and hyphens, a hyphen at a line's end, quotation marks, dashes, signs of law and measure.
  private static let signs = "\u{A0}\u{AD}\u{202F}\u{2010}\u{2011}–—‘’‚“”„‹›«»…•·§°€×"
}
