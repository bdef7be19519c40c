/// Tells a mail from other text by its header (RFC 5322, 2.2 and 3.6).
enum HeaderSniff {
  /// The format, if the file begins with a mail's header.
  static func format(of bytes: [UInt8]) -> EvidenceFormat? {
    // A header of more than 256 kB is none that a mail server lets pass.
    let head = bytes.prefix(256 << 10)
    var lines = head.split(separator: 0x0A, maxSplits: 400, omittingEmptySubsequences: false)[...]
    if let first = lines.first, first.starts(with: [0xEF, 0xBB, 0xBF]) {
      lines[lines.startIndex] = first.dropFirst(3)
    }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    var isMailbox = false
    if let first = lines.first, first.starts(with: Array("From ".utf8)) {
      isMailbox = true
      lines.removeFirst()
    }
    var names: Set<String> = []
    var isArchive = false
    for line in lines {
      if isBlank(line) { break }
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let name = fieldName(of: line) else {
        // One odd line does not unmake a mail whose fields came before it.
        if names.count >= 3 { continue }
        return nil
      }
      names.insert(name)
      if name == "snapshot-content-location" { isArchive = true }
      if name == "from", line.starts(with: Array("From: <Saved by ".utf8)) { isArchive = true }
    }
    guard !names.isDisjoint(with: marks), names.count >= 2 else { return nil }
    if isArchive { return .webArchive }
    return isMailbox && holdsSecondMail(bytes) ? .mailbox : .mail
  }

  /// Fields of which a mail has at least one, and other text of this shape hardly ever.
  private static let marks: Set<String> = [
    "from", "received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature", "subject",
  ]

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 0x0D || $0 == 0x20 } }

  private static func fieldName(of line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex, colon - line.startIndex <= 76 else {
      return nil
    }
    let name = line[line.startIndex..<colon]
    guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Whether another mail follows: a blank line, `From ` and a line with a field.
  private static func holdsSecondMail(_ bytes: [UInt8]) -> Bool {
    let mark = Array("From ".utf8)
    var previousIsBlank = false
    var afterMark = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if afterMark, fieldName(of: line) != nil { return true }
      afterMark = previousIsBlank && line.starts(with: mark)
      previousIsBlank = isBlank(line)
      start = end + 1
    }
    return false
  }
}
