extension TaggedPDFReader {
  /// The tag tree as text, one element a line, indented: what a golden file holds.
  ///
  /// Line and page breaks do not show, so that the golden changes when the structure does, not when a line moves.
  public func dump() -> String {
    guard let root else { return "no tag tree\n" }
    var lines = ["language \(file.catalog["Lang"]?.text ?? "none")"]
    dump(root, indent: 0, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func dump(_ element: TagElement, indent: Int, to lines: inout [String]) {
    let margin = String(repeating: "  ", count: indent)
    var line = margin + element.role
    let notes = dumpedAttributes(element)
    if !notes.isEmpty { line += " [" + notes.joined(separator: ", ") + "]" }
    // An element of words alone stands on one line.
    if element.elements.isEmpty {
      let words = text(element)
      if !words.isEmpty { line += " " + Self.quoted(words) }
      if let annotation = describedAnnotations(element) { line += " " + annotation }
      return lines.append(line)
    }
    lines.append(line)
    // Words between elements, sequence by sequence put together.
    var words = ""
    func flush() {
      if !words.isEmpty { lines.append(margin + "  " + Self.quoted(words)) }
      words = ""
    }
    for kid in element.kids {
      switch kid {
      case .content(let page, let mcid):
        words += (pages[page].sequence(mcid)?.text ?? "").filter { $0 != "\u{AD}" }
      case .element(let inner):
        flush()
        dump(inner, indent: indent + 1, to: &lines)
      case .annotation(let number):
        flush()
        lines.append(margin + "  OBJR " + describedAnnotation(number))
      case .broken(let what):
        flush()
        lines.append(margin + "  BROKEN " + what)
      }
    }
    flush()
  }

  private func dumpedAttributes(_ element: TagElement) -> [String] {
    var notes: [String] = []
    if let language = element.language { notes.append("language \(language)") }
    if let scope = element.attributes["Table"]?["Scope"]?.name { notes.append("scope \(scope)") }
    for span in ["ColSpan", "RowSpan"] {
      if let count = element.attributes["Table"]?[span]?.integer { notes.append("\(span) \(count)") }
    }
    if let numbering = element.attributes["List"]?["ListNumbering"]?.name { notes.append("numbering \(numbering)") }
    if element.attributes["Layout"]?["BBox"] != nil { notes.append("box") }
    if let identifier = element.dictionary["ID"]?.text { notes.append("id \(identifier)") }
    if let alternative = element.alternative { notes.append("alternative \(Self.quoted(alternative))") }
    return notes
  }

  private func describedAnnotations(_ element: TagElement) -> String? {
    let described = element.kids.compactMap { kid in
      switch kid {
      case .annotation(let number): describedAnnotation(number)
      case .broken(let what): "BROKEN \(what)"
      default: nil
      }
    }
    return described.isEmpty ? nil : described.joined(separator: " ")
  }

  private func describedAnnotation(_ number: Int) -> String {
    let annotation = file.dictionary(.reference(number)) ?? [:]
    let target =
      switch linkTarget(annotation) {
      case .uri(let address): "→ " + address
      case .page(let place): pages.indices.contains(place) ? "→ inside" : "→ nowhere"
      case nil: "→ nowhere"
      }
    return target + " " + Self.quoted(annotation["Contents"]?.text ?? "")
  }

  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\n": "\\n"
      case "\"": "\\\""
      case "\u{A0}": "\\u{A0}"
      case "\u{202F}": "\\u{202F}"
      case "\u{200C}": "\\u{200C}"
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
