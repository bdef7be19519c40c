import CDeflate
import Foundation

/// A PDF file as we write them: one classic cross-reference table, Flate or no compression, no encryption.
///
/// A reader of our own, so that tests look at what stands in the file and not at what a tolerant library makes of it: anything
/// doubtful throws.
public struct PDFFile: Sendable {
  /// The version in the first line, such as `1.7`.
  public let version: String
  /// The indirect objects by number.
  public let objects: [Int: PDFObject]
  /// The trailer.
  public let trailer: [String: PDFObject]
  /// How many bytes the file has.
  public let size: Int

  /// Reads a file.
  ///
  /// - Throws: `PDFSyntaxError`.
  public init(contentsOf url: URL) throws {
    try self.init([UInt8](Data(contentsOf: url)))
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: `PDFSyntaxError`.
  public init(_ bytes: [UInt8]) throws {
    size = bytes.count
    var scanner = PDFScanner(bytes)
    guard scanner.consume("%PDF-"), bytes.count > 8 else { throw scanner.failure("no PDF header") }
    version = String(decoding: bytes[5..<8], as: UTF8.self)
    let table = try CrossReferenceTable(bytes)
    trailer = table.trailer
    // Lengths may be indirect, so streams are cut in a second pass.
    var read: [Int: PDFObject] = [:]
    var streams: [Int: Int] = [:]
    for (number, offset) in table.offsets {
      scanner.position = offset
      guard try scanner.token() == .object(.integer(number)), try scanner.token() == .object(.integer(0)) else {
        throw scanner.failure("object \(number) does not begin where the table says")
      }
      try scanner.expect("obj")
      read[number] = try scanner.object()
      let end = try scanner.token()
      if end == .keyword("stream") {
        streams[number] = scanner.position
      } else if end != .keyword("endobj") {
        throw scanner.failure("object \(number) does not end")
      }
    }
    for (number, position) in streams {
      guard case .dictionary(let dictionary) = read[number] else { throw scanner.failure("stream \(number) is bare") }
      var length = dictionary["Length"]
      if case .reference(let target)? = length { length = read[target] }
      scanner.position = position
      _ = scanner.consume("\r")
      guard scanner.consume("\n"), let count = length?.integer, count >= 0, scanner.position + count <= bytes.count
      else {
        throw scanner.failure("stream \(number) has no usable length")
      }
      let start = scanner.position
      scanner.position += count
      guard try scanner.token() == .keyword("endstream") else {
        throw scanner.failure("stream \(number) is longer or shorter than it says")
      }
      read[number] = .stream(dictionary, [UInt8](bytes[start..<start + count]))
    }
    objects = read
  }

  /// A value with its reference followed.
  public func resolve(_ object: PDFObject?) -> PDFObject? {
    var value = object
    // A chain of references is legal but short; a circle is neither.
    for _ in 0..<8 {
      guard case .reference(let number)? = value else { return value == .null ? nil : value }
      value = objects[number]
    }
    return nil
  }

  /// A dictionary, or a stream's dictionary, with its reference followed.
  public func dictionary(_ object: PDFObject?) -> [String: PDFObject]? {
    switch resolve(object) {
    case .dictionary(let value)?: value
    case .stream(let value, _)?: value
    default: nil
    }
  }

  /// An array with its reference followed.
  public func array(_ object: PDFObject?) -> [PDFObject]? {
    if case .array(let value)? = resolve(object) { value } else { nil }
  }

  /// A stream's bytes, inflated; nil if it is none, damaged, or compressed by something else than Flate.
  public func streamBytes(_ object: PDFObject?) -> [UInt8]? {
    guard case .stream(let dictionary, let raw)? = resolve(object) else { return nil }
    var filters = array(dictionary["Filter"]) ?? []
    if let only = resolve(dictionary["Filter"])?.name { filters = [.name(only)] }
    guard let filter = filters.first else { return raw }
    guard filters.count == 1, resolve(filter)?.name == "FlateDecode" else { return nil }
    return Self.inflate(raw)
  }

  /// The catalog.
  public var catalog: [String: PDFObject] { dictionary(trailer["Root"]) ?? [:] }

  private static func inflate(_ packed: [UInt8]) -> [UInt8]? {
    guard let inflater = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(inflater) }
    var capacity = max(packed.count * 8, 4096)
    while capacity < 1 << 31 {
      var count = 0
      var outcome = LIBDEFLATE_SUCCESS
      let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        outcome = libdeflate_zlib_decompress(inflater, packed, packed.count, buffer.baseAddress, capacity, &count)
        initialized = outcome == LIBDEFLATE_SUCCESS ? count : 0
      }
      if outcome == LIBDEFLATE_SUCCESS { return bytes }
      guard outcome == LIBDEFLATE_INSUFFICIENT_SPACE else { return nil }
      capacity *= 4
    }
    return nil
  }
}

/// The table at the end of a file that says where each object begins (ISO 32000-1 7.5.4).
private struct CrossReferenceTable {
  var offsets: [Int: Int] = [:]
  var trailer: [String: PDFObject] = [:]

  init(_ bytes: [UInt8]) throws {
    let mark = Array("startxref".utf8)
    var scanner = PDFScanner(bytes)
    guard
      let start = stride(from: bytes.count - mark.count, through: max(0, bytes.count - 1100), by: -1)
        .first(where: { bytes[$0..<$0 + mark.count].elementsEqual(mark) })
    else { throw scanner.failure("startxref is missing") }
    scanner.position = start + mark.count
    guard case .integer(let position) = try scanner.object(), bytes.indices.contains(position) else {
      throw scanner.failure("startxref leads nowhere")
    }
    scanner.position = position
    try scanner.expect("xref")
    while case .object(.integer(let first))? = try scanner.token() {
      guard case .object(.integer(let count))? = try scanner.token() else {
        throw scanner.failure("a section of the table has no count")
      }
      for number in first..<first + count {
        guard case .object(.integer(let offset))? = try scanner.token(), try scanner.token() != nil,
          case .keyword(let kind)? = try scanner.token()
        else { throw scanner.failure("an entry of the table is damaged") }
        if kind == "n" { offsets[number] = offset }
      }
    }
    guard case .dictionary(let dictionary) = try scanner.object() else {
      throw scanner.failure("the trailer is missing")
    }
    guard dictionary["Prev"] == nil, dictionary["XRefStm"] == nil else {
      throw scanner.failure("the file was changed after it was written; ours never are")
    }
    trailer = dictionary
  }
}
