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

  @Test func `what a mail says is offered where the matter lacks it, and said where it contradicts`() throws {
    try Desk.with { desk in
      let sample = try Desk.sample()
      let evidence = try #require(sample.firstRange(of: "\nevidence:"))
      let prior = try #require(sample.firstRange(of: "\nprior:"))
      let entries = """

          - { file: objection.eml, role: objection }
          - { file: answer.eml, role: answer, date: 2025-05-22 }

        """
      var text = sample.replacingCharacters(in: evidence.upperBound..<prior.lowerBound, with: entries)
      let response = try #require(text.firstRange(of: "\nresponse:"))
      let day = try #require(text[response.upperBound...].firstRange(of: "\n  date: "))
      let rest = try #require(text[day.upperBound...].firstIndex(of: "\n"))
      text.removeSubrange(day.lowerBound..<rest)
      try desk.write("matter.yaml", text)
      try desk.write(
        "objection.eml",
        """
        From: Qxjz <qxjz@example.org>
        To: Privacy <privacy@support.facebook.com>
        Subject: Qxjz
        Date: Fri, 4 Apr 2025 10:00:00 +0200
        Message-ID: <qxjz-1@example.org>

        I object.
        """)
      try desk.write(
        "answer.eml",
        """
        From: "privacy@facebook.com" <qxjz@example.net>
        To: qxjz@example.org
        Subject: Re: Qxjz, case QXJZ-0001
        Date: Thu, 22 May 2025 10:00:00 +0200
        In-Reply-To: <qxjz-1@example.org>
        Message-ID: <qxjz-2@example.net>

        We answer.
        """)
      let outcome = try desk.run(["check", "--date", today, "matter.yaml"])
      #expect(outcome.status == 65)
      let said = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
      let mail = said.indices.filter { said[$0].contains("[mail.") }.flatMap { said[$0...].prefix(2) }
      Golden.check(mail.joined(separator: "\n") + "\n", "check-mail")
      #expect(!outcome.text.lowercased().contains("qxjz"))
    }
  }
}
