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

  /// Plain numbers and a reference nobody counts: the items and `fragments` keep the words.
  private struct Part {
    var word: Unmanaged<ShapedWord>
    var attributes: Int
    var isSpace: Bool
    /// Whether it is a space that holds together what is around it, and is underlined with it.
    var isTie = false
    /// The width before spaces stretch, in units.
    var natural: Units
    var isRightToLeft: Bool
    /// Where it is painted: from the line's left edge, in units; set last.
    var x = 0.0
    var width = 0.0
  }
  private var parts: ContiguousArray<Part> = []
  private var fragments: [ShapedWord] = []
  private var glyphs: ContiguousArray<GlyphRun.Glyph> = []

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
      natural += part.natural
      if part.isSpace { stretchable += part.natural }
      isRightToLeft = isRightToLeft || part.isRightToLeft
    }
    var scale = 1.0
    let missing = measure - natural
    if style.alignment == .justified, stretchable > 0, missing < 0 || end.kind != .forced {
      scale = max(0.4, 1 + Double(missing) / Double(stretchable))
    }
    var pen = style.alignment == .right ? Double(max(0, missing)) : 0
    for index in parts.indices {
      let width = Double(parts[index].natural) * (parts[index].isSpace ? scale : 1)
      parts[index].x = pen
      parts[index].width = width
      pen += width
    }
    spaceScales.append(scale)
    // where spaces are narrow nobody looks for rivers
    spaces.append(
      scale <= Rivers.widest ? [] : parts.filter(\.isSpace).map { Int($0.x)..<Int($0.x + $0.width) })
    if isRightToLeft { mirror() }
    if !isLast, end.kind == .space || end.kind == .forced { addFinalSpace(at: end, x: pen) }
    paint()
  }

  private mutating func collect(from start: Breakpoint, to end: Breakpoint) {
    parts.removeAll(keepingCapacity: true)
    fragments.removeAll(keepingCapacity: true)
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
      if isEnd || begin != nil {
        add(shaper.fragment(items.words[index], from: begin, to: isEnd ? place(end) : nil), item.attributes)
      } else if item.kind != .lineEnd {
        let word = items.words[index]
        parts.append(
          Part(
            word: Unmanaged.passUnretained(word), attributes: item.attributes, isSpace: item.kind != .word,
            isTie: item.kind == .tie, natural: item.width, isRightToLeft: word.isRightToLeft))
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

  private mutating func add(_ fragment: ShapedWord, _ attributes: Int) {
    fragments.append(fragment)
    parts.append(
      Part(
        word: Unmanaged.passUnretained(fragment), attributes: attributes, isSpace: false,
        natural: fragment.width * items.attributes[attributes].halfPoints, isRightToLeft: fragment.isRightToLeft))
  }

  private func place(_ point: Breakpoint) -> ShapedWord.Break {
    let item = items.items[point.item]
    let isTooLong = emergency && item.width > measure
    return (isTooLong ? items.words[point.item].emergencyBreaks() : items.words[point.item].breaks)[point.inner]
  }

  /// Words that read from right to left change places with each other, and the spaces between them too.
  private mutating func mirror() {
    var index = 0
    while index < parts.count {
      guard parts[index].isRightToLeft else {
        index += 1
        continue
      }
      var last = index
      for next in (index + 1)..<max(index + 1, parts.count) {
        if parts[next].isRightToLeft {
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
    let word = items.words[end.item]
    let attributes = items.items[end.item].attributes
    let width = word.width * items.attributes[attributes].halfPoints
    parts.append(
      Part(
        word: Unmanaged.passUnretained(word), attributes: attributes, isSpace: true, natural: width,
        isRightToLeft: false, x: x, width: Double(width)))
  }

  private struct Brush {
    var face = FaceID.serif
    var attributes = -1
    var halfPoints = 1
    var start = 0.0
    var right = 0.0
    /// What the glyphs so far add up to, in units.
    var length: Units = 0
  }

  private mutating func paint() {
    var brush = Brush()
    glyphs.removeAll(keepingCapacity: true)
    for part in parts {
      part.word._withUnsafeGuaranteedRef { word in
        var x = part.x
        if word.isPlain {
          begin(word.face, part, x, &brush, isContinuable: true)
          paint(word.glyphs, width: word.width, part, &x, &brush)
        } else {
          for run in word.runs where !run.glyphs.isEmpty {
            begin(
              run.face, part, x + Double(Int(run.shift) * items.attributes[part.attributes].halfPoints), &brush,
              isContinuable: run.actualText == nil && run.shift == 0)
            let width = run.glyphs.reduce(0) { $0 + Int($1.advance) }
            run.glyphs.withUnsafeBufferPointer { paint($0, width: width, part, &x, &brush) }
            if run.actualText != nil { flush(brush, run.actualText) }
          }
        }
      }
    }
    flush(brush)
  }

  /// Goes on with the run, or ends it and begins another.
  @inline(__always)
  private mutating func begin(_ face: FaceID, _ part: Part, _ x: Double, _ brush: inout Brush, isContinuable: Bool) {
    let isContinued =
      isContinuable && !glyphs.isEmpty && face == brush.face
      && (part.attributes == brush.attributes || isAlike(part.attributes, brush.attributes))
      && abs(x - brush.start - Double(brush.length)) < Double(unitsPerPoint)
    guard !isContinued else { return }
    flush(brush)
    brush = Brush(
      face: face, attributes: part.attributes, halfPoints: items.attributes[part.attributes].halfPoints, start: x,
      right: x)
  }

  @inline(__always)
  private mutating func paint(
    _ new: UnsafeBufferPointer<GlyphRun.Glyph>, width: Int, _ part: Part, _ x: inout Double, _ brush: inout Brush
  ) {
    let rise = items.attributes[part.attributes].rise
    let first = glyphs.count
    glyphs.append(contentsOf: new)
    if rise != 0 { for index in first..<glyphs.count { glyphs[index].rise += rise } }
    x += Double(width * brush.halfPoints)
    brush.length += width * brush.halfPoints
    if part.isSpace {
      // the space takes what the line has too much, and what rounding left over so far
      let wanted = part.x + part.width - brush.start
      let change = Int(((wanted - Double(brush.length)) / Double(brush.halfPoints)).rounded())
      if first < glyphs.count { glyphs[first].advance += Int32(change) }
      brush.length += change * brush.halfPoints
      x = part.x + part.width
    }
    if !part.isSpace || part.isTie { brush.right = brush.start + Double(brush.length) }
  }

  private mutating func flush(_ brush: Brush, _ actualText: String? = nil) {
    guard !glyphs.isEmpty else { return }
    let run = GlyphRun(
      face: brush.face, size: Double(brush.halfPoints) / 2, glyphs: Array(glyphs), actualText: actualText,
      encoder: encoder)
    pieces.append(
      SetParagraph.Piece(
        run: run, x: brush.start / Double(unitsPerPoint), right: brush.right / Double(unitsPerPoint),
        node: items.attributes[brush.attributes].node))
    glyphs.removeAll(keepingCapacity: true)
  }

  private func isAlike(_ first: Int, _ second: Int) -> Bool {
    let a = items.attributes[first]
    let b = items.attributes[second]
    return a.node == b.node && a.halfPoints == b.halfPoints && a.rise == b.rise
  }
}
