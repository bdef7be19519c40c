import Storage

/// Why a file tells nothing of its exhibits.
public enum VerificationFault: Error, Hashable, Sendable, CaseIterable {
  /// It is no PDF file.
  case noPDF
  /// It is a PDF file, and not one that this program wrote, or no longer whole.
  case damaged
  /// Somebody saved it again: something was appended.
  case rewritten
  /// It states no exhibits: there are none, or another program wrote it.
  case noExhibits
  /// It was written to while it was read.
  case changed
}

/// Reads objects of a PDF file as this program writes it: one table of objects at its end, nothing appended, no encryption.
///
/// Only what is asked for is read, from memory or a file; no object is larger than ``objectLimit``.
struct PDFContainer {
  private let file: StoredBytes
  private let offsets: [Int]
  /// What stands at the end of the file.
  let trailer: [String: PDFValue]

  /// The largest object without its stream, in bytes: the exhibits of 4,000 files.
  static let objectLimit = 1 << 20
  /// The most objects of a file.
  private static let countLimit = 1 << 21

  init(_ file: StoredBytes) throws(VerificationFault) {
    self.file = file
    let end = try Self.bytes(of: file, max(0, file.count - 1_100)..<file.count)
    guard try Self.bytes(of: file, 0..<min(8, file.count)).starts(with: Array("%PDF-".utf8)) else { throw .noPDF }
    let mark = Array("startxref".utf8)
    guard let start = (0...max(0, end.count - mark.count)).last(where: { end[$0...].starts(with: mark) }) else {
      throw .damaged
    }
    do throws(PDFSyntaxFault) {
      var parser = PDFParser(end, at: start + mark.count)
      guard let table = try parser.value().integer, (0..<file.count).contains(table) else { throw .malformed }
      var rest = PDFParser(try Self.read(file, table..<min(file.count, table + 64)))
      try rest.take(word: "xref")
      guard let first = try rest.value().integer, let count = try rest.value().integer, first == 0,
        (1...Self.countLimit).contains(count)
      else { throw .malformed }
      rest.skipBlanks()
      let entries = table + rest.position
      guard entries + 20 * count <= file.count else { throw .malformed }
      offsets = try Self.offsets(Self.read(file, entries..<(entries + 20 * count)), size: file.count)
      let tail = entries + 20 * count
      var last = PDFParser(try Self.read(file, tail..<min(file.count, tail + 4_096)))
      try last.take(word: "trailer")
      guard let dictionary = try last.value().dictionary, dictionary["Encrypt"] == nil else { throw .malformed }
      trailer = dictionary
    } catch {
      throw .damaged
    }
    guard trailer["Prev"] == nil, trailer["XRefStm"] == nil else { throw .rewritten }
  }

  /// Where objects begin, by their numbers; 0 for those there are not.
  ///
  /// An entry has twenty bytes (ISO 32000-1 7.5.4).
  private static func offsets(_ rows: [UInt8], size: Int) throws(PDFSyntaxFault) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(rows.count / 20)
    for start in stride(from: 0, to: rows.count, by: 20) {
      var offset = 0
      for byte in rows[start..<(start + 10)] {
        guard (0x30...0x39).contains(byte) else { throw .malformed }
        offset = offset * 10 + Int(byte - 0x30)
      }
      offsets.append(rows[start + 17] == UInt8(ascii: "n") && offset < size ? offset : 0)
    }
    return offsets
  }

  /// An object and where it ends, behind its keyword `stream` or `endobj`.
  private func object(_ number: Int) throws(VerificationFault) -> (value: PDFValue, isStream: Bool, end: Int) {
    guard offsets.indices.contains(number), offsets[number] > 0 else { throw .damaged }
    let start = offsets[number]
    var length = 4_096
    while true {
      do throws(PDFSyntaxFault) {
        var parser = PDFParser(try Self.read(file, start..<min(file.count, start + length)))
        guard try parser.value() == .integer(number), try parser.value() == .integer(0) else { throw .malformed }
        try parser.take(word: "obj")
        let value = try parser.value()
        parser.skipBlanks()
        if parser.take("stream") {
          // The end of the line may be one byte or two; both must be in what was read.
          let isTwo = parser.take("\r\n")
          guard isTwo || parser.take("\n") else { throw .endsEarly }
          return (value, true, start + parser.position)
        }
        try parser.take(word: "endobj")
        return (value, false, start + parser.position)
      } catch {
        guard error == .endsEarly, length < Self.objectLimit, start + length < file.count else { throw .damaged }
        length *= 4
      }
    }
  }

  /// A value with its reference followed.
  func resolved(_ value: PDFValue?) throws(VerificationFault) -> PDFValue? {
    guard case .reference(let number)? = value else { return value }
    let found = try object(number).value
    // References to references are none of ours.
    if case .reference = found { throw .damaged }
    return found
  }

  /// A dictionary, followed.
  func dictionary(_ value: PDFValue?) throws(VerificationFault) -> [String: PDFValue]? {
    try resolved(value)?.dictionary
  }

  /// A stream: its dictionary, and its bytes as the file holds them.
  func stream(_ value: PDFValue?) throws(VerificationFault) -> (dictionary: [String: PDFValue], bytes: StoredBytes)? {
    guard case .reference(let number)? = value else { return nil }
    let found = try object(number)
    guard found.isStream, let dictionary = found.value.dictionary,
      let length = try resolved(dictionary["Length"])?.integer, length >= 0, length <= file.count - found.end
    else { return nil }
    return (dictionary, file.parts([found.end..<(found.end + length)]))
  }

  private static func bytes(of file: StoredBytes, _ range: Range<Int>) throws(VerificationFault) -> [UInt8] {
    do throws(StorageError) { return try file.parts([range]).whole() } catch { throw .changed }
  }

  private static func read(_ file: StoredBytes, _ range: Range<Int>) throws(PDFSyntaxFault) -> [UInt8] {
    do throws(StorageError) { return try file.parts([range]).whole() } catch { throw .malformed }
  }
}
