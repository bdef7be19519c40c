import Foundation
import TestSupport
import Testing

/// Files of pages as evidence, through the programs that show them.
@Suite struct PageEvidenceTests {
  /// A desk on which `letter.pdf`, a complaint without annexes, lies as the first exhibit.
  private static func withLetter(_ body: (Desk) throws -> Void) throws {
    try Desk.with { desk in
      let sample = try Desk.sample()
      let evidence = try #require(sample.firstRange(of: "\nevidence:"))
      let prior = try #require(sample.firstRange(of: "\nprior:"))
      let bare = sample.replacingCharacters(in: evidence.upperBound..<prior.lowerBound, with: " []\n")
      try desk.write("bare.yaml", bare)
      #expect(try desk.run(["draft", "--date", today, "--output", "letter.pdf", "bare.yaml"]).status == 0)
      try desk.change("example:de/1-objection.png", "letter.pdf")
      try body(desk)
    }
  }

  @Test func `every page of a PDF is shown, its words stand in the text, the original is inside`() throws {
    try Self.withLetter { desk in
      let outcome = try desk.draft()
      #expect(outcome.status == 0)
      let letter = try PDFFile(contentsOf: desk.path("letter.pdf"))
      let file = try PDFFile(contentsOf: desk.path("complaint-DE.pdf"))
      #expect(conformanceViolations(of: file) == [])
      let words = try desk.words()
      let pages = letter.pages().count
      for page in 1...pages { #expect(words.contains("Seite \(page) von \(pages)"), "page \(page)") }
      // A sentence of the letter that the setter divided at a line's end stands whole beneath its page.
      #expect(words.components(separatedBy: "Angeregt, nicht beantragt").count == 3)
      let attachments = TaggedPDFReader(file).attachments()
      #expect(attachments.first?.bytes == [UInt8](try desk.bytes("letter.pdf")))
    }
  }

  @Test func `a PDF locked by a password is an error that says so, and nothing is written`() throws {
    try Self.withLetter { desk in
      let lock = try Subprocess.run(
        "qpdf", ["--encrypt", "person", "owner", "256", "--", "letter.pdf", "locked.pdf"], directory: desk.folder)
      try #require(lock.status == 0, "\(lock.errors)")
      try desk.change("file: letter.pdf", "file: locked.pdf")
      let outcome = try desk.draft()
      #expect(outcome.status == 65)
      #expect(
        outcome.errorBlocks == [
          """
          error: evidence.1.file (line 103): the file is a PDF file and cannot be shown: it is damaged or locked by a \
          password [evidence.file.damaged]
          hint: open it; if it shows, save or print it anew without a password, else get the original once more
          """
        ])
      #expect(try desk.names() == ["bare.record.yaml", "bare.yaml", "letter.pdf", "locked.pdf", "matter.yaml"])
    }
  }
}
