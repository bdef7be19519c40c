import Document
import Haru

/// The exhibits of a document for `complain verify`: private data of the catalog (ISO 32000-1 14.5).
///
/// The same stands in the document's list of annexes and table of hashes; here no reader has to make words of glyphs.
enum ExhibitRecords {
  /// Writes the data.
  ///
  /// - Returns: the object; nil without exhibits.
  static func write(_ metadata: PDFMetadata, to document: inout HaruDocument) throws(HaruError) -> ObjectNumber? {
    guard !metadata.exhibits.isEmpty else { return nil }
    let number = try document.reserve()
    document.define(number) { out in
      out.raw("/Version 1/Part ")
      out.integer(metadata.part)
      out.raw("/Exhibits[")
      out.array(of: metadata.exhibits.count)
      for exhibit in metadata.exhibits {
        out.raw("<</Number")
        out.string(exhibit.number.utf8)
        out.raw("/Place")
        out.name(exhibit.place.rawValue.utf8)
        out.raw("/Part ")
        out.integer(exhibit.part)
        if let size = exhibit.size {
          out.raw("/Size ")
          out.integer(size)
        }
        if let sha256 = exhibit.sha256 {
          out.raw("/SHA256")
          out.string(sha256.utf8)
        }
        if let name = exhibit.name {
          out.raw("/Name")
          out.string(name.utf8)
        }
        out.raw(">>")
      }
      out.raw("]")
    }
    return number
  }
}
