import Casebook
import Checking
import Document
import Evidence
import Fonts
import Matter
import Templates
import TestSupport
import Testing

@testable import ComplaintKit
@testable import Typesetting

/// What a typographer would mend, in everything that is set.
@Suite struct LayoutTests {
  @Test(arguments: Bench.countries.map(\.0))
  func pagesAreSoundInTheCoveringSet(country: String) throws {
    let entries = try Corpus.of(country).entries
    let sample = try Bench.brief(MatterFactory.sample(country), country: country)
    let documents =
      [("sample", try Press().compose(sample))] + Corpus.cover(entries).map { ("\($0)", $0.document) }
      + entries.enumerated().filter { $0.offset % 12 == 5 }.map { ("\($0.element)", $0.element.document) }
    let resources = try Bench.preparation(sample).typesetting
    for (name, document) in documents {
      var run = DocumentSetter(document, setter: ParagraphSetter(resources), resources: resources)
      let set = run.run()
      #expect(set.problems == [], "\(name)")
      let page = LayoutReader(layout: set.layout, fonts: resources.fonts)
      #expect(page.widows() == [], "\(name)")
      #expect(page.strandedHeadings() == [], "\(name)")
      #expect(page.overfull() == [], "\(name)")
      // A few paragraphs full of citations, which cannot be divided, still have one: a fault to mend, not to hide.
      // The breaker avoids rivers where a line is long enough to choose: from 380 points on, which is all running text.
      withKnownIssue("rivers among citations", isIntermittent: true) {
        for paragraph in run.paragraphs where (paragraph.set.pieces.map(\.right).max() ?? 0) >= 380 {
          #expect(page.rivers(paragraph.set) == 0, "\(name)")
        }
      }
    }
  }
}

/// Reads from a layout what a page should not show.
private struct LayoutReader {
  let layout: Layout
  let fonts: FontLibrary

  func text(_ run: GlyphRun) -> String {
    run.actualText ?? run.glyphs.map { fonts[run.face].text(of: $0.id) ?? "" }.joined()
  }

  private func text(_ element: Int) -> String {
    layout.elements[element].kids.map { kid in
      switch kid {
      case .element(let inner): text(inner)
      case .content(let page, let sequence):
        layout.pages[page].contents[sequence].drawings.map { drawing in
          if case .glyphs(let run, _, _) = drawing { text(run) } else { "" }
        }.joined()
      case .annotation: ""
      }
    }.joined()
  }

  /// The baselines of an element's own lines, page by page.
  private func lines(_ element: Int) -> [Int: Set<Double>] {
    var found: [Int: Set<Double>] = [:]
    for kid in layout.elements[element].kids {
      switch kid {
      case .content(let page, let sequence):
        for case .glyphs(_, _, let y) in layout.pages[page].contents[sequence].drawings {
          found[page, default: []].insert((y * 100).rounded())
        }
      case .element(let inner) where [.span, .link, .reference, .label].contains(layout.elements[inner].role):
        for (page, lines) in self.lines(inner) { found[page, default: []].formUnion(lines) }
      default: break
      }
    }
    return found
  }

  /// Paragraphs that leave one line alone on a page.
  func widows() -> [String] {
    layout.elements.indices.filter { [.paragraph, .listBody].contains(layout.elements[$0].role) }.compactMap {
      element in
      let pages = lines(element)
      guard pages.count > 1, pages.values.contains(where: { $0.count < 2 }) else { return nil }
      return String(text(element).prefix(60))
    }
  }

  /// Headings under which their page has fewer than two lines.
  func strandedHeadings() -> [String] {
    var notes: Set<Int> = []
    for (index, element) in layout.elements.enumerated() {
      if element.role == .note || (element.parent.map { notes.contains($0) } ?? false) { notes.insert(index) }
    }
    return layout.elements.indices.compactMap { heading in
      guard [.heading2, .heading3].contains(layout.elements[heading].role) else { return nil }
      guard let (page, own) = lines(heading).first, let y = own.min() else { return nil }
      var below: Set<Double> = []
      for (index, element) in layout.elements.enumerated() where !notes.contains(index) {
        for case .content(page, let sequence) in element.kids {
          for drawing in layout.pages[page].contents[sequence].drawings {
            switch drawing {
            case .glyphs(_, _, let place) where place * 100 < y - 1: below.insert((place * 100).rounded())
            case .image: below.formUnion([-1, -2])
            default: break
            }
          }
        }
      }
      return below.count < 2 ? text(heading) : nil
    }
  }

  /// Lines that reach beyond the margins or the foot.
  func overfull() -> [String] {
    layout.pages.flatMap { page in
      page.contents.flatMap { content in
        content.drawings.compactMap { drawing -> String? in
          guard case .glyphs(let run, let x, let y) = drawing else { return nil }
          let space = run.glyphs.last.map { fonts[run.face].text(of: $0.id) == " " ? $0.advance : 0 } ?? 0
          let right = x + run.width - Double(space) * run.size / 1000
          let isInside = right < PageGeometry.right + 0.05 && x > PageGeometry.left - 0.05 && y > 0
          return isInside ? nil : String(text(run).prefix(60))
        }
      }
    }
  }

  /// Three wide spaces above each other, measured from the glyphs.
  func rivers(_ set: SetParagraph) -> Int {
    var spaces: [[Range<Int>]] = []
    var scales: [Double] = []
    for line in 0..<set.lineCount {
      var own: [Range<Int>] = []
      var scale = 1.0
      for piece in set.pieces[set.pieces(ofLine: line)] {
        var x = piece.x
        for glyph in piece.run.glyphs {
          let width = Double(glyph.advance) * piece.run.size / 1000
          if fonts[piece.run.face].text(of: glyph.id) == " ", x + 0.01 < piece.right {
            own.append(Int(x * 100)..<Int((x + width) * 100))
            scale = max(scale, Double(glyph.advance) / Double(glyph.natural))
          }
          x += width
        }
      }
      spaces.append(own)
      // Glyphs stand on thousandths of their size.
      scales.append(scale - 0.01)
    }
    return Rivers.count(spaces: spaces, scales: scales)
  }
}
