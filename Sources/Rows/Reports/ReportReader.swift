/// Reads a report row by row and keeps every byte of it.
public struct ReportReader {
  /// One row of a report.
  public struct Record {
    /// As it stands in the file, with its line end.
    public let bytes: [UInt8]
    private let columns: [String: Int]
    private let cells: [String]

    init(_ bytes: [UInt8], _ columns: [String: Int], separator: UInt8) {
      self.bytes = bytes
      self.columns = columns
      cells = ReportEditing.cells(bytes[...], separator)
    }

    /// What stands in a column, as it was before it was made harmless for spreadsheets; `nil` if there is none.
    public func cell(_ column: String) -> String? {
      guard let place = columns[column], cells.indices.contains(place) else { return nil }
      return CSVText.bare(cells[place]).trimmed
    }
  }

  /// The byte order mark and the names of the columns.
  public private(set) var head: [UInt8] = []
  /// What stands between cells.
  public let separator: UInt8
  private var columns: [String: Int] = [:]
  private let chunks: RowSource.Chunks
  private var buffer: [UInt8] = []
  private var start = 0

  /// Opens a report, UTF-8.
  public init(_ source: RowSource) throws {
    separator = try TableFormat.detect(source, encoding: .utf8).separator
    chunks = try source.open()
    head = try record() ?? []
    let names = ReportEditing.cells(head.dropFirst(head.starts(with: CSVText.mark) ? CSVText.mark.count : 0), separator)
    columns = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The next row; `nil` at the end.
  public mutating func next() throws -> Record? {
    try record().map { Record($0, columns, separator: separator) }
  }

  /// A line end between quotation marks ends no row.
  private mutating func record() throws -> [UInt8]? {
    var isQuoted = false
    var place = start
    while true {
      while place < buffer.count {
        let byte = buffer[place]
        place += 1
        if byte == 0x22 { isQuoted.toggle() }
        guard byte == 0x0A, !isQuoted else { continue }
        defer { start = place }
        return Array(buffer[start..<place])
      }
      buffer.removeFirst(start)
      (place, start) = (place - start, 0)
      guard let chunk = try chunks(RowSource.chunkSize) else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : buffer
      }
      buffer += chunk
    }
  }
}
