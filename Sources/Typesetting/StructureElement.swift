import Document

/// A standard structure type (ISO 32000-1 14.8.4).
public enum StructureRole: String, Hashable, Sendable, CaseIterable {
  case document = "Document"
  case part = "Part"
  case section = "Sect"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case paragraph = "P"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case tableRow = "TR"
  case tableHeader = "TH"
  case tableData = "TD"
  case blockQuotation = "BlockQuote"
  case figure = "Figure"
  case note = "Note"
  case reference = "Reference"
  case link = "Link"
  case span = "Span"
}

/// An element of the tag tree.
public struct StructureElement: Sendable {
  /// What an element holds, in reading order.
  public enum Kid: Hashable, Sendable {
    /// Another element, by its place in `Layout.elements`.
    case element(Int)
    /// A marked content sequence: the page and the place in its `contents`.
    case content(page: Int, sequence: Int)
    /// A link annotation: the page and the place in its `links`.
    case annotation(page: Int, link: Int)
  }
  /// The header cells' direction.
  public enum Scope: String, Hashable, Sendable {
    case row = "Row"
    case column = "Column"
  }
  /// The type.
  public var role: StructureRole
  /// The parent's place; nil for the root.
  public var parent: Int?
  /// What it holds.
  public var kids: [Kid]
  /// The language where it is not the parent's.
  public var language: LanguageTag?
  /// The alternative description of a figure.
  public var alternative: String?
  /// The unique name a note needs.
  public var identifier: String?
  /// The direction a header cell heads.
  public var scope: Scope?
  /// How a list's labels count.
  public var numbering: List.Numbering?
  /// The area of a figure on its page.
  public var boundingBox: Rectangle?

  /// Makes an element.
  public init(
    _ role: StructureRole, parent: Int?, kids: [Kid] = [], language: LanguageTag? = nil, alternative: String? = nil,
    identifier: String? = nil, scope: Scope? = nil, numbering: List.Numbering? = nil, boundingBox: Rectangle? = nil
  ) {
    self.role = role
    self.parent = parent
    self.kids = kids
    self.language = language
    self.alternative = alternative
    self.identifier = identifier
    self.scope = scope
    self.numbering = numbering
    self.boundingBox = boundingBox
  }
}
