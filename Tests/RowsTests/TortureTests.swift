import Matter
import Rows
import Testing

/// What a spreadsheet did to a table is said, each with a code of its own, and never guessed.
@Suite struct TortureTests {
  static func torture() -> TableBuilder {
    var table = TableBuilder()
    table.add()
    table.add(["person.postal_code": "4109"])
    table.add(["account.1.handle": "1,0E+14"])
    table.add(["account.1.handle": "100000000000000"])
    table.add(["objection.1.date": "45797"])
    table.add(["objection.1.date": "05.06.2025"])
    table.add(["objection.1.date": "20/05/2025"])
    table.add(["person.city": "#N/A"])
    table.add(["grounds.text": "#BEZUG!"])
    table.add(["person.given_name": "JÃ¼rgen"])
    table.add(["person.family_name": "Beispiel\u{FFFD}"])
    table.add(["forward_to_controller": "WAHR"])
    table.add(["account.1.public_content": "VRAI"])
    table.add(["person.country": "Germany"])
    table.add(["person.postal_code": "\u{A0}04109\u{A0}"])
    table.add(["person.street": "Musterweg\u{A0}5"])
    table.add(["reference": "info@example.org"])
    table.add(["reference": "Beispiel-1"])
    table.add(["grounds.text": ""])
    table.add(["response.kind": "keine"])
    return table
  }

  @Test func everyDestructionHasItsOwnCode() throws {
    let bench = try Bench(Self.torture().text() + "\r\n,,,,\r\n;\r\n".replacing(";", with: ",") + ",,\r\n")
    #expect(
      try bench.lines() == [
        "3 cell.lostZero person.postal_code digits",
        "4 cell.scientific account.1.handle scientific",
        "5 cell.bareNumber account.1.handle digits",
        "6 cell.serialDate objection.1.date digits",
        "7 cell.dateOrder objection.1.date localDate",
        "8 cell.dateForm objection.1.date localDate",
        "9 cell.errorValue person.city errorValue",
        "10 cell.errorValue grounds.text errorValue",
        "11 cell.mojibake person.given_name word",
        "12 cell.mojibake person.family_name word",
        "13 cell.truthValue forward_to_controller truth",
        "14 cell.truthValue account.1.public_content truth",
        "15 matter.format person.country word",
        "18 reference.unsafe reference address",
        "19 reference.personal reference word",
        "20 grounds.missing grounds.text empty",
        "21 matter.format response.kind word",
      ])
    #expect(
      bench.check.findings.map { "\($0.severity) \($0.code) \($0.message)" } == [
        "note rows.empty 4 empty rows were left out",
        "error columns.datesLocal dates in column objection.1.date can be read day first or month first (1 rows)",
      ])
    // What is no more than a remark keeps nobody from a complaint.
    let blank = try #require(try bench.readings().first { $0.row == 17 })
    #expect(blank.findings.contains { $0.finding.code == "cell.noBreakSpace" } && blank.isComplete)
  }

  @Test func aReferenceThatMayNotBePrintedIsNot() throws {
    for reading in try Bench(Self.torture().text()).readings() where [18, 19].contains(reading.row) {
      #expect(reading.reference == nil)
    }
  }

  @Test func noValueOfACellStandsInAnyMessage() throws {
    let table = Self.torture()
    let bench = try Bench(table.text())
    for reading in try bench.readings() {
      for finding in reading.findings {
        let said = finding.finding.message + " " + (finding.finding.hint ?? "")
        for cell in table.rows[reading.row - 2]
        where cell.count > 4 && !TableBuilder.sound.contains(where: { $0.cell == cell }) {
          #expect(!said.contains(cell), "\(said)")
        }
      }
    }
  }

  @Test func aMappingMendsWhatCanBeMendedAndSaysSo() throws {
    var table = TableBuilder()
    table.add(["person.postal_code": "4109", "objection.1.date": "05.06.2025", "response.kind": "keine"])
    table.add(["person.postal_code": "104109", "objection.1.date": "6/5/2025", "response.kind": "nichts"])
    table.add(["objection.1.date": "2025-06-05", "response.kind": "keine"])
    let names = ["objection.1.date": "Widerspruch am", "response.kind": "Antwort Meta", "person.postal_code": "PLZ"]
    let map = """
      person.postal_code: { column: PLZ, digits: { DE: 5 } }
      objection.1.date: { column: "Widerspruch am", format: dd.MM.yyyy }
      response.kind: { column: "Antwort Meta", values: { keine: none, abgelehnt: refused } }
      """
    let bench = try Bench(table.text(names: names), map: map)
    let readings = try bench.readings()
    #expect(readings[0].isComplete)
    #expect(readings[0].matter.person.postalCode == "04109")
    #expect(readings[0].matter.objections[0].date == DateRange("2025-06-05", basis: .memory))
    #expect(readings[0].matter.response.kind == Response.Kind.none)
    #expect(
      try bench.lines() == [
        "3 postcode.malformed PLZ digits", "3 cell.dateFormat Widerspruch am localDate",
        "3 cell.notInValues Antwort Meta word",
      ])
    #expect(try bench.lines(.note).contains("2 cell.padded PLZ digits"))
    #expect(readings[2].isComplete)
  }
}
