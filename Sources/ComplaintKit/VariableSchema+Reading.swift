import Casebook
import Records
import Templates

extension VariableSchema {
  private enum Kind: String, CaseIterable {
    case text
    case flag
    case list
  }

  /// Reads `templates/variables.yaml` and adds what the campaign's own dates allow to be said.
  init(file: String, text: String, campaign: Campaign) throws(RecordProblems) {
    self = try SourceFile(name: file, text: text).read { reader in
      var schema = VariableSchema()
      for (name, variable) in reader.list("variables", Self.variable) { schema.declare(name, variable) }
      return schema
    }
    for policy in campaign.policies { declare("fact.\(policy.key)", .flag) }
    for channel in campaign.channels { declare("channel.\(channel.id)", .flag) }
    for gate in campaign.gates where gate.subject != .event { declare(gate.key, .flag) }
  }

  private static func variable(_ reader: RecordReader) -> (String, Variable) {
    let name = reader.string("name")
    let kind = reader.oneOf("type", Kind.self)
    // Who reads the file wants to know these; the linter does not.
    _ = reader.optionalString("origin")
    _ = reader.string("meaning")
    _ = reader.strings("source")
    guard kind == .list else { return (name, kind == .text ? .text : .flag) }
    var items: [String: Variable] = [:]
    for (inner, variable) in reader.list("items", Self.variable) {
      items[inner] = variable
    }
    return (name, .list(items))
  }
}
