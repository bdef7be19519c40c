/// A Markdown block as the builder needs it.
indirect enum MarkdownBlock: Sendable {
  case heading(level: Int, [MarkdownInline], line: Int)
  case paragraph([MarkdownInline], line: Int)
  case list(ordered: Bool, items: [[MarkdownBlock]], line: Int)
  case quotation([MarkdownBlock], line: Int)
  case table(heads: [[MarkdownInline]], rows: [[[MarkdownInline]]], line: Int)
  case footnote(label: String, [MarkdownBlock])
}

/// Markdown within a line.
indirect enum MarkdownInline: Sendable {
  case text(String)
  case lineBreak
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case link(target: String, [MarkdownInline])
  case footnote(label: String)
}

extension [MarkdownInline] {
  /// The characters alone.
  var text: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .lineBreak: "\n"
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.text
      case .footnote: ""
      }
    }.joined()
  }
}
