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
    /// A group of names joined by a dot.
    case group([String: Variable])
  }

  /// The names at the top.
  public private(set) var variables: [String: Variable]

  /// An empty schema.
  public init() { variables = [:] }

  /// Declares a dotted name; groups come into being as needed.
  public mutating func declare(_ name: String, _ variable: Variable) {
    Self.insert(variable, at: name.split(separator: ".").map(String.init)[...], into: &variables)
  }

  /// Declares a name within a list that is already declared.
  public static func declare(_ name: String, _ variable: Variable, in names: inout [String: Variable]) {
    insert(variable, at: name.split(separator: ".").map(String.init)[...], into: &names)
  }

  private static func insert(_ variable: Variable, at path: ArraySlice<String>, into names: inout [String: Variable]) {
    guard let first = path.first else { return }
    guard path.count > 1 else {
      names[first] = variable
      return
    }
    // taken out while it grows, so that there is no second copy of it
    var inner: [String: Variable] = [:]
    if case .group(let existing)? = names.removeValue(forKey: first) { inner = existing }
    insert(variable, at: path.dropFirst(), into: &inner)
    names[first] = .group(inner)
  }

  /// Looks a dotted name up through nested scopes, the innermost first, as Mustache does.
  func find(_ name: String, in scopes: [[String: Variable]]) -> Variable? {
    let path = name.split(separator: ".").map(String.init)
    guard let first = path.first else { return nil }
    for depth in (0...scopes.count).reversed() {
      let scope = depth == 0 ? variables : scopes[depth - 1]
      guard var found = scope[first] else { continue }
      for part in path.dropFirst() {
        guard case .group(let inner) = found, let next = inner[part] else { return nil }
        found = next
      }
      return found
    }
    return nil
  }

  /// All dotted names visible from the given scopes, for suggestions.
  func names(in scopes: [[String: Variable]]) -> [String] {
    func flatten(_ names: [String: Variable], _ prefix: String) -> [String] {
      names.flatMap { name, variable -> [String] in
        if case .group(let inner) = variable { return flatten(inner, prefix + name + ".") }
        return [prefix + name]
      }
    }
    return (scopes + [variables]).flatMap { flatten($0, "") }.sorted()
  }
}
