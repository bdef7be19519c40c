import Document
import Fonts

/// Cuts inline content into words and spaces.
struct ItemBuilder {
  private let shaper: WordShaper
  private let style: TextStyle
  /// The number of the first footnote whose mark stands here.
  private let firstNote: Int
  private(set) var result = LineItems()
  /// The last space that was asked for, and as what: nearly all of a paragraph are the same.
  private var lastSpace: (word: ShapedWord, attributes: Int, isTie: Bool)?

  init(shaper: WordShaper, style: TextStyle, firstNote: Int) {
    self.shaper = shaper
    self.style = style
    self.firstNote = firstNote
  }

  /// Keeps the room of a page's number until it is known.
  private static let pageNumber = "0000"

  /// Exchanges the items for others: their memory is used again from paragraph to paragraph.
  mutating func exchange(_ items: inout LineItems) { swap(&result, &items) }

  /// Begins a paragraph.
  ///
  /// - Parameters:
  ///   - language: of what names no other.
  ///   - hyphenates: whether words may be divided at all.
  mutating func begin(language: LanguageTag, hyphenates: Bool) {
    result.clear()
    lastSpace = nil
    result.nodes.append(SetParagraph.Node(kind: .block, parent: -1, link: -1))
    result.attributes.append(
      LineItems.Attributes(
        word: ShapedWord.Attributes(
          face: FaceID.face(style.family, bold: style.isBold, italic: style.isItalic),
          language: shaper.number(of: language), hyphenates: hyphenates),
        halfPoints: style.halfPoints, rise: 0, node: 0, isBold: style.isBold, isItalic: style.isItalic))
  }

  mutating func add(_ content: [Inline]) { add(content, 0) }

  private mutating func add(_ content: [Inline], _ attributes: Int) {
    for inline in content {
      switch inline {
      case .text(let text): add(text, attributes)
      case .literal(let text, let hyphenates):
        if hyphenates {
          add(text, attributes)
        } else {
          add(text, derive(attributes) { $0.word.hyphenates = false })
        }
      case .emphasis(let content):
        let family = style.family
        add(
          content,
          derive(attributes) {
            $0.isItalic.toggle()
            $0.word.face = FaceID.face(family, bold: $0.isBold, italic: $0.isItalic)
          })
      case .strong(let content):
        let family = style.family
        add(
          content,
          derive(attributes) {
            $0.isBold = true
            $0.word.face = FaceID.face(family, bold: true, italic: $0.isItalic)
          })
      case .foreign(let language, let content):
        let node = addNode(.span(language), under: attributes)
        let number = shaper.number(of: language)
        add(
          content,
          derive(attributes) {
            $0.node = node
            $0.word.language = number
          })
      case .link(let link):
        let node = addNode(.link(link.destination, description: link.description), under: attributes)
        add(
          link.content,
          derive(attributes) {
            $0.node = node
            $0.word.hyphenates = false
          })
      case .footnote(let footnote): add(footnote, attributes)
      case .lineBreak: addLineEnd(attributes)
      case .pageNumber: add(Self.pageNumber, attributes)
      }
    }
  }

  private mutating func addNode(_ kind: SetParagraph.Node.Kind, under attributes: Int) -> Int {
    addNode(kind, parent: result.attributes[attributes].node)
  }

  private mutating func addNode(_ kind: SetParagraph.Node.Kind, parent: Int) -> Int {
    let number = result.nodes.count
    let link: Int
    switch kind {
    case .link, .noteLink: link = number
    default: link = result.nodes[parent].link
    }
    result.nodes.append(SetParagraph.Node(kind: kind, parent: parent, link: link))
    return number
  }

  private mutating func derive(_ base: Int, _ change: (inout LineItems.Attributes) -> Void) -> Int {
    var attributes = result.attributes[base]
    change(&attributes)
    if attributes == result.attributes[base] { return base }
    result.attributes.append(attributes)
    return result.attributes.count - 1
  }

  private mutating func add(_ footnote: Footnote, _ attributes: Int) {
    let number = result.footnotes.count
    let reference = addNode(.reference(number), under: attributes)
    let link = addNode(.noteLink(number), parent: reference)
    let label = addNode(.noteLabel, parent: link)
    let mark = derive(attributes) {
      $0.node = label
      $0.word.hyphenates = false
      $0.rise = 480
      $0.halfPoints = max(12, $0.halfPoints * 2 / 3)
    }
    separate(mark: mark, attributes)
    result.footnotes.append((result.items.count, footnote))
    var text = String(firstNote + number)
    text.withUTF8 { addWord($0, mark) }
  }

  /// A narrow space that holds together, between a word and the mark after it: to a reader of the text the word ends
  /// there, and `Rn. 16` with a first note is not `Rn. 161`.
  private mutating func separate(mark: Int, _ attributes: Int) {
    guard result.items.last?.kind == .word else { return }
    let size = result.attributes[mark].halfPoints
    let space = derive(attributes) {
      $0.word.hyphenates = false
      $0.halfPoints = size
    }
    var text = "\u{202F}"
    text.withUTF8 { addWord($0, space) }
  }

  private mutating func addLineEnd(_ attributes: Int) {
    result.add(.lineEnd, space(attributes, isTie: false), attributes: attributes)
  }

  private mutating func space(_ attributes: Int, isTie: Bool) -> ShapedWord {
    if let lastSpace, lastSpace.attributes == attributes, lastSpace.isTie == isTie { return lastSpace.word }
    var word = result.attributes[attributes].word
    word.isFragment = true
    word.hyphenates = false
    let space = shaper.word(isTie ? "\u{A0}" : " ", word)
    lastSpace = (space, attributes, isTie)
    return space
  }

  private mutating func add(_ text: String, _ attributes: Int) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        if byte > 0x20, byte != 0xC2 {
          position += 1
          continue
        }
        let isNoBreak = byte == 0xC2 && position + 1 < bytes.count && bytes[position + 1] == 0xA0
        if byte == 0xC2 && !isNoBreak {
          position += 1
          continue
        }
        if position > start { addWord(UnsafeBufferPointer(rebasing: bytes[start..<position]), attributes) }
        switch byte {
        case 0x0A: addLineEnd(attributes)
        case 0x0D: break
        default: addSpace(attributes, isTie: isNoBreak)
        }
        position += isNoBreak ? 2 : 1
        start = position
      }
      if position > start { addWord(UnsafeBufferPointer(rebasing: bytes[start..<position]), attributes) }
    }
  }

  private mutating func addSpace(_ attributes: Int, isTie: Bool) {
    result.add(isTie ? .tie : .space, space(attributes, isTie: isTie), attributes: attributes)
  }

  private mutating func addWord(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: Int) {
    let word = shaper.word(bytes, result.attributes[attributes].word)
    // `Art. 21` stays together, and no line begins with a dash
    let last = result.items.count - 1
    if last >= 1, result.items[last].kind == .space, result.items[last - 1].kind == .word,
      word.isDash || (word.startsWithDigit && result.words[last - 1].tiesToNumber)
    {
      result.items[last].kind = .tie
    }
    result.add(.word, word, attributes: attributes)
  }
}
