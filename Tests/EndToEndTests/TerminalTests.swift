import TestSupport
import Testing

@Suite struct TerminalTests {
  private func terminal(
    _ arguments: [String], on desk: Desk, environment: [String: String] = [:]
  ) throws -> ProcessOutcome {
    try Tool.runOnTerminal(arguments, environment: environment, directory: desk.folder)
  }

  @Test func `on a terminal the severity is coloured, and still a word`() throws {
    try Desk.with { desk in
      try desk.change("\"04109\"", "4109")
      let outcome = try terminal(["check", "--date", today, "matter.yaml"], on: desk)
      #expect(outcome.status == 65)
      #expect(outcome.text.hasPrefix("\u{1B}[1;31merror:\u{1B}[0m person.postal_code (line 18): "))
      #expect(outcome.text.contains("\u{1B}[1;36mhint:\u{1B}[0m "))
      let wrong = try terminal(["draft", "--country", "DEE"], on: desk)
      #expect(wrong.status == 64)
      #expect(wrong.text.hasPrefix("\u{1B}[1;31merror:\u{1B}[0m there is no data"))
    }
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func `who wants no colour gets none`(environment: [String: String]) throws {
    try Desk.with { desk in
      try desk.change("\"04109\"", "4109")
      let outcome = try terminal(["draft", "--date", today, "matter.yaml"], on: desk, environment: environment)
      #expect(outcome.status == 65)
      #expect(outcome.text.hasPrefix("error: person.postal_code (line 18): "))
      #expect(!outcome.text.contains("\u{1B}"))
    }
  }

  @Test func `an empty NO_COLOR says nothing`() throws {
    try Desk.with { desk in
      let outcome = try terminal(["draft", "--country", "DEE"], on: desk, environment: ["NO_COLOR": ""])
      #expect(outcome.text.contains("\u{1B}[1;31m"))
    }
  }

  @Test func `what goes into a file or a pipe is never coloured`() throws {
    try Desk.with { desk in
      try desk.change("\"04109\"", "4109")
      for command in ["check", "draft"] {
        let outcome = try desk.run([command, "--date", today, "matter.yaml"], environment: ["TERM": "xterm-256color"])
        #expect(outcome.status == 65)
        #expect((outcome.text + outcome.errors).contains("error: person.postal_code"))
        #expect(!(outcome.text + outcome.errors).contains("\u{1B}"))
      }
      // Standard error is the terminal, standard output is not: each for itself.
      let mixed = try Subprocess.runOnTerminal(
        "sh", ["-c", "\"$1\" check --date \(today) matter.yaml | cat", "sh", Tool.path],
        environment: ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin"], directory: desk.folder)
      #expect(mixed.text.hasPrefix("error: person.postal_code"))
    }
  }
}
