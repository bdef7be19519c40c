import CCharset

/// An encoding tables are read in.
public struct TableEncoding: Hashable, Sendable {
  /// What messages and iconv call it, such as `UTF-8` or `WINDOWS-1252`.
  public let name: String

  private init(known name: String) { self.name = name }

  /// UTF-8, with or without a byte order mark.
  public static let utf8 = TableEncoding(known: "UTF-8")
  /// UTF-16, least significant byte first.
  public static let utf16LittleEndian = TableEncoding(known: "UTF-16LE")
  /// UTF-16, most significant byte first.
  public static let utf16BigEndian = TableEncoding(known: "UTF-16BE")

  /// An encoding by a name that a person or a detector gives; `nil` if it is none that spreadsheets of Europe write.
  ///
  /// ISO 8859-1 is read as Windows-1252, which has letters where the standard has control characters, as browsers do
  /// (WHATWG Encoding Standard, section 4.2).
  public init?(name: String) {
    let upper = name.uppercased()
    switch upper {
    case "UTF-8", "UTF8", "ASCII", "US-ASCII": self = .utf8
    case "UTF-16LE": self = .utf16LittleEndian
    case "UTF-16BE": self = .utf16BigEndian
    case "ISO-8859-1", "LATIN1": self.init(known: "WINDOWS-1252")
    default:
      let numbers = ["WINDOWS-125": 0...8, "CP125": 0...8, "ISO-8859-": 2...16]
      for (prefix, range) in numbers where upper.hasPrefix(prefix) {
        guard let number = Int(upper.dropFirst(prefix.count)), range.contains(number), number != 12 else { continue }
        self.init(known: (prefix == "CP125" ? "WINDOWS-125" : prefix) + String(number))
        return
      }
      return nil
    }
  }
}

/// Turns the bytes of an encoding into UTF-8, piece by piece.
final class TableDecoder {
  private let encoding: TableEncoding
  private let descriptor: iconv_t?
  /// The beginning of a character whose end is in the next piece.
  private var carried: [UInt8] = []

  init(_ encoding: TableEncoding) throws(TableFault) {
    self.encoding = encoding
    guard encoding != .utf8 else {
      descriptor = nil
      return
    }
    let opened = iconv_open("UTF-8", encoding.name)
    // `(iconv_t)-1` is how iconv says that it has no such encoding.
    guard Int(bitPattern: opened) != -1 else { throw .encodingUnknown }
    descriptor = opened
  }

  deinit { if let descriptor { iconv_close(descriptor) } }

  /// What a piece of a file says.
  struct Piece {
    /// Its complete characters, in UTF-8: those before the fault, if there is one.
    var text: [UInt8]
    /// Whether all of its bytes are characters.
    var isSound: Bool
  }

  /// Reads a piece; a character whose end is in the next one waits for it.
  func decode(_ bytes: [UInt8]) -> Piece {
    guard let descriptor else { return validated(bytes) }
    var input = carried + bytes
    // No encoding read here needs more than three bytes of UTF-8 for a byte of its own.
    var output = [UInt8](repeating: 0, count: input.count * 3 + 4)
    var (unread, free) = (input.count, output.count)
    let status = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(descriptor, &from, &unread, &to, &free)
      }
    }
    output.removeLast(free)
    // What stops in the middle of a character goes on with the next piece: three bytes at most of a pair in UTF-16.
    if status == -1, unread > 3 { return Piece(text: output, isSound: false) }
    carried = Array(input.suffix(unread))
    return Piece(text: output, isSound: true)
  }

  /// Whether every character that began has ended.
  var isComplete: Bool { carried.isEmpty }

  private func validated(_ bytes: [UInt8]) -> Piece {
    let all = carried.isEmpty ? bytes : carried + bytes
    let end = Self.endOfWholeCharacters(all)
    carried = Array(all[end...])
    let whole = end == all.count ? all : Array(all[..<end])
    guard !Self.isUTF8(whole) else { return Piece(text: whole, isSound: true) }
    let lines = whole.split(separator: 0x0A, omittingEmptySubsequences: false)
    let sound = lines.prefix { Self.isUTF8(Array($0)) }
    return Piece(text: Array(sound.joined(separator: [0x0A])) + (sound.isEmpty ? [] : [0x0A]), isSound: false)
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { isUTF8($0) } }

  /// Whether bytes are sound: eight at a time as long as they are ASCII, and what is not by the standard library.
  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var place = 0
    while place < bytes.count {
      if place + 8 <= bytes.count,
        UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        place += 8
        continue
      }
      let first = place
      while place < bytes.count, start[place] >= 0x80 { place += 1 }
      if place == first {
        place += 1
        continue
      }
      // Between two signs of ASCII stand whole characters.
      do { _ = try UTF8Span(validating: UnsafeBufferPointer(start: start + first, count: place - first).span) } catch {
        return false
      }
    }
    return true
  }

  /// Where a character begins that the piece does not hold to its end; the end of the piece if there is none.
  static func endOfWholeCharacters(_ bytes: [UInt8]) -> Int {
    var start = bytes.count
    while start > 0, bytes.count - start < 4 {
      start -= 1
      let byte = bytes[start]
      if byte < 0x80 { return bytes.count }
      guard byte >= 0xC0 else { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return bytes.count - start < length ? start : bytes.count
    }
    return bytes.count
  }
}
