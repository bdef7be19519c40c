import Digests
import Glibc
import Matter

/// Reads a mail into values, by GMime; nothing remote is ever loaded.
struct MailReader {
  private let limits: EvidenceLimits
  private let wording: ExhibitWording
  private var message = MailMessage()

  /// Reads a mail.
  ///
  /// - Parameters:
  ///   - isAsTransmitted: whether the bytes are those that were transmitted, and so signed.
  ///   - keys: reads a DKIM key record by its name, such as `mail._domainkey.example.com`.
  static func read(
    _ bytes: [UInt8], limits: EvidenceLimits, wording: ExhibitWording, isAsTransmitted: Bool = true,
    keys: (String) -> [UInt8]? = { _ in nil }
  ) throws(FormatFault) -> MailMessage {
    var start = 0
    // A byte order mark and blank lines before the header come from editors.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < bytes.count, [0x0A, 0x0D, 0x20].contains(bytes[start]) { start += 1 }
    let isMailbox = bytes.holds("From ", at: start)
    guard !isEndless(bytes) else { throw .damaged(.endlessParts) }
    let text = start == 0 ? bytes : Array(bytes[start...])
    guard let source = GMime.Message(text, isMailbox: isMailbox) else {
      throw .damaged(.noHeader)
    }
    var reader = MailReader(limits: limits, wording: wording)
    reader.readHeaders(of: source)
    // The line of a mailbox is not the mail's.
    reader.message.signatures = DKIMCheck.checks(
      of: isMailbox ? Array(text.drop { $0 != 0x0A }.dropFirst()) : text, isAsTransmitted: isAsTransmitted, record: keys
    )
    if let root = source.root {
      for part in reader.bodyParts(of: root, depth: 0) { reader.addText(of: part) }
      reader.list(root, as: .file, depth: 0)
    }
    guard !reader.message.fields.isEmpty else { throw .damaged(.noHeader) }
    return reader.message
  }

  private init(limits: EvidenceLimits, wording: ExhibitWording) {
    self.limits = limits
    self.wording = wording
  }

  /// Whether a parser would compare too many lines with too many boundaries.
  ///
  /// GMime looks at no more than 1,024 levels, and compares each line that begins with two hyphens with all of them.
  private static func isEndless(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      var (start, boundaries, lines) = (0, 0, 0)
      while start < buffer.count {
        let end = memchr(base + start, 0x0A, buffer.count - start).map { UnsafeRawPointer($0) - base } ?? buffer.count
        if end - start >= 2, buffer[start] == 0x2D, buffer[start + 1] == 0x2D {
          lines += 1
        } else if end - start >= 9, [0x20, 0x09, 0x43, 0x63].contains(buffer[start]),
          HiddenData.contains(buffer[start..<min(end, start + 1_000)], "oundary")
        {
          boundaries += 1
        }
        start = end + 1
      }
      return lines > 20_000_000 / max(1, min(boundaries, 1_024))
    }
  }

  private mutating func readHeaders(of source: GMime.Message) {
    let addressed: Set<String> = ["from", "sender", "reply-to", "to", "cc", "bcc", "resent-from", "resent-to"]
    for (name, raw) in source.headers {
      let lowered = name.lowercased()
      let decoded = addressed.contains(lowered) ? GMime.decodedAddresses(raw) : nil
      let value = (decoded ?? GMime.decodedText(raw)).withoutBlanks(andLineEnds: true)
      message.fields.append(MailMessage.Field(name: lowered, value: value))
      switch lowered {
      case "from": message.senders += GMime.addresses(raw)
      case "to", "cc": message.recipients += GMime.addresses(raw)
      default: break
      }
    }
    if let raw = message.values("date").first, let day = GMime.day(of: raw) {
      message.date = CivilDate(year: day.year, month: day.month, day: day.day)
    }
  }

  /// The parts a mail program would show as the text.
  private mutating func bodyParts(of object: GMime.Object, depth: Int) -> [GMime.Object] {
    guard depth < 50 else {
      message.isTooDeep = true
      return []
    }
    let type = object.mediaType
    if type == "multipart/encrypted" || type.hasPrefix("application/pkcs7-mime")
      || type.hasPrefix("application/x-pkcs7-mime")
    {
      message.isEncrypted = true
      return []
    }
    if let children = object.children {
      switch type {
      case "multipart/alternative":
        // The plainest version comes first (RFC 2046, 5.1.4); it may be empty.
        let versions = children.map { bodyParts(of: $0, depth: depth + 1) }
        let readable = versions.filter { $0.contains { holdsText($0) } }
        return readable.first { $0.contains { $0.mediaType == "text/plain" } } ?? readable.last ?? []
      case "multipart/related", "multipart/signed":
        return children.first.map { bodyParts(of: $0, depth: depth + 1) } ?? []
      default: return children.flatMap { bodyParts(of: $0, depth: depth + 1) }
      }
    }
    guard type == "text/plain" || type == "text/html", !object.isAttachment, object.fileName == nil else { return [] }
    return [object]
  }

  private func holdsText(_ part: GMime.Object) -> Bool {
    part.content?.contains { $0 > 0x20 } ?? false
  }

  private mutating func addText(of part: GMime.Object) {
    let decoded = Charset.decode(part.content ?? [], label: part.parameter("charset"))
    message.isDoubtful = message.isDoubtful || decoded.isDoubtful
    // A charset in the document itself is not asked: mails say it in their header.
    let lines: [TextLine]
    if part.mediaType == "text/html" {
      lines = HTMLText.lines(
        of: decoded.text, pictureWord: wording[.picture], namelessPictureWord: wording[.pictureWithoutText])
      if message.textSource == .nothing { message.textSource = .html }
    } else {
      lines = PlainText.lines(
        of: decoded.text, isFlowed: part.parameter("format")?.lowercased() == "flowed",
        deletesSpace: part.parameter("delsp")?.lowercased() == "yes")
      message.textSource = .plain
    }
    guard lines.contains(where: { !$0.isBlank }) else { return }
    if !message.lines.isEmpty { message.lines.append(TextLine(depth: 0, text: "")) }
    message.lines += lines
  }

  /// What a part is to the mail, by where it stands.
  private enum Place {
    /// A file, or text.
    case file
    /// A version of the text.
    case version
    /// What the text shows within itself.
    case layout
    /// A signature, or what programs exchange.
    case machine
  }

  private mutating func list(_ object: GMime.Object, as place: Place, depth: Int) {
    guard let children = object.children else { return add(object, as: place) }
    guard depth < 50 else {
      message.isTooDeep = true
      return
    }
    let type = object.mediaType
    for (index, child) in children.enumerated() {
      let inner: Place =
        switch type {
        case "multipart/alternative": .version
        case "multipart/related": index == 0 ? place : .layout
        case "multipart/signed": index == 0 ? place : .machine
        case "multipart/encrypted": .machine
        default: .file
        }
      list(child, as: inner, depth: depth + 1)
    }
  }

  private mutating func add(_ object: GMime.Object, as place: Place) {
    message.partCount += 1
    guard message.parts.count < limits.mailParts else {
      if isAttached(object, as: place) { message.unlistedAttachments += 1 }
      return
    }
    let content = object.isMessage ? object.messageBytes : object.content
    if isAttached(object, as: place), let content {
      message.attached.append(
        MailMessage.Attached(
          part: message.parts.count, bytes: content, charset: object.parameter("charset"),
          isLayout: place == .layout && !object.isAttachment))
    }
    message.parts.append(
      MailMessage.Part(
        name: object.fileName, mediaType: object.mediaType, bytes: content?.count ?? object.size,
        sha256: content.map { SHA256Digest(of: $0).hexadecimal }))
  }

  private func isAttached(_ object: GMime.Object, as place: Place) -> Bool {
    let type = object.mediaType
    if object.isAttachment { return place != .machine }
    switch place {
    case .machine: return false
    case .version: return !type.hasPrefix("text/")
    case .file, .layout:
      let isText = type == "text/plain" || type == "text/html"
      return !(isText && object.fileName == nil) && !type.hasSuffix("pkcs7-mime")
    }
  }
}
