import Document
import Fonts
import Haru
import Storage
import Testing
import Typesetting

import struct Document.Attachment

@testable import TaggedPDF

/// What would not conform is refused, everything at once, with its place.
@Suite struct ConformanceTests {
  static func problems(
    _ layout: Layout, metadata: PDFMetadata = Samples.metadata, attachments: [Attachment] = []
  ) throws -> [String] {
    do {
      _ = try Samples.write(layout, metadata: metadata, attachments: attachments)
      return []
    } catch PDFError.nonconforming(let problems) {
      return problems.map { "\($0.rule.rawValue) at \($0.location)" }
    }
  }

  @Test func aSoundLetterHasNone() throws {
    #expect(try Self.problems(try Samples.letter().layout, attachments: [Samples.mail]) == [])
  }

  @Test func everythingIsSaidAtOnceWithItsPlace() throws {
    let builder = try Samples.letter()
    let figure = try #require(builder.elements.firstIndex { $0.role == .figure })
    builder.elements[figure].alternative = " "
    builder.elements[figure + 1].boundingBox = nil
    let header = try #require(builder.elements.firstIndex { $0.role == .tableHeader })
    builder.elements[header].scope = nil
    let list = try #require(builder.elements.firstIndex { $0.role == .list })
    builder.elements[list].numbering = nil
    let note = try #require(builder.elements.firstIndex { $0.role == .note })
    builder.elements[note].identifier = nil
    builder.pages[0].links[0].description = ""
    builder.pages[0].links[1].destination = .place(page: 7, y: 0)
    builder.outline[1].children[0].title = ""
    builder.images[1].opacity = StoredBytes([0])
    var layout = builder.layout
    layout.language = "german language"
    var metadata = Samples.metadata
    metadata.title = ""
    metadata.date.month = 13
    var nameless = Samples.mail
    nameless.name = "C:\\Users\\mail.eml"
    nameless.description = ""
    nameless.mediaType = "mail"
    let found = try Self.problems(layout, metadata: metadata, attachments: [Samples.picture, nameless])
    let expected = [
      "title at the document", "date at the document", "language at the document",
      "tableScope at Document/Table[1]/TR[1]/TH[1] (element \(header))",
      "noteIdentifier at Document/P[1]/Note[1] (element \(note))",
      "listNumbering at Document/L[1] (element \(list))",
      "figureAlternative at Document/Figure[1] (element \(figure))",
      "figureBox at Document/Figure[2] (element \(figure + 1))",
      "linkDescription at page 1, link 0", "linkDestination at page 1, link 1", "bookmark at bookmark 2",
      "image at image 1", "attachmentName at attachment 1", "attachmentDescription at attachment 1",
      "attachmentType at attachment 1",
    ]
    #expect(found.sorted() == expected.sorted())
  }

  @Test func headingsSkipNoLevel() throws {
    let builder = try Samples.builder()
    builder.page()
    builder.text("1", of: builder.element(.heading1))
    builder.text("1.1.1", of: builder.element(.heading3))
    #expect(try Self.problems(builder.layout) == ["headingSkip at Document/H3[1] (element 2)"])
    let late = try Samples.builder()
    late.page()
    late.text("1.1", of: late.element(.heading2))
    #expect(try Self.problems(late.layout) == ["headingSkip at Document/H2[1] (element 1)"])
  }

  @Test func contentBelongsToExactlyOneElement() throws {
    let builder = try Samples.letter()
    let lost = try #require(builder.elements.firstIndex { $0.role == .heading1 })
    builder.elements[lost].kids = []
    #expect(try Self.problems(builder.layout) == ["content at page 1, content 0"])
    let twice = try Samples.letter()
    twice.elements[lost].kids.append(twice.elements[lost].kids[0])
    #expect(try Self.problems(twice.layout) == ["content at page 1, content 0"])
    let foreign = try Samples.letter()
    foreign.elements[lost].kids.append(.content(page: 1, sequence: 99))
    #expect(try Self.problems(foreign.layout) == ["content at Document/H1[1] (element \(lost))"])
  }

  @Test func rowsOfATableAreEquallyLongAndHaveHeads() throws {
    let builder = try Samples.builder()
    builder.page()
    builder.table(heads: ["a", "b"], rows: [["c", "d"], ["e"]])
    #expect(try Self.problems(builder.layout) == ["tableShape at Document/Table[1] (element 1)"])
    let plain = try Samples.builder()
    plain.page()
    let row = plain.element(.tableRow, in: plain.element(.table))
    plain.text("x", of: plain.element(.tableData, in: row))
    #expect(try Self.problems(plain.layout) == ["tableHeader at Document/Table[1] (element 1)"])
  }

  @Test func aGlyphNobodyKnowsIsRefused() throws {
    let builder = try Samples.builder()
    builder.page()
    let paragraph = builder.element(.paragraph)
    let run = GlyphRun(
      face: .serif, size: 11,
      glyphs: [.init(id: 0, advance: 500, natural: 500), .init(id: 4000, advance: 500, natural: 500)],
      encoder: builder.resources.encoder)
    builder.draw([.glyphs(run, x: 70, y: 700)], of: paragraph)
    #expect(
      try Self.problems(builder.layout) == ["glyphMissing at glyph 0 of serif", "glyphText at glyph 4000 of serif"])
    // and beside other problems, too
    builder.outline = [Bookmark(title: "", page: 0, y: 0)]
    #expect(try Self.problems(builder.layout).count == 3)
  }

  @Test func aProfileThatIsNoneIsRefused() throws {
    #expect {
      _ = try PDFResources(library: try Samples.library.get(), language: "de", outputProfile: [1, 2, 3])
    } throws: { error in
      guard case PDFError.nonconforming(let problems) = error else { return false }
      return problems.map(\.rule) == [.outputIntent]
    }
  }

  @Test func whatTheFormatCannotHoldIsRefused() throws {
    let builder = try Samples.builder()
    builder.page()
    for _ in 0..<32_768 { builder.element(.paragraph) }
    #expect {
      _ = try Samples.write(builder.layout)
    } throws: { error in
      guard case PDFError.writing(.limits(let limits)) = error else { return false }
      return limits == [.array(count: 32_768)]
    }
  }

  @Test func messagesNameTheClauseAndNobody() throws {
    for rule in ConformanceRule.allCases {
      #expect(rule.clause.hasPrefix("ISO "))
      #expect(rule.message.first?.isLowercase == true && !rule.message.hasSuffix("."))
    }
    let builder = try Samples.letter()
    builder.pages[0].links[0].description = ""
    #expect {
      _ = try Samples.write(builder.layout)
    } throws: { error in
      "\(error)" == "link has no description (ISO 14289-1 7.18.5) at page 1, link 0"
    }
  }
}
