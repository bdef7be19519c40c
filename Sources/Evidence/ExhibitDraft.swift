import Digests
import Document
import Foundation
import Matter
import Messages

/// An exhibit being made.
struct ExhibitDraft {
  let maker: ExhibitMaker
  let number: Int
  let item: EvidenceItem
  let format: EvidenceFormat
  private var content: [Block] = []
  private var findings: [Finding] = []

  /// A figure's alternative text is at most this long, in characters; what is longer is read out as text.
  static let alternativeLimit = 300

  init(maker: ExhibitMaker, number: Int, item: EvidenceItem, format: EvidenceFormat) {
    self.maker = maker
    self.number = number
    self.item = item
    self.format = format
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

  mutating func show(_ mail: MailMessage) {
    var page = MailPage(wording: wording, limits: maker.limits, canShow: maker.canShow, language: language)
    content += page.blocks(of: mail)
    addTranscript()
    if page.replaced > 0 { find(.characters, .number(page.replaced)) }
    if page.leftOut > 0 { find(.invisible, .number(page.leftOut)) }
    if page.cutCharacters > 0 { find(.cut, .number(page.cutCharacters)) }
    if mail.isDoubtful { find(.charset) }
    if mail.isEncrypted { find(.encrypted) }
    if mail.isTooDeep || mail.partCount > mail.parts.count { find(.parts, .number(mail.partCount)) }
    if mail.textSource == .nothing, !mail.isEncrypted { find(.noText) }
    if ["from", "date", "subject", "message-id"].contains(where: { mail.values($0).count > 1 }) {
      find(.repeatedField)
    }
    if let said = item.date, let written = mail.date,
      // Time zones move a mail by a day without anybody being wrong.
      written < said.earliest.adding(days: -1) || written > said.latest.adding(days: 1)
    {
      find(.otherDate, .date(written))
    }
  }

  // MARK: The whole

  /// The exhibit, with its opening lines and its original.
  func finished(bytes: [UInt8], digest: SHA256Digest) -> Exhibit {
    let name = maker.originals == .none ? nil : attachmentName
    let caption = item.caption?.trimmed?.onOneLine ?? wording.name(of: role)
    return Exhibit(
      number: number, role: role, caption: caption, date: item.date, description: item.alt?.trimmed,
      transcript: item.transcript?.trimmed, format: format, sha256: digest.hexadecimal, size: bytes.count,
      opening: opening(bytes: bytes.count, digest: digest, name: name), content: content,
      attachment: maker.originals == .embed ? attachment(bytes, digest) : nil, originalName: name, findings: findings)
  }

  private func opening(bytes: Int, digest: SHA256Digest, name: String?) -> [Block] {
    var values = [
      "role": wording.name(of: role), "kind": kind, "bytes": String(bytes), "hash": digest.short,
    ]
    if let date = item.date { values["date"] = maker.dateText(date) }
    let facts = wording.text(item.date == nil ? .factsUndated : .facts, values)
    let original: String =
      switch maker.originals {
      case .embed: wording.text(.originalEmbedded, ["name": name ?? ""])
      case .beside: wording.text(.originalBeside, ["name": name ?? ""])
      case .none: wording[.originalKept]
      }
    return [
      .paragraph(Paragraph([.text(facts)], style: .note)), .paragraph(Paragraph([.text(original)], style: .note)),
    ]
  }

  private var kind: String {
    switch format {
    case .png: wording[.kindPNG]
    case .jpeg: wording[.kindJPEG]
    default: wording[.kindMail]
    }
  }

  private var attachmentName: String {
    wording.text(.attachmentName, ["number": String(number)]) + "." + format.fileExtension
  }

  private func attachment(_ bytes: [UInt8], _ digest: SHA256Digest) -> Attachment {
    let day = item.date?.latest ?? maker.documentDate
    return Attachment(
      name: attachmentName,
      description: wording.text(.attachmentDescription, ["number": String(number), "kind": kind]),
      mediaType: format.mediaType, relationship: format == .mail ? .source : .supplement, bytes: bytes,
      sha256: digest.hexadecimal, date: (day.year, day.month, day.day))
  }

  private func heading(_ key: ExhibitWording.Key) -> Block {
    .paragraph(Paragraph([.strong([.text(wording[key])])], style: .ragged))
  }

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
    let text = trimmingCharacters(in: .whitespacesAndNewlines)
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
