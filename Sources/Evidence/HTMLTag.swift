/// A tag, comment or declaration in HTML.
struct HTMLTag {
  /// The element's name in lower case; empty for comments and declarations.
  private(set) var name = ""
  /// Whether it closes an element.
  private(set) var isClosing = false
  /// The attributes, the first of each name, character references resolved.
  private(set) var attributes: [String: String] = [:]
  /// Where the text goes on.
  private(set) var end: Int

  /// Elements whose content is no text for readers.
  static let rawText: Set<String> = ["script", "style", "title", "textarea", "noscript", "template", "xmp", "iframe"]
  /// Elements that never have content.
  static let void: Set<String> = [
    "br", "hr", "img", "input", "meta", "link", "base", "col", "area", "wbr", "embed", "source", "track", "param",
  ]
  /// Elements that begin and end a line.
  static let blocks: Set<String> = [
    "div", "tr", "table", "tbody", "thead", "tfoot", "caption", "section", "article", "header", "footer", "main",
    "address", "center", "dt", "dd", "form", "fieldset", "figure", "figcaption", "body", "html", "head", "nav", "aside",
    "details", "summary", "title",
  ]

  /// Reads what begins at a `<`; nil where that is only a character.
  init?(_ source: [Unicode.Scalar], at start: Int) {
    var offset = start + 1
    guard offset < source.count else { return nil }
    if source[offset] == "!" || source[offset] == "?" {
      end = HTMLTag.endOfDeclaration(source, from: offset)
      return
    }
    if source[offset] == "/" {
      isClosing = true
      offset += 1
    }
    guard offset < source.count, HTMLTag.isLetter(source[offset]) else { return nil }
    end = source.count
    let nameStart = offset
    while offset < source.count, !HTMLTag.endsName(source[offset]) { offset += 1 }
    name = HTMLTag.text(source[nameStart..<min(offset, nameStart + 40)]).lowercased()
    readAttributes(source, from: offset)
  }

  /// Whether the sender meant readers not to see it.
  var isHidden: Bool {
    if attributes["hidden"] != nil { return true }
    guard let style = attributes["style"]?.lowercased().filter({ !$0.isWhitespace }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// Where the content of a raw text element ends: after its closing tag, or at the end of the document.
  func endOfRawText(in source: [Unicode.Scalar]) -> Int {
    let closing = Array("</\(name)".unicodeScalars)
    var offset = end
    while offset + closing.count <= source.count {
      if source[offset] == "<",
        zip(source[offset...], closing).allSatisfy({ $0.properties.lowercaseMapping == String($1) })
      {
        return source[offset...].firstIndex(of: ">").map { $0 + 1 } ?? source.count
      }
      offset += 1
    }
    return source.count
  }

  private mutating func readAttributes(_ source: [Unicode.Scalar], from start: Int) {
    var offset = start
    while offset < source.count, source[offset] != ">" {
      guard !HTMLTag.isBlank(source[offset]), source[offset] != "/" else {
        offset += 1
        continue
      }
      let nameStart = offset
      // An equals sign at the start is part of the name, so that every turn moves on.
      offset += 1
      while offset < source.count, source[offset] != "=", !HTMLTag.endsName(source[offset]) { offset += 1 }
      let key = HTMLTag.text(source[nameStart..<min(offset, nameStart + 40)]).lowercased()
      var value = ""
      var next = offset
      while next < source.count, HTMLTag.isBlank(source[next]) { next += 1 }
      if next < source.count, source[next] == "=" { (value, offset) = HTMLTag.value(source, from: next + 1) }
      if attributes.count < 50, attributes[key] == nil { attributes[key] = HTMLEntities.decoded(value) }
    }
    end = min(offset + 1, source.count)
  }

  private static func value(_ source: [Unicode.Scalar], from start: Int) -> (String, Int) {
    var offset = start
    while offset < source.count, isBlank(source[offset]) { offset += 1 }
    guard offset < source.count else { return ("", offset) }
    let quote = source[offset]
    if quote == "\"" || quote == "'" {
      let close = source[(offset + 1)...].firstIndex(of: quote) ?? source.count
      return (text(source[(offset + 1)..<close]), min(close + 1, source.count))
    }
    let valueStart = offset
    while offset < source.count, !isBlank(source[offset]), source[offset] != ">" { offset += 1 }
    return (text(source[valueStart..<offset]), offset)
  }

  private static func endOfDeclaration(_ source: [Unicode.Scalar], from start: Int) -> Int {
    let isComment = source[start...].starts(with: "!--".unicodeScalars)
    guard isComment else { return source[start...].firstIndex(of: ">").map { $0 + 1 } ?? source.count }
    var offset = start + 3
    while offset < source.count {
      guard let close = source[offset...].firstIndex(of: ">") else { return source.count }
      if close >= start + 5, source[close - 1] == "-", source[close - 2] == "-" { return close + 1 }
      offset = close + 1
    }
    return source.count
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }
  private static func endsName(_ scalar: Unicode.Scalar) -> Bool { isBlank(scalar) || scalar == "/" || scalar == ">" }
}
