import Document
import Fonts

/// Sets paragraphs, and remembers those it set.
final class ParagraphSetter {
  private let resources: TypesettingResources
  let shaper: WordShaper
  private var breaker = LineBreaker()
  private var riverless = RiverlessBreaker()
  private var items = LineItems()
  private var cache: ParagraphCache
  /// Numbers and list labels: few, and asked for at every paragraph.
  private var labels: FingerprintTable<Label>

  private final class Label {
    let text: String
    let style: UInt8
    let language: LanguageTag
    let paragraph: SetParagraph

    init(_ text: String, _ style: UInt8, _ language: LanguageTag, _ paragraph: SetParagraph) {
      self.text = text
      self.style = style
      self.language = language
      self.paragraph = paragraph
    }
  }

  init(_ resources: TypesettingResources) {
    self.resources = resources
    shaper = WordShaper(resources)
    cache = ParagraphCache(limit: resources.cachedLines)
    labels = FingerprintTable(limit: min(512, resources.cachedLines))
  }

  /// Lines this long show a river.
  private static let wide: Units = 380 * unitsPerPoint

  /// How many paragraphs are remembered.
  var cachedParagraphs: Int { cache.count + labels.count }

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
    let key = ParagraphCache.Key(
      content: content, style: style.id, hyphenates: resources.hyphenates, language: language, measure: measure,
      firstNote: firstNote)
    if let known = cache.paragraphOfArray(key) { return known }
    let fingerprint = key.fingerprint
    if let known = cache.paragraph(key, fingerprint: fingerprint) { return known }
    let paragraph = make(content, style, language, measure: measure, firstNote: firstNote)
    cache.add(paragraph, key, fingerprint: fingerprint)
    return paragraph
  }

  /// A label and the space after it, on one line.
  func label(_ text: String, _ style: TextStyle, _ language: LanguageTag) -> SetParagraph {
    var fingerprint = Fingerprint()
    fingerprint.add(UInt64(style.id))
    fingerprint.add(language.rawValue)
    fingerprint.add(text)
    let known = labels.find(fingerprint.value) { _ in
      1
    } where: { label in
      label.text == text && label.style == style.id && label.language == language
    }
    if let known { return known.paragraph }
    let paragraph = make(
      [.literal(text + " ", hyphenates: false)], style, language, measure: 1000 * unitsPerPoint, firstNote: 0,
      isLabel: true)
    labels.insert(Label(text, style.id, language, paragraph), fingerprint.value, cost: 1)
    return paragraph
  }

  private func make(
    _ content: [Inline], _ style: TextStyle, _ language: LanguageTag, measure: Units, firstNote: Int,
    isLabel: Bool = false
  ) -> SetParagraph {
    var style = style
    if !resources.divides(language), style.alignment == .justified { style.alignment = .ragged }
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
    if BreakpointBuilder.hasOverlong(points, measure: measure, isRagged: style.alignment != .justified) {
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
    if rivers > 0, style.alignment == .justified, measure >= Self.wide {
      // Where every way of breaking leaves a river, an uneven edge is the lesser evil; in narrow columns nobody follows one.
      style.alignment = .ragged
      return make(content, style, language, measure: measure, firstNote: firstNote, isLabel: isLabel)
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
      if let source = word.source { sources.append(source) }
    }
    return SetParagraph(
      style: style, pieces: setter.pieces, lineStarts: starts, nodes: items.nodes, marks: marks, missing: missing,
      beyondBase: Self.beyondBase(setter.pieces), breaking: breaking, sources: sources)
  }

  /// The distinct glyphs that need more than a face's base font, face by face, ascending.
  private static func beyondBase(_ pieces: [SetParagraph.Piece]) -> [UInt32] {
    var list: Set<UInt32> = []
    for piece in pieces {
      for glyph in piece.run.encoded.beyondBase { list.insert(UInt32(piece.run.face.index) << 16 | UInt32(glyph)) }
    }
    return list.sorted()
  }
}
