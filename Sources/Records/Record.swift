import Messages

/// What reading a record gave: the value, if one could be built, and everything that is wrong.
public struct Record<Value> {
  /// The value, which may hold stand-ins where there are problems; `nil` when the file is no record at all.
  public var value: Value?
  /// Everything that is wrong, in the order of the file.
  public var problems: [RecordProblem]
}

extension Record: Sendable where Value: Sendable {}

extension SourceFile {
  /// Reads the record and gives what could be read together with all problems.
  ///
  /// For callers that add findings of their own; everybody else uses `read`, which throws.
  public func examine<Value>(_ body: (RecordReader) -> Value) -> Record<Value> {
    let root: SourceNode
    do {
      root = try self.root()
    } catch {
      return Record(value: nil, problems: [error])
    }
    return Self.examine(root, named: name, body)
  }

  /// Reads a record from nodes that came from elsewhere, such as a row of a table.
  public static func examine<Value>(
    _ root: SourceNode, named name: String, _ body: (RecordReader) -> Value
  ) -> Record<Value> {
    guard case .mapping(let entries) = root.kind else {
      let problem = RecordProblem(
        file: name, line: root.line, column: root.column, path: "",
        message: Message(RecordMessage.fileNoGroup, root.kindInWords), hint: Message(RecordMessage.giveKeys))
      return Record(value: nil, problems: [problem])
    }
    let log = ProblemLog(file: name)
    let reader = RecordReader(entries: entries, place: (root.line, root.column), path: "", log: log)
    let value = body(reader)
    reader.finish()
    let order = log.problems.enumerated().sorted { a, b in
      (a.element.line, a.element.column, a.offset) < (b.element.line, b.element.column, b.offset)
    }
    return Record(value: value, problems: order.map(\.element))
  }

  /// Reads the record; throws all problems at once if there is any.
  public func read<Value>(_ body: (RecordReader) -> Value) throws(RecordProblems) -> Value {
    let record = examine(body)
    guard let value = record.value, record.problems.isEmpty else { throw RecordProblems(record.problems) }
    return value
  }
}
