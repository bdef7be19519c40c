import Matter
import Messages

/// A table with its mapping and its corrections, which can be read as often as needed.
public struct RowTable: Sendable {
  /// How it lies in its file.
  public let format: TableFormat
  /// What becomes of its columns.
  public let plan: ColumnPlan
  /// What is wrong with the table as a whole, as far as that shows before its rows are read.
  public let findings: [Finding]

  private let source: RowSource
  private let corrections: Corrections
  private let reference: Int?

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - encoding: its encoding, if somebody knows it.
  ///   - corrections: rows that somebody repaired.
  ///   - needs: which columns are asked for.
  public init(
    _ source: RowSource, map: ColumnMap = .none, encoding: TableEncoding? = nil, corrections: RowSource? = nil,
    needs: [String] = Column.mandatory
  ) throws(TableFault) {
    self.source = source
    format = try TableFormat.detect(source, encoding: encoding)
    plan = ColumnPlan(header: try RowStream(source, format: format).header, map: map, needs: needs)
    reference = plan.slots.first { $0.column.name == "reference" }?.source
    if let corrections, let reference {
      self.corrections = try Corrections(corrections, header: plan.header, reference: reference)
    } else {
      self.corrections = .none
    }
    let guess = format.isEncodingGuessed ? [TableMessage.encodingGuessed.finding(.term(format.encoding.name))] : []
    findings = guess + plan.findings + self.corrections.findings
  }

  /// Whether its rows can be read.
  public var isUsable: Bool { !findings.contains { $0.severity == .error } }

  /// The references that corrections name, each with the row of the corrections.
  var corrected: [String: Int] { corrections.rows.mapValues(\.number) }

  /// What the table calls the column of references.
  public var referenceColumn: String? { reference.map { plan.header[$0] } }

  /// The reference of a row, as it stands in its cell; `nil` if there is none.
  public func reference(of row: Row) -> String? {
    guard let reference else { return nil }
    let text = row.cell(reference).trimmed
    return text.isEmpty ? nil : text
  }

  /// Starts at the first row below the names of the columns.
  public func rows() throws(TableFault) -> Rows {
    Rows(try RowStream(source, format: format), corrections, reference)
  }

  /// The rows of a table, corrected; empty ones are counted and left out.
  public final class Rows {
    /// How many empty rows were left out.
    public private(set) var emptyRows = 0

    private let stream: RowStream
    private let corrections: Corrections
    private let reference: Int?

    fileprivate init(_ stream: RowStream, _ corrections: Corrections, _ reference: Int?) {
      self.stream = stream
      self.corrections = corrections
      self.reference = reference
    }

    /// The next row; `nil` after the last one.
    public func next() throws(TableFault) -> Row? {
      while let row = try stream.row() {
        if row.isEmpty {
          emptyRows += 1
          continue
        }
        guard let reference else { return row }
        return corrections.applied(to: row, reference: reference)
      }
      return nil
    }
  }
}
