import Matter
import Records

/// What columns are called in a language, and how a member is asked for what should stand in them.
///
/// The words stand in `locales/columns/<language>.yaml`, by the names of columns without numbers: `objection.date`.
public struct ColumnWords: Hashable, Sendable {
  /// The language's tag.
  public var language: String
  /// Names that columns have in spreadsheets, by our name.
  public var names: [String: [String]]
  /// Questions that a member can answer, by our name.
  public var questions: [String: String]

  /// Reads a file of words; `name` is what messages call it.
  public init(_ text: String, name: String) throws(RecordProblems) {
    self = try SourceFile(name: name, text: text).read { reader in
      let language = reader.string("language")
      _ = reader.oneOf("status", Status.self)
      let columns = reader.groups("columns") { key, reader in
        if Self.families[key] == nil { reader.report(nil, "is not the name of a column") }
        return (names: reader.strings("names"), question: reader.optionalString("question"))
      }
      return ColumnWords(
        language: language, names: Dictionary(columns.map { ($0.key, $0.value.names) }) { first, _ in first },
        questions: Dictionary(columns.compactMap { entry in entry.value.question.map { (entry.key, $0) } }) {
          first, _ in first
        })
    }
  }

  private init(language: String, names: [String: [String]], questions: [String: String]) {
    self.language = language
    self.names = names
    self.questions = questions
  }

  private enum Status: String, CaseIterable {
    case machineDrafted = "machine_drafted"
    case reviewed
  }

  /// Every column there is, by its name without numbers; groups of them can be asked for as a whole.
  static let families: [String: Column?] = {
    var families = Dictionary(Column.all.map { ($0.family, Column?.some($0)) }) { first, _ in first }
    for group in ["account", "objection", "evidence"] { families[group] = .some(nil) }
    return families
  }()
}

extension Questions {
  /// The questions of several languages.
  public init(_ words: [ColumnWords]) {
    self.init(Dictionary(words.map { ($0.language, $0.questions) }) { first, _ in first })
  }
}
