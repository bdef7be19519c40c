import Document

/// What the complaint says on its first page and what it asks for, as lines: the text for a form.
///
/// It is taken from the document itself, so that form and PDF cannot differ. The reasons of the person, the words of
/// others and special categories of data stand in the PDF alone.
struct CaseSummary: Hashable, Sendable {
  /// One row of the summary on page 1.
  struct Row: Hashable, Sendable {
    var label: String
    var value: String
  }

  /// The title and the line under it.
  let title: [String]
  /// The rows of the summary, in the order of the page.
  let rows: [Row]
  /// What is asked for, item by item, each with its label; before it the words that open the list.
  let requests: [String]

  init(_ document: Document) {
    title = [document.title, document.subtitle ?? []].map { Self.text([Paragraph($0)]) }.filter { !$0.isEmpty }
    rows = document.opening.flatMap { block -> [Row] in
      guard case .table(let table) = block else { return [] }
      return table.rows.compactMap { cells in
        guard cells.count == 2 else { return nil }
        return Row(label: Self.text(cells[0].paragraphs), value: Self.text(cells[1].paragraphs))
      }
    }
    requests = document.sections.first { $0.heading.identifier == "requests" }.map { Self.requests($0.blocks) } ?? []
  }

  /// The opening words and the first list of a section; what follows are suggestions, not requests.
  private static func requests(_ blocks: [Block]) -> [String] {
    guard let index = blocks.firstIndex(where: { if case .list = $0 { true } else { false } }),
      case .list(let list) = blocks[index]
    else { return [] }
    let opening = blocks[..<index].compactMap { block -> String? in
      if case .paragraph(let paragraph) = block { text([paragraph]) } else { nil }
    }
    let items = list.items.map { item in
      let words = item.blocks.compactMap { block -> String? in
        if case .paragraph(let paragraph) = block { text([paragraph]) } else { nil }
      }
      return "\(item.label) \(words.joined(separator: " "))"
    }
    return opening + items
  }

  /// Plain characters: no-break spaces serve the page, not a form; offers of a break vanish.
  private static func text(_ paragraphs: [Paragraph]) -> String {
    paragraphs.map { $0.content.plainText }.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").replacing("\u{AD}", with: "")
  }
}
