import CMime

/// Bytes of a mail in their own charset into characters.
enum Charset {
  /// A text, and whether it had to be guessed or mended.
  struct Decoded {
    var text: String
    /// The charset was missing or unknown, or bytes did not fit it; those stand as U+FFFD.
    var isDoubtful: Bool
  }

  /// Decodes bytes.
  ///
  /// - Parameter label: the charset as the mail names it.
  static func decode(_ bytes: [UInt8], label: String?) -> Decoded {
    let name = canonical(label)
    if name == "utf-8" || name == nil, let text = String(validating: bytes, as: UTF8.self) {
      // A declared UTF-8 or pure ASCII needs no doubt; undeclared letters beyond ASCII do.
      return Decoded(text: text, isDoubtful: name == nil && !bytes.allSatisfy { $0 < 0x80 })
    }
    if name == "utf-8" { return Decoded(text: String(decoding: bytes, as: UTF8.self), isDoubtful: true) }
    if let name, name != "windows-1252", let decoded = convert(bytes, from: name) { return decoded }
    // What calls itself Latin-1 is windows-1252 in practice (WHATWG Encoding, 4.2).
    return Decoded(text: windows1252(bytes), isDoubtful: name != "windows-1252")
  }

  /// Decodes a file that bears no header: valid UTF-8 is UTF-8, a web page may name its charset within.
  static func decode(file bytes: [UInt8]) -> Decoded {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text, isDoubtful: false) }
    return decode(bytes, label: declared(in: bytes))
  }

  /// What a web page says of its charset in its first 1,024 bytes (WHATWG HTML, 4.2.5.4).
  private static func declared(in bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(1_024).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    guard let mark = start.firstRange(of: "charset=") else { return nil }
    let value = start[mark.upperBound...].drop { $0 == "\"" || $0 == "'" }
    let label = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return label.isEmpty ? nil : String(label)
  }

  private static func canonical(_ label: String?) -> String? {
    guard let label = label?.lowercased(), !label.isEmpty, label.utf8.count <= 40 else { return nil }
    switch label {
    case "utf8", "utf-8", "unicode-1-1-utf-8": return "utf-8"
    case "us-ascii", "ascii", "ansi_x3.4-1968": return "utf-8"
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "windows-1252", "cp1252", "x-ansi": return "windows-1252"
    case "gb2312", "gbk", "x-gbk": return "gb18030"
    case "ks_c_5601-1987", "euc-kr": return "cp949"
    case "iso-8859-8-i": return "iso-8859-8"
    case "x-sjis", "shift-jis": return "shift_jis"
    default: return label
    }
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append((0x80...0x9F).contains(byte) ? HTMLEntities.windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  /// Converts by iconv; nil if it does not know the charset.
  private static func convert(_ bytes: [UInt8], from name: String) -> Decoded? {
    guard let converter = g_iconv_open("UTF-8", name), converter != OpaquePointer(bitPattern: -1) else { return nil }
    defer { g_iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var isDoubtful = false
    // iconv never writes through the input pointer; its signature is older than const.
    var input = bytes.map(CChar.init(bitPattern:))
    var chunk = [CChar](repeating: 0, count: 16 << 10)
    let capacity = chunk.count
    var offset = 0
    while offset < input.count {
      let (read, written, status) = input.withUnsafeMutableBufferPointer { source in
        chunk.withUnsafeMutableBufferPointer { target -> (Int, Int, Int) in
          var from = source.baseAddress.map { $0 + offset }
          var left = gsize(source.count - offset)
          var to = target.baseAddress
          var room = gsize(capacity)
          let status = g_iconv(converter, &from, &left, &to, &room)
          return (source.count - offset - Int(left), capacity - Int(room), Int(bitPattern: UInt(status)))
        }
      }
      output += chunk[..<written].map(UInt8.init(bitPattern:))
      offset += read
      // Out of room: go on. Anything else: this byte is none of the charset's.
      guard status == -1, written < capacity - 16 else { continue }
      guard offset < input.count else { break }
      output += Array("\u{FFFD}".utf8)
      offset += 1
      isDoubtful = true
    }
    return Decoded(text: String(decoding: output, as: UTF8.self), isDoubtful: isDoubtful)
  }
}
