import Document

@testable import Typesetting

extension Layout {
  /// The tag tree read in order, with the page each content stands on; artifacts left out.
  var tree: String {
    var lines: [String] = []
    describe(0, indent: "", into: &lines)
    return lines.joined(separator: "\n")
  }

  private func describe(_ number: Int, indent: String, into lines: inout [String]) {
    let element = elements[number]
    var line = indent + element.role.rawValue
    if let language = element.language { line += " lang=\(language)" }
    if let scope = element.scope { line += " scope=\(scope.rawValue)" }
    if let numbering = element.numbering { line += " numbering=\(numbering.rawValue)" }
    if let identifier = element.identifier { line += " id=\(identifier)" }
    if let alternative = element.alternative { line += " alt=\(alternative)" }
    lines.append(line)
    for kid in element.kids {
      switch kid {
      case .element(let kid): describe(kid, indent: indent + "  ", into: &lines)
      case .content(let page, let sequence):
        lines.append("\(indent)  [\(page + 1)] \(text(pages[page].contents[sequence]))")
      case .annotation(let page, let link):
        let link = pages[page].links[link]
        let target =
          switch link.destination {
          case .place(let page, _): "page \(page + 1)"
          case .uri(let uri): uri
          }
        lines.append("\(indent)  link to \(target), \(link.areas.count) area(s), says \(link.description)")
      }
    }
  }

  /// What a sequence says.
  func text(_ content: MarkedContent) -> String {
    content.drawings.map { drawing in
      switch drawing {
      case .glyphs(let run, _, _): Support.text(run)
      case .rule: ""
      case .image: "(image)"
      }
    }.joined()
  }

  /// All real content in the order of the tree, artifacts left out.
  var spokenText: String {
    var result = ""
    speak(0, into: &result)
    return result
  }

  private func speak(_ number: Int, into result: inout String) {
    for kid in elements[number].kids {
      switch kid {
      case .element(let kid): speak(kid, into: &result)
      case .content(let page, let sequence): result += text(pages[page].contents[sequence])
      case .annotation: break
      }
    }
  }

  /// The text lines of a page from top to bottom: y from the upper edge, x, what stands there.
  func lines(page: Int) -> [(top: Double, x: Double, text: String, isArtifact: Bool)] {
    pages[page].contents.flatMap { content in
      content.drawings.compactMap { drawing -> (Double, Double, String, Bool)? in
        guard case .glyphs(let run, let x, let y) = drawing else { return nil }
        var isArtifact = false
        if case .artifact = content.owner { isArtifact = true }
        return (pages[page].height - y, x, Support.text(run), isArtifact)
      }
    }
    .map { (top: $0.0, x: $0.1, text: $0.2, isArtifact: $0.3) }
  }
}
