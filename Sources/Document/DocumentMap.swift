/// A document's text with something in it exchanged, wherever it stands.
struct DocumentMap {
  /// What stands for a piece of text; nil keeps it, and looks into what it holds.
  var inline: (Inline) -> [Inline]?
  /// The name that a place has then.
  var place: (String) -> String = { $0 }

  func inlines(_ content: [Inline]) -> [Inline] {
    content.flatMap { piece -> [Inline] in
      if let other = inline(piece) { return other }
      switch piece {
      case .text, .literal, .lineBreak, .pageNumber, .link: return [piece]
      case .emphasis(let content): return [.emphasis(inlines(content))]
      case .strong(let content): return [.strong(inlines(content))]
      case .foreign(let language, let content): return [.foreign(language, inlines(content))]
      case .footnote(let note): return [.footnote(Footnote(inlines(note.content)))]
      }
    }
  }

  func section(_ section: Section) -> Section {
    Section(
      heading(section.heading), blocks(section.blocks),
      subsections: section.subsections.map { Subsection(heading($0.heading), blocks($0.blocks)) })
  }

  private func heading(_ heading: Heading) -> Heading {
    Heading(number: heading.number, inlines(heading.content), identifier: place(heading.identifier))
  }

  func blocks(_ blocks: [Block]) -> [Block] { blocks.map(block) }

  private func block(_ block: Block) -> Block {
    switch block {
    case .paragraph(let value): return .paragraph(paragraph(value))
    case .table(let value): return .table(table(value))
    case .figure, .signature: return block
    case .list(var list):
      list.items = list.items.map {
        List.Item(label: $0.label, blocks($0.blocks), identifier: $0.identifier.map(place))
      }
      return .list(list)
    case .quotation(var quotation):
      quotation.blocks = blocks(quotation.blocks)
      return .quotation(quotation)
    }
  }

  private func paragraph(_ paragraph: Paragraph) -> Paragraph {
    var paragraph = paragraph
    paragraph.content = inlines(paragraph.content)
    paragraph.identifier = paragraph.identifier.map(place)
    return paragraph
  }

  func table(_ table: Table) -> Table {
    func cell(_ cell: Table.Cell) -> Table.Cell { Table.Cell(cell.paragraphs.map(paragraph)) }
    var table = table
    table.columnHeads = table.columnHeads.map(cell)
    table.rows = table.rows.map { $0.map(cell) }
    return table
  }
}
