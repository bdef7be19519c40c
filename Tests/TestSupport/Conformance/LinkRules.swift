/// Links (ISO 32000-1 12.5.6.5, 14.8.4.4.2; ISO 14289-1 7.18): one element, its annotations, its words.
func linkViolations(_ reader: TaggedPDFReader) -> [String] {
  let file = reader.file
  var found: [String] = []
  var owners: [Int: Int] = [:]
  for element in reader.elements {
    let annotations = element.kids.compactMap { if case .annotation(let number) = $0 { number } else { nil } }
    for number in annotations { owners[number, default: 0] += 1 }
    guard element.role == "Link" else {
      if !annotations.isEmpty { found.append("\(element.place) holds an OBJR and is no Link") }
      continue
    }
    if annotations.isEmpty { found.append("\(element.place) has no OBJR") }
    let visible = reader.text(element).collapsingBlanks()
    for number in annotations {
      let annotation = file.dictionary(.reference(number)) ?? [:]
      if annotation["Subtype"]?.name != "Link" { found.append("\(element.place) holds an annotation that is no link") }
      let spoken = (annotation["Contents"]?.text ?? "").collapsingBlanks()
      if spoken.isEmpty {
        found.append("\(element.place): its annotation has no Contents")
      } else if !spoken.hasPrefix(visible) {
        // Some readers speak Contents instead of the words: a person must not hear another text than the one printed.
        found.append("\(element.place): Contents does not begin with the visible text")
      }
      switch reader.linkTarget(annotation) {
      case .uri(let address):
        if !["https://", "http://", "mailto:"].contains(where: address.hasPrefix) {
          found.append("\(element.place) leads to an address that is not absolute")
        }
      case .page: break
      case nil: found.append("\(element.place) leads nowhere")
      }
      if let flags = annotation["F"]?.integer, flags & 4 == 4, flags & 0b10_0011 == 0 {
        continue
      }
      found.append("\(element.place): its annotation is not printed or hidden (F)")
    }
  }
  for (place, page) in reader.pages.enumerated() {
    for number in page.annotations {
      let count = owners.removeValue(forKey: number) ?? 0
      if count != 1 { found.append("page \(place + 1): annotation \(number) has \(count) elements") }
    }
  }
  found += owners.keys.sorted().map { "annotation \($0) is tagged but lies on no page" }
  return found
}

/// Pictures, footnotes and names (ISO 32000-1 14.8.5.4.3, 14.7.2; ISO 14289-1 7.3, 7.9).
func figureAndNoteViolations(_ reader: TaggedPDFReader) -> [String] {
  let file = reader.file
  var found: [String] = []
  var identifiers: [String: Int] = [:]
  for element in reader.elements {
    if let identifier = element.dictionary["ID"]?.text {
      if identifiers.updateValue(element.number, forKey: identifier) != nil {
        found.append("\(element.place) has the ID of another")
      }
    }
    switch element.role {
    case "Figure": found += figureViolations(element, reader)
    case "Note":
      if (element.dictionary["ID"]?.text ?? "").isEmpty { found.append("\(element.place) has no ID") }
      if !startsWithLabel(element) { found.append("\(element.place) does not start with its label") }
    case "Formula" where (element.alternative ?? "").isEmpty: found.append("\(element.place) has no Alt")
    default: break
    }
  }
  // Without the name tree a reader cannot go from a reference to what it names (14.7.2, IDTree).
  let tree = file.nameTree(file.dictionary(file.catalog["StructTreeRoot"])?["IDTree"])
  let named = Dictionary(tree.map { (PDFObject.string($0.name).text ?? "", $0.value.reference) }) { first, _ in first }
  for (identifier, number) in identifiers.sorted(by: { $0.key < $1.key }) where named[identifier] != number {
    found.append("the IDTree does not lead to object \(number)")
  }
  if named.count > identifiers.count { found.append("the IDTree names elements that are not there") }
  if !tree.map(\.name).isSortedByBytes { found.append("the IDTree is not sorted") }
  return found
}

private func startsWithLabel(_ note: TagElement) -> Bool {
  var element = note
  while let first = element.elements.first {
    if first.role == "Lbl" { return true }
    guard ["P", "Link", "Reference"].contains(first.role) else { return false }
    element = first
  }
  return false
}

private func figureViolations(_ figure: TagElement, _ reader: TaggedPDFReader) -> [String] {
  var found: [String] = []
  let alternative = (figure.alternative ?? "").trimmingBlanks()
  if alternative.isEmpty { found.append("\(figure.place) has no Alt") }
  let lowered = alternative.lowercased()
  if [".png", ".jpg", ".jpeg", ".webp", ".heic"].contains(where: lowered.hasSuffix) {
    found.append("\(figure.place): Alt is a file name")
  }
  let box = (reader.file.array(figure.attributes["Layout"]?["BBox"]) ?? []).compactMap(\.number)
  guard box.count == 4, box[0] < box[2], box[1] < box[3] else { return found + ["\(figure.place) has no BBox"] }
  let page = figure.kids.lazy.compactMap { if case .content(let page, _) = $0 { page } else { nil } }.first
  if let page {
    let size = reader.pages[page].size
    if box[0] < 0 || box[1] < 0 || box[2] > size.width + 0.01 || box[3] > size.height + 0.01 {
      found.append("\(figure.place): the BBox leaves the page")
    }
  }
  return found
}

extension Array where Element == [UInt8] {
  /// Whether names stand in the order that a name tree must have.
  var isSortedByBytes: Bool { zip(self, dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) } }
}

extension String {
  /// Every run of blanks of any kind as one space, none at the ends.
  func collapsingBlanks() -> String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
