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
  static func print(_ findings: [Finding], toError: Bool, in interface: Interface) throws {
    let descriptor = toError ? STDERR_FILENO : STDOUT_FILENO
    func line(_ word: Line, colour: Int, _ text: String) -> String {
      Terminal.label(interface.label(word), colour: colour, on: descriptor) + " " + text
    }
    for finding in try interface.worded(findings) {
      let (word, colour): (Line, Int) =
        switch finding.severity {
        case .error: (.error, 31)
        case .warning: (.warning, 33)
        case .note: (.note, 36)
        }
      var lines = [line(word, colour: colour, interface.text(finding))]
      if let hint = finding.hint { lines.append(line(.hint, colour: 36, hint)) }
      if let law = finding.law { lines.append(line(.law, colour: 36, law)) }
      let text = lines.joined(separator: "\n")
      if toError { Terminal.writeError(text) } else { Terminal.write(text) }
    }
  }

  /// A list of objects, in the same order; in English whoever reads it, so that programs get the same everywhere.
  static func json(_ findings: [Finding]) throws -> String {
    try AuthoritiesCommand.json(
      findings.map {
        Entry(
          code: $0.code, severity: $0.severity.rawValue, field: $0.field, law: $0.law, message: $0.message,
          hint: $0.hint, line: $0.line, column: $0.column)
      })
  }
}
