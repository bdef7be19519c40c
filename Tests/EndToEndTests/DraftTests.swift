import Checking
import Foundation
import Matter
import TestSupport
import Testing

@Suite struct DraftTests {
  /// The five lines; the fourth says where a country's sample goes and how.
  static func summary(_ file: String, pages: Int, filing: String, isTimed: Bool = true) -> String {
    """
    \(file)
    \(pages) pages, with 3 annexes.
    Nothing was sent. The file is on this computer only.
    \(filing)
    Next: read it aloud, sign where it asks for it, file it, and note the date\(isTimed ? "; an answer is due within three months" : "").

    """
  }

  @Test(arguments: Repository.countries)
  func `the sample becomes a complaint in an empty folder`(country: String) throws {
    try withTemporaryFolder { folder in
      let sample = try Desk.sample(country)
      let outcome = try Tool.run(
        ["draft", "--country", country, "--date", today, "-"], input: sample, directory: folder)
      #expect(outcome.status == 0)
      let name = "complaint-\(country).pdf"
      let desk = Desk(folder: folder)
      let filing = try #require(outcome.text.split(separator: "\n").dropFirst(3).first.map(String.init))
      Golden.check(filing + "\n", "filing-\(country)")
      let isBeside = filing.hasSuffix(" Attach the files in complaint-\(country)-annexes.")
      #expect(try desk.names() == (isBeside ? ["complaint-\(country)-annexes", name] : [name]))
      let pages = try PDFFile(contentsOf: desk.path(name)).pages().count
      // No law says when the Swiss authority must answer.
      #expect(
        outcome.text
          == Self.summary(
            "Written: \(desk.path(name).path)", pages: pages, filing: filing, isTimed: country != "CH"))
      #expect(outcome.errorBlocks == [])
      let mode = try FileManager.default.attributesOfItem(atPath: desk.path(name).path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test(arguments: Repository.countries)
  func `what the example says was written is in the mail beside it`(country: String) throws {
    let matter = MatterReader.read(try Desk.sample(country), name: "matter").matter
    let parts = matter.objections.last?.reasons?.split { ",.".contains($0) } ?? []
    let sentence = try #require(parts.max { $0.count < $1.count }).trimmingPrefix(" ")
    #expect(sentence.count > 40)
    try Desk.with(country) { desk in
      try #require(try desk.draft().status == 0)
      #expect(try desk.words("complaint-\(country).pdf").split(separator: sentence).count == 3)
    }
  }

  @Test func `originals that go beside the PDF are the person's files, unchanged and private`() throws {
    try Desk.with("FR") { desk in
      #expect(try desk.run(["draft", "--country", "FR", "--date", today, "matter.yaml"]).status == 0)
      let folder = Desk(folder: desk.path("complaint-FR-annexes"))
      #expect(try folder.names() == ["piece-1-original.png", "piece-2-original.jpg", "piece-3-original.eml"])
      let example = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/fr")
      #expect(
        try folder.bytes("piece-3-original.eml")
          == Data(contentsOf: example.appendingPathComponent("4-renewal.eml")))
      let mode =
        try FileManager.default.attributesOfItem(atPath: folder.path("piece-1-original.png").path)[.posixPermissions]
        as? Int
      #expect(mode == 0o600)
      #expect(try TaggedPDFReader(PDFFile(contentsOf: desk.path("complaint-FR.pdf"))).attachments().isEmpty)
    }
  }

  @Test func `nothing is laid beside a PDF that cannot be written`() throws {
    try Desk.with("FR") { desk in
      try Data("precious".utf8).write(to: desk.path("complaint-FR.pdf"))
      #expect(try desk.run(["draft", "--country", "FR", "--date", today, "matter.yaml"]).status == 64)
      #expect(try desk.names() == ["complaint-FR.pdf", "matter.yaml"])
    }
  }

  @Test func `minus writes the PDF to standard output and the five lines to standard error`() throws {
    try Desk.with { desk in
      let outcome = try desk.draft("--output", "-")
      #expect(outcome.status == 0)
      let pages = try PDFFile([UInt8](outcome.output)).pages().count
      let filing = "File it with Sächsische Datenschutz- und Transparenzbeauftragte, by e-mail to post@sdtb.sachsen.de."
      #expect(
        outcome.errors.hasSuffix(Self.summary("Written to standard output.", pages: pages, filing: filing)))
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test func `the same matter gives the same bytes wherever and however it is drafted`() throws {
    try Desk.with { desk in
      #expect(try desk.draft("-o", "first.pdf").status == 0)
      #expect(try desk.draft("-o", "second.pdf").status == 0)
      #expect(
        try desk.draft(
          "-o", "third.pdf", environment: ["TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]
        ).status == 0)
      let elsewhere = try Tool.run([
        "draft", "--date", today, "-o", desk.path("fourth.pdf").path, desk.path("matter.yaml").path,
      ])
      #expect(elsewhere.status == 0)
      let first = try desk.bytes("first.pdf")
      #expect(first.count > 10_000)
      for name in ["second.pdf", "third.pdf", "fourth.pdf"] { #expect(try desk.bytes(name) == first, "\(name)") }
    }
  }

  @Test func `without --date the complaint bears the day of this machine`() throws {
    try Desk.with { desk in
      // A date to come is compared with the complaint's, and that is said.
      try desk.change("date: 2026-08-03\n    date_basis", "date: 2999-08-03\n    date_basis")
      // Far in the east it is another day than far in the west, whatever the clock says.
      let days = try ["Etc/GMT-14", "Etc/GMT+12"].map { zone in
        let errors = try desk.run(["draft", "matter.yaml"], environment: ["TZ": zone]).errors
        let day = try #require(errors.firstMatch(of: /later than the date of the document, (\d{4}-\d\d-\d\d)/))
        return String(day.1)
      }
      #expect(days[0] > days[1])
    }
  }
}
