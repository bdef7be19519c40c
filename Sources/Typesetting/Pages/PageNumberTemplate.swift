/// A text with `{page}` and `{pages}`, taken apart once for all pages.
struct PageNumberTemplate {
  private enum Part {
    case text(Substring)
    case page
    case pages
  }
  private var parts: [Part] = []

  init(_ template: String) {
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      if brace > rest.startIndex { parts.append(.text(rest[..<brace])) }
      rest = rest[brace...]
      if rest.hasPrefix("{page}") {
        parts.append(.page)
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{pages}") {
        parts.append(.pages)
        rest = rest.dropFirst(7)
      } else {
        parts.append(.text(rest.prefix(1)))
        rest = rest.dropFirst()
      }
    }
    if !rest.isEmpty { parts.append(.text(rest)) }
  }

  /// The text of a page.
  func text(page: Int, pages: Int) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .page: text += String(page)
      case .pages: text += String(pages)
      }
    }
    return text
  }
}
