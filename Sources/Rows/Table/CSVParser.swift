import CCSV
import Glibc

/// libcsv, fed piece by piece, with rows counted as a spreadsheet counts them.
final class CSVParser {
  /// The longest cell, in bytes of UTF-8: thirty times what Excel takes.
  static let longestCell = 1 << 20
  /// The most cells of a row: what Excel takes.
  static let mostCells = 16_384

  private let parser: UnsafeMutablePointer<csv_parser>
  private let collector = Collector()

  /// - Parameters:
  ///   - separator: what stands between cells.
  init(separator: UInt8) throws(TableFault) {
    parser = .allocate(capacity: 1)
    guard csv_init(parser, UInt8(CSV_REPALL_NL | CSV_APPEND_NULL)) == 0 else {
      parser.deallocate()
      throw .memory
    }
    csv_set_delim(parser, separator)
    csv_set_blk_size(parser, 4096)
    csv_set_realloc_func(parser) { memory, size in size > CSVParser.longestCell ? nil : realloc(memory, size) }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  /// Reads a piece of UTF-8 and gives the rows that end in it.
  func parse(_ bytes: [UInt8]) throws(TableFault) -> [Row] {
    let read = bytes.withUnsafeBufferPointer { buffer in
      csv_parse(parser, buffer.baseAddress, buffer.count, Self.cell, Self.row, data)
    }
    if collector.hasTooManyCells { throw .tooManyCells(row: collector.next) }
    guard read == bytes.count else {
      // Not strict, libcsv fails only for want of memory, and our own limit on a cell is one.
      throw .cellTooLong(row: collector.next, column: collector.cells.count + 1)
    }
    return collector.taken()
  }

  /// Ends the table and gives the row that no line break ended.
  func finish() throws(TableFault) -> [Row] {
    // Quotation marks inside cells are taken as they are; only one that opens a cell and is never closed is a fault.
    csv_set_opts(parser, UInt8(CSV_REPALL_NL | CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI))
    guard csv_fini(parser, Self.cell, Self.row, data) == 0 else {
      throw csv_error(parser) == CSV_EPARSE ? .quoteOpen(row: collector.next) : .memory
    }
    return collector.taken()
  }

  /// The row that is being read.
  var rowInProgress: Int { collector.next }

  private var data: UnsafeMutableRawPointer { Unmanaged.passUnretained(collector).toOpaque() }

  private static let cell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    bytes, count, data in
    guard let data else { return }
    let buffer = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    Unmanaged<Collector>.fromOpaque(data).takeUnretainedValue().add(String(decoding: buffer, as: UTF8.self))
  }

  private static let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { end, data in
    guard let data else { return }
    Unmanaged<Collector>.fromOpaque(data).takeUnretainedValue().endRow(end)
  }

  /// What libcsv calls back.
  private final class Collector {
    private(set) var cells: [String] = []
    private(set) var next = 1
    private(set) var hasTooManyCells = false
    private var rows: [Row] = []
    private var width = 0
    private var wasReturn = false

    func add(_ cell: String) {
      wasReturn = false
      guard cells.count < CSVParser.mostCells else {
        hasTooManyCells = true
        return
      }
      if cells.isEmpty { cells.reserveCapacity(width) }
      cells.append(cell)
    }

    /// A carriage return and a line feed are one end of a row, and libcsv reports both.
    func endRow(_ end: Int32) {
      defer { wasReturn = end == 0x0D }
      if wasReturn, end == 0x0A, cells.isEmpty { return }
      // libcsv ends the table with -1, also where nothing stands after the last line break.
      if end == -1, cells.isEmpty { return }
      rows.append(Row(number: next, cells: cells))
      width = max(width, cells.count)
      next += 1
      cells = []
    }

    func taken() -> [Row] {
      defer { rows = [] }
      return rows
    }
  }
}
