import Casebook
import Checking
import Matter
import Messages

/// What a row says, cell by cell, with everything that a spreadsheet destroyed.
struct RowValues {
  /// What stands in the slots of the plan; `nil` if nothing was said, or nothing that can be used.
  var values: [String?]
  /// What is wrong with single cells.
  var findings: [Finding] = []
}

/// Reads the cells of a row by what their columns must hold.
struct CellReader: Sendable {
  let plan: ColumnPlan
  let directory: VenueDirectory
  private let country: Int?

  init(plan: ColumnPlan, directory: VenueDirectory) {
    self.plan = plan
    self.directory = directory
    country = plan.slots.firstIndex { $0.column.name == "person.country" }
  }

  /// The values of a row.
  func values(of row: Row) throws(CasebookError) -> RowValues {
    var read = RowValues(values: [])
    read.values.reserveCapacity(plan.slots.count)
    checkWidth(row, &read.findings)
    for slot in plan.slots { read.values.append(value(slot, in: row, &read.findings)) }
    try mendPostcodes(&read)
    return read
  }

  /// The values that tell whether rows have something in common, and the dates that can be read in two ways.
  func glance(at row: Row) -> RowValues {
    var read = RowValues(values: [])
    read.values = plan.slots.map { slot in
      switch slot.column.kind {
      case .day, .range, .line, .block, .reference, .path, .postcode: value(slot, in: row, &read.findings)
      default: nil
      }
    }
    return read
  }

  private func checkWidth(_ row: Row, _ findings: inout [Finding]) {
    let (count, width) = (row.cells.count, plan.header.count)
    if count < width {
      findings.append(RowMessage.fewerCells.finding("", .number(count), .number(width)))
    } else if count > width, row.cells[width...].contains(where: { !$0.trimmed.isEmpty }) {
      findings.append(RowMessage.moreCells.finding("", .number(count), .number(width)))
    }
  }

  private func value(_ slot: ColumnPlan.Slot, in row: Row, _ findings: inout [Finding]) -> String? {
    if let constant = slot.rule.constant { return constant }
    guard let source = slot.source, row.cells.indices.contains(source) else { return nil }
    let cell = row.cells[source].trimmed
    guard !cell.isEmpty else { return nil }
    let field = slot.column.name
    if SpreadsheetWords.isError(cell) {
      findings.append(RowMessage.errorValue.finding(field))
      return nil
    }
    if !slot.rule.values.isEmpty {
      if let meant = slot.rule.values[cell] { return meant.isEmpty ? nil : meant }
      findings.append(RowMessage.notInValues.finding(field, .number(slot.rule.values.count)))
      return nil
    }
    guard let finding = fault(cell, slot) else { return read(cell, slot, &findings) }
    findings.append(finding)
    return finding.severity == .error ? nil : cell
  }

  /// A value that is not destroyed, in the form the matter has it.
  private func read(_ cell: String, _ slot: ColumnPlan.Slot, _ findings: inout [Finding]) -> String? {
    switch slot.column.kind {
    case .day, .range:
      if cell == "unknown" { return nil }
      guard let form = slot.rule.form, CivilDate(cell) == nil, DateRange(cell) == nil else { return cell }
      if let date = form.read(cell) { return date }
      findings.append(RowMessage.dateFormat.finding(slot.column.name, .term(form.description)))
      return nil
    case .country: return cell.utf8.count == 2 ? cell.uppercased() : cell
    default: return cell
    }
  }

  /// What a spreadsheet did to a cell.
  private func fault(_ cell: String, _ slot: ColumnPlan.Slot) -> Finding? {
    let field = slot.column.name
    switch slot.column.kind {
    case .block: return CellForm.isMojibake(cell) ? RowMessage.mojibakeText.finding(field) : nil
    case .day, .range: return dateFault(cell, slot)
    case .flag, .yesNoUnknown:
      return SpreadsheetWords.isTruth(cell) ? RowMessage.truthValue.finding(field) : nil
    case .handle:
      if CellForm.isScientific(cell) { return RowMessage.scientific.finding(field) }
      if CellForm.isDigits(cell) { return RowMessage.bareNumber.finding(field) }
    case .line, .reference, .path, .postcode:
      if CellForm.isScientific(cell) { return RowMessage.scientific.finding(field) }
      if let digits = CellForm.roundedDigits(cell) { return RowMessage.rounded.finding(field, .number(digits)) }
    default: return nil
    }
    if CellForm.isMojibake(cell) { return RowMessage.mojibake.finding(field) }
    return CellForm.hasNoBreakSpace(cell) ? RowMessage.noBreakSpace.finding(field) : nil
  }

  private func dateFault(_ cell: String, _ slot: ColumnPlan.Slot) -> Finding? {
    if CivilDate(cell) != nil { return nil }
    let field = slot.column.name
    if CellForm.isSerialDate(cell) { return RowMessage.serialDate.finding(field) }
    guard slot.rule.form == nil, DateRange(cell) == nil, let numbers = CellForm.localDate(cell)
    else { return nil }
    return (CellForm.isAmbiguous(numbers) ? RowMessage.dateOrder : .dateForm).finding(field)
  }

  /// Puts lost zeros back where the mapping says so, and says where they are lost.
  private func mendPostcodes(_ read: inout RowValues) throws(CasebookError) {
    guard let code = country.flatMap({ read.values[$0] }).flatMap({ CountryCode($0) }) else { return }
    for (index, slot) in plan.slots.enumerated() where slot.column.kind == .postcode {
      guard let cell = read.values[index], CellForm.isDigits(cell) else { continue }
      if let digits = slot.rule.digits[code.code], cell.utf8.count < digits {
        read.values[index] = String(repeating: "0", count: digits - cell.utf8.count) + cell
        read.findings.append(RowMessage.padded.finding(slot.column.name, .number(digits - cell.utf8.count)))
        continue
      }
      guard try directory.isPostcode(cell, of: code) == false, let digits = try lostZeros(cell, code) else { continue }
      read.values[index] = nil
      read.findings.append(
        RowMessage.lostZero.finding(
          slot.column.name, .term(code.code), .number(digits), .number(cell.utf8.count)))
    }
  }

  /// How many digits a postcode has with the zeros that were lost; `nil` if no zeros make it one.
  private func lostZeros(_ cell: String, _ code: CountryCode) throws(CasebookError) -> Int? {
    guard cell.utf8.count < 10 else { return nil }
    for count in cell.utf8.count + 1...10 {
      let padded = String(repeating: "0", count: count - cell.utf8.count) + cell
      if try directory.isPostcode(padded, of: code) == true { return count }
    }
    return nil
  }
}
