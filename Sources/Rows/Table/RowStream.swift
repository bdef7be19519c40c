import Matter

/// The rows of a table, one after the other; only a piece of the file is in memory.
public final class RowStream {
  /// How the table lies in its file.
  public let format: TableFormat
  /// The names of the columns, as they stand in row 1, without blanks at their ends.
  public private(set) var header: [String] = []

  private let next: RowSource.Chunks
  private let decoder: TableDecoder?
  private let parser: CSVParser
  private var ready: ArraySlice<Row> = []
  private var isAtEnd = false
  /// Whether bytes stand in the file that are no characters; the rows before them are counted, and no more are read.
  private var isBroken = false
  private var skipped: Int

  /// Opens a table and reads the names of its columns.
  public init(_ source: RowSource, format: TableFormat) throws(TableFault) {
    self.format = format
    next = try source.open()
    decoder = format.encoding == .utf8 ? nil : try TableDecoder(format.encoding)
    parser = try CSVParser(separator: format.separator)
    skipped = format.markLength()
    if format.hasSeparatorLine { try skipLine() }
    header = try self.row()?.cells.map { $0.trimmed } ?? []
  }

  /// The next row; `nil` after the last one.
  ///
  /// Rows in which nothing stands are given too.
  public func row() throws(TableFault) -> Row? {
    while ready.isEmpty, !isAtEnd {
      if let bytes = try text() {
        ready = try parser.parse(bytes)[...]
        if isBroken { throw .encodingBroken(row: parser.rowInProgress, encoding: format.encoding) }
      } else {
        ready = try parser.finish()[...]
        isAtEnd = true
      }
      if let row = parser.brokenRow { throw .encodingBroken(row: row, encoding: format.encoding) }
    }
    return ready.popFirst()
  }

  /// The bytes after the `sep=` line wait here until the parser takes them.
  private var pending: [UInt8]?

  private func text() throws(TableFault) -> [UInt8]? {
    if let pending {
      self.pending = nil
      return pending
    }
    guard var chunk = try TableFormat.piece(next) else {
      guard decoder?.isComplete != false else {
        throw .encodingBroken(row: parser.rowInProgress, encoding: format.encoding)
      }
      return nil
    }
    if skipped > 0 {
      let count = min(skipped, chunk.count)
      chunk.removeFirst(count)
      skipped -= count
    }
    // UTF-8 is looked at cell by cell.
    guard let decoder else { return chunk }
    let piece = decoder.decode(chunk)
    isBroken = !piece.isSound
    return piece.text
  }

  /// Takes away the first line, which is none of the table, with the one or two characters that end it.
  private func skipLine() throws(TableFault) {
    var isAfterReturn = false
    while let bytes = try text() {
      guard !bytes.isEmpty else { continue }
      if isAfterReturn {
        pending = bytes[0] == 0x0A ? Array(bytes.dropFirst()) : bytes
        return
      }
      guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { continue }
      isAfterReturn = bytes[end] == 0x0D
      let rest = Array(bytes[(end + 1)...])
      guard !isAfterReturn || !rest.isEmpty else { continue }
      pending = isAfterReturn && rest[0] == 0x0A ? Array(rest.dropFirst()) : rest
      return
    }
  }
}

extension String {
  /// Without blanks of any kind at its ends, line ends among them.
  var trimmed: String {
    // Most cells have none, and looking is cheaper than copying.
    guard let first = utf8.first, let last = utf8.last else { return self }
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
    return withoutBlanks(andLineEnds: true)
  }
}
