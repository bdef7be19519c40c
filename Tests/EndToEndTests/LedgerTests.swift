import Foundation
import TestSupport
import Testing

/// What happens to complaints after they are made: filed, answered, changed, forgotten.
@Suite struct LedgerTests {
  static let filed = """
    reference;event;date;channel;authority_reference;due
    M-1;filed;2026-11-24;email;;
    M-1;acknowledged;2026-11-25;;0815/26;
    M-2;asked_back;2026-11-25;;;2026-12-05

    """

  private func importing(_ filings: Filings, _ events: String) throws -> ProcessOutcome {
    try filings.desk.write("events.csv", events)
    return try filings.command("filed", "f", "--csv", "events.csv")
  }

  @Test func `what was filed is frozen, and a change of its row becomes a candidate for a supplement`() throws {
    try Filings.with(rows: 3) { filings in
      _ = try filings.run("f")
      let files = try filings.files("f")
      let noted = try importing(filings, Self.filed)
      #expect(noted.status == 0 && noted.errors.isEmpty, "\(noted.errors)")
      #expect(noted.text == "3 events were noted, 0 were noted already.\n")
      #expect(try importing(filings, Self.filed).text == "0 events were noted, 3 were noted already.\n")
      let mode = try FileManager.default.attributesOfItem(atPath: filings.desk.path("f/M-1.pdf").path)
      #expect(mode[.posixPermissions] as? Int == 0o400)

      // Another text, another day, another layout, and a killed run: what was filed stays.
      try filings.table([BatchTests.row(1, grounds: "Ganz andere Gründe."), BatchTests.row(2), BatchTests.row(3)])
      let changed = try filings.desk.run(
        ["batch", "people.csv", "--map", "columns.yaml", "--out", "f", "--date", "2026-11-25", "--resume"],
        environment: ["LANG": "C"])
      #expect(changed.status == 0, "\(changed.errors)")
      #expect(changed.text.contains("1 were filed and stay as they are; 1 of these say something else now"))
      #expect(changed.text.contains("3 complaints are in the folder; 2 of them were made in this run."))
      let after = try filings.files("f")
      #expect(after["M-1.pdf"] == files["M-1.pdf"] && after["M-2.pdf"] != files["M-2.pdf"])
      #expect(try filings.text("f/findings.csv").contains("M-1;warning;row.supplement;"))
      #expect(try filings.report("f")["M-1"]?["status"] == "filed")
      let status = try filings.command("status", "f")
      #expect(status.status == 0)
      #expect(
        status.text.hasPrefix(
          """
          made, not filed: 2
          filed: 1
          of these changed since, candidates for a supplement: 1
          not made: 0
          no longer in the table: 0
          forgotten: 0
          with the text \

          """), "\(status.text)")
      let version = try #require(status.text.split(separator: " ").dropLast().last).dropLast()
      #expect(try filings.command("status", "f", "--template-version", String(version)).text == "M-1\nM-2\nM-3\n")
      #expect(try filings.command("status", "f", "--template-version", "0000").text.isEmpty)
    }
  }

  @Test func `what is due is listed by day`() throws {
    try Filings.with(rows: 2) { filings in
      _ = try filings.run("f")
      _ = try importing(filings, Self.filed)
      let due = try filings.command("due", "f", "--within", "120", "--date", "2026-11-26")
      #expect(due.status == 0)
      #expect(
        due.text == """
          2026-12-05  M-2  the authority asked for an answer by this day
          2027-02-25  M-1  the authority’s time is over: Article 78(2) GDPR

          """)
      let none = try filings.command("due", "f", "--within", "3", "--date", "2026-11-26")
      #expect(none.text == "Nothing is due within 3 days.\n")
      _ = try importing(filings, "reference,event,date\nM-2,decided,2026-11-26\n")
      #expect(try !filings.command("due", "f", "--within", "120", "--date", "2026-11-26").text.contains("M-2"))
    }
  }

  @Test func `lines of events that cannot be are said all at once, and the others are noted`() throws {
    try Filings.with(rows: 1) { filings in
      try filings.table([BatchTests.row(1), BatchTests.row(2, date: "31.02.2025"), BatchTests.row(3)])
      _ = try filings.run("f")
      try Data("spoilt".utf8).write(to: filings.desk.path("f/M-3.pdf"))
      let outcome = try importing(
        filings,
        """
        reference;event;date;due
        M-1;filed;2026-11-24;
        Qxjz;filed;2026-11-24;
        M-1;posted;2026-11-24;
        M-1;signed;24.11.2026;
        M-1;signed;2199-01-01;
        M-1;asked_back;2026-11-25;
        M-2;filed;2026-11-24;
        M-3;filed;2026-11-24;
        M-1;signed;2026-11-23;gestern

        """)
      #expect(outcome.status == 65)
      #expect(outcome.text == "1 events were noted, 0 were noted already.\n")
      #expect(!outcome.errors.contains("Qxjz") && !outcome.errors.contains("gestern"))
      Golden.check(outcome.errors, "batch/events")
      let missing = try importing(filings, "reference;what\nM-1;x\n")
      #expect(missing.status == 65)
      #expect(
        missing.errors == """
          error: the table of events needs the columns reference, event and date
          hint: due, authority_reference and channel may stand beside them; nothing was noted

          """)
      let nowhere = try filings.command("status", "nowhere")
      #expect(nowhere.status == 65)
      #expect(
        nowhere.errors == """
          error: there is no batch in this folder
          hint: name the folder that was given to `complain batch` with --out

          """)
    }
  }

  @Test func `after forget no byte of the folder says who it was, and nothing is made again`() throws {
    try Filings.with(rows: 0) { filings in
      let secret = "Quxjz-Grund, den niemand sonst hat"
      let rows = [
        BatchTests.row(1), BatchTests.row(77, grounds: secret).replacingOccurrences(of: "Beispiel", with: "Zwirbelow"),
        BatchTests.row(3, date: "31.02.2025"),
      ]
      try filings.table(rows)
      _ = try filings.run("f", "--kit")
      _ = try importing(filings, "reference;event;date;authority_reference\nM-77;filed;2026-11-24;AZ-4711\n")
      #expect(try filings.files("f").keys.contains("M-77/START-HERE.html"))
      let asked = try filings.command("forget", "M-77", "--in", "f")
      #expect(asked.status == 64 && asked.errors.hasPrefix("error: there is nobody to ask"))
      let unknown = try filings.command("forget", "M-78", "--in", "f", "--yes")
      #expect(unknown.status == 65 && unknown.errors.hasPrefix("error: the reference is not in this batch\n"))
      let before = try filings.files("f")
      let outcome = try filings.command("forget", "M-77", "--in", "f", "--yes")
      #expect(outcome.status == 0, "\(outcome.errors)")

      func isGone() throws {
        var files = try filings.files("f")
        files["ledger.sqlite"] = try filings.desk.bytes("f/ledger.sqlite")
        for (name, bytes) in files {
          #expect(!name.contains("M-77"))
          for word in ["M-77", "Zwirbelow", "Quxjz", "AZ-4711"] {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
          }
        }
        #expect(try filings.desk.names().filter { $0.contains("journal") || $0.contains("wal") }.isEmpty)
      }
      try isGone()
      // Everybody else's files are as they were, and so are their lines.
      let after = try filings.files("f")
      for (name, bytes) in before where name.hasSuffix(".html") || name.hasSuffix(".pdf") {
        #expect(name.hasPrefix("M-77/") ? after[name] == nil : after[name] == bytes)
      }
      #expect(try filings.report("f").keys.sorted() == ["M-1", "M-3"])
      #expect(try filings.text("f/fix.csv").contains("M-3;"))
      #expect(try filings.command("status", "f").text.contains("forgotten: 1\n"))

      let resumed = try filings.run("f", "--kit", "--resume")
      #expect(resumed.status == 65)
      #expect(
        resumed.errors.contains(
          "error: row 3, \"reference\": everything about this reference was deleted by `complain forget` [row.forgotten]"
        ))
      #expect(
        resumed.text.contains(
          "1 rows are of persons who were forgotten: no report names them, nothing was made of them; take them out of the table.\n"
        ))
      #expect(resumed.text.contains("1 cannot yet: see findings.csv"), "\(resumed.text)")
      try isGone()
      #expect(try filings.report("f").keys.sorted() == ["M-1", "M-3"])
    }
  }
}
