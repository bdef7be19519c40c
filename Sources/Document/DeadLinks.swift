extension Document {
  /// The document with the words of links in their place wherever they lead to a place that is elsewhere.
  public func withoutLinks(to isElsewhere: (String) -> Bool) -> Document {
    var document = self
    document.caption = caption.map { $0.unlinked(isElsewhere) }
    document.title = title.unlinked(isElsewhere)
    document.subtitle = subtitle?.unlinked(isElsewhere)
    document.opening = opening.map { $0.unlinked(isElsewhere) }
    document.sections = sections.map { $0.unlinked(isElsewhere) }
    if var translation {
      translation.caption = translation.caption.map { $0.unlinked(isElsewhere) }
      translation.opening = translation.opening.map { $0.unlinked(isElsewhere) }
      translation.sections = translation.sections.map { $0.unlinked(isElsewhere) }
      document.translation = translation
    }
    document.annexes = annexes.map { annex in
      var annex = annex
      annex.blocks = annex.blocks.map { $0.unlinked(isElsewhere) }
      return annex
    }
    return document
  }
}

extension Section {
  fileprivate func unlinked(_ isElsewhere: (String) -> Bool) -> Section {
    var section = self
    section.heading.content = heading.content.unlinked(isElsewhere)
    section.blocks = blocks.map { $0.unlinked(isElsewhere) }
    section.subsections = subsections.map { subsection in
      var subsection = subsection
      subsection.heading.content = subsection.heading.content.unlinked(isElsewhere)
      subsection.blocks = subsection.blocks.map { $0.unlinked(isElsewhere) }
      return subsection
    }
    return section
  }
}

extension [Inline] {
  fileprivate func unlinked(_ isElsewhere: (String) -> Bool) -> [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .text, .literal, .lineBreak: [inline]
      case .pageNumber(let name): isElsewhere(name) ? [.text("–")] : [inline]
      case .emphasis(let content): [.emphasis(content.unlinked(isElsewhere))]
      case .strong(let content): [.strong(content.unlinked(isElsewhere))]
      case .foreign(let language, let content): [.foreign(language, content.unlinked(isElsewhere))]
      case .footnote(let note): [.footnote(Footnote(note.content.unlinked(isElsewhere)))]
      case .link(let link):
        if case .place(let name) = link.destination, isElsewhere(name) {
          link.content.unlinked(isElsewhere)
        } else {
          [inline]
        }
      }
    }
  }
}

extension Block {
  fileprivate func unlinked(_ isElsewhere: (String) -> Bool) -> Block {
    switch self {
    case .paragraph(let paragraph): return .paragraph(paragraph.unlinked(isElsewhere))
    case .table(let table): return .table(table.unlinked(isElsewhere))
    case .figure, .signature: return self
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { $0.unlinked(isElsewhere) }
      }
      return .list(list)
    case .quotation(var quotation):
      quotation.blocks = quotation.blocks.map { $0.unlinked(isElsewhere) }
      return .quotation(quotation)
    }
  }
}

extension Paragraph {
  fileprivate func unlinked(_ isElsewhere: (String) -> Bool) -> Paragraph {
    var paragraph = self
    paragraph.content = content.unlinked(isElsewhere)
    return paragraph
  }
}

extension Table {
  fileprivate func unlinked(_ isElsewhere: (String) -> Bool) -> Table {
    var table = self
    func cell(_ cell: Cell) -> Cell {
      var cell = cell
      cell.paragraphs = cell.paragraphs.map { $0.unlinked(isElsewhere) }
      return cell
    }
    table.columnHeads = columnHeads.map(cell)
    table.rows = rows.map { $0.map(cell) }
    return table
  }
}
