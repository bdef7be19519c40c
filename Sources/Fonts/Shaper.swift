import CHarfBuzz

/// Turns text into glyphs: HarfBuzz's OpenType shaper with kerning, ligatures, mark positioning.
///
/// Each worker has its own: it owns a buffer and a bounded cache, and is not `Sendable`. What it returns is.
///
/// A U+00AD at the very end of a text is a hyphen at a line's end: it is drawn, and is extracted as U+00AD. Elsewhere it
/// is an invitation to break that nobody accepted, and is dropped.
public final class Shaper {
  /// The faces.
  public let library: FontLibrary
  private let buffer: OpaquePointer?
  private var cache: TwoGenerationCache<Key, ShapedText>?
  private var texts: [GlyphTexts?]

  private struct Key: Hashable {
    var text: String
    var face: FaceID
    var language: TextLanguage
    var breaks: [Int]
  }

  /// Makes a shaper.
  ///
  /// - Parameters:
  ///   - library: the faces.
  ///   - cacheLimit: how many shaped texts are kept at most; 0 where the caller keeps them.
  public init(library: FontLibrary, cacheLimit: Int = 8192) {
    self.library = library
    buffer = hb_buffer_create()
    cache = cacheLimit > 0 ? TwoGenerationCache(limit: cacheLimit) : nil
    texts = Array(repeating: nil, count: library.count)
  }

  deinit { hb_buffer_destroy(buffer) }

  /// Shapes a text: a word, ordinarily, or as much as stands on one line.
  ///
  /// - Parameters:
  ///   - text: without line breaks; NFC.
  ///   - face: the face it is set in; characters it lacks come from others.
  ///   - language: the language of the text.
  ///   - ligatureBreaks: UTF-8 offsets over which no ligature may form: the points where the word may be hyphenated, as
  ///     in German `Auf|lage`.
  public func shape(
    _ text: String, face: FaceID, language: TextLanguage, ligatureBreaks: [Int] = []
  ) -> ShapedText {
    let key = Key(text: text, face: face, language: language, breaks: ligatureBreaks)
    if let shaped = cache?[key] { return shaped }
    let shaped = shapeUncached(key)
    cache?[key] = shaped
    return shaped
  }

  private func shapeUncached(_ key: Key) -> ShapedText {
    let itemizer = Itemizer(key.text, face: key.face, library: library)
    let runs = itemizer.items().map { shape($0, of: itemizer.characters, key: key) }
    return ShapedText(
      text: key.text, runs: runs, missing: itemizer.missing, isRightToLeft: itemizer.isRightToLeft)
  }

  private func shape(_ item: Item, of characters: [Itemizer.Character], key: Key) -> ShapedRun {
    let face = library[item.face]
    let start = Int(characters[item.range.lowerBound].offset)
    let end =
      item.range.upperBound < characters.count
      ? Int(characters[item.range.upperBound].offset) : key.text.utf8.count
    let drawsHyphen = end == key.text.utf8.count && characters[item.range.upperBound - 1].scalar == "\u{AD}"
    fill(item, of: characters, face: face, breaks: key.breaks, drawsHyphen: drawsHyphen)
    hb_buffer_set_script(buffer, item.script)
    hb_buffer_set_direction(buffer, item.level & 1 == 0 ? HB_DIRECTION_LTR : HB_DIRECTION_RTL)
    hb_buffer_set_language(buffer, key.language.pointer)
    hb_buffer_set_flags(
      buffer,
      hb_buffer_flags_t(
        HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES.rawValue | HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE.rawValue
          | HB_BUFFER_FLAG_BOT.rawValue | HB_BUFFER_FLAG_EOT.rawValue))
    shapeOpenType(face.font, buffer)
    var glyphs = readGlyphs(face)
    if drawsHyphen, let own = face.softHyphen, let last = glyphs.indices.last {
      glyphs[last].advance += face.advance(of: own) - glyphs[last].natural
      glyphs[last].id = own
      glyphs[last].natural = face.advance(of: own)
    }
    let speller = Speller(
      texts: texts(of: item.face), characters: characters[item.range], end: Int32(end), drawsHyphen: drawsHyphen,
      isRightToLeft: item.level & 1 == 1)
    let contextual = speller.contextual(glyphs)
    return ShapedRun(
      face: item.face, isRightToLeft: item.level & 1 == 1, range: start..<end, glyphs: glyphs,
      actualText: speller.actualText(glyphs), contextual: contextual)
  }

  private func fill(
    _ item: Item, of characters: [Itemizer.Character], face: FontFace, breaks: [Int], drawsHyphen: Bool
  ) {
    hb_buffer_clear_contents(buffer)
    for index in item.range {
      let character = characters[index]
      var scalar = character.scalar
      if index > item.range.lowerBound, breaks.contains(Int(character.offset)) {
        hb_buffer_add(buffer, 0x200C, UInt32(character.offset))  // ZWNJ, removed again with its like
      }
      let isFinalHyphen = drawsHyphen && index == item.range.upperBound - 1
      if scalar.value > 0x7F, isFinalHyphen || face.glyph(for: scalar) == nil {
        if isFinalHyphen || scalar != "\u{AD}",
          let other = CharacterTraits.substitutes(scalar).first(where: { face.glyph(for: $0) != nil })
        {
          scalar = other
        }
      }
      hb_buffer_add(buffer, scalar.value, UInt32(character.offset))
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
  }

  private func readGlyphs(_ face: FontFace) -> [Glyph] {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, nil)
    else { return [] }
    return (0..<Int(count)).map { index in
      let id = UInt16(truncatingIfNeeded: infos[index].codepoint)
      let position = positions[index]
      let flags = hb_glyph_info_get_glyph_flags(infos + index).rawValue
      return Glyph(
        id: id, advance: position.x_advance, natural: face.advance(of: id), xOffset: position.x_offset,
        yOffset: position.y_offset, cluster: Int32(truncatingIfNeeded: infos[index].cluster),
        isUnsafeToBreak: flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0)
    }
  }

  private func texts(of face: FaceID) -> GlyphTexts {
    if let known = texts[face.index] { return known }
    let known = library[face].texts
    texts[face.index] = known
    return known
  }
}
