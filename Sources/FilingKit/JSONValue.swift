/// JSON with its keys in the order given, so that the same values are the same bytes.
indirect enum JSONValue: Hashable, Sendable {
  case string(String)
  case number(Int)
  case list([JSONValue])
  case object([Member])

  /// One key with its value.
  struct Member: Hashable, Sendable {
    var key: String
    var value: JSONValue
  }

  /// The text, indented by two spaces, with a line feed at its end.
  var bytes: [UInt8] { Array((text(indent: 0) + "\n").utf8) }

  private func text(indent: Int) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .string(let text): return JSONValue.quoted(text)
    case .number(let number): return String(number)
    case .list(let items):
      if items.isEmpty { return "[]" }
      return "[\n" + items.map { inner + $0.text(indent: indent + 2) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { inner + JSONValue.quoted($0.key) + ": " + $0.value.text(indent: indent + 2) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  /// A text in quotation marks, as JSON and YAML read it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// Collects the members of an object; what was not said makes none.
struct JSONObject {
  private(set) var members: [JSONValue.Member] = []

  var value: JSONValue { .object(members) }

  mutating func set(_ key: String, _ value: JSONValue?) {
    if let value { members.append(.init(key: key, value: value)) }
  }

  mutating func set(_ key: String, _ text: String?) {
    if let text, !text.isEmpty { set(key, .string(text)) }
  }

  mutating func set(_ key: String, _ number: Int) { set(key, .number(number)) }

  mutating func set(_ key: String, _ flag: Bool?) { set(key, flag.map { $0 ? "yes" : "no" }) }

  mutating func set<Choice: RawRepresentable<String>>(_ key: String, _ choice: Choice?) { set(key, choice?.rawValue) }

  mutating func set<Choice: RawRepresentable<String>>(_ key: String, _ choices: [Choice]) {
    if !choices.isEmpty { set(key, .list(choices.map { .string($0.rawValue) })) }
  }

  mutating func set(_ key: String, texts: [String]?) {
    if let texts, !texts.isEmpty { set(key, .list(texts.map { .string($0) })) }
  }

  /// An object of its own, if anything stands in it.
  mutating func object(_ key: String, _ fill: (inout JSONObject) -> Void) {
    var object = JSONObject()
    fill(&object)
    if !object.members.isEmpty { set(key, object.value) }
  }

  /// A list of objects, if there are any.
  mutating func list<Item>(_ key: String, _ items: [Item], _ fill: (Item, inout JSONObject) -> Void) {
    guard !items.isEmpty else { return }
    set(key, .list(items.map { JSONObject.of($0, fill).value }))
  }

  static func of<Item>(_ item: Item, _ fill: (Item, inout JSONObject) -> Void) -> JSONObject {
    var object = JSONObject()
    fill(item, &object)
    return object
  }
}
