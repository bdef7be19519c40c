/// Content that stands by itself.
public indirect enum Block: Hashable, Sendable {
  /// A paragraph.
  case paragraph(Paragraph)
  /// A lettered or bulleted list.
  case list(List)
  /// A table with header cells.
  case table(Table)
  /// Another's words; tagged `BlockQuote`.
  case quotation(Quotation)
  /// A picture with its alternative text.
  case figure(Figure)
  /// A place to sign: a rule and what belongs on it.
  case signature(SignatureField)
}

/// A paragraph, the thing whose lines are broken at once.
public struct Paragraph: Hashable, Sendable {
  /// How a paragraph looks.
  public enum Style: UInt8, Hashable, Sendable, CaseIterable {
    /// Running text, justified and hyphenated.
    case body
    /// Running text that does not stretch to both margins: addresses, dates, salutations.
    case ragged
    /// Set against the right margin: place and date.
    case right
    /// Small sans: remarks beneath tables and pictures.
    case note
    /// Fixed lines of an exhibit, such as mail headers; lines break only where they must.
    case verbatim
  }
  /// The number in the margin, counted through the document; it is real text at the start of the paragraph.
  public var number: Int?
  /// The words.
  public var content: [Inline]
  /// The look.
  public var style: Style
  /// The place links can name.
  public var identifier: String?
  /// The language where it is not that of what surrounds it.
  public var language: LanguageTag?

  /// Makes a paragraph.
  public init(
    _ content: [Inline], number: Int? = nil, style: Style = .body, identifier: String? = nil,
    language: LanguageTag? = nil
  ) {
    self.number = number
    self.content = content
    self.style = style
    self.identifier = identifier
    self.language = language
  }
}

/// A list; every item begins with its label as real text.
public struct List: Hashable, Sendable {
  /// How the labels count; the label's text decides, this is the tag's attribute.
  public enum Numbering: String, Hashable, Sendable {
    case lowerAlpha = "LowerAlpha"
    case decimal = "Decimal"
    case disc = "Disc"
    case none = "None"
  }
  /// One item.
  public struct Item: Hashable, Sendable {
    /// What stands before it: `(a)`, `1.`, `•`.
    public var label: String
    /// Its content.
    public var blocks: [Block]
    /// The place links can name.
    public var identifier: String?
    /// Makes an item.
    public init(label: String, _ blocks: [Block], identifier: String? = nil) {
      self.label = label
      self.blocks = blocks
      self.identifier = identifier
    }
  }
  /// The kind of labels.
  public var numbering: Numbering
  /// The items.
  public var items: [Item]
  /// Makes a list.
  public init(_ numbering: Numbering, _ items: [Item]) {
    self.numbering = numbering
    self.items = items
  }
}

/// A table: rows of cells under an optional row of column heads.
public struct Table: Hashable, Sendable {
  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// Its content; short: paragraphs only.
    public var paragraphs: [Paragraph]
    /// Makes a cell.
    public init(_ paragraphs: [Paragraph]) { self.paragraphs = paragraphs }
    /// Makes a cell of one run of text.
    public init(_ content: [Inline]) { self.paragraphs = [Paragraph(content, style: .ragged)] }
  }
  /// What a table is for; decides about rules and type size.
  public enum Style: UInt8, Hashable, Sendable {
    /// The parties and the matter on page 1: two columns, first cell of each row a row header.
    case caption
    /// Any other table: ruled, in small sans.
    case grid
    /// Long unbroken values such as hashes, in small type.
    case fine
  }
  /// What it is for.
  public var style: Style
  /// The columns' shares of the measure; they add up to 1.
  public var columnShares: [Double]
  /// The column heads, repeated on every page; empty where only rows have heads.
  public var columnHeads: [Cell]
  /// The rows; the first cell of each is the row's header.
  public var rows: [[Cell]]
  /// Makes a table.
  public init(_ style: Style, columnShares: [Double], columnHeads: [Cell] = [], rows: [[Cell]]) {
    self.style = style
    self.columnShares = columnShares
    self.columnHeads = columnHeads
    self.rows = rows
  }
}

/// Another's words, quoted as a block.
public struct Quotation: Hashable, Sendable {
  /// The language of the words.
  public var language: LanguageTag?
  /// What is quoted: paragraphs, or quotations within it.
  public var blocks: [Block]
  /// Makes a quotation.
  public init(language: LanguageTag? = nil, _ blocks: [Block]) {
    self.language = language
    self.blocks = blocks
  }
}

/// A picture.
public struct Figure: Hashable, Sendable {
  /// The pixels.
  public var image: Image
  /// What it shows and the words that matter; never a file name.
  public var alternative: String
  /// The language of `alternative` where it is not the document's.
  public var language: LanguageTag?
  /// The largest width on the page, in points; nil: as large as the page allows, at most 96 dpi upwards.
  public var width: Double?
  /// Makes a figure.
  public init(_ image: Image, alternative: String, language: LanguageTag? = nil, width: Double? = nil) {
    self.image = image
    self.alternative = alternative
    self.language = language
    self.width = width
  }
}

/// A line to sign on.
public struct SignatureField: Hashable, Sendable {
  /// What stands before the rule: place and date.
  public var placeAndDate: String
  /// What stands under the rule: the word for signature and the name.
  public var caption: String
  /// Makes a place to sign.
  public init(placeAndDate: String, caption: String) {
    self.placeAndDate = placeAndDate
    self.caption = caption
  }
}
