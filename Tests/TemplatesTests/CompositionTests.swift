import Document
import Testing

@testable import Templates

@Suite("Templates become documents")
struct CompositionTests {
  static func values(name: String = "N", words: String = "W") -> ValueScope {
    var values = ValueScope()
    values.set("name", .text(InsertedText(name, .datum)))
    values.set("words", .text(InsertedText(words, .words, language: "fr")))
    values.set("objection.on_date", text: "on 20 May 2025")
    values.set("yes", flag: true)
    var first = ValueScope()
    first.set("when", text: "first")
    var second = ValueScope()
    second.set("when", text: "second")
    values.set("objections", .list([first, second]))
    return values
  }

  @Test func headingsAndParagraphsAreNumbered() throws {
    let parts = try compose(
      """
      # Complaint

      ~ under [](gdpr:77(1))

      Opening.

      ## Facts {#facts}

      One. {#one}

      {-} Unnumbered.

      ### Details {#details}

      Two, see [](para:one) and [](section:details).

      ## Law {#law}

      Three.
      """)
    #expect(parts.title.plainText == "Complaint")
    #expect(parts.subtitle?.plainText == "under <gdpr:77(1)>")
    #expect(parts.opening.count == 1)
    #expect(parts.sections.map(\.heading.number) == ["1", "2"])
    #expect(parts.sections[0].subsections.map(\.heading.number) == ["1.1"])
    #expect(numbers(parts.sections[0].blocks) == [1, nil])
    #expect(texts(parts.sections[0].subsections[0].blocks) == ["Two, see para. 1 and section 1.1."])
    #expect(numbers(parts.sections[1].blocks) == [3])
  }

  @Test func whatAPersonTypesIsPrintedAsTyped() throws {
    for typed in ["{{name}}", "[a](b)", "<b>", "| a | b |", "**x**", "&amp; é", "# x", "~x", "{#id}", "\u{202E}abc"] {
      let parts = try compose("# T\n\n## S {#s}\n\n**{{name}}** {{name}}", Self.values(name: typed))
      #expect(texts(parts.sections[0].blocks) == ["\(typed) \(typed)"])
    }
  }

  @Test func valuesSurviveSharedPartials() throws {
    let parts = try compose(
      "# T\n\n## S {#s}\n\n{{> p}}", Self.values(name: "Müller & \"Söhne\""), partials: ["p": "by {{name}}"])
    #expect(texts(parts.sections[0].blocks) == ["by Müller & \"Söhne\""])
  }

  @Test func lineBreaksOfAValueStay() throws {
    let parts = try compose("# T\n\n## S {#s}\n\n| | |\n|---|---|\n| a | {{name}} |", Self.values(name: "x\ny"))
    guard case .table(let table)? = parts.sections[0].blocks.first else { throw Missing() }
    #expect(
      table.rows[0][1].paragraphs[0].content == [
        .literal("x", hyphenates: false), .lineBreak, .literal("y", hyphenates: false),
      ])
  }

  @Test func quotedWordsKeepLanguageAndParagraphs() throws {
    let parts = try compose("# T\n\n## S {#s}\n\n> {{words}}", Self.values(words: "un\n\ndeux"))
    guard case .quotation(let quotation)? = parts.sections[0].blocks.first else { throw Missing() }
    #expect(quotation.language == "fr")
    #expect(texts(quotation.blocks) == ["un", "deux"])
  }

  @Test func listsRepeatTheirItems() throws {
    let parts = try compose(
      "# T\n\n## S {#s}\n\n{{#objections}}\nObjected {{when}}.\n\n{{/objections}}\nEnd.", Self.values())
    #expect(texts(parts.sections[0].blocks) == ["Objected first.", "Objected second.", "End."])
  }

  @Test func orderedListsAreLettered() throws {
    let parts = try compose("# T\n\n## S {#s}\n\n1. one\n2. two")
    guard case .list(let list)? = parts.sections[0].blocks.first else { throw Missing() }
    #expect(list.numbering == .lowerAlpha)
    #expect(list.items.map(\.label) == ["(a)", "(b)"])
  }

  @Test func aJudgmentIsFootnotedOnce() throws {
    let parts = try compose("# T\n\n## S {#s}\n\n[](case:C-1/20#5) and [](case:C-1/20#6).")
    guard case .paragraph(let paragraph)? = parts.sections[0].blocks.first else { throw Missing() }
    let notes = paragraph.content.compactMap { inline -> String? in
      if case .footnote(let note) = inline { return note.content.plainText }
      return nil
    }
    #expect(notes == ["full case:C-1/20"])
    #expect(parts.citations == ["case:C-1/20#5", "case:C-1/20#6"])
  }

  @Test func annexesAreCitedByRoleAndKnowWhere() throws {
    let annex = AnnexReference(identifier: "annex-1", label: "Annex 1", description: "Annex 1, form")
    let parts = try compose(
      "# T\n\n## S {#s}\n\nA.\n\nSee [](annex:objection).", annexes: ["objection": [annex]])
    #expect(texts(parts.sections[0].blocks) == ["A.", "See Annex 1."])
    #expect(parts.annexCitations == ["annex-1": [2]])
  }

  @Test func anAnnexThatIsNotThereIsAnError() throws {
    #expect(throws: TemplateProblems.self) { try compose("# T\n\n## S {#s}\n\nSee [](annex:objection).") }
  }

  @Test func anUnknownCitationIsAnError() throws {
    #expect(throws: TemplateProblems.self) { try compose("# T\n\n## S {#s}\n\n[](case:unknown)") }
  }

  @Test func aNameWithoutValueIsAnErrorAtItsPlace() throws {
    let error = #expect(throws: TemplateProblems.self) { try compose("# T\n\nDear {{name}}, {{name}}") }
    #expect(
      error?.description == "complaint.en.md:3:6: `name` has no value in this document\n  Dear {{name}}, {{name}}")
  }

  @Test func treesDependOnBranchesOnly() throws {
    let library = try library("# T\n\n## S {#s}\n\n{{#yes}}By {{name}}.{{/yes}} {{words}}")
    let one = try library.render(Self.values(name: "one", words: "one"))
    let two = try library.render(Self.values(name: "two"))
    #expect(one.branches == two.branches)
    #expect(one.markdown == two.markdown)
    var no = Self.values()
    no.set("yes", flag: false)
    #expect(try library.render(no).branches != one.branches)
  }

  /// What stands where: a tag alone on its line takes the line, any other takes itself.
  @Test(arguments: [
    ("a\n{{#yes}}\nb\n{{/yes}}\nc", "a\nb\nc"), ("a {{#yes}}b{{/yes}} c", "a b c"),
    ("a\n{{! why }}\nb {{! x }}c", "a\nb c"),
    ("a\n  {{#yes}}\t\nb{{/yes}}\n", "a\nb\n"), ("{{^yes}}a{{/yes}}b", "b"), ("{{^objections}}a{{/objections}}b", "b"),
    ("{{#objections}}({{#yes}}x{{/yes}}){{/objections}}", "(x)(x)"), ("a\n{{> p}}\nb{{> p}}", "a\npbp"),
    ("{{#yes}}\r\na\r\n{{/yes}}", "a\r\n"),
  ])
  func tagsAreCutOut(source: String, markdown: String) throws {
    let library = try library(source, partials: ["p": "p"])
    #expect(try library.render(Self.values()).markdown == markdown)
  }

  @Test func aListHasMoreItemsThanAPrivateUseAreaHasCharacters() throws {
    let items = (0..<7000).map { index in
      var scope = ValueScope()
      scope.set("when", text: "\(index)")
      return scope
    }
    var values = ValueScope()
    values.set("objections", .list(items))
    let parts = try compose("# T\n\n## S {#s}\n\n{{#objections}}{{when}}.{{/objections}}", values)
    #expect(texts(parts.sections[0].blocks) == [(0..<7000).map { "\($0)." }.joined()])
  }
}

struct Missing: Error {}

func texts(_ blocks: [Block]) -> [String] {
  blocks.map { block in
    if case .paragraph(let paragraph) = block { return paragraph.content.plainText }
    return "?"
  }
}

func numbers(_ blocks: [Block]) -> [Int?] {
  blocks.map { block in
    if case .paragraph(let paragraph) = block { return paragraph.number }
    return nil
  }
}
