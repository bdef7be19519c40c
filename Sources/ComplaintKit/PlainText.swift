import Document
import Templates

/// A document as plain text for a terminal: headings are lines, nothing is drawn.
struct PlainText {
  /// The longest line, in characters.
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int) { self.width = width }

  /// Adds the parts of a document, each heading and paragraph after a blank line.
  mutating func add(_ parts: ComposedParts) {
    add(parts.title)
    if let subtitle = parts.subtitle { add(subtitle) }
    add(parts.opening)
    for section in parts.sections {
      add(section.heading)
      add(section.blocks)
      for part in section.subsections {
        add(part.heading)
        add(part.blocks)
      }
    }
  }

  private mutating func add(_ heading: Heading) {
    add((heading.number.map { [.text($0 + " ")] } ?? []) + heading.content)
  }

  private mutating func add(_ content: [Inline]) {
    if !lines.isEmpty { lines.append("") }
    lines += wrapped(Self.text(content), first: "", rest: "")
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph.content)
      case .list(let list):
        lines.append("")
        for item in list.items { add(item) }
      case .quotation(let quotation): add(quotation.blocks)
      case .table(let table): for row in table.rows { add(Array(row.flatMap(\.paragraphs).map(\.content).joined())) }
      case .figure, .signature: break
      }
    }
  }

  private mutating func add(_ item: List.Item) {
    let label = item.label + " "
    var first = label
    let rest = String(repeating: " ", count: label.count)
    for block in item.blocks {
      guard case .paragraph(let paragraph) = block else { continue }
      lines += wrapped(Self.text(paragraph.content), first: first, rest: rest)
      first = rest
    }
  }

  /// The words; an address that a link hides stands behind its text.
  private static func text(_ content: [Inline]) -> String {
    content.map { inline in
      switch inline {
      case .link(let link):
        let shown = text(link.content)
        guard case .uri(let address) = link.destination, address != shown else { return shown }
        return "\(shown): \(address)"
      case .emphasis(let inner), .strong(let inner), .foreign(_, let inner): return text(inner)
      case .text, .literal, .lineBreak, .footnote, .pageNumber: return inline.plainText
      }
    }.joined()
  }

  /// Lines broken at spaces; a no-break space holds its words together and is printed as a space.
  private func wrapped(_ text: String, first: String, rest: String) -> [String] {
    var result: [String] = []
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = result.isEmpty ? first : rest
      var isEmpty = true
      for word in part.split(separator: " ") {
        if !isEmpty, line.count + 1 + word.count > width {
          result.append(line)
          line = rest
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      result.append(line)
    }
    return result.map { String($0.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }) }
  }
}
