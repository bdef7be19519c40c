import Foundation

/// Pages and what is painted on them (ISO 32000-1 14.6, 14.8.2; ISO 14289-1 7.1, 7.18.3).
func contentViolations(_ reader: TaggedPDFReader) -> [String] {
  var found: [String] = []
  for (place, page) in reader.pages.enumerated() {
    let spot = "page \(place + 1)"
    found += page.content.problems.map { "\(spot): \($0)" }
    if page.dictionary["Tabs"]?.name != "S" { found.append("\(spot): the tab order is not that of the structure") }
    if page.dictionary["Group"] != nil, reader.file.dictionary(page.dictionary["Group"])?["CS"] == nil {
      found.append("\(spot): a transparency group without a colour space")
    }
    let numbers = page.content.sequences.compactMap(\.mcid)
    if numbers.sorted() != Array(0..<numbers.count) {
      found.append("\(spot): the MCIDs are not 0, 1, 2 …, once each")
    }
    for sequence in page.content.sequences {
      found += artifactViolations(sequence, spot)
      // Small or pale print is read by nobody who needs glasses; a raised footnote mark is no print.
      let letters = sequence.text.count { $0.isLetter }
      if letters > 3, let size = sequence.smallestType, size < 8.99 {
        found.append("\(spot): type of \(size) pt in \(sequence.tag), smaller than 9 pt")
      }
      if letters > 0, contrastToWhite(sequence.lightestInk) < 4.5 {
        found.append("\(spot): ink too pale for 4.5 : 1 in \(sequence.tag)")
      }
    }
  }
  return found + coverageViolations(reader)
}

/// Furniture says of which kind it is, so that a reader can leave it out (ISO 32000-1 14.8.2.2.2).
private func artifactViolations(_ sequence: MarkedSequence, _ spot: String) -> [String] {
  guard sequence.isArtifact, !sequence.text.trimmingBlanks().isEmpty else { return [] }
  guard sequence.properties["Type"]?.name == "Pagination" else {
    return ["\(spot): text in an artifact that is no pagination"]
  }
  return []
}

/// Every sequence of a page stands in the tag tree exactly once, and the tree names none that is not there.
private func coverageViolations(_ reader: TaggedPDFReader) -> [String] {
  struct Key: Hashable {
    var page: Int
    var mcid: Int
  }
  var uses: [Key: Int] = [:]
  for element in reader.elements {
    for case .content(let page, let mcid) in element.kids { uses[Key(page: page, mcid: mcid), default: 0] += 1 }
  }
  var found: [String] = []
  for (place, page) in reader.pages.enumerated() {
    for mcid in page.content.sequences.compactMap(\.mcid) {
      let count = uses.removeValue(forKey: Key(page: place, mcid: mcid)) ?? 0
      if count != 1 { found.append("page \(place + 1): MCID \(mcid) stands in the tag tree \(count) times") }
    }
  }
  found += uses.keys.map { "the tag tree names MCID \($0.mcid) of page \($0.page + 1), which paints nothing" }.sorted()
  return found
}

/// WCAG 2.1 contrast of a grey on white paper, from its sRGB value.
func contrastToWhite(_ gray: Double) -> Double {
  let linear = gray <= 0.03928 ? gray / 12.92 : pow((gray + 0.055) / 1.055, 2.4)
  return 1.05 / (linear + 0.05)
}
