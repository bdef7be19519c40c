import Digests
import Matter

/// What may stand in other rows too, as hashes that say nothing without their key.
struct RowMarks: Hashable, Sendable {
  /// The reference, in small letters.
  var reference: UInt64?
  /// Name, street and postcode.
  var person: UInt64?
  /// The grounds, and what is open today.
  var grounds: UInt64?
  var facts: UInt64?
  /// The files.
  var evidence: [UInt64] = []
}

/// Makes the marks of rows.
struct RowMarker: Sendable {
  private let key: [UInt8]
  private let reference: Int?
  private let person: [Int]
  private let grounds: Int?
  private let facts: Int?
  private let evidence: [Int]

  /// - Parameter key: what the hashes are made with; nobody keeps them longer than a check.
  init(_ plan: ColumnPlan, key: [UInt8]) {
    self.key = key
    func slot(_ name: String) -> Int? { plan.slots.firstIndex { $0.column.name == name } }
    reference = slot("reference")
    let names = ["person.given_name", "person.family_name", "person.street", "person.postal_code"]
    person = names.compactMap(slot)
    grounds = slot("grounds.text")
    facts = slot("effects.today")
    evidence = plan.slots.indices.filter {
      plan.slots[$0].column.family == "evidence.file" && plan.slots[$0].rule.constant == nil
    }
  }

  /// The marks of a row.
  func marks(_ values: [String?]) -> RowMarks {
    var marks = RowMarks()
    marks.reference = reference.flatMap { values[$0] }.map { hash(1, $0.lowercased()) }
    let parts = person.map { values[$0] ?? "" }
    if parts.count == 4, parts.allSatisfy({ !$0.isEmpty }) {
      marks.person = hash(2, parts.map { Self.folded($0) }.joined(separator: "\u{0}"))
    }
    marks.grounds = grounds.flatMap { values[$0] }.map { hash(3, Self.folded($0)) }
    marks.facts = facts.flatMap { values[$0] }.map { hash(4, Self.folded($0)) }
    marks.evidence = evidence.compactMap { values[$0] }.map { hash(5, $0) }
    return marks
  }

  /// A text without what copying changes: case, blanks, line ends.
  private static func folded(_ text: String) -> String {
    text.composed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func hash(_ kind: UInt8, _ text: String) -> UInt64 {
    let digest = SHA256Digest(of: key + [kind] + Array(text.utf8)).bytes
    return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
