extension TaggedPDFReader {
  /// What a screen reader would say, reading the tag tree from top to end: one utterance a line.
  ///
  /// The words are those of no particular product; what matters is what is said, in which order and in which language.
  /// Where a link's `Contents` does not equal its visible text both are written, because readers speak one or the other.
  public func transcript() -> String {
    guard let root else { return "the document has no tags: nothing is certain\n" }
    var speaker = Speaker(reader: self)
    speaker.lines.append("document in \(Self.languageName(file.catalog["Lang"]?.text))")
    speaker.speak(root)
    return speaker.lines.joined(separator: "\n") + "\n"
  }

  /// The English name of a language tag's language, with its region if it has one.
  static func languageName(_ tag: String?) -> String {
    guard let tag, !tag.isEmpty else { return "no language" }
    let names = [
      "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
      "et": "Estonian", "fi": "Finnish", "fr": "French", "ga": "Irish", "hr": "Croatian", "hu": "Hungarian",
      "is": "Icelandic", "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese", "nb": "Norwegian",
      "nl": "Dutch", "nn": "Nynorsk", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak",
      "sl": "Slovenian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ar": "Arabic", "he": "Hebrew",
    ]
    let parts = tag.split(separator: "-").map(String.init)
    let name = names[parts[0].lowercased()] ?? tag
    return parts.count > 1 && names[parts[0].lowercased()] != nil ? "\(name) (\(parts[1]))" : name
  }
}

private struct Speaker {
  let reader: TaggedPDFReader
  var lines: [String] = []

  mutating func speak(_ element: TagElement) {
    let language = element.language.map { " in \(TaggedPDFReader.languageName($0))" } ?? ""
    switch element.role {
    case "H1", "H2", "H3", "H4", "H5", "H6":
      lines.append("heading \(element.headingLevel ?? 0)\(language): \(inline(element))")
    case "Table": speakTable(element, language)
    case "L": speakList(element, language)
    case "BlockQuote":
      lines.append("quotation\(language)")
      speakBody(element)
      lines.append("end of quotation")
    case "Figure":
      lines.append("figure\(language): \(element.alternative ?? "NOT DESCRIBED")")
      if !inline(element).isEmpty { lines.append("text in figure: \(inline(element))") }
    case "Note": speakBlock(element, prefix: "footnote\(language): ")
    case "Document", "Part", "Sect", "Div", "Art", "THead", "TBody":
      if !language.isEmpty { lines.append("part\(language)") }
      speakBody(element)
    case "Caption": speakBlock(element, prefix: "caption\(language): ")
    default: speakBlock(element, prefix: language.isEmpty ? "" : "[\(language.dropFirst(4))] ")
    }
  }

  /// An element that holds blocks is spoken block by block, one that holds words as one line.
  private mutating func speakBlock(_ element: TagElement, prefix: String) {
    guard Self.holdsBlocks(element) else {
      lines.append(prefix + inline(element))
      return
    }
    if !prefix.isEmpty { lines.append(String(prefix.dropLast(2))) }
    speakBody(element)
  }

  private mutating func speakBody(_ element: TagElement) {
    if !Self.holdsBlocks(element) {
      let words = inline(element)
      if !words.isEmpty { lines.append(words) }
      return
    }
    for kid in element.kids {
      switch kid {
      case .element(let inner): speak(inner)
      case .content(let page, let mcid): lines.append(words(page, mcid))
      case .annotation: break
      case .broken(let what): lines.append("BROKEN: \(what)")
      }
    }
  }

  private static let blocks: Set<String> = [
    "Document", "Part", "Sect", "Div", "Art", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Table",
    "BlockQuote", "Figure", "Note", "Caption", "TR", "THead", "TBody",
  ]

  private static func holdsBlocks(_ element: TagElement) -> Bool {
    element.elements.contains { blocks.contains($0.role) && $0.role != "Note" && $0.role != "Figure" }
      || (blocks.contains(element.role) && element.role != "P" && element.headingLevel == nil
        && element.elements.contains { $0.role == "Note" || $0.role == "Figure" })
  }

  private mutating func speakTable(_ table: TagElement, _ language: String) {
    let rows = table.subtree.filter { $0.role == "TR" }
    let columns = rows.map(\.elements.count).max() ?? 0
    lines.append("table\(language), \(rows.count) rows, \(columns) columns")
    for caption in table.elements where caption.role == "Caption" { speak(caption) }
    for (index, row) in rows.enumerated() {
      let cells = row.elements.map { cell in
        let kind =
          switch (cell.role, cell.attributes["Table"]?["Scope"]?.name) {
          case ("TH", "Row"?): "row header "
          case ("TH", "Column"?): "column header "
          case ("TH", _): "header of nothing "
          default: ""
          }
        return kind + (cell.language.map { "[\(TaggedPDFReader.languageName($0))] " } ?? "") + inline(cell)
      }
      lines.append("row \(index + 1): " + cells.joined(separator: " | "))
    }
    lines.append("end of table")
  }

  private mutating func speakList(_ list: TagElement, _ language: String) {
    let items = list.elements.filter { $0.role == "LI" }
    lines.append("list\(language), \(items.count) items")
    for item in items {
      let label = item.elements.first { $0.role == "Lbl" }.map { inline($0).trimmingBlanks() + " " } ?? ""
      let start = lines.count
      for body in item.elements where body.role != "Lbl" { speakBody(body) }
      if lines.indices.contains(start) {
        lines[start] = "item " + label + lines[start]
      } else {
        lines.append("item " + label)
      }
    }
    lines.append("end of list")
  }

  private func words(_ page: Int, _ mcid: Int) -> String {
    (reader.pages[page].sequence(mcid)?.text ?? "").filter { $0 != "\u{AD}" }
  }

  /// The words of an element with what stands inside them announced.
  private func inline(_ element: TagElement) -> String {
    element.kids.map { kid -> String in
      switch kid {
      case .content(let page, let mcid): return words(page, mcid)
      case .annotation: return ""
      case .broken(let what): return "BROKEN: \(what)"
      case .element(let inner):
        let text = inline(inner)
        let language = inner.language.map { "in \(TaggedPDFReader.languageName($0)): " } ?? ""
        switch inner.role {
        case "Link":
          let spoken = contents(inner)
          return spoken == text || spoken == nil
            ? "[link: \(language)\(text)]" : "[link: \(language)\(text); or: \(spoken ?? "")]"
        case "Note": return "[footnote: \(language)\(text)]"
        case "Figure": return "[figure: \(inner.alternative ?? "NOT DESCRIBED")]"
        case "Reference": return text
        default: return language.isEmpty ? text : "[\(language)\(text)]"
        }
      }
    }.joined()
  }

  private func contents(_ link: TagElement) -> String? {
    link.kids.lazy.compactMap { kid -> String? in
      guard case .annotation(let number) = kid else { return nil }
      return reader.file.dictionary(.reference(number))?["Contents"]?.text
    }.first
  }
}

extension String {
  /// Without blanks at either end.
  func trimmingBlanks() -> String {
    let head = drop { $0.isWhitespace }
    guard let end = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...end])
  }
}
