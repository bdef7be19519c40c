import Records

/// A table made of matters, one row each, to begin with.
public struct SampleTable: Sendable {
  private var rows: [[String: String]] = []

  /// An empty table.
  public init() {}

  /// Adds a matter, from the tree of its file; what no column holds, such as the campaign, is left out.
  ///
  /// - Parameter reference: the row's own, in place of the matter's.
  public mutating func add(_ root: SourceNode, reference: String) {
    var cells: [String: String] = [:]
    Self.collect(root, path: "", into: &cells)
    cells["reference"] = reference
    rows.append(cells)
  }

  /// The table, with commas and a byte order mark; only columns that some row fills.
  public func bytes() -> [UInt8] {
    let used = Set(rows.flatMap(\.keys)).compactMap { Column($0) }.sorted { Self.rank($0) < Self.rank($1) }
    let text = CSVText(separator: UInt8(ascii: ","))
    return CSVText.mark + text.row(used.map(\.name))
      + rows.flatMap { row in text.row(used.map { row[$0.name] ?? "" }) }
  }

  /// Groups in the order of the matter, entries of a list one after the other.
  private static func rank(_ column: Column) -> (Int, Int, Int) {
    let families = Column.all.map(\.family)
    let own = families.firstIndex(of: column.family) ?? families.count
    let group = column.entry == nil ? own : Column.all.firstIndex { $0.group == column.group } ?? own
    return (group, column.entry ?? 0, own)
  }

  private static func collect(_ node: SourceNode, path: String, into cells: inout [String: String]) {
    func put(_ text: String) {
      let name = path.replacing("prior.complaints.", with: "prior.")
      if let column = Column(name), !text.isEmpty { cells[column.name] = text }
    }
    switch node.kind {
    case .scalar(let text):
      if !node.isAbsent { put(text) }
    case .mapping(let entries):
      for entry in entries {
        collect(entry.value, path: path.isEmpty ? entry.key : "\(path).\(entry.key)", into: &cells)
      }
    case .sequence(let items):
      let words = items.compactMap { item in if case .scalar(let text) = item.kind { text } else { nil } }
      if path == "prior.complaints", items.isEmpty { put("none") }
      if words.count == items.count { put(words.joined(separator: "|")) }
      for (number, item) in items.enumerated() { collect(item, path: "\(path).\(number + 1)", into: &cells) }
    }
  }
}
