import Digests
import Matter

/// What may stand in other rows too, as hashes that say nothing without their key.
struct RowMarks: Hashable, Sendable {
  /// The reference, in small letters.
  var reference: UInt64?
  /// Name, street and postcode.
  var person: UInt64?
  /// The grounds, and what is open today.
  ///
  /// Half as long: only what stands in more than three rows is said of them, and four texts of a million do not have the
  /// same 32 bits by chance (once in two million tables).
  var grounds: UInt32?
  var facts: UInt32?
  /// The files.
  var evidence: [UInt64] = []
}

/// Makes the marks of rows.
struct RowMarker: Sendable {
  private let key: [UInt8]
  /// The slot of the reference.
  let reference: Int?
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
      ["evidence.file", "evidence.folder", "mandate.file"].contains(plan.slots[$0].column.family)
        && plan.slots[$0].rule.constant == nil
    }
  }

  /// The fields of the files whose marks a row has, in the order of the marks.
  func evidenceFields(_ plan: ColumnPlan, _ values: [String?]) -> [String] {
    evidence.filter { values[$0] != nil }.map { plan.slots[$0].column.name }
  }

  /// The marks of a row.
  func marks(_ values: [String?]) -> RowMarks {
    var marks = RowMarks()
    marks.reference = reference.flatMap { values[$0] }.map { mark(ofReference: $0) }
    let parts = person.map { values[$0] ?? "" }
    if parts.count == 4, parts.allSatisfy({ !$0.isEmpty }) {
      marks.person = hash(2, Array(parts.map { Self.folded($0) }.joined(separator: [0])))
    }
    marks.grounds = grounds.flatMap { values[$0] }.map { Self.half(hash(3, Self.folded($0))) }
    marks.facts = facts.flatMap { values[$0] }.map { Self.half(hash(4, Self.folded($0))) }
    marks.evidence = evidence.compactMap { values[$0] }.map { hash(5, Array($0.utf8)) }
    return marks
  }

  /// The mark of a reference.
  func mark(ofReference reference: String) -> UInt64 { hash(1, Array(reference.lowercased().utf8)) }

  /// A text without what copying changes: blanks, line ends, small letters and capitals of ASCII.
  private static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for byte in text.composed.utf8 where byte > 0x20 {
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return folded
  }

  private static func half(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash)) }

  private func hash(_ kind: UInt8, _ text: [UInt8]) -> UInt64 {
    let digest = SHA256Digest(of: key + [kind] + text).bytes
    // Zero stands for no mark.
    return max(1, digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }
}
