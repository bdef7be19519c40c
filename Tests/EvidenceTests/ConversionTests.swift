import Document
import Evidence
import Matter
import Testing

/// What becomes of files that other programs show; the programs themselves are tried in `LocalWorldTests`.
@Suite struct ConversionTests {
  private static let picture = PNGTests.builder(2, 8).file()
  private static let other = PNGTests.builder(0, 8).file()

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func aPDFIsShownPageByPageWithItsWords() throws {
    let maker = try maker { _, conversion, _ in
      conversion == .pdfText
        ? [Array("First page\n\nDear Sir,\nwe divide a long sen\u{AD}\ntence.\n\u{0C}Second \u{E000}\n\u{0C}".utf8)]
        : [Self.picture, Self.other]
    }
    let exhibit = try maker.exhibit(number: 1, from: entry("a.pdf"), bytes: bytes("%PDF-1.7"))
    #expect(
      outline(exhibit.content) == """
        # Page 1 of 2
        figure: Acknowledgement of receipt, page 1 of 2 as a picture; its words stand as text beneath.
        # Wording
        verbatim: First page
        verbatim: Dear Sir, / we divide a long sentence.
        # Page 2 of 2
        figure: Acknowledgement of receipt, page 2 of 2 as a picture; its words stand as text beneath.
        # Wording
        verbatim: Second [U+E000]
        note: Characters that cannot be printed stand as their Unicode number in square brackets, such as [U+1F44D].

        """)
    #expect(exhibit.findings.map(\.code) == ["exhibit.characters", "exhibit.ratherMail"])
    #expect(exhibit.attachment?.mediaType == "application/pdf")
    #expect(exhibit.originalName == "annex-1-original.pdf")
    #expect(outline(exhibit.opening).contains("What is shown was converted from the original."))
  }

  @Test func pagesWithoutWordsAreAFindingUnlessTheWordsAreGiven() throws {
    let maker = try maker { _, conversion, _ in conversion == .pdfText ? [Array(" \n\u{0C}".utf8)] : [Self.picture] }
    var item = entry("scan.pdf", .other)
    let mute = try maker.exhibit(number: 1, from: item, bytes: bytes("%PDF-1.7"))
    #expect(mute.findings.map(\.code) == ["exhibit.noTextLayer"])
    item.transcript = "We object."
    let told = try maker.exhibit(number: 1, from: item, bytes: bytes("%PDF-1.7"))
    #expect(told.findings.isEmpty)
    #expect(outline(told.content).contains("We object."))
  }

  @Test func whatThePersonSaysOfAFileStandsAtItsFirstPage() throws {
    let maker = try maker { _, conversion, _ in conversion == .pdfText ? [] : [Self.picture, Self.other] }
    let exhibit = try maker.exhibit(number: 1, from: entry("a.pdf", alt: "A letter of refusal"), bytes: bytes("%PDF-1"))
    let figures = outline(exhibit.content).split(separator: "\n").filter { $0.hasPrefix("figure") }
    #expect(figures.first == "figure: A letter of refusal")
    #expect(figures.last?.contains("page 2 of 2") == true)
  }

  @Test func picturesAreShownUprightAndWithoutWhatTheConverterWroteBeside() throws {
    let maker = try maker { _, conversion, _ in
      #expect(conversion == .heifPicture)
      return [JPEGVectors.gray]
    }
    let exhibit = try maker.exhibit(
      number: 1, from: entry("IMG.HEIC", .other, alt: "A screen"), bytes: [0, 0, 0, 24] + bytes("ftypheic0000"))
    #expect(outline(exhibit.content) == "figure: A screen\n")
    #expect(try image(of: exhibit).orientation == .upright)
    #expect(exhibit.attachment?.mediaType == "image/heif")
  }

  @Test(arguments: [
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0] + Array("!\u{FF}\u{0B}NETSCAPE2.0".utf8),
    Array("RIFF\0\0\0\0WEBPVP8X\u{0A}\0\0\0\u{02}".utf8),
  ])
  func ofMovingPicturesTheFirstFrameIsShownAndThatIsSaid(bytes: [UInt8]) throws {
    let maker = try maker { _, _, _ in [Self.picture] }
    let exhibit = try maker.exhibit(number: 1, from: entry("a", .other, alt: "x"), bytes: bytes)
    #expect(exhibit.findings.map(\.code) == ["exhibit.animation"])
  }

  @Test func whatCannotBeConvertedIsAnErrorThatSaysWhatToDo() throws {
    let cases: [(ConversionObstacle, EvidenceProblem.Code, String)] = [
      (.missingProgram("pdftoppm", package: "poppler-utils"), .noConverter, "apt-get install poppler-utils"),
      (.refused, .damaged, "without a password"), (.tookTooLong, .tooLaborious, "smaller file"),
      (.tooLarge, .tooLaborious, "smaller file"), (.noRoom, .noConverter, "make room"),
    ]
    for (obstacle, code, hint) in cases {
      let maker = try maker { _, _, _ throws(ConversionObstacle) in throw obstacle }
      let result = maker.exhibits(from: [entry("a.pdf"), entry("b.jpg")]) { item, _ in
        EvidenceFile(item.file == "a.pdf" ? Array("%PDF-1.7".utf8) : JPEGVectors.gray)
      }
      #expect(result.problems.map(\.code) == [code])
      #expect(result.problems.first?.finding.hint?.contains(hint) == true, "\(obstacle)")
      // The other exhibits are unharmed, and keep their numbers.
      #expect(result.exhibits.map(\.number) == [2])
    }
  }

  @Test func moreThanSixtyPagesAreRefused() throws {
    let maker = try maker { _, conversion, pages in
      conversion == .pdfText ? [] : [[UInt8]](repeating: Self.picture, count: pages)
    }
    do throws(EvidenceProblem) {
      _ = try maker.exhibit(number: 1, from: entry("a.pdf"), bytes: bytes("%PDF-1.7"))
      Issue.record("61 pages became an exhibit")
    } catch {
      #expect(error.code == .tooManyPages)
      #expect(error.finding.message == "the file has more than 60 pages")
    }
  }

  @Test func textFilesAreShownLineByLineInTheirCharset() throws {
    let maker = try maker()
    let latin = try maker.exhibit(
      number: 1, from: entry("a.csv", .other), bytes: [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x0A])
    #expect(outline(latin.content).hasPrefix("# Wording\nverbatim: Müller\n"))
    #expect(latin.findings.map(\.code) == ["exhibit.charset"])
    let unicode = try maker.exhibit(
      number: 1, from: entry("a.json", .other), bytes: bytes("\u{FEFF}{\n  \"name\": \"Müller\"\n}\n"))
    #expect(outline(unicode.content) == "# Wording\nverbatim: { /   \"name\": \"Müller\" / }\n")
    #expect(unicode.findings.isEmpty)
    #expect(unicode.attachment?.mediaType == "text/plain")
  }

  @Test func webPagesAreShownAsTheirWordsAndLoadNothing() throws {
    let page = bytes(
      "<!DOCTYPE html><meta charset=iso-8859-2><p>Z\u{41}<script src=\"https://example.org/x\">run()</script>")
    let exhibit = try maker().exhibit(number: 1, from: entry("a.html", .policy), bytes: page + [0xB1])
    #expect(outline(exhibit.content).contains("verbatim: ZAą"))
    #expect(!outline(exhibit.content).contains("run()"))
    #expect(exhibit.attachment?.mediaType == "text/html")
  }
}
