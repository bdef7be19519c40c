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
  static func records(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
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

/// A report cut into its rows, byte for byte.
public struct NumberedReport {
  /// The byte order mark and the names of the columns.
  public let head: [UInt8]
  /// The other rows, each with the number of the table's row it tells of, if it says one.
  public let records: [(row: Int?, bytes: ArraySlice<UInt8>)]

  /// Cuts a report.
  ///
  /// - Parameters:
  ///   - bytes: the report, UTF-8.
  ///   - column: the name of the column with the numbers; rows have none if not given.
  public init(_ bytes: [UInt8], numbers column: String?) throws {
    let separator = try TableFormat.detect(RowSource(bytes: bytes), encoding: .utf8).separator
    let start = bytes.starts(with: CSVText.mark) ? CSVText.mark.count : 0
    let all = ReportEditing.records(bytes[start...])
    let names = all.first.map { ReportEditing.cells($0, separator) } ?? []
    let place = column.flatMap { names.firstIndex(of: $0) }
    head = Array(bytes[..<start]) + (all.first ?? [])
    records = all.dropFirst().map { record in
      guard let place else { return (nil, record) }
      let cells = ReportEditing.cells(record, separator)
      return (cells.indices.contains(place) ? Int(cells[place]) : nil, record)
    }
  }
}
