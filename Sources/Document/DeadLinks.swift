extension Document {
  /// The document with the words of links in their place wherever they lead to a place that is elsewhere.
  public func withoutLinks(to isElsewhere: @escaping (String) -> Bool) -> Document {
    let map = DocumentMap.unlinking(isElsewhere)
    var document = self
    document.caption = caption.map(map.table)
    document.title = map.inlines(title)
    document.subtitle = subtitle.map(map.inlines)
    document.opening = map.blocks(opening)
    document.sections = sections.map(map.section)
    document.annexes = annexes.map { annex in
      var annex = annex
      annex.blocks = map.blocks(annex.blocks)
      return annex
    }
    document.translation = translation.map { $0.mapped(map) }
    return document
  }
}

extension DocumentMap {
  fileprivate static func unlinking(_ isElsewhere: @escaping (String) -> Bool) -> DocumentMap {
    DocumentMap { piece in
      switch piece {
      case .pageNumber(let name) where isElsewhere(name): return [.text("–")]
      case .link(let link):
        guard case .place(let name) = link.destination, isElsewhere(name) else { return nil }
        return unlinking(isElsewhere).inlines(link.content)
      default: return nil
      }
    }
  }
}
