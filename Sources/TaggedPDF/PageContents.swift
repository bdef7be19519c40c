import Document
import Fonts
import Haru
import Typesetting

/// Writes the content streams of a document's pages and remembers what they draw with.
struct PageContents {
  /// Whether the base font of each face is in use.
  private(set) var usesBase: [Bool]
  /// The glyphs beyond the base subsets, by face.
  private(set) var supplements: [GlyphSet] = []
  /// Whether each image of the layout is drawn.
  private(set) var drawsImage: [Bool]
  /// For every content sequence of every page in a row, its marked-content identifier; -1 for artifacts.
  private(set) var identifiers: [Int32] = []
  /// For every page, where its sequences begin in `identifiers`.
  private(set) var starts: [Int] = []
  /// For every page, the elements that own its marked content, by identifier.
  private(set) var owners: [[Int]] = []
  /// What the pages draw with and nobody has.
  private(set) var problems: [ConformanceProblem] = []

  private let layout: Layout
  private let encoder: RunEncoder

  init(_ layout: Layout, encoder: RunEncoder) {
    self.layout = layout
    self.encoder = encoder
    usesBase = Array(repeating: false, count: encoder.base.count)
    drawsImage = Array(repeating: false, count: layout.images.count)
  }

  /// What is in force at a point of a content stream, so that nothing is said twice.
  private struct State {
    var face = -1
    var size = 0
    var gray = 0
    var isText = false
    /// Where the line began that `Td` counts from, in hundredths of a point.
    var x = 0
    var y = 0

    mutating func endText(_ out: inout PDFBuffer) {
      guard isText else { return }
      out.raw("ET\n")
      isText = false
    }

    mutating func beginText(_ out: inout PDFBuffer) {
      guard !isText else { return }
      out.raw("BT\n")
      isText = true
      x = 0
      y = 0
    }

    mutating func paint(gray wanted: Double, _ out: inout PDFBuffer) {
      let value = out.inHundredths(wanted)
      guard value != gray else { return }
      out.hundredths(value)
      out.raw(" g\n")
      gray = value
    }
  }

  /// Writes the content of the next page.
  mutating func write(_ page: Page, number: Int, to out: inout PDFBuffer) {
    starts.append(identifiers.count)
    var owned: [Int] = []
    owned.reserveCapacity(page.contents.count)
    var state = State()
    // Neither sequences nor drawings are copied: each copy counts references.
    page.contents.withUnsafeBufferPointer { contents in
      for sequence in contents.indices {
        switch contents[sequence].owner {
        case .element(let element):
          out.raw(layout.elements[element].role.tag)
          out.raw("<</MCID ")
          out.integer(owned.count)
          out.raw(">>BDC\n")
          identifiers.append(Int32(truncatingIfNeeded: owned.count))
          owned.append(element)
        case .artifact(let kind):
          out.raw(kind.tag)
          identifiers.append(-1)
        }
        contents[sequence].drawings.withUnsafeBufferPointer { drawings in
          for place in drawings.indices {
            write(drawings[place], page: number, sequence: sequence, &state, to: &out)
          }
        }
        state.endText(&out)
        out.raw("EMC\n")
      }
    }
    owners.append(owned)
  }

  private mutating func write(
    _ drawing: Drawing, page: Int, sequence: Int, _ state: inout State, to out: inout PDFBuffer
  ) {
    switch drawing {
    case .glyphs(let run, let x, let y):
      state.beginText(&out)
      write(run, x: x, y: y, &state, to: &out)
    case .rule(let area, let gray):
      state.endText(&out)
      state.paint(gray: gray, &out)
      for value in [area.x, area.y, area.width, area.height] {
        out.real(value)
        out.raw(" ")
      }
      out.raw("re f\n")
    case .image(let place, let area):
      state.endText(&out)
      note(drawing, page: page, sequence: sequence)
      guard layout.images.indices.contains(place) else { return }
      out.raw("q ")
      let matrix = layout.images[place].matrix(filling: area)
      for value in matrix {
        out.real(value)
        out.raw(" ")
      }
      out.raw("cm/I")
      out.integer(place)
      out.raw(" Do Q\n")
    }
  }

  private mutating func write(_ run: GlyphRun, x: Double, y: Double, _ state: inout State, to out: inout PDFBuffer) {
    if !run.encoded.beyondBase.isEmpty { note(run) }
    state.paint(gray: 0, &out)
    let size = out.inHundredths(run.size)
    if state.face != run.face.index || state.size != size {
      let hasBase = encoder.hasBase(run.face)
      if hasBase { usesBase[run.face.index] = true }
      FontResource(face: run.face, isSupplement: !hasBase).writeSelection(size: run.size, to: &out)
      state.face = run.face.index
      state.size = size
    }
    let (left, line) = (out.inHundredths(x), out.inHundredths(y))
    out.hundredths(left - state.x)
    out.raw(" ")
    out.hundredths(line - state.y)
    out.raw(" Td\n")
    state.x = left
    state.y = line
    if let text = run.actualText {
      out.raw("/Span<</ActualText")
      out.text(text)
      out.raw(">>BDC\n")
    }
    out.raw(run.encoded.bytes)
    if run.actualText != nil { out.raw("EMC\n") }
  }

  /// Remembers what a drawing needs.
  mutating func note(_ drawing: Drawing, page: Int, sequence: Int) {
    switch drawing {
    case .glyphs(let run, _, _): note(run)
    case .rule: break
    case .image(let place, _):
      if drawsImage.indices.contains(place) {
        drawsImage[place] = true
      } else {
        problems.append(ConformanceProblem(.image, at: .content(page: page, sequence: sequence)))
      }
    }
  }

  /// Remembers the glyphs that a supplement must bring; base subsets know what theirs stand for.
  private mutating func note(_ run: GlyphRun) {
    let face = run.face.index
    while supplements.count <= face { supplements.append(GlyphSet()) }
    for glyph in run.encoded.beyondBase where !supplements[face].contains(glyph) {
      let text = layout.glyphs[run.face].text(of: glyph) ?? ""
      if glyph == 0 || text.isEmpty {
        let location = ConformanceProblem.Location.glyph(glyph, face: run.face.description)
        problems.append(ConformanceProblem(glyph == 0 ? .glyphMissing : .glyphText, at: location))
      }
      supplements[face].insert(glyph, text: text)
    }
  }
}

extension StructureRole {
  /// The tag that begins a marked content sequence.
  var tag: StaticString {
    switch self {
    case .document: "/Document"
    case .part: "/Part"
    case .section: "/Sect"
    case .heading1: "/H1"
    case .heading2: "/H2"
    case .heading3: "/H3"
    case .heading4: "/H4"
    case .paragraph: "/P"
    case .list: "/L"
    case .listItem: "/LI"
    case .label: "/Lbl"
    case .listBody: "/LBody"
    case .table: "/Table"
    case .tableRow: "/TR"
    case .tableHeader: "/TH"
    case .tableData: "/TD"
    case .blockQuotation: "/BlockQuote"
    case .figure: "/Figure"
    case .note: "/Note"
    case .reference: "/Reference"
    case .link: "/Link"
    case .span: "/Span"
    }
  }
}

extension MarkedContent.Artifact {
  /// What begins a sequence of furniture (ISO 32000-1 14.8.2.2.2).
  var tag: StaticString {
    switch self {
    case .header: "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"
    case .footer: "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
    case .pagination: "/Artifact<</Type/Pagination>>BDC\n"
    case .layout: "/Artifact<</Type/Layout>>BDC\n"
    }
  }
}
