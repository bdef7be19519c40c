import Messages
import Yams

/// A record file: its name for messages and its text.
public struct SourceFile: Sendable {
  /// Name as it shall stand in messages.
  public var name: String
  /// The YAML text.
  public var text: String

  /// Longest text that is read, in bytes of UTF-8.
  ///
  /// A matter or a register entry is a thousand times smaller.
  public static let maximumBytes = 1_000_000
  /// Deepest nesting of lists and groups that is read.
  public static let maximumDepth = 32

  /// Creates a file from its name and text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Parses the text into nodes with places; the only problem reported is that it is not YAML as used here.
  ///
  /// Anchors and aliases are refused: record files do not need them, and a few lines of them can expand to gigabytes.
  public func root() throws(RecordProblem) -> SourceNode {
    guard text.utf8.count <= Self.maximumBytes else {
      throw problem(.fileTooLarge, .number(Self.maximumBytes), hint: .giveOneRecord)
    }
    if let root = EventComposer.root(of: text, maximumDepth: Self.maximumDepth) { return root }
    // Nodes know their anchors only as long as the parser lives.
    var parser: Parser?
    defer { withExtendedLifetime(parser) {} }
    let node: Node?
    do {
      // The basic resolver gives every plain value as a string: "no", 1.0 and 2025-05-20 stay what was typed.
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      node = try parser?.singleRoot()
    } catch let error as YamlError {
      throw problem(for: error)
    } catch {
      throw problem(.fileNotYAML)
    }
    guard let node else { throw problem(.fileEmpty, hint: .giveKeys) }
    return try convert(node, depth: 0)
  }

  private func convert(_ node: Node, depth: Int) throws(RecordProblem) -> SourceNode {
    let line = node.mark?.line ?? 0
    let column = node.mark?.column ?? 0
    guard node.anchor == nil else {
      throw problem(.anchors, line: line, column: column)
    }
    guard depth <= Self.maximumDepth else {
      throw problem(.tooDeep, line: line, column: column)
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return SourceNode(.scalar(scalar.string), line: line, column: column, isQuoted: !isPlain)
    case .sequence(let sequence):
      var items: [SourceNode] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return SourceNode(.sequence(items), line: line, column: column)
    case .mapping(let mapping):
      var entries: [SourceEntry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw problem(.keyNoWord, line: line, column: column)
        }
        let mark = name.mark
        entries.append(
          SourceEntry(
            key: name.string, line: mark?.line ?? line, column: mark?.column ?? column,
            value: try convert(value, depth: depth + 1)))
      }
      return SourceNode(.mapping(entries), line: line, column: column)
    case .alias:
      throw problem(.anchors, line: line, column: column)
    }
  }

  private func problem(
    _ message: RecordMessage, _ parameters: Message.Parameter..., hint: RecordMessage? = nil, line: Int = 0,
    column: Int = 0
  ) -> RecordProblem {
    RecordProblem(
      file: name, line: line, column: column, path: "",
      message: Message(code: message.rawValue, pattern: message.english, parameters: parameters),
      hint: hint.map { Message($0) })
  }

  private func problem(for error: YamlError) -> RecordProblem {
    switch error {
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _), .composer(_, let what, let mark, _):
      return problem(
        .fileNotYAMLHere, .term(what), hint: .lookAround, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      return problem(
        .keyTwice, hint: .keepOne, line: context.mark.line, column: context.mark.column)
    case .reader(_, let offset, _, _):
      let place = offset.map(place(ofByte:)) ?? (line: 0, column: 0)
      return problem(
        .fileCharacter, hint: .removeControl, line: place.line, column: place.column)
    default:
      return problem(.fileNotYAML)
    }
  }

  private func place(ofByte offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in text.utf8.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
