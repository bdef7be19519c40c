import Matter
import Messages

/// Rows of a table that somebody repaired: each takes the place of the row with its reference.
public struct Corrections: Sendable {
  /// The column in which the findings of a row stand; it is no part of the table.
  public static let findingsColumn = "complain.findings"
  /// The largest file of corrections, in bytes: they are kept in memory.
  public static let limit = 64 << 20

  /// No corrections.
  public static let none = Corrections()

  /// What is wrong with them.
  public private(set) var findings: [Finding] = []
  /// Their rows, by reference.
  private(set) var rows: [String: (number: Int, cells: [(place: Int, cell: String)])] = [:]

  private init() {}

  /// Reads corrections of a table.
  ///
  /// - Parameters:
  ///   - header: the names of the table's columns.
  ///   - reference: the place of the reference among them.
  public init(_ source: RowSource, header: [String], reference: Int) throws(TableFault) {
    let stream = try RowStream(source, format: try TableFormat.detect(source))
    var places: [(from: Int, to: Int)] = []
    var strange: [String] = []
    for (from, name) in stream.header.enumerated() where !name.isEmpty && name != Self.findingsColumn {
      if let to = header.firstIndex(of: name) { places.append((from, to)) } else { strange.append(name) }
    }
    if !strange.isEmpty {
      findings.append(TableMessage.fixColumns.finding(.number(strange.count), ColumnPlan.listed(strange)))
    }
    guard let key = places.first(where: { $0.to == reference })?.from else {
      findings.append(TableMessage.fixReference.finding())
      return
    }
    var size = 0
    while let row = try stream.row() {
      guard !row.isEmpty else { continue }
      let cells = row.cells.map { CSVText.bare($0) }
      size += cells.reduce(0) { $0 + $1.utf8.count }
      guard size <= Self.limit else {
        findings.append(TableMessage.fixTooLarge.finding(.number(Self.limit)))
        return
      }
      let name = cells.indices.contains(key) ? cells[key].trimmed : ""
      if let earlier = rows[name] {
        findings.append(TableMessage.fixTwice.finding(.number(earlier.number), .number(row.number)))
        continue
      }
      rows[name] = (
        row.number,
        places.filter { $0.to != reference }.map { ($0.to, cells.indices.contains($0.from) ? cells[$0.from] : "") }
      )
    }
  }

  /// A row with its correction in it.
  func applied(to row: Row, reference: Int) -> Row {
    guard !rows.isEmpty, reference < row.count, let correction = rows[row.cell(reference).trimmed] else { return row }
    var cells = row.cells
    for (place, cell) in correction.cells {
      while cells.count <= place { cells.append("") }
      cells[place] = cell
    }
    return Row(number: row.number, cells: cells)
  }
}
