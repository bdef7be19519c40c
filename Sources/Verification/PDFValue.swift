/// A value of a PDF file (ISO 32000-1 7.3), as far as it is compared here.
indirect enum PDFValue: Hashable {
  case integer(Int)
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  case reference(Int)
  /// Numbers with a fraction, truth values, null.
  case other

  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  var name: String? { if case .name(let value) = self { value } else { nil } }
  var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }
  var dictionary: [String: PDFValue]? { if case .dictionary(let value) = self { value } else { nil } }

  /// A string of printable ASCII, as this program writes names and hashes.
  var ascii: String? {
    guard case .string(let bytes) = self, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Why bytes are no value.
enum PDFSyntaxFault: Error {
  /// They end before the value does: more of them may help.
  case endsEarly
  /// They are something else.
  case malformed
}

/// Reads values from bytes; every byte is looked at once, and nothing nests deeper than ``depthLimit``.
struct PDFParser {
  private let bytes: [UInt8]
  private(set) var position: Int

  /// The deepest nesting of arrays and dictionaries.
  static let depthLimit = 16

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }
  private static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }
  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipBlanks() {
    while let byte = current {
      if byte == UInt8(ascii: "%") {
        while let next = current, next != 10, next != 13 { position += 1 }
      } else if Self.isBlank(byte) {
        position += 1
      } else {
        return
      }
    }
  }

  /// Takes these bytes if they stand here.
  mutating func take(_ text: String) -> Bool {
    guard bytes[min(position, bytes.count)...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  /// Takes the word that stands next.
  mutating func take(word: String) throws(PDFSyntaxFault) {
    skipBlanks()
    guard take(word) else { throw bytes.count - position < word.utf8.count ? .endsEarly : .malformed }
  }

  /// The next value.
  mutating func value(depth: Int = 0) throws(PDFSyntaxFault) -> PDFValue {
    guard depth <= Self.depthLimit else { throw .malformed }
    skipBlanks()
    guard let byte = current else { throw .endsEarly }
    switch byte {
    case UInt8(ascii: "/"): return .name(try name())
    case UInt8(ascii: "("): return .string(try literalString())
    case UInt8(ascii: "["):
      position += 1
      var items: [PDFValue] = []
      while true {
        skipBlanks()
        if take("]") { return .array(items) }
        items.append(try value(depth: depth + 1))
      }
    case UInt8(ascii: "<"):
      guard position + 1 < bytes.count else { throw .endsEarly }
      guard bytes[position + 1] == UInt8(ascii: "<") else { return .string(try hexString()) }
      position += 2
      return .dictionary(try entries(depth: depth))
    default: return try word(byte)
    }
  }

  private mutating func entries(depth: Int) throws(PDFSyntaxFault) -> [String: PDFValue] {
    var items: [String: PDFValue] = [:]
    while true {
      skipBlanks()
      if take(">>") { return items }
      guard let next = current else { throw .endsEarly }
      guard next == UInt8(ascii: "/") else { throw .malformed }
      let key = try name()
      // Of two values readers may take either: such a file says nothing.
      guard items.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw .malformed }
    }
  }

  /// A number, a reference, or one of the words.
  private mutating func word(_ first: UInt8) throws(PDFSyntaxFault) -> PDFValue {
    let text = try run()
    guard let number = Int(text) else {
      let isNumber = !text.isEmpty && text.utf8.allSatisfy { "+-.0123456789".utf8.contains($0) }
      guard isNumber || ["true", "false", "null"].contains(text) else { throw .malformed }
      return .other
    }
    guard number >= 0 else { return .integer(number) }
    let after = position
    skipBlanks()
    if let generation = try? run(), Int(generation) != nil {
      skipBlanks()
      if take("R") { return .reference(number) }
    }
    position = after
    return .integer(number)
  }

  private mutating func run() throws(PDFSyntaxFault) -> String {
    let start = position
    while let byte = current, !Self.isBlank(byte), !Self.isDelimiter(byte), position - start < 32 { position += 1 }
    guard position > start else { throw current == nil ? .endsEarly : .malformed }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func name() throws(PDFSyntaxFault) -> String {
    position += 1
    var result: [UInt8] = []
    while let byte = current, !Self.isBlank(byte), !Self.isDelimiter(byte) {
      position += 1
      guard byte == UInt8(ascii: "#") else {
        result.append(byte)
        continue
      }
      guard position + 1 < bytes.count else { throw .endsEarly }
      guard let high = Self.digit(bytes[position]), let low = Self.digit(bytes[position + 1]) else { throw .malformed }
      result.append(high << 4 | low)
      position += 2
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private mutating func hexString() throws(PDFSyntaxFault) -> [UInt8] {
    position += 1
    var digits: [UInt8] = []
    while let byte = current {
      position += 1
      if byte == UInt8(ascii: ">") {
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
      }
      if Self.isBlank(byte) { continue }
      guard let digit = Self.digit(byte) else { throw .malformed }
      digits.append(digit)
    }
    throw .endsEarly
  }

  private mutating func literalString() throws(PDFSyntaxFault) -> [UInt8] {
    position += 1
    var result: [UInt8] = []
    var depth = 1
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return result }
      case UInt8(ascii: "\\"):
        guard let escaped = current else { throw .endsEarly }
        position += 1
        result.append(escape(escaped))
        continue
      default: break
      }
      result.append(byte)
    }
    throw .endsEarly
  }

  /// What stands after a backslash; up to three octal digits are one byte.
  private mutating func escape(_ byte: UInt8) -> UInt8 {
    let octal = UInt8(ascii: "0")...UInt8(ascii: "7")
    switch byte {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case octal:
      var value = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let next = current, octal.contains(next) else { break }
        value = value * 8 + Int(next - UInt8(ascii: "0"))
        position += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }
}
