import Document
import Haru
import Storage

extension Attachment {
  /// Adds the file to a document (ISO 32000-1 7.11.4, ISO 19005-3 6.8).
  ///
  /// - Returns: the file specification.
  func write(
    to document: inout HaruDocument, deflater: borrowing Deflater, streams: inout DeflatedStreams
  ) throws(HaruError) -> ObjectNumber {
    let specification = try document.reserve(2)
    let file = specification.advanced(by: 1)
    let small = deflated ?? (isCompressible ? streams.deflated(data, by: deflater) : nil)
    let isDeflated = small.map { $0.count < data.count } ?? false
    document.define(file, data: .stored(isDeflated ? small ?? data : data)) { out in
      out.raw("/Type/EmbeddedFile/Subtype")
      out.name(mediaType.utf8)
      if isDeflated { out.raw("/Filter/FlateDecode") }
      out.raw("/Params<</Size ")
      out.integer(data.count)
      out.raw("/ModDate")
      PDFDate(date).write(to: &out)
      out.raw(">>")
    }
    document.define(specification) { out in
      out.raw("/Type/Filespec/F")
      out.string(name.utf8)
      out.raw("/UF")
      out.text(name)
      out.raw("/Desc")
      out.text(description)
      out.raw("/AFRelationship")
      out.name(relationship.rawValue.utf8)
      out.raw("/EF<</F ")
      out.reference(file)
      out.raw("/UF ")
      out.reference(file)
      out.raw(">>")
    }
    return specification
  }
}
