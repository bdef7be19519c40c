import Document
import Fonts
import Foundation
import Storage
import TestSupport
import Testing
import Typesetting

import struct Document.Attachment

@testable import TaggedPDF

/// What is written, read back from the bytes.
@Suite struct TaggedPDFTests {
  static func letter() throws -> [UInt8] {
    try Samples.write(try Samples.letter().layout, attachments: [Samples.picture, Samples.mail])
  }

  @Test func theTagTreeIsTheModels() throws {
    Golden.check(TaggedPDFReader(try PDFFile(try Self.letter())).dump(), "tag-tree")
  }

  @Test func theLetterIsReadAloudInOrder() throws {
    Golden.check(TaggedPDFReader(try PDFFile(try Self.letter())).transcript(), "transcript")
  }

  @Test func nothingIsWrongThatNoValidatorSees() throws {
    // The letter is made to hold one of everything, not to be a good letter: annexes are not cited, labels are bare.
    let violations = conformanceViolations(of: try PDFFile(try Self.letter()))
    #expect(violations == [])
  }

  @Test(.needsValidators) func validatorsAgree() throws {
    try withTemporaryFolder { folder in
      let files = try [Self.letter(), Samples.write(try Samples.greek().layout)].enumerated().map { place, bytes in
        let file = folder.appending(path: "sample-\(place).pdf")
        try Data(bytes).write(to: file)
        return file
      }
      #expect(try Validators.violations(of: files) == [])
    }
  }

  @Test func otherReadersAgree() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "letter.pdf")
      try Data(try Self.letter()).write(to: file)
      if let qpdf = Subprocess.find("qpdf") {
        let check = try Subprocess.run(qpdf, ["--check", file.path])
        #expect(check.status == 0, "\(check.text)\(check.errors)")
      }
      if let pdftotext = Subprocess.find("pdftotext") {
        let text = try Subprocess.run(pdftotext, [file.path, "-"]).text
        for words in [
          "1 Die Auflage häufiger Schiffahrt ist (keine) Öffnung \\ der fi-Ligatur.", "Łódź und Ελληνικά", "Beispiel",
        ] {
          #expect(text.contains(words))
        }
      }
      if let pdfdetach = Subprocess.find("pdfdetach") {
        let out = folder.appending(path: "out.eml")
        _ = try Subprocess.run(pdfdetach, ["-savefile", "annex-1.eml", "-o", out.path, file.path])
        #expect(Array(try Data(contentsOf: out)) == Samples.mail.bytes)
      }
    }
  }

  @Test func sameInputSameBytesWhateverWasWrittenBefore() throws {
    let letter = try Samples.letter().layout
    let other = try Samples.greek().layout
    let first = try Samples.write(letter)
    var writer = try PDFWriter(resources: try Samples.german.get())
    _ = try writer.write(other, metadata: Samples.metadata)
    #expect(try writer.write(letter, metadata: Samples.metadata) == first)
    #expect(try writer.write(letter, metadata: Samples.metadata) == first)
    // made anew, the layout is the same
    #expect(try Samples.write(try Samples.letter().layout) == first)
  }

  @Test func theIdentifierFollowsTheContent() throws {
    let letter = try Samples.letter().layout
    func identifier(_ bytes: [UInt8]) throws -> [PDFObject] {
      let pair = try #require(try PDFFile(bytes).array(PDFFile(bytes).trailer["ID"]))
      #expect(pair.count == 2 && pair[0] == pair[1])
      return pair
    }
    let plain = try identifier(Samples.write(letter))
    #expect(try identifier(Samples.write(letter, attachments: [Samples.mail])) != plain)
    var metadata = Samples.metadata
    metadata.title += "."
    #expect(try identifier(Samples.write(letter, metadata: metadata)) != plain)
  }

  @Test func fourThreadsWriteTheSame() async throws {
    let layout = try Samples.letter().layout
    let expected = try Samples.write(layout, attachments: [Samples.mail])
    let resources = try Samples.german.get()
    let all = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var writer = try PDFWriter(resources: resources)
          for _ in 0..<25 {
            let bytes = try writer.write(layout, metadata: Samples.metadata, attachments: [Samples.mail])
            if bytes != expected { return false }
          }
          return true
        }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(all)
  }

  @Test func memoryStaysFlat() throws {
    let letter = try Samples.letter().layout
    var writer = try PDFWriter(resources: try Samples.german.get())
    var held: Set<Int> = []
    for _ in 0..<300 {
      _ = try writer.write(letter, metadata: Samples.metadata)
      held.insert(writer.heldBytes)
    }
    #expect(held.count == 1)
    #expect(held.max() ?? .max < 1 << 20)
  }

  @Test func manyPagesNotesAndFilesFillTreesOfSeveralNodes() throws {
    let builder = try Samples.builder()
    for number in 1...300 {
      builder.page()
      builder.furniture(.footer, builder.runs("\(number)", face: .sans, size: 9).map { .glyphs($0, x: 70, y: 30) })
      let paragraph = builder.element(.paragraph)
      builder.text("Seite", of: paragraph)
      let note = builder.element(.note, in: paragraph)
      builder.elements[note].identifier = "note-\(number)"
      builder.text("\(number)", of: builder.element(.label, in: note))
      builder.text(" Quelle", of: note)
    }
    let files = (0..<300).map { number in
      Attachment(
        name: "file-\(number)", description: "Datei", mediaType: "text/plain", relationship: .data,
        data: StoredBytes([65]),
        sha256: "", date: (2026, 1, 1))
    }
    let file = try PDFFile(try Samples.write(builder.layout, attachments: files))
    #expect(TaggedPDFReader(file).pages.count == 300)
    #expect(conformanceViolations(of: file).filter { !$0.contains("heading") && !$0.contains("bookmark") } == [])
  }
}
