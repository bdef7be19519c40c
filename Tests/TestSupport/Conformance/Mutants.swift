/// A way to spoil a file that somebody could spoil by a slip in the writer.
///
/// Each is caught by `conformanceViolations`; a test of the rules, and of every claim that a file is checked.
public struct Mutant: Sendable {
  /// What is spoilt.
  public let name: String
  /// Spoils it; false if the file has nothing of the kind.
  public let spoil: @Sendable (inout PDFEditor, TaggedPDFReader) -> Bool

  /// The names of the mutants that nothing notices, of those that this file can show; empty is right.
  ///
  /// - Throws: `PDFSyntaxError` if a mutant is no PDF file any more, which would prove nothing.
  public static func survivors(of file: PDFFile) throws -> [String] {
    let reader = TaggedPDFReader(file)
    var survivors: [String] = []
    for mutant in all {
      var editor = PDFEditor(file)
      guard mutant.spoil(&editor, reader) else { continue }
      if conformanceViolations(of: try editor.file()).isEmpty { survivors.append(mutant.name) }
    }
    return survivors
  }

  /// How many of the mutants a file can show.
  public static func applicable(to file: PDFFile) -> Int {
    let reader = TaggedPDFReader(file)
    return all.count { mutant in
      var editor = PDFEditor(file)
      return mutant.spoil(&editor, reader)
    }
  }

  /// All of them.
  public static let all: [Mutant] = treeMutants + attributeMutants + linkMutants + fileMutants + contentMutants
}

/// Changes the first element of a role.
private func onFirst(
  _ role: String, _ name: String, where matches: @escaping @Sendable (TagElement) -> Bool = { _ in true },
  _ change: @escaping @Sendable (inout [String: PDFObject]) -> Void
) -> Mutant {
  Mutant(name: name) { editor, reader in
    guard let element = reader.elements.first(where: { $0.role == role && matches($0) }) else { return false }
    editor.edit(element.number, change)
    return true
  }
}

/// Changes the catalog.
private func onCatalog(_ key: String, _ name: String, _ value: PDFObject? = nil) -> Mutant {
  Mutant(name: name) { editor, reader in
    guard let number = editor.trailer["Root"]?.reference, reader.file.catalog[key] != nil else { return false }
    editor.edit(number) { $0[key] = value }
    return true
  }
}

private let treeMutants: [Mutant] = [
  onFirst("TH", "a header cell became a data cell") { $0["S"] = .name("TD") },
  onFirst("H2", "a heading skips a level") { $0["S"] = .name("H4") },
  onFirst("H1", "the title became a paragraph") { $0["S"] = .name("P") },
  onFirst("LBody", "a list body became a label") { $0["S"] = .name("Lbl") },
  onFirst("P", "an element lost its kids") { $0["K"] = nil },
  onFirst("P", "an element names another parent") { $0["P"] = .reference(1) },
  onFirst("P", "an element has a type nobody knows") { $0["S"] = .name("Paragraph") },
  onFirst("TR", "a row lost a cell", where: { $0.elements.count > 1 }) { row in
    if case .array(let cells)? = row["K"] { row["K"] = .array(Array(cells.dropLast())) }
  },
  Mutant(name: "two elements own the same content") { editor, reader in
    let owners = reader.elements.filter { element in
      element.kids.contains { if case .content = $0 { true } else { false } }
    }
    guard owners.count > 1 else { return false }
    editor.edit(owners[1].number) {
      $0["K"] = owners[0].dictionary["K"]
      $0["Pg"] = owners[0].dictionary["Pg"]
    }
    return true
  },
  Mutant(name: "two kids changed places") { editor, reader in
    // What the tree says in another order is for goldens to see; here the bookmarks lose their order.
    guard let root = reader.root, case .array(let kids)? = reader.file.resolve(root.dictionary["K"]) else {
      return false
    }
    let headings = kids.indices.filter { index in
      root.elements.contains { $0.number == kids[index].reference && ($0.headingLevel ?? 0) > 1 }
    }
    guard headings.count > 1 else { return false }
    var changed = kids
    changed.swapAt(headings[0], headings[1])
    editor.edit(root.number) { $0["K"] = .array(changed) }
    return true
  },
]

private let attributeMutants: [Mutant] = [
  onFirst("Figure", "a figure lost its description") { $0["Alt"] = nil },
  onFirst("Figure", "a figure lost its box") { $0["A"] = nil },
  onFirst("TH", "a header cell lost its scope") { $0["A"] = nil },
  onFirst("L", "a labelled list lost its numbering", where: { $0.attributes["List"] != nil }) { $0["A"] = nil },
  onFirst("Note", "a footnote lost its name") { $0["ID"] = nil },
  onFirst("BlockQuote", "a quotation has no real language", where: { $0.language != nil }) {
    $0["Lang"] = .string(Array("french".utf8) + [UInt8(ascii: " ")])
  },
]

private func firstLink(_ reader: TaggedPDFReader) -> Int? {
  reader.elements.lazy.flatMap(\.kids).compactMap { if case .annotation(let number) = $0 { number } else { nil } }.first
}

private func onLink(_ name: String, _ change: @escaping @Sendable (inout [String: PDFObject]) -> Void) -> Mutant {
  Mutant(name: name) { editor, reader in
    guard let number = firstLink(reader) else { return false }
    editor.edit(number, change)
    return true
  }
}

private let linkMutants: [Mutant] = [
  Mutant(name: "a link lost its OBJR") { editor, reader in
    guard let link = reader.elements.first(where: { $0.role == "Link" }),
      case .array(let kids)? = reader.file.resolve(link.dictionary["K"])
    else { return false }
    editor.edit(link.number) { link in
      link["K"] = .array(kids.filter { reader.file.dictionary($0)?["Type"]?.name != "OBJR" })
    }
    return true
  },
  onLink("a link has no Contents") { $0["Contents"] = nil },
  onLink("a link says something else") { $0["Contents"] = .string(Array("click here".utf8)) },
  onLink("a link has no way back to the tree") { $0["StructParent"] = nil },
  onLink("a link is not printed") { $0["F"] = .integer(0) },
  onLink("a link leads nowhere") {
    $0["A"] = nil
    $0["Dest"] = nil
  },
]

private let fileMutants: [Mutant] = [
  onCatalog("Lang", "the document has no language"),
  onCatalog("MarkInfo", "the file is not marked as tagged"),
  onCatalog("ViewerPreferences", "the title is not displayed"),
  onCatalog("PageLabels", "there are no page labels"),
  onCatalog("Outlines", "there are no bookmarks"),
  onCatalog("AF", "the embedded files are not associated"),
  onCatalog("Metadata", "there is no XMP packet"),
  onCatalog("StructTreeRoot", "there is no tag tree"),
  Mutant(name: "the trailer has no ID") { editor, _ in editor.trailer.removeValue(forKey: "ID") != nil },
  Mutant(name: "there is no modification date") { editor, reader in
    guard let information = reader.file.trailer["Info"]?.reference else { return false }
    editor.edit(information) { $0["ModDate"] = nil }
    return true
  },
  Mutant(name: "the ParentTree lost a page") { editor, reader in
    guard let root = reader.file.catalog["StructTreeRoot"]?.reference,
      let tree = reader.file.dictionary(.reference(root))?["ParentTree"],
      case .array(let pairs)? = reader.file.resolve(reader.file.dictionary(tree)?["Nums"]), pairs.count > 1
    else { return false }
    editor.edit(root) { $0["ParentTree"] = .dictionary(["Nums": .array(Array(pairs.dropFirst(2)))]) }
    return true
  },
  Mutant(name: "there is no IDTree") { editor, reader in
    guard let root = reader.file.catalog["StructTreeRoot"]?.reference,
      reader.file.dictionary(.reference(root))?["IDTree"] != nil
    else { return false }
    editor.edit(root) { $0["IDTree"] = nil }
    return true
  },
  onAttachment("an embedded file is not described") { specification, _ in specification["Desc"] = nil },
  onAttachment("an embedded file has no relationship") { specification, _ in specification["AFRelationship"] = nil },
  onAttachment("an embedded file has no parameters") { _, stream in stream["Params"] = nil },
  onAttachment("an embedded file has no MIME type") { _, stream in stream["Subtype"] = nil },
]

private func onAttachment(
  _ name: String, _ change: @escaping @Sendable (inout [String: PDFObject], inout [String: PDFObject]) -> Void
) -> Mutant {
  Mutant(name: name) { editor, reader in
    let names = reader.file.dictionary(reader.file.catalog["Names"])?["EmbeddedFiles"]
    guard let number = reader.file.nameTree(names).first?.value.reference,
      var specification = reader.file.dictionary(.reference(number)),
      let held = reader.file.dictionary(specification["EF"])?["F"]?.reference,
      var stream = reader.file.dictionary(.reference(held))
    else { return false }
    change(&specification, &stream)
    editor.edit(number) { $0 = specification }
    editor.edit(held) { $0 = stream }
    return true
  }
}

private func onContent(_ name: String, _ change: @escaping @Sendable (String) -> String?) -> Mutant {
  Mutant(name: name) { editor, reader in
    for page in reader.pages {
      guard let number = page.dictionary["Contents"]?.reference, let bytes = reader.file.streamBytes(.reference(number))
      else { continue }
      // One character a byte, so that nothing but the change changes.
      let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      guard let changed = change(text) else { continue }
      editor.objects[number] = .stream([:], changed.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
      return true
    }
    return false
  }
}

private let contentMutants: [Mutant] = [
  onContent("an EMC got lost") { $0.replacingFirst("EMC", with: "   ") },
  onContent("a q is never undone") { "q " + $0 },
  onContent("something is painted outside of tagged content") { $0 + " 0 0 10 10 re f" },
  onContent("an artifact became content") { $0.replacingFirst("/Artifact <<", with: "/P <</MCID 9999 ") },
  onContent("content became an artifact") { $0.replacingFirst("/P <</MCID 1>>", with: "/Artifact <<>>") },
  onContent("print became pale") { text in text.contains("BT") ? "0.8 g " + text.replacing(" 0 g", with: "    ") : nil
  },
]

extension String {
  /// With the first occurrence replaced; nil if there is none.
  fileprivate func replacingFirst(_ part: String, with other: String) -> String? {
    guard let range = firstRange(of: part) else { return nil }
    return replacingCharacters(range, other)
  }

  private func replacingCharacters(_ range: Range<String.Index>, _ other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
