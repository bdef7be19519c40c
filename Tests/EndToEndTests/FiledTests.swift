import Foundation
import TestSupport
import Testing

@Suite struct FiledTests {
  /// Files the complaint that lies here.
  private func file(_ desk: Desk, _ more: String...) throws -> ProcessOutcome {
    try desk.run(["filed", "matter.yaml", "--interface-language", "en"] + more)
  }

  @Test func `filing computes the dates and writes them into a calendar, the same every time`() throws {
    try Desk.with { desk in
      #expect(try desk.draft().status == 0)
      let pdf = try desk.bytes("complaint-DE.pdf")
      let outcome = try file(desk, "--on", "2026-11-24", "--authority-reference", "4.2-17/26")
      #expect(outcome.status == 0, "\(outcome.errors)")
      Golden.check(
        outcome.text.replacing(desk.folder.path, with: "FOLDER").replacing("\u{A0}", with: " "), "filed")
      let calendar = try desk.bytes("matter.ics")
      // The UID goes with the PDF's bytes, which change with every release.
      Golden.check(
        String(decoding: calendar, as: UTF8.self).replacing("\r\n", with: "\n").replacing(/UID:.*/, with: "UID:…"),
        "filed-calendar")
      let mode = try FileManager.default.attributesOfItem(atPath: desk.path("matter.record.yaml").path)
      #expect(mode[.posixPermissions] as? Int == 0o600)
      #expect(try desk.bytes("complaint-DE.pdf") == pdf)
      // Elsewhere, from another day on, in another zone.
      try Desk.with { other in
        #expect(try other.draft("-o", "c.pdf").status == 0)
        let again = try other.run(
          ["filed", "matter.yaml", "--on", "2026-11-24", "--authority-reference", "4.2-17/26", "-o", "d.ics"],
          environment: ["TZ": "Pacific/Auckland", "LANG": "en_GB.UTF-8"])
        #expect(again.status == 0, "\(again.errors)")
        #expect(try other.bytes("d.ics") == calendar)
      }
    }
  }

  @Test func `a filing that cannot be is refused and leaves nothing`() throws {
    try Desk.with { desk in
      let nothing = try file(desk, "--on", "2026-11-24")
      #expect(nothing.status == 65)
      #expect(try desk.draft().status == 0)
      let names = try desk.names()
      let record = try desk.bytes("matter.record.yaml")
      let cases: [(arguments: [String], error: String)] = [
        ([], "the day of filing is missing"),
        (["--on", "24.11.2026"], "--on is no day that exists"),
        (["--on", "2027-02-29"], "--on is no day that exists"),
        (["--on", "2999-01-01"], "--on is a day to come"),
        (["--on", "2026-11-22"], "--on is earlier than the complaint, which bears 2026-11-23"),
        (["--authority-reference", "4.2"], "there is no filing yet to which a file number could belong"),
        (["--on", "2026-11-24", "--document", "matter.yaml"], "--document is no complaint drafted from this matter"),
        (["--on", "2026-11-24", "-o", "complaint-DE.pdf"], "a calendar file of this name is there already"),
      ]
      for (arguments, error) in cases {
        let outcome = try desk.run(["filed", "matter.yaml"] + arguments)
        #expect(outcome.status == 64, "\(arguments)")
        #expect(outcome.errorBlocks.first?.hasPrefix("error: \(error)\nhint: ") == true, "\(outcome.errors)")
        #expect(outcome.text.isEmpty)
      }
      #expect(try desk.names() == names)
      #expect(try desk.bytes("matter.record.yaml") == record)
      // An objection that was moved behind the filing.
      try desk.change("  - date: 2026-08-03", "  - date: 2026-11-25")
      let early = try file(desk, "--on", "2026-11-24")
      #expect(early.status == 64)
      #expect(early.errorBlocks.first?.contains("earlier than an objection") == true)
      #expect(try desk.names() == names)
    }
  }

  @Test func `a filing is recorded once, a file number may come later`() throws {
    try Desk.with { desk in
      #expect(try desk.draft().status == 0)
      #expect(try file(desk, "--on", "2026-11-24").status == 0)
      let before = try desk.bytes("matter.record.yaml")
      for more in [["--on", "2026-11-24"], ["--on", "2026-11-25", "--authority-reference", "x"], []] {
        let twice = try desk.run(["filed", "matter.yaml"] + more)
        #expect(twice.status == 64)
        #expect(twice.errorBlocks.first?.contains("filed on 2026-11-24") == true, "\(twice.errors)")
      }
      #expect(try desk.bytes("matter.record.yaml") == before)
      #expect(try file(desk, "--authority-reference", "4.2-17/26").status == 0)
      #expect(try String(decoding: desk.bytes("matter.record.yaml"), as: UTF8.self).contains("\"4.2-17/26\""))
    }
  }

  @Test func `of several complaints the one that was filed must be named`() throws {
    try Desk.with { desk in
      #expect(try desk.draft("-o", "first.pdf").status == 0)
      #expect(try desk.run(["draft", "--date", "2026-11-24", "-o", "second.pdf", "matter.yaml"]).status == 0)
      let which = try file(desk, "--on", "2026-11-25")
      #expect(which.status == 64)
      #expect(which.errorBlocks.first?.contains("--document") == true)
      #expect(try file(desk, "--on", "2026-11-25", "--document", "first.pdf").status == 0)
      // Only that one is frozen.
      let frozen = try desk.draft("-o", "first.pdf", "--on-collision", "overwrite")
      #expect(frozen.status == 64)
      #expect(try desk.draft("-o", "second.pdf", "--on-collision", "overwrite").status == 0)
    }
  }

  @Test func `a complaint that is gone or was changed cannot be filed`() throws {
    try Desk.with { desk in
      #expect(try desk.draft().status == 0)
      try Data("changed".utf8).write(to: desk.path("complaint-DE.pdf"))
      let changed = try file(desk, "--on", "2026-11-24")
      #expect(changed.status == 65)
      #expect(changed.errorBlocks.first?.contains("no longer there as it was drafted") == true)
      #expect(try desk.draft("--on-collision", "overwrite").status == 0)
      #expect(try file(desk, "--on", "2026-11-24").status == 0)
    }
  }

  @Test func `after filing nothing replaces or removes the PDF`() throws {
    try Desk.with { desk in
      #expect(try desk.draft().status == 0)
      #expect(try desk.draft("--kit", "kit").status == 0)
      #expect(try file(desk, "--on", "2026-11-24").status == 0)
      let pdf = try desk.bytes("complaint-DE.pdf")
      try desk.write("other.yaml", try Desk.sample())
      try FileManager.default.createDirectory(at: desk.path("below"), withIntermediateDirectories: true)
      let attempts = [
        ["draft", "--on-collision", "overwrite", "matter.yaml"], ["draft", "matter.yaml"],
        ["draft", "--on-collision", "overwrite", "-o", "below/../complaint-DE.pdf", "matter.yaml"],
        ["draft", "--on-collision", "overwrite", "-o", desk.path("complaint-DE.pdf").path, "matter.yaml"],
        ["draft", "--on-collision", "overwrite", "-o", "kit/complaint.pdf", "matter.yaml"],
        ["draft", "--on-collision", "overwrite", "--kit", "kit", "matter.yaml"],
        ["draft", "--kit", "kit", "matter.yaml"],
        // Another matter, and one from standard input.
        ["draft", "--on-collision", "overwrite", "other.yaml"],
        ["draft", "--on-collision", "overwrite", "--kit", "kit", "other.yaml"],
        ["filed", "--on", "2026-11-24", "--on-collision", "overwrite", "-o", "complaint-DE.pdf", "other.yaml"],
      ]
      #expect(try desk.run(["draft", "--date", today, "-o", "other.pdf", "other.yaml"]).status == 0)
      for attempt in attempts {
        let dated = attempt[0] == "draft" ? ["draft", "--date", "2026-11-25"] + attempt.dropFirst() : attempt
        let outcome = try desk.run(dated)
        #expect(outcome.status == 64, "\(attempt): \(outcome.errors)")
        #expect(
          outcome.errorBlocks.last?.hasPrefix("error: this is the complaint that was filed; it stays as it is\nhint: ")
            == true, "\(attempt): \(outcome.errors)")
        #expect(try desk.bytes("complaint-DE.pdf") == pdf, "\(attempt)")
        #expect(try desk.bytes("kit/complaint.pdf") == pdf, "\(attempt)")
      }
      let text = try desk.bytes("other.yaml")
      let piped = try Tool.run(
        ["draft", "--date", "2026-11-25", "--on-collision", "overwrite", "-"],
        input: String(decoding: text, as: UTF8.self), directory: desk.folder)
      #expect(piped.status == 64)
      #expect(try desk.bytes("complaint-DE.pdf") == pdf)
      // Beside it there is room.
      let beside = try desk.run(["draft", "--date", "2026-11-25", "--on-collision", "suffix", "matter.yaml"])
      #expect(beside.status == 0)
      #expect(beside.text.contains("complaint-DE-2.pdf"))
      let mode = try FileManager.default.attributesOfItem(atPath: desk.path("complaint-DE.pdf").path)
      #expect(mode[.posixPermissions] as? Int == 0o400)
    }
  }

  @Test func `a record that cannot be read protects what it may protect`() throws {
    try Desk.with { desk in
      #expect(try desk.draft().status == 0)
      try desk.write("matter.record.yaml", "format: 9\n")
      let pdf = try desk.bytes("complaint-DE.pdf")
      let outcome = try desk.draft("--on-collision", "overwrite")
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(try desk.bytes("complaint-DE.pdf") == pdf)
      for command in ["where", "forget", "filed"] {
        #expect(try desk.run([command, "matter.yaml"]).status == 65, "\(command)")
      }
    }
  }

  @Test func `what changes after filing becomes a supplement, in check and in draft`() throws {
    try Desk.with { desk in
      #expect(try desk.draft().status == 0)
      #expect(try file(desk, "--on", "2026-11-24").status == 0)
      let arguments = ["--date", "2026-11-25", "matter.yaml"]
      #expect(!(try desk.run(["check"] + arguments).text.contains("filing.supplement")))
      // A note of the person's own is no change of the matter.
      try desk.change("campaign: meta-ai", "# filed by e-mail\ncampaign: meta-ai")
      #expect(!(try desk.run(["check"] + arguments).text.contains("filing.supplement")))
      try desk.change("  # phone: \"+49 341 0000000\"", "  phone: \"+49 341 0000000\"")
      let checked = try desk.run(["check"] + arguments)
      #expect(checked.status == 0)
      #expect(
        checked.text.contains(
          "warning: the complaint was filed on 2026-11-24, and the matter is no longer the one it was made of "
            + "[filing.supplement]\nhint: what is new becomes a supplement"), "\(checked.text)")
      let drafted = try desk.run(["draft", "-o", "new.pdf"] + arguments)
      #expect(drafted.status == 0)
      #expect(drafted.errors.contains("[filing.supplement]"))
    }
  }
}
