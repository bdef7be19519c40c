import Glibc
import Matter

/// Prints findings for people and for programs.
enum FindingsPrinter {
  private struct Entry: Encodable {
    let code: String
    let severity: String
    let field: String
    let law: String?
    let message: String
    let hint: String?
    let line: Int?
    let column: Int?
  }

  /// One finding after the other: severity as a word, field, message, hint, law.
  static func print(_ findings: [Finding], toError: Bool) {
    let descriptor = toError ? STDERR_FILENO : STDOUT_FILENO
    for finding in findings {
      let colour =
        switch finding.severity {
        case .error: 31
        case .warning: 33
        case .note: 36
        }
      var lines = [
        Terminal.label(finding.severity.rawValue, colour: colour, on: descriptor) + " " + Wording.text(finding)
      ]
      if let hint = finding.hint { lines.append(Terminal.label("hint", colour: 36, on: descriptor) + " " + hint) }
      if let law = finding.law { lines.append(Terminal.label("law", colour: 36, on: descriptor) + " " + law) }
      let text = lines.joined(separator: "\n")
      if toError { Terminal.writeError(text) } else { Terminal.write(text) }
    }
  }

  /// A list of objects, in the same order.
  static func json(_ findings: [Finding]) throws -> String {
    try AuthoritiesCommand.json(
      findings.map {
        Entry(
          code: $0.code, severity: $0.severity.rawValue, field: $0.field, law: $0.law, message: $0.message,
          hint: $0.hint, line: $0.line, column: $0.column)
      })
  }
}
