import Document
import Fonts

/// Puts the glyphs of chosen lines in their places.
struct LineSetter {
  let shaper: WordShaper
  let style: TextStyle
  let measure: Units
  let items: LineItems
  let emergency: Bool
  let encoder: any GlyphEncoder
  /// Whether a space at the very end is drawn: after a label, before what it labels.
  var keepsLastSpace = false

  private(set) var pieces: [SetParagraph.Piece] = []
  /// For each line, how wide its spaces are at worst, in parts of their natural width.
  private(set) var spaceScales: [Double] = []
  /// For each line where its spaces are, in units.
  private(set) var spaces: [[Range<Int>]] = []

  private struct Part {
    var word: ShapedWord
    var attributes: Int
    var isSpace: Bool
    /// Where it is painted: from the line's left edge, in units; set last.
    var x = 0.0
    var width = 0.0
  }
  private var parts: [Part] = []

  init(
    shaper: WordShaper, style: TextStyle, measure: Units, items: LineItems, emergency: Bool,
    encoder: any GlyphEncoder
  ) {
    self.shaper = shaper
    self.style = style
    self.measure = measure
    self.items = items
    self.emergency = emergency
    self.encoder = encoder
  }

  /// Sets one line.
  ///
  /// - Parameters:
  ///   - start: where the line before ended.
  ///   - end: where this one ends.
  ///   - isLast: whether the paragraph ends here.
  mutating func add(from start: Breakpoint, to end: Breakpoint, isLast: Bool) {
    collect(from: start, to: end)
    var natural = 0
    var stretchable = 0
    var isRightToLeft = false
    for part in parts {
      let width = part.word.width * items.attributes[part.attributes].halfPoints
      natural += width
      if part.isSpace { stretchable += width }
      isRightToLeft = isRightToLeft || part.word.isRightToLeft
    }
    var scale = 1.0
    let missing = measure - natural
    if style.alignment == .justified, stretchable > 0, missing < 0 || end.kind != .forced {
      scale = max(0.4, 1 + Double(missing) / Double(stretchable))
    }
    var pen = style.alignment == .right ? Double(max(0, missing)) : 0
    for index in parts.indices {
      let part = parts[index]
      let width = Double(part.word.width * items.attributes[part.attributes].halfPoints)
      parts[index].x = pen
      parts[index].width = part.isSpace ? width * scale : width
      pen += parts[index].width
    }
    spaceScales.append(scale)
    spaces.append(parts.filter(\.isSpace).map { Int($0.x)..<Int($0.x + $0.width) })
    if isRightToLeft { mirror() }
    if !isLast, end.kind == .space || end.kind == .forced { addFinalSpace(at: end, x: pen) }
    paint()
  }

  private mutating func collect(from start: Breakpoint, to end: Breakpoint) {
    parts.removeAll(keepingCapacity: true)
    var index = start.item
    var begin: ShapedWord.Break?
    if start.inner >= 0 {
      begin = place(start)
    } else if start.kind == .space {
      while index < items.items.count, items.items[index].kind == .space || items.items[index].kind == .tie {
        index += 1
      }
    } else if index < items.items.count, items.items[index].kind == .lineEnd {
      index += 1
    }
    while index < items.items.count {
      let isEnd = index == end.item
      if isEnd && end.inner < 0 { break }
      let item = items.items[index]
      var word = item.word
      if isEnd {
        word = shaper.fragment(word, from: begin, to: place(end))
      } else if begin != nil {
        word = shaper.fragment(word, from: begin, to: nil)
      }
      if item.kind != .lineEnd {
        parts.append(Part(word: word, attributes: item.attributes, isSpace: item.kind != .word))
      }
      if isEnd { break }
      begin = nil
      index += 1
    }
    // spaces before a line's forced end are kept out of sight
    if end.kind == .forced {
      while let last = parts.last, last.isSpace, !keepsLastSpace, parts.count > 1 { parts.removeLast() }
    }
  }

  private func place(_ point: Breakpoint) -> ShapedWord.Break {
    let item = items.items[point.item]
    let isTooLong = emergency && item.width > measure
    return (isTooLong ? item.word.emergencyBreaks() : item.word.breaks)[point.inner]
  }

  /// Words that read from right to left change places with each other, and the spaces between them too.
  private mutating func mirror() {
    var index = 0
    while index < parts.count {
      guard parts[index].word.isRightToLeft else {
        index += 1
        continue
      }
      var last = index
      for next in (index + 1)..<max(index + 1, parts.count) {
        if parts[next].word.isRightToLeft {
          last = next
        } else if !parts[next].isSpace {
          break
        }
      }
      let left = parts[index].x
      let right = parts[last].x + parts[last].width
      for part in index...last { parts[part].x = left + right - parts[part].x - parts[part].width }
      index = last + 1
    }
  }

  /// A real space where the line ends, so that the words do not run together when they are read out.
  private mutating func addFinalSpace(at end: Breakpoint, x: Double) {
    guard end.item < items.items.count else { return }
    let item = items.items[end.item]
    parts.append(
      Part(word: item.word, attributes: item.attributes, isSpace: true, x: x, width: Double(item.word.width)))
  }

  private mutating func paint() {
    var glyphs: [GlyphRun.Glyph] = []
    glyphs.reserveCapacity(128)
    var face = FaceID.serif
    var attributes = -1
    var start = 0.0
    var right = 0.0
    // what the glyphs so far add up to, in units
    var length = 0
    var halfPoints = 1
    var made: [SetParagraph.Piece] = []
    func flush(_ actualText: String? = nil) {
      guard !glyphs.isEmpty else { return }
      let run = GlyphRun(
        face: face, size: Double(halfPoints) / 2, glyphs: glyphs, actualText: actualText, encoder: encoder)
      made.append(
        SetParagraph.Piece(
          run: run, x: start / Double(unitsPerPoint), right: right / Double(unitsPerPoint),
          node: items.attributes[attributes].node))
      glyphs.removeAll(keepingCapacity: true)
    }
    for part in parts {
      let own = items.attributes[part.attributes]
      var x = part.x
      for run in part.word.runs where !run.glyphs.isEmpty {
        let isContinued =
          !glyphs.isEmpty && run.actualText == nil && run.face == face && run.shift == 0
          && (part.attributes == attributes || isAlike(part.attributes, attributes))
          && abs(x - start - Double(length)) < Double(unitsPerPoint)
        if !isContinued {
          flush()
          face = run.face
          attributes = part.attributes
          halfPoints = own.halfPoints
          start = x + Double(Int(run.shift) * halfPoints)
          length = 0
        }
        let first = glyphs.count
        var width = 0
        for glyph in run.glyphs {
          var glyph = glyph
          glyph.rise += own.rise
          width += Int(glyph.advance)
          glyphs.append(glyph)
        }
        x += Double(width * halfPoints)
        length += width * halfPoints
        if part.isSpace {
          // the space takes what the line has too much, and what rounding left over so far
          let wanted = part.x + part.width - start
          let change = Int(((wanted - Double(length)) / Double(halfPoints)).rounded())
          glyphs[first].advance += Int32(change)
          length += change * halfPoints
          x = part.x + part.width
        } else {
          right = start + Double(length)
        }
        if run.actualText != nil { flush(run.actualText) }
      }
    }
    flush()
    pieces += made
  }

  private func isAlike(_ first: Int, _ second: Int) -> Bool {
    let a = items.attributes[first]
    let b = items.attributes[second]
    return a.node == b.node && a.halfPoints == b.halfPoints && a.rise == b.rise
  }
}
