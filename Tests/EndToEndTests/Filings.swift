import Foundation
import TestSupport
import Testing

/// A desk with a table of people, from which complaints are made.
struct Filings {
  let desk: Desk

  static func with<Result>(rows: Int, _ body: (Filings) throws -> Result) throws -> Result {
    try Desk.with { desk in
      let filings = Filings(desk: desk)
      try desk.write("columns.yaml", BatchTests.map)
      try filings.table((0..<rows).map { BatchTests.row($0 + 1) })
      return try body(filings)
    }
  }

  func table(_ rows: [String]) throws {
    try desk.write("people.csv", ([BatchTests.header] + rows).joined(separator: "\r\n") + "\r\n")
  }

  static func arguments(_ folder: String, _ more: [String]) -> [String] {
    ["batch", "people.csv", "--map", "columns.yaml", "--out", folder, "--date", today, "--progress", "none"] + more
  }

  func run(_ folder: String, _ more: String..., limits: [String] = []) throws -> ProcessOutcome {
    try desk.run(Self.arguments(folder, more), environment: ["LANG": "C"], limits: limits)
  }

  func command(_ arguments: String...) throws -> ProcessOutcome {
    try desk.run(arguments, environment: ["LANG": "C"])
  }

  /// Starts a run and sends it a signal as soon as so many complaints are in its folder.
  ///
  /// Not by `sh`: dash waits for ever where it was started with SIGCHLD blocked, as tests are.
  func stopped(_ folder: String, with signal: String, at count: Int, _ more: String...) throws -> ProcessOutcome {
    let script = """
      "$@" & run=$!
      while kill -0 $run 2>/dev/null && [ $(find \(folder) -name '[A-Z]*.pdf' 2>/dev/null | wc -l) -lt \(count) ]; do :; done
      kill -\(signal) $run; wait $run
      """
    return try desk.run(
      Self.arguments(folder, more), environment: ["LANG": "C"], limits: ["bash", "-c", script, "bash"])
  }

  /// Every file in a folder with its bytes, hidden ones too, the ledger apart.
  func files(_ folder: String) throws -> [String: Data] {
    let base = desk.path(folder)
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: base.path) where name != "ledger.sqlite" {
      var isFolder: ObjCBool = false
      let url = base.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      found[name] = try Data(contentsOf: url)
    }
    return found
  }

  /// The names of files that two folders do not hold with the same bytes.
  func differing(_ folder: String, from other: String) throws -> [String] {
    let (found, wanted) = (try files(folder), try files(other))
    return Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }.sorted()
  }

  func text(_ name: String) throws -> String { String(decoding: try desk.bytes(name), as: UTF8.self) }

  /// Cells of a report, by reference and column.
  func report(_ folder: String) throws -> [String: [String: String]] {
    let lines = try text("\(folder)/report.csv").replacingOccurrences(of: "\u{FEFF}", with: "")
      .components(separatedBy: "\r\n").filter { !$0.isEmpty }.map { $0.components(separatedBy: ";") }
    var rows: [String: [String: String]] = [:]
    for line in lines.dropFirst() { rows[line[1]] = Dictionary(uniqueKeysWithValues: zip(lines[0], line)) }
    return rows
  }
}
