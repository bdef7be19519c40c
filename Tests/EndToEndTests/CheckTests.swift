import Foundation
import TestSupport
import Testing

@Suite struct CheckTests {
  /// A matter with an error, warnings and notes.
  private func spoil(_ desk: Desk) throws {
    try desk.change("\"04109\"", "4109")
    try desk.change("  collective_action: no ", "  collective_action: unknown ")
    try desk.change("    also_requested: [erasure, restriction, access]", "    also_requested: [erasure]")
  }

  @Test func `check says everything on standard output and writes nothing`() throws {
    try Desk.with { desk in
      try spoil(desk)
      let outcome = try desk.run(["check", "--date", today, "matter.yaml"])
      #expect(outcome.status == 65)
      #expect(outcome.errors.isEmpty)
      Golden.check(outcome.text, "check")
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test func `check that finds no error says so`() throws {
    try Desk.with { desk in
      let outcome = try desk.run(["check", "--date", today, "matter.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.text.hasSuffix("\nno errors; the complaint can be drafted\n"))
    }
  }

  @Test func `check for programs carries code, severity, field, law, hint and place`() throws {
    try Desk.with { desk in
      try spoil(desk)
      let outcome = try desk.run(["check", "--date", today, "--format", "json", "matter.yaml"])
      #expect(outcome.status == 65)
      #expect(outcome.errors.isEmpty)
      let findings = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
      for finding in findings {
        for key in ["code", "severity", "field", "message"] { #expect(finding[key] is String, "\(finding)") }
      }
      let postcode = try #require(findings.first)
      #expect(postcode["code"] as? String == "postcode.malformed")
      #expect(postcode["severity"] as? String == "error")
      #expect(postcode["field"] as? String == "person.postal_code")
      #expect(postcode["line"] as? Int == 18)
      #expect((postcode["hint"] as? String)?.isEmpty == false)
      let parallel = try #require(findings.first { $0["code"] as? String == "parallel.unknown" })
      #expect(parallel["law"] as? String == "Arts 77-79 GDPR; C-132/21, para. 57")
      // Text and JSON are the same findings in the same order.
      let text = try desk.run(["check", "--date", today, "matter.yaml"]).text
      let codes = text.split(separator: "\n").compactMap { $0.firstMatch(of: /\[([A-Za-z0-9.]+)\]$/)?.1 }
      #expect(codes.map(String.init) == findings.compactMap { $0["code"] as? String })
    }
  }

  @Test(arguments: ["draft", "check"])
  func `without a matter everything that is needed is listed at once`(command: String) throws {
    try withTemporaryFolder { folder in
      let outcome = try Tool.run([command, "--country", "DE", "--date", today], directory: folder)
      #expect(outcome.status == 65)
      #expect(outcome.text.isEmpty)
      Golden.check(outcome.errors, "nothing-given")
      #expect(try Desk(folder: folder).names() == [])
    }
  }

  @Test func `the hint names the country that was asked for`() throws {
    let outcome = try Tool.run(["draft", "--country", "Irland", "--date", today])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("hint: begin with: complain sample --country IE > my-matter.yaml\n"))
  }
}
