import Messages

/// One node of a record file with the place where it stands.
///
/// YAML files become trees of such nodes; a row of a table can be turned into one as well, so that both are read by the
/// same code and give the same problems.
public struct SourceNode: Sendable, Equatable {
  /// What a node can be.
  public enum Kind: Sendable, Equatable {
    /// A single value, as typed.
    case scalar(String)
    /// An ordered list.
    case sequence([SourceNode])
    /// Keys with values, in the order of the file.
    case mapping([SourceEntry])
  }

  /// What stands here.
  public var kind: Kind
  /// Line in the file, the first is 1.
  public var line: Int
  /// Column in the line, the first is 1, counted in Unicode scalars.
  public var column: Int
  /// Whether a scalar was written in quotes or as a block, so that an empty one is meant as an empty text.
  public var isQuoted: Bool

  /// Creates a node at a place.
  public init(_ kind: Kind, line: Int, column: Int, isQuoted: Bool = false) {
    self.kind = kind
    self.line = line
    self.column = column
    self.isQuoted = isQuoted
  }

  /// Whether nothing was written: `key:`, `~` or `null` without quotes.
  public var isAbsent: Bool {
    // A cell of a table counts as quoted: looking at that first spares looking at the text.
    if isQuoted { return false }
    guard case .scalar(let text) = kind else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What stands here, in words for a message.
  var kindInWords: Message.Parameter {
    switch kind {
    case .scalar: .words(isAbsent ? RecordMessage.nothing : .singleValue)
    case .sequence: .words(RecordMessage.list)
    case .mapping: .words(RecordMessage.group)
    }
  }
}

/// One key of a mapping with its value.
public struct SourceEntry: Sendable, Equatable {
  /// The key as typed.
  public var key: String
  /// Line of the key, the first is 1.
  public var line: Int
  /// Column of the key, the first is 1.
  public var column: Int
  /// The value.
  public var value: SourceNode

  /// Creates an entry.
  public init(key: String, line: Int, column: Int, value: SourceNode) {
    self.key = key
    self.line = line
    self.column = column
    self.value = value
  }
}
