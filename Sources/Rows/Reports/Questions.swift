import Casebook
import Checking
import Matter

/// Which findings only the member can answer, and in which words they are asked.
public struct Questions: Sendable {
  /// The question for a field, by language and by the column's name without numbers.
  private let words: [String: [String: String]]
  /// The language for whoever's has none.
  private let fallback = "en"

  /// Takes the questions of each language, by the names of columns such as `objection.date`.
  public init(_ words: [String: [String: String]]) { self.words = words }

  /// The fields of a row about which its member must be asked, each once, in the order of the table.
  static func fields(_ reading: RowReading) -> [String] {
    var fields: [String] = []
    for place in reading.findings.indices where reading.findings[place].finding.severity == .error {
      if isOfTable(reading.findings[place].finding.code) { continue }
      let family = Self.family(reading.findings[place].finding.field)
      if asked.contains(family), !fields.contains(family) { fields.append(family) }
    }
    return fields
  }

  /// Whether a finding is about the table, which the organisation can repair without asking anybody.
  private static func isOfTable(_ code: String) -> Bool {
    let isCell = code.hasPrefix("cell.") || code.hasPrefix("row.") || code == FindingCode.matterFormat.rawValue
    return isCell && code != RowMessage.scientific.rawValue && code != RowMessage.bareNumber.rawValue
  }

  /// The language in which a member is asked: as the row says, else that of the complaint.
  func language(of reading: RowReading) -> String {
    let wanted = [reading.batch.memberLanguage, reading.matter.language, reading.review.destination.language]
    for tag in wanted.compactMap({ $0 }) {
      let primary = String(tag.prefix { $0 != "-" }).lowercased()
      if words[primary] != nil { return primary }
    }
    return fallback
  }

  /// The questions for a row, in the member's language.
  func questions(for reading: RowReading) -> [String] {
    let own = words[language(of: reading)] ?? [:]
    return Self.fields(reading).compactMap { own[$0] }
  }

  /// A path without the numbers of entries: `objection.2.date` is `objection.date`.
  static func family(_ path: String) -> String {
    let parts = path.split(separator: ".").filter { Int($0) == nil }
    return parts.joined(separator: ".").replacing("prior.complaints.", with: "prior.")
  }

  /// What no organisation can know: everything else is a slip in the table.
  public static let asked: [String] = [
    "account", "account.platform", "account.handle", "account.public_content", "account.ai_chats", "objection",
    "objection.date", "objection.date_basis", "objection.channel", "objection.reasons_known", "objection.reasons",
    "response.kind", "response.date", "response.text", "response.checked_until", "grounds.text", "effects.today",
    "person.given_name", "person.family_name", "person.street", "person.postal_code", "person.city",
    "person.country", "authority", "evidence", "age", "representative.name",
    "declarations.truth_confirmed_on", "declarations.forward_to_controller", "signature.kind",
  ]
}
