import Document
import Fonts
import TaggedPDF
import Typesetting

/// Builds layouts by hand: what the setter of type does, without its judgement.
final class LayoutBuilder {
  let resources: PDFResources
  let library: FontLibrary
  let shaper: Shaper
  var elements: [StructureElement] = [StructureElement(.document, parent: nil)]
  var pages: [Page] = []
  var images: [Image] = []
  var outline: [Bookmark] = []
  var glyphs = GlyphUsage()
  let language: LanguageTag
  var y = 780.0

  init(_ resources: PDFResources, library: FontLibrary, language: LanguageTag = "de") {
    self.resources = resources
    self.library = library
    self.language = language
    shaper = Shaper(library: library)
  }

  var layout: Layout {
    Layout(pages: pages, elements: elements, outline: outline, images: images, glyphs: glyphs, language: language)
  }

  func page(width: Double = 595.28, height: Double = 841.89) {
    pages.append(Page(width: width, height: height, label: "\(pages.count + 1)"))
    y = height - 62
  }

  /// Adds an element under a parent.
  @discardableResult
  func element(_ role: StructureRole, in parent: Int = 0) -> Int {
    elements.append(StructureElement(role, parent: parent))
    elements[parent].kids.append(.element(elements.count - 1))
    return elements.count - 1
  }

  /// Shapes words of one face.
  func runs(_ text: String, face: FaceID = .serif, size: Double = 11) -> [GlyphRun] {
    let shaped = shaper.shape(text, face: face, language: TextLanguage(language.rawValue))
    glyphs.insert(shaped, from: library)
    return shaped.runs.map { run in
      GlyphRun(
        face: run.face, size: size,
        glyphs: run.glyphs.map {
          GlyphRun.Glyph(id: $0.id, advance: $0.advance, natural: $0.natural, rise: $0.yOffset)
        },
        actualText: run.actualText, encoder: resources.encoder)
    }
  }

  /// Draws text as content of an element, on a line of its own.
  func text(_ text: String, of element: Int, face: FaceID = .serif, size: Double = 11, x: Double = 70.87) {
    y -= size * 1.3
    var pen = x
    let drawings = runs(text, face: face, size: size).map { run -> Drawing in
      defer { pen += run.width }
      return .glyphs(run, x: pen, y: y)
    }
    draw(drawings, of: element)
  }

  func draw(_ drawings: [Drawing], of element: Int) {
    let page = pages.count - 1
    pages[page].contents.append(MarkedContent(.element(element), drawings))
    elements[element].kids.append(.content(page: page, sequence: pages[page].contents.count - 1))
  }

  func furniture(_ kind: MarkedContent.Artifact, _ drawings: [Drawing]) {
    pages[pages.count - 1].contents.append(MarkedContent(.artifact(kind), drawings))
  }

  /// Adds a link with its text to an element.
  @discardableResult
  func link(_ text: String, to destination: LinkAnnotation.Destination, in parent: Int, x: Double = 70.87) -> Int {
    let element = element(.link, in: parent)
    self.text(text, of: element, x: x)
    let page = pages.count - 1
    pages[page].links.append(
      LinkAnnotation(
        areas: [Rectangle(x: x, y: y - 3, width: 120, height: 13)], destination: destination, description: text,
        element: element))
    elements[element].kids.append(.annotation(page: page, link: pages[page].links.count - 1))
    return element
  }

  @discardableResult
  func figure(_ image: Image, alternative: String?, box: Rectangle?) -> Int {
    let figure = element(.figure)
    elements[figure].alternative = alternative
    elements[figure].boundingBox = box
    images.append(image)
    draw([.image(images.count - 1, box ?? Rectangle(x: 70, y: 100, width: 100, height: 50))], of: figure)
    return figure
  }

  /// A table whose first column heads its rows.
  func table(heads: [String], rows: [[String]]) {
    let table = element(.table)
    for (place, cells) in ([heads] + rows).enumerated() where !cells.isEmpty {
      let row = element(.tableRow, in: table)
      for (column, text) in cells.enumerated() {
        let isHead = place == 0 || column == 0
        let cell = element(isHead ? .tableHeader : .tableData, in: row)
        if isHead { elements[cell].scope = place == 0 ? .column : .row }
        self.text(text, of: cell, face: isHead ? .sansBold : .sans, size: 9, x: 70 + Double(column) * 150)
      }
    }
  }
}
