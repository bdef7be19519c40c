import Testing

@testable import Templates

@Suite("The linter names file, line, column and the line")
struct LinterTests {
  @Test func unknownVariable() {
    #expect(
      problems("# T\n\nDear {{nmae}},") == [
        "complaint.en.md:3:6: unknown variable `nmae`\n  Dear {{nmae}},\nhint: did you mean `name`?"
      ])
  }

  @Test func unclosedTag() {
    #expect(
      problems("# T\n\nDear {{name") == [
        "complaint.en.md:3:6: a tag is not closed\n  Dear {{name\nhint: close the tag with `}}` on the same line"
      ])
  }

  @Test func sectionLeftOpen() {
    #expect(
      problems("# T\n\n{{#yes}}\nwords") == [
        "complaint.en.md:3:1: section `yes` is never closed\n  {{#yes}}\nhint: close it with `{{/yes}}`"
      ])
  }

  @Test func wrongNesting() {
    let found = problems("# T\n\n{{#yes}}{{#objections}}{{/yes}}{{/objections}}")
    #expect(
      found.first?.contains("`{{/yes}}` closes nothing") == true)
    #expect(found.first?.hasSuffix("hint: expected: `{{/objections}}` of line 3") == true)
  }

  @Test func missingPartial() {
    #expect(
      problems("# T\n\n{{> parties}}") == [
        "complaint.en.md:3:1: no partial `parties`\n  {{> parties}}\nhint: write templates/shared/parties.<language>.md"
      ])
  }

  @Test func problemsWithinPartialsNameThePartial() {
    let found = problems("# T\n\n{{> parties}}", partials: ["parties": "{{nobody}}"])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("parties.en.md:1:1: unknown variable `nobody`") == true)
  }

  @Test func partialThatIncludesItself() {
    let found = problems("# T\n\n{{> a}}", partials: ["a": "{{> a}}"])
    #expect(found == ["a.en.md:1:1: `a` includes itself\n  {{> a}}"])
  }

  @Test(arguments: ["{{{name}}}", "{{&name}}", "{{=<% %>=}}", "{{name}}}"])
  func escapesAreRefused(tag: String) { #expect(!problems("# T\n\n\(tag)").isEmpty) }

  @Test func namesOfAListExistWithinItOnly() {
    #expect(problems("# T\n\n{{#objections}}{{when}}{{/objections}}").isEmpty)
    #expect(problems("# T\n\n{{when}}").first?.contains("unknown variable `when`") == true)
  }

  @Test func textIsNoSectionAndFlagIsNoText() {
    #expect(problems("# T\n\n{{#name}}x{{/name}}").first?.contains("`name` is a text") == true)
    #expect(problems("# T\n\n{{yes}}").first?.contains("cannot be printed") == true)
  }

  @Test(arguments: [
    ("[](law:DE/BDSG/§ 40)", "`law:DE/BDSG/§ 40` is no target"),
    ("[](gdpr:12(3)", "a citation is not closed"),
    ("[](gpdr:12)", "`gpdr:12` has no known scheme"),
    ("[text](gdpr:12)", "a citation has a text of its own"),
    ("[^1]", "footnote `1` has no text"),
    ("[x]", "`[x]` is no citation"),
    ("<b>", "`<` would begin HTML"),
    ("`x`", "code has no place in a template"),
    ("![](a.png)", "pictures come as exhibits only"),
  ])
  func whatMarkdownWouldSwallow(source: String, message: String) {
    #expect(problems("# T\n\n\(source)").contains { $0.contains(message) })
  }

  @Test func uncitedFootnote() {
    #expect(problems("# T\n\n[^2]: never cited").first?.contains("footnote `2` is never cited") == true)
  }

  @Test func allProblemsAtOnce() { #expect(problems("# T\n\n{{a}} {{b}}\n\n[^1] <i>").count == 4) }
}
