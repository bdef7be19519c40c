import Document

extension DocumentSetter {
  /// Draws the column heads again where a table goes on: furniture, for they are tagged where they stand first.
  mutating func emitHead(of number: Int, page: Int, top: Double) {
    guard let head = tables[number].head else { return }
    sheet.contents.append(MarkedContent(.artifact(.pagination), []))
    for line in head.lines {
      emitLine(line.line, of: line.paragraph, page: page, top: top + line.top, asArtifact: true)
    }
    emitRule(of: number, page, top: top, heavy: true)
    emitRule(of: number, page, top: top + head.height, heavy: false)
  }

  /// Draws a row, or a part of one, with the rules around it.
  mutating func emitRow(
    _ row: Int, part: Int, of number: Int, page: Int, top: Double, height: Double, isLast: Bool
  ) {
    let table = tables[number]
    guard let content = row < 0 ? table.head : table.rows[row] else { return }
    let begin = content.parts[part]
    let end = part + 1 < content.parts.count ? content.parts[part + 1] : content.height
    for line in content.lines where line.top >= begin - 0.01 && line.top < end - 0.01 {
      emitLine(line.line, of: line.paragraph, page: page, top: top + line.top - begin)
    }
    let startsTable = row < 0 || (row == 0 && part == 0 && table.head == nil)
    let goesOnWithoutHead = table.head == nil && isFirstOnPage(number, page)
    if startsTable || goesOnWithoutHead {
      emitRule(of: number, page, top: top, heavy: true)
    } else if part == 0 {
      emitRule(of: number, page, top: top, heavy: false)
    }
    if isLast || (row == table.rows.count - 1 && part == content.parts.count - 1) {
      emitRule(of: number, page, top: top + height, heavy: true)
    }
  }

  /// Whether nothing of the table was drawn on the page before.
  private mutating func isFirstOnPage(_ number: Int, _ page: Int) -> Bool {
    defer { lastTable = (number, page) }
    return lastTable != (number, page)
  }

  private mutating func emitRule(of number: Int, _ page: Int, top: Double, heavy: Bool) {
    let thickness = heavy ? 0.8 : 0.25
    let rule = Drawing.rule(
      Rectangle(
        x: tables[number].x, y: PageGeometry.height - top - thickness / 2, width: tables[number].width,
        height: thickness), gray: heavy ? 0 : 0.4)
    let last = sheet.contents.count - 1
    if last >= 0, sheet.contents[last].owner == .artifact(.layout) {
      sheet.contents[last].drawings.append(rule)
    } else {
      sheet.contents.append(MarkedContent(.artifact(.layout), [rule]))
    }
  }
}
