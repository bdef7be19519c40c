import Foundation
import Matter
import Records
import TestSupport
import Testing

@testable import Checking

/// The published schema says what the reader reads; neither the keys nor the words are listed a second time here.
@Suite struct MatterSchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema.matter() }

  @Test func everyGroupHasTheReadersKeys() throws {
    let groups = schema.groups()
    #expect(groups.count > 10)
    for group in groups {
      let hint = try #require(finding("zzzzzzzz", "1", in: group.way)?.hint, "\(group.way)")
      let known = Set(hint.replacing("known here: ", with: "").split(separator: ", ").map(String.init))
      #expect(known == Set(group.schema.properties?.keys ?? [:].keys), "\(group.way)")
    }
  }

  @Test func everyClosedListHasTheReadersWords() throws {
    var lists = 0
    for (way, group) in schema.groups() {
      for (key, value) in group.properties ?? [:] where value.properties == nil && value.items == nil {
        let message = finding(key, "zzzzzzzz", in: way)?.message ?? ""
        let prefix = "must be one of: "
        let words = message.hasPrefix(prefix) ? message.dropFirst(prefix.count).components(separatedBy: ", ") : nil
        let published = value.closedList(in: schema)
        #expect(published.map(Set.init) == words.map(Set.init), "\(way) \(key)")
        for word in published ?? [] { #expect(finding(key, word, in: way) == nil, "\(way) \(key) \(word)") }
        lists += published == nil ? 0 : 1
      }
    }
    #expect(lists > 20)
  }

  @Test func everyFormIsTheReaders() throws {
    // Forms a person might try; `day` and `range` know the calendar, which a pattern cannot.
    let forms = [
      "2025-05-20", "2025-5-20", "20.05.2025", "2025-05-20T10:00", "2025-13-01", "2025-00-10", "2025-05-32",
      "0000-01-01",
      "2024-06", "2024-13", "2024-6", "2024", "24", "0000", "2024-06-05..2024-06-12", "2024-06-05...2024-06-12",
      "2024-06..2024-07", "2024-06-05..", "14:30", "24:00", "14:60", "9:30", "14:30:00", "14.30", "DE", "el", "DEU",
      "D1",
      "D", "de", "de-AT", "deu", "de-Latn-AT", "de_AT", "de-", "d", "german", "de-1901", "de-AT-a", "yes", "Yes", "no",
      "NO", "true", "False", "ja", "1", "y", "0", "12", "-1", "x",
    ]
    var forgotten = Set(schema.definitions?.keys ?? [:].keys)
    for (way, group) in schema.groups() {
      for (key, value) in group.properties ?? [:] {
        guard let name = value.definition, let form = schema.definitions?[name], form.words == nil else { continue }
        forgotten.remove(name)
        for text in form.examples ?? [] {
          #expect(finding(key, text, in: way) == nil, "\(way) \(key) \(text)")
          #expect(try form.takes(text), "\(name) \(text)")
        }
        guard form.examples != nil else { continue }
        for text in forms {
          #expect(try form.takes(text) == (finding(key, text, in: way) == nil), "\(way) \(key) \(text)")
        }
      }
    }
    #expect(forgotten == ["number", "yesNoUnknown"])
    for text in ["2025-02-30", "2025-06-12..2025-06-05"] {
      #expect(finding("date", text, in: ["notice", "[]"]) != nil, "\(text) is no date, whatever a pattern says")
    }
  }

  /// Takes one key after the other out of the samples: what checking then misses, the schema misses too.
  @Test func whatIsMandatoryIsMandatoryInBoth() throws {
    var matters: [(name: String, node: SourceNode)] = []
    let folder = Repository.root.appending(path: "templates/meta-ai/example")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "yaml" {
      let country = file.deletingPathExtension().pathExtension
      let root = try SourceFile(name: country, text: String(contentsOf: file, encoding: .utf8)).root()
      matters.append((country, root))
      matters += removals(from: root, named: country)
    }
    #expect(matters.count > 100)
    let verdicts = try published(matters.map(\.node))
    guard !verdicts.isEmpty else { return }
    #expect(verdicts.count == matters.count)
    #expect(verdicts.contains { $0.hasPrefix("no") })
    for (matter, verdict) in zip(matters, verdicts) {
      let reading = MatterReader.read(matter.node, name: matter.name)
      let errors = (reading.findings + findings(reading.matter)).filter {
        // Whether the month for a later objection is over is no matter of form.
        $0.severity == .error && $0.code != FindingCode.responseCheckedMissing.rawValue
      }
      #expect(errors.isEmpty == (verdict == "yes"), "\(matter.name): \(verdict); \(errors.map(\.code))")
    }
  }

  @Test func everyFieldStandsInTheDocumentation() throws {
    let page = try String(contentsOf: Repository.root.appending(path: "docs/matter.md"), encoding: .utf8)
    for (way, group) in schema.groups() {
      for (key, value) in group.properties ?? [:] where value.properties == nil && value.items?.properties == nil {
        let path = (way + [key]).joined(separator: ".").replacing(".[]", with: ".N")
        let line = page.split(separator: "\n").first { $0.hasPrefix("|") && $0.contains("`\(path)`") }
        #expect(line != nil, "\(path)")
        guard value.definition != "yesNoUnknown" else { continue }
        for word in value.closedList(in: schema) ?? [] {
          #expect(line?.contains("`\(word)`") == true, "\(path): \(word)")
        }
      }
    }
  }

  /// What the reader says of a key with a value, the group being reached by a way through the schema.
  private func finding(_ key: String, _ value: String, in way: [String]) -> Finding? {
    var text = "{\(key): \"\(value)\"}"
    for step in way.reversed() { text = step == "[]" ? "[\(text)]" : "{\(step): \(text)}" }
    let path = (way.map { $0 == "[]" ? "1" : $0 } + [key]).joined(separator: ".")
    return MatterReader.read(text, name: "matter.yaml").findings.first { $0.field == path }
  }

  private func removals(from node: SourceNode, named name: String) -> [(name: String, node: SourceNode)] {
    func rebuilt(_ kind: SourceNode.Kind) -> SourceNode {
      SourceNode(kind, line: node.line, column: node.column, isQuoted: node.isQuoted)
    }
    switch node.kind {
    case .scalar: return []
    case .sequence(let items):
      return items.indices.flatMap { place in
        removals(from: items[place], named: "\(name).\(place + 1)").map { change in
          var items = items
          items[place] = change.node
          return (change.name, rebuilt(.sequence(items)))
        }
      }
    case .mapping(let entries):
      return entries.indices.flatMap { place in
        var fewer = entries
        let key = "\(name).\(fewer.remove(at: place).key)"
        let deeper = removals(from: entries[place].value, named: key).map { change in
          var entries = entries
          entries[place].value = change.node
          return (name: change.name, node: rebuilt(.mapping(entries)))
        }
        return [(name: key, node: rebuilt(.mapping(fewer)))] + deeper
      }
    }
  }

  /// What the schema says of matters; nothing where Python's jsonschema is not installed.
  private func published(_ matters: [SourceNode]) throws -> [String] {
    let script = Repository.root.appending(path: "Tests/CheckingTests/validate-matters.py").path
    let input = try JSONSerialization.data(withJSONObject: matters.map(json))
    let outcome = try Subprocess.run("python3", [script, JSONSchema.file.path], input: input)
    if outcome.status == 77 {
      let message = "SKIPPED: matters are not checked against their JSON Schema; install python3-jsonschema\n"
      FileHandle.standardError.write(Data(message.utf8))
      #expect(!Repository.isCI, "in CI python3-jsonschema must be there")
      return []
    }
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.text.split(separator: "\n").map(String.init)
  }

  private func json(_ node: SourceNode) -> Any {
    switch node.kind {
    case .scalar(let text): text
    case .sequence(let items): items.map(json)
    case .mapping(let entries):
      Dictionary(entries.map { ($0.key, json($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
