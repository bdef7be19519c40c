/// The text of one template with a way back from offsets to lines and columns.
struct TemplateSource: Sendable {
  let file: String
  let text: String
  let lines: [Substring]

  init(file: String, text: String) {
    self.file = file
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A problem at a line and column, both from 1, with the line itself.
  func problem(_ message: String, line: Int, column: Int, hint: String? = nil) -> TemplateProblem {
    let source = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    return TemplateProblem(file: file, line: line, column: column, message: message, hint: hint, source: source)
  }
}
