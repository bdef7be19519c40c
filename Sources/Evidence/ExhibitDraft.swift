import Digests
import Document
import Matter
import Messages
import Storage

/// An exhibit being made.
struct ExhibitDraft {
  let maker: ExhibitMaker
  let number: Int
  let item: EvidenceItem
  let format: EvidenceFormat
  /// Where the file comes from.
  let place: Place
  private var attached: [Exhibit] = []
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
    addTranscript()
    note(picture.extras)
  }

  /// The words of the exhibit as the person gave them; printed, so that nobody needs the picture to read them.
  private mutating func addTranscript() {
    guard let transcript = item.transcript?.trimmed else { return }
    content.append(heading(.transcriptHeading))
    content.append(
      .quotation(Quotation(language: language, paragraphs(of: transcript, style: .ragged, language: nil))))
  }

  private mutating func note(_ extras: Set<HiddenData>) {
    let harmless: Set<HiddenData> = [.colourProfile, .animation]
    let removed = extras.subtracting(harmless).sorted()
    if !removed.isEmpty {
      find(.hiddenData, .list(removed.map { .words($0) }))
    }
    if extras.contains(.location), maker.originals != .none { find(.location) }
    if extras.contains(.colourProfile) { find(.colourProfile) }
    if extras.contains(.animation) { find(.animation) }
  }

  // MARK: Mails

  /// Shows a mail.
  ///
  /// - Parameter annexes: what of it is shown as an annex of its own: its number, by the position of the part.
  mutating func show(_ mail: MailMessage, annexes: [Int: String]) {
    var page = MailPage(wording: wording, limits: maker.limits, canShow: maker.canShow, language: language)
    content += page.blocks(of: mail, annexes: annexes)
    addTranscript()
    noteLosses(of: page.losses)
    if mail.isDoubtful { find(.charset) }
    if mail.isEncrypted { find(.encrypted) }
    if mail.isTooDeep || mail.partCount > mail.parts.count { find(.parts, .number(mail.partCount)) }
    if mail.textSource == .nothing, !mail.isEncrypted { find(.noText) }
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

  /// Shows the pages of a file: each as a picture, its words beneath.
  mutating func show(_ pages: [ConvertedFile.Page]) {
    if pages.count == 1, let page = pages.first, page.text == nil { return show(page.picture) }
    var printed = printedText
    var mute = 0
    for (index, page) in pages.enumerated() {
      let lines = page.text.map { PlainText.lines(of: $0, isFlowed: false, deletesSpace: false) } ?? []
      let isMute = lines.allSatisfy(\.isBlank)
      if isMute { mute += 1 }
      let values = ["role": wording.name(of: role), "page": String(index + 1), "pages": String(pages.count)]
      // What the person says of the file is said of its first page; the others are counted.
      let said = index == 0 ? item.alt?.trimmed.map { $0.bounded(to: ExhibitDraft.alternativeLimit).text } : nil
      let alternative = said ?? wording.text(isMute ? .pageWithoutText : .pageWithText, values)
      content.append(heading(wording.text(.pageHeading, values)))
      content.append(.figure(Figure(page.picture.image, alternative: alternative.onOneLine)))
      guard !isMute else { continue }
      content.append(heading(.fileTextHeading))
      content += printed.blocks(of: lines)
    }
    addTranscript()
    addLosses(of: printed)
    if mute > 0, item.transcript?.trimmed == nil { find(.noTextLayer, .number(mute)) }
  }

  /// Shows the text of a file.
  mutating func show(_ decoded: Charset.Decoded, isHTML: Bool) {
    var printed = printedText
    content.append(heading(.fileTextHeading))
    if isHTML { content.append(note(wording[.fileTextFromHTML])) }
    let lines =
      isHTML
      ? HTMLText.lines(
        of: decoded.text, pictureWord: wording[.picture], namelessPictureWord: wording[.pictureWithoutText])
      : decoded.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        TextLine(depth: 0, text: String($0))
      }
    content += printed.blocks(of: lines)
    addTranscript()
    addLosses(of: printed)
    if decoded.isDoubtful {
      content.append(note(wording[.fileCharactersDoubtful]))
      find(.charset)
    }
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
    let name = maker.originals == .none || !isEntry ? nil : attachmentName
    let named = isEntry ? wording.name(of: role) : wording.text(.attachedCaption, ["kind": kind])
    let caption = item.caption?.trimmed?.onOneLine ?? named
    return Exhibit(
      number: number, letter: letter, role: role, caption: caption, date: item.date, description: item.alt?.trimmed,
      transcript: item.transcript?.trimmed, format: format, sha256: digest.hexadecimal, size: file.bytes.count,
      opening: opening(bytes: file.bytes.count, digest: digest, name: name), content: content,
      attachment: maker.originals == .embed && isEntry ? attachment(file, digest) : nil, originalName: name,
      attached: attached, findings: findings)
  }

  private func opening(bytes: Int, digest: SHA256Digest, name: String?) -> [Block] {
    var values = [
      "role": wording.name(of: role), "kind": kind, "bytes": String(bytes), "hash": digest.short,
    ]
    if let date = item.date { values["date"] = maker.dateText(date) }
    let facts = wording.text(item.date == nil ? .factsUndated : .facts, values)
    let original: String =
      switch maker.originals {
      case _ where heldBy != nil: wording.text(.originalInMail, ["number": heldBy ?? ""])
      case .embed: wording.text(.originalEmbedded, ["name": name ?? ""])
      case .beside: wording.text(.originalBeside, ["name": name ?? ""])
      case .none: wording[.originalKept]
      }
    return [
      note(facts), note(isConverted ? wording[.converted] + " " + original : original),
    ]
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
