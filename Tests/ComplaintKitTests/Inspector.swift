import Checking
import Document
import LayoutSupport
import Matter
import TaggedPDF
import TestSupport

@testable import ComplaintKit
@testable import Typesetting

/// Goes the whole way from a brief to the file and says what is wrong with pages, file and text.
final class Inspector {
  /// What was made of a brief.
  struct Outcome {
    var faults: [String] = []
    /// The pages of the complaint itself, to where the list of annexes begins.
    var pages = 0
    /// The pages before the first annex, with the whole list of annexes.
    var pagesWithList = 0
  }

  private let press: Press
  private let preparation: Preparation
  private let typesetter: Typesetter
  private var writer: PDFWriter

  /// - Parameter brief: any of those that will come: what is shared by all of its language and day.
  init(like brief: Brief) throws {
    press = Press()
    preparation = try Bench.preparation(brief)
    typesetter = Typesetter(preparation.typesetting)
    writer = try PDFWriter(resources: preparation.pdf)
  }

  func inspect(_ brief: Brief) throws -> Outcome { try inspect(press.compose(brief), brief) }

  /// Sets, writes and reads again what was composed.
  func inspect(_ document: Document, _ brief: Brief) throws -> Outcome {
    let set = typesetter.typeset(document)
    var outcome = Outcome()
    outcome.faults = set.problems.map { "\($0)" }
    outcome.faults += LayoutReader(set.layout, fonts: preparation.typesetting.fonts).faults()
    let metadata = PDFMetadata(
      title: document.metadataTitle, producer: "complain",
      date: PDFDate(year: brief.date.year, month: brief.date.month, day: brief.date.day))
    let reader = TaggedPDFReader(
      try PDFFile(writer.write(set.layout, metadata: metadata, attachments: document.attachments)))
    outcome.faults += conformanceViolations(of: reader) + textViolations(of: reader)
    let sections = set.layout.outline
    outcome.pagesWithList =
      document.annexes.isEmpty ? set.layout.pages.count : sections.dropFirst(document.sections.count).first?.page ?? 0
    let hasList = document.sections.last?.heading.identifier == "annexes"
    outcome.pages = hasList ? Self.pages(before: sections[document.sections.count - 1]) : outcome.pagesWithList
    return outcome
  }

  /// The pages before a section; the one it begins on is one of them unless nothing stands above it.
  private static func pages(before section: Bookmark) -> Int {
    let head = PageGeometry.height - PageGeometry.top - 12
    return section.page + (section.y < head ? 1 : 0)
  }
}
