import Matter
import Records
import Testing

@testable import Rows

/// Columns by their names, by a mapping, and by a proposal.
@Suite struct ColumnTests {
  @Test func everyColumnIsKnownByItsName() {
    #expect(Set(Column.all.map(\.name)).count == Column.all.count)
    #expect(Column.mandatory.allSatisfy { Column($0) != nil })
    #expect(Column("objection.2.date")?.family == "objection.date")
    #expect(Column("truth_confirmed_on")?.name == "declarations.truth_confirmed_on")
    for name in [
      "objection.0.date", "objection.01.date", "objection.51.date", "objection.date", "person", "Postal Code",
    ] {
      #expect(Column(name) == nil, "\(name)")
    }
  }

  @Test func everyFieldOfAMatterHasItsColumn() throws {
    var table = TableBuilder()
    table.header = Column.all.map(\.name).filter { $0 != "prior.complaints" }
    func cell(_ column: Column) -> String {
      if let sound = TableBuilder.sound.first(where: { Column($0.column) == column })?.cell, !sound.isEmpty {
        return sound
      }
      switch column.kind {
      case .day, .range: return "2025-06-01"
      case .word:
        return [
          "basis": "residence", "role": "assist", "account.1.accounts_centre": "same",
          "effects.minors": "posted_as_minor",
          "access_lost": "lost", "notice.1.kind": "mail", "reminder.1.channel": "email", "hardship.1.step": "login",
          "evidence.1.role": "other", "mandate.signature": "handwritten", "authority": "de-sn",
        ][column.name] ?? "?"
      case .words:
        return ["response.limits": "future_only", "effects.content": "posts|photos", "effects.special": "health"][
          column.name]
          ?? "erasure|access"
      case .numbers: return "1"
      case .flag: return "yes"
      case .yesNoUnknown: return "unknown"
      case .language: return "de"
      case .time: return "14:30"
      default: return "text"
      }
    }
    table.rows = [Column.all.filter { $0.name != "prior.complaints" }.map(cell)]
    let reading = try #require(try Bench(table.text()).readings().first)
    #expect(!reading.findings.contains { $0.finding.code == "matter.format" }, "\(reading.findings)")
    let matter = reading.matter
    #expect(matter.objections[0].alsoRequested == [.erasure, .access] && matter.objections[0].accounts == [1])
    #expect(matter.effects.content == [.posts, .photos] && matter.effects.minors == .postedAsMinor)
    #expect(matter.prior.complaints?.count == 1 && matter.reminders.count == 1 && matter.hardships.count == 1)
    #expect(matter.evidence.first?.file == "text" && matter.representative?.name == "text")
    #expect(matter.declarations.forwardToController == true && matter.signature.place == "Leipzig")
    #expect(reading.batch.role == "assist" && reading.batch.mandateDate != nil && reading.batch.memberLanguage == "de")
  }

  @Test func severalEntriesAndTheGapsBetweenThem() throws {
    var table = TableBuilder()
    table.header += ["objection.2.date", "objection.2.date_basis", "objection.2.channel", "objection.2.reasons_known"]
    table.header += ["objection.3.date"]
    table.add([
      "objection.2.date": "2026-08-03", "objection.2.date_basis": "memory", "objection.2.channel": "email",
      "objection.2.reasons_known": "none_given",
    ])
    table.add(["objection.3.date": "2026-08"])
    let bench = try Bench(table.text())
    let readings = try bench.readings()
    #expect(readings[0].matter.objections.count == 2 && readings[0].isComplete)
    #expect(try bench.lines().first == "3 row.gap objection")
  }

  @Test func whatATableLacksIsSaidWithWhatItHas() throws {
    let plan = ColumnPlan(header: ["reference", "person.city", "First Name", "", "First Name"], map: .none)
    #expect(
      plan.findings.map { "\($0.severity) \($0.message)" } == [
        "error two columns have the same name: 3 and 5",
        "error the table lacks 18 columns it needs: "
          + Column.mandatory.filter { !["reference", "person.city"].contains($0) }.joined(separator: ", "),
        "warning 2 columns are not used: First Name, First Name",
        "warning 1 columns have no name in row 1 and are not used",
      ])
    // A table without names of columns begins with somebody's data.
    let bare = ColumnPlan(header: ["M-1", "Erika", "Beispiel"], map: .none)
    #expect(bare.findings.map(\.code) == ["columns.noHeader"])
    #expect(!bare.findings.contains { $0.message.contains("Erika") || $0.hint?.contains("Erika") == true })
  }

  @Test func mistakesOfAMappingAreSaidAllAtOnce() {
    let text = """
      person.cty: City
      person.city: { format: dd.MM.yyyy, column: City }
      objection.1.date: { column: Datum, format: dd.MM }
      response.kind: { values: { a: none } }
      person.postal_code: { column: PLZ, digits: { XXX: 5 } }
      """
    do {
      _ = try ColumnMap(text, name: "columns.yaml")
      Issue.record("the mapping was read")
    } catch {
      #expect(
        error.problems.map { "\($0.line) \($0.path): \($0.message)" } == [
          "1 person.cty: is not the name of a column here", "2 person.city.format: only dates have a format",
          "3 objection.1.date.format: must be a form of dates like dd.MM.yyyy or M/d/yyyy",
          "4 response.kind: needs either column or value",
          "5 person.postal_code.digits: must be countries with a number of digits, like DE: 5",
        ])
      #expect(error.problems.first?.hint == "did you mean person.city?")
    }
  }

  @Test func dateFormsReadWhatTheySay() {
    let cases: [(String, String, String?)] = [
      ("dd.MM.yyyy", "05.06.2024", "2024-06-05"), ("d.M.yyyy", "5.6.2024", "2024-06-05"),
      ("MM/dd/yyyy", "06/05/2024", "2024-06-05"), ("dd.MM.yyyy", "05.06.2024..12.06.2024", "2024-06-05..2024-06-12"),
      ("dd.MM.yyyy HH:mm", "05.06.2024 14:30", "2024-06-05"), ("dd.MM.yyyy", "31.02.2024", nil),
      ("dd.MM.yyyy", "05/06/2024", nil), ("dd.MM.yyyy", "05.06.24", nil),
    ]
    for (form, text, expected) in cases { #expect(DateForm(form)?.read(text) == expected, "\(form) \(text)") }
    for form in ["dd.MM", "yyyy-MM-dd-dd", "mm.dd.yyyy", "yy-MM-dd", ""] { #expect(DateForm(form) == nil, "\(form)") }
  }

  @Test func everyLanguageNamesAndAsks() throws {
    let words = try Bench.words()
    #expect(words.count >= 3)
    for language in words {
      #expect(Set(language.questions.keys) == Set(Questions.asked), "\(language.language)")
      var seen: [String: String] = [:]
      for (family, names) in language.names {
        for name in names {
          let folded = ColumnProposal.folded(name)
          #expect(
            [nil, family].contains(seen[folded]),
            "\(language.language): \(name) stands for \(family) and \(seen[folded] ?? "")")
          seen[folded] = family
        }
      }
    }
  }

  @Test func aProposalHoldsNoValue() throws {
    let text = """
      Externe Kennung;Vorname;Nachname;PLZ;Widerspruch am;Geburtsdatum;Konto 2;Notiz
      M-1;Erika;Beispiel;4109;31.05.2025;01.02.1985;erikab;geheim
      M-2;Erika;Beispiel;04109;05.06.2025;03.04.1985;erikab;geheim
      """
    let proposal = try ColumnProposal(
      RowSource(bytes: Array(text.utf8)), words: try Bench.words(), digits: ["FR": 5, "DE": 5])
    let yaml = proposal.yaml { remark in
      switch remark {
      case .head: "head"
      case .missing: "missing"
      case .ignored: "ignored"
      case .values(let kinds): kinds
      case .dayOrMonth(let forms): "choose \(forms)"
      }
    }
    #expect(
      yaml.split(separator: "\n").filter { !$0.hasPrefix("#") } == [
        "reference: \"Externe Kennung\"   # word 2", "person.given_name: \"Vorname\"   # word 2",
        "person.family_name: \"Nachname\"   # word 2",
        "person.postal_code: { column: \"PLZ\", digits: { DE: 5, FR: 5 } }   # digits 2",
        "objection.1.date: { column: \"Widerspruch am\", format: dd.MM.yyyy }   # localDate 2",
        "person.date_of_birth: \"Geburtsdatum\"   # localDate 2; choose MM.dd.yyyy, dd.MM.yyyy",
        "account.2.handle: \"Konto 2\"   # word 2", "ignore:", "  - \"Notiz\"",
      ])
    for value in ["Erika", "Beispiel", "4109", "erikab", "geheim", "1985"] { #expect(!yaml.contains(value)) }
    _ = try ColumnMap(yaml, name: "columns.yaml")
  }
}
