import Document
import Evidence
import Foundation
import Matter
import TestSupport
import Testing

/// The files that come with the program are real ones of their kinds.
@Suite struct ExampleTests {
  private func exhibit(_ name: String, _ role: EvidenceItem.Role, _ language: String) throws -> Exhibit {
    let bytes = try Array(Data(contentsOf: example("\(language)/\(name)")))
    #expect(bytes.count < 80_000)
    return try maker(language).exhibit(number: 1, from: entry(name, role, alt: "x"), bytes: bytes)
  }

  @Test(arguments: Repository.languages) func theScreenshotGoesInAsItIs(language: String) throws {
    let exhibit = try exhibit("1-objection.png", .objection, language)
    let image = try image(of: exhibit)
    #expect(image.encoding == .pngRows && image.colourSpace == .rgb && image.width == 1080)
    #expect(exhibit.findings.isEmpty)
  }

  @Test(arguments: Repository.languages) func thePhotoIsTurnedAndSaysNoPlace(language: String) throws {
    let exhibit = try exhibit("3-answer.jpg", .answer, language)
    let image = try image(of: exhibit)
    #expect(image.encoding == .jpeg && image.orientation == .turnedRight && image.displaySize == (1400, 1050))
    #expect(exhibit.findings.map(\.code) == ["exhibit.hiddenData", "exhibit.location"])
    for secret in ["Exif", "Beispiel", "example photo"] { #expect(!contains(image.bytes, secret)) }
  }

  @Test func theConfirmationReadsAloud() throws {
    let exhibit = try exhibit("2-confirmation.eml", .acknowledgement, "de")
    #expect(exhibit.findings.isEmpty)
    let text = outline(exhibit.content)
    #expect(
      text.hasPrefix(
        """
        # Kopf der E-Mail
        Von | Privacy Operations – example <case-no-reply@example.com>
        Antwort an | case+eb-0001@example.com
        An | Erika Beispiel <erika.beispiel@example.org>
        Datum | Tue, 20 May 2025 12:32:05 +0000
        Betreff | We’ve received your objection – case EB-0001
        Message-ID | <20250520123205.EB0001@forms.example.com>
        Return-Path | <case-no-reply@example.com>
        # Text der E-Mail
        verbatim: Hi Erika,
        verbatim: We’ve received your objection to the use of your information for AI at Meta. You sent it with our \
        form on 20 May 2025.
        verbatim: We’ll review it and write to you at this address. You don’t need to do anything else for now.
        verbatim: Case number: EB-0001
        verbatim: Privacy Operations
        verbatim: (Re-enacted example: the person, the addresses and the case number do not exist.)
        # Weg der E-Mail (Received)
        note: Jeder Server setzt seine Zeile über die vorigen; der Weg liest sich von unten nach oben.
        1.
          verbatim: from mx.example.org (mx.example.org [192.0.2.25]) by mailbox.example.org with LMTP id 4bEB0001 for \
        <erika.beispiel@example.org>; Tue, 20 May 2025 14:32:09 +0200

        """))
    #expect(text.contains("# Prüfergebnis des empfangenden Servers (Authentication-Results)\n1.\n"))
  }
}
