import Casebook
import Checking
import ComplaintKit
import Foundation
import LocalWorld
import Matter
import Rows
import TestSupport
import Testing

/// A table under test, with the repository's own data.
struct Bench {
  static let date = CivilDate(year: 2026, month: 11, day: 23)

  let table: RowTable
  let check: BatchCheck

  init(_ bytes: [UInt8], map: String? = nil, fix: [UInt8]? = nil, workers: Int = 2) throws {
    let folder = try #require(DataFolder(path: Repository.root.path))
    let casebook = Casebook(world: LocalWorld(folder: folder, evidenceFolder: "."))
    table = try RowTable(
      RowSource(bytes: bytes), map: try map.map { try ColumnMap($0, name: "columns.yaml") } ?? .none,
      corrections: fix.map { RowSource(bytes: $0) })
    let directory = try VenueDirectory(on: try #require(Self.date), casebook: casebook)
    check = try BatchCheck(
      table, RowReader(plan: table.plan, campaign: "meta-ai", directory: directory), workers: workers)
  }

  init(_ text: String, map: String? = nil, fix: [UInt8]? = nil) throws {
    try self.init(Array(text.utf8), map: map, fix: fix)
  }

  /// The rows as they were read, in order.
  func readings() throws -> [RowReading] {
    var readings: [RowReading] = []
    _ = try check.run(conditions: [], work: { _, _ in }, take: { reading, _ in readings.append(reading) })
    return readings
  }

  /// What is wrong with the rows, beyond what every row of this table has: `2 cell.lostZero Postal Code digits`.
  func lines(_ least: Severity = .error) throws -> [String] {
    try readings().flatMap { reading in
      reading.findings.filter { $0.finding.severity >= least }.map { finding in
        [
          String(reading.row), finding.finding.code, finding.columnName ?? finding.finding.field,
          finding.value?.rawValue ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }

  /// The digest of all rows.
  func digest() throws -> String {
    try check.run(conditions: [], work: { _, _ in }, take: { _, _ in }).digest.description
  }

  /// The reports, as they would stand in their files.
  func reports(columns: Set<String>? = nil) throws -> [BatchReports.File: [UInt8]] {
    let reports = BatchReports(table, questions: try Self.questions(), columns: columns)
    var files: [BatchReports.File: [UInt8]] = [:]
    let sink: BatchReports.Sink = { file, bytes in files[file, default: []] += bytes }
    try reports.begin(sink)
    _ = try check.run(conditions: [], work: { reports.pieces($0, of: $1) }) { _, pieces in
      for piece in pieces { try sink(piece.file, piece.bytes) }
    }
    return files
  }

  static func words() throws -> [ColumnWords] {
    let folder = try #require(DataFolder(path: Repository.root.path))
    return try folder.names(in: "locales/columns").map { name in
      let bytes = try #require(folder.read("locales/columns/\(name)"))
      return try ColumnWords(String(decoding: bytes, as: UTF8.self), name: name)
    }
  }

  static func questions() throws -> Questions { Questions(try words()) }
}

/// A table of persons who do not exist, built cell by cell.
struct TableBuilder {
  /// What every row has unless a test says otherwise; nothing is wrong with it.
  static let sound: [(column: String, cell: String)] = [
    ("reference", "M-00213"), ("person.given_name", "Erika"), ("person.family_name", "Beispiel"),
    ("person.street", "Musterweg 5"), ("person.postal_code", "04109"), ("person.city", "Leipzig"),
    ("person.country", "DE"), ("account.1.platform", "facebook"), ("account.1.handle", "erika.beispiel"),
    ("account.1.public_content", "yes"), ("account.1.ai_chats", "no"), ("objection.1.date", "2025-05-20"),
    ("objection.1.date_basis", "memory"), ("objection.1.channel", "form_2025"),
    ("objection.1.reasons_known", "none_given"), ("response.kind", "none"), ("response.checked_until", "2026-11-20"),
    ("response.date", ""), ("response.text", ""),
    ("grounds.text", "Ich pflege meine Mutter und habe darüber geschrieben; das soll in keiner Maschine stehen."),
    ("grounds.language", "de"), ("effects.today", "Es kam keine Antwort."), ("effects.today_language", "de"),
    ("prior.complaints", "none"), ("prior.court", "no"), ("prior.collective_action", "no"), ("age", "adult"),
    ("forward_to_controller", "yes"), ("truth_confirmed_on", "2026-11-21"), ("signature.kind", "handwritten"),
    ("signature.place", "Leipzig"),
  ]

  var header = sound.map(\.column)
  var rows: [[String]] = []

  /// Adds a row that differs in some cells; its reference and its texts are its own.
  mutating func add(_ changes: [String: String] = [:]) {
    let number = rows.count + 1
    rows.append(
      header.map { column in
        if let change = changes[column] { return change }
        let cell = Self.sound.first { $0.column == column }?.cell ?? ""
        switch column {
        case "reference": return "M-\(number)"
        case "person.street": return "Musterweg \(number)"
        case "grounds.text", "effects.today": return "\(cell) (\(number))"
        default: return cell
        }
      })
  }

  /// The table as a spreadsheet writes it.
  func text(separator: Character = ",", end: String = "\r\n", names: [String: String] = [:]) -> String {
    ([header.map { names[$0] ?? $0 }] + rows).map { row in
      row.map { cell in
        let isPlain = !cell.contains { $0 == separator || $0 == "\"" || $0.isNewline }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: String(separator)) + end
    }.joined()
  }
}
