import Digests
import Document
import Matter
import Messages
import Storage

/// An exhibit being made.
struct ExhibitDraft {
  let maker: ExhibitMaker
  let number: Int
  private(set) var item: EvidenceItem
  let format: EvidenceFormat
  /// Where the file comes from.
  let place: Place
  private var attached: [Exhibit] = []
  /// What blacks out words; nil where nothing is blacked out.
  private var redactor: Redactor?
  private var facts: MailFacts?
  /// Whether pictures have fewer pixels than the original's.
  private var isScaledDown = false
  private var content: [Block] = []
  private var findings: [Finding] = []

  /// A figure's alternative text is at most this long, in characters; what is longer is read out as text.
  static let alternativeLimit = 300

  /// Where a file comes from.
  enum Place: Hashable {
    /// It is an entry of the matter.
    case entry
    /// It is attached to the mail of an annex, such as `2` or `2a`.
    case attached(letter: String, to: String)
  }

  init(maker: ExhibitMaker, number: Int, item: EvidenceItem, format: EvidenceFormat, place: Place = .entry) {
    self.place = place
    self.maker = maker
    self.number = number
    self.item = item
    self.format = format
    guard let redaction = item.redact else { return }
    var redactor = Redactor(redaction, marker: maker.wording[.blackedOut])
    self.item.caption = redactor.text(item.caption)
    self.item.entity = redactor.text(item.entity)
    self.item.alt = redactor.text(item.alt)
    self.item.transcript = redactor.text(item.transcript)
    self.redactor = redactor
  }

  // MARK: Blacking out

  /// Throws where what is to be blacked out cannot be, whatever is in the file.
  func checkRedaction() throws(FormatFault) {
    guard let redactor else { return }
    guard redactor.unspecific.isEmpty else { throw .redaction(.unspecific(redactor.unspecific)) }
    let hasAreas = item.redact?.areas.isEmpty == false
    switch format {
    case .png, .jpeg, .webp, .gif, .heif, .tiff: if !hasAreas { throw .redaction(.uncovered) }
    case .pdf: break
    default: if hasAreas { throw .redaction(.noPicture) }
    }
  }

  /// Throws where words were not found: the person believes that they are hidden.
  mutating func finishRedaction() throws(FormatFault) {
    guard let redactor else { return }
    guard redactor.missing.isEmpty else { throw .redaction(.missing(redactor.missing)) }
    find(.redacted)
  }

  /// What the annex is cited by: `2`, or `2a`.
  var designation: String { String(number) + (letter ?? "") }

  private var letter: String? {
    if case .attached(let letter, _) = place { letter } else { nil }
  }

  private var wording: ExhibitWording { maker.wording }
  private var role: EvidenceItem.Role { item.role ?? .other }
  private var language: LanguageTag? { item.language.map(LanguageTag.init(rawValue:)) }

  private mutating func find(_ code: ExhibitFinding, _ parameters: FindingParameter...) {
    findings.append(code.finding(field: "evidence.\(number)", parameters: parameters))
  }

  // MARK: Pictures

  mutating func show(_ picture: Picture) {
    let description = item.alt?.trimmed
    let (start, isLong) = (description ?? "").bounded(to: ExhibitDraft.alternativeLimit - 1)
    let missing: ExhibitWording.Key = item.transcript?.trimmed == nil ? .noDescription : .noDescriptionButWords
    let alternative =
      description == nil
      ? wording.text(missing, ["role": wording.name(of: role)]) : isLong ? start.endingAtWord + "…" : start
    content.append(.figure(Figure(picture.image, alternative: alternative.onOneLine)))
    if let description, isLong {
      content.append(heading(.descriptionHeading))
      content += paragraphs(of: description, style: .note, language: nil)
      find(.altLong, .number(ExhibitDraft.alternativeLimit))
    }
    noteAreas(of: picture)
    addTranscript()
    note(picture.extras)
    noteScale(of: [picture])
  }

  private mutating func noteScale(of pictures: [Picture]) {
    guard let reduction = maker.reduction, pictures.contains(where: \.isScaledDown) else { return }
    isScaledDown = true
    find(.scaledDown, .number(reduction.resolution))
  }

  private mutating func noteAreas(of picture: Picture) {
    guard picture.areas > 0 else { return }
    content.append(note(wording.text(.areasBlackedOut, ["count": String(picture.areas)])))
  }

  /// The words of the exhibit as the person gave them; printed, so that nobody needs the picture to read them.
  private mutating func addTranscript() {
    guard let transcript = item.transcript?.trimmed else { return }
    content.append(heading(.transcriptHeading))
    content.append(
      .quotation(Quotation(language: language, paragraphs(of: transcript, style: .ragged, language: nil))))
  }

  private mutating func note(_ extras: Set<HiddenData>) {
    let harmless: Set<HiddenData> = [.colourProfile, .printColours, .animation]
    let removed = extras.subtracting(harmless).sorted()
    if !removed.isEmpty {
      find(.hiddenData, .list(removed.map { .words($0) }))
    }
    if extras.contains(.location), maker.originals != .none, redactor == nil { find(.location) }
    if extras.contains(.colourProfile) { find(.colourProfile) }
    if extras.contains(.printColours) { find(.printColours) }
    if extras.contains(.animation) { find(.animation) }
  }

  // MARK: Mails

  /// A mail without what is to be blacked out in it.
  mutating func redacted(_ mail: MailMessage) -> MailMessage { redactor?.redacted(mail) ?? mail }

  /// Shows a mail.
  ///
  /// - Parameter annexes: what of it is shown as an annex of its own: its number, by the position of the part.
  mutating func show(_ mail: MailMessage, annexes: [Int: String]) {
    facts = mail.facts
    var page = MailPage(wording: wording, limits: maker.limits, canShow: maker.canShow, language: language)
    content += page.blocks(of: mail, annexes: annexes)
    addTranscript()
    noteLosses(of: page.losses)
    if mail.isDoubtful { find(.charset) }
    if mail.isEncrypted { find(.encrypted) }
    if mail.isTooDeep || mail.partCount > mail.parts.count { find(.parts, .number(mail.partCount)) }
    if mail.textSource == .nothing, !mail.isEncrypted { find(.noText) }
    if mail.withheldAttachments > 0 { find(.redactedAttached, .number(mail.withheldAttachments)) }
    if ["from", "date", "subject", "message-id"].contains(where: { mail.values($0).count > 1 }) {
      find(.repeatedField)
    }
    for check in mail.signatures { find(check) }
    if let said = item.date, let written = mail.date,
      // Time zones move a mail by a day without anybody being wrong.
      written < said.earliest.adding(days: -1) || written > said.latest.adding(days: 1)
    {
      find(.otherDate, .date(written))
    }
  }

  private mutating func find(_ check: DKIMCheck) {
    switch check.body {
    case .differs: find(.signedText)
    case .beginning(let signed, _): find(.signedBeginning, .number(signed))
    case .matches, .unknown: break
    }
    switch check.signature {
    // Another text has another hash, and the signature may be sound all the same.
    case .fails: find(.signature)
    case .unusableRecord: find(.signatureKey)
    case .verified, .noRecord, .unknownProcedure, .malformed, .notAsTransmitted: break
    }
  }

  /// Takes what is attached to the mail.
  mutating func attach(_ files: AttachedFiles) {
    attached = files.exhibits
    findings += files.allFindings
  }

  // MARK: Pages and text

  /// Shows a PDF.
  mutating func showPDF(_ file: ConvertedFile) throws(FormatFault) {
    let (pages, cut) = try file.pdf(&redactor)
    show(pages, cut: cut)
    let covered = pages.count(where: \.withholdsText)
    if covered > 0 { find(.redactedPageText, .number(covered)) }
    guard redactor?.hasWords == true else { return }
    let shown = pages.compactMap { page in page.picture.map { (picture: $0, lines: page.lines ?? []) } }
    if shown.count < pages.count { find(.redactedPagePicture, .number(pages.count - shown.count)) }
    let unsearched = shown.count { $0.picture.areas == 0 && $0.lines.allSatisfy(\.isBlank) }
    if unsearched > 0 { find(.redactedUnsearched, .number(unsearched)) }
  }

  /// Shows the pages of a file: each as a picture, its words beneath.
  ///
  /// - Parameter cut: how many characters at the end were left out before.
  mutating func show(_ pages: [ConvertedFile.Page], cut: Int = 0) {
    if pages.count == 1, let page = pages.first, page.lines == nil, let picture = page.picture { return show(picture) }
    var printed = printedText
    printed.cut(cut)
    var mute = 0
    for (index, page) in pages.enumerated() {
      let lines = page.lines ?? []
      let isMute = lines.allSatisfy(\.isBlank)
      if isMute, !page.withholdsText { mute += 1 }
      let values = ["role": wording.name(of: role), "page": String(index + 1), "pages": String(pages.count)]
      // What the person says of the file is said of its first page; the others are counted.
      let said = index == 0 ? item.alt?.trimmed.map { $0.bounded(to: ExhibitDraft.alternativeLimit).text } : nil
      let counted: ExhibitWording.Key =
        page.withholdsText ? .pageWithAreas : isMute ? .pageWithoutText : .pageWithText
      let alternative = said ?? wording.text(counted, values)
      content.append(heading(wording.text(.pageHeading, values)))
      if let picture = page.picture {
        content.append(.figure(Figure(picture.image, alternative: alternative.onOneLine)))
        noteAreas(of: picture)
      } else {
        content.append(note(wording[.pagePictureWithheld]))
      }
      if page.withholdsText { content.append(note(wording[.pageTextWithheld])) }
      guard !isMute else { continue }
      content.append(heading(.fileTextHeading))
      content += printed.blocks(of: lines)
    }
    addTranscript()
    addLosses(of: printed)
    noteScale(of: pages.compactMap(\.picture))
    if mute > 0, item.transcript?.trimmed == nil { find(.noTextLayer, .number(mute)) }
  }

  /// Throws where a passage is asked for of what is not shown as text.
  func checkPassage() throws(FormatFault) {
    guard item.passage != nil, format != .text, format != .html else { return }
    throw .passage(.noText)
  }

  /// Shows the text of a file, or the passage of it that is asked for.
  mutating func show(_ decoded: Charset.Decoded, isHTML: Bool) throws(FormatFault) {
    var printed = printedText
    content.append(heading(.fileTextHeading))
    if isHTML { content.append(note(wording[.fileTextFromHTML])) }
    var lines =
      isHTML
      ? HTMLText.lines(
        of: decoded.text, pictureWord: wording[.picture], namelessPictureWord: wording[.pictureWithoutText])
      : decoded.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        TextLine(depth: 0, text: String($0))
      }
    if let passage = item.passage {
      let excerpt = try Excerpt(passage, of: lines)
      content.append(note(of: excerpt))
      lines = excerpt.lines
    }
    let shown = redactor?.lines(lines) ?? (kept: lines, cut: 0)
    content += printed.blocks(of: shown.kept)
    printed.cut(shown.cut)
    addTranscript()
    addLosses(of: printed)
    if decoded.isDoubtful {
      content.append(note(wording[.fileCharactersDoubtful]))
      find(.charset)
    }
  }

  private func note(of excerpt: Excerpt) -> Block {
    // How long a passage is tells how long the words are that are blacked out in it.
    guard redactor == nil else { return note(wording[.excerptWithheld]) }
    let numbers = [
      "first": excerpt.place.lowerBound, "last": excerpt.place.upperBound, "lines": excerpt.total,
      "characters": excerpt.characters, "total": excerpt.allCharacters,
    ]
    return note(wording.text(.excerpt, numbers.mapValues { String($0) }))
  }

  /// Says that a mail would prove more than a page or text that looks like one.
  mutating func preferMail() {
    switch format {
    case .pdf, .html, .text, .outlook: find(.ratherMail, .message(format.wording), .words(FormatAdvice.mail))
    default: break
    }
  }

  private var printedText: PrintedText {
    PrintedText(limits: maker.limits, canShow: maker.canShow, language: language)
  }

  /// Says in the annex what of a text is not printed as it stands, and notes it.
  private mutating func addLosses(of printed: PrintedText) {
    if printed.cutCharacters > 0 {
      content.append(note(wording.text(.textCut, ["count": String(printed.cutCharacters)])))
    }
    if printed.replaced > 0 { content.append(note(wording[.charactersReplaced])) }
    noteLosses(of: printed)
  }

  private mutating func noteLosses(of printed: PrintedText) {
    if printed.replaced > 0 { find(.characters, .number(printed.replaced)) }
    if printed.leftOut > 0 { find(.invisible, .number(printed.leftOut)) }
    if printed.cutCharacters > 0 { find(.cut, .number(printed.cutCharacters)) }
  }

  // MARK: The whole

  /// The exhibit, with its opening lines and its original.
  func finished(_ file: EvidenceFile, digest: SHA256Digest) -> Exhibit {
    let isEntry = place == .entry
    let isWithheld = redactor != nil
    let isDelivered = maker.originals != .none && isEntry && !isWithheld
    let name = isDelivered ? attachmentName : nil
    let named = isEntry ? roleName : wording.text(.attachedCaption, ["kind": kind])
    let caption = item.caption?.trimmed?.onOneLine ?? named
    return Exhibit(
      number: number, letter: letter, role: role, caption: caption, date: item.date, version: version,
      entity: role == .policy ? item.entity?.trimmed : nil, description: item.alt?.trimmed,
      transcript: item.transcript?.trimmed, format: format, sha256: digest.hexadecimal, size: file.bytes.count,
      opening: opening(bytes: file.bytes.count, digest: digest, name: name), content: content,
      attachment: isDelivered && maker.originals == .embed ? attachment(file, digest) : nil, originalName: name,
      isWithheld: isWithheld, attached: attached, mail: facts, findings: findings)
  }

  private func opening(bytes: Int, digest: SHA256Digest, name: String?) -> [Block] {
    var values = [
      "role": roleName, "kind": kind, "bytes": String(bytes), "hash": digest.short,
    ]
    let dated = [version, item.date.map(maker.dateText)].compactMap(\.self)
    values["date"] = dated.joined(separator: ", ")
    guard redactor == nil else {
      let facts = wording.text(dated.isEmpty ? .factsWithheldUndated : .factsWithheld, values)
      return [note(facts), note(wording[.originalWithheld])] + scale
    }
    let facts = wording.text(dated.isEmpty ? .factsUndated : .facts, values)
    let original: String =
      switch maker.originals {
      case _ where heldBy != nil: wording.text(.originalInMail, ["number": heldBy ?? ""])
      case .embed: wording.text(.originalEmbedded, ["name": name ?? ""])
      case .beside: wording.text(.originalBeside, ["name": name ?? ""])
      case .none: wording[.originalKept]
      }
    return [
      note(facts), note(isConverted ? wording[.converted] + " " + original : original),
    ] + scale
  }

  /// That pictures have fewer pixels than the original's.
  private var scale: [Block] {
    guard isScaledDown, let reduction = maker.reduction else { return [] }
    return [note(wording.text(.scaledDown, ["resolution": String(reduction.resolution)]))]
  }

  /// What its role is called, with the company where it is a policy.
  private var roleName: String {
    guard role == .policy, let entity = item.entity?.trimmed else { return wording.name(of: role) }
    return wording.text(.policyOf, ["entity": entity])
  }

  /// Which version of a policy it is.
  private var version: String? {
    guard role == .policy, let day = item.effective else { return nil }
    return wording.text(.policyVersion, ["date": maker.dateText(DateRange(day))])
  }

  private var heldBy: String? {
    if case .attached(_, let holder) = place { holder } else { nil }
  }

  private var kind: String {
    switch format {
    case .png: wording[.kindPNG]
    case .jpeg: wording[.kindJPEG]
    case .heif: wording[.kindHEIF]
    case .webp: wording[.kindWebP]
    case .gif: wording[.kindGIF]
    case .tiff: wording[.kindTIFF]
    case .pdf: wording[.kindPDF]
    case .html: wording[.kindHTML]
    case .text: wording[.kindText]
    case .outlook: wording[.kindOutlook]
    default: wording[.kindMail]
    }
  }

  private var attachmentName: String {
    wording.text(.attachmentName, ["number": String(number)]) + "." + format.fileExtension
  }

  private func attachment(_ file: EvidenceFile, _ digest: SHA256Digest) -> Attachment {
    let day = item.date?.latest ?? maker.documentDate
    var attachment = Attachment(
      name: attachmentName,
      description: wording.text(.attachmentDescription, ["number": String(number), "kind": kind]),
      mediaType: format.mediaType, relationship: format == .mail ? .source : .supplement, data: file.stored,
      sha256: digest.hexadecimal, date: (day.year, day.month, day.day))
    // The writer deflates what is in memory; what is not is deflated while it is.
    if attachment.isCompressible, file.stored.array == nil, let deflated = Deflating.deflated(file.bytes),
      deflated.count < file.bytes.count
    {
      attachment.deflated = maker.keep(deflated)
    }
    return attachment
  }

  /// Whether a program made what is shown.
  private var isConverted: Bool {
    switch format {
    case .heif, .webp, .gif, .tiff, .pdf, .outlook: true
    default: false
    }
  }

  private func heading(_ key: ExhibitWording.Key) -> Block { heading(wording[key]) }

  private func heading(_ text: String) -> Block {
    .paragraph(Paragraph([.strong([.text(text)])], style: .ragged))
  }

  private func note(_ text: String) -> Block { .paragraph(Paragraph([.text(text)], style: .note)) }

  /// The person's own words, a paragraph a line.
  private func paragraphs(of text: String, style: Paragraph.Style, language: LanguageTag?) -> [Block] {
    text.split(whereSeparator: \.isNewline).compactMap { $0.trimmed }.map { line in
      .paragraph(Paragraph([.literal(line, hyphenates: false)], style: style, language: language))
    }
  }
}

extension StringProtocol {
  /// Without blanks at its ends; nil if nothing is left.
  var trimmed: String? {
    let text = withoutBlanks(andLineEnds: true)
    return text.isEmpty ? nil : text
  }

  /// Line ends as spaces.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).compactMap(\.trimmed).joined(separator: " ")
  }

  /// Without the beginning of a word at its end.
  var endingAtWord: String {
    guard let space = lastIndex(of: " ") else { return String(self) }
    return String(self[..<space])
  }
}
