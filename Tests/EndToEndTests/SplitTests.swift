import Foundation
import TestSupport
import Testing

/// A complaint in several files.
@Suite struct SplitTests {
  private static func pictures(_ desk: Desk, _ count: Int, size: Int = 1_000_000) throws {
    for number in 1...count {
      try SparseJPEG.write(to: desk.path("picture-\(number).jpg"), size: size, mark: UInt8(number))
    }
  }

  @Test(arguments: ["DE", "AT", "IE", "FR"])
  func `every part is a whole document, and every annex stands in one of them`(country: String) throws {
    try Desk.withPictures(country, 5) { desk in
      try Self.pictures(desk, 5)
      let whole = try desk.draft("--output", "whole.pdf")
      #expect(whole.status == 0, "\(whole.errors)")
      let outcome = try desk.draft("--output", "out.pdf", "--split-mb", "3")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let names = try desk.names().filter { $0.hasPrefix("out") && $0.hasSuffix(".pdf") }
      #expect(names.count > 1)
      #expect(names.sorted() == (["out.pdf"] + (2...names.count).map { "out-part-\($0).pdf" }).sorted())
      #expect(outcome.text.components(separatedBy: "\n").prefix(names.count).allSatisfy { $0.contains("out") })
      let files = try (["out.pdf"] + (2...names.count).map { "out-part-\($0).pdf" }).map { name in
        #expect(try desk.bytes(name).count <= 3_000_000, "\(name)")
        return try PDFFile(contentsOf: desk.path(name))
      }
      for file in files { #expect(conformanceViolations(of: file) == []) }
      // Nothing is lost and nothing stands twice: the parts together hold the originals of the whole.
      let originals = TaggedPDFReader(try PDFFile(contentsOf: desk.path("whole.pdf"))).attachments().map(\.bytes)
      #expect(files.flatMap { TaggedPDFReader($0).attachments().map(\.bytes) } == originals)
      let words = files.map { TaggedPDFReader($0).transcript() }
      for number in 1...5 {
        let digest = try Subprocess.run("sha256sum", [desk.path("picture-\(number).jpg").path]).text.prefix(64)
        // The hash stands in the complaint's table of hashes, whichever part the annex is in.
        #expect(words[0].contains(digest), "annex \(number)")
        #expect(words.count { $0.contains("[Picture]") || $0.contains(digest.prefix(12)) } >= 1)
      }
      for (place, text) in words.enumerated() where place > 0 {
        #expect(text.contains("EB-2026-01") || text.contains("2026"), "a part does not say what it belongs to")
      }
      Golden.check(words[1], "split-\(country).spoken")
    }
  }

  @Test func `what fits into one file stays in one`() throws {
    try Desk.withPictures("DE", 1) { desk in
      try Self.pictures(desk, 1)
      #expect(try desk.draft("--output", "a.pdf").status == 0)
      #expect(try desk.draft("--output", "b.pdf", "--split-mb", "10").status == 0)
      #expect(try desk.bytes("a.pdf") == desk.bytes("b.pdf"))
      #expect(try !desk.names().contains { $0.contains("part") })
    }
  }

  @Test func `an exhibit is never cut`() throws {
    try Desk.withPictures("DE", 2) { desk in
      try SparseJPEG.write(to: desk.path("picture-1.jpg"), size: 100_000)
      try SparseJPEG.write(to: desk.path("picture-2.jpg"), size: 4_000_000)
      let outcome = try desk.draft("--split-mb", "3")
      #expect(outcome.status == 65)
      #expect(
        outcome.errorBlocks == [
          """
          error: evidence.2: the exhibit alone comes to about 9 MB, and a part may have 3 [part.tooSmall]
          hint: allow larger parts, or attach the passage that matters as a smaller file; an exhibit is never cut
          """
        ])
      #expect(try desk.names() == ["matter.yaml", "picture-1.jpg", "picture-2.jpg"])
    }
  }

  @Test func `parts need a size and files`() throws {
    try Desk.with { desk in
      for (arguments, line) in [
        (["--split-mb", "0"], "error: --split-mb wants the size of a part in megabytes, from 1 to 1000\n"),
        (
          ["--split-mb", "5", "--output", "-"],
          "error: --split-mb makes several files, which neither --kit nor standard output takes\n"
        ),
        (
          ["--split-mb", "5", "--kit", "kit"],
          "error: --split-mb makes several files, which neither --kit nor standard output takes\n"
        ),
      ] {
        let outcome = try desk.run(["draft", "--date", today] + arguments + ["matter.yaml"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix(line), "\(outcome.errors)")
        #expect(try desk.names() == ["matter.yaml"])
      }
    }
  }
}
