/// Content within a line.
public indirect enum Inline: Hashable, Sendable {
  /// Characters, in NFC; a no-break space stays one, a soft hyphen offers a break.
  case text(String)
  /// A person's own words or data: printed as they are, never hyphenated when `hyphenates` is false.
  case literal(String, hyphenates: Bool)
  /// Italic.
  case emphasis([Inline])
  /// Bold.
  case strong([Inline])
  /// Words in another language than what surrounds them; tagged as a `Span` with `Lang`.
  case foreign(LanguageTag, [Inline])
  /// A link to a place in this document or outside it.
  case link(Link)
  /// A footnote: its mark stands here, its text at the foot of this page.
  case footnote(Footnote)
  /// A line that ends here, within the same paragraph.
  case lineBreak
  /// The number of the page on which an `identifier` of this document stands; alone in its paragraph, and on one line.
  case pageNumber(of: String)
}

/// A link: always text that makes sense alone.
public struct Link: Hashable, Sendable {
  /// Where a link leads.
  public enum Destination: Hashable, Sendable {
    /// An `identifier` of a section, annex or paragraph of this document.
    case place(String)
    /// An address outside, `https:` or `mailto:`.
    case uri(String)
  }
  /// Where it leads.
  public var destination: Destination
  /// What the reader sees.
  public var content: [Inline]
  /// What a screen reader says (`Contents`): begins with the visible text.
  public var description: String

  /// Makes a link.
  public init(to destination: Destination, _ content: [Inline], description: String) {
    self.destination = destination
    self.content = content
    self.description = description
  }
}

/// A source or remark at the foot of the page; numbered through by the typesetter, from 1.
public struct Footnote: Hashable, Sendable {
  /// The text, without its number.
  public var content: [Inline]
  /// Makes a footnote.
  public init(_ content: [Inline]) { self.content = content }
}

extension [Inline] {
  /// The characters alone, as text extraction should give them back; footnote marks and texts left out.
  public var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  /// The characters alone.
  public var plainText: String {
    switch self {
    case .text(let text), .literal(let text, _): text
    case .emphasis(let content), .strong(let content), .foreign(_, let content): content.plainText
    case .link(let link): link.content.plainText
    case .footnote, .pageNumber: ""
    case .lineBreak: "\n"
    }
  }
}
