import Casebook
import Matter
import Messages

/// What only shows when the rows of a table are laid beside each other.
///
/// It keeps 24 bytes a row while it looks and afterwards only what stands in several rows. The hashes say nothing
/// without the key they were made with.
public struct RowComparison: Sendable {
  /// How many rows have a word, a text or a file in common before it is worth saying.
  static let mostAlike = 3

  /// Something that stands in several rows.
  private struct Shared: Sendable {
    var count: Int
    var first = 0
    var last = 0

    mutating func see(_ row: Int) {
      if first == 0 { first = row }
      last = row
    }
  }

  /// How many rows there are.
  public private(set) var rows = 0
  /// What is wrong with the table as a whole.
  public private(set) var findings: [Finding] = []
  private var references: [UInt64: Shared] = [:]
  private var persons: [UInt64: Shared] = [:]
  private var grounds: [UInt32: Shared] = [:]
  private var facts: [UInt32: Shared] = [:]
  private var evidence: [UInt64: Shared] = [:]

  /// No comparison, for a row by itself.
  public init() {}

  /// Reads a table and compares its rows.
  public init(_ table: RowTable, _ reader: RowReader, workers: Int) throws {
    var marks = Marks()
    var dates: [Int: Int] = [:]
    var strange = Set(reader.folders?.all ?? [])
    let rows = try table.rows()
    try RowPipeline(workers: workers).run(
      { try rows.next() }, work: { (row: $0.number, seen: reader.marks(of: $0)) }
    ) {
      if let folder = $0.seen.folder { strange.remove(folder) }
      marks.add($0.seen.marks, row: $0.row)
      for column in $0.seen.ambiguousDates { dates[column, default: 0] += 1 }
    }
    self.rows = marks.count
    let corrections = unknownCorrections(table, reader, marks)
    // Each kind is let go as soon as it was looked at, the longest last: sorting takes as much memory again.
    grounds = marks.sharedGrounds()
    facts = marks.sharedFacts()
    evidence = marks.sharedEvidence()
    persons = marks.sharedPersons()
    references = marks.sharedReferences()
    if marks.count == 0 { findings.append(TableMessage.headerOnly.finding()) }
    if rows.emptyRows > 0 { findings.append(TableMessage.emptyRows.finding(.number(rows.emptyRows))) }
    for (column, count) in dates.sorted(by: { $0.key < $1.key }) {
      findings.append(
        TableMessage.datesLocal.finding(.term(ColumnPlan.shortened(reader.plan.header[column])), .number(count)))
    }
    if !strange.isEmpty { findings.append(TableMessage.foldersStrange.finding(.number(strange.count))) }
    findings += corrections
  }

  /// What rows have in common: of all else no marks are needed any more.
  var kinds: RowMarks.Kinds {
    var kinds: RowMarks.Kinds = []
    if !references.isEmpty { kinds.insert(.reference) }
    if !persons.isEmpty { kinds.insert(.person) }
    if !grounds.isEmpty { kinds.insert(.grounds) }
    if !facts.isEmpty { kinds.insert(.facts) }
    if !evidence.isEmpty { kinds.insert(.evidence) }
    return kinds
  }

  /// What stands against a row because of others.
  func findings(for marks: RowMarks, row: Int, evidence fields: [String]) -> [Finding] {
    var found: [Finding] = []
    if let shared = marks.reference.flatMap({ references[$0] }) {
      found.append(
        RowMessage.referenceTwice.finding("reference", .number(row == shared.first ? shared.last : shared.first)))
    }
    func say(_ shared: Shared?, _ message: RowMessage, _ field: String) {
      if let shared { found.append(message.finding(field, .number(shared.count), .number(shared.first))) }
    }
    say(marks.person.flatMap { persons[$0] }, .personTwice, "person.family_name")
    say(marks.grounds.flatMap { grounds[$0] }, .groundsShared, "grounds.text")
    say(marks.facts.flatMap { facts[$0] }, .factsShared, "effects.today")
    for (mark, field) in zip(marks.evidence, fields) { say(evidence[mark], .evidenceShared, field) }
    return found
  }

  private func unknownCorrections(_ table: RowTable, _ reader: RowReader, _ marks: Marks) -> [Finding] {
    let corrected = table.corrected
    guard !corrected.isEmpty else { return [] }
    let known = marks.knownReferences()
    let strange = corrected.filter { !known.contains(reader.mark(ofReference: $0.key)) }.values.sorted()
    guard let first = strange.first else { return [] }
    return [TableMessage.fixUnknown.finding(.number(strange.count), .number(first))]
  }

  /// The marks of all rows, in their order; zero where a row has none.
  private struct Marks {
    private(set) var count = 0
    private var references = StepwiseList<UInt64>()
    private var persons = StepwiseList<UInt64>()
    private var grounds = StepwiseList<UInt32>()
    private var facts = StepwiseList<UInt32>()
    /// Files stand in few rows or in many: each with its row.
    private var evidence: [(mark: UInt64, row: UInt32)] = []
    /// Where the numbers of rows go on with another than the next: after empty ones.
    private var jumps: [(place: Int, row: Int)] = []
    private var next = 0

    mutating func add(_ marks: RowMarks, row: Int) {
      if row != next { jumps.append((count, row)) }
      next = row + 1
      count += 1
      references.append(marks.reference ?? 0)
      persons.append(marks.person ?? 0)
      grounds.append(marks.grounds ?? 0)
      facts.append(marks.facts ?? 0)
      for mark in Set(marks.evidence) { evidence.append((mark, UInt32(truncatingIfNeeded: row))) }
    }

    func knownReferences() -> Set<UInt64> {
      var known: Set<UInt64> = []
      references.forEach { known.insert($0) }
      return known
    }

    mutating func sharedReferences() -> [UInt64: Shared] {
      defer { references = StepwiseList() }
      return shared(references, atLeast: 2)
    }

    mutating func sharedPersons() -> [UInt64: Shared] {
      defer { persons = StepwiseList() }
      return shared(persons, atLeast: 2)
    }

    mutating func sharedGrounds() -> [UInt32: Shared] {
      defer { grounds = StepwiseList() }
      return shared(grounds, atLeast: RowComparison.mostAlike + 1)
    }

    mutating func sharedFacts() -> [UInt32: Shared] {
      defer { facts = StepwiseList() }
      return shared(facts, atLeast: RowComparison.mostAlike + 1)
    }

    mutating func sharedEvidence() -> [UInt64: Shared] {
      defer { evidence = [] }
      var found = Self.repeated(evidence.map(\.mark).sorted(), atLeast: 2)
      for item in evidence { found[item.mark]?.see(Int(item.row)) }
      return found
    }

    private func shared<Mark: UnsignedInteger>(_ marks: StepwiseList<Mark>, atLeast least: Int) -> [Mark: Shared] {
      var found = Self.repeated(marks.sorted(), atLeast: least)
      guard !found.isEmpty else { return [:] }
      var (place, row, rest) = (0, 0, jumps[...])
      marks.forEach { mark in
        if let jump = rest.first, jump.place == place {
          row = jump.row
          rest.removeFirst()
        }
        found[mark]?.see(row)
        row += 1
        place += 1
      }
      return found
    }

    private static func repeated<Mark: UnsignedInteger>(_ sorted: [Mark], atLeast least: Int) -> [Mark: Shared] {
      var found: [Mark: Shared] = [:]
      var start = 0
      while start < sorted.count {
        var end = start
        while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
        if sorted[start] != 0, end - start >= least { found[sorted[start]] = Shared(count: end - start) }
        start = end
      }
      return found
    }
  }
}
