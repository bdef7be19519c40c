import Foundation

/// Catalog and trailer (ISO 32000-1 7.7.2; ISO 14289-1 7.1, 7.2; ISO 19005-3 6.1.3, 6.6.1).
func catalogViolations(_ reader: TaggedPDFReader) -> [String] {
  let file = reader.file
  let catalog = file.catalog
  var found: [String] = []
  if file.version != "1.7" { found.append("the header says PDF \(file.version), not 1.7") }
  if file.dictionary(catalog["MarkInfo"])?["Marked"] != .boolean(true) { found.append("MarkInfo/Marked is not true") }
  if (catalog["Lang"]?.text ?? "").isEmpty { found.append("the document has no language") }
  if file.dictionary(catalog["ViewerPreferences"])?["DisplayDocTitle"] != .boolean(true) {
    found.append("DisplayDocTitle is not true")
  }
  if !reader.bookmarks().isEmpty, catalog["PageMode"]?.name != "UseOutlines" {
    found.append("PageMode is not UseOutlines though there are bookmarks")
  }
  for forbidden in ["OpenAction", "AA", "AcroForm", "Perms", "Requirements"] where catalog[forbidden] != nil {
    found.append("the catalog has \(forbidden)")
  }
  if file.dictionary(catalog["Names"])?["JavaScript"] != nil { found.append("the file holds JavaScript") }
  if file.trailer["Encrypt"] != nil { found.append("the file is encrypted") }
  let identifiers = file.array(file.trailer["ID"]) ?? []
  if case .string(let first)? = identifiers.first, first.count == 16, identifiers == [.string(first), .string(first)] {
    if Set(first).count == 1 { found.append("the trailer's ID is no hash") }
  } else {
    found.append("the trailer's ID is not twice the same 16 bytes")
  }
  return found
}

/// Title, dates and identification, in the information dictionary and in XMP (ISO 19005-3 6.6.2; ISO 14289-1 5, 7.1).
func metadataViolations(_ reader: TaggedPDFReader) -> [String] {
  let file = reader.file
  var found: [String] = []
  guard let metadata = reader.metadata else { return ["there is no uncompressed XMP packet"] }
  let information = file.dictionary(file.trailer["Info"]) ?? [:]
  let pairs = [("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")]
  for (name, value) in pairs where xmpValue(name, in: metadata) != value {
    found.append("XMP does not say \(name) \(value)")
  }
  let title = xmpValue("dc:title", in: metadata) ?? ""
  if title.isEmpty { found.append("XMP has no title") }
  if let other = information["Title"]?.text, other != title {
    found.append("the title of the information dictionary is not that of XMP")
  }
  // A reader that shows one of the two must not contradict one that shows the other.
  for (key, name) in [("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")] {
    let there = information[key]?.text.map { $0.filter(\.isWholeNumber) }
    let here = xmpValue(name, in: metadata).map { $0.filter(\.isWholeNumber) }
    if there == nil || here == nil {
      found.append("\(key) is missing in the information dictionary or in XMP")
    } else if there?.prefix(14) != here?.prefix(14) {
      found.append("\(key) is not the same in the information dictionary and in XMP")
    }
  }
  return found
}

/// The text of a property, whether it is an element or an attribute, tags within it removed and entities undone.
func xmpValue(_ name: String, in packet: String) -> String? {
  if let start = packet.range(of: " \(name)=\""), let end = packet[start.upperBound...].firstIndex(of: "\"") {
    return unescaped(packet[start.upperBound..<end])
  }
  guard let start = packet.range(of: "<\(name)>"),
    let end = packet.range(of: "</\(name)>", range: start.upperBound..<packet.endIndex)
  else { return nil }
  var text = ""
  var isInTag = false
  // Of language alternatives the first is the default.
  let value = packet[start.upperBound..<end.lowerBound]
  for character in value[..<(value.range(of: "</rdf:li>")?.lowerBound ?? value.endIndex)] {
    if character == "<" { isInTag = true }
    if !isInTag { text.append(character) }
    if character == ">" { isInTag = false }
  }
  return unescaped(text[...]).trimmingBlanks()
}

private func unescaped(_ text: Substring) -> String {
  [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
    .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
}
