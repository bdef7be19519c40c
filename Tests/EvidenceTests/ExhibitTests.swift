import Document
import Evidence
import Foundation
import Matter
import TestSupport
import Testing

@Suite struct ExhibitTests {
  private func figure(_ exhibit: Exhibit) throws -> Figure {
    for case .figure(let figure) in exhibit.content { return figure }
    throw Missing()
  }

  @Test func theOpeningSaysWhatTheStampSays() throws {
    var item = entry("x/secret-name.jpg", .answer, alt: "the answer")
    item.date = DateRange("2025-05-21")
    item.caption = "Answer of\n21 May 2025"
    let exhibit = try maker().exhibit(number: 3, from: item, bytes: JPEGVectors.gray)
    #expect(exhibit.caption == "Answer of 21 May 2025")
    #expect(
      outline(exhibit.blocks(citations: Paragraph([.text("Cited in 12.")], style: .note))) == """
        note: Reply of the controller, 2025-05-21; picture (JPEG), \(JPEGVectors.gray.count) bytes. \
        The SHA-256 hash of the original begins with \(exhibit.shortHash).
        note: The unchanged original is inside this PDF file under the name annex-3-original.jpg (to be opened from \
        the list of attachments of the PDF reader).
        note: Cited in 12.
        figure: the answer

        """)
    let attachment = try #require(exhibit.attachment)
    #expect(attachment.description == "Annex 3, original picture (JPEG), unchanged")
    #expect(attachment.date == (2025, 5, 21))
    #expect(attachment.relationship == .supplement)
  }

  @Test func withoutAlternativeTextTheExhibitSaysSoAndNeverNamesTheFile() throws {
    var item = entry("secret-name.jpg", .answer)
    let silent = try maker().exhibit(number: 1, from: item, bytes: JPEGVectors.gray)
    #expect(
      try figure(silent).alternative
        == "Reply of the controller, as a picture; the complainant has given no description of it.")
    item.transcript = "We will honor\n\nyour objection."
    item.language = "en"
    let spoken = try maker("de").exhibit(number: 1, from: item, bytes: JPEGVectors.gray)
    #expect(
      outline(spoken.content) == """
        figure: Antwort der Verantwortlichen als Bild; eine Beschreibung wurde nicht angegeben, der Wortlaut steht als \
        Text darunter.
        # Wortlaut nach Angabe der beschwerdeführenden Partei
        quote <en>
          ragged: We will honor
          ragged: your objection.

        """)
    for exhibit in [silent, spoken] { #expect(!String(describing: exhibit).contains("secret-name")) }
  }

  @Test func aLongDescriptionIsPrintedAndShortenedAtAWord() throws {
    let long = String(repeating: "words that matter ", count: 20)
    let exhibit = try maker().exhibit(number: 1, from: entry("a.jpg", .answer, alt: long), bytes: JPEGVectors.gray)
    let alternative = try figure(exhibit).alternative
    #expect(alternative.count <= 300 && alternative.hasSuffix("words that…"))
    #expect(outline(exhibit.content).contains("# Description of the picture\nnote: words that matter words"))
    #expect(exhibit.findings.map(\.code) == ["exhibit.altLong"])
    let exact = String(repeating: "a", count: 299)
    #expect(
      try figure(maker().exhibit(number: 1, from: entry("a.jpg", alt: exact), bytes: JPEGVectors.gray)).alternative
        == exact)
  }

  @Test(arguments: OriginalsPolicy.allCases) func originalsGoWhereTheChannelTakesThem(policy: OriginalsPolicy) throws {
    let exhibit = try maker(originals: policy).exhibit(number: 1, from: entry("a.jpg"), bytes: JPEGVectors.gray)
    #expect((exhibit.attachment != nil) == (policy == .embed))
    #expect((exhibit.originalName != nil) == (policy != .none))
    let text = outline(exhibit.opening)
    #expect(text.contains("inside this PDF") == (policy == .embed))
    #expect(text.contains("accompanies this PDF") == (policy == .beside))
    #expect(text.contains("remains with the complainant") == (policy == .none))
  }

  @Test(arguments: Repository.languages) func everyLanguageHasAllWords(language: String) throws {
    let pairs = try wordingPairs(language)
    #expect(throws: Never.self) { try ExhibitWording(pairs) }
    #expect(try ExhibitWording(pairs).text(.attachmentName, ["number": "3"]).allSatisfy(\.isASCII))
    let roles = EvidenceItem.Role.allCases.map { (try? ExhibitWording(pairs))?.name(of: $0) }
    #expect(Set(roles).count == EvidenceItem.Role.allCases.count)
  }

  @Test func whatIsWrongWithAWordingIsSaidAtOnce() throws {
    var pairs = try wordingPairs("en")
    pairs["header_from"] = nil
    pairs["header_to"] = ""
    pairs["facts"] = "{role}"
    pairs["surprise"] = "x"
    #expect(
      throws: ExhibitWording.Problem(
        missing: ["header_from", "header_to"], unknown: ["surprise"], placeholders: ["facts"])
    ) { try ExhibitWording(pairs) }
  }

  @Test func aValueThatLooksLikeAPlaceholderStaysWhatItIs() throws {
    let wording = try ExhibitWording(wordingPairs("en"))
    #expect(wording.text(.picture, ["text": "{text} {count}"]) == "[picture: {text} {count}]")
  }

  @Test func theSameInputGivesTheSameExhibit() throws {
    let bytes = try Array(Data(contentsOf: example("en/2-confirmation.eml")))
    let outlines = try (0..<3).map { _ in
      try outline(maker().exhibit(number: 1, from: entry("a.eml"), bytes: bytes).blocks())
    }
    #expect(Set(outlines).count == 1)
  }
}

/// A file of the bundled example.
func example(_ name: String) -> URL { repository.appending(path: "templates/meta-ai/example/evidence/\(name)") }
