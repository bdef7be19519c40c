/// Patterns of the data files: `{name}` stands for a value, `~` for a no-break space (U+00A0).
public enum Pattern {
  /// Fills a pattern; a name without a value vanishes.
  public static func fill(_ pattern: String, _ values: [String: String]) -> String {
    var pattern = pattern
    return pattern.withUTF8 { bytes in
      var filled: [UInt8] = []
      filled.reserveCapacity(bytes.count + 32)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "~"): filled += noBreakSpace
        case UInt8(ascii: "{"):
          let name = bytes[index...].prefix { $0 != UInt8(ascii: "}") }
          index = min(name.endIndex + 1, bytes.count)
          if let value = values[String(decoding: name, as: UTF8.self)] { filled += value.utf8 }
        default: filled.append(byte)
        }
      }
      return String(decoding: filled, as: UTF8.self)
    }
  }

  /// A text with no-break spaces for `~`; other placeholders stay.
  public static func withNoBreakSpaces(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "~")) else { return text }
    var filled: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "~") { filled += noBreakSpace } else { filled.append(byte) }
    }
    return String(decoding: filled, as: UTF8.self)
  }

  private static let noBreakSpace = Array("\u{00A0}".utf8)

  /// The names in a pattern, in order; `nil` if a brace is not closed.
  static func names(in pattern: String) -> [String]? {
    var names: [String] = []
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
