import Document
import Fonts
import Hyphenation

/// What setting type needs and never changes: fonts, hyphenation, the encoder.
///
/// Built once, shared by all workers.
public struct TypesettingResources: Sendable {
  /// The faces.
  public let fonts: FontLibrary
  /// The hyphenation of each language by its tag, such as `de`, or `en-GB` where a variant differs.
  public let hyphenators: [LanguageTag: HyphenationDictionary]
  /// Turns glyphs into what the format shows text with.
  public let encoder: any GlyphEncoder
  /// Whether words may be divided at all.
  public let hyphenates: Bool
  /// How many shaped words a worker remembers at most, in each of two generations.
  public let cachedWords: Int
  /// How many set lines a worker remembers at most, in each of two generations.
  public let cachedLines: Int

  /// Takes the resources.
  ///
  /// - Parameters:
  ///   - fonts: the faces.
  ///   - hyphenators: by language; a language without one is set ragged and undivided.
  ///   - encoder: the writer's.
  ///   - hyphenates: false sets everything ragged and undivided.
  ///   - cachedWords: bound of each worker's memory of words.
  ///   - cachedLines: bound of each worker's memory of paragraphs, in lines.
  public init(
    fonts: FontLibrary, hyphenators: [LanguageTag: HyphenationDictionary], encoder: any GlyphEncoder,
    hyphenates: Bool = true,
    cachedWords: Int = 3072, cachedLines: Int = 1024
  ) {
    self.fonts = fonts
    self.hyphenators = hyphenators
    self.encoder = encoder
    self.hyphenates = hyphenates
    self.cachedWords = cachedWords
    self.cachedLines = cachedLines
  }

  /// Whether words of a language are divided; where they are not, no line is stretched to the margin either.
  func divides(_ language: LanguageTag) -> Bool { hyphenates && hyphenator(for: language) != nil }

  /// The hyphenation of a language, or of the language it is a variant of.
  func hyphenator(for language: LanguageTag) -> HyphenationDictionary? {
    hyphenators[language] ?? hyphenators[LanguageTag(rawValue: language.primary)]
  }
}
