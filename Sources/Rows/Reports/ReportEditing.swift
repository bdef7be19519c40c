/// Takes a person's rows out of a report, and leaves every other byte as it is.
public enum ReportEditing {
  /// A report without the rows of a reference.
  ///
  /// - Parameters:
  ///   - columns: what the column of the reference may be called; the first that is there counts.
  ///   - bytes: the report, UTF-8.
  public static func without(_ reference: String, columns: [String], in bytes: [UInt8]) throws -> [UInt8] {
    let separator = try TableFormat.detect(RowSource(bytes: bytes), encoding: .utf8).separator
    let start = bytes.starts(with: CSVText.mark) ? CSVText.mark.count : 0
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var column: Int?
    var isFirst = true
    for record in records(bytes[start...]) {
      let cells = cells(record, separator)
      if isFirst {
        isFirst = false
        column = columns.lazy.compactMap { cells.firstIndex(of: $0) }.first
      } else if let column, cells.indices.contains(column), CSVText.bare(cells[column]).trimmed == reference {
        continue
      }
      kept += record
    }
    return bytes[..<start] + kept
  }

  /// Rows with their line ends; a line end between quotation marks ends none.
  private static func records(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var records: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var isQuoted = false
    for place in bytes.indices {
      if bytes[place] == 0x22 { isQuoted.toggle() }
      guard bytes[place] == 0x0A, !isQuoted else { continue }
      records.append(bytes[start...place])
      start = place + 1
    }
    if start < bytes.endIndex { records.append(bytes[start...]) }
    return records
  }

  static func cells(_ record: ArraySlice<UInt8>, _ separator: UInt8) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in record {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if byte == separator, !isQuoted {
        cells.append([])
      } else if isQuoted || (byte != 0x0D && byte != 0x0A) {
        cells[cells.count - 1].append(byte)
      }
    }
    return cells.map { String(decoding: $0, as: UTF8.self) }
  }
}
