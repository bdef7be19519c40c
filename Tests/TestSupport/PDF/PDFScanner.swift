/// What is wrong with the bytes of a PDF file, and where.
public struct PDFSyntaxError: Error, Hashable, CustomStringConvertible {
  /// The byte at which reading stopped, from 0.
  public var offset: Int
  /// What is wrong.
  public var message: String
  /// One line for people.
  public var description: String { "PDF syntax error at byte \(offset): \(message)" }
}

/// Reads PDF values and operators from bytes (ISO 32000-1 7.2, 7.3).
struct PDFScanner {
  /// What stands at the reading position.
  enum Token: Equatable {
    case object(PDFObject)
    /// A keyword: `obj`, `R`, `BT`, …
    case keyword(String)
  }

  let bytes: [UInt8]
  var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  func failure(_ message: String) -> PDFSyntaxError { PDFSyntaxError(offset: position, message: message) }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0 || byte == 9 || byte == 10 || byte == 12 || byte == 13 || byte == 32
  }

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

  /// The next value or keyword; nil at the end.
  ///
  /// References (`3 0 R`) are put together by `object()`, not here: content streams have none.
  mutating func token() throws -> Token? {
    skipBlanks()
    guard let byte = current else { return nil }
    switch byte {
    case UInt8(ascii: "/"): return .object(.name(try name()))
    case UInt8(ascii: "("): return .object(.string(try literalString()))
    case UInt8(ascii: "["): return .object(.array(try array()))
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") { return .object(try dictionary()) }
      return .object(.string(try hexString()))
    case UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      throw failure("unexpected \(Character(Unicode.Scalar(byte)))")
    default: return try word()
    }
  }

  /// The next value, references put together; throws at a keyword.
  mutating func object() throws -> PDFObject {
    guard let token = try token() else { throw failure("a value is missing") }
    guard case .object(let value) = token else { throw failure("a value was expected, not a keyword") }
    guard case .integer(let number) = value, number >= 0 else { return value }
    let afterNumber = position
    if case .object(.integer)? = try? self.token(), case .keyword("R")? = try? self.token() {
      return .reference(number)
    }
    position = afterNumber
    return value
  }

  /// Consumes the keyword or throws.
  mutating func expect(_ keyword: String) throws {
    guard try token() == .keyword(keyword) else { throw failure("\(keyword) is missing") }
  }

  /// Consumes these bytes if they stand here.
  mutating func consume(_ text: String) -> Bool {
    guard bytes[min(position, bytes.count)...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func word() throws -> Token {
    let start = position
    while let byte = current, !Self.isBlank(byte), !Self.isDelimiter(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "true": return .object(.boolean(true))
    case "false": return .object(.boolean(false))
    case "null": return .object(.null)
    default: break
    }
    guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return .keyword(text) }
    if let value = Int(text) { return .object(.integer(value)) }
    let decimal = text.hasPrefix(".") ? "0" + text : text.hasPrefix("-.") ? "-0" + text.dropFirst() : text
    guard let value = Double(decimal) else { throw failure("\(text) is no number") }
    return .object(.real(value))
  }

  private mutating func name() throws -> String {
    position += 1
    var result: [UInt8] = []
    while let byte = current, !Self.isBlank(byte), !Self.isDelimiter(byte) {
      position += 1
      guard byte == UInt8(ascii: "#") else {
        result.append(byte)
        continue
      }
      guard position + 1 < bytes.count, let value = Self.hex(bytes[position]), let low = Self.hex(bytes[position + 1])
      else { throw failure("a name ends in the middle of #xx") }
      result.append(value << 4 | low)
      position += 2
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func array() throws -> [PDFObject] {
    position += 1
    var items: [PDFObject] = []
    while true {
      skipBlanks()
      if consume("]") { return items }
      items.append(try object())
    }
  }

  private mutating func dictionary() throws -> PDFObject {
    position += 2
    var items: [String: PDFObject] = [:]
    while true {
      skipBlanks()
      if consume(">>") { return .dictionary(items) }
      guard current == UInt8(ascii: "/") else { throw failure("a dictionary key is missing") }
      let key = try name()
      guard items[key] == nil else { throw failure("the key \(key) stands twice in a dictionary") }
      items[key] = try object()
    }
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private mutating func hexString() throws -> [UInt8] {
    position += 1
    var digits: [UInt8] = []
    while let byte = current {
      position += 1
      if byte == UInt8(ascii: ">") {
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
      }
      if Self.isBlank(byte) { continue }
      guard let digit = Self.hex(byte) else { throw failure("a hexadecimal string holds another character") }
      digits.append(digit)
    }
    throw failure("a hexadecimal string does not end")
  }

  private mutating func literalString() throws -> [UInt8] {
    position += 1
    var result: [UInt8] = []
    var depth = 1
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        result.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return result }
        result.append(byte)
      case UInt8(ascii: "\\"): escape(into: &result)
      case 13:
        // An end of line of any kind is one line feed (7.3.4.2).
        if current == 10 { position += 1 }
        result.append(10)
      default: result.append(byte)
      }
    }
    throw failure("a string does not end")
  }

  private mutating func escape(into result: inout [UInt8]) {
    guard let byte = current else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case 10: break
    case 13: if current == 10 { position += 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let next = current, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next) else { break }
        value = value * 8 + Int(next - UInt8(ascii: "0"))
        position += 1
      }
      result.append(UInt8(truncatingIfNeeded: value))
    default: result.append(byte)
    }
  }
}
