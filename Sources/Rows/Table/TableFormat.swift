import CCharset

/// How a table lies in its file.
public struct TableFormat: Hashable, Sendable {
  /// The encoding.
  public var encoding: TableEncoding
  /// Whether the encoding was guessed from the bytes, and not said by a mark or by being UTF-8.
  public var isEncodingGuessed: Bool
  /// Whether the file begins with a byte order mark.
  public var hasMark: Bool
  /// What stands between cells.
  public var separator: UInt8
  /// Whether the first line is `sep=;`, which spreadsheets read and do not show.
  public var hasSeparatorLine: Bool

  /// Looks at a file: at all of its bytes for the encoding, at its first row for the separator.
  ///
  /// - Parameter encoding: the encoding, if somebody knows it.
  public static func detect(_ source: RowSource, encoding: TableEncoding? = nil) throws(TableFault) -> TableFormat {
    let first = try firstBytes(of: source, count: 1 << 16)
    guard !first.isEmpty else { throw .empty }
    if let other = TableFault.OtherFormat(startOf: first) { throw .other(other) }
    let mark = Self.mark(of: first)
    let known = encoding ?? mark?.encoding ?? utf16WithoutMark(first)
    if known == nil, first.contains(0) { throw .other(.binary) }
    let found = if let known { known } else { try said(by: source) }
    var start = Array(first.dropFirst(mark?.length ?? 0))
    if found == .utf16BigEndian || found == .utf16LittleEndian, start.count % 2 == 1 { start.removeLast() }
    // A fault among these bytes is said with its row when the rows are read.
    let text = try TableDecoder(found).decode(start).text
    if start.isEmpty || text.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }), first.count < 1 << 16 {
      throw .empty
    }
    let line = separatorLine(text)
    return TableFormat(
      encoding: found, isEncodingGuessed: known == nil && found != .utf8, hasMark: mark != nil,
      separator: line ?? likeliestSeparator(text), hasSeparatorLine: line != nil)
  }

  private static func firstBytes(of source: RowSource, count: Int) throws(TableFault) -> [UInt8] {
    let next = try source.open()
    var bytes: [UInt8] = []
    while bytes.count < count, let chunk = try piece(next) { bytes += chunk }
    return bytes
  }

  static func piece(_ next: RowSource.Chunks) throws(TableFault) -> [UInt8]? {
    do {
      return try next(RowSource.chunkSize)
    } catch {
      throw .unreadable
    }
  }

  private static func mark(of bytes: [UInt8]) -> (encoding: TableEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The length of the byte order mark of an encoding at the start of a file.
  func markLength() -> Int { hasMark ? (encoding == .utf8 ? 3 : 2) : 0 }

  /// UTF-16 of a European table shows by its zeros: every other byte, always at the same side.
  private static func utf16WithoutMark(_ bytes: [UInt8]) -> TableEncoding? {
    let sample = bytes.prefix(1024)
    guard sample.count >= 8, sample.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in sample.enumerated() where byte == 0 {
      if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let most = sample.count / 2 * 9 / 10
    if zeros.odd >= most, zeros.even == 0 { return .utf16LittleEndian }
    if zeros.even >= most, zeros.odd == 0 { return .utf16BigEndian }
    return nil
  }

  /// The encoding that the bytes beyond ASCII tell.
  private static func said(by source: RowSource) throws(TableFault) -> TableEncoding {
    try isUTF8(source) ? .utf8 : try guessed(source)
  }

  private static func isUTF8(_ source: RowSource) throws(TableFault) -> Bool {
    let next = try source.open()
    let decoder = try TableDecoder(.utf8)
    while let chunk = try piece(next) {
      if !decoder.decode(chunk).isSound { return false }
    }
    return decoder.isComplete
  }

  private static func guessed(_ source: RowSource) throws(TableFault) -> TableEncoding {
    guard let detector = uchardet_new() else { throw .memory }
    defer { uchardet_delete(detector) }
    let next = try source.open()
    var isAtEnd = false
    while !isAtEnd {
      var bytes: [UInt8] = []
      while bytes.count < RowSource.chunkSize, !isAtEnd {
        if let chunk = try piece(next) { bytes += chunk } else { isAtEnd = true }
      }
      // Letters beyond ASCII are all that tells one encoding from another.
      guard bytes.contains(where: { $0 >= 0x80 }) else { continue }
      guard bytes.withUnsafeBytes({ uchardet_handle_data(detector, $0.baseAddress, $0.count) }) == 0 else {
        throw .encodingUnknown
      }
    }
    uchardet_data_end(detector)
    let name = uchardet_get_charset(detector).map { String(cString: $0) } ?? ""
    guard let encoding = TableEncoding(name: name), encoding != .utf8 else { throw .encodingUnknown }
    return encoding
  }

  /// The separator that a first line such as `sep=;` names.
  private static func separatorLine(_ text: [UInt8]) -> UInt8? {
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let bare = line.filter { $0 != 0x22 }
    guard bare.count == 5, String(decoding: bare.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
    return bare.last
  }

  /// The separator that stands most often in the first row, outside quotation marks.
  private static func likeliestSeparator(_ text: [UInt8]) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in text {
      if byte == 0x22 { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D {
        if counts.contains(where: { $0 > 0 }) { break }
        continue
      }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return most == 0 ? 0x2C : candidates[counts.firstIndex(of: most) ?? 0]
  }
}

extension TableFault.OtherFormat {
  /// What a file is, if its first bytes say that it is no table of separated values.
  init?(startOf bytes: [UInt8]) {
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    func holds(_ text: String) -> Bool { bytes.prefix(8192).firstRange(of: Array(text.utf8)) != nil }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self =
        holds("opendocument.spreadsheet") ? .openDocument : holds("xl/") || holds("[Content_Types]") ? .excel : .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .excelOld
    } else if begins("%PDF-") {
      self = .pdf
    } else if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x42, 0x5A, 0x68])
      || bytes.starts(with: [0xFD, 0x37, 0x7A])
    {
      self = .compressed
    } else {
      let start = String(decoding: bytes.prefix(64).drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self).lowercased()
      guard start.hasPrefix("<!doctype") || start.hasPrefix("<html") || start.hasPrefix("<?xml") else { return nil }
      self = .html
    }
  }
}
