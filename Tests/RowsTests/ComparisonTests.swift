import Matter
import Rows
import Testing

/// What only shows beside other rows.
@Suite struct ComparisonTests {
  @Test func sharedThingsAreSaidWithTheirFirstRow() throws {
    var table = TableBuilder()
    table.header.append("evidence.1.file")
    table.header.append("evidence.1.role")
    for number in 1...6 {
      table.add([
        "reference": number == 5 ? "m-1" : "M-\(number)",
        "person.street": number == 6 ? "musterweg  2" : "Musterweg \(number)",
        "grounds.text": number < 5
          ? "Dieselben Gründe stehen in vier Zeilen, und sie sind niemandes eigene Gründe."
          : "Eigene Gründe \(number), die nur hier stehen und sonst nirgends in der ganzen Tabelle.",
        "effects.today": number < 4 ? "Keine Antwort." : "Keine Antwort \(number).",
        "evidence.1.file": number == 2 || number == 4 ? "same.png" : "\(number).png", "evidence.1.role": "other",
      ])
    }
    let shared = try Bench(table.text()).readings().flatMap { reading in
      reading.findings.filter {
        ["reference.twice", "person.twice", "grounds.shared", "facts.shared", "evidence.shared"].contains(
          $0.finding.code)
      }
      .map { "\(reading.row) \($0.finding.severity) \($0.finding.message)" }
    }
    #expect(
      shared.sorted() == [
        "2 error the same reference stands in row 6 too",
        "2 warning the same grounds stand in 4 rows; the first is row 2",
        "3 warning the same evidence stands in 2 rows; the first is row 3",
        "3 warning the same grounds stand in 4 rows; the first is row 2",
        "3 warning the same person stands in 2 rows; the first is row 3",
        "4 warning the same grounds stand in 4 rows; the first is row 2",
        "5 warning the same evidence stands in 2 rows; the first is row 3",
        "5 warning the same grounds stand in 4 rows; the first is row 2",
        "6 error the same reference stands in row 2 too",
        "7 warning the same person stands in 2 rows; the first is row 3",
      ])
  }

  @Test func theDigestDependsOnWhatTheRowsSayAlone() throws {
    var table = TableBuilder()
    for _ in 0..<300 { table.add() }
    let digest = try Bench(table.text()).digest()
    #expect(try Bench(table.text(separator: ";", end: "\n")).digest() == digest)
    let order = table.header.indices.reversed()
    var turned = TableBuilder()
    turned.header = order.map { table.header[$0] } + ["Notiz"]
    turned.rows = table.rows.map { row in order.map { row[$0] } + ["x"] }
    #expect(try Bench(turned.text()).digest() == digest)
    table.rows.swapAt(0, 1)
    #expect(try Bench(table.text()).digest() != digest)
    table.rows.swapAt(0, 1)
    table.rows[299][1] += "x"
    #expect(try Bench(table.text()).digest() != digest)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    var table = TableBuilder()
    for number in 0..<1000 { table.add(number % 7 == 0 ? ["person.postal_code": "4109"] : [:]) }
    let one = try Bench(Array(table.text().utf8), workers: 1)
    let eight = try Bench(Array(table.text().utf8), workers: 8)
    #expect(try one.reports() == eight.reports())
    #expect(try one.digest() == eight.digest())
  }
}
