/// A PDF file of these objects, numbered from 1; the first is the catalog.
///
/// It has no table of where they are: readers look for them, as they do in damaged files.
public func plainPDF(_ objects: [String]) -> [UInt8] {
  let body = objects.enumerated().map { "\($0.offset + 1) 0 obj\n\($0.element)\nendobj\n" }.joined()
  return Array("%PDF-1.4\n\(body)trailer<</Root 1 0 R/Size \(objects.count + 1)>>\n".utf8)
}

/// The objects of a PDF file with one page, for ``plainPDF(_:)``; further ones are numbered from 6.
///
/// - Parameters:
///   - content: what is drawn; Helvetica is `/F1`.
///   - side: the page's width and height in points.
///   - resources: further entries of the page's resources.
public func plainPDFPage(_ content: String, side: Int = 600, resources: String = "") -> [String] {
  [
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(side) \(side)]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>\(resources)>>>>",
    plainPDFStream(content), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ]
}

/// A stream of a PDF file.
public func plainPDFStream(_ content: String, _ entries: String = "") -> String {
  "<</Length \(content.utf8.count)\(entries)>>stream\n\(content)\nendstream"
}
