import Foundation
import TestSupport
import Testing

/// An organisation helps the people of a table: unnamed, as address for letters, or as their representative.
@Suite struct OrganisationTests {
  static let file = """
    name: "Example Digital Rights Association"
    legal_form: "registered association"
    register: "VR 00000, Amtsgericht Leipzig"
    street: "Vereinsplatz 1"
    postal_code: "04105"
    city: "Halle"
    country: DE
    email: "office@example.org"
    logo: logo.png
    reference_prefix: "EDRA-"
    role: assist
    status:
      constituted_in: DE
      not_for_profit: yes
      public_interest: yes
      data_protection: yes
    constitution:
      - file: statutes.txt
        caption: "Statutes"
        date: 2020-03-01
        language: en

    """

  /// Puts the organisation's folder onto a desk.
  static func found(at desk: Desk) throws {
    try FileManager.default.createDirectory(at: desk.path("org"), withIntermediateDirectories: false)
    try desk.write("org/org.yaml", Self.file)
    try Data(plainPNG(width: 120, height: 40) { column, _ in [20, 80, UInt8(column)] }).write(
      to: desk.path("org/logo.png"))
    try desk.write("org/statutes.txt", "Statutes of the association, purpose: data protection.")
  }

  private static let sound = "represent;mandates/1.txt;2026-11-20;handwritten;respondent|processing"

  /// A desk with an organisation's folder, and a table whose rows end with role and mandate.
  private func with<Result>(_ ends: [String], _ body: (Filings) throws -> Result) throws -> Result {
    try Filings.with(rows: 0) { filings in
      let desk = filings.desk
      try Self.found(at: desk)
      try desk.write("org/members.txt", "Zqsecret")
      try FileManager.default.createDirectory(at: desk.path("mandates"), withIntermediateDirectories: false)
      try desk.write("mandates/1.txt", "Vollmacht gegen Meta Platforms Ireland Limited wegen KI-Training.")
      let columns = [
        "role", "mandate.file", "mandate.date", "mandate.signature", "mandate.names", "evidence.1.file",
        "evidence.1.role",
      ]
      let header = ([BatchTests.header] + columns).joined(separator: ";")
      let rows = ends.enumerated().map { number, end in
        let missing = columns.count - end.components(separatedBy: ";").count
        return "\(BatchTests.row(number + 1));\(end)" + String(repeating: ";", count: missing)
      }
      try desk.write("people.csv", ([header] + rows).joined(separator: "\n") + "\n")
      return try body(filings)
    }
  }

  private func words(_ filings: Filings, _ file: String) throws -> String {
    try filings.desk.words(file).replacing("\u{A0}", with: " ").replacing("\u{AD}", with: "")
  }

  @Test func `each role shows of the organisation what it should`() throws {
    try with(["assist", "", "contact", Self.sound]) { filings in
      let outcome = try filings.run("out", "--organisation", "org/org.yaml")
      #expect(outcome.status == 0, "\(outcome.errors)")
      for name in ["M-1", "M-2"] {
        let text = try words(filings, "out/\(name).pdf")
        #expect(!text.contains("Example Digital Rights") && !text.contains("EDRA"))
      }
      let contact = try words(filings, "out/M-3.pdf")
      #expect(contact.contains("Example Digital Rights Association, Vereinsplatz 1, 04105 Halle, office@example.org"))
      #expect(contact.contains("EDRA-M-3") && !contact.contains("80 Abs. 1"))
      #expect(contact.contains("Unterschrift: Erika Beispiel"))
      let represented = try words(filings, "out/M-4.pdf")
      for part in [
        "Example Digital Rights Association, Vereinsplatz 1, 04105 Halle (Art. 80 Abs. 1 DSGVO)",
        "im Namen der beschwerdeführenden Partei", "eines Mitgliedstaats (Deutschland)",
        "am 20. November 2026 unterzeichnete Vollmacht", "Statutes of the association",
        "Vollmacht gegen Meta Platforms",
        "Halle, 23. November 2026", "Unterschrift: Example Digital Rights Association", "EDRA-M-4",
        "registered association, VR 00000, Amtsgericht Leipzig",
      ] {
        #expect(represented.contains(part), "\(part)")
      }
      // The declaration stays the person's.
      #expect(represented.contains("die beschwerdeführende Partei hat sie am 21. November 2026"))
      #expect(!represented.contains("Unterschrift: Erika"))
    }
  }

  @Test func `a letterhead with a logo conforms`() throws {
    try with([Self.sound]) { filings in
      #expect(try filings.run("out", "--organisation", "org/org.yaml").status == 0)
      let file = try PDFFile(contentsOf: filings.desk.path("out/M-1.pdf"))
      #expect(conformanceViolations(of: file) == [])
    }
  }

  @Test func `an unnamed organisation changes no byte`() throws {
    try with(["", "assist"]) { filings in
      #expect(try filings.run("with", "--organisation", "org/org.yaml").status == 0)
      #expect(try filings.run("without").status == 0)
      for name in ["M-1.pdf", "M-2.pdf"] {
        let (with, without) = (try filings.desk.bytes("with/\(name)"), try filings.desk.bytes("without/\(name)"))
        #expect(with == without)
      }
    }
  }

  @Test func `what keeps an organisation from acting is said row by row`() throws {
    let ends = [
      "boss", "represent", "represent;mandates/1.txt;2025-05-19;none;respondent",
      "represent;mandates/none.txt;2026-11-24;handwritten;respondent|processing",
      "represent;../org/members.txt;2026-11-20;qualified;respondent|processing",
      "assist;;;;;organisation:members.txt;other",
    ]
    try with(ends) { filings in
      let outcome = try filings.run("out", "--organisation", "org/org.yaml")
      #expect(outcome.status == 65)
      Golden.check(outcome.errors, "batch/organisation-rows")
      #expect(try filings.files("out").keys.filter { $0.hasSuffix(".pdf") } == [])
    }
  }

  @Test func `a role without an organisation is an error of its row`() throws {
    try with(["contact", Self.sound, "assist"]) { filings in
      let outcome = try filings.run("out")
      #expect(outcome.status == 65)
      let report = try filings.report("out")
      #expect(report["M-1"]?["codes"]?.contains("role.noOrganisation") == true)
      #expect(report["M-2"]?["codes"]?.contains("role.noOrganisation") == true)
      #expect(report["M-3"]?["status"] == "made")
    }
  }

  @Test(arguments: ["C", "de_DE.UTF-8"])
  func `everything wrong with the organisation's file is said before a row is read`(language: String) throws {
    try with([Self.sound]) { filings in
      let wrong = try Self.file.changed("role: assist", "role: represent").changed("not_for_profit: yes", "")
        .changed("logo: logo.png", "logo: statutes.txt").changed("file: statutes.txt", "file: ../people.csv")
      try filings.desk.write("org/org.yaml", wrong)
      let outcome = try filings.desk.run(
        Filings.arguments("out", ["--organisation", "org/org.yaml"]), environment: ["LANG": language])
      #expect(outcome.status == 65)
      Golden.check(outcome.errors, "batch/organisation-file-\(language.prefix { $0 != "_" })")
      #expect(!FileManager.default.fileExists(atPath: filings.desk.path("out").path))
    }
  }

  @Test func `an organisation's file that is not there is said`() throws {
    try with([Self.sound]) { filings in
      let outcome = try filings.run("out", "--organisation", "none.yaml")
      #expect(outcome.status == 65)
      #expect(
        outcome.errors == """
          error: organisation: the file of the organisation cannot be read [organisation.unreadable]
          hint: --organisation names a YAML file in UTF-8; docs/organisation.md has an example

          """)
    }
  }

  @Test func `another organisation is another batch to release, and makes all rows anew`() throws {
    try with([Self.sound, "assist"]) { filings in
      func digest(_ outcome: ProcessOutcome) -> String? {
        outcome.text.split(separator: "\n").last { $0.contains("digest") }?.suffix(65).trimmingCharacters(in: ["."])
      }
      let check = try filings.run("checked", "--organisation", "org/org.yaml")
      let own = try #require(digest(check))
      #expect(try filings.run("out", "--organisation", "org/org.yaml", "--release", own).status == 0)
      #expect(try filings.run("out", "--organisation", "org/org.yaml", "--resume").text.contains("0 of them were made"))
      for change in ["org/statutes.txt", "org/org.yaml"] {
        let text = try filings.text(change).replacing("Statutes", with: "Articles")
        try filings.desk.write(change, text)
        #expect(try filings.run("other", "--organisation", "org/org.yaml", "--release", own).status == 65)
        let again = try filings.run("out", "--organisation", "org/org.yaml", "--resume")
        #expect(again.text.contains("2 of them were made"), "\(again.text)")
      }
    }
  }

  @Test func `the kit of a represented person speaks to the organisation, which files`() throws {
    try with([Self.sound, "contact"]) { filings in
      #expect(try filings.run("out", "--organisation", "org/org.yaml", "--kit").status == 0)
      let names = Set(try filings.files("out").keys)
      #expect(names.isSuperset(of: ["M-1/START-HERE.html", "M-1/complaint.pdf", "M-2/START-HERE.html"]))
      #expect(try filings.text("out/M-2/email.txt").contains("EDRA-M-2"))
      let start = try filings.text("out/M-1/START-HERE.html")
      let means = "Example Digital Rights Association erhebt die Beschwerde im Namen der darin genannten Person"
      #expect(start.contains(means))
      #expect(try !filings.text("out/M-2/START-HERE.html").contains(means))
      let mail = try filings.text("out/M-1/email.txt")
      #expect(mail.contains("Die Beschwerde erhebt die unten genannte Organisation"))
      #expect(mail.hasSuffix("\nExample Digital Rights Association\n"))
      #expect(!mail.contains("Erika") && !mail.contains("unverschlüsselt"))
    }
  }
}
