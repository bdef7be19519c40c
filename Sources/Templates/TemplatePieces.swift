/// A template with its partials put in place, cut where no section is open.
///
/// swift-mustache counts the characters up to the end of the text at every step of its parser, which takes the square of
/// the length; some sixty pieces, rendered one after the other, give the same text in a fiftieth of the time.
struct TemplatePieces {
  /// The pieces, in order.
  private(set) var texts: [String] = []
  /// The partials that are still asked for by name.
  let partials: [String: String]

  /// How long a piece is at least, in bytes.
  private static let length = 256

  /// - Parameter sources: what the linter has passed.
  init(_ sources: [String: TemplateSource], root: String) {
    partials = sources.filter { $0.key != root }.mapValues(\.text)
    let source = TemplateSource(file: "", text: Self.text(of: root, in: sources))
    var depths = [Int](repeating: 0, count: source.lines.count + 1)
    for tag in TagScanner(source).tags {
      switch tag.kind {
      case .section, .inverted: depths[tag.line] += 1
      case .end: depths[tag.line] -= 1
      case .variable, .partial, .comment: break
      }
    }
    var piece = ""
    var depth = 0
    for (index, line) in source.lines.enumerated() {
      piece += line
      if index < source.lines.count - 1 { piece += "\n" }
      depth += depths[index + 1]
      if depth == 0, piece.utf8.count >= Self.length {
        texts.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { texts.append(piece) }
  }

  /// The text of a template with those partials in place that stand on a line of their own.
  private static func text(of name: String, in sources: [String: TemplateSource]) -> String {
    guard let source = sources[name] else { return "" }
    var text = ""
    for (index, line) in source.lines.enumerated() {
      if line.hasPrefix("{{>"), line.hasSuffix("}}"), index < source.lines.count - 1 {
        let partial = String(line.dropFirst(3).dropLast(2)).trimmingSpaces()
        // A whole line is replaced by whole lines; what does not end in one is left to the library.
        if let inner = sources[partial], inner.text.hasSuffix("\n") {
          text += self.text(of: partial, in: sources)
          continue
        }
      }
      text += line
      if index < source.lines.count - 1 { text += "\n" }
    }
    return text
  }
}
