import Evidence
import Matter
import Testing

/// The passage of a data export that is shown is the one asked for, and the annex says what it is a passage of.
@Suite struct PassageTests {
  private static let export = "{\"other\": 1, \"ads\": [{\"label\": \"AI at Meta\", \"on\": true}], \"name\": \"x\"}"

  private func exhibit(
    _ text: String, from: String, to: String? = nil, file: String = "a.json", redact words: [String] = []
  ) throws -> Exhibit {
    var item = entry(file, .settings)
    item.passage = Passage()
    item.passage?.from = from
    item.passage?.to = to
    if !words.isEmpty {
      item.redact = Redaction()
      item.redact?.words = words
    }
    return try maker().exhibit(number: 1, from: item, bytes: Array(text.utf8))
  }

  @Test func aPassageWithinOneLine() throws {
    let exhibit = try exhibit(Self.export, from: "\"ads\":", to: "}]")
    #expect(
      outline(exhibit.content) == """
        # Wording
        note: Excerpt: lines 1 to 1 of the 1 lines of the file’s text. Of its 71 characters, 44 are printed; what stands before and after is left out.
        verbatim: "ads": [{"label": "AI at Meta", "on": true}]

        """)
    #expect(exhibit.size == Self.export.utf8.count)
  }

  @Test func aPassageOfSeveralLinesAndOneOfTheRestOfALine() throws {
    let text = "date;what\r\n2025-01-02;a\r\n2025-05-20;Widerspruch ü\r\n2025-06-01;b\r\n"
    let several = outline(try exhibit(text, from: "2025-01-02", to: "ü", file: "a.csv").content)
    #expect(several.contains("2025-01-02;a") && several.contains("2025-05-20;Widerspruch ü"))
    #expect(
      !several.contains("date;what") && !several.contains("2025-06-01") && several.contains("lines 2 to 3 of the 4"))
    let rest = outline(try exhibit(text, from: "05-20;", file: "a.csv").content)
    #expect(rest.contains("verbatim: 05-20;Widerspruch ü\n") && !rest.contains("2025-06-01"))
  }

  @Test func lettersAreTheSameHoweverTheyAreWritten() throws {
    let shown = outline(try exhibit("x Mu\u{308}ller y", from: "M\u{FC}ller", file: "a.txt").content)
    #expect(shown.contains("verbatim: M\u{FC}ller y\n"))
  }

  /// What looks for words again and again from every beginning would take minutes.
  @Test(.timeLimit(.minutes(1)))
  func aLongTextIsSearchedOnce() throws {
    let text = String(repeating: "a", count: 8_000_000) + "b rest"
    let shown = outline(try exhibit(text, from: String(repeating: "a", count: 3_000) + "b", file: "a.txt").content)
    #expect(shown.contains("ab rest\n"))
  }

  @Test func theEndIsLookedForBehindTheBeginning() throws {
    let shown = outline(try exhibit("]aa]b]", from: "aa", to: "]").content)
    #expect(shown.contains("verbatim: aa]\n"))
  }

  @Test func aPassageOfAWebPageIsOneOfItsText() throws {
    let page = "<html><body><p>first</p><p>We <b>object</b> to it.</p><p>last</p></body></html>"
    let shown = outline(try exhibit(page, from: "We object", file: "a.html").content)
    #expect(shown.contains("verbatim: We object to it.") && !shown.contains("first") && !shown.contains("last"))
  }

  @Test func wordsOfAPassageAreBlackedOut() throws {
    let exhibit = try exhibit("Jane Roe before\nI am Jane Roe, hello\nrest", from: "I am", redact: ["Jane Roe"])
    let shown = outline(exhibit.content)
    #expect(
      !shown.contains("Jane") && !shown.contains("rest")
        && shown.contains("I am [blacked out by the complainant], hello"))
    // Not even how long the passage is, which would tell how long the name is.
    #expect(shown.contains("note: Excerpt of the file’s text; what stands before and after is left out."))
    #expect(exhibit.isWithheld)
  }

  @Test func whatIsNotFoundIsAnErrorThatNamesNothing() throws {
    let cases: [(from: String, to: String?, file: String, text: String, message: String)] = [
      (
        "secret", nil, "a.json", "{}",
        "the words of from, where the passage of the file's text is to begin or end, stand nowhere in it"
      ),
      (
        "b", "a", "a.json", "a b c",
        "the words of to, where the passage of the file's text is to begin or end, stand nowhere in it"
      ),
      (
        "a", nil, "a.json", "a\nb a",
        "the words the passage of the file's text begins with stand in more than one place"
      ),
      ("aa", nil, "a.json", "aaa", "the words the passage of the file's text begins with stand in more than one place"),
    ]
    for test in cases {
      do throws(EvidenceProblem) {
        _ = try made(test.text, from: test.from, to: test.to, file: test.file)
        Issue.record("taken: \(test.message)")
      } catch {
        #expect(error.message == test.message)
        #expect(error.field == "evidence.1.passage" && error.code == .passage)
      }
    }
    do throws(EvidenceProblem) {
      var item = entry("a", .other)
      item.passage = Passage()
      item.passage?.from = "x"
      _ = try english().exhibit(number: 1, from: item, bytes: JPEGVectors.gray)
      Issue.record("a passage of a picture is taken")
    } catch {
      #expect(
        error.message
          == "the file is a JPEG picture; a passage can be taken only of a text, HTML, JSON or CSV file")
    }
  }

  private func english() throws(EvidenceProblem) -> ExhibitMaker {
    do { return try maker() } catch { preconditionFailure("the wording is missing") }
  }

  private func made(_ text: String, from: String, to: String?, file: String) throws(EvidenceProblem) -> Exhibit {
    var item = entry(file, .settings)
    item.passage = Passage()
    item.passage?.from = from
    item.passage?.to = to
    return try english().exhibit(number: 1, from: item, bytes: Array(text.utf8))
  }
}
