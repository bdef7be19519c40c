/// The names templates may use, declared in `templates/variables.yaml`.
public struct VariableSchema: Hashable, Sendable {
  /// What a name stands for.
  public indirect enum Variable: Hashable, Sendable {
    /// Something to print.
    case text
    /// Something that is or is not so.
    case flag
    /// Things, each with names of its own.
    case list([String: Variable])
  }

  /// The names at the top, dots and all: `objection.made`.
  public private(set) var variables: [String: Variable]

  /// An empty schema.
  public init() { variables = [:] }

  /// Declares a name.
  public mutating func declare(_ name: String, _ variable: Variable) { variables[name] = variable }

  /// Looks a name up through nested lists, the innermost first.
  ///
  /// - Returns: what it stands for, and in the how-manieth of the lists it is a name, from 1; 0 at the top.
  func find(_ name: String, in lists: [[String: Variable]]) -> (variable: Variable, depth: Int)? {
    for depth in stride(from: lists.count, to: 0, by: -1) {
      if let found = lists[depth - 1][name] { return (found, depth) }
    }
    return variables[name].map { ($0, 0) }
  }

  /// All names visible within the given lists, for suggestions.
  func names(in lists: [[String: Variable]]) -> [String] { (lists + [variables]).flatMap(\.keys).sorted() }
}
