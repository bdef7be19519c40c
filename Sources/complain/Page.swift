/// Text for people: paragraphs in lines no longer than the terminal is wide, broken between words.
enum Page {
  /// Writes a text; its lines are paragraphs.
  ///
  /// - Parameters:
  ///   - indent: before every line.
  ///   - hanging: after that, before what does not fit into a paragraph's first line, so that a number stays alone there.
  static func write(_ text: String, indent: String = "", hanging: String = "") {
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      wrapped(String(paragraph), indent: indent, hanging: hanging, width: Terminal.width - 1).forEach(Terminal.write)
    }
  }

  private static func wrapped(_ text: String, indent: String, hanging: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > max(20, width) {
        lines.append(line)
        line = indent + hanging + word
      } else {
        line += (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    return lines + [line]
  }
}
