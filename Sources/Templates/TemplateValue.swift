import Document

/// A text that goes into a template: inserted into the parsed tree, never through Markdown.
public struct InsertedText: Hashable, Sendable {
  /// Whose words they are.
  public enum Origin: Hashable, Sendable {
    /// Ours: dates, counts, phrases of the language data.
    case phrase
    /// The person's data: names, addresses, handles; printed as typed, never hyphenated.
    case datum
    /// The person's or another's running words: printed as typed.
    case words
  }
  /// The characters, in NFC.
  public var string: String
  /// Whose words they are.
  public var origin: Origin
  /// Their language where it may not be the document's.
  public var language: LanguageTag?

  /// Makes a text.
  public init(_ string: String, _ origin: Origin = .phrase, language: LanguageTag? = nil) {
    self.string = string
    self.origin = origin
    self.language = language
  }

  /// The text within a line; line breaks stay.
  func inlines(in document: LanguageTag) -> [Inline] {
    var content: [Inline] = []
    for (index, line) in string.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { content.append(.lineBreak) }
      guard !line.isEmpty else { continue }
      switch origin {
      case .phrase: content.append(.text(String(line)))
      case .datum: content.append(.literal(String(line), hyphenates: false))
      case .words: content.append(.literal(String(line), hyphenates: true))
      }
    }
    guard let language, language != document, language.primary != document.primary else { return content }
    return [.foreign(language, content)]
  }

  /// The text as paragraphs of a quotation: one a line, empty lines dropped.
  func paragraphs() -> [Block] {
    string.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.map { line in
      .paragraph(Paragraph([.literal(String(line), hyphenates: true)]))
    }
  }
}

/// What a template's name stands for in one document.
public indirect enum TemplateValue: Sendable {
  case text(InsertedText)
  case flag(Bool)
  case list([ValueScope])
  case group(ValueScope)
}

/// Names and what they stand for.
public struct ValueScope: Sendable {
  /// The values by undotted name.
  public private(set) var values: [String: TemplateValue]

  /// An empty scope.
  public init() { values = [:] }

  /// Sets a dotted name; groups come into being as needed.
  public mutating func set(_ name: String, _ value: TemplateValue) {
    set(name[...], value)
  }

  private mutating func set(_ name: Substring, _ value: TemplateValue) {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      values[String(name)] = value
      return
    }
    let head = String(name[..<dot])
    // Taken out while it grows, so that there is no second copy of it.
    var inner = ValueScope()
    if case .group(let existing)? = values.removeValue(forKey: head) { inner = existing }
    inner.set(name[name.utf8.index(after: dot)...], value)
    values[head] = .group(inner)
  }

  /// Sets a text if there is one, and the flag `has` of the same name in any case.
  public mutating func set(_ name: String, text: String?, _ origin: InsertedText.Origin = .phrase) {
    if let text { set(name, .text(InsertedText(text, origin))) }
  }

  /// Sets a flag.
  public mutating func set(_ name: String, flag: Bool) { set(name, .flag(flag)) }
}
