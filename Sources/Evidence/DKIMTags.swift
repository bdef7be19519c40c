import Glibc

/// A list of tags as signatures and key records have it: `name=value; name=value` (RFC 6376, 3.2).
struct DKIMTags {
  private let values: [String: String]

  /// Reads a list; nil if it is none, or names a tag twice.
  init?(_ text: String) {
    guard text.utf8.count <= 64 << 10 else { return nil }
    var values: [String: String] = [:]
    for segment in text.split(separator: ";") where segment.trimmed != nil {
      let parts = segment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = parts[0].trimmed, values[name] == nil else { return nil }
      values[name] = parts[1].trimmed ?? ""
    }
    self.values = values
  }

  /// A value as it stands.
  subscript(name: String) -> String? { values[name] }

  /// A value without any blanks.
  func compact(_ name: String) -> String? { values[name].map { $0.filter { !$0.isWhitespace } } }

  /// A value in base64; nil without one, or if it is none.
  func bytes(_ name: String) -> [UInt8]? { compact(name).flatMap(Base64.decoded) }
}

/// Base64 (RFC 4648), strictly.
enum Base64 {
  /// The bytes; nil if a character does not belong there.
  static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in text.utf8.reversed().drop(while: { $0 == UInt8(ascii: "=") }).reversed() {
      let value: Int
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = Int(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(byte) + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      (bits, count) = ((bits << 6 | value) & 0xFFFF, count + 6)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return count == 6 ? nil : bytes
  }
}
