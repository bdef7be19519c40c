import Casebook
import Checking
import Document
import Evidence
import Matter
import Templates
import TestSupport
import Testing

@testable import ComplaintKit

/// The four examples as a reader, a screen reader and a search engine get them from the written file.
@Suite struct GoldenTests {
  private static func draft(_ country: String, _ kind: String = DocumentKind.complaint) throws -> Draft {
    try Press().draft(Bench.brief(MatterFactory.sample(country), as: kind, country: country))
  }

  @Test(arguments: Bench.countries.map(\.0), Bench.letters)
  func lettersAreWhatTheyWere(country: String, kind: String) throws {
    let reader = TaggedPDFReader(try PDFFile(Self.draft(country, kind).bytes))
    Golden.check(reader.dump(), "\(kind)-\(country).tags")
    Golden.check(reader.transcript(), "\(kind)-\(country).spoken")
    Golden.check(reader.text() + "\n", "\(kind)-\(country).text")
  }

  /// One language a script.
  @Test(arguments: ["IE", "GR", "BG"])
  func mandatesAreWhatTheyWere(country: String) throws {
    let matter = MandateFormTests.mandating(in: country)
    let draft = try Press().draft(Bench.brief(matter, as: DocumentKind.mandate, country: country))
    let reader = TaggedPDFReader(try PDFFile(try draft.bytes))
    Golden.check(reader.dump(), "mandate-\(country).tags")
    Golden.check(reader.transcript(), "mandate-\(country).spoken")
    Golden.check(reader.text() + "\n", "mandate-\(country).text")
  }

  @Test(arguments: Bench.countries.map(\.0))
  func examplesAreWhatTheyWere(country: String) throws {
    let draft = try Self.draft(country)
    let reader = TaggedPDFReader(try PDFFile(try draft.bytes))
    Golden.check(reader.dump(), "example-\(country).tags")
    Golden.check(reader.transcript(), "example-\(country).spoken")
    Golden.check(reader.text() + "\n", "example-\(country).text")
    Golden.check(reader.navigationDump(), "example-\(country).navigation")
  }

  /// What stands in the file is what was composed: every word, in order, words divided at line ends whole again.
  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func extractedTextIsTheSource(country: String, kind: String) throws {
    let draft = try Self.draft(country, kind)
    let reader = TaggedPDFReader(try PDFFile(try draft.bytes))
    let root = try #require(reader.root)
    var notes: [String] = []
    let extracted = words(body(root, reader, notes: &notes))
    let source = SourceText(draft.document, pages: Self.annexPages(draft.document, reader))
    let expected = words(source.lines.joined(separator: " "))
    let difference = extracted.difference(from: expected)
    #expect(difference.isEmpty, "\(difference.prefix(20))")
    #expect(notes.map { words($0) } == source.notes.map { words($0) })
  }

  /// The pages to which the bookmarks of annexes lead, from 1.
  private static func annexPages(_ document: Document, _ reader: TaggedPDFReader) -> [String: Int] {
    var pages: [String: Int] = [:]
    for annex in document.annexes {
      let title = annex.heading.content.plainText
      if case .page(let page) = reader.bookmarks().first(where: { $0.title == title })?.target {
        pages[annex.heading.identifier] = page + 1
      }
    }
    return pages
  }

  private func body(_ element: TagElement, _ reader: TaggedPDFReader, notes: inout [String]) -> String {
    if element.role == "Note" {
      notes.append(reader.text(element))
      return " "
    }
    // The mark of a note is part of the line it stands in.
    if element.role == "Reference" { return reader.text(element) }
    var text = ""
    for kid in element.kids {
      switch kid {
      case .element(let inner): text += body(inner, reader, notes: &notes)
      case .content(let page, let mcid): text += reader.pages[page].sequence(mcid)?.text ?? ""
      case .annotation, .broken: break
      }
    }
    // Blocks end words, elements within a line do not.
    return ["Span", "Link"].contains(element.role) ? text : text + " "
  }

  private func words(_ text: String) -> [String] {
    text.filter { $0 != "\u{AD}" }.split { $0.isWhitespace }.map(String.init)
  }
}

/// A document's words in the order in which they are tagged, numbers of footnotes included.
private struct SourceText {
  var lines: [String] = []
  var notes: [String] = []

  /// The page on which each annex begins.
  private let pages: [String: Int]

  init(_ document: Document, pages: [String: Int]) {
    self.pages = pages
    if let letterhead = document.letterhead {
      lines += letterhead.sender + letterhead.addressee + letterhead.delivery + [letterhead.placeAndDate]
    }
    document.caption.map { add($0) }
    add(document.title)
    document.subtitle.map { add($0) }
    add(document.opening)
    for section in document.sections {
      add(section.heading)
      add(section.blocks)
      for part in section.subsections {
        add(part.heading)
        add(part.blocks)
      }
    }
    for annex in document.annexes {
      add(annex.heading)
      add(annex.blocks)
    }
  }

  private mutating func add(_ heading: Heading) {
    if let number = heading.number { lines.append(number) }
    add(heading.content)
  }

  private mutating func add(_ content: [Inline]) { lines.append(text(content)) }

  private mutating func text(_ content: [Inline]) -> String {
    var result = ""
    for inline in content {
      switch inline {
      case .text(let text), .literal(let text, _): result += text
      case .emphasis(let inner), .strong(let inner), .foreign(_, let inner): result += text(inner)
      case .link(let link): result += text(link.content)
      case .footnote(let note):
        let number = notes.count + 1
        notes.append("\(number) " + note.content.plainText)
        // the mark is a word of its own
        result += " \(number)"
      case .lineBreak: result += "\n"
      case .pageNumber(let place): result += pages[place].map(String.init) ?? "no page"
      }
    }
    return result
  }

  private mutating func add(_ table: Table) {
    for row in [table.columnHeads] + table.rows {
      for cell in row { for paragraph in cell.paragraphs { add(paragraph.content) } }
    }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        if let number = paragraph.number { lines.append("\(number)") }
        add(paragraph.content)
      case .list(let list):
        for item in list.items {
          lines.append(item.label)
          add(item.blocks)
        }
      case .table(let table): add(table)
      case .quotation(let quotation): add(quotation.blocks)
      case .figure: break
      case .signature(let field): lines += [field.placeAndDate, field.caption]
      }
    }
  }
}
