import Foundation
import TestSupport
import Testing

/// An organisation helps one person: the form by which it is mandated, and the complaint with it.
@Suite struct RepresentationTests {
  private static let mandate = """

    role: represent
    mandate:
      date: 2026-11-20
      signature: handwritten
      names: [respondent, processing]

    """

  private static let entry = """
      - file: mandate.txt
        role: mandate

    prior:                           # other
    """

  /// A desk with the sample, an organisation, and a signed mandate among the evidence.
  private func with<Result>(
    _ end: String = Self.mandate, isAttached: Bool = true, _ body: (Desk) throws -> Result
  ) throws -> Result {
    try Desk.with { desk in
      try OrganisationTests.found(at: desk)
      try desk.write("mandate.txt", "Vollmacht gegen Meta Platforms Ireland Limited wegen KI-Training.")
      if isAttached { try desk.change("prior:                           # other", Self.entry) }
      try desk.write("matter.yaml", try String(contentsOf: desk.path("matter.yaml"), encoding: .utf8) + end)
      return try body(desk)
    }
  }

  private func words(_ desk: Desk, _ file: String = "complaint-DE.pdf") throws -> String {
    try desk.words(file).replacing("\u{A0}", with: " ").replacing("\u{AD}", with: "")
  }

  private static let organisation = ["--organisation", "org/org.yaml"]

  private func draft(_ desk: Desk, _ more: String...) throws -> ProcessOutcome {
    try desk.run(["draft", "--date", today] + Self.organisation + more + ["matter.yaml"], environment: ["LANG": "C"])
  }

  // MARK: the mandate

  @Test func `the form names everything a mandate must name, and leaves the day to who signs`() throws {
    try with("", isAttached: false) { desk in
      let outcome = try desk.run(["mandate", "--date", today] + Self.organisation + ["matter.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      let file = desk.path("mandate-DE.pdf")
      #expect(
        outcome.text == """
          Written: \(file.path) (pages: 1). Nothing was sent.
          Next: the person reads the sheet, enters the day and signs it by hand. Attach the signed sheet as evidence \
          with `role: mandate`, and fill in `mandate` in the matter.

          """)
      let text = try words(desk, "mandate-DE.pdf")
      for part in [
        "Vollmacht zur Beschwerde", "Erika Beispiel, Musterweg 5, 04109 Leipzig",
        "Example Digital Rights Association (registered association, VR 00000, Amtsgericht Leipzig), Vereinsplatz 1",
        "Meta Platforms Ireland Limited", "am 20. Mai 2025; am 3. August 2026",
        "Sächsische Datenschutz- und Transparenzbeauftragte", "Leipzig, ________________",
        "Unterschrift: Erika Beispiel",
      ] { #expect(text.contains(part), "\(part)") }
      #expect(!text.contains("2026-11-23") && !text.contains("23. November"))
      #expect(try String(contentsOf: desk.path("matter.record.yaml"), encoding: .utf8).contains("mandate-DE.pdf"))
    }
  }

  @Test func `the page to sign names the complaint and where it goes back to`() throws {
    try with("", isAttached: false) { desk in
      let outcome = try desk.run(["signature-page", "--date", today] + Self.organisation + ["matter.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      let file = desk.path("signature-page-DE.pdf")
      #expect(
        outcome.text == """
          Written: \(file.path) (pages: 1). Nothing was sent.
          Next: the person signs the sheet by hand and sends it back; add it to the complaint when you file it.

          """)
      let text = try words(desk, "signature-page-DE.pdf")
      for part in [
        "Unterschriftsblatt", "Erika Beispiel, Musterweg 5, 04109 Leipzig", "Example Digital Rights Association",
        "Vereinsplatz 1", "Meta Platforms Ireland Limited", "EB-2026-01", "Leipzig, ________________",
        "Unterschrift: Erika Beispiel",
      ] { #expect(text.contains(part), "\(part)") }
      let none = try desk.run(["signature-page", "--date", today, "matter.yaml"])
      #expect(none.status == 64)
    }
  }

  @Test func `a mandate needs an organisation, and one that may represent`() throws {
    try with("", isAttached: false) { desk in
      let none = try desk.run(["mandate", "--date", today, "matter.yaml"])
      #expect(none.status == 64)
      #expect(
        none.errors == """
          error: the form needs the organisation that it goes to
          hint: name its file with --organisation; docs/organisation.md has an example

          """)
      try desk.write("org/org.yaml", OrganisationTests.file.changed("not_for_profit: yes", "not_for_profit: no"))
      let profit = try desk.run(
        ["mandate", "--date", today] + Self.organisation + ["matter.yaml"], environment: ["LANG": "C"])
      #expect(profit.status == 65)
      #expect(
        profit.errors == """
          error: role: the file of the organisation does not state and prove that it may represent people \
          [role.cannotRepresent]
          hint: complete status and constitution in its file, or let the role be contact or assist
          law: Art. 80(1) GDPR
          note: nothing was written

          """)
    }
  }

  // MARK: the complaint

  @Test func `each role shows of the organisation what it should`() throws {
    try with("\nrole: assist\n", isAttached: false) { desk in
      let outcome = try draft(desk)
      #expect(outcome.status == 0)
      #expect(try desk.draft("-o", "alone.pdf").status == 0)
      #expect(try desk.bytes("complaint-DE.pdf") == desk.bytes("alone.pdf"))
    }
    try with("\nrole: contact\n", isAttached: false) { desk in
      #expect(try draft(desk).status == 0)
      let text = try words(desk)
      #expect(text.contains("Example Digital Rights Association, Vereinsplatz 1, 04105 Halle, office@example.org"))
      #expect(text.contains("EDRA-EB-2026-01") && text.contains("Unterschrift: Erika Beispiel"))
    }
    try with { desk in
      let outcome = try draft(desk)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let text = try words(desk)
      for part in [
        "im Namen der beschwerdeführenden Partei", "am 20. November 2026 unterzeichnete Vollmacht",
        "Statutes of the association", "Vollmacht gegen Meta Platforms", "Halle, 23. November 2026",
        "Unterschrift: Example Digital Rights Association",
      ] { #expect(text.contains(part), "\(part)") }
    }
  }

  /// One matter by itself and one row of a table are one complaint.
  @Test func `the role of the organisation's file counts where the matter says none`() throws {
    try with("\nrole: represent\n") { desk in
      try desk.write("org/org.yaml", OrganisationTests.file.changed("role: assist", "role: contact"))
      try desk.change("\nrole: represent\n", "\n")
      #expect(try draft(desk).status == 0)
      #expect(try words(desk).contains("Example Digital Rights Association, Vereinsplatz 1"))
    }
  }

  @Test func `what keeps the organisation from acting is said at its field`() throws {
    let wrong = """

      role: represent
      mandate:
        date: 2025-05-19
        signature: none
        names: respondent

      """
    try with(wrong, isAttached: false) { desk in
      let outcome = try desk.run(
        ["check", "--date", today] + Self.organisation + ["matter.yaml"], environment: ["LANG": "C"])
      #expect(outcome.status == 65)
      Golden.check(outcome.text, "organisation/check")
      let draft = try draft(desk)
      #expect(draft.status == 65 && draft.errors.hasSuffix("note: nothing was written\n"))
    }
    try with { desk in
      let alone = try desk.run(["draft", "--date", today, "matter.yaml"], environment: ["LANG": "C"])
      #expect(alone.status == 65)
      #expect(alone.errorBlocks.count == 1 && alone.errorBlocks[0].contains("[role.noOrganisation]"), "\(alone.errors)")
    }
  }

  @Test func `the kit speaks to the organisation, and its matter drafts the same complaint`() throws {
    try with { desk in
      let outcome = try desk.run(
        ["draft", "--date", today, "--kit", "kit"] + Self.organisation + ["matter.yaml"], environment: ["LANG": "C"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let kit = Desk(folder: desk.path("kit"))
      let start = try String(contentsOf: kit.path("START-HERE.html"), encoding: .utf8)
      #expect(start.contains("erhebt die Beschwerde im Namen der darin genannten Person"))
      #expect(HTMLChecker.violations(of: start, beside: Set(try kit.names())) == [])
      let portal = try String(contentsOf: kit.path("portal.html"), encoding: .utf8)
      #expect(portal.contains("office@example.org") && portal.contains("Beauftragte Organisation"))
      // What the organisation adds of its own is not the person's.
      let twin = try String(contentsOf: kit.path("matter.json"), encoding: .utf8)
      #expect(!twin.contains("organisation:") && twin.contains("\"represent\""))
      // Nothing changed since: what was filed stays as it is, and no supplement is announced.
      let filed = try desk.run(["filed", "matter.yaml", "--on", today], environment: ["LANG": "C"])
      #expect(filed.status == 0, "\(filed.errors)")
      #expect(try !draft(desk, "-o", "again.pdf").errors.contains("filing.supplement"))
      try desk.write("org/statutes.txt", "Articles of the association, purpose: data protection.")
      #expect(try draft(desk, "-o", "other.pdf").errors.contains("filing.supplement"))
    }
  }
}
