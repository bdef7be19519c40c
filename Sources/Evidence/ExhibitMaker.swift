import Digests
import Document
import Matter
import Storage

/// Turns files into exhibits.
///
/// A pure function of what it is given: it opens no file and asks no clock.
public struct ExhibitMaker: Sendable {
  /// Our words in the complaint's language.
  public var wording: ExhibitWording
  /// Where originals go.
  public var originals: OriginalsPolicy
  /// How much is taken.
  public var limits: EvidenceLimits
  /// The date to state for an original whose own date is not known: the complaint's.
  public var documentDate: CivilDate
  /// A date as the complaint's language writes it.
  public var dateText: @Sendable (DateRange) -> String
  /// Whether some font has a glyph for a character.
  public var canShow: @Sendable (Unicode.Scalar) -> Bool
  /// Runs the programs that show pictures and pages this module does not read itself.
  public var convert: Converter
  /// Where what was made of a file goes until the document is written.
  public var keep: Keeper = { StoredBytes($0) }

  /// How far pictures are scaled down; nil where they keep all their pixels.
  public var reduction: PictureReduction?

  /// Whether pictures that go in as they are are unpacked to see that they are whole.
  public var unpacksPictures = false

  /// Makes a maker.
  public init(
    wording: ExhibitWording, originals: OriginalsPolicy = .embed, limits: EvidenceLimits = EvidenceLimits(),
    documentDate: CivilDate, dateText: @escaping @Sendable (DateRange) -> String,
    canShow: @escaping @Sendable (Unicode.Scalar) -> Bool, convert: @escaping Converter
  ) {
    self.wording = wording
    self.originals = originals
    self.limits = limits
    self.documentDate = documentDate
    self.dateText = dateText
    self.canShow = canShow
    self.convert = convert
  }

  /// Reads the file of an entry, or the mail of a mailbox that it chooses; and the largest size wanted, in bytes.
  public typealias Reader = (_ item: EvidenceItem, _ limit: Int) throws(EvidenceObstacle) -> EvidenceFile

  /// All exhibits of a matter and all problems, both in the matter's order.
  public func exhibits(
    from items: [EvidenceItem], read: Reader
  ) -> (exhibits: [Exhibit], problems: [EvidenceProblem]) {
    var (exhibits, problems): ([Exhibit], [EvidenceProblem]) = ([], [])
    for (index, item) in items.enumerated() {
      do throws(EvidenceProblem) {
        exhibits.append(try exhibit(number: index + 1, from: item, read: read))
      } catch {
        problems.append(error)
      }
    }
    return (exhibits, problems)
  }

  /// Reads the file of one entry and makes an exhibit of it.
  ///
  /// - Parameter number: the annex's number and the entry's position, from 1.
  public func exhibit(number: Int, from item: EvidenceItem, read: Reader) throws(EvidenceProblem) -> Exhibit {
    let file: EvidenceFile
    do throws(EvidenceObstacle) {
      file = try read(item, limits.fileBytes)
    } catch {
      let field: String =
        switch error {
        case .noMailbox, .noSuchMessage, .noMessageChosen, .severalMessages: "message"
        default: "file"
        }
      throw EvidenceProblem(error, field: "evidence.\(number).\(field)", limit: limits.fileBytes)
    }
    return try exhibit(number: number, from: item, file: file) { record in
      var neighbour = EvidenceItem()
      neighbour.file = Self.keyFile(record, beside: item.file)
      return try? read(neighbour, Self.keyLimit).bytes
    }
  }

  /// The largest file of a DKIM key record, in bytes.
  public static let keyLimit = 64 << 10

  /// Where a DKIM key record lies.
  ///
  /// - Parameters:
  ///   - record: its name, such as `mail._domainkey.example.com`.
  ///   - path: the mail's file.
  public static func keyFile(_ record: String, beside path: String) -> String {
    neighbour(of: path, named: record + ".txt")
  }

  /// Makes an exhibit of a file's bytes; as ``exhibit(number:from:file:)``.
  public func exhibit(number: Int, from item: EvidenceItem, bytes: [UInt8]) throws(EvidenceProblem) -> Exhibit {
    try exhibit(number: number, from: item, file: EvidenceFile(bytes))
  }

  /// Makes an exhibit of a file.
  ///
  /// - Parameters:
  ///   - number: the annex's number and the entry's position, from 1.
  ///   - item: the entry.
  ///   - file: its file.
  ///   - keys: reads a DKIM key record by its name, such as `mail._domainkey.example.com`.
  public func exhibit(
    number: Int, from item: EvidenceItem, file: EvidenceFile, keys: (String) -> [UInt8]? = { _ in nil }
  ) throws(EvidenceProblem) -> Exhibit {
    let bytes = file.bytes
    let field = "evidence.\(number).file"
    guard bytes.count <= limits.fileBytes else {
      throw EvidenceProblem(.tooLarge(bytes: bytes.count), field: field, limit: limits.fileBytes)
    }
    guard !bytes.isEmpty else { throw .empty(field: field) }
    let format = EvidenceFormat(of: bytes)
    if let promised = EvidenceFormat.promised(byExtension: ExhibitMaker.ending(of: item.file)), promised != format,
      // One mail of a mailbox, or all it has.
      (promised, format) != (.mailbox, .mail)
    {
      throw .mismatch(field: field, promised: promised, found: format)
    }
    if format == .mailbox {
      throw .unchosen(field: "evidence.\(number).message", of: MailboxSearch.look(in: bytes).count)
    }
    guard FormatAdvice.isSupported(format) else {
      throw .unsupported(field: field, format, asMail: ExhibitMaker.isUsuallyMail(item.role))
    }
    let digest = SHA256Digest(of: bytes)
    var draft = ExhibitDraft(maker: self, number: number, item: item, format: format)
    do throws(FormatFault) {
      try draft.checkRedaction()
      try draft.checkPassage()
      if let read = try mail(in: bytes, as: format, keys: keys) {
        // First of all: what shows the mail sees nothing any more that is to be hidden, files attached among it.
        let mail = draft.redacted(read)
        var attached = AttachedFiles(maker: self, number: number, item: item)
        draft.show(mail, annexes: try attached.show(mail, of: draft.designation))
        draft.attach(attached)
      } else {
        try show(file, as: format, digest: digest, in: &draft)
      }
      try draft.finishRedaction()
    } catch {
      throw EvidenceProblem(error, of: format, field: field)
    }
    if ExhibitMaker.isUsuallyMail(item.role) || format == .outlook { draft.preferMail() }
    return draft.finished(file, digest: digest)
  }

  /// The mail that a file is; nil for a file of another kind.
  ///
  /// - Parameter keys: reads a DKIM key record by its name.
  func mail(
    in bytes: [UInt8], as format: EvidenceFormat, keys: (String) -> [UInt8]? = { _ in nil }
  ) throws(FormatFault) -> MailMessage? {
    switch format {
    case .mail: return try MailReader.read(bytes, limits: limits, wording: wording, keys: keys)
    case .outlook:
      // The converter shows what there is of a file that was cut.
      guard OutlookFile.isWhole(bytes) else { throw .damaged(.endsEarly) }
      let converted = ConvertedFile(
        bytes: bytes, limits: limits, convert: convert,
        reader: PictureReader(limits: limits, keep: keep, reduction: reduction))
      return try MailReader.read(
        try converted.mail(), limits: limits, wording: wording, isAsTransmitted: false, keys: keys)
    default: return nil
    }
  }

  /// Shows a file that is no mail.
  ///
  /// - Parameter charset: what is said elsewhere of its letters' encoding.
  func show(
    _ file: EvidenceFile, as format: EvidenceFormat, digest: SHA256Digest, charset: String? = nil,
    in draft: inout ExhibitDraft
  ) throws(FormatFault) {
    let bytes = file.bytes
    let pictures = PictureReader(limits: limits, keep: keep, reduction: reduction, unpacksRows: unpacksPictures)
    let boxes = BlackBoxes(draft.item.redact?.areas ?? [])
    let converted = ConvertedFile(bytes: bytes, limits: limits, convert: convert, reader: pictures, boxes: boxes)
    switch format {
    case .png: draft.show(try pictures.png(file, digest: digest, boxes: boxes))
    case .jpeg: draft.show(try pictures.jpeg(file, digest: digest, boxes: boxes))
    case .webp: draft.show(try converted.picture(.webpPicture, isAnimated: EvidenceFormat.isAnimated(bytes)))
    case .gif: draft.show(try converted.picture(.gifPicture, isAnimated: EvidenceFormat.isAnimated(bytes)))
    case .heif: draft.show(try converted.picture(.heifPicture))
    case .tiff: draft.show(try converted.tiff())
    case .pdf: try draft.showPDF(converted)
    default:
      let text = charset.map { Charset.decode(bytes, label: $0) } ?? Charset.decode(file: bytes)
      try draft.show(text, isHTML: format == .html)
    }
  }

  /// A file in the same folder as another.
  private static func neighbour(of path: String, named name: String) -> String {
    let end = path.lastIndex { $0 == "/" || $0 == ":" }
    return (end.map { String(path[...$0]) } ?? "") + name
  }

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return String(name[name.index(after: point)...])
  }

  private static func isUsuallyMail(_ role: EvidenceItem.Role?) -> Bool {
    switch role {
    case .acknowledgement, .answer, .notice, .accessReply, .reminder: true
    default: false
    }
  }
}
