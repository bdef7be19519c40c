/// Patterns of the language files: `{name}` stands for a value, `~` for a no-break space (U+00A0).
enum Pattern {
  /// Fills a pattern; a name without a value vanishes.
  static func fill(_ pattern: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = Substring(pattern)
    while let character = rest.popFirst() {
      switch character {
      case "~":
        filled.append("\u{00A0}")
      case "{":
        let name = rest.prefix { $0 != "}" }
        rest = rest[name.endIndex...].dropFirst()
        filled += values[String(name)] ?? ""
      default:
        filled.append(character)
      }
    }
    return filled
  }

  /// The names in a pattern, in order; `nil` if a brace is not closed.
  static func names(in pattern: String) -> [String]? {
    var names: [String] = []
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
