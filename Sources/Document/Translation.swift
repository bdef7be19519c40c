/// The document's text once more in another language, for information: the last part of it, behind the annexes.
public struct Translation: Hashable, Sendable {
  /// The language.
  public var language: LanguageTag
  /// What is said before it: that only the document's own text counts.
  public var remarks: [Paragraph]
  /// The caption table above the title.
  public var caption: Table?
  /// The title.
  public var title: [Inline]
  /// The line under it.
  public var subtitle: [Inline]?
  /// What stands between title and first section.
  public var opening: [Block]
  /// The sections.
  public var sections: [Section]

  /// Takes the text of a document; its letterhead and its place to sign are no part of a translation.
  ///
  /// - Parameters:
  ///   - document: the same document in the other language.
  ///   - remarks: what is said before it.
  public init(of document: Document, remarks: [Paragraph]) {
    language = document.language
    self.remarks = remarks
    let own = document.ownPlaces
    let text = Relabelled(own: own)
    caption = document.caption.map(text.table)
    title = text.inlines(document.title)
    subtitle = document.subtitle.map(text.inlines)
    opening = text.blocks(document.opening)
    sections = document.sections.map(text.section)
  }
}

extension Document {
  /// The places of the text itself, which stand in its translation a second time; those of annexes are not among them.
  fileprivate var ownPlaces: Set<String> {
    var places = Set(opening.flatMap(\.places))
    for section in sections {
      places.insert(section.heading.identifier)
      places.formUnion(section.blocks.flatMap(\.places))
      for subsection in section.subsections {
        places.insert(subsection.heading.identifier)
        places.formUnion(subsection.blocks.flatMap(\.places))
      }
    }
    return places
  }
}

extension Block {
  fileprivate var places: [String] {
    switch self {
    case .paragraph(let paragraph): paragraph.identifier.map { [$0] } ?? []
    case .list(let list): list.items.flatMap { ($0.identifier.map { [$0] } ?? []) + $0.blocks.flatMap(\.places) }
    case .quotation(let quotation): quotation.blocks.flatMap(\.places)
    case .table, .figure, .signature: []
    }
  }
}

/// Gives places names of their own, and leads links within the text to them.
private struct Relabelled {
  let own: Set<String>

  private func name(_ place: String) -> String { own.contains(place) ? "translation-\(place)" : place }

  func section(_ section: Section) -> Section {
    Section(
      heading(section.heading), blocks(section.blocks),
      subsections: section.subsections.map { Subsection(heading($0.heading), blocks($0.blocks)) })
  }

  private func heading(_ heading: Heading) -> Heading {
    Heading(number: heading.number, inlines(heading.content), identifier: name(heading.identifier))
  }

  func blocks(_ blocks: [Block]) -> [Block] {
    blocks.compactMap { block in
      switch block {
      case .paragraph(let value): return .paragraph(paragraph(value))
      case .table(let value): return .table(table(value))
      case .figure: return block
      case .signature: return nil
      case .list(var list):
        list.items = list.items.map {
          List.Item(label: $0.label, self.blocks($0.blocks), identifier: $0.identifier.map(name))
        }
        return .list(list)
      case .quotation(let quotation):
        return .quotation(Quotation(language: quotation.language, self.blocks(quotation.blocks)))
      }
    }
  }

  private func paragraph(_ paragraph: Paragraph) -> Paragraph {
    var paragraph = paragraph
    paragraph.content = inlines(paragraph.content)
    paragraph.identifier = paragraph.identifier.map(name)
    return paragraph
  }

  func table(_ table: Table) -> Table {
    var table = table
    table.columnHeads = table.columnHeads.map { Table.Cell($0.paragraphs.map(paragraph)) }
    table.rows = table.rows.map { row in row.map { Table.Cell($0.paragraphs.map(paragraph)) } }
    return table
  }

  func inlines(_ content: [Inline]) -> [Inline] {
    content.map { inline in
      switch inline {
      case .text, .literal, .lineBreak: return inline
      case .emphasis(let content): return .emphasis(inlines(content))
      case .strong(let content): return .strong(inlines(content))
      case .foreign(let language, let content): return .foreign(language, inlines(content))
      case .footnote(let note): return .footnote(Footnote(inlines(note.content)))
      case .pageNumber(let place): return .pageNumber(of: name(place))
      case .link(let link):
        guard case .place(let place) = link.destination else { return inline }
        return .link(Link(to: .place(name(place)), link.content, description: link.description))
      }
    }
  }
}
