import Casebook
import Document
import Evidence
import Matter
import Templates

/// Composes what shows the exhibits: annexes, their list, the table of full hashes.
struct AnnexComposer {
  let exhibits: [Exhibit]
  let preparation: Preparation
  let originals: Channel.Originals
  /// The controller's name.
  let controller: String
  /// Which annexes stand in other files; nil where all stand in this one.
  var plan: PartPlan?

  /// All annexes in order, those of attached files after the mail they came with.
  private var shown: [Exhibit] { exhibits.flatMap(\.withAttached) }
  private var wording: DocumentWording { preparation.wording }
  private var language: Language { preparation.language }

  /// How the text refers to each exhibit, by role.
  ///
  /// - Parameter role: the role under which an exhibit is cited, where that is not its own.
  func references(role: (Exhibit) -> String) -> [String: [AnnexReference]] {
    var found: [String: [AnnexReference]] = [:]
    for exhibit in shown {
      found[role(exhibit), default: []].append(
        AnnexReference(
          identifier: exhibit.identifier, label: label(exhibit), description: "\(label(exhibit)), \(exhibit.caption)",
          remark: remark(on: exhibit)))
    }
    return found
  }

  /// Which policy an exhibit shows, in the brackets that stand within others: the version, and the company if it is not
  /// the controller under its own name.
  private func remark(on exhibit: Exhibit) -> String? {
    let other = exhibit.entity.flatMap { CompanyName($0) == CompanyName(controller) ? nil : $0 }
    let parts = [other, exhibit.version].compactMap(\.self)
    return parts.isEmpty ? nil : "[" + parts.joined(separator: ", ") + "]"
  }

  /// The annexes, each with links back to where it is cited.
  func annexes(citations: [String: [Int]], paragraphs: [Int: String]) -> [Annex] {
    shown.map { exhibit in
      let heading = Heading([.text(title(exhibit))], identifier: exhibit.identifier)
      let values = ["annex": label(exhibit), "caption": exhibit.caption, "hash": exhibit.shortHash]
      let stamp = wording.text(exhibit.isWithheld ? .stampWithheld : .stamp, values)
      let cited = citedIn(citations[exhibit.identifier] ?? [], paragraphs)
      return Annex(heading, stamp: stamp, blocks: exhibit.blocks(citations: cited))
    }
  }

  /// The share of the column of labels, as wide as the longest one needs.
  private var labelShare: Double { max(0.115, 0.0108 * Double(shown.map { label($0).count }.max() ?? 0)) }

  /// The list of annexes.
  var list: [Block] {
    let heads: [DocumentWording.Key] = [
      .columnAnnex, .columnPage, .columnWhat, .columnDate, .columnOriginal, .columnHash,
    ]
    let rows = shown.map { exhibit in
      [
        Table.Cell([link(exhibit)] + place(of: exhibit)), Table.Cell([.pageNumber(of: exhibit.identifier)]),
        Table.Cell([.literal(exhibit.caption, hyphenates: false)]),
        Table.Cell([.text(exhibit.version ?? exhibit.date.map { language.dates.short($0) } ?? wording.text(.undated))]),
        Table.Cell([.text(holder(of: exhibit) ?? language.label(originalLabel(of: exhibit)))]),
        Table.Cell([.literal(exhibit.statedHash == nil ? "–" : exhibit.shortHash, hyphenates: false)]),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Table(
          .grid, columnShares: [labelShare, 0.085, 0.37 - labelShare, 0.165, 0.205, 0.175],
          columnHeads: heads.map { Table.Cell([.text(wording.text($0))]) }, rows: rows))
    ] + remark
  }

  /// That there are other files, and where their numbers stand.
  private var remark: [Block] {
    guard let plan, plan.parts.count > 1 else { return [] }
    return [
      .paragraph(
        Paragraph([.text(wording.text(.partRemark, ["parts": String(plan.parts.count)]))], style: .note))
    ]
  }

  /// In which other file an annex stands.
  private func place(of exhibit: Exhibit) -> [Inline] {
    guard let part = plan?.part(of: exhibit.number), part > 1 else { return [] }
    return [.text(" " + wording.text(.inPart, ["part": String(part)]))]
  }

  /// The full hashes, in a table of their own at the very end.
  var hashes: [Block] {
    let heads: [DocumentWording.Key] = [.columnAnnex, .columnFile, .columnFullHash]
    let rows = shown.map { exhibit in
      [
        Table.Cell([link(exhibit)]),
        Table.Cell([.literal(exhibit.originalName ?? holder(of: exhibit) ?? "–", hyphenates: false)]),
        Table.Cell([.literal(exhibit.statedHash ?? "–", hyphenates: false)]),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Table(
          .fine, columnShares: [labelShare - 0.005, 0.315 - labelShare, 0.69],
          columnHeads: heads.map { Table.Cell([.text(wording.text($0))]) }, rows: rows))
    ]
  }

  /// What programs are told of the exhibits.
  var records: [ExhibitRecord] {
    exhibits.map { exhibit in
      let part = plan?.part(of: exhibit.number) ?? 1
      // Of what is withheld not even the hash and the size leave the person.
      guard !exhibit.isWithheld else {
        return ExhibitRecord(
          number: String(exhibit.number), name: nil, place: .withheld, size: nil, sha256: nil, part: part)
      }
      let place: ExhibitRecord.Place =
        exhibit.attachment != nil ? .embedded : exhibit.originalName != nil && originals == .beside ? .beside : .kept
      return ExhibitRecord(
        number: String(exhibit.number), name: place == .kept ? nil : exhibit.originalName, place: place,
        size: exhibit.size, sha256: exhibit.sha256, part: part)
    }
  }

  private func originalLabel(of exhibit: Exhibit) -> Label {
    switch originals {
    case _ where exhibit.isWithheld: .originalWithheld
    case .embed: .originalEmbedded
    case .beside: .originalBeside
    case .none: .originalNone
    }
  }

  private func label(_ exhibit: Exhibit) -> String { language.label(.annex, ["n": exhibit.designation]) }

  /// In which annex an exhibit's original is, where it was attached to a mail; nil where it is a file of its own.
  private func holder(of exhibit: Exhibit) -> String? {
    guard exhibit.letter != nil else { return nil }
    return wording.text(.inAnnex, ["annex": language.label(.annex, ["n": String(exhibit.number)])])
  }

  private func title(_ exhibit: Exhibit) -> String {
    var values = ["annex": label(exhibit), "caption": exhibit.caption]
    guard let date = exhibit.version ?? exhibit.date.map({ language.dates.text($0) }) else {
      return wording.text(.annexHeading, values)
    }
    values["date"] = date
    return wording.text(.annexHeadingDated, values)
  }

  private func link(_ exhibit: Exhibit) -> Inline {
    .link(
      Link(
        to: .place(exhibit.identifier), [.literal(label(exhibit), hyphenates: false)],
        description: "\(label(exhibit)), \(exhibit.caption)"))
  }

  private func citedIn(_ numbers: [Int], _ identifiers: [Int: String]) -> Paragraph {
    guard !numbers.isEmpty else { return Paragraph([.text(wording.text(.notCited))], style: .note) }
    let phrases = Phrases(language: language).structure
    var links: [Inline] = []
    for (place, number) in numbers.enumerated() {
      if place > 0 { links.append(.text(place == numbers.count - 1 ? phrases.and : ", ")) }
      let text = phrases.paragraph(number)
      links.append(
        .link(
          Link(to: .place(identifiers[number] ?? "p\(number)"), [.literal(text, hyphenates: false)], description: text))
      )
    }
    // The pattern's value is a run of links, so what stands around it is taken from the pattern itself.
    let marker = "\u{0}"
    let parts = wording.text(.citedIn, ["paragraphs": marker]).split(
      separator: Character(marker), omittingEmptySubsequences: false)
    let before = parts.first.map { [Inline.text(String($0))] } ?? []
    let after = parts.count > 1 ? [Inline.text(String(parts[1]))] : []
    return Paragraph(before + links + after, style: .note)
  }
}

extension DateFormats {
  /// A date as exactly as it is known, without a preposition where the language allows it.
  func text(_ range: DateRange) -> String {
    switch range.precision {
    case .day: text(range.earliest)
    case .month: text(month: range.earliest)
    case .year: String(range.earliest.year)
    case .range: "\(text(range.earliest)) – \(text(range.latest))"
    }
  }

  /// The same for narrow columns.
  func short(_ range: DateRange) -> String { text(range) }
}
