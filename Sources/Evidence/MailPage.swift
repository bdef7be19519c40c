import Document

/// A mail as blocks: fields, text, the way it took, its parts; in the order a reader wants them.
struct MailPage {
  private let wording: ExhibitWording
  private let limits: EvidenceLimits
  private let language: LanguageTag?
  private var printed: PrintedText

  init(
    wording: ExhibitWording, limits: EvidenceLimits, canShow: @escaping @Sendable (Unicode.Scalar) -> Bool,
    language: LanguageTag?
  ) {
    self.wording = wording
    self.limits = limits
    self.language = language
    printed = PrintedText(limits: limits, canShow: canShow, language: language)
  }

  /// What could not be printed as it stands.
  var losses: PrintedText { printed }

  /// - Parameter annexes: what is shown as an annex of its own: its number, by the position of the part.
  mutating func blocks(of mail: MailMessage, annexes: [Int: String] = [:]) -> [Block] {
    let fields = self.fields(of: mail)
    let text = self.text(of: mail)
    let way = self.way(of: mail)
    let parts = self.parts(of: mail, annexes)
    var blocks = [heading(.headerHeading)] + fields
    if printed.replaced > 0 { blocks.append(note(wording[.charactersReplaced])) }
    if mail.isDoubtful { blocks.append(note(wording[.charactersDoubtful])) }
    return blocks + text + way + parts
  }

  // MARK: Fields

  private static let shownFields: [(String, ExhibitWording.Key)] = [
    ("from", .headerFrom), ("sender", .headerSender), ("reply-to", .headerReplyTo), ("to", .headerTo),
    ("cc", .headerCc), ("bcc", .headerBcc), ("date", .headerDate), ("subject", .headerSubject),
    ("message-id", .headerMessageID), ("in-reply-to", .headerInReplyTo), ("return-path", .headerReturnPath),
  ]

  private mutating func fields(of mail: MailMessage) -> [Block] {
    var rows: [[Table.Cell]] = []
    for (name, key) in MailPage.shownFields {
      // A mail with a thousand senders is shown with its first ten.
      let values = mail.values(name).prefix(10)
      guard !values.isEmpty else { continue }
      let isWords = name == "subject"
      rows.append([label(key), Table.Cell(values.map { paragraph(fieldText($0), isForeign: isWords) })])
    }
    if !mail.signatures.isEmpty {
      rows.append([label(.headerSignature), Table.Cell(mail.signatures.flatMap(verdict))])
    }
    return rows.isEmpty ? [] : [.table(Table(.grid, columnShares: [0.22, 0.78], rows: rows))]
  }

  private mutating func fieldText(_ value: String) -> String {
    let (text, isCut) = value.bounded(to: limits.headerCharacters)
    let shown = printed.line(text)
    return shown.trimmed == nil ? wording[.headerEmpty] : shown + (isCut ? " […]" : "")
  }

  /// What was and was not verified of a signature: text, signature, fields.
  private func verdict(of check: DKIMCheck) -> [Paragraph] {
    let values = [
      "domain": check.domain, "record": check.record,
      "fields": check.fields.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", ")
        .bounded(to: limits.headerCharacters).text,
    ]
    var texts: [String] = []
    if !check.domain.isEmpty { texts.append(wording.text(.dkimOf, values)) }
    switch check.body {
    case .matches: texts.append(wording[.dkimBodyMatches])
    case .beginning(let signed, let all):
      texts.append(wording.text(.dkimBodyBeginning, ["signed": String(signed), "count": String(all)]))
    case .differs: texts.append(wording[.dkimBodyDiffers])
    case .unknown: break
    }
    let key: ExhibitWording.Key =
      switch check.signature {
      case .verified: .dkimVerified
      case .fails: .dkimFails
      case .noRecord: .dkimNoRecord
      case .unusableRecord: .dkimUnusableRecord
      case .unknownProcedure: .dkimUnknownProcedure
      case .malformed: .dkimMalformed
      case .notAsTransmitted: .dkimNotAsTransmitted
      }
    texts.append(wording.text(key, values))
    return texts.map { Paragraph([.literal($0, hyphenates: false)], style: .ragged) }
  }

  // MARK: Text

  private mutating func text(of mail: MailMessage) -> [Block] {
    var blocks = [heading(.textHeading)]
    if mail.isEncrypted { blocks.append(note(wording[.textEncrypted])) }
    switch mail.textSource {
    case .plain: break
    case .html: blocks.append(note(wording[.textFromHTML]))
    case .nothing: if !mail.isEncrypted { blocks.append(note(wording[.textNone])) }
    }
    blocks += printed.blocks(of: mail.lines)
    if printed.cutCharacters > 0 {
      blocks.append(note(wording.text(.textCut, ["count": String(printed.cutCharacters)])))
    }
    return blocks
  }

  // MARK: The way it took

  private mutating func way(of mail: MailMessage) -> [Block] {
    var blocks = [heading(.receivedHeading)]
    let stations = mail.values("received")
    guard !stations.isEmpty else { return blocks + [note(wording[.receivedNone])] + authentication(of: mail) }
    blocks.append(note(wording[.receivedNote]))
    blocks.append(numbered(Array(stations.prefix(limits.receivedLines))))
    let more = stations.count - limits.receivedLines
    if more > 0 { blocks.append(note(wording.text(.receivedCut, ["count": String(more)]))) }
    return blocks + authentication(of: mail)
  }

  private mutating func authentication(of mail: MailMessage) -> [Block] {
    let results = Array(mail.values("authentication-results").prefix(10))
    return results.isEmpty ? [] : [heading(.authenticationHeading), numbered(results)]
  }

  private mutating func numbered(_ values: [String]) -> Block {
    var items: [List.Item] = []
    for (index, value) in values.enumerated() {
      let text = fieldText(value.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      items.append(List.Item(label: "\(index + 1).", [.paragraph(paragraph(text, isForeign: false))]))
    }
    return .list(List(.decimal, items))
  }

  // MARK: Parts

  private mutating func parts(of mail: MailMessage, _ annexes: [Int: String]) -> [Block] {
    guard !mail.parts.isEmpty else { return [] }
    var rows: [[Table.Cell]] = []
    for (index, part) in mail.parts.enumerated() {
      let hash = part.sha256.map { Inline.literal($0, hyphenates: false) } ?? .text(wording[.partUnhashed])
      rows.append([
        Table.Cell([.text(String(index + 1))]),
        Table.Cell(
          [Paragraph([.literal(printed.line(part.mediaType.bounded(to: 100).text), hyphenates: false)], style: .ragged)]
            + (annexes[index].map { [place(of: $0)] } ?? [])),
        Table.Cell([.text(String(part.bytes))]),
        Table.Cell([hash]),
      ])
    }
    let heads = [ExhibitWording.Key.partsNumber, .partsKind, .partsSize, .partsHash].map(label)
    var blocks: [Block] = [
      heading(.partsHeading),
      .table(Table(.fine, columnShares: [0.07, 0.36, 0.13, 0.44], columnHeads: heads, rows: rows)),
      note(wording[.partsNote]),
    ]
    let more = mail.partCount - mail.parts.count
    if more > 0 { blocks.append(note(wording.text(.partsCut, ["count": String(more)]))) }
    return blocks
  }

  /// Where an attached file is shown, with a link there.
  private func place(of annex: String) -> Paragraph {
    let text = wording.text(.partShown, ["number": annex])
    return Paragraph(
      [.link(Link(to: .place("annex-" + annex), [.literal(text, hyphenates: false)], description: text))],
      style: .ragged)
  }

  // MARK: Pieces

  private func heading(_ key: ExhibitWording.Key) -> Block {
    .paragraph(Paragraph([.strong([.text(wording[key])])], style: .ragged))
  }

  private func label(_ key: ExhibitWording.Key) -> Table.Cell { Table.Cell([.text(wording[key])]) }

  private func note(_ text: String) -> Block { .paragraph(Paragraph([.text(text)], style: .note)) }

  private func paragraph(_ text: String, isForeign: Bool) -> Paragraph {
    Paragraph([.literal(text, hyphenates: false)], style: .verbatim, language: isForeign ? language : nil)
  }
}
