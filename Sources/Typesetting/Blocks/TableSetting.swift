import Document

extension DocumentSetter {
  /// The look of a table's cells.
  private func styles(_ style: Table.Style) -> (head: TextStyle, cell: TextStyle) {
    switch style {
    case .caption: (.captionHead, .captionCell)
    case .grid: (.cellHead, .cell)
    case .fine: (.fineHead, .fineCell)
    }
  }

  /// Adds a table, row by row.
  mutating func add(_ table: Table, frame: Frame) {
    // tables stand from margin to margin, as the first page's do
    var frame = frame
    frame.x -= frame.indent
    frame.width += frame.indent
    frame.indent = 0
    let element = addElement(.table, under: frame.element)
    let number = tables.count
    let firstSlab = slabs.count
    tables.append(FlowTable(x: frame.x, width: frame.width, rows: []))
    let styles = styles(table.style)
    var head: FlowTable.Row?
    if !table.columnHeads.isEmpty {
      let (row, notes) = addRow(table.columnHeads, table, element, frame) { _ in (.column, styles.head) }
      head = row
      tables[number].head = row
      var slab = Slab(.row(table: number, row: -1, part: 0), height: row.height, before: 10)
      slab.notes = notes
      addSlab(slab, isFirst: true)
      staysWithPrevious = true
      nextBefore = 0
    }
    let tallest = PageGeometry.bottom - annexTop(annex) - (head?.height ?? 0) - 20
    for (index, cells) in table.rows.enumerated() {
      path.append("row \(index + 1)")
      var (row, notes) = addRow(cells, table, element, frame) { column in
        column == 0 ? (.row, table.style == .caption ? styles.head : styles.cell) : (nil, styles.cell)
      }
      path.removeLast()
      divide(&row, tallest: tallest)
      tables[number].rows.append(row)
      for part in row.parts.indices {
        let end = part + 1 < row.parts.count ? row.parts[part + 1] : row.height
        var slab = Slab(.row(table: number, row: index, part: part), height: end - row.parts[part])
        slab.before = index == 0 && part == 0 ? 10 : 0
        // the last row does not go over alone
        if index > 0, index == table.rows.count - 1, part == 0 { slab.breakCost = 40 }
        slab.repeatedHead = index == 0 && part == 0 ? 0 : head?.height ?? 0
        if part == 0 { slab.notes = notes }
        addSlab(slab, isFirst: part == 0)
      }
    }
    // a table that is easily kept whole is
    let height = slabs[firstSlab...].reduce(0) { $0 + $1.height }
    if height < 180 { for slab in firstSlab..<slabs.count { slabs[slab].breakCost += slab > firstSlab ? 220 : 0 } }
    leastBefore = 12
  }

  private mutating func addRow(
    _ cells: [Table.Cell], _ table: Table, _ parent: Int, _ frame: Frame,
    _ kind: (Int) -> (scope: StructureElement.Scope?, style: TextStyle)
  ) -> (row: FlowTable.Row, notes: Range<Int>) {
    let rowElement = addElement(.tableRow, under: parent)
    let firstNote = notes.count
    var row = FlowTable.Row(lines: [], height: 0)
    var x = frame.x
    for (column, cell) in cells.enumerated() {
      let (scope, style) = kind(column)
      let share = column < table.columnShares.count ? table.columnShares[column] : 0
      let isLast = column == cells.count - 1
      let width = max(12, frame.width * share - (isLast ? 0 : PageGeometry.columnGap))
      let element = addElement(scope == nil ? .tableData : .tableHeader, under: rowElement)
      elements[element].scope = scope
      var top = PageGeometry.cellPadding
      for paragraph in cell.paragraphs {
        let language = language(paragraph.language, frame)
        let isAlone = cell.paragraphs.count == 1
        let owner = isAlone ? element : addElement(.paragraph, under: element)
        elements[owner].language = language
        let number = addParagraph(
          paragraph.content, style, x: x, width: width, element: owner,
          language: paragraph.language ?? frame.language, noteParent: element)
        for line in 0..<paragraphs[number].set.lineCount {
          row.lines.append(FlowTable.Line(paragraph: number, line: line, top: top, height: style.leading))
          top += style.leading
        }
        if let identifier = paragraph.identifier { addPlace(identifier, slab: slabs.count) }
      }
      row.height = max(row.height, top + PageGeometry.cellPadding)
      x += frame.width * share
    }
    return (row, firstNote..<notes.count)
  }

  /// Cuts a row that no page could hold, between lines, into parts small enough to fill pages.
  private func divide(_ row: inout FlowTable.Row, tallest: Double) {
    guard row.height > tallest else { return }
    let part = min(tallest, 120)
    while row.height - (row.parts.last ?? 0) > part {
      let begin = row.parts.last ?? 0
      let limit = begin + part
      // the lowest height through which no line runs
      let candidates = row.lines.map(\.top).filter { $0 > begin && $0 <= limit }
      let cut = candidates.filter { height in
        !row.lines.contains { $0.top < height - 0.01 && $0.top + $0.height > height + 0.01 }
      }.max()
      guard let cut else { return }
      row.parts.append(cut)
    }
  }
}
