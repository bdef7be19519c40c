/// Headings (ISO 14289-1 7.4): one title, no level skipped.
func headingViolations(_ reader: TaggedPDFReader) -> [String] {
  let headings = reader.elements.filter { $0.headingLevel != nil }
  guard let first = headings.first else { return ["there is no heading"] }
  var found: [String] = []
  if first.headingLevel != 1 { found.append("the first heading is not an H1") }
  if headings.count(where: { $0.headingLevel == 1 }) != 1 { found.append("there is not exactly one H1") }
  for (previous, next) in zip(headings, headings.dropFirst()) {
    if let above = previous.headingLevel, let level = next.headingLevel, level > above + 1 {
      found.append("\(next.place) skips a level after \(previous.place)")
    }
  }
  for heading in headings {
    if reader.rawText(heading).contains("\u{AD}") { found.append("\(heading.place) is hyphenated") }
  }
  return found
}

/// Bookmarks, page labels (ISO 32000-1 12.3.3, 12.4.2; ISO 14289-1 7.17): the way around without a mouse.
func navigationViolations(_ reader: TaggedPDFReader) -> [String] {
  var found: [String] = []
  let bookmarks = reader.bookmarks()
  let headings = reader.headings().filter { $0.level > 1 }
  let expected = headings.map { ($0.level - 1, $0.text.collapsingBlanks()) }
  let actual = bookmarks.map { ($0.level, $0.title.collapsingBlanks()) }
  if !actual.elementsEqual(expected, by: ==) {
    found.append(
      "the bookmarks (\(actual.count)) are not the headings below the title (\(expected.count)), in order and level")
  }
  if bookmarks.contains(where: { $0.target == nil }) { found.append("a bookmark leads nowhere") }
  let labels = reader.file.pageLabels(count: reader.pages.count)
  guard labels.count == reader.pages.count else { return found + ["there are no page labels"] }
  if Set(labels).count != labels.count { found.append("two pages have the same label") }
  for (place, page) in reader.pages.enumerated() {
    let furniture = page.content.sequences.filter { sequence in
      sequence.isArtifact && ["Header", "Footer"].contains(sequence.properties["Subtype"]?.name)
    }
    if !furniture.contains(where: { $0.text.contains(labels[place]) }) {
      found.append("page \(place + 1): no header or footer shows its label")
    }
  }
  return found
}

/// Files within the file (ISO 19005-3 6.8; ISO 32000-1 7.11.3, 7.11.4).
func attachmentViolations(_ reader: TaggedPDFReader) -> [String] {
  let file = reader.file
  var found: [String] = []
  let names = file.nameTree(file.dictionary(file.catalog["Names"])?["EmbeddedFiles"])
  let associated = (file.array(file.catalog["AF"]) ?? []).compactMap(\.reference)
  if Set(names.compactMap(\.value.reference)) != Set(associated) || names.count != associated.count {
    found.append("the catalog's AF and the name tree of embedded files do not name the same files")
  }
  if !names.map(\.name).isSortedByBytes { found.append("the name tree of embedded files is not sorted") }
  for (place, attachment) in reader.attachments().enumerated() {
    let spot = "embedded file \(place + 1)"
    let specification = attachment.specification
    if specification["Type"]?.name != "Filespec" { found.append("\(spot): the type is not Filespec") }
    let plain = specification["F"]?.text ?? ""
    if plain.isEmpty || plain.contains("/") || !plain.allSatisfy(\.isASCII) {
      found.append("\(spot): F is missing, a path, or not ASCII")
    }
    if attachment.name.isEmpty || attachment.name.contains("/") { found.append("\(spot): UF is missing or a path") }
    if attachment.description.isEmpty { found.append("\(spot): there is no Desc") }
    let relationships = ["Source", "Data", "Alternative", "Supplement", "Unspecified"]
    if !relationships.contains(specification["AFRelationship"]?.name ?? "") {
      found.append("\(spot): there is no AFRelationship")
    }
    let held = file.dictionary(specification["EF"]) ?? [:]
    if held["F"] == nil || held["F"] != held["UF"] { found.append("\(spot): EF lacks F or UF") }
    if !(attachment.stream["Subtype"]?.name ?? "").contains("/") { found.append("\(spot): there is no MIME type") }
    let parameters = file.dictionary(attachment.stream["Params"]) ?? [:]
    if parameters["ModDate"] == nil { found.append("\(spot): there is no ModDate") }
    if parameters["Size"]?.integer != attachment.bytes?.count { found.append("\(spot): Size is not the file's size") }
  }
  return found
}

/// Fonts (ISO 19005-3 6.2.11; ISO 14289-1 7.21).
func fontViolations(_ reader: TaggedPDFReader) -> [String] {
  var found: Set<String> = []
  for font in reader.pages.flatMap({ $0.fonts.values }) {
    if !font.isEmbedded { found.insert("font \(font.name) is not embedded") }
    guard let map = font.characterMap else {
      found.insert("font \(font.name) has no ToUnicode map")
      continue
    }
    for (code, characters) in map.characters {
      let isBad =
        characters.isEmpty
        || characters.unicodeScalars.contains {
          $0.value == 0 || $0.value == 0xFFFE || $0.value == 0xFEFF || (0xE000...0xF8FF).contains($0.value)
        }
      if isBad { found.insert("font \(font.name) maps code \(code) to nothing a reader could say") }
    }
  }
  return found.sorted()
}
