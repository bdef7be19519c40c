import Foundation
import TestSupport
import Testing

/// A table of many people, checked by the tool as an organisation runs it.
@Suite struct BatchTests {
  static let header =
    "reference;person.given_name;person.family_name;person.street;PLZ;person.city;Land;account.1.platform;account.1.handle;"
    + "account.1.public_content;account.1.ai_chats;Widerspruch am;objection.1.date_basis;objection.1.channel;"
    + "objection.1.reasons_known;response.kind;response.checked_until;grounds.text;grounds.language;effects.today;"
    + "effects.today_language;prior.complaints;prior.court;prior.collective_action;age;forward_to_controller;"
    + "truth_confirmed_on;signature.kind;signature.place"

  static func row(_ number: Int, postcode: String = "04109", date: String = "20.05.2025", grounds: String? = nil)
    -> String
  {
    let own = grounds ?? "Ich pflege meine Mutter und habe darüber geschrieben; das ist mein Grund Nummer \(number)."
    return
      "M-\(number);Erika;Beispiel;Musterweg \(number);\(postcode);Leipzig;Deutschland;facebook;erika.beispiel;yes;no;"
      + "\(date);memory;form_2025;none_given;none;2026-11-20;\"\(own)\";de;Es kam keine Antwort. \(number);de;none;no;no;"
      + "adult;yes;2026-11-21;handwritten;Leipzig"
  }

  static let map = """
    person.postal_code: { column: PLZ, digits: { DE: 5 } }
    person.country: { column: Land, values: { Deutschland: DE } }
    objection.1.date: { column: "Widerspruch am", format: dd.MM.yyyy }
    """

  private func run(_ desk: Desk, _ more: String..., environment: [String: String] = ["LANG": "C"]) throws
    -> ProcessOutcome
  {
    try desk.run(
      ["batch", "people.csv", "--check", "--out", "checked", "--date", today] + more, environment: environment)
  }

  @Test(arguments: ["C", "de_DE.UTF-8", "fr_FR.UTF-8"])
  func `a check says row by row what is wrong and writes four reports for their owner`(language: String) throws {
    try Desk.with { desk in
      let rows = [
        Self.row(1), Self.row(2, postcode: "4109"), Self.row(3, date: "31.02.2025"), Self.row(4, grounds: ""),
      ]
      try desk.write("people.csv", ([Self.header] + rows).joined(separator: "\r\n") + "\r\n")
      try desk.write("columns.yaml", Self.map)
      let outcome = try run(desk, "--map", "columns.yaml", environment: ["LANG": language])
      #expect(outcome.status == 65)
      Golden.check(outcome.errors + "---\n" + outcome.text, "batch/check-\(language.prefix { $0 != "_" })")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: desk.path("checked").path).sorted() == [
          "check.yaml", "findings.csv", "fix.csv", "needs.csv", "report.csv",
        ])
      for name in ["check.yaml", "findings.csv", "fix.csv", "needs.csv", "report.csv"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: desk.path("checked/\(name)").path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
    }
  }

  @Test func `repaired rows go back in, and what was checked has the digest of a corrected table`() throws {
    try Desk.with { desk in
      try desk.write("columns.yaml", Self.map)
      func check(_ rows: [String], _ more: [String] = []) throws -> (status: Int32, digest: Substring?) {
        try desk.write("people.csv", ([Self.header] + rows).joined(separator: "\n"))
        let outcome = try desk.run(
          ["batch", "people.csv", "--check", "--out", "checked", "--date", today, "--map", "columns.yaml"] + more,
          environment: ["LANG": "C"])
        return (outcome.status, outcome.text.split(separator: "\n").last { $0.contains("digest") })
      }
      let broken = [Self.row(1), Self.row(2, date: "31.02.2025")]
      #expect(try check(broken).status == 65)
      let fix = try String(contentsOf: desk.path("checked/fix.csv"), encoding: .utf8)
      #expect(fix.contains("M-2;") && !fix.contains("M-1;"))
      try desk.write("fix.csv", fix.replacingOccurrences(of: "31.02.2025", with: "28.02.2025"))
      let fixed = try check(broken, ["--fix", "fix.csv"])
      let whole = try check([Self.row(1), Self.row(2, date: "28.02.2025")])
      #expect(fixed.status == 0 && whole.status == 0)
      #expect(fixed.digest != nil && fixed.digest == whole.digest)
    }
  }

  @Test func `a file that is no table is said with the way out, and nothing is written`() throws {
    try Desk.with { desk in
      let cases = [
        (
          "PK\u{3}\u{4}[Content_Types].xml",
          "an Excel workbook, not a CSV file [table.otherFormat]\nhint: in Excel: File, Save As, CSV UTF-8"
        ),
        ("%PDF-1.7", "a PDF, not a CSV file [table.otherFormat]\nhint: export the table as CSV UTF-8"),
        ("", "the table is empty [table.empty]\nhint: save it once more"),
        (
          "Erika;Beispiel;Leipzig\nx;y;z\n",
          "row 1 holds no names of columns that are known here [columns.noHeader]\nhint: "
        ),
      ]
      for (text, expected) in cases {
        try desk.write("people.csv", text)
        let outcome = try run(desk)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(expected), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Erika") && outcome.text.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: desk.path("checked").path))
      }
      let missing = try desk.run(["batch", "none.csv", "--check", "--out", "checked", "--date", today])
      #expect(missing.status == 65 && missing.errors.contains("the table cannot be opened"))
    }
  }

  @Test func `a proposed mapping is a mapping, without a value of the table`() throws {
    try Desk.with { desk in
      try desk.write(
        "people.csv",
        "Mitgliedsnummer;Vorname;Nachname;PLZ;Widerspruch am;Notiz\nM-1;Erika;Beispiel;4109;20.05.2025;geheim\n")
      let outcome = try desk.run(["columns", "people.csv"], environment: ["LANG": "de_DE.UTF-8"])
      #expect(outcome.status == 0)
      Golden.check(outcome.text, "batch/columns-de")
    }
  }

  @Test func `the sample table works as it is, one row a country`() throws {
    try Desk.with { desk in
      let sample = try desk.run(["sample", "--csv"])
      #expect(sample.status == 0)
      try desk.write("people.csv", sample.text)
      let outcome = try run(desk)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let rows = try String(contentsOf: desk.path("checked/report.csv"), encoding: .utf8).split(separator: "\r\n")
        .dropFirst()
      let countries = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] }
      let known = try FileManager.default.contentsOfDirectory(
        atPath: Repository.root.appendingPathComponent("locales/countries").path
      ).filter { $0.hasSuffix(".yaml") }.map { $0.prefix(2) }
      #expect(countries.sorted() == known.sorted())
    }
  }

  @Test(arguments: ["civicrm-en", "civicrm-de"])
  func `the maps that come with the program read an export`(map: String) throws {
    try Desk.with { desk in
      let names = [
        "civicrm-en": [
          "External Identifier", "First Name", "Last Name", "Street Address", "Postal Code", "City", "Country",
          "Germany",
        ],
        "civicrm-de": [
          "Externe Kennung", "Vorname", "Nachname", "Straße", "Postleitzahl", "Stadt", "Land", "Deutschland",
        ],
      ]
      let own = try #require(names[map])
      var header = Self.header.split(separator: ";").map(String.init)
      for (place, name) in own.dropLast().enumerated() { header[place] = name }
      header[11] = "objection.1.date"
      let row = Self.row(1, postcode: "4109", date: "2025-05-20").replacingOccurrences(of: "Deutschland", with: own[7])
      try desk.write("people.csv", header.joined(separator: ";") + "\n" + row + "\n")
      let outcome = try run(desk, "--map", map)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test func `evidence that is not there is said, wherever the table lies`() throws {
    try Desk.with { desk in
      let header = Self.header + ";evidence.1.file;evidence.1.role"
      let rows = [Self.row(1) + ";mails/1.eml;objection", Self.row(2) + ";mails/2.eml;objection"]
      try desk.write("people.csv", ([header] + rows).joined(separator: "\n"))
      try desk.write("columns.yaml", Self.map)
      try FileManager.default.createDirectory(at: desk.path("proof/mails"), withIntermediateDirectories: true)
      try desk.write("proof/mails/1.eml", "Subject: x\n\n")
      let outcome = try run(desk, "--map", "columns.yaml", "--evidence", "proof")
      #expect(outcome.status == 65)
      #expect(
        outcome.errorBlocks == [
          """
          error: row 3 (M-2), "evidence.1.file": the file is not there [evidence.notThere]
          hint: its path is relative to the folder of the table, or to that of --evidence
          """
        ])
    }
  }

  @Test func `no row reaches a file outside the folder of evidence`() throws {
    try Desk.with { desk in
      let header = Self.header + ";evidence.1.file;evidence.1.role"
      let paths = [
        "../secret.eml", desk.path("secret.eml").path, "example:../../../campaign.yaml", "link.eml", "linked/1.eml",
      ]
      let rows = paths.enumerated().map { Self.row($0 + 1) + ";\($1);objection" }
      try desk.write("people.csv", ([header] + rows).joined(separator: "\n"))
      try desk.write("columns.yaml", Self.map)
      try desk.write("secret.eml", "Subject: x\n\n")
      for folder in ["proof", "elsewhere"] {
        try FileManager.default.createDirectory(at: desk.path(folder), withIntermediateDirectories: true)
      }
      try desk.write("elsewhere/1.eml", "Subject: x\n\n")
      for (link, target) in [("proof/link.eml", "secret.eml"), ("proof/linked", "elsewhere")] {
        try FileManager.default.createSymbolicLink(at: desk.path(link), withDestinationURL: desk.path(target))
      }
      let outside =
        "the path leads out of the folder of evidence [evidence.outside]\n"
        + "hint: put the file there, and give its path from there on, without .. and without / at its beginning"
      let absent =
        "the file is not there [evidence.notThere]\n"
        + "hint: its path is relative to the folder of the table, or to that of --evidence"
      let wanted = [outside, outside, outside, absent, absent].enumerated().map {
        "error: row \($0 + 2) (M-\($0 + 1)), \"evidence.1.file\": \($1)"
      }
      let checked = try run(desk, "--map", "columns.yaml", "--evidence", "proof")
      #expect(checked.status == 65)
      #expect(checked.errorBlocks == wanted)
      let made = try Tool.run(
        ["batch", "people.csv", "--map", "columns.yaml", "--evidence", "proof", "--out", "made", "--date", today],
        directory: desk.folder)
      #expect(made.status == 65)
      #expect(try Desk(folder: desk.path("made")).names().filter { $0.hasSuffix(".pdf") } == [])
    }
  }
}
