import Foundation
import TestSupport

/// `locales/schema/matter.schema.json`, as far as the tests look into it.
final class JSONSchema: Decodable {
  let properties: [String: JSONSchema]?
  let items: JSONSchema?
  let anyOf: [JSONSchema]?
  let definitions: [String: JSONSchema]?
  let words: [String]?
  let reference: String?
  let pattern: String?
  let examples: [String]?

  private enum CodingKeys: String, CodingKey {
    case properties, items, anyOf, pattern, examples
    case definitions = "$defs"
    case words = "enum"
    case reference = "$ref"
  }

  static let file = Repository.root.appending(path: "locales/schema/matter.schema.json")

  static func matter() throws -> JSONSchema {
    try JSONDecoder().decode(JSONSchema.self, from: Data(contentsOf: file))
  }

  /// The name of the definition it refers to, such as `range`.
  var definition: String? { reference.map { String($0.dropFirst("#/$defs/".count)) } }

  /// The words of a closed list, of one word or many; nil where the list is open.
  func closedList(in root: JSONSchema) -> [String]? {
    if let words { return words }
    if let definition { return root.definitions?[definition]?.words }
    return anyOf?.compactMap(\.words).first
  }

  /// The schemas of the groups below it with the way there; the way of a list's items ends in `[]`.
  func groups(_ way: [String] = []) -> [(way: [String], schema: JSONSchema)] {
    var found = properties == nil ? [] : [(way: way, schema: self)]
    for (key, schema) in (properties ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let items = schema.items {
        found += items.groups(way + [key, "[]"])
      } else {
        found += schema.groups(way + [key])
      }
    }
    return found
  }

  /// Whether the patterns of a definition take a text.
  func takes(_ text: String) throws -> Bool {
    try ([self] + (anyOf ?? [])).compactMap(\.pattern).contains { pattern in
      let expression = try NSRegularExpression(pattern: pattern)
      return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
  }
}
