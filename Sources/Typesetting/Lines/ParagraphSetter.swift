import Document
import Fonts

/// Sets paragraphs, and remembers those it set.
final class ParagraphSetter {
  /// What decides how a paragraph is set.
  private struct Key: Hashable {
    var fingerprint: UInt64
    var content: [Inline]
    var style: UInt8
    var hyphenates: Bool
    var language: LanguageTag
    var measure: Units
    var firstNote: Int
    var isLabel = false

    func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
  }

  private let resources: TypesettingResources
  let shaper: WordShaper
  private var breaker = LineBreaker()
  private var riverless = RiverlessBreaker()
  private var items = LineItems()
  /// A bit for each glyph number.
  private var seen = ContiguousArray<UInt64>(repeating: 0, count: 1024)
  private var cache: GenerationCache<Key, SetParagraph>

  init(_ resources: TypesettingResources) {
    self.resources = resources
    shaper = WordShaper(resources)
    cache = GenerationCache(limit: resources.cachedLines)
  }

  /// How many paragraphs are remembered.
  var cachedParagraphs: Int { cache.count }

  /// The paragraph, set.
  ///
  /// - Parameters:
  ///   - content: what it says.
  ///   - style: how it looks.
  ///   - language: its language.
  ///   - width: the measure, in points.
  ///   - firstNote: the number of the first footnote in it; 0 if there is none.
  func set(
    _ content: [Inline], _ style: TextStyle, _ language: LanguageTag, width: Double, firstNote: Int = 0
  ) -> SetParagraph {
    let measure = Units((width * Double(unitsPerPoint)).rounded())
    var fingerprint = Fingerprint()
    fingerprint.add(UInt64(style.id) | UInt64(firstNote) << 8 | UInt64(measure) << 32)
    fingerprint.add(language.rawValue)
    fingerprint.add(content)
    let key = Key(
      fingerprint: fingerprint.value, content: content, style: style.id, hyphenates: resources.hyphenates,
      language: language, measure: measure, firstNote: firstNote)
    if let known = cache.value(key, cost: \.lineCount) { return known }
    let paragraph = make(content, style, language, measure: measure, firstNote: firstNote)
    cache.insert(paragraph, for: key, cost: paragraph.lineCount)
    return paragraph
  }

  /// A label and the space after it, on one line.
  func label(_ text: String, _ style: TextStyle, _ language: LanguageTag) -> SetParagraph {
    let content: [Inline] = [.literal(text + " ", hyphenates: false)]
    var fingerprint = Fingerprint()
    fingerprint.add(UInt64(style.id) | 1 << 40)
    fingerprint.add(language.rawValue)
    fingerprint.add(text)
    let key = Key(
      fingerprint: fingerprint.value, content: content, style: style.id, hyphenates: false, language: language,
      measure: 0, firstNote: 0, isLabel: true)
    if let known = cache.value(key, cost: \.lineCount) { return known }
    let paragraph = make(content, style, language, measure: 1000 * unitsPerPoint, firstNote: 0, isLabel: true)
    cache.insert(paragraph, for: key, cost: 1)
    return paragraph
  }

  private func make(
    _ content: [Inline], _ style: TextStyle, _ language: LanguageTag, measure: Units, firstNote: Int,
    isLabel: Bool = false
  ) -> SetParagraph {
    var style = style
    if !resources.hyphenates, style.alignment == .justified { style.alignment = .ragged }
    var builder = ItemBuilder(shaper: shaper, style: style, firstNote: firstNote)
    builder.exchange(&items)
    builder.begin(language: language, hyphenates: style.hyphenates && resources.hyphenates)
    builder.add(content)
    builder.exchange(&items)
    let built = items
    let hyphenWidths = built.attributes.map { attributes -> Units in
      guard attributes.word.hyphenates else { return 0 }
      var word = attributes.word
      word.isFragment = true
      return shaper.word("\u{AD}", word).width * attributes.halfPoints
    }
    var emergency = false
    var points = BreakpointBuilder.breakpoints(built, measure: measure, hyphenWidths: hyphenWidths)
    if BreakpointBuilder.hasOverlong(points, measure: measure) {
      emergency = true
      points = BreakpointBuilder.breakpoints(
        built, measure: measure, hyphenWidths: hyphenWidths, emergency: true)
    }
    let settings = LineBreaker.Settings(
      measure: measure, isRagged: style.alignment != .justified,
      raggedStretch: min(40 * unitsPerPoint, max(measure / 6, unitsPerPoint)))
    var breaking = breaker.lines(points, settings)
    var (setter, starts) = setLines(built, points, breaking, style, measure, emergency, isLabel: isLabel)
    var rivers = Rivers.count(spaces: setter.spaces, scales: setter.spaceScales)
    for loosensTies in [false, true] where rivers > 0 {
      let others =
        loosensTies
        ? BreakpointBuilder.breakpoints(
          built, measure: measure, hyphenWidths: hyphenWidths, emergency: emergency, loosensTies: true) : points
      guard let other = riverless.lines(others, built, settings) else { continue }
      let again = setLines(built, others, other, style, measure, emergency)
      let left = Rivers.count(spaces: again.setter.spaces, scales: again.setter.spaceScales)
      guard left < rivers else { continue }
      rivers = left
      points = others
      breaking = other
      (setter, starts) = again
    }
    return finish(built, setter, starts, points, breaking, style)
  }

  private func setLines(
    _ items: LineItems, _ points: [Breakpoint], _ breaking: LineBreaker.Result, _ style: TextStyle, _ measure: Units,
    _ emergency: Bool, isLabel: Bool = false
  ) -> (setter: LineSetter, starts: [Int]) {
    var setter = LineSetter(
      shaper: shaper, style: style, measure: measure, items: items, emergency: emergency, encoder: resources.encoder)
    setter.keepsLastSpace = isLabel
    var starts = [0]
    var start = 0
    for end in breaking.ends {
      setter.add(from: points[start], to: points[end], isLast: end == points.count - 1)
      starts.append(setter.pieces.count)
      start = end
    }
    return (setter, starts)
  }

  private func finish(
    _ items: LineItems, _ setter: LineSetter, _ starts: [Int], _ points: [Breakpoint], _ breaking: LineBreaker.Result,
    _ style: TextStyle
  ) -> SetParagraph {
    var marks: [SetParagraph.Mark] = []
    for (item, footnote) in items.footnotes {
      let line = breaking.ends.firstIndex { points[$0].item > item } ?? max(0, breaking.ends.count - 1)
      marks.append(SetParagraph.Mark(line: line, footnote: footnote))
    }
    var missing: [SetParagraph.Missing] = []
    var sources: [ShapedText] = []
    for item in items.items where item.kind == .word {
      let word = items.words[item.word]
      for character in word.missing {
        missing.append(
          SetParagraph.Missing(character: character, node: items.attributes[item.attributes].node))
      }
      if word.needsContext { sources.append(word.source) }
    }
    return SetParagraph(
      style: style, pieces: setter.pieces, lineStarts: starts, nodes: items.nodes, marks: marks, missing: missing,
      inventory: inventory(setter.pieces), breaking: breaking, sources: sources)
  }

  /// The distinct glyphs drawn, face by face, ascending.
  private func inventory(_ pieces: [SetParagraph.Piece]) -> [UInt32] {
    var list: [UInt32] = []
    var faces: [FaceID] = []
    for piece in pieces where !faces.contains(piece.run.face) { faces.append(piece.run.face) }
    // once for all glyphs: a class's property is guarded at every access
    seen.withUnsafeMutableBufferPointer { seen in
      for face in faces.sorted() {
        var highest = -1
        for piece in pieces where piece.run.face == face {
          piece.run.glyphs.withUnsafeBufferPointer { glyphs in
            for glyph in glyphs {
              let word = Int(glyph.id >> 6)
              highest = max(highest, word)
              seen[word] |= 1 << UInt64(glyph.id & 63)
            }
          }
        }
        // the scratch bits are zero whenever nobody uses them
        for index in 0..<(highest + 1) where seen[index] != 0 {
          var rest = seen[index]
          seen[index] = 0
          while rest != 0 {
            list.append(UInt32(face.index) << 16 | UInt32(index << 6 | rest.trailingZeroBitCount))
            rest &= rest - 1
          }
        }
      }
    }
    return list
  }
}
