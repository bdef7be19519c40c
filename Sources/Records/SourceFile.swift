import Messages

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
    do throws(YAMLFault) {
      return try EventComposer.root(of: text, maximumDepth: Self.maximumDepth)
    } catch {
      throw problem(for: error)
    }
  }

  private func problem(
    _ message: RecordMessage, _ parameters: Message.Parameter..., hint: RecordMessage? = nil,
    at place: YAMLFault.Place? = nil
  ) -> RecordProblem {
    RecordProblem(
      file: name, line: place?.line ?? 0, column: place?.column ?? 0, path: "",
      message: Message(code: message.rawValue, pattern: message.english, parameters: parameters),
      hint: hint.map { Message($0) })
  }

  private func problem(for fault: YAMLFault) -> RecordProblem {
    switch fault {
    case .syntax(let what, let place): problem(.fileNotYAMLHere, .term(what), hint: .lookAround, at: place)
    case .character(let offset): problem(.fileCharacter, hint: .removeControl, at: place(ofByte: offset))
    case .empty: problem(.fileEmpty, hint: .giveKeys)
    case .anchor(let place): problem(.anchors, at: place)
    case .tooDeep(let place): problem(.tooDeep, at: place)
    case .keyNoWord(let place): problem(.keyNoWord, at: place)
    case .keyTwice(let place): problem(.keyTwice, hint: .keepOne, at: place)
    case .exhausted: problem(.fileNotYAML)
    }
  }

  private func place(ofByte offset: Int) -> YAMLFault.Place {
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
    return YAMLFault.Place(line: line, column: column)
  }
}
