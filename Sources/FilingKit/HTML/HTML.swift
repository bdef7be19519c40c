/// A piece of a page, escaped when it is written: no text can become markup.
indirect enum HTML: Hashable, Sendable {
  /// Characters.
  case text(String)
  /// An element with its attributes, in the order given, and its content.
  case element(Tag, [Attribute], [HTML])

  /// The elements our pages are made of; none of them runs or loads anything.
  enum Tag: String, Hashable, Sendable {
    case html, head, meta, title, body, main, section, header, footer
    case h1, h2, h3, p, ol, ul, li, dl, dt, dd, strong, code, span, div, a
    case label, input, textarea

    /// Elements without content and without an end tag.
    var isVoid: Bool { self == .meta || self == .input }
  }

  /// An attribute of an element.
  enum Attribute: Hashable, Sendable {
    case lang(String)
    case id(String)
    case `class`(String)
    case `for`(String)
    case describedBy(String)
    case type(String)
    case name(String)
    case value(String)
    case rows(Int)
    case readonly
    case charset(String)
    case content(String)
    case httpEquivalent(String)
    /// A place to go to when somebody follows the link; nothing is loaded before.
    case href(String)
    case rel(String)

    fileprivate var pair: (name: String, value: String?) {
      switch self {
      case .lang(let value): ("lang", value)
      case .id(let value): ("id", value)
      case .class(let value): ("class", value)
      case .for(let value): ("for", value)
      case .describedBy(let value): ("aria-describedby", value)
      case .type(let value): ("type", value)
      case .name(let value): ("name", value)
      case .value(let value): ("value", value)
      case .rows(let count): ("rows", String(count))
      case .readonly: ("readonly", nil)
      case .charset(let value): ("charset", value)
      case .content(let value): ("content", value)
      case .httpEquivalent(let value): ("http-equiv", value)
      case .href(let value): ("href", value)
      case .rel(let value): ("rel", value)
      }
    }
  }

  /// The markup.
  var markup: String {
    switch self {
    case .text(let text): return HTML.escaped(text)
    case .element(let tag, let attributes, let content):
      var start = "<" + tag.rawValue
      for (name, value) in attributes.map(\.pair) {
        start += " " + name
        if let value { start += "=\"" + HTML.escaped(value) + "\"" }
      }
      start += ">"
      if tag.isVoid { return start }
      // A parser drops a line feed that comes first in a text area: one of ours is there to be dropped.
      let opening = tag == .textarea ? "\n" : ""
      return start + opening + content.map(\.markup).joined() + "</" + tag.rawValue + ">"
    }
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension HTML {
  static func h1(_ text: String) -> HTML { .element(.h1, [], [.text(text)]) }
  static func h2(_ text: String) -> HTML { .element(.h2, [], [.text(text)]) }
  static func h3(_ text: String) -> HTML { .element(.h3, [], [.text(text)]) }
  static func paragraph(_ text: String) -> HTML { .element(.p, [], [.text(text)]) }
  static func paragraph(_ content: [HTML]) -> HTML { .element(.p, [], content) }
  static func strong(_ text: String) -> HTML { .element(.strong, [], [.text(text)]) }
  static func code(_ text: String) -> HTML { .element(.code, [], [.text(text)]) }
  static func steps(_ items: [HTML]) -> HTML { .element(.ol, [], items.map { .element(.li, [], [$0]) }) }
  static func bullets(_ items: [HTML]) -> HTML { .element(.ul, [], items.map { .element(.li, [], [$0]) }) }
  static func section(_ content: [HTML]) -> HTML { .element(.section, [], content) }

  /// Words in another language than the page's.
  static func foreign(_ language: String, _ content: [HTML]) -> HTML { .element(.div, [.lang(language)], content) }

  /// A link outside; the page that is opened learns nothing of this one.
  static func link(_ address: String) -> HTML {
    .element(.a, [.href(address), .rel("noreferrer")], [.text(address)])
  }
}
