import Document
import Fonts
import Testing

@testable import Typesetting

/// What every page must keep to, whatever is on it.
@Suite struct PageTests {
  /// Complaints of many lengths: what stands at a page's end differs in each.
  static let documents: [Document] = (2...26).map { Samples.complaint(paragraphs: $0, figure: Samples.screenshot) }

  /// The distinct baselines of an element's own lines, page by page.
  private func lines(of element: Int, in layout: Layout) -> [Int: Set<Double>] {
    var found: [Int: Set<Double>] = [:]
    for kid in layout.elements[element].kids {
      switch kid {
      case .content(let page, let sequence):
        for case .glyphs(_, _, let y) in layout.pages[page].contents[sequence].drawings {
          found[page, default: []].insert((y * 100).rounded())
        }
      case .element(let inner) where [.span, .link, .reference, .label].contains(layout.elements[inner].role):
        for (page, lines) in self.lines(of: inner, in: layout) { found[page, default: []].formUnion(lines) }
      default: break
      }
    }
    return found
  }

  @Test(arguments: documents.indices)
  func noWidowNoOrphan(number: Int) {
    let layout = Support.typeset(Self.documents[number]).layout
    for (index, element) in layout.elements.enumerated() where element.role == .paragraph || element.role == .listBody {
      let pages = lines(of: index, in: layout)
      if pages.count > 1 { for (_, lines) in pages { #expect(lines.count >= 2) } }
    }
  }

  @Test(arguments: documents.indices)
  func headingsStayWithTwoLinesOfWhatFollows(number: Int) {
    let layout = Support.typeset(Self.documents[number]).layout
    for (index, element) in layout.elements.enumerated() where element.role == .heading2 || element.role == .heading3 {
      let own = lines(of: index, in: layout)
      #expect(own.count == 1)
      guard let page = own.keys.first, let y = own[page]?.min() else { continue }
      // lines of real text under the heading, above the notes
      var below: Set<Double> = []
      for (other, element) in layout.elements.enumerated() where element.role != .note && !isInNote(other, layout) {
        for kid in element.kids {
          guard case .content(page, let sequence) = kid else { continue }
          for drawing in layout.pages[page].contents[sequence].drawings {
            if case .glyphs(_, _, let place) = drawing, place * 100 < y - 1 { below.insert((place * 100).rounded()) }
            if case .image = drawing { below.formUnion([-1, -2]) }
          }
        }
      }
      #expect(below.count >= 2, "\(Support.text(of: index, in: layout))")
    }
  }

  private func isInNote(_ element: Int, _ layout: Layout) -> Bool {
    var place = layout.elements[element].parent
    while let parent = place {
      if layout.elements[parent].role == .note { return true }
      place = layout.elements[parent].parent
    }
    return false
  }

  @Test(arguments: documents.indices)
  func everythingStaysWithinTheMargins(number: Int) {
    let layout = Support.typeset(Self.documents[number]).layout
    for page in layout.pages {
      for content in page.contents {
        for drawing in content.drawings {
          switch drawing {
          case .glyphs(let run, let x, let y):
            // the space at a line's end may stand in the margin
            let space = run.glyphs.last.map { Support.fonts[run.face].text(of: $0.id) == " " ? $0.advance : 0 } ?? 0
            let right = x + run.width - Double(space) * run.size / 1000
            #expect(right < PageGeometry.right + 0.05, "\(Support.text(run))")
            #expect(x > PageGeometry.left - 0.05)
            #expect(y > PageGeometry.points(10) && y < page.height - PageGeometry.points(10))
            if case .element = content.owner { #expect(y > page.height - PageGeometry.bottom) }
          case .image(_, let box):
            #expect(box.x + box.width < PageGeometry.right + 0.05)
            #expect(box.y > page.height - PageGeometry.bottom - 0.05)
          case .rule(let box, _): #expect(box.x + box.width < PageGeometry.right + 0.05)
          }
        }
      }
    }
  }

  /// The space above the first line under a letterhead counts too.
  @Test(arguments: Array(stride(from: 24.0, to: 50, by: 0.5)))
  func aLettersFirstPageEndsAboveTheFoot(windowTop: Double) {
    var document = Samples.complaint(paragraphs: 12, figure: Samples.screenshot)
    document.letterhead?.window.top = windowTop
    let page = Support.typeset(document).layout.pages[0]
    for content in page.contents {
      guard case .element = content.owner else { continue }
      for case .glyphs(let run, _, let y) in content.drawings {
        #expect(y > page.height - PageGeometry.bottom, "\(Support.text(run))")
      }
    }
  }

  @Test(arguments: documents.indices)
  func linesDoNotOverlap(number: Int) {
    let layout = Support.typeset(Self.documents[number]).layout
    for page in layout.pages {
      // runs that share a stretch of the line stand at least most of a line apart, or on one baseline
      var runs: [(x: Double, right: Double, y: Double, size: Double)] = []
      for content in page.contents {
        for case .glyphs(let run, let x, let y) in content.drawings {
          for other in runs where abs(other.y - y) > 0.01 && abs(other.y - y) < 8 {
            #expect(other.right <= x + 0.1 || x + run.width <= other.x + 3.1)
          }
          for other in runs where abs(other.y - y) < 0.01 {
            #expect(other.right <= x + 3.1 || x + run.width <= other.x + 3.1, "\(Support.text(run))")
          }
          runs.append((x, x + run.width, y, run.size))
        }
      }
    }
  }

  @Test(arguments: documents.indices)
  func footnotesStandOnThePageOfTheirMark(number: Int) {
    let layout = Support.typeset(Self.documents[number]).layout
    for page in layout.pages.indices {
      for link in layout.pages[page].links {
        guard case .place(let target, _) = link.destination else { continue }
        let parent = layout.elements[layout.elements[link.element].parent ?? 0].role
        if parent == .reference || parent == .label { #expect(target == page) }
      }
    }
  }

  @Test(arguments: documents.indices)
  func noRiverInRunningText(number: Int) {
    let document = Self.documents[number]
    var run = DocumentSetter(document, setter: ParagraphSetter(Support.resources), resources: Support.resources)
    _ = run.run()
    for paragraph in run.paragraphs { #expect(Support.rivers(paragraph.set) == 0) }
  }

  @Test(arguments: documents.indices)
  func treeAndPagesAgree(number: Int) {
    let layout = Support.typeset(Self.documents[number]).layout
    var owners: [Int: [Int: Int]] = [:]
    for (index, element) in layout.elements.enumerated() {
      if let parent = element.parent {
        #expect(parent < index && layout.elements[parent].kids.contains(.element(index)))
      }
      for kid in element.kids {
        switch kid {
        case .content(let page, let sequence):
          #expect(layout.pages[page].contents[sequence].owner == .element(index))
          owners[page, default: [:]][sequence, default: 0] += 1
        case .annotation(let page, let link): #expect(layout.pages[page].links[link].element == index)
        case .element(let kid): #expect(layout.elements[kid].parent == index)
        }
      }
    }
    for page in layout.pages.indices {
      for (sequence, content) in layout.pages[page].contents.enumerated() {
        #expect(!content.drawings.isEmpty)
        if case .element = content.owner { #expect(owners[page]?[sequence] == 1) }
      }
    }
  }

  @Test func pagesAreFull() {
    // no page but a section's last one leaves more white than a paragraph of four lines and a heading
    for document in Self.documents.suffix(8) {
      let layout = Support.typeset(document).layout
      for page in layout.pages.dropLast(4) {
        var lowest = page.height
        for content in page.contents {
          guard case .element = content.owner else { continue }
          for case .glyphs(_, _, let y) in content.drawings { lowest = min(lowest, y) }
        }
        #expect(lowest < page.height - PageGeometry.bottom + 120)
      }
    }
  }
}
