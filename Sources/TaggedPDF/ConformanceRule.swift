/// The rules that this writer checks itself, before it writes.
public enum ConformanceRule: String, Hashable, Sendable, CaseIterable {
  case outputIntent, title, date, language, noPages, pageSize
  case tree, content, nesting, headingSkip, listNumbering
  case figureAlternative, figureBox, tableHeader, tableScope, tableShape, noteIdentifier, identifierTwice
  case linkElement, linkDescription, linkArea, linkDestination
  case glyphMissing, glyphText, image, bookmark
  case attachmentName, attachmentDescription, attachmentType, attachmentDate

  /// What is wrong, lower case, no full stop.
  public var message: String {
    switch self {
    case .outputIntent: "output profile is no ICC profile for RGB"
    case .title: "document has no title"
    case .date: "date is none"
    case .language: "language is missing or no BCP 47 tag"
    case .noPages: "document has no pages"
    case .pageSize: "page is smaller than 3 or larger than 14400 points"
    case .tree: "element is not exactly once among the kids of its parent"
    case .content: "content is not exactly once in the element that owns it"
    case .nesting: "element stands where its role may not"
    case .headingSkip: "heading skips a level"
    case .listNumbering: "list with labels does not say how they count"
    case .figureAlternative: "figure has no alternative text"
    case .figureBox: "figure has no bounding box"
    case .tableHeader: "table has no header cell"
    case .tableScope: "header cell does not say what it heads"
    case .tableShape: "rows of a table differ in their number of cells"
    case .noteIdentifier: "note has no identifier"
    case .identifierTwice: "identifier is not unique"
    case .linkElement: "link annotation and its Link element do not belong together"
    case .linkDescription: "link has no description"
    case .linkArea: "link covers nothing"
    case .linkDestination: "link leads nowhere"
    case .glyphMissing: "character has no glyph in any font"
    case .glyphText: "glyph stands for no known character"
    case .image: "image data do not fit their description"
    case .bookmark: "bookmark has no title or leads nowhere"
    case .attachmentName: "attachment name is empty, not unique, not ASCII, or a path"
    case .attachmentDescription: "attachment has no description"
    case .attachmentType: "attachment has no media type"
    case .attachmentDate: "attachment has no modification date"
    }
  }

  /// The clause that demands it.
  public var clause: String {
    switch self {
    case .outputIntent: "ISO 19005-3 6.2.3"
    case .title: "ISO 14289-1 7.1"
    case .date: "ISO 19005-3 6.6.3"
    case .language: "ISO 14289-1 7.2"
    case .noPages, .pageSize: "ISO 19005-3 6.1.13"
    case .tree, .nesting: "ISO 14289-1 7.1"
    case .content: "ISO 14289-1 7.1"
    case .headingSkip: "ISO 14289-1 7.4.2"
    case .listNumbering: "ISO 14289-1 7.6"
    case .figureAlternative, .figureBox: "ISO 14289-1 7.3"
    case .tableHeader, .tableScope, .tableShape: "ISO 14289-1 7.5"
    case .noteIdentifier, .identifierTwice: "ISO 14289-1 7.9"
    case .linkElement, .linkDescription, .linkArea, .linkDestination: "ISO 14289-1 7.18.5"
    case .glyphMissing: "ISO 19005-3 6.2.11.8"
    case .glyphText: "ISO 19005-3 6.2.11.7"
    case .image: "ISO 19005-3 6.2.8"
    case .bookmark: "ISO 14289-1 7.17"
    case .attachmentName, .attachmentDescription, .attachmentType, .attachmentDate: "ISO 19005-3 6.8"
    }
  }
}
