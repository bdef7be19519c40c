import Casebook
import Digests
import Matter

/// Checks every row of a table, in order, and says what came of it.
public struct BatchCheck: Sendable {
  /// What a check came to.
  public struct Summary: Sendable {
    /// How many rows there are, and of how many a complaint can be made.
    public var rows = 0
    /// How many of them a complaint can be made of.
    public var complete = 0
    /// How many members must be asked.
    public var asked = 0
    /// How often each code was found, errors and warnings alone.
    public var codes: [String: (severity: Severity, count: Int)] = [:]
    /// The digest of what was checked.
    public var digest: BatchDigest
  }

  /// The table.
  public let table: RowTable
  /// Reads its rows.
  public let reader: RowReader
  /// What shows when its rows are laid beside each other.
  public let comparison: RowComparison
  /// Everything that is wrong with the table as a whole.
  public let findings: [Finding]
  private let workers: Int
  private let look: RowChecker.EvidenceLook?

  /// Reads the table once, to compare its rows; nothing is read of one that cannot be used.
  ///
  /// - Parameters:
  ///   - workers: how many threads work.
  ///   - look: looks at the files of evidence; nobody does if not given.
  public init(
    _ table: RowTable, _ reader: RowReader, workers: Int, look: RowChecker.EvidenceLook? = nil
  ) throws {
    self.look = look
    self.table = table
    self.reader = reader
    self.workers = workers
    comparison = table.isUsable ? try RowComparison(table, reader, workers: workers) : RowComparison()
    findings = table.findings + comparison.findings
  }

  /// Whether there are rows worth checking.
  public var isUsable: Bool { table.isUsable && comparison.rows > 0 }

  /// Checks single rows as `run` does.
  public var checker: RowChecker { RowChecker(reader, comparison: comparison, look: look) }

  /// Reads the table once more, checks its rows and gives what was made of them in order.
  ///
  /// - Parameters:
  ///   - conditions: what the digest depends on beside the rows.
  ///   - group: how many rows a thread takes at once; few where each of them is much work.
  ///   - choose: which rows are checked at all; asked on the calling thread, in the order of the rows.
  ///   - work: makes something of a checked row, on any thread, and may add to what is wrong with it.
  ///   - take: takes it, on the calling thread, in the order of the rows.
  public func run<Made: Sendable>(
    conditions: [String], group: Int = RowPipeline.group, choose: (Row) throws -> Choice = { _ in .take },
    work: @escaping @Sendable (inout RowReading, Row) throws -> Made,
    take: (RowReading, Made) throws -> Void
  ) throws -> Summary {
    var summary = Summary(digest: BatchDigest(conditions))
    let checker = checker
    let rows = try table.rows()
    let check: @Sendable (Row) throws -> Checked<Made> = { row in
      var reading = try checker.check(row)
      let digest = reading.digest.bytes
      let made = try work(&reading, row)
      return Checked(reading: reading, digest: digest, isAsked: !Questions.fields(reading).isEmpty, made: made)
    }
    let next: () throws -> Row? = {
      while let row = try rows.next() {
        switch try choose(row) {
        case .take: return row
        case .leave: continue
        case .stop: return nil
        }
      }
      return nil
    }
    try RowPipeline(workers: workers, group: group).run(next, work: check) { row in
      summary.rows += 1
      if row.reading.isComplete { summary.complete += 1 }
      if row.isAsked { summary.asked += 1 }
      let findings = row.reading.findings
      // By their places: each finding is much to copy.
      for place in findings.indices where findings[place].finding.severity != .note {
        summary.codes[findings[place].finding.code, default: (findings[place].finding.severity, 0)].count += 1
      }
      summary.digest.add(row.digest)
      try take(row.reading, row.made)
    }
    return summary
  }

  /// The digest of all rows, as a check of them gives it: read once more, not checked.
  ///
  /// - Parameter conditions: what it depends on beside the rows.
  public func digest(conditions: [String]) throws -> BatchDigest {
    var digest = BatchDigest(conditions)
    let checker = checker
    let rows = try table.rows()
    try RowPipeline(workers: workers).run({ try rows.next() }, work: { try checker.digest(of: $0).bytes }) {
      digest.add($0)
    }
    return digest
  }

  /// What becomes of a row before it is checked.
  public enum Choice: Hashable, Sendable {
    /// It is checked; it is left out, as another machine's; neither it nor any row after it is read.
    case take, leave, stop
  }

  /// A row on its way from the thread that checked it.
  private struct Checked<Made: Sendable>: Sendable {
    var reading: RowReading
    var digest: [UInt8]
    var isAsked: Bool
    var made: Made
  }
}
