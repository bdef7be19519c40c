import Document

/// Lines with quoting depths into paragraphs and quotations within quotations.
enum QuotedText {
  /// The blocks of a text.
  ///
  /// - Parameter language: the language of the text where it is known.
  static func blocks(of lines: [TextLine], language: LanguageTag?) -> [Block] {
    blocks(of: lines[...], depth: 0, language: language)
  }

  private static func blocks(of lines: ArraySlice<TextLine>, depth: Int, language: LanguageTag?) -> [Block] {
    var blocks: [Block] = []
    var rest = lines
    while let first = rest.first {
      if first.depth > depth {
        let quoted = rest.prefix { $0.depth > depth }
        let inner = self.blocks(of: quoted, depth: depth + 1, language: language)
        if !inner.isEmpty { blocks.append(.quotation(Quotation(inner))) }
        rest = rest[quoted.endIndex...]
      } else if first.isBlank {
        rest = rest.dropFirst()
      } else {
        let lines = rest.prefix { $0.depth == depth && !$0.isBlank }
        blocks.append(.paragraph(paragraph(of: lines, language: language)))
        rest = rest[lines.endIndex...]
      }
    }
    return blocks
  }

  /// Lines that follow each other without a blank one; their ends are the sender's.
  private static func paragraph(of lines: ArraySlice<TextLine>, language: LanguageTag?) -> Paragraph {
    var content: [Inline] = []
    for line in lines {
      if !content.isEmpty { content.append(.lineBreak) }
      content.append(.literal(line.text, hyphenates: false))
    }
    return Paragraph(content, style: .verbatim, language: language)
  }
}
