import CCSV
import Glibc
import Matter

/// Reads rows out of pieces of a table, counted as a spreadsheet counts them.
final class CSVParser {
  /// The longest cell, in bytes of UTF-8: thirty times what Excel takes.
  static let longestCell = 1 << 20
  /// The most cells of a row: what Excel takes.
  static let mostCells = 16_384

  private let parser: UnsafeMutablePointer<csv_parser>
  /// No object of a class: libcsv calls back for each cell, and each access to an object would be watched.
  private let collector: UnsafeMutablePointer<Collector>

  /// - Parameter separator: what stands between cells.
  init(separator: UInt8) throws(TableFault) {
    let parser = UnsafeMutablePointer<csv_parser>.allocate(capacity: 1)
    guard csv_init(parser, UInt8(CSV_REPALL_NL | CSV_APPEND_NULL)) == 0 else {
      parser.deallocate()
      throw .memory
    }
    self.parser = parser
    collector = .allocate(capacity: 1)
    collector.initialize(to: Collector())
    csv_set_delim(parser, separator)
    csv_set_blk_size(parser, 4096)
    csv_set_realloc_func(parser) { memory, size in size > CSVParser.longestCell ? nil : realloc(memory, size) }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
    collector.deinitialize(count: 1).deallocate()
  }

  /// Reads a piece of UTF-8 and gives the rows that end in it.
  func parse(_ bytes: [UInt8]) throws(TableFault) -> [Row] {
    try feed(bytes)
    return collector.pointee.taken()
  }

  /// Ends the table and gives the row that no line break ended.
  func finish() throws(TableFault) -> [Row] {
    if brokenRow != nil { return collector.pointee.taken() }
    // Quotation marks inside cells are taken as they are; only one that opens a cell and is never closed is a fault.
    csv_set_opts(parser, UInt8(CSV_REPALL_NL | CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI))
    guard csv_fini(parser, Self.cell, Self.row, collector) == 0 else {
      throw csv_error(parser) == CSV_EPARSE ? .quoteOpen(row: collector.pointee.next) : .memory
    }
    return collector.pointee.taken()
  }

  /// The row that is being read.
  var rowInProgress: Int { collector.pointee.next }

  /// The first row with bytes that are no characters; it and all after it are not to be used.
  var brokenRow: Int? { collector.pointee.brokenRow }

  private func feed(_ bytes: [UInt8]) throws(TableFault) {
    let read = bytes.withUnsafeBufferPointer { buffer in
      csv_parse(parser, buffer.baseAddress, buffer.count, Self.cell, Self.row, collector)
    }
    if collector.pointee.hasTooManyCells { throw .tooManyCells(row: collector.pointee.next) }
    guard read == bytes.count else {
      // Not strict, libcsv fails only for want of memory, and our own limit on a cell is one.
      throw .cellTooLong(row: collector.pointee.next, column: collector.pointee.ends.count + 1)
    }
  }

  private static let cell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    bytes, count, data in
    guard let data else { return }
    let buffer = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    data.assumingMemoryBound(to: Collector.self).pointee.add(buffer)
  }

  private static let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { end, data in
    guard let data else { return }
    data.assumingMemoryBound(to: Collector.self).pointee.endRow(end)
  }

  /// Where cells become rows.
  private struct Collector {
    private(set) var text: [UInt8] = []
    private(set) var ends: [Int] = []
    private(set) var next = 1
    private(set) var hasTooManyCells = false
    private(set) var brokenRow: Int?
    private var rows: [Row] = []
    private var wasReturn = false

    /// A cell that libcsv gives.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      wasReturn = false
      guard ends.count < CSVParser.mostCells else {
        hasTooManyCells = true
        return
      }
      if brokenRow == nil, !bytes.withMemoryRebound(to: UInt8.self, TableDecoder.isUTF8) { brokenRow = next }
      text.append(contentsOf: bytes)
      ends.append(text.count)
    }

    /// A carriage return and a line feed are one end of a row, and both are reported.
    mutating func endRow(_ end: Int32) {
      defer { wasReturn = end == 0x0D }
      if wasReturn, end == 0x0A, ends.isEmpty { return }
      // libcsv ends the table with -1, also where nothing stands after the last line break.
      if end == -1, ends.isEmpty { return }
      rows.append(Row(number: next, text: text, ends: ends))
      next += 1
      (text, ends) = ([], [])
    }

    mutating func taken() -> [Row] {
      defer { rows = [] }
      return rows
    }
  }
}
