/// Something wrong in a template, with the place a translator can put a finger on.
public struct TemplateProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The template's path, relative to the data folder.
  public let file: String
  /// The line, from 1; 0 where the problem has no line.
  public let line: Int
  /// The column in characters, from 1; 0 where the problem has none.
  public let column: Int
  /// What is wrong: lower case, no full stop.
  public let message: String
  /// What to do.
  public let hint: String?
  /// The line itself.
  public let source: String

  /// Makes a problem.
  public init(file: String, line: Int, column: Int, message: String, hint: String? = nil, source: String = "") {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
    self.source = source
  }

  /// The shape of every error of the tool: place, message, the line, hint.
  public var description: String {
    var text = line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
    if !source.isEmpty { text += "\n  \(source)" }
    if let hint { text += "\nhint: \(hint)" }
    return text
  }
}

/// All problems of a set of templates.
public struct TemplateProblems: Error, Sendable, CustomStringConvertible {
  /// The problems in order of file and line.
  public let problems: [TemplateProblem]
  /// Collects problems.
  public init(_ problems: [TemplateProblem]) { self.problems = problems }
  /// One after the other.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
