import Records

extension Script {
  /// Reads a language's file; says everything that is missing from it or too much.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - name: what messages call the file.
  public init(_ text: String, name: String) throws(RecordProblems) {
    self = try SourceFile(name: name, text: text).read(Script.read)
  }

  private static func read(_ reader: RecordReader) -> Script {
    Script(
      language: reader.string("language"), intro: reader.string("intro"), questions: questions(reader),
      texts: all(reader, "texts"), files: all(reader, "files"), ends: all(reader, "ends"),
      commands: commands(reader), dateWords: dateWords(reader), countries: countries(reader),
      union: reader.strings("gdpr_states"))
  }

  /// A table with exactly the names of an enumeration.
  private static func all<Name: RawRepresentable<String> & CaseIterable & Hashable>(
    _ reader: RecordReader, _ key: String
  ) -> [Name: String] {
    var found: [Name: String] = [:]
    for (name, text) in reader.table(key) {
      if let known = Name(rawValue: name) { found[known] = text } else { reader.report(key, "has no use for \(name)") }
    }
    let missing = Name.allCases.filter { found[$0] == nil }.map(\.rawValue)
    if !missing.isEmpty { reader.report(key, "lacks \(missing.joined(separator: ", "))") }
    return found
  }

  private static func questions(_ reader: RecordReader) -> [QuestionID: Words] {
    var found: [QuestionID: Words] = [:]
    let entries = reader.groups("questions") { key, group in
      let id = QuestionID(rawValue: key)
      if id == nil { group.report(nil, "is no question of the interview") }
      return (id, words(group, id))
    }
    for (_, (id, words)) in entries {
      if let id { found[id] = words }
    }
    let missing = QuestionID.allCases.filter { found[$0] == nil }.map(\.rawValue)
    if !missing.isEmpty { reader.report("questions", "lacks \(missing.joined(separator: ", "))") }
    return found
  }

  private static func words(_ group: RecordReader, _ id: QuestionID?) -> Words {
    let choices = group.table("choices").map { entry in
      Choice(word: entry.key, names: alternatives(entry.value))
    }
    let wanted: [String] =
      switch id?.kind {
      case .choice(let words), .ticks(let words): words
      case .offered where id == .filing: ["email", "form", "post", "portal"]
      default: []
      }
    if choices.map(\.word) != wanted {
      group.report("choices", "must be, in this order: \(wanted.joined(separator: ", "))")
    }
    return Words(
      label: group.string("label"), prompt: group.string("prompt"), again: group.optionalString("again"),
      note: group.optionalString("note") ?? "", help: group.string("help"), choices: choices)
  }

  private static func commands(_ reader: RecordReader) -> [Command: [String]] {
    let found: [Command: String] = all(reader, "commands")
    return found.mapValues(alternatives)
  }

  private static func dateWords(_ reader: RecordReader) -> DateWords {
    reader.mapping("dates") { group in
      var months: [String: Int] = [:]
      for (name, number) in group.table("months") {
        guard let number = Int(number), (1...12).contains(number) else {
          group.report("months", "must give each name the number of its month")
          continue
        }
        months[name.lowercased()] = number
      }
      return DateWords(
        today: group.strings("today"), yesterday: group.strings("yesterday"), through: group.strings("through"),
        filler: group.strings("filler"), months: months, dayFirst: group.strings("day_first"))
    }
  }

  private static func countries(_ reader: RecordReader) -> [String: [String]] {
    Dictionary(
      reader.table("countries").map { ($0.key, alternatives($0.value)) }, uniquingKeysWith: { first, _ in first })
  }

  /// `ja | j` as two ways of saying it.
  private static func alternatives(_ text: String) -> [String] {
    text.split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
