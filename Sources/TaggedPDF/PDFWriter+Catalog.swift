import Document
import Haru
import Typesetting

extension PDFWriter {
  /// Writes metadata, output intent, bookmarks, attachments, and the catalog that names them.
  mutating func writeCatalog(
    _ layout: Layout, root: ObjectNumber, pages: [ObjectNumber], _ metadata: PDFMetadata, _ attachments: [Attachment]
  ) throws(HaruError) {
    let packet = try writeMetadata(metadata, language: layout.language)
    let profile = try document.reserve()
    document.define(profile, data: .bytes(resources.profile)) { $0.raw("/N 3/Filter/FlateDecode") }
    let outline = try Outline(layout.outline).write(pages: pages, to: &document)
    var files: [ObjectNumber] = []
    var names = NameTree()
    for attachment in attachments {
      let file = try attachment.write(to: &document, deflater: deflater, streams: &streams)
      files.append(file)
      names.insert(attachment.name, file)
    }
    let embedded = try names.write(to: &document)
    let exhibits = try ExhibitRecords.write(metadata, to: &document)
    let catalog = try document.catalog
    document.define(catalog) { out in
      out.raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang")
      out.text(layout.language.rawValue)
      out.raw("/Metadata ")
      out.reference(packet)
      out.raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)")
      out.raw("/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
      out.reference(profile)
      out.raw(">>]/StructTreeRoot ")
      out.reference(root)
      out.raw("/PageLabels")
      PageLabels.write(layout.pages, to: &out)
      if let exhibits {
        out.raw("/PieceInfo<<")
        out.name(ExhibitRecord.application.utf8)
        out.raw("<</LastModified")
        metadata.date.write(to: &out)
        out.raw("/Private ")
        out.reference(exhibits)
        out.raw(">>>>")
      }
      if let outline {
        out.raw("/PageMode/UseOutlines/Outlines ")
        out.reference(outline)
      }
      if let embedded {
        out.raw("/Names<</EmbeddedFiles ")
        out.reference(embedded)
        out.raw(">>/AF[")
        out.array(of: files.count)
        for file in files {
          out.reference(file)
          out.raw(" ")
        }
        out.raw("]")
      }
    }
  }

  /// Writes the XMP packet, not deflated, so that anyone finds it, and the same in the information dictionary.
  private mutating func writeMetadata(
    _ metadata: PDFMetadata, language: LanguageTag
  ) throws(HaruError) -> ObjectNumber {
    var xmp = PDFBuffer(capacity: 4096)
    XMPPacket.write(metadata, language: language, to: &xmp)
    let packet = try document.reserve()
    document.define(packet, data: .bytes(xmp.bytes)) { $0.raw("/Type/Metadata/Subtype/XML") }
    document.define(try document.information) { out in
      out.raw("/Title")
      out.text(metadata.title)
      out.raw("/Producer")
      out.text(metadata.producer)
      out.raw("/CreationDate")
      metadata.date.write(to: &out)
      out.raw("/ModDate")
      metadata.date.write(to: &out)
    }
    return packet
  }
}
