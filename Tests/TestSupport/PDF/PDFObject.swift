/// A value of the PDF object model (ISO 32000-1 7.3).
public indirect enum PDFObject: Hashable, Sendable {
  /// The null object.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case real(Double)
  /// The bytes of a string, escapes undone.
  case string([UInt8])
  /// A name without its slash, `#xx` undone.
  case name(String)
  /// Values in order.
  case array([PDFObject])
  /// Values by name.
  case dictionary([String: PDFObject])
  /// A dictionary and the bytes after it, as the file holds them.
  case stream([String: PDFObject], [UInt8])
  /// The object of this number.
  case reference(Int)

  /// The number, whole or not.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// The whole number.
  public var integer: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The name.
  public var name: String? {
    if case .name(let value) = self { value } else { nil }
  }

  /// The number of the object referred to.
  public var reference: Int? {
    if case .reference(let value) = self { value } else { nil }
  }

  /// The string as a text string: UTF-16BE with its mark, else one byte a character (ISO 32000-1 7.9.2.2).
  ///
  /// PDFDocEncoding is read as Latin-1: they differ only where our files use UTF-16.
  public var text: String? {
    guard case .string(let bytes) = self else { return nil }
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      return String(decoding: units, as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
