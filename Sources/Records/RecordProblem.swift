import Messages

/// One thing that is wrong in a record file, with its place and what to do about it.
///
/// A problem never repeats a value of the file: the value may be somebody's name or reasons.
public struct RecordProblem: Error, Sendable, Hashable {
  /// Name of the file as it was given.
  public var file: String
  /// Line, the first is 1; 0 when the problem has no line.
  public var line: Int
  /// Column, the first is 1; 0 when the problem has no column.
  public var column: Int
  /// Where in the record, such as `objection.1.date`, counting from 1; empty for the file as a whole.
  public var path: String
  /// What is wrong, lower case, no full stop.
  public var wording: Message
  /// What to do, if anything useful can be said.
  public var advice: Message?

  /// Creates a problem.
  public init(file: String, line: Int, column: Int, path: String, message: Message, hint: Message? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    wording = message
    advice = hint
  }

  /// Creates a problem of the project's own data, which is said in English only.
  public init(file: String, line: Int, column: Int, path: String, message: String, hint: String? = nil) {
    self.init(
      file: file, line: line, column: column, path: path, message: Message(english: message),
      hint: hint.map { Message(english: $0) })
  }

  /// What is wrong, in English.
  public var message: String { wording.description }
  /// What to do, in English.
  public var hint: String? { advice?.description }
}

extension RecordProblem: CustomStringConvertible {
  /// `file:line:column: path: message`, the form editors can jump to.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return place + ": " + (path.isEmpty ? "" : path + ": ") + message
  }
}

/// All problems of one or more record files; never empty.
public struct RecordProblems: Error, Sendable, Equatable {
  /// The problems in the order of the file.
  public var problems: [RecordProblem]

  /// Creates the collection.
  public init(_ problems: [RecordProblem]) {
    self.problems = problems
  }
}

extension RecordProblems: CustomStringConvertible {
  /// One line a problem, hints below it.
  public var description: String {
    problems.map { problem in
      "error: \(problem)" + (problem.hint.map { "\nhint: \($0)" } ?? "")
    }.joined(separator: "\n")
  }
}
