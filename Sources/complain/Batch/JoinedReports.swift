import Batch
import LocalWorld
import Messages
import Rows

/// The reports of the parts of a batch, row by row in the order of the table.
struct JoinedReports {
  /// How many rows of the table they tell of.
  private(set) var rows = 0
  /// The numbers of rows that two parts tell of.
  private(set) var doubleRows: [Int] = []
  private var joined: [BatchReports.File: [UInt8]] = [:]

  /// Reads them.
  ///
  /// - Parameter parts: the folders, each with how many lines of its findings are about the table as a whole.
  init(_ parts: [(folder: String, tableFindings: Int)], _ interface: Interface) throws {
    for file in BatchReports.File.allCases {
      var head: [UInt8] = []
      var records: [(row: Int, part: Int, bytes: ArraySlice<UInt8>)] = []
      for (place, part) in parts.enumerated() {
        let report: NumberedReport
        do {
          report = try NumberedReport(
            try InputFile.read("\(part.folder)/\(file.rawValue)", limit: .max), numbers: file == .fix ? nil : "row")
        } catch {
          throw Failure(.data, [interface.message(.gatherReport, hint: .gatherHint)], in: interface)
        }
        var rest = report.records[...]
        // What is said about the table is said in every part, and once in the whole.
        let shared = file == .findings ? rest.prefix(part.tableFindings) : []
        rest = rest.dropFirst(shared.count)
        if place == 0 { head = report.head + shared.flatMap(\.bytes) }
        records += rest.map { ($0.row ?? Int.max, place, $0.bytes) }
      }
      if file == .report {
        let numbers = records.map(\.row).filter { $0 != Int.max }.sorted()
        rows = numbers.count
        doubleRows = zip(numbers, numbers.dropFirst()).filter { $0 == $1 }.map(\.0)
      }
      // A row's lines keep their order.
      let sorted = records.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      joined[file] = sorted.reduce(into: head) { $0 += $1.element.bytes }
    }
  }

  /// Writes them.
  func write(into folder: String) throws {
    for (name, bytes) in joined.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let file = try GrowingFile("\(folder)/\(name.rawValue)")
      try file.write(bytes)
      try file.finish()
    }
  }
}
