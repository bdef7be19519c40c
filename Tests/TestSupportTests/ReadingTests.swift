import Foundation
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func `the tag tree is dumped as text`() throws {
    Golden.check(TaggedPDFReader(try SampleDocument.file()).dump(), "tag-tree")
  }

  @Test func `a screen reader's words are written down`() throws {
    Golden.check(TaggedPDFReader(try SampleDocument.file()).transcript(), "transcript")
  }

  @Test func `links, bookmarks, labels and attachments are listed`() throws {
    Golden.check(TaggedPDFReader(try SampleDocument.file()).navigationDump(), "navigation")
  }

  @Test func `text comes back whole across lines and pages`() throws {
    let reader = TaggedPDFReader(try SampleDocument.file())
    let paragraph = try #require(reader.elements.first { $0.role == "P" && reader.text($0).hasPrefix("1 The") })
    #expect(reader.text(paragraph) == "1 The controller processes the data, see Annex 1, and goes on")
    #expect(reader.rawText(paragraph).contains("pro\u{AD}cesses"))
  }

  @Test func `a file survives being written again`() throws {
    let file = try SampleDocument.file()
    #expect(try PDFEditor(file).file().objects == file.objects)
    #expect(PDFEditor(file).bytes() == PDFEditor(try PDFEditor(file).file()).bytes())
  }

  @Test func `qpdf reads the same file`() throws {
    let qpdf = try #require(Subprocess.find("qpdf"))
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("sample.pdf")
      try Data(PDFEditor(try SampleDocument.file()).bytes()).write(to: path)
      let outcome = try Subprocess.run(qpdf, ["--check", path.path])
      #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
    }
  }

  @Test(arguments: [
    "", "%PDF-1.7\n", "%PDF-1.7\nstartxref\n9\n%%EOF",
    "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\nstartxref\n9\n%%EOF",
  ]) func `what is no PDF file is refused`(text: String) {
    #expect(throws: PDFSyntaxError.self) { try PDFFile(Array(text.utf8)) }
  }

  @Test func `no damaged file crashes the reader`() throws {
    let bytes = PDFEditor(try SampleDocument.file()).bytes()
    try withSeededRandom(count: 300) { random in
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      // Throwing is right, and so is reading on; what comes out must bear being looked at.
      if let file = try? PDFFile(damaged) { _ = conformanceViolations(of: file) }
    }
  }
}
