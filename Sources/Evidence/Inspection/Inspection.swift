import Digests
import Document
import Matter
import Messages

/// What is in a file and what it can prove, for the person it belongs to.
///
/// A pure function of the file's bytes. Unlike findings it repeats what stands in the file: senders, subjects, dates.
public struct Inspection: Hashable, Sendable {
  /// Something that the file says of itself.
  public struct Fact: Hashable, Sendable {
    /// Its lasting name, such as `from`.
    public var name: String
    /// The line for a person; parameters hold the values.
    public var wording: Message

    init(_ fact: InspectionFact, _ values: FindingParameter...) {
      name = String(fact.rawValue.dropFirst("inspect.".count))
      wording = Message(code: fact.rawValue, pattern: fact.english, parameters: values)
    }

    /// The values alone.
    public var values: [String] { wording.parameters.map(\.description) }
  }

  /// What the file is by its content.
  public private(set) var format: EvidenceFormat
  /// Its size, in bytes.
  public private(set) var size: Int
  /// Its SHA-256.
  public private(set) var sha256: String
  /// What it says of itself, in order.
  public private(set) var facts: [Fact] = []
  /// What it can prove.
  public private(set) var proves: [Message] = []
  /// What it cannot prove.
  public private(set) var provesNot: [Message] = []
  /// What making an annex of it would show; an error means that it cannot become one.
  public private(set) var findings: [Finding] = []

  /// What was found of a mail's signatures.
  private var signatures: [DKIMCheck] = []

  /// Whether it can become an annex.
  public var isTaken: Bool { !findings.contains { $0.severity == .error } }
  /// The format as messages name it.
  public var formatWording: Message { format.wording }

  /// Looks into a file.
  ///
  /// - Parameters:
  ///   - file: its bytes.
  ///   - name: what it is called, for what its ending promises.
  ///   - field: what findings call it.
  ///   - maker: makes annexes, and knows the limits.
  ///   - keys: reads a DKIM key record by its name, such as `mail._domainkey.example.com`.
  public init(
    _ file: EvidenceFile, name: String, field: String, maker: ExhibitMaker,
    keys: (String) -> [UInt8]? = { _ in nil }
  ) {
    format = EvidenceFormat(of: file.bytes)
    size = file.bytes.count
    sha256 = SHA256Digest(of: file.bytes).hexadecimal
    var item = EvidenceItem()
    (item.file, item.role) = (name, .other)
    do throws(EvidenceProblem) {
      let exhibit = try maker.exhibit(number: 1, from: item, file: file, keys: keys)
      findings = exhibit.findings.map { Self.placed($0, field) }
      look(at: exhibit)
      try? look(into: file.bytes, maker, keys)
    } catch {
      findings = [Self.placed(error.finding, field)]
    }
    judge(file.bytes)
  }

  private static func placed(_ finding: Finding, _ field: String) -> Finding {
    var finding = finding
    finding.field = field
    return finding
  }

  /// What the annex shows.
  private mutating func look(at exhibit: Exhibit) {
    let images = exhibit.content.compactMap { block -> Image? in
      if case .figure(let figure) = block { figure.image } else { nil }
    }
    switch format {
    case .pdf, .tiff: facts.append(Fact(.pages, .number(images.count)))
    default:
      if let image = images.first {
        let isTurned = image.orientation.exchangesSides
        let (width, height) = isTurned ? (image.height, image.width) : (image.width, image.height)
        facts.append(Fact(.dimensions, .number(width), .number(height)))
      }
    }
  }

  /// What the formats read here say of themselves.
  private mutating func look(
    into bytes: [UInt8], _ maker: ExhibitMaker, _ keys: (String) -> [UInt8]?
  ) throws(FormatFault) {
    switch format {
    case .jpeg: note(try JPEGFile(bytes, pixelLimit: maker.limits.pixels).extras)
    case .png: note(try PNGFile(bytes, pixelLimit: maker.limits.pixels).extras)
    case .mail, .outlook:
      if let mail = try maker.mail(in: bytes, as: format, keys: keys) { look(into: mail) }
    case .text, .html:
      let text = Charset.decode(file: bytes).text
      facts.append(Fact(.characters, .number(text.count), .number(text.split(whereSeparator: \.isNewline).count)))
    default: break
    }
  }

  private mutating func note(_ extras: Set<HiddenData>) {
    guard !extras.isEmpty else { return }
    facts.append(Fact(.hidden, .list(extras.sorted().map { .words($0) })))
  }

  private mutating func look(into mail: MailMessage) {
    let fields: [(InspectionFact, String)] = [
      (.from, "from"), (.to, "to"), (.copy, "cc"), (.subject, "subject"), (.messageID, "message-id"),
      (.answers, "in-reply-to"),
    ]
    for (fact, field) in fields {
      for value in mail.values(field).prefix(3) { facts.append(Fact(fact, .term(Self.line(value)))) }
    }
    for value in mail.values("date").prefix(3) {
      facts.append(Fact(.date, .term(Self.line(value))))
    }
    facts.append(Fact(.servers, .number(mail.values("received").count)))
    if let last = mail.values("received").first { facts.append(Fact(.lastServer, .term(Self.line(last)))) }
    signatures = mail.signatures
    for check in signatures {
      let said = [InspectionSignature(check.body), InspectionSignature(check.signature)].compactMap(\.self)
      let parameters = said.map { Message.Parameter.message(Message($0, .term(Self.line(check.record)))) }
      facts.append(Fact(.signature, Self.domain(check), .list(parameters)))
    }
    for result in mail.values("authentication-results").prefix(3) {
      facts.append(Fact(.results, .term(Self.line(result))))
    }
    for part in mail.parts.prefix(20) {
      facts.append(
        Fact(
          .part, .term(Self.line(part.name ?? "–")), .term(Self.line(part.mediaType)), .number(part.bytes ?? 0)))
    }
    if mail.partCount > 20 { facts.append(Fact(.moreParts, .number(mail.partCount - 20))) }
    let said = mail.facts
    for number in said.cases.prefix(3) { facts.append(Fact(.caseNumber, .term(Self.line(number)))) }
    if let day = said.date { facts.append(Fact(.offersDate, .term(day.description))) }
    if let identifier = said.identifier { facts.append(Fact(.offersMessage, .term(Self.line(identifier)))) }
  }

  private static func domain(_ check: DKIMCheck) -> FindingParameter {
    .term(check.domain.isEmpty ? "?" : line(check.domain))
  }

  /// A foreign value as one line without anything that moves a terminal's cursor or turns the direction of writing.
  private static func line(_ value: String) -> String {
    var shown = ShowableText {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .unassigned
    }
    let (text, isCut) = value.bounded(to: 300)
    return shown.line(text).split(separator: " ").joined(separator: " ") + (isCut ? " […]" : "")
  }

  // MARK: What it proves

  private mutating func judge(_ bytes: [UInt8]) {
    guard isTaken else { return }
    switch format {
    case .mail, .outlook:
      let isDelivered = facts.contains { $0.name == Fact(.lastServer).name }
      proves = [Message(isDelivered ? InspectionProof.mailReceived : .mailKept)]
      provesNot = [Message(InspectionProof.mailPerson)]
      if format == .mail {
        judgeSignatures()
      } else {
        provesNot.insert(Message(InspectionProof.mailConverted), at: 0)
      }
      if !isDelivered { provesNot.insert(Message(InspectionProof.mailArrived), at: 0) }
    case .png, .jpeg, .webp, .heif, .gif, .tiff:
      proves = [Message(InspectionProof.picture)]
      provesNot = [Message(InspectionProof.pictureTime), Message(InspectionProof.pictureWhole)]
    default:
      proves = [Message(InspectionProof.document)]
      provesNot = [Message(InspectionProof.documentOrigin)]
      if format == .pdf, bytes.containsBytes(Array("/ByteRange".utf8)) {
        proves.append(Message(InspectionProof.documentSigned))
      }
    }
    proves.append(Message(InspectionProof.unchanged))
  }

  private mutating func judgeSignatures() {
    // Where the text is another than was signed, the signature proves nothing of it any more.
    let sound = signatures.filter { $0.body == .matches }
    let verified = sound.filter { $0.signature == .verified }.map(Self.domain)
    let open = sound.filter { $0.signature == .noRecord || $0.signature == .unusableRecord }.map(Self.domain)
    if !verified.isEmpty { proves.append(Message(InspectionProof.mailVerified, .list(verified))) }
    if !open.isEmpty { proves.append(Message(InspectionProof.mailSigned, .list(open))) }
    guard verified.isEmpty, open.isEmpty else { return }
    provesNot.insert(Message(signatures.isEmpty ? InspectionProof.mailUnsigned : .mailOtherwiseSigned), at: 0)
  }
}
