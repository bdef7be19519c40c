import Foundation
import TestSupport
import Testing

/// What `docs/new-campaign.md` shows works as it stands there.
@Suite struct NewCampaignTests {
  /// The files of the page: a path alone on a line, then a block.
  private static func files() throws -> [(path: String, text: String)] {
    let page = try String(contentsOf: Repository.root.appending(path: "docs/new-campaign.md"), encoding: .utf8)
    return page.matches(of: /(?m)^`(templates\/[^`]+)`\n\n```[a-z]+\n((?s:.*?))\n```$/)
      .map { (String($0.1), String($0.2) + "\n") }
  }

  /// A desk with a copy of the data and, in it, the campaign of the page.
  private static func with(_ body: (Desk) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try FileManager.default.createDirectory(at: desk.path("my-data"), withIntermediateDirectories: true)
      for name in ["templates", "locales"] {
        try FileManager.default.copyItem(
          at: Repository.root.appending(path: name), to: desk.path("my-data/\(name)"))
      }
      let files = try files()
      #expect(
        files.map { $0.path.replacing("templates/example-shop/", with: "") } == [
          "campaign.yaml", "complaint.en.md", "for-purpose.en.md", "example/matter.IE.yaml",
        ])
      for file in files {
        let path = desk.path("my-data/\(file.path)")
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: path)
      }
      try body(desk)
    }
  }

  @Test func `the campaign of the page is listed, has a sample, and drafts a complaint`() throws {
    try Self.with { desk in
      let campaigns = try desk.run(["campaigns", "--data", "my-data"])
      #expect(campaigns.status == 0)
      #expect(
        campaigns.text.contains(
          """
          example-shop  Profiles of what customers of Example Outfitters buy
            Example Outfitters Limited; facts as of 2026-11-01

          """))
      let sample = try desk.run(["sample", "--campaign", "example-shop", "--country", "IE", "--data", "my-data"])
      #expect(sample.status == 0)
      try desk.write("matter.yaml", sample.text)

      let check = try desk.run(["check", "--date", today, "--data", "my-data", "matter.yaml"])
      #expect(check.status == 0 && check.errorBlocks == [], "\(check.errors)")
      let draft = try desk.run(["draft", "--date", today, "--data", "my-data", "matter.yaml"])
      #expect(draft.status == 0 && draft.errorBlocks == [], "\(draft.errors)")
      #expect(conformanceViolations(of: try PDFFile(contentsOf: desk.path("complaint-IE.pdf"))) == [])
      let words = try desk.words("complaint-IE.pdf").replacing("\u{A0}", with: " ")
      for sentence in [
        "Complaint about profiles made despite an objection",
        "Example Outfitters: customer number 4711-0815",
        "is, according to its own privacy policy, Example Outfitters Limited",
        "the Controller makes profiles of what its customers buy",
        "The Complainant objected on 1 September 2026 by e-mail to the use of the Complainant’s personal data for profiles "
          + "of purchases.",
        "The policy of 1 March 2026 was then in force.",
        "The time limit ended on 1 October 2026 at the latest",
      ] { #expect(words.contains(sentence), "\(sentence)") }
      #expect(!words.contains("Facebook") && !words.contains(" AI "))
    }
  }

  @Test func `what the campaign of the page does not have is refused by name`() throws {
    try Self.with { desk in
      let (_, text) = try #require(try Self.files().last)
      try desk.write("matter.yaml", text)
      let letter = try desk.run(["objection", "--date", today, "--data", "my-data", "matter.yaml"])
      #expect(letter.status == 65)
      #expect(
        letter.errorBlocks == [
          "error: campaign (line 1): this campaign has no document of that kind [campaign.noKind]\nhint: it has: complaint"
        ])
      let french = try desk.run(["draft", "--date", today, "--language", "fr", "--data", "my-data", "matter.yaml"])
      #expect(french.status == 65)
      #expect(
        french.errorBlocks == [
          "error: language: this campaign is not written in that language [campaign.noLanguage]\n"
            + "hint: choose one of these: en"
        ])
      #expect(try desk.names() == ["matter.yaml", "my-data"])
    }
  }
}
