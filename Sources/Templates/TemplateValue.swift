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
    for (index, line) in lines.enumerated() {
      if index > 0 { content.append(.lineBreak) }
      guard !line.isEmpty else { continue }
      switch origin {
      case .phrase: content.append(.text(line))
      case .datum: content.append(.literal(line, hyphenates: false))
      case .words: content.append(.literal(line, hyphenates: true))
      }
    }
    guard let language, language != document, language.primary != document.primary else { return content }
    return [.foreign(language, content)]
  }

  /// The text as paragraphs of a quotation: one a line, empty lines dropped.
  func paragraphs() -> [Block] {
    lines.filter { !$0.unicodeScalars.allSatisfy(Self.isWhitespace) }.map { line in
      .paragraph(Paragraph([.literal(line, hyphenates: true)]))
    }
  }

  /// The text cut at its line feeds.
  private var lines: [String] {
    guard string.utf8.contains(0x0A) else { return [string] }
    return string.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }
}

/// What a template's name stands for in one document.
public enum TemplateValue: Sendable {
  case text(InsertedText)
  case flag(Bool)
  case list([ValueScope])
}

/// Names and what they stand for.
public struct ValueScope: Sendable {
  /// The values by name, dots and all.
  public private(set) var values: [String: TemplateValue]

  /// An empty scope.
  ///
  /// - Parameter count: how many values are expected.
  public init(expecting count: Int = 0) { values = Dictionary(minimumCapacity: count) }

  /// Sets a name.
  public mutating func set(_ name: String, _ value: TemplateValue) { values[name] = value }

  /// Sets a text if there is one.
  public mutating func set(_ name: String, text: String?, _ origin: InsertedText.Origin = .phrase) {
    if let text { set(name, .text(InsertedText(text, origin))) }
  }

  /// Sets a flag.
  public mutating func set(_ name: String, flag: Bool) { set(name, .flag(flag)) }
}
