import Casebook
import Checking
import Document
import Evidence
import Matter
import Storage

extension Drafter {
  /// Makes a complaint in as many files as it needs, none larger than a limit.
  ///
  /// The first holds the complaint and as many annexes as fit; each further one says what it belongs to, what is in it,
  /// and is a whole document of its own.
  ///
  /// - Parameters:
  ///   - brief: a matter without errors.
  ///   - exhibits: its evidence, none of it ``tooLarge(_:for:)``.
  ///   - megabytes: the size of a part, in millions of bytes.
  ///   - translation: what an informal translation at the end of the first part is made of.
  ///   - spool: opens the file a large part is written to; the number of the part, from 1.
  public func drafts(
    _ brief: Brief, exhibits: [Exhibit], megabytes: Int, translation: TranslationSource? = nil,
    spool: (Int) -> ScratchFile? = { _ in nil }
  ) throws(DraftFailure) -> [Draft] {
    let limit = megabytes * 1_000_000
    let letter = try draft(
      brief, exhibits: exhibits.map(\.withoutContent), translation: translation
    ).content.count
    // What exhibits add is estimated; where that was too little, the parts are planned again with less room.
    var (room, drafts): (Int, [Draft]) = (limit, [])
    for _ in 0..<8 {
      let plan = PartPlan(exhibits, letter: letter, limit: room)
      drafts = []
      for part in plan.parts.indices {
        let document = try document(brief, exhibits, plan, part: part + 1, translation)
        drafts.append(try draft(document.document, citations: document.citations, on: brief.date) { spool(part + 1) })
      }
      guard let most = drafts.map(\.content.count).max(), most > limit else { break }
      room -= most - limit + 10_000
    }
    return drafts
  }

  /// The exhibits that no part of a size has room for; each an error.
  public static func tooLarge(_ exhibits: [Exhibit], for megabytes: Int) -> [Finding] {
    PartPlan.tooLarge(exhibits, megabytes: megabytes)
  }

  /// One of the files.
  private func document(
    _ brief: Brief, _ exhibits: [Exhibit], _ plan: PartPlan, part: Int, _ translation: TranslationSource?
  ) throws(DraftFailure) -> (document: Document, citations: Set<String>) {
    var (document, citations) = try compose(brief, exhibits: exhibits, plan: plan)
    document.part = part
    let own = exhibits.filter { plan.part(of: $0.number) == part }
    let here = Set(own.flatMap(\.withAttached).map(\.identifier))
    let all = Set(exhibits.flatMap(\.withAttached).map(\.identifier))
    document.annexes.removeAll { !here.contains($0.heading.identifier) }
    document.attachments = own.compactMap(\.attachment)
    guard part > 1 else {
      document.translation = try translation.map { (source) throws(DraftFailure) in
        try self.translation(source, exhibits: exhibits, plan: plan)
      }
      return (document.withoutLinks { all.contains($0) && !here.contains($0) }, citations)
    }
    let wording = preparation.wording
    let values = [
      "title": document.metadataTitle, "part": String(part), "parts": String(plan.parts.count),
      "reference": brief.matter.printedReference, "date": brief.language.dates.text(brief.date),
    ]
    document.metadataTitle = wording.text(.partTitle, values)
    document.furniture.head += " · " + wording.text(.partOf, values)
    (document.letterhead, document.caption, document.subtitle, document.sections) = (nil, nil, nil, [])
    document.title = [.text(wording.text(.partTitle, values))]
    let list = AnnexComposer(
      exhibits: own, preparation: preparation, originals: brief.channel?.originals ?? .none,
      controller: brief.controller.name
    ).list
    document.opening = [.paragraph(Paragraph([.text(wording.text(.partOpening, values))]))] + list
    return (document.withoutLinks { !here.contains($0) }, [])
  }
}

extension Exhibit {
  /// The exhibit as the complaint's text and lists need it.
  fileprivate var withoutContent: Exhibit {
    var exhibit = self
    (exhibit.content, exhibit.attachment) = ([], nil)
    exhibit.attached = attached.map(\.withoutContent)
    return exhibit
  }
}
