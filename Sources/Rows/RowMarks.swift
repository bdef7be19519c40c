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

  /// Which of them are asked for.
  struct Kinds: OptionSet, Sendable {
    let rawValue: Int
    static let reference = Kinds(rawValue: 1)
    static let person = Kinds(rawValue: 2)
    static let grounds = Kinds(rawValue: 4)
    static let facts = Kinds(rawValue: 8)
    static let evidence = Kinds(rawValue: 16)
    static let all: Kinds = [.reference, .person, .grounds, .facts, .evidence]
  }
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

  /// The slots that marks are made of.
  var slots: Set<Int> { Set(person + evidence + [reference, grounds, facts].compactMap { $0 }) }

  /// The fields of the files whose marks a row has, in the order of the marks.
  func evidenceFields(_ plan: ColumnPlan, _ values: [String?]) -> [String] {
    evidence.filter { values[$0] != nil }.map { plan.slots[$0].column.name }
  }

  /// The marks of a row.
  func marks(_ values: [String?], _ kinds: RowMarks.Kinds) -> RowMarks {
    var marks = RowMarks()
    func said(_ kind: RowMarks.Kinds, _ slot: Int?) -> String? {
      kinds.contains(kind) ? slot.flatMap { values[$0] } : nil
    }
    marks.reference = said(.reference, reference).map { mark(ofReference: $0) }
    if kinds.contains(.person), person.count == 4 {
      var parts: [UInt8] = []
      for (number, slot) in person.enumerated() {
        if number > 0 { parts.append(0) }
        parts += values[slot].map { Self.folded($0) } ?? []
      }
      if person.allSatisfy({ values[$0]?.isEmpty == false }) { marks.person = hash(2, parts) }
    }
    marks.grounds = said(.grounds, grounds).map { Self.half(hash(3, Self.folded($0))) }
    marks.facts = said(.facts, facts).map { Self.half(hash(4, Self.folded($0))) }
    if kinds.contains(.evidence) {
      marks.evidence = evidence.compactMap { values[$0] }.map { hash(5, Array($0.utf8)) }
    }
    return marks
  }

  /// The mark of a reference.
  func mark(ofReference reference: String) -> UInt64 { hash(1, Array(reference.lowercased().utf8)) }

  /// A text without what copying changes: blanks, line ends, small letters and capitals of ASCII.
  private static func folded(_ text: String) -> [UInt8] {
    text.composed.withBytes { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { folded, count in
        guard let from = bytes.baseAddress, let to = folded.baseAddress else { return }
        for place in 0..<bytes.count {
          let byte = from[place]
          to[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          // What is left out is written over by what follows.
          if byte > 0x20 { count += 1 }
        }
      }
    }
  }

  private static func half(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash)) }

  /// The standard library's keyed hash (SipHash): marks are never written, and none is compared with one of another run.
  private func hash(_ kind: UInt8, _ text: [UInt8]) -> UInt64 {
    var hasher = Hasher()
    key.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(kind)
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    // Zero stands for no mark.
    return max(1, UInt64(bitPattern: Int64(hasher.finalize())))
  }
}
