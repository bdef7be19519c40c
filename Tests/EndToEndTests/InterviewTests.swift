import Foundation
import TestSupport
import Testing

/// The interview through the built tool, at a terminal, as a person sits there.
@Suite struct InterviewTests {
  /// What waits on the last line for an answer, in the three languages.
  static let prompts = [
    "Ihre Wahl (Nummer): ", "Nummern: ", "Ihre Antwort: ", "Datum: ", "Ihr Text: ", "Datei: ", "Land: ",
    "Eingabetaste beendet, < führt zurück: ",
    "Your choice (number): ", "Numbers: ", "Your answer: ", "Date: ", "Your text: ", "File: ", "Country: ",
    "Enter ends, < goes back: ",
    "Votre choix (numéro)\u{00A0}: ", "Numéros\u{00A0}: ", "Votre réponse\u{00A0}: ", "Date\u{00A0}: ",
    "Votre texte\u{00A0}: ",
    "Fichier\u{00A0}: ", "Pays\u{00A0}: ", "Entrée termine, < revient en arrière\u{00A0}: ",
  ]

  /// A folder with the files of the example.
  private func desk<Result>(_ body: (Desk) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      let example = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/de")
      for name in ["1-objection.png", "2-confirmation.eml"] {
        try FileManager.default.copyItem(
          at: example.appendingPathComponent(name), to: folder.appendingPathComponent(name))
      }
      return try body(Desk(folder: folder))
    }
  }

  private func session(
    _ desk: Desk, _ arguments: [String] = [], locale: String = "de_DE.UTF-8"
  ) throws -> TerminalSession {
    try Tool.session(arguments + ["--date", today], environment: ["LANG": locale], directory: desk.folder)
  }

  /// What a person in Leipzig types, from the first question to the last; a text that has an end of its own takes several lines.
  static let german = [
    "Deutschland", "04109", "ja", "1", "erika.beispiel", "erika.beispiel@example.org", "ja", "nein", "nein",
    "formular", "zwischen 18. und 20. Mai 2025", "1", "2", "bestätigung", "20.5.2025", "nein",
    "1", "20. November 2026", "nein",
    "Ich pflege meine Mutter; davon handeln meine Beiträge.\n\nDas war für Freunde gedacht.\nfertig",
    "Ich kann nicht erkennen, ob sie aufgehört haben.\nfertig", "1 3", "1", "nein",
    "'FOLDER/1-objection.png' ", "1", "20.5.2025", "Das ausgefüllte Formular.\nfertig", "\n",
    "file://FOLDER/2-confirmation.eml", "2", "20.5.2025", "\n",
    "nein", "Erika", "Beispiel", "Musterweg 5", "\n", "Leipzig", "erika.beispiel@example.org", "ja", "ja",
    "ja", "\n", "1",
  ]

  private func keys(_ answer: String, _ desk: Desk) -> String {
    answer.replacing("FOLDER", with: desk.folder.path) + (answer == "\n" ? "" : "\n")
  }

  /// The matter without the day it was confirmed on and the folder of this run.
  private func matter(_ desk: Desk, _ name: String = "my-matter.yaml") throws -> String {
    try String(contentsOf: desk.path(name), encoding: .utf8)
  }

  @Test func `a person in Leipzig answers, and has a complaint`() throws {
    try desk { desk in
      let session = try session(desk)
      try session.wait(until: Self.prompts)
      for answer in Self.german { try session.type(keys(answer, desk), until: Self.prompts) }
      #expect(try session.end() == 0)
      #expect(session.isAsBefore)
      #expect(
        try desk.names() == [
          "1-objection.png", "2-confirmation.eml", "complaint-DE.pdf", "my-matter.record.yaml", "my-matter.yaml",
        ])
      Golden.check(try matter(desk), "interview-matter")
      let shown = session.shown.replacing(desk.folder.path, with: "FOLDER")
      Golden.check(shown.replacing("\n\n", with: "\n"), "interview-shown")
      for name in ["my-matter.yaml", "complaint-DE.pdf"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: desk.path(name).path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
      // The words of the person stand in the complaint as they were typed.
      #expect(try desk.words().contains("Das war für Freunde gedacht."))
    }
  }

  @Test func `whoever may not read the authority's language gets a copy to read, and it is forgotten with the rest`()
    throws
  {
    try desk { desk in
      // The same answers from a system that speaks French: numbers where German words stood.
      let words = [
        "Deutschland": "Allemagne", "ja": "oui", "nein": "non", "formular": "1", "bestätigung": "2",
        "zwischen 18. und 20. Mai 2025": "entre le 18 et le 20 mai 2025", "20. November 2026": "20 novembre 2026",
      ]
      let session = try session(desk, locale: "fr_FR.UTF-8")
      try session.wait(until: Self.prompts)
      for answer in Self.german {
        let own = (words[answer] ?? answer).replacing("\nfertig", with: "\nfin")
        try session.type(keys(own, desk), until: Self.prompts)
      }
      #expect(try session.end() == 0)
      let copy = "reading-copy-DE-fr.pdf"
      #expect(try desk.names().contains(copy) && desk.names().contains("complaint-DE.pdf"))
      #expect(try desk.words("complaint-DE.pdf").contains("Sachverhalt"))
      let read = try desk.words(copy)
      #expect(read.contains("Faits") && read.contains("Das war für Freunde gedacht."))
      #expect(session.shown.contains(copy))
      #expect(try desk.run(["forget", "--yes", "my-matter.yaml"]).status == 0)
      #expect(try desk.names() == ["1-objection.png", "2-confirmation.eml"])
    }
  }

  @Test func `Ctrl-C at every question, then resume, comes to the same matter`() throws {
    let whole = try desk { desk in
      let session = try session(desk)
      try session.wait(until: Self.prompts)
      for answer in Self.german { try session.type(keys(answer, desk), until: Self.prompts) }
      #expect(try session.end() == 0)
      return try matter(desk)
    }
    try desk { desk in
      let confirmation = Self.german.count - 3
      for number in Self.german.indices {
        let session = try session(desk, number == 0 ? [] : ["resume"])
        try session.wait(until: Self.prompts)
        // That it is all true is not kept for another day: after the confirmation it is asked for again.
        if number > confirmation { try session.type("ja\n", until: Self.prompts) }
        try session.type(keys(Self.german[number], desk), until: Self.prompts)
        guard number + 1 < Self.german.count else {
          #expect(try session.end() == 0)
          break
        }
        // Half an answer, then Ctrl-C.
        try session.type("halb\u{3}")
        #expect(try session.end() == 0)
        #expect(session.isAsBefore)
        #expect(session.shown.contains("my-matter.unfinished.yaml"))
        #expect(session.shown.contains("complain resume"))
        #expect(try desk.names() == ["1-objection.png", "2-confirmation.eml", "my-matter.unfinished.yaml"])
        let attributes = try FileManager.default.attributesOfItem(atPath: desk.path("my-matter.unfinished.yaml").path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
      #expect(try matter(desk) == whole)
      #expect(try !desk.names().contains("my-matter.unfinished.yaml"))
    }
  }

  @Test(arguments: ["\u{4}", "stop\n", "kill"])
  func `whatever ends it, all answers but the current one are kept`(end: String) throws {
    try desk { desk in
      let first = try session(desk, locale: "en_IE.UTF-8")
      try first.wait(until: Self.prompts)
      for answer in ["Germany", "04109", "1"] { try first.type(answer + "\n", until: Self.prompts) }
      if end == "kill" { first.kill() } else { try first.type(end) }
      #expect(try first.end() == (end == "kill" ? -9 : 0))
      let saved = try String(contentsOf: desk.path("my-matter.unfinished.yaml"), encoding: .utf8)
      #expect(saved.contains("  - question: age\n    word: adult\n"))
      let second = try session(desk, ["resume"], locale: "en_IE.UTF-8")
      let shown = try second.wait(until: Self.prompts)
      #expect(shown.contains("Which accounts is this about?"))
      try second.type("\u{3}")
      #expect(try second.end() == 0)
    }
  }

  @Test func `an interview that lies there is gone on with, or stays beside a new one`() throws {
    try desk { desk in
      let first = try session(desk, locale: "fr_FR.UTF-8")
      try first.wait(until: Self.prompts)
      try first.type("France\n", until: Self.prompts)
      try first.type("\u{3}")
      #expect(try first.end() == 0)
      let second = try session(desk, locale: "fr_FR.UTF-8")
      try second.wait(until: Self.prompts)
      try second.type("2\n", until: Self.prompts)
      try second.type("Irlande\n", until: Self.prompts)
      try second.type("\u{3}")
      #expect(try second.end() == 0)
      #expect(second.shown.contains("complain resume my-matter.unfinished-2.yaml"))
      #expect(
        try desk.names() == [
          "1-objection.png", "2-confirmation.eml", "my-matter.unfinished-2.yaml", "my-matter.unfinished.yaml",
        ])
      let third = try session(desk, locale: "fr_FR.UTF-8")
      try third.wait(until: Self.prompts)
      #expect(try third.type("1\n", until: Self.prompts).contains("Quel est votre code postal"))
      try third.type("\u{3}")
      #expect(try third.end() == 0)
    }
  }

  @Test func `edit opens one question, and writes matter and complaint anew`() throws {
    try desk { desk in
      try desk.write("matter.yaml", try Desk.sample())
      let session = try session(desk, ["edit", "matter.yaml"])
      let shown = try session.wait(until: Self.prompts)
      let line = try #require(shown.split(separator: "\n").first { $0.contains(" Straße und Hausnummer: ") })
      let number = line.prefix { $0.isNumber }
      try session.type("2\n", until: Self.prompts)
      try session.type("\(number)\n", until: Self.prompts)
      try session.type("Neuer Weg 7\n", until: Self.prompts)
      try session.type("ja\n", until: Self.prompts)
      try session.type("\n", until: Self.prompts)
      if session.shown.hasSuffix("Nummer): ") { try session.type("1\n", until: Self.prompts) }
      #expect(try session.end() == 0)
      let changed = try String(contentsOf: desk.path("matter.yaml"), encoding: .utf8)
      #expect(changed.contains("street: Neuer Weg 7"))
      // What the interview never asks is still there.
      for kept in ["time: \"14:30\"", "public_content_since: 2012-05", "caption: Widerspruchsformular"] {
        #expect(changed.contains(kept), "\(kept)")
      }
      #expect(try desk.names().contains("complaint-DE.pdf"))
      #expect(try desk.words().contains("Neuer Weg 7"))
    }
  }

  @Test(arguments: ["de_DE.UTF-8", "en_IE.UTF-8", "fr_FR.UTF-8"])
  func `what is noticed at the end names no field of the file`(locale: String) throws {
    try desk { desk in
      let sample = try Desk.sample()
      let bare = ["objection", "acknowledgement", "answer"].reduce(sample) { text, role in
        text.replacing("    role: \(role)\n", with: "    role: other\n")
          .replacing("    role: \(role) ", with: "    role: other ")
      }
      try desk.write("my-matter.yaml", bare)
      let session = try session(desk, ["edit"], locale: locale)
      try session.wait(until: Self.prompts)
      try session.type("1\n", until: Self.prompts)
      if session.shown.hasSuffix(": ") { try session.type("\n", until: Self.prompts) }
      #expect(try session.end() == 0)
      let noticed = session.shown.components(separatedBy: "my-matter.yaml\n\n").last ?? ""
      let warnings = noticed.components(separatedBy: "\n\n")[0]
      #expect(warnings.split(separator: "\n").count > 3, "\(session.shown)")
      for word in ["role:", "date_basis", "checked_until", "acknowledged_on", "--date"] {
        #expect(!warnings.contains(word), "\(warnings)")
      }
    }
  }

  @Test func `edit that is left changes nothing`() throws {
    try desk { desk in
      let sample = try Desk.sample()
      try desk.write("my-matter.yaml", sample)
      let session = try session(desk, ["edit"])
      try session.wait(until: Self.prompts)
      try session.type("2\n", until: Self.prompts)
      try session.type("\u{3}")
      #expect(try session.end() == 0)
      #expect(session.isAsBefore)
      #expect(session.shown.hasSuffix("Es wurde nichts geändert.\n"))
      #expect(try String(contentsOf: desk.path("my-matter.yaml"), encoding: .utf8) == sample)
      #expect(try desk.names() == ["1-objection.png", "2-confirmation.eml", "my-matter.yaml"])
    }
  }

  @Test(arguments: ["matter: [", "campaign: meta-ai\nbogus: 1\n"])
  func `a matter that cannot be read is not opened for a change`(text: String) throws {
    try desk { desk in
      try desk.write("my-matter.yaml", text)
      let session = try session(desk, ["edit"], locale: "en_IE.UTF-8")
      #expect(try session.end() == 65)
      #expect(session.shown.contains("error:"))
      #expect(try String(contentsOf: desk.path("my-matter.yaml"), encoding: .utf8) == text)
    }
  }

  @Test func `a file as a Mac names it is found when it is dragged in, and again when the complaint is written`() throws
  {
    try desk { desk in
      // Accents taken apart, U+202F before AM: what a person drags in, and what the YAML puts together.
      let name = "U\u{0308}bersicht 2025-05-20 at 10.00\u{202F}AM.png"
      try FileManager.default.moveItem(at: desk.path("1-objection.png"), to: desk.path(name))
      let session = try session(desk)
      try session.wait(until: Self.prompts)
      for answer in Self.german {
        let dragged = desk.path(name).path.replacing(" ", with: "\\ ") + " "
        let typed = answer.replacing("'FOLDER/1-objection.png' ", with: dragged)
        try session.type(keys(typed, desk), until: Self.prompts)
      }
      #expect(try session.end() == 0)
      #expect(try desk.names().contains("complaint-DE.pdf"))
      #expect(try matter(desk).contains("10.00\u{202F}AM.png"))
      #expect(try desk.run(["check", "--date", today, "my-matter.yaml"]).status == 0)
    }
  }

  @Test func `draft without a matter asks at a terminal, and knows the country already`() throws {
    try desk { desk in
      let session = try session(desk, ["draft", "--country", "DE"], locale: "en_GB.UTF-8")
      #expect(try session.wait(until: Self.prompts).contains("What is your postcode?"))
      try session.type("\u{3}")
      #expect(try session.end() == 0)
    }
  }

  @Test func `who never objected ends well, and no file stays`() throws {
    try desk { desk in
      let session = try session(desk, locale: "en_IE.UTF-8")
      try session.wait(until: Self.prompts)
      for answer in ["Ireland", "D02 X285", "yes", "4", "no"] { try session.type(answer + "\n", until: Self.prompts) }
      #expect(session.shown.contains("complain guide --country IE"))
      try session.type("\n")
      #expect(try session.end() == 0)
      #expect(try desk.names() == ["1-objection.png", "2-confirmation.eml"])
    }
  }

  @Test func `a long pasted paragraph is taken whole, and a command in it is text`() throws {
    try desk { desk in
      let session = try session(desk)
      try session.wait(until: Self.prompts)
      let start = try #require(Self.german.firstIndex { $0.hasPrefix("Ich pflege") })
      for answer in Self.german[..<start] { try session.type(keys(answer, desk), until: Self.prompts) }
      // More than the 4,095 bytes a terminal takes in one line, with words that are commands elsewhere.
      let long = String(repeating: "Wort für Wort. ", count: 700) + "Ende"
      try session.type("\u{1B}[200~\(long)\n-\nfertig\nstop\u{1B}[201~\nfertig\n", until: Self.prompts)
      try session.type("\u{3}")
      #expect(try session.end() == 0)
      let saved = try String(contentsOf: desk.path("my-matter.unfinished.yaml"), encoding: .utf8)
      #expect(saved.contains("      \(long)\n      -\n      fertig\n      stop\n"))
    }
  }

  @Test func `keys that move the cursor are no text, and the delete key takes whole letters`() throws {
    try desk { desk in
      let session = try session(desk, locale: "en_IE.UTF-8")
      try session.wait(until: Self.prompts)
      for answer in ["Ireland", "D02 X285", "1", "1"] { try session.type(answer + "\n", until: Self.prompts) }
      try session.type("\u{1B}[Der\u{1B}OCikü\u{1B}[3~\u{7F}a👍\u{7F}\u{1B}[1;5A\n", until: Self.prompts)
      try session.type("\u{3}")
      #expect(try session.end() == 0)
      let saved = try String(contentsOf: desk.path("my-matter.unfinished.yaml"), encoding: .utf8)
      #expect(saved.contains("    text: erika\n"))
    }
  }

  @Test func `nothing is drawn twice and nothing blinks`() throws {
    try desk { desk in
      let session = try session(desk, locale: "en_IE.UTF-8")
      try session.wait(until: Self.prompts)
      try session.type("Ireland\n", until: Self.prompts)
      try session.type("\u{3}")
      #expect(try session.end() == 0)
      let marks = session.sent.replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
      #expect(!marks.contains("\u{1B}"))
      #expect(!marks.replacing("\r\n", with: "").contains("\r"))
      #expect(
        !marks.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) || (0x2800...0x28FF).contains($0.value) })
    }
  }

  @Test func `without a terminal complain alone shows its help, and the others say that they need one`() throws {
    let help = try Tool.run(["--help"])
    let alone = try Tool.run([])
    #expect(alone.text == help.text)
    #expect(alone.status == 0)
    for command in ["resume", "edit"] {
      let outcome = try Tool.run([command])
      #expect(outcome.status == 64)
      #expect(
        outcome.errors == """
          error: this asks questions and needs a terminal
          hint: start it in a terminal window; `complain check` and `complain draft` need none

          """)
    }
  }

  @Test(arguments: [
    ("C.UTF-8", "Which country"), ("de_AT.UTF-8", "In welchem Land"), ("fr_BE", "Dans quel pays"),
    ("ja_JP", "Which country"),
  ])
  func `it speaks the language of the system`(locale: String, asks: String) throws {
    try desk { desk in
      let session = try session(desk, locale: locale)
      #expect(try session.wait(until: Self.prompts).contains(asks))
      try session.type("\u{3}")
      #expect(try session.end() == 0)
    }
  }
}
