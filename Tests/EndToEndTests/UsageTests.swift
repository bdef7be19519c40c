import TestSupport
import Testing

@Suite struct UsageTests {
  /// One command line that is wrong, and all that is said about it.
  struct Slip: CustomTestStringConvertible {
    var arguments: [String]
    var error: String
    var hint: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ error: String, _ hint: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      (self.error, self.hint) = (error, hint)
    }
  }

  /// The countries there are, as an unknown one is told.
  static let known = "known: \(Repository.countries.joined(separator: ", "))"

  static let slips = [
    Slip("draft --bogus", "unknown option '--bogus'", "`complain draft --help` says what there is"),
    Slip("draf", "unexpected argument 'draf'", "`complain --help` says what there is"),
    Slip("check a b", "unexpected argument 'b'", "`complain check --help` says what there is"),
    Slip(
      "draft --on-collision ask matter.yaml",
      "the value 'ask' is invalid for '--on-collision <abort|overwrite|suffix>'. Please provide one of 'abort', "
        + "'overwrite' or 'suffix'", "`complain draft --help` says what there is"),
    Slip("draft --date", "missing value for '--date <yyyy-mm-dd>'", "`complain draft --help` says what there is"),
    Slip("draft --date 2025-02-30 matter.yaml", "--date is no day that exists", "write it as 2026-11-23"),
    Slip("draft --date today matter.yaml", "--date is no day that exists", "write it as 2026-11-23"),
    Slip("draft --country DEE", "there is no data for this country yet", "did you mean DE?"),
    Slip("draft --country Deutschlnad", "there is no data for this country yet", "did you mean DE?"),
    Slip("draft --country ÖSTERREICHH", "there is no data for this country yet", "did you mean AT?"),
    Slip("check --country XX matter.yaml", "there is no data for this country yet", known),
    Slip("check --country US matter.yaml", "there is no data for this country yet", known),
    Slip("authorities --country JP", "there is no data for this country yet", known),
    Slip("authorities --country US", "there is no data for this country yet", known),
    Slip("sample --country XX", "there is no data for this country yet", known),
    Slip("draft --campaign metaai", "there is no such campaign", "did you mean meta-ai?"),
    Slip("draft --campaign metaai matter.yaml", "there is no such campaign", "did you mean meta-ai?"),
    Slip("sample --campaign meta-a", "there is no such campaign", "did you mean meta-ai?"),
    Slip(
      "authorities --postcode 04109", "a postcode alone says nothing",
      "give the country too: --country DE --postcode 04109"),
    Slip(
      "authorities --country DE --postcode 00000", "there is no such postcode in our table",
      "give the country too: --country DE --postcode 04109"),
    Slip(
      "languages --data /nowhere", "this folder holds no templates and locales",
      "name their folder with --data, or install again with `make install`"),
  ]

  @Test(arguments: slips)
  func `a wrong command line is one error with a hint`(slip: Slip) throws {
    try Desk.with { desk in
      let outcome = try desk.run(slip.arguments)
      #expect(outcome.errors == "error: \(slip.error)\nhint: \(slip.hint)\n")
      #expect(outcome.status == 64)
      #expect(outcome.text.isEmpty)
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test(arguments: ["DE", "de", "Deutschland", "germany", "Allemagne"])
  func `a country is known by its code and by its name`(country: String) throws {
    try Desk.with { desk throws in
      #expect(try desk.run(["draft", "--date", today, "--country", country, "matter.yaml"]).status == 0)
      #expect(try desk.names() == ["complaint-DE.pdf", "matter.record.yaml", "matter.yaml"])
    }
  }

  @Test func `the campaign of the command line and that of the matter must be one`() throws {
    try Desk.with { desk in
      #expect(try desk.run(["check", "--date", today, "--campaign", "meta-ai", "matter.yaml"]).status == 0)
      try desk.change("campaign: meta-ai", "campaign: other")
      let outcome = try desk.run(["check", "--date", today, "--campaign", "meta-ai", "matter.yaml"])
      #expect(outcome.status == 64)
      #expect(
        outcome.errors == """
          error: --campaign is another campaign than that of the matter
          hint: leave --campaign out, or correct campaign in the matter

          """)
    }
  }

  @Test func `help and version`() throws {
    let version = try Tool.run(["--version"])
    #expect(version.text == "0.1.0\n")
    #expect(version.status == 0)
    let commands = [
      "", "interview", "resume", "edit", "draft", "check", "sample", "authorities", "campaigns", "languages",
    ]
    let helps = try commands.map { command in
      let outcome = try Tool.run((command.isEmpty ? [] : [command]) + ["--help"], environment: ["COLUMNS": "80"])
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      return outcome.text
    }
    Golden.check(helps.joined(separator: "\n=====\n\n"), "help")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `every shell gets its completions`(shell: String) throws {
    let outcome = try Tool.run(["--generate-completion-script", shell])
    #expect(outcome.status == 0)
    for word in ["draft", "authorities", "on-collision"] { #expect(outcome.text.contains(word)) }
  }
}
