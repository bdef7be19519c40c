import Document
import Fonts
import Hyphenation

/// Makes words of bytes: hyphenated, divided, shaped, and remembered.
final class WordShaper {
  private let resources: TypesettingResources
  private let shaper: Shaper
  private var cache: WordCache
  private var languages: [Language] = []

  private struct Language {
    var tag: LanguageTag
    var text: TextLanguage
    var hyphenator: HyphenationDictionary?
  }

  init(_ resources: TypesettingResources) {
    self.resources = resources
    // words are remembered here, with where they may be divided
    shaper = Shaper(library: resources.fonts, cacheLimit: 0)
    cache = WordCache(limit: resources.cachedWords)
  }

  /// How many words are remembered.
  var cachedWords: Int { cache.count }

  /// The small number of a language.
  func number(of language: LanguageTag) -> UInt8 {
    for (index, known) in languages.enumerated() where known.tag == language { return UInt8(index) }
    guard languages.count < 255 else { return 0 }
    languages.append(
      Language(
        tag: language, text: TextLanguage(language.rawValue), hyphenator: resources.hyphenator(for: language)))
    return UInt8(languages.count - 1)
  }

  /// The word of some UTF-8 bytes.
  @inline(__always)
  func word(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: ShapedWord.Attributes) -> ShapedWord {
    let packed = attributes.packed
    let hash = WordCache.hash(bytes, packed)
    if let word = cache.word(bytes, packed, hash: hash) { return word }
    let word = make(bytes, attributes)
    cache.insert(word, hash: hash)
    return word
  }

  /// The word of a string.
  func word(_ text: String, _ attributes: ShapedWord.Attributes) -> ShapedWord {
    var text = text
    return text.withUTF8 { word($0, attributes) }
  }

  /// A part of a divided word, shaped anew because no kerning and no ligature reaches over the break.
  ///
  /// - Parameters:
  ///   - word: the whole.
  ///   - start: the break before the part; nil at the word's start.
  ///   - end: the break after it; nil at the word's end. A hyphen there is drawn and extracted as U+00AD.
  func fragment(_ word: ShapedWord, from start: ShapedWord.Break?, to end: ShapedWord.Break?) -> ShapedWord {
    var from = start?.offset ?? 0
    var to = end?.offset ?? word.bytes.count
    var bytes: [UInt8] = []
    if let replacement = start?.replacement {
      bytes += replacement.after.utf8
      from = max(from, replacement.range.upperBound)
    }
    if let replacement = end?.replacement { to = min(to, replacement.range.lowerBound) }
    if from < to { bytes += word.bytes[from..<to] }
    if let replacement = end?.replacement { bytes += replacement.before.utf8 }
    // an invitation that is accepted is drawn once
    if end?.kind == .hyphen && !bytes.suffix(2).elementsEqual([0xC2, 0xAD]) { bytes += [0xC2, 0xAD] }
    var attributes = word.attributes
    attributes.isFragment = true
    return bytes.withUnsafeBufferPointer { self.word($0, attributes) }
  }

  private func make(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: ShapedWord.Attributes) -> ShapedWord {
    let text = String(decoding: bytes, as: UTF8.self)
    let language = languages[Int(attributes.language)]
    var places: [BreakOpportunities.Place] = []
    if !attributes.isFragment && bytes.count > 3 {
      places = self.places(text, hyphenator: attributes.hyphenates ? language.hyphenator : nil)
    }
    let ligatureBreaks = places.filter { $0.kind == .hyphen }.map(\.offset)
    let shaped = shaper.shape(
      text, face: attributes.face, language: language.text, ligatureBreaks: ligatureBreaks)
    return ShapedWord(bytes: Array(bytes), attributes: attributes, shaped: shaped, breaks: places)
  }

  private func places(_ text: String, hyphenator: HyphenationDictionary?) -> [BreakOpportunities.Place] {
    let opportunities = BreakOpportunities(text)
    let invited = opportunities.invited
    if opportunities.isToken { return (invited + opportunities.address).sorted { $0.offset < $1.offset } }
    var places = invited + opportunities.dashes
    // a word that says itself where it may be divided is divided nowhere else
    if let hyphenator, invited.isEmpty {
      let letters = Letters(text)
      for point in hyphenator.points(in: text)
      where letters.count(before: point.offset) >= 2 && letters.count(from: point.offset) >= letters.fewestLast {
        guard !places.contains(where: { abs($0.offset - point.offset) < 2 }) else { continue }
        // two letters alone are little to read at a line's end
        let penalty = BreakOpportunities.hyphenPenalty * (letters.count(before: point.offset) < 3 ? 1.6 : 1)
        var place = BreakOpportunities.Place(point.offset, .hyphen, penalty)
        place.replacement = point.replacement
        places.append(place)
      }
    }
    return places.sorted { $0.offset < $1.offset }
  }
}

/// Counts the letters of a word around a place in its bytes: a letter beyond ASCII has several.
private struct Letters {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The fewest letters on the next line: Greek and Cyrillic words end in syllables of two, as TeX's patterns for them expect.
  var fewestLast: Int { bytes.contains { (0xCD...0xD4).contains($0) } ? 2 : 3 }

  func count(before offset: Int) -> Int { bytes.prefix(offset).count { $0 & 0xC0 != 0x80 } }

  func count(from offset: Int) -> Int { bytes.dropFirst(offset).count { $0 & 0xC0 != 0x80 } }
}
