import Foundation
import TestSupport
import Testing

@Suite struct BadTemplateTests {
  /// A desk with a copy of the data in which one file is spoilt.
  static func with<Result>(
    _ file: String, _ spoil: (String) throws -> String, _ body: (Desk) throws -> Result
  ) throws -> Result {
    try Desk.with { desk in
      for folder in ["templates", "locales"] {
        try FileManager.default.createDirectory(at: desk.path("data"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          at: Repository.root.appendingPathComponent(folder), to: desk.path("data/\(folder)"))
      }
      try desk.write("data/\(file)", try spoil(try String(contentsOf: desk.path("data/\(file)"), encoding: .utf8)))
      return try body(desk)
    }
  }

  /// Drafts with a copy of the data in which one file is spoilt.
  static func errors(_ file: String, _ spoil: (String) throws -> String) throws -> String {
    try with(file, spoil) { desk in
      let outcome = try desk.draft("--data", "data")
      #expect(outcome.status == 1)
      #expect(outcome.text.isEmpty)
      #expect(try desk.names() == ["data", "matter.yaml"])
      return outcome.errors
    }
  }

  /// A line put before the first section, and where it then stands.
  static func errors(withLine line: String) throws -> (errors: String, line: Int) {
    var number = 0
    let errors = try errors("templates/meta-ai/complaint.de.md") { text in
      let start = try #require(text.range(of: "\n## "))
      number = text[..<start.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).count + 1
      return text.replacingCharacters(in: start, with: "\n\(line)\n\n## ")
    }
    return (errors, number)
  }

  @Test func `an unknown variable is named with its place and its line`() throws {
    let (errors, line) = try Self.errors(withLine: "Hier steht {{person.nmae}} falsch.")
    #expect(
      errors == """
        error: templates/meta-ai/complaint.de.md:\(line):12: unknown variable `person.nmae`
          Hier steht {{person.nmae}} falsch.
        hint: did you mean `person.name`?

        """)
  }

  @Test func `a section that is never closed is named with its place and its line`() throws {
    let (errors, line) = try Self.errors(withLine: "{{#account.none}}Ohne Ende.")
    #expect(
      errors == """
        error: templates/meta-ai/complaint.de.md:\(line):1: section `account.none` is never closed
          {{#account.none}}Ohne Ende.
        hint: close it with `{{/account.none}}`

        """)
  }

  @Test func `a tag that is not closed is named with its place and its line`() throws {
    let (errors, line) = try Self.errors(withLine: "Hier {{person.name steht.")
    #expect(
      errors == """
        error: templates/meta-ai/complaint.de.md:\(line):6: a tag is not closed
          Hier {{person.name steht.
        hint: close the tag with `}}` on the same line

        """)
  }

  @Test func `a citation that is in no register is refused`() throws {
    let (errors, _) = try Self.errors(withLine: "Vergleiche [](gdpr:999(1)).")
    #expect(errors.hasPrefix("error: templates/meta-ai"))
    #expect(errors.contains("gdpr:999(1)"))
    #expect(errors.contains("\nhint: "))
  }

  @Test func `a citation that no exhibit answers, and an exhibit that no citation leads to, are findings`() throws {
    let template = "templates/shared/reaction.de.md"
    try Self.with(template) { text in
      text.replacing("[](annex:answer)", with: "beigelegt") + "\nDie Vollmacht liegt bei: [](annex:mandate).\n"
    } _: { desk in
      let outcome = try desk.draft("--data", "data")
      #expect(outcome.status == 65)
      #expect(
        outcome.errorBlocks == [
          """
          error: evidence (line 103): the text cites an exhibit of the role mandate, and there is none [evidence.cited]
          hint: attach one with role: mandate; in a template of your own, cite it only where there is one
          """
        ])
      #expect(
        outcome.errors.contains(
          """
          warning: evidence.2 (line 111): the text cites this exhibit nowhere: who reads it is not told what it shows \
          [evidence.uncited]
          hint: give it the role under which the text speaks of such exhibits; in a template of your own, cite it with \
          [](annex:ROLE)
          """), "\(outcome.errors)")
      #expect(try desk.names() == ["data", "matter.yaml"])
    }
  }

  @Test func `a country's file that is wrong is named with its place`() throws {
    let errors = try Self.errors("locales/countries/DE.yaml") {
      try $0.changed("\nchoice: postcode\n", "\nchoise: x\n")
    }
    #expect(
      errors.contains("error: locales/countries/DE.yaml:4:1: choise: is not a known key\nhint: did you mean choice?\n"))
  }
}
