import Digests
import Storage

/// A message with attachments (RFC 5322, 2045 to 2047, 2183) that a mail program opens as a draft.
///
/// It has no date and no sender: the mail program that sends it knows both. The same message is the same bytes.
struct MIMEMessage {
  /// A file that goes with it.
  struct Attachment {
    /// The name, ASCII letters, digits, dots and hyphens.
    var name: String
    /// The media type, such as `application/pdf`.
    var mediaType: String
    /// The content.
    var content: StoredBytes
  }

  /// The recipient's address.
  var to: String
  /// The subject.
  var subject: String
  /// The text.
  var text: String
  /// The language of the text, as a BCP 47 tag.
  var language: String
  /// The files.
  var attachments: [Attachment]

  /// The message: lines that end in CR LF, none longer than 76 characters but headers that cannot be folded.
  ///
  /// - Parameter keep: where a part of it goes when it is written.
  func content(keep: ([UInt8]) -> StoredBytes) throws(StorageError) -> StoredBytes {
    let boundary = "=_" + SHA256Digest(of: Array((subject + "\u{0}" + text).utf8)).hexadecimal.prefix(32)
    var head = [
      "MIME-Version: 1.0", "X-Unsent: 1", "To: \(to)", "Subject: " + Self.encodedWords(subject, after: 9),
      "Content-Language: \(language)",
      // The quotation marks are needed: the sign of equality is none of those a bare value may hold.
      "Content-Type: multipart/mixed;", " boundary=\"\(boundary)\"", "",
    ]
    head += [
      "--\(boundary)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
    ]
    // A mail program shows text with its own line ends; in transport they are CR LF (RFC 2046, section 4.1.1).
    let canonical = text.replacing("\n", with: "\r\n") + "\r\n"
    var content = StoredBytes(Self.lines(head) + Self.base64(Array(canonical.utf8)))
    for attachment in attachments {
      let head = Self.lines([
        "--\(boundary)", "Content-Type: \(Self.carried(attachment.mediaType)); name=\"\(attachment.name)\"",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=\"\(attachment.name)\"", "",
      ])
      content.append(StoredBytes(head))
      // Whole lines: 57 bytes make one.
      var rest: [UInt8] = []
      try attachment.content.read { chunk in
        rest += chunk
        let whole = rest.count - rest.count % 57
        content.append(keep(Self.base64(rest[..<whole])))
        rest.removeFirst(whole)
        return true
      }
      content.append(StoredBytes(Self.base64(rest)))
    }
    content.append(StoredBytes(Self.lines(["--\(boundary)--"])))
    return content
  }

  /// A message within a message may not be in Base64 (RFC 2046, section 5.2.1); as plain bytes it arrives unchanged.
  private static func carried(_ mediaType: String) -> String {
    mediaType == "message/rfc822" ? "application/octet-stream" : mediaType
  }

  private static func lines(_ lines: [String]) -> [UInt8] { lines.flatMap { Array($0.utf8) + [0x0D, 0x0A] } }

  /// A header's text: as it is where it is ASCII, else in encoded words of whole characters, folded (RFC 2047).
  static func encodedWords(_ text: String, after column: Int) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), text.utf8.count + column <= 76 { return text }
    // 75 characters a word, of which 12 frame it: 45 bytes make 60 characters of Base64.
    var words: [String] = []
    var part: [UInt8] = []
    for scalar in text.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if part.count + encoded.count > 39 {
        words.append(word(part))
        part = []
      }
      part += encoded
    }
    words.append(word(part))
    return words.joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String {
    "=?utf-8?B?" + String(decoding: base64Text(bytes), as: UTF8.self) + "?="
  }

  /// Base64 in lines of 76 characters.
  private static func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let text = base64Text(Array(bytes))
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count + text.count / 38 + 2)
    for start in stride(from: 0, to: text.count, by: 76) {
      lines += text[start..<min(start + 76, text.count)]
      lines += [0x0D, 0x0A]
    }
    return lines
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64Text(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let second = start + 1 < bytes.count ? bytes[start + 1] : 0
      let third = start + 2 < bytes.count ? bytes[start + 2] : 0
      let group = UInt32(bytes[start]) << 16 | UInt32(second) << 8 | UInt32(third)
      text.append(alphabet[Int(group >> 18)])
      text.append(alphabet[Int(group >> 12 & 63)])
      text.append(start + 1 < bytes.count ? alphabet[Int(group >> 6 & 63)] : 0x3D)
      text.append(start + 2 < bytes.count ? alphabet[Int(group & 63)] : 0x3D)
    }
    return text
  }
}
