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
    caption = document.caption
    title = document.title
    subtitle = document.subtitle
    opening = document.opening.filter { !$0.isSignature }
    sections = document.sections.map { section in
      var section = section
      section.blocks.removeAll(where: \.isSignature)
      for index in section.subsections.indices { section.subsections[index].blocks.removeAll(where: \.isSignature) }
      return section
    }
    self = mapped(.renaming(document.ownPlaces))
  }

  func mapped(_ map: DocumentMap) -> Translation {
    var translation = self
    translation.caption = caption.map(map.table)
    translation.title = map.inlines(title)
    translation.subtitle = subtitle.map(map.inlines)
    translation.opening = map.blocks(opening)
    translation.sections = sections.map(map.section)
    return translation
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
  fileprivate var isSignature: Bool { if case .signature = self { true } else { false } }

  fileprivate var places: [String] {
    switch self {
    case .paragraph(let paragraph): paragraph.identifier.map { [$0] } ?? []
    case .list(let list): list.items.flatMap { ($0.identifier.map { [$0] } ?? []) + $0.blocks.flatMap(\.places) }
    case .quotation(let quotation): quotation.blocks.flatMap(\.places)
    case .table, .figure, .signature: []
    }
  }
}

extension DocumentMap {
  /// Gives places names of their own, and leads links within the text to them.
  fileprivate static func renaming(_ own: Set<String>) -> DocumentMap {
    let name: (String) -> String = { own.contains($0) ? "translation-\($0)" : $0 }
    return DocumentMap(
      inline: { piece in
        switch piece {
        case .pageNumber(let place): return [.pageNumber(of: name(place))]
        case .link(let link):
          guard case .place(let place) = link.destination else { return nil }
          return [.link(Link(to: .place(name(place)), link.content, description: link.description))]
        default: return nil
        }
      }, place: name)
  }
}
