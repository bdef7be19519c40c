import Batch
import LocalWorld
import Rows

/// The reports of the parts of a batch, joined row by row in the order of the table; only a row of each is in memory.
struct JoinedReports {
  /// One part: its folder, and how many lines of its findings are about the table as a whole.
  struct Part {
    let batch: BatchFolder
    let tableFindings: Int
  }

  /// The numbers of all rows that the parts tell of, sorted.
  let rows: [Int]
  /// What stands between cells.
  let separator: UInt8
  private let parts: [Part]
  /// The table's own name for the column of references.
  private let referenceColumn: String

  /// Reads which rows they tell of.
  init(_ parts: [Part], referenceColumn: String) throws {
    self.parts = parts
    self.referenceColumn = referenceColumn
    var (rows, separator) = ([Int](), UInt8(ascii: ","))
    for part in parts {
      var reader = try Self.reader(.report, of: part)
      separator = reader.separator
      while let record = try reader.next() {
        if let row = record.cell("row").flatMap({ Int($0) }) { rows.append(row) }
      }
    }
    self.rows = rows.sorted()
    self.separator = separator
  }

  /// Writes them.
  func write(into folder: String) throws {
    for file in BatchReports.File.allCases {
      let output = try GrowingFile("\(folder)/\(file.rawValue)")
      var sources: [Source] = []
      for (place, part) in parts.enumerated() {
        var reader = try Self.reader(file, of: part)
        if place == 0 { try output.write(reader.head) }
        // What is said about the table is said in every part, and once in the whole.
        for _ in 0..<(file == .findings ? part.tableFindings : 0) {
          guard let record = try reader.next() else { break }
          if place == 0 { try output.write(record.bytes) }
        }
        sources.append(
          try Source(reader, file == .fix ? failing(in: part) : { try Self.number(of: $0, in: part.batch.ledger) }))
      }
      while let next = sources.indices.filter({ sources[$0].record != nil })
        .min(by: { (sources[$0].number, $0) < (sources[$1].number, $1) })
      {
        if let record = sources[next].record { try output.write(record.bytes) }
        try sources[next].advance()
      }
      try output.finish()
    }
  }

  /// A report of a part, at one of its rows.
  private struct Source {
    private var reader: ReportReader
    private let numbering: (ReportReader.Record) throws -> Int
    private(set) var record: ReportReader.Record?
    /// What it is sorted by.
    private(set) var number = 0

    init(_ reader: ReportReader, _ numbering: @escaping (ReportReader.Record) throws -> Int) throws {
      self.reader = reader
      self.numbering = numbering
      try advance()
    }

    mutating func advance() throws {
      record = try reader.next()
      if let record { number = try numbering(record) }
    }
  }

  private static func reader(_ file: BatchReports.File, of part: Part) throws -> ReportReader {
    let path = "\(part.batch.path)/\(file.rawValue)"
    return try ReportReader(
      RowSource {
        let file = try ChunkedFile(path)
        return { try file.next($0) }
      })
  }

  /// The row that a line tells of; who is no longer in the table comes last, by the row they had.
  private static func number(of record: ReportReader.Record, in ledger: Ledger) throws -> Int {
    if let row = record.cell("row").flatMap({ Int($0) }) { return row }
    let last = try record.cell("reference").flatMap { try ledger.row($0)?.row }
    return Int.max / 2 + (last ?? 0)
  }

  /// Numbers the rows of `fix.csv`, which say none: they are the failing rows of `report.csv`, in the same order.
  private func failing(in part: Part) throws -> (ReportReader.Record) throws -> Int {
    var reader = try Self.reader(.report, of: part)
    return { record in
      let reference = record.cell(referenceColumn)
      while let row = try reader.next() {
        guard let errors = row.cell("errors").flatMap({ Int($0) }), errors > 0, let said = row.cell("reference") else {
          continue
        }
        // A reference that is none stands in `fix.csv` alone.
        if said.isEmpty || said == reference { return row.cell("row").flatMap { Int($0) } ?? Int.max }
      }
      return Int.max
    }
  }
}
