import Digests
import Document
import Evidence
import Foundation
import Matter
import Testing

/// Words that a person blacks out, wherever and however they stand.
@Suite struct RedactionTests {
  private func redacted(
    _ text: String, words: [String] = [], patterns: [String] = [], file: String = "a.txt"
  ) throws -> Exhibit {
    var item = entry(file, .other)
    item.redact = Redaction()
    item.redact?.words = words
    item.redact?.patterns = patterns
    return try maker().exhibit(number: 1, from: item, bytes: Array(text.utf8))
  }

  private static let marker = "[blacked out by the complainant]"

  @Test(arguments: [
    "Jane Roe", "JANE ROE", "jane  roe", "Jane\u{A0}Roe", "Jane\nRoe", "Jane\n> Roe", "Ja-\nne Roe", "Ja\u{AD}ne Roe",
    "J\u{200B}ane Roe", "Jane%20Roe", "jane+roe", "J\\u0061ne Roe", "&#74;ane&nbsp;Roe", "&#74ane Roe",
    "&#x4A;ane Ro&#x65", "\u{FF2A}ane Roe",
  ])
  func wordsAreFoundHoweverTheyStand(text: String) throws {
    let exhibit = try redacted("Dear \(text), hello", words: ["Jane Roe"])
    let shown = outline(exhibit.content)
    #expect(shown.contains("Dear \(Self.marker)") && shown.contains(", hello"), "\(shown)")
    #expect(!shown.lowercased().contains("jane") && !shown.lowercased().contains("ro"), "\(shown)")
  }

  @Test(arguments: [
    ("M\u{FC}ller", "Mu\u{308}ller"), ("Mu\u{308}ller", "M\u{FC}ller"), ("Müller", "M\\u00c3\\u00bcller"),
    ("Müller", "M%C3%BCller"), ("M\u{FC}ller", "M&uuml;ller"), ("Straße", "STRASSE"), ("office", "o\u{FB03}ce"),
    ("O'Neil", "O\u{2019}Neil"), ("a-b-c", "a\u{2013}b\u{2013}c"), ("😀😀😀", "\\ud83d\\ude00\\ud83d\\ude00😀"),
  ])
  func lettersAreTheSameHoweverTheyAreWritten(word: String, text: String) throws {
    #expect(outline(try redacted("x \(text) y", words: [word]).content).contains("x \(Self.marker) y"))
  }

  @Test func tokensThatHoldTheWordsInBase64GoToo() throws {
    let text = "https://example.org/u/eA==amFuZUBleGFtcGxlLm9yZw and aGVsbG8gd29ybGQ="
    let exhibit = try redacted(text, words: ["jane@example.org"])
    #expect(outline(exhibit.content).contains("eA==\(Self.marker) and aGVsbG8gd29ybGQ="))
  }

  /// What a mail's parts and fields say is searched, not how they were sent.
  @Test(arguments: [
    // Soft line breaks within the words, and letters of another charset.
    ("quoted-printable", "Dear J=\r\nane Ro=\r\n=65, hello"), ("quoted-printable", "Dear=20Jane=\r\n Roe, hello"),
    // The words fall on the end of an encoder's line.
    (
      "base64",
      Data("Dear Jane Roe, hello".utf8).base64EncodedString().enumerated().map { place, digit in
        String(digit) + (place % 4 == 2 ? "\r\n" : "")
      }.joined()
    ),
  ])
  func wordsOfAMailAreSearchedAsTheyRead(encoding: String, body: String) throws {
    let mail = MailTests.mail(
      """
      Subject: =?utf-8?q?For_Ja?= =?utf-8?q?ne?= =?utf-8?b?\(Data(" Roe".utf8).base64EncodedString())?=
      To: "Jane
       Roe" <a@example.org>
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: \(encoding)

      \(body)
      """)
    var item = entry("a.eml", .answer)
    item.redact = Redaction()
    item.redact?.words = ["Jane Roe"]
    let shown = outline(try maker().exhibit(number: 1, from: item, bytes: mail).content)
    #expect(shown.contains("Dear \(Self.marker), hello"), "\(shown)")
    #expect(shown.contains("For \(Self.marker)\n"), "\(shown)")
    #expect(!shown.lowercased().contains("jane") && !shown.lowercased().contains("roe"), "\(shown)")
  }

  /// The source of a mail as text, such as a returned one holds: not decoded when it is shown, but when it is searched.
  @Test(arguments: [
    "x Ja=\nne Roe y", "x Jane=20R=6Fe y", "> x Jane =\n> Roe y", "x J=\r\nane=\n=20Roe y",
  ])
  func theSourceOfAMailIsSearchedAsItReads(text: String) throws {
    let shown = outline(try redacted(text, words: ["Jane Roe"]).content)
    #expect(shown.contains("x \(Self.marker)") && shown.contains(" y\n"), "\(shown)")
    #expect(!shown.contains("ne") && !shown.contains("Ro"), "\(shown)")
  }

  /// Found by the fuzzer: what was cut out drew a reference to a letter together that was none before.
  @Test func whatIsLeftHoldsTheWordsNoMore() throws {
    let unknown = "\u{FFFD}\u{FFFD}\u{FFFD}"
    let shown = outline(try redacted("a &#x0\u{FFFD}\u{FFFD}1\(unknown)\(unknown);", words: [unknown]).content)
    #expect(shown.contains("a &#x0[U+FFFD][U+FFFD]1\(Self.marker);"), "\(shown)")
    #expect(throws: EvidenceProblem.self) { try redacted("a &#x0\u{FFFD}\u{FFFD}1*;", words: [unknown]) }
  }

  @Test func lettersOfQuotedPrintableAreThoseOfEitherCharset() throws {
    for text in ["x M=C3=BCller y", "x M=FCller y"] {
      #expect(outline(try redacted(text, words: ["Müller"]).content).contains("x \(Self.marker) y"))
    }
    // What only looks like it is found as it stands, too.
    let shown = outline(try redacted("x id=4120 y", words: ["4120"]).content)
    #expect(shown.contains("x id=\(Self.marker) y"), "\(shown)")
  }

  @Test(arguments: ["\n", "\r\n", "\n> "])
  func base64GoesOnOverTheEndsOfItsLines(lineEnd: String) throws {
    // Wherever in the line the words begin.
    for before in 30..<60 {
      let source = String(repeating: "x", count: before) + "Jane Roe" + String(repeating: "y", count: 50)
      let digits = Array(Data(source.utf8).base64EncodedString())
      let lines = stride(from: 0, to: digits.count, by: 60).map { String(digits[$0..<min($0 + 60, digits.count)]) }
      let shown = outline(
        try redacted("Original:\n" + lines.joined(separator: lineEnd), words: ["Jane Roe"]).content)
      #expect(shown.contains("Original:") && shown.contains(Self.marker), "\(before)")
      for line in lines { #expect(!shown.contains(line.prefix(20)), "\(before): \(shown)") }
    }
  }

  @Test func gapsOfAPatternStandForDigitsSignsAndRuns() throws {
    let exhibit = try redacted(
      "call +49 123 4567 or +49 12a, write to jane.roe@example.org; B7", patterns: ["+49 ### ####", "*@example.org"])
    let shown = outline(exhibit.content)
    #expect(shown.contains("call \(Self.marker) or +49 12a, write to \(Self.marker); B7"), "\(shown)")
  }

  @Test func everyPlaceOfAMailIsLookedAt() throws {
    let mail = MailTests.mail(
      """
      Subject: =?utf-8?q?For_Jane_Roe?=
      Received: from x for <jane.roe@example.org>
      DKIM-Signature: v=1; d=example.org; bh=2jmj7l5rSw0yVb/vlWAYkK/YBwk=; b=abc
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain; format=flowed

      Dear Jane 
      Roe,
      > > you, Jane
      > > Roe, wrote
      --b
      Content-Type: application/pdf; name="Jane Roe.pdf"

      x
      --b--
      """)
    var item = entry("a.eml", .answer, alt: "to Jane Roe")
    item.caption = "Answer to Jane Roe"
    item.transcript = "Jane\nRoe"
    item.redact = Redaction()
    item.redact?.words = ["Jane Roe", "jane.roe@example.org"]
    let exhibit = try maker().exhibit(number: 1, from: item, bytes: mail)
    let all = exhibit.caption + (exhibit.description ?? "") + (exhibit.transcript ?? "") + outline(exhibit.blocks())
    #expect(!all.lowercased().contains("jane") && !all.lowercased().contains("roe"), "\(all)")
    // Neither the original nor a hash from which it could be guessed.
    #expect(exhibit.attachment == nil && exhibit.originalName == nil && exhibit.statedHash == nil)
    #expect(!all.contains(exhibit.shortHash) && !all.contains("2jmj7l5r") && all.contains("Signature of example.org:"))
    #expect(all.contains("not stated"))
    #expect(exhibit.findings.map(\.code).contains("exhibit.redacted"))
    #expect(outline(exhibit.opening).contains("The original is not supplied"))
  }

  @Test func nothingThatIsAttachedToAMailIsShownOrHashed() throws {
    let mail = MailTests.mail(
      """
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      Dear Jane Roe
      --b
      Content-Type: text/csv
      Content-Disposition: attachment; filename=a.csv

      name;Jane Roe, who wrote on a day in May
      --b
      Content-Type: application/zip
      Content-Disposition: attachment; filename=a.zip

      PK\u{3}\u{4}
      --b--
      """)
    var item = entry("a.eml", .answer)
    let open = try maker().exhibit(number: 1, from: item, bytes: mail)
    #expect(open.attached.count == 1 && outline(open.content).contains(open.attached.first?.sha256 ?? "?"))
    item.redact = Redaction()
    item.redact?.words = ["Jane Roe"]
    for originals in OriginalsPolicy.allCases {
      let exhibit = try maker(originals: originals).exhibit(number: 1, from: item, bytes: mail)
      #expect(exhibit.withAttached.count == 1 && exhibit.files.isEmpty)
      #expect(exhibit.attachment == nil && exhibit.originalName == nil)
      let shown = outline(exhibit.blocks())
      let parts = shown.split(separator: "\n").drop { $0 != "# Parts of the e-mail" }.dropFirst()
      #expect(
        parts.prefix(5).joined(separator: "\n") == """
          No. | Type | Bytes | SHA-256
          1 | text/plain | not stated | not stated
          2 | text/csv | not stated | not stated
          3 | application/zip | not stated | not stated
          note: What is attached to the e-mail is only listed here and is neither shown nor supplied, because the complainant \
          has blacked out parts of the e-mail; size and hash are not stated.
          """)
      let finding = try require(exhibit.findings.first { $0.code == "exhibit.redactedAttached" })
      #expect(finding.message.hasSuffix("something in it is blacked out: 2"))
    }
  }

  @Test func whatWasVerifiedOfASignatureNamesNoSizeAndNoHiddenWord() throws {
    let body = "Dear Jane Roe\r\nand more"
    // The hash of "Dear Jane Roe" and its line end.
    let signature =
      "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=jane-roe.example; s=jane-roe; l=15; h=from:x-jane-roe;\r\n"
      + " bh=\(Self.hash(of: "Dear Jane Roe\r\n")); b=AAAA\r\n"
    let mail = Array((signature + "From: a@example.com\r\n\r\n" + body).utf8)
    var item = entry("a.eml", .answer)
    #expect(outline(try maker().exhibit(number: 1, from: item, bytes: mail).content).contains("first 15 of 25 bytes"))
    item.redact = Redaction()
    item.redact?.words = ["Jane-Roe", "Jane Roe"]
    let shown = outline(try maker().exhibit(number: 1, from: item, bytes: mail).blocks())
    #expect(shown.contains("Only the beginning of the text of the e-mail is signed"), "\(shown)")
    #expect(!shown.contains("15") && !shown.contains(" 25 ") && !shown.lowercased().contains("jane"), "\(shown)")
  }

  private static func hash(of text: String) -> String {
    Data(SHA256Digest(of: Array(text.utf8)).bytes).base64EncodedString()
  }

  @Test func whatStandsBeyondThePrintedPartIsNotShownWhenBlacksOutMadeRoom() throws {
    let lines = (0..<3_000).map { _ in String(repeating: "Jane Roe ", count: 20) }.joined(separator: "\n")
    let shown = outline(try redacted(lines, words: ["Jane Roe"]).content)
    #expect(!shown.contains("Jane") && shown.contains("characters are not printed"))
  }

  @Test func whatCannotBeBlackedOutIsAnErrorThatNamesNoWord() throws {
    var area = Redaction.Area()
    (area.left, area.top, area.width, area.height) = (10, 10, 10, 10)
    var (late, wide, flat) = (area, area, area)
    (late.page, wide.width, flat.height) = (2, 95, 0)
    let cases: [(file: [UInt8], areas: [Redaction.Area], words: [String], message: String)] = [
      (
        Array("hello".utf8), [], ["hello", "secret"],
        "what is to be blacked out stands nowhere in what is shown of the file: words.2"
      ),
      (Array("hello".utf8), [], ["he"], "what is to be blacked out is too short to be searched for: words.1"),
      (Array("hello".utf8), [area], [], "the file is a text file and shown as text; no area of it can be blacked out"),
      (
        JPEGVectors.gray, [], ["hello"],
        "the file is a JPEG picture; words are blacked out in its description only, and still seen in the picture"
      ),
      (
        JPEGVectors.gray, [area, wide, flat], [],
        "an area to be blacked out has no size or lies outside the picture: areas.2, areas.3"
      ),
      (
        JPEGVectors.gray, [area, late], [],
        "an area to be blacked out lies on no page of the file, which has 1: areas.2"
      ),
    ]
    for test in cases {
      var item = entry("a", .other, alt: "hello")
      item.redact = Redaction()
      item.redact?.areas = test.areas
      item.redact?.words = test.words
      do throws(EvidenceProblem) {
        _ = try made().exhibit(number: 1, from: item, bytes: test.file)
        Issue.record("taken: \(test.message)")
      } catch {
        #expect(error.message == test.message)
        #expect(error.field == "evidence.1.redact" && error.code == .redaction)
      }
    }
  }

  private func made() throws(EvidenceProblem) -> ExhibitMaker {
    do { return try maker() } catch { preconditionFailure("the wording is missing") }
  }

  // MARK: Pages

  private func page(_ text: String, areas: [Redaction.Area] = [], words: [String] = []) throws -> Exhibit {
    let picture = PNGTests.builder(2, 8).file()
    let maker = try maker { _, conversion, _ in
      conversion == .pdfText ? [Array(text.utf8)] : [picture, picture]
    }
    var item = entry("a.pdf", .other)
    item.redact = Redaction()
    item.redact?.areas = areas
    item.redact?.words = words
    return try maker.exhibit(number: 1, from: item, bytes: Array("%PDF-1.7".utf8))
  }

  @Test func aPageOnWhichWordsAreBlackedOutIsShownAsTextAlone() throws {
    let exhibit = try page("Dear Jane Roe,\n\u{0C}second page\n\u{0C}", words: ["Jane Roe"])
    #expect(
      outline(exhibit.content) == """
        # Page 1 of 2
        note: The picture of this page is left out, because the complainant has blacked out words on it; its text follows.
        # Wording
        verbatim: Dear \(Self.marker),
        # Page 2 of 2
        figure: Further evidence, page 2 of 2 as a picture; its words stand as text beneath.
        # Wording
        verbatim: second page

        """)
    #expect(exhibit.findings.map(\.code) == ["exhibit.redactedPagePicture", "exhibit.redacted"])
  }

  @Test func wordsThatGoOnOnTheNextPageAreFound() throws {
    let exhibit = try page("Dear Jane\n\u{0C}Roe, hello\n\u{0C}", words: ["Jane Roe"])
    let shown = outline(exhibit.content)
    #expect(!shown.contains("Jane") && !shown.contains("Roe") && !shown.contains("figure"))
  }

  @Test func aPageWithBlackedOutAreasLosesItsText() throws {
    var area = Redaction.Area()
    (area.page, area.left, area.top, area.width, area.height) = (2, 0, 0, 50, 50)
    let exhibit = try page("first\n\u{0C}Jane Roe\n\u{0C}", areas: [area])
    let shown = outline(exhibit.content)
    #expect(shown.contains("verbatim: first") && !shown.contains("Jane"))
    #expect(shown.contains("The text of this page is left out"))
    #expect(shown.contains("Areas of this picture that the complainant has blacked out: 1."))
    #expect(exhibit.findings.map(\.code) == ["exhibit.redactedPageText", "exhibit.redacted"])
  }

  /// A form feed among a page's words moves those that follow to the next page, where no area is blacked out.
  @Test func wordsOfAnUnknownPageAreLeftOut() throws {
    var area = Redaction.Area()
    (area.page, area.left, area.top, area.width, area.height) = (1, 0, 0, 50, 50)
    let shown = outline(try page("first\n\u{0C}Jane Roe\n\u{0C}second\n\u{0C}", areas: [area]).content)
    #expect(!shown.contains("Jane") && shown.contains("The text of this page is left out"))
    let searched = outline(
      try page("first\n\u{0C}Jane Roe\n\u{0C}second\n\u{0C}", words: ["Jane Roe"]).content)
    #expect(!searched.contains("Jane") && !searched.contains("figure"))
  }

  @Test func pagesThatCannotBeSearchedAreNamed() throws {
    let exhibit = try page("Dear Jane Roe\n\u{0C}\u{0C}", words: ["Jane Roe"])
    #expect(exhibit.findings.map(\.code).contains("exhibit.redactedUnsearched"))
  }
}
