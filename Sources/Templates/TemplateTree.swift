import Document

/// A rendered template after parsing: everything but the values.
///
/// It depends on the branches taken, not on the person, so it is the same for most of a batch and is kept.
public struct TemplateTree: Sendable {
  /// A block, and whether it still holds placeholders.
  enum Node: Sendable {
    case fixed(Block)
    case open(Block)
    case directive(String)
  }
  struct Part: Sendable {
    var heading: Heading
    var nodes: [Node] = []
    var parts: [Part] = []
  }
  /// What a reference character stands for.
  enum Reference: Hashable, Sendable {
    case annex(String)
  }

  var caption: Table?
  var title: [Inline] = []
  var subtitle: [Inline]?
  var opening: [Node] = []
  var sections: [Part] = []
  var references: [Reference] = []
  /// Everything cited, for tests of the registers.
  public var citations: Set<String> = []
}

extension Block {
  /// Whether something is still to be put in.
  var hasPlaceholder: Bool {
    switch self {
    case .paragraph(let paragraph): paragraph.content.hasPlaceholder
    case .list(let list): list.items.contains { $0.blocks.contains(where: \.hasPlaceholder) }
    case .table(let table): table.hasPlaceholder
    case .quotation(let quotation): quotation.blocks.contains(where: \.hasPlaceholder)
    case .figure, .signature: false
    }
  }
}

extension Table {
  var hasPlaceholder: Bool {
    (rows + [columnHeads]).contains { row in
      row.contains { $0.paragraphs.contains { $0.content.hasPlaceholder } }
    }
  }
}

extension [Inline] {
  var hasPlaceholder: Bool {
    contains { inline in
      switch inline {
      case .text(let text): Placeholder.isIn(text)
      case .literal, .lineBreak, .pageNumber: false
      case .emphasis(let inner), .strong(let inner), .foreign(_, let inner): inner.hasPlaceholder
      case .link(let link): link.content.hasPlaceholder
      case .footnote(let note): note.content.hasPlaceholder
      }
    }
  }
}
