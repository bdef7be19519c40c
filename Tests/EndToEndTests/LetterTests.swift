import Foundation
import TestSupport
import Testing

/// Letters to the controller and the guide to its own form, as somebody gets them who has not complained yet.
@Suite struct LetterTests {
  /// All that an objection needs.
  static let bare = """
    campaign: meta-ai
    person:
      given_name: Erika
      family_name: Beispiel
      street: Musterweg 5
      postal_code: "04109"
      city: Leipzig
      country: DE
    account:
      - platform: facebook
        handle: erika.beispiel
    grounds:
      text: |
        Ich pflege seit 2019 meine demenzkranke Mutter und habe in meinen Beiträgen davon erzählt.
      language: de

    """

  /// What is said after an objection of that day.
  static func steps(_ file: String, calendar: String, pages: Int) -> String {
    """
    Written: \(file) (pages: \(pages)). Nothing was sent.
    Send it: read it aloud, print it, sign it and post it by registered post with proof of delivery to \
    Meta Platforms Ireland Limited, Merrion Road, Dublin 4, D04 X2K5, Ireland. Or object by the controller’s own form; \
    `complain guide --country DE` shows where it is.
    Keep: this file, the receipt of posting and the proof of delivery; with the form, screenshots before and after \
    sending and every e-mail with a code or a confirmation.
    If you send it on 23 November 2026: the time for an answer ends on 23 December 2026 with the form, and on \
    30 December 2026 at the latest with a letter (a week for the post included). A complaint because no answer came is \
    possible from 24 December 2026 on, after a letter from 31 December 2026 on.
    Calendar: \(calendar). Once it is sent, enter the objection under `objection` and the answer under `response`; \
    `complain check` then says what a complaint still needs.

    """
  }

  private func mode(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  @Test func `an objection needs the person, the accounts and their grounds`() throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try desk.write("matter.yaml", Self.bare)
      let outcome = try desk.run(["objection", "--date", today, "matter.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(try desk.names() == ["matter.record.yaml", "matter.yaml", "objection-DE.ics", "objection-DE.pdf"])
      #expect(try String(contentsOf: desk.path("matter.record.yaml"), encoding: .utf8).contains("objection-DE.ics"))
      let (pdf, ics) = (desk.path("objection-DE.pdf"), desk.path("objection-DE.ics"))
      #expect(try mode(pdf) == 0o600 && mode(ics) == 0o600)
      let pages = try PDFFile(contentsOf: pdf).pages().count
      #expect(outcome.text == Self.steps(pdf.path, calendar: ics.path, pages: pages))
      let words = try desk.words("objection-DE.pdf")
      for text in [
        "Meta Platforms Ireland Limited", "IRLAND", "Facebook: erika.beispiel;", "davon erzählt",
        "Art. 21 Abs. 1 DSGVO",
        "keine Form vor", "Leipzig, 23. November 2026",
      ] {
        #expect(words.replacing("\u{A0}", with: " ").contains(text), "\(text)")
      }
      let calendar = try String(decoding: desk.bytes("objection-DE.ics"), as: UTF8.self)
      // The conservative day: that of a letter, which may take a week.
      #expect(calendar.contains("\r\nDTSTART;VALUE=DATE:20261231\r\n"))
      #expect(calendar.contains("SUMMARY;LANGUAGE=en:An answer from Meta Platforms Ireland Limited?"))
      #expect(!calendar.contains("Erika") && !calendar.contains("Beispiel"))
      // The same again is the same bytes.
      let first = (try desk.bytes("objection-DE.pdf"), try desk.bytes("objection-DE.ics"))
      #expect(try desk.run(["objection", "--date", today, "--on-collision", "overwrite", "matter.yaml"]).status == 0)
      #expect(try desk.bytes("objection-DE.pdf") == first.0 && desk.bytes("objection-DE.ics") == first.1)
    }
  }

  @Test(arguments: Repository.countries)
  func `the sample matter makes both letters, in the language that is wanted`(country: String) throws {
    // Under the law of the United Kingdom there are texts in English only.
    let language = country == "GB" ? "en" : "fr"
    let expected =
      [
        "GB": ["Objection, complaint, erasure, access", "20 May 2025", "3 August 2026"],
        "CH": ["Opposition, effacement, accès"],
      ][country] ?? ["Opposition, effacement, limitation, accès"]
    try Desk.with(country) { desk in
      #expect(try desk.run(["objection", "--date", today, "matter.yaml"]).status == 0)
      let renewal = try desk.run(["renew", "--date", today, "--language", language, "matter.yaml"])
      #expect(renewal.status == 0)
      // What the sample asked in August and nobody answered is asked once more: the person is told.
      #expect(renewal.errors.contains("[renewal.repeated]") && renewal.errorBlocks == [])
      #expect(renewal.text.contains("the controller’s own form") || renewal.text.contains("31 December 2026"))
      let words = try desk.words("renewal-\(country).pdf").replacing("\u{A0}", with: " ")
      let dates = ["le 20 mai 2025 par votre formulaire", "le 3 août 2026 par courrier électronique"]
      for text in expected + (language == "fr" ? dates : []) { #expect(words.contains(text), "\(text)") }
    }
  }

  @Test func `what is said afterwards is in the person's language, the letter in that of the matter`() throws {
    try Desk.with { desk in
      let outcome = try desk.run(
        ["renew", "--date", today, "--language", "en", "--interface-language", "de", "matter.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("Abgeschickt wurde nichts."))
      #expect(outcome.text.contains("ab dem 31. Dezember 2026 möglich"))
      #expect(outcome.errors.hasPrefix("Warnung: objection.2.also_requested"))
      #expect(try desk.words("renewal-DE.pdf").contains("Dear Sir or Madam"))
      let calendar = try String(decoding: desk.bytes("renewal-DE.ics"), as: UTF8.self)
      #expect(calendar.contains("SUMMARY;LANGUAGE=de:Antwort von"))
    }
  }

  @Test(arguments: [
    ("objection", "grounds:\n  text: |\n    Ich pflege", "grounds:\n  # text: |\n    # Ich pflege", "grounds.missing"),
    ("objection", "handle: erika.beispiel", "handle: ", "account.identifier.missing"),
    ("objection", "country: DE", "country: US", "country.unknown"),
    ("objection", "campaign: meta-ai", "campaign: meta-ia", "campaign.unknown"),
    ("renew", "city: Leipzig", "city: Leipzig", "objection.missing"),
  ])
  func `a letter that lacks something is not written`(
    command: String, old: String, new: String, code: String
  ) throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try desk.write("matter.yaml", try Self.bare.changed(old, new))
      let outcome = try desk.run([command, "--date", today, "matter.yaml"])
      #expect(outcome.status == 65)
      #expect(outcome.text == "")
      #expect(outcome.errorBlocks.count == 1 && outcome.errorBlocks[0].contains("[\(code)]"), "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix("note: nothing was written\n"))
      #expect(!outcome.errors.contains("Erika") && !outcome.errors.contains("erika"))
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test func `whoever renews what is still to be answered is warned and gets the letter`() throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      let objection = "objection:\n  - date: 2026-11-02\n    channel: form_2025\n"
      try desk.write("matter.yaml", Self.bare + objection)
      let outcome = try desk.run(["renew", "--date", today, "matter.yaml"])
      #expect(outcome.status == 0)
      #expect(
        outcome.errors == """
          warning: objection.1.date (line 17): the time for an answer to this objection ends on 2026-12-02 only \
          [renewal.running]
          hint: wait for it: the same request twice within a month serves nobody and may be called excessive; a new \
          letter makes sense from 2026-12-03 on
          law: Art. 12(5) GDPR; C-526/24

          """)
      #expect(try desk.words("renewal-DE.pdf").contains("mit Ihrem Formular"))
    }
  }

  @Test func `neither the letter nor the calendar is written over another file, nor one without the other`() throws {
    for taken in ["objection-DE.pdf", "objection-DE.ics"] {
      try withTemporaryFolder { folder in
        let desk = Desk(folder: folder)
        try desk.write("matter.yaml", Self.bare)
        try desk.write(taken, "precious")
        let outcome = try desk.run(["objection", "--date", today, "matter.yaml"])
        #expect(outcome.status == 64)
        #expect(
          outcome.errors == """
            error: a file of this name is there already
            hint: give another name with --output, or say --on-collision overwrite or suffix

            """)
        #expect(try desk.names() == ["matter.yaml", taken])
        #expect(try desk.bytes(taken) == Data("precious".utf8))
      }
    }
  }

  @Test func `a calendar that cannot be written is told by its own option`() throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try desk.write("matter.yaml", Self.bare)
      let outcome = try desk.run(["objection", "--date", today, "--ics", "nowhere/day.ics", "matter.yaml"])
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == """
          error: the folder for the document does not exist
          hint: give another place with --ics; nothing was written

          """)
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test func `minus writes the letter to standard output, and a calendar only where it is asked for`() throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try desk.write("matter.yaml", Self.bare)
      let outcome = try desk.run(["objection", "--date", today, "-o", "-", "matter.yaml"])
      #expect(outcome.status == 0)
      let pages = try PDFFile([UInt8](outcome.output)).pages().count
      #expect(outcome.errors == Self.steps("-", calendar: "-", pages: pages))
      #expect(try desk.names() == ["matter.yaml"])
      #expect(try desk.run(["objection", "--date", today, "-o", "-", "--ics", "day.ics", "matter.yaml"]).status == 0)
      #expect(try desk.names() == ["day.ics", "matter.record.yaml", "matter.yaml"])
    }
  }

  @Test func `without a matter everything that a letter needs is said at once`() throws {
    try withTemporaryFolder { folder in
      let outcome = try Tool.run(["objection", "--country", "DE", "--date", today], directory: folder)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("person.given_name: is missing"))
      #expect(outcome.errors.contains("grounds.text: is missing"))
      #expect(!outcome.errors.contains("objection") && !outcome.errors.contains("declarations"))
    }
  }

  // MARK: the guide

  @Test(arguments: [
    ("DE", nil, "de"), ("AT", nil, "de-AT"), ("IE", nil, "en"), ("FR", nil, "fr"), ("DE", "en", "en"),
    ("LI", nil, "de"), ("LU", nil, "fr"), ("BE", nil, "fr"), ("BE", "de", "de"), ("MT", nil, "en"),
  ])
  func `the guide is plain text of eighty columns`(country: String, language: String?, tag: String) throws {
    try withTemporaryFolder { folder in
      let wish = language.map { ["--language", $0] } ?? []
      let outcome = try Tool.run(["guide", "--country", country, "--on", today] + wish, directory: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      Golden.check(outcome.text, "guide-\(country)-\(tag)")
      for line in outcome.text.split(separator: "\n") where !line.contains("https://") { #expect(line.count <= 80) }
      // Letters, digits, punctuation: nothing is drawn, nothing needs a font of its own.
      let drawn = outcome.text.unicodeScalars.filter { (0x2190...0x2BFF).contains($0.value) || $0.value == 0xA0 }
      #expect(drawn.isEmpty && !outcome.text.contains("\u{1B}"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test func `without a day the guide counts nothing`() throws {
    let outcome = try Tool.run(["guide", "--country", "DE"])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("--on") && !outcome.text.contains("Wenn Sie am"))
  }

  /// The form of 2024 is told to nobody who reads in 2026, and the other way round.
  @Test func `forms belong to their year`() throws {
    func guide(_ day: String) throws -> String {
      try Tool.run(["guide", "--country", "IE", "--on", day]).text.split(separator: "\n").joined(separator: " ")
    }
    let (early, late) = (try guide("2024-06-10"), try guide("2026-11-23"))
    #expect(early.contains("6359191084165019") && early.contains("Reason: mandatory"))
    #expect(!early.contains("712876720715583") && !early.contains("2025") && !early.contains("already used"))
    #expect(late.contains("712876720715583") && late.contains("Reason: optional"))
    #expect(!late.contains("6359191084165019") && late.contains("already used"))
  }

  @Test func `the guide's day goes into a calendar`() throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      let arguments = ["guide", "--country", "DE", "--on", "2026-11-26", "--ics", "day.ics"]
      let outcome = try desk.run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "Written: \(desk.path("day.ics").path)\n")
      let calendar = try String(decoding: desk.bytes("day.ics"), as: UTF8.self)
      // The form arrives on the same day; the month ends on the Monday after 26 December.
      #expect(calendar.contains("DTSTART;VALUE=DATE:20261229\r\n"))
      #expect(try mode(desk.path("day.ics")) == 0o600)
      let again = try desk.run(arguments)
      #expect(again.status == 64)
      #expect(again.text == "")
      #expect(again.errors.contains("give another name with --ics"))
      #expect(try String(decoding: desk.bytes("day.ics"), as: UTF8.self) == calendar)
    }
  }

  @Test(arguments: [
    ("guide", "missing expected argument '--country <code>'", "`complain guide --help` says what there is"),
    ("guide --country DE --on 2026-02-30", "--on is no day that exists", "write it as 2026-11-23"),
    (
      "guide --country DE --ics day.ics", "--ics needs the day on which the objection is sent",
      "give it with --on 2026-11-23"
    ),
    ("guide --country XX", "there is no data for this country yet", UsageTests.known),
    (
      "guide --country CH --campaign x-grok", "there is no data for this country yet",
      "known: \(Repository.countries.filter { !["CH", "GB"].contains($0) }.joined(separator: ", "))"
    ),
    (
      "guide --country DE --language tlh", "there is no such language",
      "known: bg, cs, da, de, de-AT, de-CH, el, en, en-CH, en-GB, es, et, fi, fr, fr-BE, fr-CH, ga, hr, hu, is, it, it-CH, lt, lv, mt, nb, nl, nl-BE, nn, pl, pt, ro, sk, sl, sv, sv-FI"
    ),
    ("renew --country DEE", "there is no data for this country yet", "did you mean DE?"),
  ])
  func `a wrong command line is one error with a hint`(line: String, error: String, hint: String) throws {
    let outcome = try Tool.run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 64)
    #expect(outcome.errors == "error: \(error)\nhint: \(hint)\n")
    #expect(outcome.text == "")
  }
}
