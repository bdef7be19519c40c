import CCSV
import Glibc
import Matter

/// Reads rows out of pieces of a table, counted as a spreadsheet counts them.
///
/// libcsv says what a table means. Rows in which nothing is strange, nearly all there are, go the short way past it.
final class CSVParser {
  /// The longest cell, in bytes of UTF-8: thirty times what Excel takes.
  static let longestCell = 1 << 20
  /// The most cells of a row: what Excel takes.
  static let mostCells = 16_384
  /// How much of a row waits for its end before libcsv, which waits without looking again, takes it over.
  private static let longestWait = 1 << 16

  private let parser: UnsafeMutablePointer<csv_parser>
  /// No object of a class: libcsv calls back for each cell, and each access to an object would be watched.
  private let collector: UnsafeMutablePointer<Collector>
  /// Nothing goes past libcsv where the separator is part of a character.
  private let splitter: RowSplitter?
  /// The state in which libcsv is before a row.
  private let rowNotBegun: Int32
  /// The beginning of a row whose end is in the next piece.
  private var waiting: [UInt8] = []

  /// - Parameters:
  ///   - separator: what stands between cells.
  ///   - isSplit: whether rows may go past libcsv.
  init(separator: UInt8, isSplit: Bool = true) throws(TableFault) {
    let parser = UnsafeMutablePointer<csv_parser>.allocate(capacity: 1)
    guard csv_init(parser, UInt8(CSV_REPALL_NL | CSV_APPEND_NULL)) == 0 else {
      parser.deallocate()
      throw .memory
    }
    self.parser = parser
    rowNotBegun = parser.pointee.pstate
    splitter = isSplit && separator < 0x80 ? RowSplitter(separator: separator) : nil
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
    let all = waiting.isEmpty ? bytes : waiting + bytes
    waiting = []
    var taken = 0
    // Where libcsv is in the middle of a row, it reads on to the end of the piece.
    if let splitter, parser.pointee.pstate == rowNotBegun {
      let split = all.withUnsafeBufferPointer { self.split($0, by: splitter) }
      taken = split.length
      if !split.isStrange, all.count - taken <= Self.longestWait {
        waiting = Array(all[taken...])
        return collector.pointee.taken()
      }
    }
    try feed(all[taken...])
    return collector.pointee.taken()
  }

  /// Ends the table and gives the row that no line break ended.
  func finish() throws(TableFault) -> [Row] {
    try feed(waiting[...])
    waiting = []
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

  /// Takes rows as long as there is nothing strange about them, and says how many bytes they are.
  private func split(
    _ bytes: UnsafeBufferPointer<UInt8>, by splitter: RowSplitter
  ) -> (length: Int, isStrange: Bool) {
    var cells = RowSplitter.Cells()
    var taken = 0
    while true {
      let rest = UnsafeBufferPointer(rebasing: bytes[taken...])
      switch splitter.next(rest, into: &cells) {
      case .row(let length, let end):
        // Cells with nothing between them may seem sound together: the row is looked at as it stands in the table.
        let isSound = TableDecoder.isUTF8(UnsafeBufferPointer(rebasing: rest[..<length]))
        collector.pointee.add(cells, isSound: isSound)
        collector.pointee.endRow(Int32(end))
        taken += length
      case .lineEnd(let length, let end):
        collector.pointee.endRow(Int32(end))
        taken += length
      case .unfinished: return (taken, false)
      case .strange: return (taken, true)
      }
    }
  }

  private func feed(_ bytes: ArraySlice<UInt8>) throws(TableFault) {
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

    /// All cells of a row at once.
    mutating func add(_ cells: RowSplitter.Cells, isSound: Bool) {
      wasReturn = false
      if !isSound, brokenRow == nil { brokenRow = next }
      // Copies of their own size: the splitter keeps what it has for the next row.
      (text, ends) = (Array(cells.text[...]), Array(cells.ends[...]))
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
