import Matter
import Messages
import Synchronization

/// The reports of a check, row after row in the order of the table.
///
/// All are UTF-8 with a byte order mark, which Excel needs and everything else bears, with the separator of the table.
public struct BatchReports: Sendable {
  /// The reports there are.
  public enum File: String, CaseIterable, Sendable {
    /// One row a row of the table; one a finding; one a member who must be asked; one a row that must be repaired.
    case report = "report.csv"
    case findings = "findings.csv"
    case needs = "needs.csv"
    case fix = "fix.csv"
  }

  /// Takes bytes for one of the reports, in order.
  public typealias Sink = (File, [UInt8]) throws -> Void

  private let text: CSVText
  private let header: [String]
  private let questions: Questions
  private let shown: [Int]?
  private let isWriting: Bool
  private let worded: @Sendable (Finding) -> Finding
  private let said = SaidWords()

  /// Makes the reports of a table.
  ///
  /// - Parameters:
  ///   - columns: which columns of the table `fix.csv` shows beside the reference; all if not given. Of a person who may
  ///     repair postcodes nobody need learn the grounds.
  ///   - isWriting: whether complaints are written, and not only checked.
  ///   - worded: puts findings into the language of those who read the reports.
  public init(
    _ table: RowTable, questions: Questions, columns: Set<String>? = nil, isWriting: Bool = false,
    worded: @escaping @Sendable (Finding) -> Finding = { $0 }
  ) {
    text = CSVText(separator: table.format.separator)
    header = table.plan.header
    self.questions = questions
    self.isWriting = isWriting
    self.worded = worded
    shown = columns.map { names in
      let reference = table.plan.slots.first { $0.column.name == "reference" }?.source
      return table.plan.header.indices.filter { place in
        place == reference || names.contains(table.plan.header[place])
          || table.plan.slots.contains { $0.source == place && names.contains($0.column.name) }
      }
    }
  }

  /// The first row of each report.
  public func begin(_ sink: Sink) throws {
    let fix = (shown ?? Array(header.indices)).map { header[$0] } + [Corrections.findingsColumn]
    let headers: [(File, [String])] = [
      (.report, ReportFields.columns + (isWriting ? ReportFields.made : [])),
      (.findings, ["row", "reference", "severity", "code", "column", "value_class", "message", "hint"]),
      (.needs, ["reference", "row", "language", "number", "questions"]),
      (.fix, fix),
    ]
    for (file, header) in headers { try sink(file, CSVText.mark + text.row(header)) }
  }

  /// Adds findings about the table as a whole.
  public func add(_ findings: [Finding], _ sink: Sink) throws {
    for finding in findings {
      try sink(.findings, line(RowFinding(finding: finding), row: finding.line.map { String($0) } ?? "", reference: ""))
    }
  }

  /// What a row adds to the reports that concern it; several threads may ask for different rows at once.
  ///
  /// - Parameter outcome: what became of it, where complaints are written.
  public func pieces(_ reading: RowReading, of row: Row, outcome: Outcome? = nil) -> [(file: File, bytes: [UInt8])] {
    let status = outcome?.status ?? (reading.isComplete ? "ready" : "not_made")
    let cells = ReportFields(reading, status: status).cells + (isWriting ? outcome?.cells ?? ["", "", ""] : [])
    var pieces: [(file: File, bytes: [UInt8])] = [(.report, text.row(cells))]
    var lines: [UInt8] = []
    let (number, reference) = (String(reading.row), reading.reference ?? "")
    for place in reading.findings.indices { lines += line(reading.findings[place], row: number, reference: reference) }
    if !lines.isEmpty { pieces.append((.findings, lines)) }
    guard !reading.isComplete else { return pieces }
    let asked = questions.questions(for: reading)
    if !asked.isEmpty {
      let numbered = asked.count == 1 ? asked[0] : asked.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
      let cells = [
        reading.reference ?? "", String(reading.row), questions.language(of: reading), String(asked.count), numbered,
      ]
      pieces.append((.needs, text.row(cells)))
    }
    if let cells = fix(reading, row) { pieces.append((.fix, text.row(cells))) }
    return pieces
  }

  /// What became of a row.
  public struct Outcome: Hashable, Sendable {
    /// `made`, `not_made`, `filed`, `not_in_csv`.
    public var status: String
    /// How many pages the complaint has, its file, and the SHA-256 of that; empty where there is none.
    var cells: [String]

    /// A complaint that lies in the folder.
    public init(status: String, pages: Int, file: String, sha256: String) {
      self.status = status
      cells = [String(pages), file, sha256]
    }

    /// No complaint.
    public init(status: String) {
      self.status = status
      cells = ["", "", ""]
    }
  }

  /// The line of a row that earlier runs saw and that is no longer in the table.
  public func vanished(
    _ reference: String, country: String, authority: String, channel: String, language: String, limit: String,
    outcome: Outcome
  ) -> [UInt8] {
    text.row(
      ["", reference, outcome.status, country, authority, channel, language, "", "", limit, "", "", "", "no"]
        + outcome.cells)
  }

  private func line(_ row: RowFinding, row number: String, reference: String) -> [UInt8] {
    let (finding, field) = (row.finding, row.columnName ?? row.finding.field)
    let start = [number, reference, finding.severity.rawValue, finding.code, field, row.value?.rawValue ?? ""]
    guard !finding.wording.code.isEmpty, finding.parameters.isEmpty, finding.advice?.parameters.isEmpty != false else {
      let finding = worded(finding)
      return text.row(start + [finding.message, finding.hint ?? ""])
    }
    // What is said without parameters is the same in every row.
    return text.row(
      start,
      before: said.text(of: finding) { finding in
        let finding = worded(finding)
        return text.row([finding.message, finding.hint ?? ""])
      })
  }

  /// The row as it stands in the table, with what is wrong with it; `nil` if nothing of that shows in these columns.
  private func fix(_ reading: RowReading, _ row: Row) -> [String]? {
    var errors = reading.findings.filter { $0.finding.severity == .error }
    let places = shown ?? Array(header.indices)
    if shown != nil {
      errors = errors.filter { error in
        error.finding.field != "reference" && error.finding.column.map { places.contains($0 - 1) } ?? false
      }
      if errors.isEmpty { return nil }
    }
    let said = errors.map { error in
      let finding = worded(error.finding)
      let name = error.columnName ?? finding.field
      return (name.isEmpty ? "" : name + ": ") + finding.message
    }
    return places.map { row.cell($0) } + [said.joined(separator: "; ")]
  }
}

/// The ends of lines that were written before, by what they say.
private final class SaidWords: Sendable {
  private let known = Mutex<[String: [UInt8]]>([:])

  /// There are as many as there are codes, and a few of them have two messages.
  func text(of finding: Finding, make: (Finding) -> [UInt8]) -> [UInt8] {
    let key = finding.wording.code + " " + (finding.advice?.code ?? "")
    if let text = known.withLock({ $0[key] }) { return text }
    let text = make(finding)
    known.withLock { $0[key] = text }
    return text
  }
}
