import Foundation
import Glibc
import TestSupport
import Testing

/// A folder in place of a list of evidence.
@Suite struct EvidenceFolderTests {
  /// A desk whose matter names the folder `proof`, in which files of the example lie under these names.
  private static func with(_ files: [String: String], _ body: (Desk) throws -> Void) throws {
    try Desk.with { desk in
      let sample = try Desk.sample()
      let evidence = try #require(sample.firstRange(of: "\nevidence:"))
      let prior = try #require(sample.firstRange(of: "\nprior:"))
      try desk.write(
        "matter.yaml", sample.replacingCharacters(in: evidence.upperBound..<prior.lowerBound, with: " proof\n"))
      try FileManager.default.createDirectory(at: desk.path("proof"), withIntermediateDirectories: true)
      let examples = Repository.root.appending(path: "templates/meta-ai/example/evidence/de")
      for (name, source) in files {
        try FileManager.default.copyItem(at: examples.appending(path: source), to: desk.path("proof/\(name)"))
      }
      try body(desk)
    }
  }

  /// What `check` says of the folder itself.
  private static func said(_ desk: Desk) throws -> (status: Int32, text: String) {
    let outcome = try desk.run(["check", "--date", today, "matter.yaml"])
    #expect(outcome.errors.isEmpty)
    let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for (index, line) in lines.enumerated() where line.contains("[evidence.folder") || line.contains("[evidence.table")
    {
      kept += lines[index...].prefix(2)
    }
    return (outcome.status, kept.joined(separator: "\n"))
  }

  private static let three = [
    "10-Konto.png": "1-objection.png", "2_antwort vom Mai.jpg": "3-answer.jpg", "1 Opposition.eml": "4-renewal.eml",
  ]

  @Test func `names say the role in any language, numbers the order, and the files become annexes`() throws {
    try Self.with(Self.three) { desk in
      #expect(try Self.said(desk) == (0, ""))
      #expect(try desk.draft().status == 0)
      let words = try desk.words().replacing("\u{A0}", with: " ")
      let places = try ["Anlage 1: Widerspruch", "Anlage 2: Antwort", "Anlage 3: Nachweis des Kontos"].map {
        try #require(words.firstRange(of: $0)?.lowerBound, "\($0)")
      }
      #expect(places == places.sorted())
    }
  }

  @Test func `what lies in the folder and is no annex is said, by its place and never by its name`() throws {
    try Self.with(Self.three.merging(["Qxjz.png": "1-objection.png", ".hidden": "4-renewal.eml"]) { a, _ in a }) {
      desk in
      let folder = desk.path("proof").path
      try #require(symlink("Qxjz.png", folder + "/objection-Qxjz.png") == 0)
      try #require(mkfifo(folder + "/3-answer-Qxjz.eml", 0o600) == 0)
      try #require(mkdir(folder + "/answer", 0o700) == 0)
      let (status, text) = try Self.said(desk)
      #expect(status == 65)
      #expect(
        text == """
          error: evidence (line 102): 1 entries of the folder are links to files elsewhere; sorted, they are number 7 \
          [evidence.folder.links]
          hint: put the files themselves there
          error: evidence (line 102): 1 entries of the folder are no files; sorted, they are number 3 \
          [evidence.folder.others]
          hint: put the files themselves there
          warning: evidence (line 102): 1 folders in the folder are not looked into; sorted, they are number 6 \
          [evidence.folder.folders]
          hint: put what is evidence into the folder itself
          warning: evidence (line 102): 1 files of the folder become no annexes; sorted, they are number 5 \
          [evidence.folder.unassigned]
          hint: begin their names with what they are, such as objection, answer or account, or give each a row in \
          evidence.csv; take out what is no evidence
          """)
      #expect(try desk.draft().status == 65)
    }
  }

  @Test func `a table says role, date and words of each file, in the order of its rows`() throws {
    try Self.with(Self.three) { desk in
      try desk.write(
        "proof/evidence.csv",
        """
        sep=;
        Datei;Rolle;Datum;Überschrift;Beschreibung;Sprache
        2_antwort vom Mai.jpg;Antwort;2025-05-21;Die Antwort; Foto der Antwort ;en
        10-Konto.png;account;;;"Zwei
        Zeilen";

        1 Opposition.eml;access_reply;2025;;;
        """)
      #expect(try Self.said(desk) == (0, ""))
      #expect(try desk.draft().status == 0)
      let words = try desk.words().replacing("\u{A0}", with: " ")
      for text in [
        "Anlage 1: Die Antwort, 21. Mai 2025", "Foto der Antwort", "Anlage 2: Nachweis des Kontos", "Zwei Zeilen",
        "Anlage 3:",
      ] { #expect(words.contains(text), "\(text)") }
    }
  }

  @Test func `a table chooses the e-mails of a mailbox, each an exhibit`() throws {
    try Self.with([:]) { desk in
      let mails = [("a", "Erste"), ("b", "Zweite"), ("c", "Dritte")].map { name, words in
        """
        From \(name)@example.org Tue May 20 12:32:05 2025
        From: \(name)@example.org
        Date: Tue, 20 May 2025 14:30:00 +0200
        Subject: \(words) Nachricht
        Message-ID: <\(name)@example.org>

        \(words) Nachricht.


        """
      }
      try desk.write("proof/export.mbox", mails.joined())
      try desk.write(
        "proof/evidence.csv",
        """
        Datei;Nachricht;Rolle
        export.mbox;3;Widerspruch
        export.mbox;<a@example.org>;Bestätigung

        """)
      #expect(try Self.said(desk) == (0, ""))
      #expect(try desk.draft().status == 0)
      let words = try desk.words()
      let places = try ["Dritte Nachricht.", "Erste Nachricht."].map {
        try #require(words.firstRange(of: $0)?.lowerBound, "\($0)")
      }
      #expect(places == places.sorted())
      #expect(!words.contains("Zweite Nachricht."))

      try desk.write("proof/evidence.csv", "file,message,role\nexport.mbox,3,objection\nexport.mbox,3,answer\n")
      #expect(
        try Self.said(desk).text == """
          error: evidence (line 102): rows 2 and 3 of evidence.csv name the same file, and the same e-mail of it if it is \
          a mailbox [evidence.table.twice]
          hint: keep one of the two
          """)
    }
  }

  @Test func `a mailbox of any size asks which of its e-mails is meant`() throws {
    try Self.with([:]) { desk in
      let mail = "From a Tue May 20 12:32:05 2025\nFrom: a@example.org\nSubject: s\nMessage-ID: <ID@example.org>\n\n"
      let words = String(repeating: "words\n", count: 5_000_000)
      try desk.write(
        "proof/1-objection.mbox",
        mail.replacing("ID", with: "1") + words + "\n" + mail.replacing("ID", with: "2") + words)
      let outcome = try desk.run(["check", "--date", today, "matter.yaml"])
      #expect(outcome.status == 65)
      #expect(
        outcome.text.contains(
          """
          error: evidence.1.message (line 102): the file is a mailbox with several e-mails, and which one is meant is not said; \
          e-mails: 2 [evidence.file.message]
          hint: add message with the e-mail's number, from 1 to 2, counted from the top of the file, or with its \
          Message-ID; or attach that e-mail alone
          """), "\(outcome.text)")
    }
  }

  @Test func `a version of a policy says whose it is and from when, in its annex and where it is cited`() throws {
    try Self.with([:]) { desk in
      for number in 1...3 { try desk.write("proof/\(number).txt", "Richtlinie \(number)") }
      try desk.write(
        "proof/evidence.csv",
        """
        Datei;Rolle;Datum;Unternehmen;Gültig ab;Überschrift
        1.txt;Richtlinie;2025-06-20;Meta Platforms Ireland Ltd.;2025-06-16;
        2.txt;policy;;Facebook Ireland Limited;2018-05-25;Alte Richtlinie
        3.txt;policy;;;2025-05-27;
        """)
      #expect(try Self.said(desk) == (0, ""))
      #expect(try desk.draft().status == 0)
      let words = try desk.words().replacing("\u{A0}", with: " ")
      for text in [
        "Anlage 1: Datenschutzrichtlinie von Meta Platforms Ireland Ltd., Fassung ab 16. Juni 2025",
        "Datenschutzrichtlinie von Meta Platforms Ireland Ltd., Fassung ab 16. Juni 2025, 20. Juni 2025. Textdatei",
        "Anlage 2: Alte Richtlinie, Fassung ab 25. Mai 2018",
        "Anlage 3: Datenschutzrichtlinie der Verantwortlichen, Fassung ab 27. Mai 2025",
        "[Fassung ab 16. Juni 2025]", "[Facebook Ireland Limited, Fassung ab 25. Mai 2018]",
        "[Fassung ab 27. Mai 2025]",
      ] { #expect(words.contains(text), "\(text)") }

      try desk.write(
        "proof/evidence.csv",
        """
        file,role,entity,effective
        1.txt,policy,"Meta Platforms, Inc.",2025-05-26
        2.txt,other,Example SA,27.05.2025
        3.txt,other,,
        """)
      #expect(
        try Self.said(desk).text == """
          error: evidence (line 102): row 3 of evidence.csv holds a day from which a policy applies that cannot be read \
          [evidence.table.effective]
          hint: write it like 2025-05-27
          """)
      let outcome = try desk.run(["check", "--date", today, "matter.yaml"])
      for code in ["policy.wrongEntity", "policy.noVersion", "policy.notPolicy"] {
        #expect(outcome.text.contains("[\(code)]"), "\(code): \(outcome.text)")
      }
      #expect(!outcome.text.contains("Example SA"))
    }
  }

  @Test func `every fault of a table is said at once, with its row`() throws {
    try Self.with(Self.three) { desk in
      try desk.write(
        "proof/evidence.csv",
        """
        file,role,date,language,Qxjz,role
        10-Konto.png,Qxjz,20.05.2025,Qxjz
        ../matter.yaml,other
        Qxjz.png,other
        10-Konto.png,account,,,,,Qxjz
        """)
      let (status, text) = try Self.said(desk)
      #expect(status == 65)
      #expect(!text.contains("Qxjz"))
      Golden.check(text + "\n", "evidence-table")
    }
  }

  @Test(arguments: [
    ("", "the table is empty", "table.empty"), ("%PDF-1.7\n", "the file is a PDF", "table.otherFormat"),
    ("file,role\n\"open,other\n", "a quotation mark opens a cell in row 2 and is never closed", "table.quoteOpen"),
    ("name,role\n1,other\n", "evidence.csv has no column file", "evidence.table.columnMissing"),
    ("file,role\n", "evidence.csv names no file", "evidence.table.noRows"),
  ])
  func `a table that is none is refused`(table: String, words: String, code: String) throws {
    try Self.with(Self.three) { desk in
      try desk.write("proof/evidence.csv", table)
      let outcome = try desk.run(["check", "--date", today, "matter.yaml"])
      #expect(outcome.status == 65)
      #expect(outcome.text.contains("[\(code)]"), "\(outcome.text)")
      #expect(outcome.text.contains(words), "\(outcome.text)")
      #expect(outcome.text.contains("error: evidence (line 102): "), "\(outcome.text)")
    }
  }

  @Test(arguments: ["nowhere", "matter.yaml", "empty"])
  func `a folder that is none, or holds nothing, is a finding`(name: String) throws {
    try Self.with([:]) { desk in
      try #require(mkdir(desk.path("empty").path, 0o700) == 0)
      try desk.change("\nevidence: proof", "\nevidence: \(name)")
      let (status, text) = try Self.said(desk)
      #expect(status == (name == "empty" ? 0 : 65))
      #expect(
        text
          == (name == "empty"
            ? """
            warning: evidence (line 102): the folder is empty [evidence.folder.empty]
            hint: put the files there, or leave the field out
            """
            : """
            error: evidence (line 102): there is no such folder, or it may not be read [evidence.folder]
            hint: name a folder by its path from the matter's own, or list the files one by one
            """))
    }
  }
}
