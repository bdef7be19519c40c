import Digests
import Document
import Matter
import Messages
import Storage

/// Makes exhibits of what is attached to a mail, by the same makers as any file: 2a, 2b and so on.
///
/// They are numbered as they stand in the mail; what is attached to an attached mail follows that mail. What cannot be
/// shown stays in the mail's list of parts, and a finding counts it.
struct AttachedFiles {
  let maker: ExhibitMaker
  /// The number of the mail's annex.
  let number: Int
  /// The mail's entry.
  let item: EvidenceItem

  /// What became an exhibit, in order.
  private(set) var exhibits: [Exhibit] = []
  private var findings: [Finding] = []
  /// The annexes by hash: the same file attached twice is shown once.
  private var known: [String: String] = [:]
  private var listed = 0
  private var pictures = 0

  /// Mails within mails are opened so deep.
  private static let depthLimit = 4
  /// Pictures of the layout are shown from this width and height on, in pixels; logos and lines are smaller.
  private static let layoutPixels = 200
  /// Pictures of the layout are opened from this size on, in bytes; what counts readers is smaller.
  private static let layoutBytes = 1_000

  init(maker: ExhibitMaker, number: Int, item: EvidenceItem) {
    var maker = maker
    // What others sent is not taken on trust.
    maker.unpacksPictures = true
    self.maker = maker
    self.number = number
    self.item = item
  }

  /// Makes exhibits of everything attached to a mail.
  ///
  /// - Parameter holder: the mail's own annex, such as `2` or `2a`.
  /// - Returns: the annexes, by the position of the part in the mail.
  /// - Throws: `FormatFault.attached` where a program is missing; everything else is a finding.
  mutating func show(
    _ mail: MailMessage, of holder: String, depth: Int = 0
  ) throws(FormatFault) -> [Int: String] {
    var annexes: [Int: String] = [:]
    listed += mail.unlistedAttachments
    for attached in mail.attached {
      let digest = SHA256Digest(of: attached.bytes)
      if let annex = known[digest.hexadecimal] {
        annexes[attached.part] = annex
        continue
      }
      if let annex = try show(attached, digest, of: holder, depth: depth) {
        annexes[attached.part] = annex
        known[digest.hexadecimal] = annex
      }
    }
    return annexes
  }

  /// All that was noticed, in the files and about them.
  var allFindings: [Finding] {
    var all = exhibits.flatMap(\.findings) + findings
    if listed > 0 { all.append(finding(.attachedListed, .number(listed))) }
    if pictures > 0, item.transcript?.trimmed == nil { all.append(finding(.attachedPictures, .number(pictures))) }
    return all
  }

  private func finding(_ code: ExhibitFinding, _ parameter: FindingParameter) -> Finding {
    code.finding(field: "evidence.\(number)", parameters: [parameter])
  }

  private mutating func show(
    _ attached: MailMessage.Attached, _ digest: SHA256Digest, of holder: String, depth: Int
  ) throws(FormatFault) -> String? {
    if attached.isLayout, attached.bytes.count < Self.layoutBytes { return nil }
    let format = EvidenceFormat(of: attached.bytes)
    // An Outlook file within a mail is rare: it is listed, with its hash.
    guard FormatAdvice.isSupported(format), format != .outlook, exhibits.count < maker.limits.attachedFiles,
      format != .mail || depth < Self.depthLimit
    else {
      listed += 1
      return nil
    }
    var entry = EvidenceItem()
    (entry.role, entry.language) = (item.role, item.language)
    let letter = Self.letter(exhibits.count)
    var draft = ExhibitDraft(
      maker: maker, number: number, item: entry, format: format, place: .attached(letter: letter, to: holder))
    // Only pictures that go in as they are need their bytes later; the mail's original holds the others.
    let isKept = format == .png || format == .jpeg
    let file = EvidenceFile(attached.bytes, stored: isKept ? maker.keep(attached.bytes) : StoredBytes([]))
    do throws(FormatFault) {
      if format == .mail {
        let mail = try MailReader.read(attached.bytes, limits: maker.limits, wording: maker.wording)
        // Its number is taken before those of what is attached to it.
        let place = exhibits.count
        exhibits.append(draft.finished(file, digest: digest))
        draft.show(mail, annexes: try show(mail, of: draft.designation, depth: depth + 1))
        exhibits[place] = draft.finished(file, digest: digest)
        return draft.designation
      }
      try maker.show(file, as: format, digest: digest, charset: attached.charset, in: &draft)
    } catch {
      switch error {
      case .attached: throw error
      case .notConverted(let obstacle) where obstacle.isOfThisMachine: throw .attached(format, obstacle)
      default: break
      }
      let problem = EvidenceProblem(error, of: format, field: "")
      findings.append(finding(.attachedFault, .message(problem.wording)))
      return nil
    }
    let exhibit = draft.finished(file, digest: digest)
    if let picture = exhibit.onlyPicture {
      if attached.isLayout, min(picture.width, picture.height) < Self.layoutPixels { return nil }
      pictures += 1
    }
    exhibits.append(exhibit)
    return draft.designation
  }

  /// `a` to `z`; more are not shown.
  private static func letter(_ index: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(index, 25)))))
  }
}

extension Exhibit {
  /// The picture, where that is all it shows.
  fileprivate var onlyPicture: Image? {
    guard content.count == 1, case .figure(let figure) = content.first else { return nil }
    return figure.image
  }
}

extension ConversionObstacle {
  /// Whether this machine is to blame, and not the file.
  var isOfThisMachine: Bool {
    switch self {
    case .missingProgram, .noRoom: true
    case .refused, .tookTooLong, .tooLarge: false
    }
  }
}
