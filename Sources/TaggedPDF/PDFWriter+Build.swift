import Document
import Fonts
import Haru
import Typesetting

/// A font of a document and the name pages know it by.
struct DocumentFont {
  var resource: FontResource
  var font: EmbeddedFont
}

extension PDFWriter {
  /// Writes and deflates all pages' content.
  mutating func writePages(_ layout: Layout) -> PageContents {
    var contents = PageContents(layout, encoder: resources.encoder)
    packed.removeAll()
    packedEnds.removeAll(keepingCapacity: true)
    for (number, page) in layout.pages.enumerated() {
      content.removeAll()
      contents.write(page, number: number, to: &content)
      content.withBytes { deflater.deflate($0, into: &packed) }
      packedEnds.append(packed.count)
    }
    return contents
  }

  /// The fonts that the pages use, in the order of their names.
  mutating func prepareFonts(_ contents: PageContents) throws(PDFError) -> [DocumentFont] {
    var fonts: [DocumentFont] = []
    for index in contents.usesBase.indices where contents.usesBase[index] {
      let face = FaceID(index: index)
      guard let font = resources.font(of: face) else { continue }
      fonts.append(DocumentFont(resource: FontResource(face: face, isSupplement: false), font: font))
    }
    for (index, glyphs) in contents.supplements.enumerated() where !glyphs.isEmpty {
      let face = FaceID(index: index)
      do throws(FontError) {
        let font = try supplements.font(of: face, glyphs: glyphs, library: resources.library, deflater: deflater)
        fonts.append(DocumentFont(resource: FontResource(face: face, isSupplement: true), font: font))
      } catch {
        throw PDFError.fonts(error)
      }
    }
    return fonts
  }

  /// Hands everything to libharu.
  mutating func build(
    _ layout: Layout, _ contents: PageContents, _ fonts: [DocumentFont], _ metadata: PDFMetadata,
    _ attachments: [Attachment]
  ) throws(HaruError) {
    try document.begin()
    var pages: [ObjectNumber] = []
    for _ in layout.pages { pages.append(try document.addPage().page) }
    var linkStarts: [Int] = []
    var links = 0
    for page in layout.pages {
      linkStarts.append(links)
      links += page.links.count
    }
    let elements = try document.reserve(layout.elements.count)
    let annotations = try document.reserve(links)
    let tree = TagTree(
      layout: layout, contents: contents, pages: pages, first: elements, annotations: annotations,
      linkStarts: linkStarts)
    let root = try tree.write(to: &document)
    let shared = try writeResources(layout, contents, fonts)
    for (index, page) in layout.pages.enumerated() {
      let first = annotations.advanced(by: linkStarts[index])
      for (place, link) in page.links.enumerated() {
        let key = layout.pages.count + linkStarts[index] + place
        document.define(first.advanced(by: place)) { link.write(key: key, pages: pages, to: &$0) }
      }
      document.define(pages[index]) { out in
        out.raw("/MediaBox[0 0 ")
        out.real(page.width)
        out.raw(" ")
        out.real(page.height)
        out.raw("]/Resources ")
        out.reference(shared)
        out.raw("/Tabs/S")
        if !contents.owners[index].isEmpty {
          out.raw("/StructParents ")
          out.integer(index)
        }
        guard !page.links.isEmpty else { return }
        out.raw("/Annots[")
        out.array(of: page.links.count)
        for place in page.links.indices {
          out.reference(first.advanced(by: place))
          out.raw(" ")
        }
        out.raw("]")
      }
    }
    setContents()
    try writeCatalog(layout, root: root, pages: pages, metadata, attachments)
    writeIdentifier(layout, attachments)
  }

  private mutating func setContents() {
    var start = 0
    for (index, end) in packedEnds.enumerated() {
      packed.withBytes(from: start) { bytes in
        document.setContents(ofPage: index, deflated: UnsafeBufferPointer(rebasing: bytes[..<(end - start)]))
      }
      start = end
    }
  }

  /// Writes fonts and pictures, and the dictionary that names them for all pages.
  private mutating func writeResources(
    _ layout: Layout, _ contents: PageContents, _ fonts: [DocumentFont]
  ) throws(HaruError) -> ObjectNumber {
    let shared = try document.reserve()
    var fontNumbers: [ObjectNumber] = []
    for font in fonts { fontNumbers.append(try font.font.write(to: &document)) }
    var imageNumbers: [(place: Int, number: ObjectNumber)] = []
    var known: [Image: ObjectNumber] = [:]
    for (place, image) in layout.images.enumerated() where contents.drawsImage[place] {
      var number = known[image]
      if number == nil { number = try image.write(to: &document, deflater: deflater, streams: &streams) }
      known[image] = number
      if let number { imageNumbers.append((place, number)) }
    }
    document.define(shared) { out in
      out.raw("/Font<<")
      for (font, number) in zip(fonts, fontNumbers) {
        font.resource.writeName(to: &out)
        out.raw(" ")
        out.reference(number)
      }
      out.raw(">>")
      guard !imageNumbers.isEmpty else { return }
      out.raw("/XObject<<")
      for (place, number) in imageNumbers {
        out.raw("/I")
        out.integer(place)
        out.raw(" ")
        out.reference(number)
      }
      out.raw(">>")
    }
    return shared
  }

  /// Writes the trailer's identifier: made of the content, twice, so that the same document is the same file.
  private mutating func writeIdentifier(_ layout: Layout, _ attachments: [Attachment]) {
    var identifier = FileIdentifier()
    packed.withBytes { identifier.add($0) }
    document.withBodies { identifier.add($0) }
    for image in layout.images { identifier.add(image.identity) }
    for attachment in attachments { identifier.add(attachment.sha256) }
    let bytes = identifier.bytes
    document.define(document.trailer) { out in
      out.raw("/ID[")
      for _ in 0..<2 {
        out.raw("<")
        for byte in bytes { out.hexadecimal(byte) }
        out.raw(">")
      }
      out.raw("]")
    }
  }
}
