/// Why a document could not be written.
public enum HaruError: Error, Hashable, Sendable {
  /// libharu refused a call: its code, the detail it gave (often `errno`), and the call.
  case library(code: UInt, detail: UInt, call: String)
  /// The document exceeds what the format allows; everything that does, at once.
  case limits([PDFLimit])
  /// Objects were reserved but never given a body.
  case undefinedObjects(count: Int)
  /// The file could not be written or a stream's file not be read: `errno`.
  case file(errno: Int32)
  /// A stream's file is no longer what it was when the document was made.
  case fileChanged
}

/// A limit of the format (ISO 32000-1 annex C) that was exceeded, with the size that was asked for.
public enum PDFLimit: Hashable, Sendable {
  /// An array of more than 32,767 items.
  case array(count: Int)
  /// A name of more than 127 bytes.
  case name(length: Int)
  /// A string of more than 65,535 bytes.
  case string(length: Int)
  /// A number that is not finite or beyond ±32,767.
  case real
}

extension PDFLimit: CustomStringConvertible {
  /// What is too large and how large it may be.
  public var description: String {
    switch self {
    case .array(let count): "an array of \(count) items; the format allows 32767"
    case .name(let length): "a name of \(length) bytes; the format allows 127"
    case .string(let length): "a string of \(length) bytes; the format allows 65535"
    case .real: "a number beyond 32767; the format allows no larger one"
    }
  }
}

extension HaruError: CustomStringConvertible {
  /// What went wrong, without any of the document's content.
  public var description: String {
    switch self {
    case .library(let code, let detail, let call):
      "libharu refused \(call): \(Self.meaning(of: code)) (0x\(String(code, radix: 16)), detail \(detail))"
    case .limits(let limits): "the document exceeds the format: " + limits.map(\.description).joined(separator: "; ")
    case .undefinedObjects(let count): "\(count) reserved objects were never written"
    case .file(let errno): "the file could not be written or read (errno \(errno))"
    case .fileChanged: "a file changed while it was being embedded"
    }
  }
}
