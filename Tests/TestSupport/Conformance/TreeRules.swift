/// The shape of the tag tree (ISO 32000-1 14.7.2, 14.8.4; ISO 14289-1 7.1).
func treeViolations(_ reader: TaggedPDFReader) -> [String] {
  guard let root = reader.root else { return ["there is no tag tree with one root"] }
  var found: [String] = []
  if root.role != "Document" { found.append("the root of the tag tree is \(root.role), not Document") }
  let treeRoot = reader.file.catalog["StructTreeRoot"]?.reference
  if root.dictionary["P"]?.reference != treeRoot { found.append("the root does not name the tree as its parent") }
  for element in root.subtree {
    if !standardRoles.contains(element.role) { found.append("\(element.place) is no standard structure type") }
    for kid in element.kids {
      switch kid {
      case .broken(let what): found.append("\(element.place) holds \(what)")
      case .element(let inner) where inner.dictionary["P"]?.reference != element.number:
        found.append("\(inner.place) names another parent than the one that holds it")
      default: break
      }
    }
    if element.kids.isEmpty { found.append("\(element.place) is empty") }
    if !wordless.contains(element.role), reader.text(element).trimmingBlanks().isEmpty {
      found.append("\(element.place) has no words")
    }
    if let language = element.language, !isLanguageTag(language) {
      found.append("\(element.place) has no real language")
    }
    if let allowed = allowedKids[element.role] {
      for inner in element.elements where !allowed.contains(inner.role) {
        found.append("\(inner.place) stands directly in a \(element.role)")
      }
      if element.kids.contains(where: { if case .content = $0 { true } else { false } }) {
        found.append("\(element.place) holds words of its own")
      }
    }
  }
  for element in root.subtree {
    for inner in element.elements {
      if let parents = allowedParents[inner.role], !parents.contains(element.role) {
        found.append("\(inner.place) stands in a \(element.role)")
      }
    }
  }
  return found
}

private let standardRoles: Set<String> = [
  "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
  "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
  "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
  "Span", "Quote", "Note", "Reference", "Link", "Annot", "Figure", "Formula",
]

/// Elements that may paint something else than words.
private let wordless: Set<String> = ["Figure", "Formula"]

private let allowedKids: [String: Set<String>] = [
  "Document": standardRoles.subtracting([
    "Document", "LI", "LBody", "TR", "TH", "TD", "Span", "Link", "Lbl", "Reference",
  ]),
  "L": ["LI", "Caption"],
  "LI": ["Lbl", "LBody"],
  "Table": ["TR", "THead", "TBody", "TFoot", "Caption"],
  "THead": ["TR"], "TBody": ["TR"], "TFoot": ["TR"],
  "TR": ["TH", "TD"],
]

private let allowedParents: [String: Set<String>] = [
  "LI": ["L"], "LBody": ["LI"], "TR": ["Table", "THead", "TBody", "TFoot"], "TH": ["TR"], "TD": ["TR"],
  "THead": ["Table"], "TBody": ["Table"],
]

/// Whether text has the form of a language tag (BCP 47): `de`, `de-AT`, `sr-Latn`.
func isLanguageTag(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLetter }) else {
    return false
  }
  return parts.dropFirst().allSatisfy { part in
    (2...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}

/// From the page back to the tree (ISO 32000-1 14.7.4.4): what a reader needs to say what stands under the finger.
func parentTreeViolations(_ reader: TaggedPDFReader) -> [String] {
  let file = reader.file
  let treeRoot = file.dictionary(file.catalog["StructTreeRoot"]) ?? [:]
  var entries = file.numberTree(treeRoot["ParentTree"])
  var found: [String] = []
  if let next = treeRoot["ParentTreeNextKey"]?.integer, let last = entries.keys.max(), next <= last {
    found.append("ParentTreeNextKey is not beyond the last key")
  }
  // Who owns what, read from the tree.
  var owners: [Int: [Int: Int]] = [:]
  var annotationOwners: [Int: Int] = [:]
  for element in reader.elements {
    for kid in element.kids {
      switch kid {
      case .content(let page, let mcid): owners[page, default: [:]][mcid] = element.number
      case .annotation(let number): annotationOwners[number] = element.number
      default: break
      }
    }
  }
  for (place, page) in reader.pages.enumerated() {
    let expected = owners[place] ?? [:]
    guard let key = page.dictionary["StructParents"]?.integer else {
      if !expected.isEmpty { found.append("page \(place + 1) has no StructParents") }
      continue
    }
    let entry = file.array(entries.removeValue(forKey: key))?.map(\.reference) ?? []
    if entry.count != (expected.keys.max() ?? -1) + 1 {
      found.append("page \(place + 1): the ParentTree lists \(entry.count) sequences, not \(expected.count)")
    }
    for (mcid, owner) in expected.sorted(by: { $0.key < $1.key })
    where !entry.indices.contains(mcid) || entry[mcid] != owner {
      found.append("page \(place + 1): the ParentTree gives MCID \(mcid) to another element")
    }
  }
  for (number, owner) in annotationOwners.sorted(by: { $0.key < $1.key }) {
    guard let key = file.dictionary(.reference(number))?["StructParent"]?.integer else {
      found.append("annotation \(number) has no StructParent")
      continue
    }
    if entries.removeValue(forKey: key)?.reference != owner {
      found.append("the ParentTree gives annotation \(number) to another element")
    }
  }
  found += entries.keys.sorted().map { "the ParentTree has key \($0), which nothing uses" }
  return found
}
