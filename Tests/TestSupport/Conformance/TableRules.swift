/// Tables (ISO 32000-1 14.8.4.3.4; ISO 14289-1 7.5): rectangular, and every cell knows its header.
func tableViolations(_ reader: TaggedPDFReader) -> [String] {
  reader.elements.filter { $0.role == "Table" }.flatMap { table in
    let rows = table.subtree.filter { $0.role == "TR" }.map(\.elements)
    guard let first = rows.first else { return ["\(table.place) has no rows"] }
    var found: [String] = []
    let widths = Set(rows.map { row in row.reduce(0) { $0 + ($1.attributes["Table"]?["ColSpan"]?.integer ?? 1) } })
    if widths.count != 1 { found.append("\(table.place) has rows of different width") }
    for cell in rows.joined() where cell.role == "TH" {
      let scope = cell.attributes["Table"]?["Scope"]?.name
      if !["Row", "Column", "Both"].contains(scope) { found.append("\(cell.place) has no Scope") }
    }
    return found + headerViolations(table, rows, first)
  }
}

/// A row or column is headed wholly or not at all: one header cell among data cells is a header that got lost.
private func headerViolations(_ table: TagElement, _ rows: [[TagElement]], _ first: [TagElement]) -> [String] {
  func heads(_ cell: TagElement, _ direction: String) -> Bool {
    cell.role == "TH" && [direction, "Both"].contains(cell.attributes["Table"]?["Scope"]?.name)
  }
  var found: [String] = []
  let headRow = first.contains { heads($0, "Column") }
  let body = headRow ? rows.dropFirst() : rows[...]
  let headColumn = body.contains { $0.first.map { heads($0, "Row") } ?? false }
  if !headRow && !headColumn { found.append("\(table.place) has no header cells") }
  if headRow {
    // The corner above row headers may be a header of either direction.
    for cell in first where cell.role != "TH" { found.append("\(cell.place) is no header in a header row") }
  }
  if headColumn {
    for cell in body.compactMap(\.first) where cell.role != "TH" {
      found.append("\(cell.place) is no header in a header column")
    }
  }
  for row in body {
    for cell in row.dropFirst(headColumn ? 1 : 0) where cell.role == "TH" {
      found.append("\(cell.place) is a header among data cells")
    }
  }
  return found
}

/// Lists (ISO 32000-1 14.8.4.3.3; ISO 14289-1 7.6).
func listViolations(_ reader: TaggedPDFReader) -> [String] {
  reader.elements.filter { $0.role == "L" }.flatMap { list in
    var found: [String] = []
    let items = list.elements.filter { $0.role == "LI" }
    if items.isEmpty { found.append("\(list.place) has no items") }
    for item in items where item.elements.count(where: { $0.role == "LBody" }) != 1 {
      found.append("\(item.place) has not exactly one body")
    }
    let labelled = items.count { $0.elements.first?.role == "Lbl" }
    if labelled != 0 && labelled != items.count { found.append("\(list.place) labels some of its items") }
    let numbering = list.attributes["List"]?["ListNumbering"]?.name
    if labelled > 0 && (numbering == nil || numbering == "None") {
      found.append("\(list.place) has labels and no ListNumbering")
    }
    return found
  }
}
