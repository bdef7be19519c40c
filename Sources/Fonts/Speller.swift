/// Compares what the glyphs of a run say by themselves with the characters they were made of.
struct Speller {
  let texts: GlyphTexts
  let characters: ArraySlice<Itemizer.Character>
  /// The UTF-8 offset after the run.
  let end: Int32
  let drawsHyphen: Bool
  let isRightToLeft: Bool

  /// The run's characters where a reader that goes by the glyphs would read others; nil where it reads the same.
  func actualText(_ glyphs: [Glyph]) -> String? {
    if !isRightToLeft, isSpelled(by: glyphs) { return nil }
    var text = ""
    for character in expected { text.unicodeScalars.append(character.scalar) }
    return text
  }

  /// The texts of glyphs that the font alone gives none: the characters of their cluster.
  func contextual(_ glyphs: [Glyph]) -> [UInt16: String] {
    var found: [UInt16: String] = [:]
    for glyph in glyphs where texts.scalar(glyph.id) == 0 && texts[glyph.id] == nil && found[glyph.id] == nil {
      let next = glyphs.lazy.map(\.cluster).filter { $0 > glyph.cluster }.min() ?? end
      var text = ""
      for character in characters where character.offset >= glyph.cluster && character.offset < next {
        text.unicodeScalars.append(character.scalar)
      }
      found[glyph.id] = text
    }
    return found
  }

  private var expected: some Sequence<Itemizer.Character> {
    let last = characters.endIndex - 1
    return characters.enumerated().lazy.filter { index, character in
      !CharacterTraits.isIgnorable(character.scalar) || (drawsHyphen && index + characters.startIndex == last)
    }.map(\.element)
  }

  private func isSpelled(by glyphs: [Glyph]) -> Bool {
    var wanted = expected.makeIterator()
    for glyph in glyphs {
      let single = texts.scalar(glyph.id)
      if single != 0 {
        guard wanted.next()?.scalar.value == single else { return false }
      } else {
        guard let text = texts[glyph.id] else { return false }
        for scalar in text.unicodeScalars where wanted.next()?.scalar != scalar { return false }
      }
    }
    return wanted.next() == nil
  }
}
