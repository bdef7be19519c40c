import Foundation
import Matter
import TestSupport
import Testing

@testable import Rows

/// The reports say what is wrong, and what is repaired in them goes back in.
@Suite struct ReportTests {
  static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  @Test func theReportsOfATortureFile() throws {
    let files = try Bench(TortureTests.torture().text(separator: ";")).reports()
    for file in BatchReports.File.allCases {
      let text = Self.text(files[file])
      #expect(text.hasPrefix("\u{FEFF}") && text.hasSuffix("\r\n"))
      Golden.check(text.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: ""), "torture/\(file.rawValue)")
    }
  }

  @Test func repairedRowsGiveTheSameAsACorrectedTable() throws {
    var (broken, sound) = (TableBuilder(), TableBuilder())
    broken.add(["person.postal_code": "4109", "person.street": "+Musterweg 5", "grounds.text": ""])
    sound.add(["person.street": "+Musterweg 5", "grounds.text": "=SUM(A1)\r\n-1 \"x\"; 'y"])
    broken.add(["effects.today": "@home"])
    sound.add(["effects.today": "@home"])
    broken.add(["objection.1.date": "5.6.2025"])
    sound.add(["objection.1.date": "2025-06-05"])
    let report = Self.text(try Bench(broken.text()).reports()[.fix])
    #expect(report.contains("'+Musterweg 5"))
    let stream = try RowStream(
      RowSource(bytes: Array(report.utf8)), format: try .detect(RowSource(bytes: Array(report.utf8))))
    // A person repairs the two rows in a spreadsheet, which writes semicolons and turns the rows round.
    let (first, second) = (try #require(try stream.row()), try #require(try stream.row()))
    #expect(try stream.row() == nil)
    var rows = [first.cells, second.cells]
    func set(_ row: Int, _ column: String, _ cell: String) throws {
      rows[row][try #require(stream.header.firstIndex(of: column))] = cell
    }
    try set(0, "person.postal_code", "04109")
    try set(0, "grounds.text", "'=SUM(A1)\r\n-1 \"x\"; 'y")
    try set(1, "objection.1.date", "2025-06-05")
    var edited = TableBuilder()
    edited.header = stream.header
    edited.rows = rows.reversed()
    let fixed = try Bench(broken.text(), fix: Array(edited.text(separator: ";").utf8))
    let whole = try Bench(sound.text())
    #expect(try fixed.lines().isEmpty)
    #expect(try fixed.readings().map(\.canonical) == whole.readings().map(\.canonical))
    #expect(try fixed.readings().map(\.row) == [2, 3, 4])
    #expect(try fixed.digest() == whole.digest())
  }

  @Test func correctionsThatBelongNowhereAreSaid() throws {
    var table = TableBuilder()
    table.add()
    var fix = TableBuilder()
    fix.header = ["reference", "person.city", "Ort"]
    fix.rows = [["M-1", "Halle", ""], ["M-99", "Halle", ""], ["M-1", "Jena", ""]]
    let bench = try Bench(table.text(), fix: Array(fix.text().utf8))
    #expect(
      bench.table.findings.map(\.message) == [
        "the corrections have 1 columns that the table does not have: Ort",
        "rows 2 and 4 of the corrections have the same reference",
      ])
    fix.header = ["reference", "person.city"]
    fix.rows = [["M-1", "Halle"], ["M-99", "Halle"]]
    let other = try Bench(table.text(), fix: Array(fix.text().utf8))
    #expect(
      other.check.findings.map(\.message) == [
        "1 rows of the corrections belong to no row of the table; the first is row 3"
      ])
    fix.header = ["person.city"]
    fix.rows = [["Halle"]]
    #expect(
      try Bench(table.text(), fix: Array(fix.text().utf8)).table.findings.map(\.code) == ["fix.reference"])
  }

  @Test func whoRepairsPostcodesSeesNothingElse() throws {
    let files = try Bench(TortureTests.torture().text()).reports(columns: ["person.postal_code"])
    let rows = Self.text(files[.fix]).replacing("\u{FEFF}", with: "").split(separator: "\r\n")
    #expect(rows.first == "reference,person.postal_code,complain.findings")
    #expect(rows.dropFirst().map { String($0.prefix(9)) } == ["M-2,4109,"])
  }

  @Test func noCellComesAliveAndEveryCellComesBack() {
    for cell in ["=1", "+1", "-1", "@a", "\t=1", "\r1", "'=1", "''-x", "'a", "", "a=1", "–1"] {
      let harmless = CSVText.harmless(cell)
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(harmless.first.map(String.init) ?? ""))
      #expect(CSVText.bare(harmless) == cell)
    }
  }

  @Test func everyRowThatIsWrittenIsReadAgain() throws {
    try withSeededRandom { random in
      let signs: [String] = ["a", "ü", "\"", ",", ";", "\n", "\r\n", " ", "'", "=", "\t", "😀", "-", "|"]
      for _ in 0..<300 {
        let cells = (0..<3).map { _ in
          "x"
            + (0..<Int.random(in: 0...6, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
            .joined()
        }
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
          let text = CSVText(separator: separator)
          let bytes = CSVText.mark + text.row(["a", "b", "c"]) + text.row(cells)
          let stream = try RowStream(RowSource(bytes: bytes), format: try .detect(RowSource(bytes: bytes)))
          #expect(try stream.row()?.cells.map { CSVText.bare($0) } == cells, "\(cells)")
        }
      }
    }
  }
}
