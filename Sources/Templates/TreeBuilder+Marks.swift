extension TreeBuilder {
  /// Splits off `{-}` at the start (no number) and `{#id}` at the end.
  static func marks(_ content: [MarkdownInline]) -> (text: [MarkdownInline], id: String?, isNumbered: Bool) {
    var text = content
    var isNumbered = true
    if case .text(let first)? = text.first, first.hasPrefix("{-}") {
      isNumbered = false
      text[0] = .text(String(first.dropFirst(3)).droppingLeadingSpaces())
    }
    guard case .text(let last)? = text.last, last.hasSuffix("}"), let brace = last.lastIndex(of: "{"),
      last[brace...].hasPrefix("{#")
    else { return (text, nil, isNumbered) }
    let id = String(last[brace...].dropFirst(2).dropLast())
    let rest = String(last[..<brace]).droppingTrailingSpaces()
    text[text.count - 1] = .text(rest)
    if rest.isEmpty { text.removeLast() }
    return (text, id, isNumbered)
  }

  /// Whether a paragraph is nothing but one of the directives.
  static func isDirective(_ content: [MarkdownInline]) -> Bool {
    guard content.count == 1, case .link(let target, let inner)? = content.first, inner.isEmpty else { return false }
    return ["signature:", "annexes:", "hashes:"].contains { target.hasPrefix($0) }
  }

  static func isSubtitle(_ content: [MarkdownInline]) -> Bool {
    if case .text(let first)? = content.first { return first.hasPrefix("~") }
    return false
  }

  static func droppingPrefix(_ prefix: String, of content: [MarkdownInline]) -> [MarkdownInline] {
    guard case .text(let first)? = content.first else { return content }
    return [.text(String(first.dropFirst(prefix.count)).droppingLeadingSpaces())] + content.dropFirst()
  }
}

extension String {
  func droppingLeadingSpaces() -> String { String(drop { $0 == " " }) }
  func droppingTrailingSpaces() -> String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
