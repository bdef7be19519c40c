import Fonts
import Typesetting

/// Reads from a layout what a page should not show.
public struct LayoutReader {
  /// What is read.
  public let layout: Layout
  private let fonts: FontLibrary
  private let rivers: RiverReader

  /// The margins of the page, in points from the sheet's left edge: 25 mm, and 20 mm from its right.
  private static let margins = (25 * 72 / 25.4)...((210 - 20) * 72 / 25.4)

  /// Makes a reader.
  ///
  /// - Parameter fonts: those it was set in.
  public init(_ layout: Layout, fonts: FontLibrary) {
    self.layout = layout
    self.fonts = fonts
    rivers = RiverReader(fonts)
  }

  /// Every fault, each with the words it was found at.
  public func faults() -> [String] {
    widows().map { "a line alone on a page: \($0)" } + strandedHeadings().map { "a heading without text: \($0)" }
      + overfull().map { "beyond the margin: \($0)" } + riverParagraphs().map { "a river: \($0)" }
  }

  private func text(_ run: GlyphRun) -> String {
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

  /// A line of an element: its page, its height there in hundredths of a point, and what stands in it.
  private struct Line {
    var page: Int
    var height: Double
    var runs: [(run: GlyphRun, x: Double)]
  }

  /// An element's own lines with those of the elements inside them, in reading order.
  private func lines(_ element: Int) -> [Line] {
    var found: [Line] = []
    collect(element, into: &found)
    return found.sorted { ($0.page, -$0.height) < ($1.page, -$1.height) }
  }

  private func collect(_ element: Int, into found: inout [Line]) {
    for kid in layout.elements[element].kids {
      switch kid {
      case .content(let page, let sequence):
        for case .glyphs(let run, let x, let y) in layout.pages[page].contents[sequence].drawings {
          let height = (y * 100).rounded()
          if let place = found.firstIndex(where: { $0.page == page && $0.height == height }) {
            found[place].runs.append((run, x))
          } else {
            found.append(Line(page: page, height: height, runs: [(run, x)]))
          }
        }
      case .element(let inner) where [.span, .link, .reference, .label].contains(layout.elements[inner].role):
        collect(inner, into: &found)
      default: break
      }
    }
  }

  /// Paragraphs that leave one line alone on a page.
  public func widows() -> [String] {
    layout.elements.indices.filter { [.paragraph, .listBody].contains(layout.elements[$0].role) }.compactMap {
      element in
      let pages = Dictionary(grouping: lines(element), by: \.page)
      guard pages.count > 1, pages.values.contains(where: { $0.count < 2 }) else { return nil }
      return String(text(element).prefix(60))
    }
  }

  /// Whether an element heads what follows: a heading, or a paragraph all in bold that is none to a screen reader.
  private func isHeading(_ element: Int) -> Bool {
    switch layout.elements[element].role {
    case .heading2, .heading3: return true
    case .paragraph:
      guard let parent = layout.elements[element].parent, layout.elements[parent].role == .section else { return false }
      let runs = lines(element).flatMap(\.runs)
      return !runs.isEmpty && runs.allSatisfy { $0.run.face == .serifBold }
    default: return false
    }
  }

  /// Headings under which their page has fewer than two lines.
  public func strandedHeadings() -> [String] {
    var notes: Set<Int> = []
    for (index, element) in layout.elements.enumerated() {
      if element.role == .note || (element.parent.map { notes.contains($0) } ?? false) { notes.insert(index) }
    }
    return layout.elements.indices.compactMap { heading in
      guard isHeading(heading) else { return nil }
      guard let last = lines(heading).last else { return nil }
      var below: Set<Double> = []
      for (index, element) in layout.elements.enumerated() where !notes.contains(index) {
        for case .content(last.page, let sequence) in element.kids {
          for drawing in layout.pages[last.page].contents[sequence].drawings {
            switch drawing {
            case .glyphs(_, _, let place) where place * 100 < last.height - 1: below.insert((place * 100).rounded())
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
  public func overfull() -> [String] {
    layout.pages.flatMap { page in
      page.contents.flatMap { content in
        content.drawings.compactMap { drawing -> String? in
          guard case .glyphs(let run, let x, let y) = drawing else { return nil }
          let space =
            run.glyphs.last.map { [" ", "\u{A0}"].contains(fonts[run.face].text(of: $0.id)) ? $0.advance : 0 } ?? 0
          let right = x + run.width - Double(space) * run.size / 1000
          let isInside = x > Self.margins.lowerBound - 0.05 && right < Self.margins.upperBound + 0.05 && y > 0
          return isInside ? nil : String(text(run).prefix(60))
        }
      }
    }
  }

  /// Paragraphs through which a river runs; where they go over to another page it ends.
  public func riverParagraphs() -> [String] {
    layout.elements.indices.compactMap { element in
      let pages = Dictionary(grouping: lines(element), by: \.page)
      let count = pages.values.reduce(0) { $0 + rivers.rivers(in: $1.map(\.runs)) }
      return count > 0 ? String(text(element).prefix(60)) : nil
    }
  }
}
