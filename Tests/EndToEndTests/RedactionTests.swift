import Foundation
import TestSupport
import Testing

/// What is blacked out is in no file that leaves the person: neither as words, however encoded, nor as pixels.
@Suite struct RedactionTests {
  private static let secret = "Qxjza Vwyk-Hnbrl"
  /// The colours of the pattern under the box, which nothing else has; the pattern is the same in no mirror.
  private static let colours: [[UInt8]] = [[201, 17, 113], [23, 199, 71], [97, 31, 211]]

  /// A screenshot of which the lower right quarter is secret.
  private static let picture = plainPNG(width: 80, height: 60) { column, row in
    guard column >= 40, row >= 30 else { return [250, 250, UInt8(200 + column / 2)] }
    return colours[(column * 7 + row * row * 3 + column * row) % 3]
  }

  /// What is attached to the mail: each kind that becomes an annex, and one that is only listed, with the secret in it.
  private static let attached: [(type: String, bytes: [UInt8])] = [
    ("image/png", plainPNG(width: 80, height: 60) { column, row in colours[(column + row * 2) % 3] }),
    ("text/plain; charset=utf-8", Array("The account of \(secret) was closed.".utf8)),
    (
      "message/rfc822",
      Array("From: a@example.org\r\nSubject: \(secret)\r\n\r\nWith an attached file's own hash.\r\n".utf8)
    ),
    ("application/zip; name=\"\(secret).zip\"", Array("PK\u{3}\u{4}\(secret)".utf8)),
  ]

  private static let mail = """
    From: Meta <no-reply@example.org>\r
    To: \(secret) <qxjza@example.org>\r
    Subject: Your objection, \(secret)\r
    Date: Mon, 3 Aug 2026 10:00:00 +0200\r
    Message-ID: <1@example.org>\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary=b\r
    \r
    --b\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    Dear Qxjza\r
    Vwyk-Hnbrl,\r
    > you, Qxjza Vwyk-\r
    > Hnbrl, wrote; see https://example.org/?n=Qxjza%20Vwyk%2DHnbrl and UXhqemEgVnd5ay1IbmJybA==\r
    --b\r
    Content-Type: text/plain; name="\(secret).txt"\r
    Content-Disposition: attachment\r
    \r
    x\r
    \(attached.map { part in
      "--b\r\nContent-Type: \(part.type)\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Data(part.bytes).base64EncodedString(options: .lineLength76Characters) + "\r\n"
    }.joined())--b--\r

    """

  /// The hashes of what is attached, as far as they are printed in stamps.
  private static func hashesOfAttached() throws -> [String] {
    try withTemporaryFolder { folder in
      try attached.map { part in
        let file = folder.appendingPathComponent("part")
        try Data(part.bytes).write(to: file)
        return String(try Subprocess.run("sha256sum", [file.path]).text.prefix(12))
      }
    }
  }

  /// A desk with four exhibits that all hold the secret; `redacts` says whether it is to be blacked out.
  private static func desk(redacts: Bool, _ body: (Desk) throws -> Void) throws {
    try Desk.with { desk in
      try Data(picture).write(to: desk.path("a.png"))
      try desk.write("b.eml", mail)
      try desk.write("c.json", "{\"name\": \"\(secret)\", \"also\": \"Qxjza\\u0020Vwyk-Hnbrl\", \"id\": 7}")
      try letter(on: desk)
      let words = redacts ? "redact: {words: [\"\(secret)\"]}, " : ""
      let area =
        redacts ? "redact: {areas: [{left: 50, top: 50, width: 50, height: 50}], words: [\"\(secret)\"]}, " : ""
      let entries = """

        evidence:
          - {file: a.png, role: objection, \(area)date: 2025-05-20, caption: "Form of \(secret)", alt: "Name \(secret)", transcript: "I am \(secret)", language: en}
          - {file: b.eml, role: answer, \(words)date: 2026-08-03, language: en}
          - {file: c.json, role: account, \(words)alt: x}
          - {file: d.pdf, role: other, \(words)alt: "To \(secret)"}

        """
      let sample = try Desk.sample()
      let evidence = try #require(sample.firstRange(of: "\nevidence:"))
      let prior = try #require(sample.firstRange(of: "\nprior:"))
      try desk.write(
        "matter.yaml", sample.replacingCharacters(in: evidence.lowerBound..<prior.lowerBound, with: entries))
      try body(desk)
    }
  }

  /// A PDF that holds the secret in its text.
  private static func letter(on desk: Desk) throws {
    let page = plainPDFPage("BT /F1 12 Tf 50 500 Td (Dear \(secret), hello) Tj ET")
    try Data(plainPDF(page)).write(to: desk.path("d.pdf"))
  }

  /// Every file of a folder but the person's own.
  private static func places(in folder: URL) throws -> [String] {
    let search = SecretSearch(secret)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
      try search.places(in: [UInt8](Data(contentsOf: folder.appendingPathComponent(name))), of: name)
    }
  }

  /// How many pixels of a PDF's pictures have a colour of the pattern.
  private static func secretPixels(of file: URL) throws -> Int {
    try withTemporaryFolder { folder in
      let outcome = try Subprocess.run("pdfimages", [file.path, "p"], directory: folder)
      try #require(outcome.status == 0, "\(outcome.errors)")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(0) { sum, name in
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        guard bytes.starts(with: Array("P6".utf8)) else { return sum }
        // The header is three lines; what it is short of a pixel does not matter to a search for colours.
        let start = bytes.indices.filter { bytes[$0] == 0x0A }.prefix(3).last ?? 0
        let pixels = stride(from: start + 1, to: bytes.count - 2, by: 3)
        return sum
          + pixels.count { place in
            colours.contains { colour in zip(colour, bytes[place...]).allSatisfy { abs(Int($0) - Int($1)) < 24 } }
          }
      }
    }
  }

  @Test func `without blacking out the search finds the secret everywhere`() throws {
    try Self.desk(redacts: false) { desk in
      let outcome = try desk.draft("--kit", "kit")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let places = try Self.places(in: desk.path("kit"))
      for place in [
        "anlage-2-original.eml", "anlage-3-original.txt", "matter.json", "email.eml", "transcript", "bookmark",
        "alternative text", "page ",
      ] {
        #expect(places.contains { $0.contains(place) }, "\(place)")
      }
      #expect(try Self.secretPixels(of: desk.path("kit/complaint.pdf")) > 5_000)
      // So are the files attached to the mail, and the hash of each.
      let words = try Desk(folder: desk.path("kit")).words("complaint.pdf")
      for hash in try Self.hashesOfAttached() { #expect(words.contains(hash), "\(hash)") }
      #expect(words.contains("Anlage 2c") && words.contains(String(Self.attached[1].bytes.count)))
    }
  }

  @Test func `what is blacked out is in no file that leaves the person`() throws {
    try Self.desk(redacts: true) { desk in
      let outcome = try desk.draft("--kit", "kit")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let kit = desk.path("kit")
      #expect(try Self.places(in: kit) == [])
      #expect(try Self.secretPixels(of: kit.appendingPathComponent("complaint.pdf")) == 0)
      // No original goes along, and none of their hashes, from which a name could be guessed.
      let names = try FileManager.default.contentsOfDirectory(atPath: kit.path)
      #expect(!names.contains { $0.contains("original") })
      // Nor does anything that is attached to the mail: no annex, no size, no hash.
      let originals = try ["a.png", "b.eml", "c.json", "d.pdf"].map { file in
        String(try Subprocess.run("sha256sum", [desk.path(file).path]).text.prefix(12))
      }
      for name in names {
        let bytes = try [UInt8](desk.bytes("kit/\(name)"))
        for hash in try originals + Self.hashesOfAttached() {
          #expect(SecretSearch(hash).places(in: bytes, of: name) == [])
        }
      }
      let words = try Desk(folder: kit).words("complaint.pdf")
      #expect(!words.contains("Anlage 2a") && !words.contains("Anlage 2b"))
      #expect(words.contains("ist hier nur aufgeführt und wird weder gezeigt noch übermittelt"))
      #expect(outcome.errors.contains("[exhibit.redactedAttached]"))
      // To programs the file says of the four originals only that they are withheld.
      let verified = try desk.run(["verify", "kit/complaint.pdf"])
      #expect(verified.status == 0 && verified.errors.isEmpty, "\(verified.errors)")
      #expect(
        verified.text
          == (1...4).map {
            "Annex \($0): withheld; the complainant has blacked out parts of it, so the document states no hash to verify\n"
          }.joined() + "4 annexes; nothing speaks against them.\n")
      #expect(words.contains("[von der beschwerdeführenden Partei geschwärzt]"))
      #expect(words.contains("Das Original wird nicht übermittelt"))
      #expect(words.contains("Von Anlagen, in denen etwas geschwärzt ist, wird das Original nicht übermittelt."))
      #expect(conformanceViolations(of: try PDFFile(contentsOf: kit.appendingPathComponent("complaint.pdf"))) == [])
      // What the person reads about it names the secret no more than anything else does.
      #expect(SecretSearch(Self.secret).places(in: Array(outcome.errors.utf8), of: "errors") == [])
    }
  }

  /// What a program made of a file is looked at as the file is.
  @Test func `nothing of what is blacked out in a mail saved by Outlook is recoverable`() throws {
    let file = OutlookMessage.bytes(
      subject: "Your objection, \(Self.secret)",
      text: "Dear Qxjza\r\nVwyk-Hnbrl,\r\n" + String(repeating: "wörter ", count: 30)
        + "Qxjza Vwyk-Hnbrl, goodbye.\r\n",
      from: "no-reply@example.org", to: "\(Self.secret) <qxjza@example.org>", sent: 20_230,
      attachments: [Self.picture, Array("The account of \(Self.secret) was closed.".utf8)])
    let entry =
      "{file: a.msg, role: answer, WORDSdate: 2025-05-22, caption: \"Answer to \(Self.secret)\", language: en}"
    for redacts in [false, true] {
      try Desk.with { desk in
        try Data(file).write(to: desk.path("a.msg"))
        let sample = try Desk.sample()
        let evidence = try #require(sample.firstRange(of: "\nevidence:"))
        let prior = try #require(sample.firstRange(of: "\nprior:"))
        let item = entry.replacing("WORDS", with: redacts ? "redact: {words: [\"\(Self.secret)\"]}, " : "")
        try desk.write(
          "matter.yaml",
          sample.replacingCharacters(in: evidence.lowerBound..<prior.lowerBound, with: "\n\nevidence:\n  - \(item)\n"))
        let outcome = try desk.draft("--kit", "kit")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let places = try Self.places(in: desk.path("kit"))
        let pixels = try Self.secretPixels(of: desk.path("kit/complaint.pdf"))
        let words = try desk.words("kit/complaint.pdf")
        if redacts {
          #expect(places == [] && pixels == 0)
          let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("kit").path)
          #expect(!names.contains { $0.hasSuffix(".msg") })
          let hash = try String(Subprocess.run("sha256sum", [desk.path("a.msg").path]).text.prefix(12))
          for name in names {
            #expect(try SecretSearch(hash).places(in: [UInt8](desk.bytes("kit/\(name)")), of: name) == [])
          }
          #expect(words.contains("[von der beschwerdeführenden Partei geschwärzt]"))
        } else {
          // The search is no search if it does not find what is there.
          #expect(places.count > 3 && pixels > 0, "\(places) \(pixels)")
          #expect(words.contains("Anlage 1a"))
        }
      }
    }
  }

  @Test func `the PDF alone, and the PDF embedded originals go into, hold nothing either`() throws {
    for country in ["AT", "FR", "IE"] {
      try Desk.with(country) { desk in
        try Data(Self.picture).write(to: desk.path("a.png"))
        try desk.write("b.eml", Self.mail)
        let sample = try Desk.sample(country)
        let evidence = try #require(sample.firstRange(of: "\nevidence:"))
        let prior = try #require(sample.firstRange(of: "\nprior:"))
        let entries = """

          evidence:
            - {file: a.png, role: objection, redact: {areas: [{left: 50, top: 50, width: 50, height: 50}]}, date: 2025-05-20, alt: x}
            - {file: b.eml, role: answer, redact: {words: ["\(Self.secret)"]}, date: 2026-08-03, language: en}

          """
        try desk.write(
          "matter.yaml", sample.replacingCharacters(in: evidence.lowerBound..<prior.lowerBound, with: entries))
        let outcome = try desk.draft("-o", "out.pdf")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try Self.secretPixels(of: desk.path("out.pdf")) == 0)
        #expect(TaggedPDFReader(try PDFFile(contentsOf: desk.path("out.pdf"))).attachments().isEmpty)
        #expect(try SecretSearch(Self.secret).places(in: [UInt8](desk.bytes("out.pdf")), of: country) == [])
        #expect(try desk.names() == ["a.png", "b.eml", "matter.record.yaml", "matter.yaml", "out.pdf"])
        // Nor is the picture in a kit, also where the authority takes no originals and the person keeps them in it.
        #expect(try desk.draft("--kit", "kit").status == 0)
        let kit = try FileManager.default.contentsOfDirectory(atPath: desk.path("kit").path)
        #expect(kit.contains("complaint.pdf"))
        for name in kit { #expect(try [UInt8](desk.bytes("kit/\(name)")) != Self.picture, "\(name)") }
        #expect(try Self.places(in: desk.path("kit")) == [])
      }
    }
  }

  @Test func `what cannot be blacked out is an error, and nothing is written`() throws {
    try Self.desk(redacts: true) { desk in
      try desk.write("c.json", "{}")
      try desk.change("left: 50, top: 50, width: 50, height: 50", "left: 50, top: 50, width: 60, height: 50")
      let outcome = try desk.draft()
      #expect(outcome.status == 65)
      #expect(
        outcome.errorBlocks == [
          """
          error: evidence.1.redact (line 103): an area to be blacked out has no size or lies outside the picture: \
          areas.1 [evidence.redact]
          hint: give left, top, width and height in per cent of the picture as you see it upright
          """,
          """
          error: evidence.3.redact (line 105): what is to be blacked out stands nowhere in what is shown of the file: \
          words.1 [evidence.redact]
          hint: check the spelling: as long as it is not found, nothing is hidden; take out what need not be hidden
          """,
        ])
      #expect(try desk.names() == ["a.png", "b.eml", "c.json", "d.pdf", "matter.yaml"])
    }
  }

  @Test func `a redaction of nothing is an error`() throws {
    try Desk.with { desk in
      try desk.change("caption: Widerspruchsformular", "redact: {words: []}")
      #expect(try desk.draft().errorBlocks.contains { $0.contains("evidence.1.redact") })
      try desk.change("redact: {words: []}", "redact: {area: [{left: 1}]}")
      #expect(try desk.draft().errorBlocks.contains { $0.contains("evidence.1.redact.area") })
    }
  }
}
