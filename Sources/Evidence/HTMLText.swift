/// The words of an HTML mail: what a reader saw, without layout, pictures, scripts and hidden parts.
///
/// This is no browser: it tokenises as browsers do where mails need it, and nothing it finds is ever loaded.
struct HTMLText {
  /// The words for a picture; `{text}` is its alternative text.
  let pictureWord: String
  /// The word for a picture without alternative text.
  let namelessPictureWord: String

  private var lines: [TextLine] = []
  private var current = ""
  private var depth = 0
  private var hidden = 0
  private var hiddenTag: String?
  private var lists: [Int?] = []
  private var links: [String] = []
  private var isPreformatted = false
  private var showsHidden = false

  /// Converts a document.
  static func lines(of html: String, pictureWord: String, namelessPictureWord: String) -> [TextLine] {
    let source = Array(html.unicodeScalars)
    var converter = HTMLText(pictureWord: pictureWord, namelessPictureWord: namelessPictureWord)
    converter.read(source)
    if converter.hiddenTag != nil {
      // A hidden part that never ends would hide the mail: then rather too much than too little.
      converter = HTMLText(pictureWord: pictureWord, namelessPictureWord: namelessPictureWord)
      converter.showsHidden = true
      converter.read(source)
    }
    converter.endLine()
    return converter.lines
  }

  private init(pictureWord: String, namelessPictureWord: String) {
    self.pictureWord = pictureWord
    self.namelessPictureWord = namelessPictureWord
  }

  private mutating func read(_ source: [Unicode.Scalar]) {
    var offset = 0
    while offset < source.count {
      guard source[offset] == "<" else {
        let end = source[offset...].firstIndex(of: "<") ?? source.count
        add(String(String.UnicodeScalarView(source[offset..<end])))
        offset = end
        continue
      }
      guard let tag = HTMLTag(source, at: offset) else {
        add("<")
        offset += 1
        continue
      }
      offset = tag.end
      if HTMLTag.rawText.contains(tag.name), !tag.isClosing { offset = tag.endOfRawText(in: source) }
      take(tag)
    }
  }

  private mutating func take(_ tag: HTMLTag) {
    if let name = hiddenTag {
      // Only the same element, nested or closed, says when the hidden part ends; a paragraph holds no other.
      let endsParagraph = name == "p" && tag.name == name
      if tag.name == name { hidden += tag.isClosing || endsParagraph ? -1 : 1 }
      if hidden == 0 { hiddenTag = nil }
      guard hidden == 0, endsParagraph, !tag.isClosing else { return }
    }
    if !showsHidden, !tag.isClosing, !HTMLTag.void.contains(tag.name), tag.isHidden {
      (hiddenTag, hidden) = (tag.name, 1)
      return
    }
    switch tag.name {
    case "br": endLine()
    case "hr": separate()
    case "blockquote":
      endLine()
      depth = max(0, min(depth + (tag.isClosing ? -1 : 1), TextLine.deepest))
    case "p", "h1", "h2", "h3", "h4", "h5", "h6": separate()
    case "pre":
      separate()
      isPreformatted = !tag.isClosing
    case "ul", "ol", "menu", "dl":
      endLine()
      if tag.isClosing { _ = lists.popLast() } else if lists.count < 50 { lists.append(tag.name == "ol" ? 0 : nil) }
    case "li":
      endLine()
      if !tag.isClosing { startItem() }
    case "td", "th": if !tag.isClosing, !current.isEmpty, current.last != " " { current += " " }
    case "a": takeLink(tag)
    case "img": takePicture(tag)
    case let name where HTMLTag.blocks.contains(name): endLine()
    default: break
    }
  }

  private mutating func startItem() {
    guard let last = lists.indices.last, let number = lists[last] else {
      current = "• "
      return
    }
    lists[last] = number + 1
    current = "\(number + 1). "
  }

  /// The address behind a link is part of what was sent; it follows the words unless they are the address.
  private mutating func takeLink(_ tag: HTMLTag) {
    guard tag.isClosing else {
      if links.count < 50 { links.append(tag.attributes["href"] ?? "") }
      return
    }
    guard let target = links.popLast(), target.hasPrefix("https:") || target.hasPrefix("http:") else { return }
    let (shown, isCut) = target.bounded(to: 120)
    guard !current.hasSuffix(shown) else { return }
    current += " <\(shown)\(isCut ? "…" : "")>"
  }

  private mutating func takePicture(_ tag: HTMLTag) {
    // Counting pixels and spacers have no meaning to a reader.
    if ["0", "1"].contains(tag.attributes["width"] ?? "") || ["0", "1"].contains(tag.attributes["height"] ?? "") {
      return
    }
    guard let words = tag.attributes["alt"] else {
      current += namelessPictureWord
      return
    }
    // An empty alternative text marks ornaments (HTML, 4.8.4.4).
    if !words.isEmpty { current += pictureWord.replacing("{text}", with: words.bounded(to: 300).text) }
  }

  private mutating func add(_ raw: String) {
    guard hiddenTag == nil else { return }
    let text = HTMLEntities.decoded(raw)
    if isPreformatted {
      for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
        if index > 0 { endLine() }
        current += part
      }
      return
    }
    for character in text {
      guard character == " " || character == "\t" || character.isNewline else {
        current.append(character)
        continue
      }
      if !current.isEmpty, current.last != " " { current.append(" ") }
    }
  }

  private mutating func endLine() {
    while current.last == " " { current.removeLast() }
    if !current.isEmpty || isPreformatted { lines.append(TextLine(depth: depth, text: current)) }
    current = ""
  }

  /// Ends the line and leaves one blank line.
  private mutating func separate() {
    endLine()
    if let last = lines.last, !last.isBlank { lines.append(TextLine(depth: depth, text: "")) }
  }
}
