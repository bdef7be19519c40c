import Foundation
import TestSupport
import Testing

/// Tables that are none, or that no spreadsheet writes: one error that says what it is, and nothing is written.
@Suite struct BadTableTests {
  /// The least that tells a table of this kind.
  static let header = "reference;person.given_name;grounds.text\n"

  static let cases: [(name: String, bytes: [UInt8], error: String)] = [
    (
      "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
      "table.otherFormat"
    ),
    ("a compressed file", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "table.otherFormat"),
    ("binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }, "table.otherFormat"),
    ("only blanks", Array("\n \r\n  \n".utf8), "table.empty"),
    ("a byte order mark alone", [0xEF, 0xBB, 0xBF], "table.empty"),
    (
      "ten thousand columns that nobody knows",
      Array((0..<10_000).map { "Qxjz\($0)" }.joined(separator: ";").utf8) + [0x0A], "columns.noHeader"
    ),
    (
      "more cells than a spreadsheet has",
      Array((header + String(repeating: ";", count: 20_000) + "\n").utf8), "table.tooManyCells"
    ),
  ]

  @Test(arguments: cases.indices)
  func `a file that is no table gets one error and no report`(number: Int) throws {
    let test = Self.cases[number]
    try Desk.with { desk in
      try Data(test.bytes).write(to: desk.path("people.csv"))
      let outcome = try desk.run(
        ["batch", "people.csv", "--check", "--out", "checked", "--date", today], environment: ["LANG": "C"])
      #expect(outcome.status == 65, "\(test.name)")
      #expect(outcome.text.isEmpty && !outcome.errors.contains("Qxjz"), "\(test.name): \(outcome.errors)")
      #expect(outcome.errors.contains("[\(test.error)"), "\(test.name): \(outcome.errors)")
      #expect(outcome.errors.contains("\nhint: "), "\(test.name)")
      #expect(!FileManager.default.fileExists(atPath: desk.path("checked").path), "\(test.name)")
    }
  }

  @Test func `a header without rows, a lone quotation mark and ten thousand columns are said`() throws {
    try Desk.with { desk in
      try desk.write("columns.yaml", BatchTests.map)
      try desk.write("people.csv", BatchTests.header + "\n")
      let empty = try check(desk)
      #expect(empty.status == 65)
      #expect(empty.errors.contains("no row below them [table.headerOnly]"), "\(empty.errors)")
      try desk.write("people.csv", "\(BatchTests.header)\n\(BatchTests.row(1))\nM-2;\"Qxjz;text\n")
      let quote = try check(desk)
      #expect(quote.status == 65 && !quote.errors.contains("Qxjz"))
      #expect(quote.errors.contains("opens a cell in row 3 and is never closed [table.quoteOpen]\nhint: "))
      #expect(!FileManager.default.fileExists(atPath: desk.path("checked").path))
      let wide = (0..<9_970).map { "Spalte \($0)" }.joined(separator: ";")
      let cells = String(repeating: ";x", count: 9_970)
      try desk.write("people.csv", "\(BatchTests.header);\(wide)\n\(BatchTests.row(1))\(cells)\n")
      let outcome = try check(desk)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        outcome.errors.contains("9,970 columns are not used") || outcome.errors.contains("9970 columns are not used"))
      #expect(outcome.errors.utf8.count < 4_000)
    }
  }

  @Test func `a field of a hundred megabytes is said with its row, in little memory`() throws {
    try Desk.with { desk in
      try desk.write("columns.yaml", BatchTests.map)
      try desk.write("people.csv", "\(BatchTests.header)\n\(BatchTests.row(1))\nM-2;\"")
      let file = try FileHandle(forWritingTo: desk.path("people.csv"))
      try file.seekToEnd()
      let piece = Data(repeating: UInt8(ascii: "Q"), count: 1 << 20)
      for _ in 0..<100 { try file.write(contentsOf: piece) }
      try file.close()
      let outcome = try desk.run(
        ["batch", "people.csv", "--check", "--out", "checked", "--date", today, "--map", "columns.yaml"],
        environment: ["LANG": "C"], limits: ["prlimit", "--data=100000000"])
      #expect(outcome.status == 65)
      #expect(
        outcome.errors
          == "error: row 3, column 2: the cell is longer than any cell of a spreadsheet [table.cellTooLong]\n"
          + "hint: a quotation mark that is never closed is the usual cause; look at this row and those above it\n",
        "\(outcome.errors)")
    }
  }

  @Test func `files in folders are evidence by their names, and a folder without a row is said`() throws {
    try Desk.with { desk in
      try desk.write("columns.yaml", BatchTests.map)
      try desk.write("people.csv", [BatchTests.header, BatchTests.row(1), BatchTests.row(2)].joined(separator: "\n"))
      for name in ["M-1", "Qxjz", ".hidden"] {
        try FileManager.default.createDirectory(
          at: desk.path("proof/\(name)"), withIntermediateDirectories: true)
      }
      try desk.write("proof/M-1/1-objection.eml", "Subject: x\n\n")
      try desk.write("proof/M-1/2-acknowledgement code.eml", "Subject: y\n\n")
      try desk.write("proof/M-1/Qxjz.txt", "x")
      try desk.write("proof/M-1/.DS_Store", "x")
      let first = try check(desk, "--evidence", "proof")
      #expect(first.status == 0, "\(first.errors)")
      #expect(
        first.errors.contains("1 folders of evidence belong to no row of the table [evidence.folders]"),
        "\(first.errors)")
      #expect(!first.errors.contains("Qxjz"))
      let findings = try String(contentsOf: desk.path("checked/findings.csv"), encoding: .utf8)
      #expect(
        findings.contains("2;M-1;warning;evidence.unassigned;evidence.folder;;1 files in the folder"), "\(findings)")
      #expect(
        !findings.contains("2;M-1;warning;evidence.objection") && findings.contains("3;M-2;warning;evidence.objection"))
      // What lies in a folder belongs to what was checked.
      try desk.write("proof/M-1/1-objection.eml", "Subject: z\n\n")
      let second = try check(desk, "--evidence", "proof")
      let digests = [first, second].map { $0.text.split(separator: "\n").last }
      #expect(digests[0] != digests[1])
    }
  }

  @Test func `a second person releases exactly what was checked`() throws {
    try Desk.with { desk in
      try desk.write("columns.yaml", BatchTests.map)
      let rows = [BatchTests.header, BatchTests.row(1), BatchTests.row(2)]
      try desk.write("people.csv", rows.joined(separator: "\n"))
      let checked = try check(desk, "--checked-by", "Erika  Beispiel")
      #expect(checked.status == 0, "\(checked.errors)")
      let record = try String(contentsOf: desk.path("checked/check.yaml"), encoding: .utf8)
      let digest = try #require(record.split(separator: "\n").first?.dropFirst("digest: ".count)).description
      #expect(
        record == """
          digest: \(digest)
          date: 2026-11-23
          campaign: meta-ai
          rows: 2
          ready: 2
          checked_by: "Erika  Beispiel"

          """)
      // Other bytes, the same rows.
      try desk.write("people.csv", "\u{FEFF}" + rows.joined(separator: "\r\n") + "\r\n\r\n")
      let same = try check(desk, "--release", digest, "--released-by", "Vorstand")
      #expect(same.status == 0 && same.text.contains("This is exactly what was checked."), "\(same.errors)")
      let own = try check(desk, "--release", digest, "--released-by", "erika beispiel")
      #expect(own.status == 65)
      #expect(own.errors.contains("error: who checked the batch does not release it\nhint: have another person"))
      #expect(!own.errors.lowercased().contains("erika"))
      try desk.write("people.csv", [BatchTests.header, BatchTests.row(1), BatchTests.row(3)].joined(separator: "\n"))
      let other = try check(desk, "--release", digest)
      #expect(other.status == 65 && other.errors.contains("error: this is not what was checked: its digest is "))
      #expect(try String(contentsOf: desk.path("checked/check.yaml"), encoding: .utf8) == record)
      #expect(try check(desk, "--release", "abc").status == 64)
      #expect(try check(desk, "--released-by", "x").status == 64)
    }
  }

  @Test func `members are asked in their own language`() throws {
    try Desk.with { desk in
      try desk.write("columns.yaml", BatchTests.map)
      let rows = ["fr", "en", "de", ""].enumerated().map { BatchTests.row($0 + 1, grounds: "") + ";" + $1 }
      try desk.write("people.csv", ([BatchTests.header + ";member_language"] + rows).joined(separator: "\n"))
      #expect(try check(desk).status == 65)
      let needs = try String(contentsOf: desk.path("checked/needs.csv"), encoding: .utf8)
      Golden.check(needs.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: ""), "batch/needs-languages")
    }
  }

  private func check(_ desk: Desk, _ more: String...) throws -> ProcessOutcome {
    try desk.run(
      ["batch", "people.csv", "--check", "--out", "checked", "--date", today, "--map", "columns.yaml"] + more,
      environment: ["LANG": "C"])
  }
}
