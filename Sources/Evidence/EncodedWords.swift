/// Encoded words of a header (RFC 2047).
enum EncodedWords {
  /// The header with every word in base64 as one in the Q encoding, which says the same.
  ///
  /// GMime 3.2 decodes neighbouring words in base64 as one stream and loses what follows padding; mailers pad every word, so a
  /// long subject in Cyrillic or Greek would be cut short. A word that is no base64 stays as it is.
  static func withoutBase64(_ header: String) -> String {
    let bytes = Array(header.utf8)
    var out: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let word = Word(bytes, at: place) {
        out += word.inQ
        place = word.end
      } else {
        out.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A word in base64: `=?charset?b?payload?=`.
  private struct Word {
    private let charset: ArraySlice<UInt8>
    private let content: [UInt8]
    let end: Int

    private static let mark = UInt8(ascii: "?")

    init?(_ bytes: [UInt8], at start: Int) {
      guard bytes[start...].starts(with: "=?".utf8),
        let first = bytes[(start + 2)...].firstIndex(of: Self.mark),
        bytes.indices.contains(first + 2), bytes[first + 1] | 0x20 == UInt8(ascii: "b"), bytes[first + 2] == Self.mark,
        let last = bytes[(first + 3)...].firstIndex(of: Self.mark),
        bytes.indices.contains(last + 1), bytes[last + 1] == UInt8(ascii: "="),
        let content = Base64.decoded(String(decoding: bytes[(first + 3)..<last], as: UTF8.self))
      else { return nil }
      charset = bytes[(start + 2)..<first]
      self.content = content
      end = last + 2
    }

    /// The same with each byte as `=XX`.
    var inQ: [UInt8] {
      let digits = Array("0123456789ABCDEF".utf8)
      return Array("=?".utf8) + charset + Array("?q?".utf8)
        + content.flatMap { [UInt8(ascii: "="), digits[Int($0 >> 4)], digits[Int($0 & 15)]] } + Array("?=".utf8)
    }
  }
}
