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
  private let postcodes: [Int]
  private let glanced: [Int]

  /// - Parameter glanced: the slots that are compared between rows.
  init(plan: ColumnPlan, directory: VenueDirectory, glanced: Set<Int>) {
    self.plan = plan
    self.directory = directory
    postcodes = plan.slots.indices.filter { plan.slots[$0].column.kind == .postcode }
    self.glanced = plan.slots.indices.filter { place in
      // Dates are counted that can be read in two ways.
      glanced.contains(place) || [.day, .range].contains(plan.slots[place].column.kind)
    }
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

  /// The values of some slots, and the dates that can be read in two ways.
  func glance(at row: Row) -> RowValues {
    var read = RowValues(values: [String?](repeating: nil, count: plan.slots.count))
    for place in glanced { read.values[place] = value(plan.slots[place], in: row, &read.findings) }
    return read
  }

  private func checkWidth(_ row: Row, _ findings: inout [Finding]) {
    let (count, width) = (row.count, plan.header.count)
    if count < width {
      findings.append(RowMessage.fewerCells.finding("", .number(count), .number(width)))
    } else if count > width, (width..<count).contains(where: { !row.cell($0).trimmed.isEmpty }) {
      findings.append(RowMessage.moreCells.finding("", .number(count), .number(width)))
    }
  }

  private func value(_ slot: ColumnPlan.Slot, in row: Row, _ findings: inout [Finding]) -> String? {
    if let constant = slot.rule.constant { return constant }
    guard let source = slot.source else { return nil }
    return row.withBytes(ofCell: source) { bytes in
      // Most cells have no blanks at their ends, and are looked at where they lie.
      if !Self.mayHaveBlanks(bytes) { return value(slot, cell: bytes, &findings) }
      return String(decoding: bytes, as: UTF8.self).trimmed.withBytes { value(slot, cell: $0, &findings) }
    } ?? nil
  }

  /// Whether blanks may stand at an end: their bytes do, or such as begin wide ones.
  private static func mayHaveBlanks(_ bytes: CellBytes) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80
  }

  private func value(_ slot: ColumnPlan.Slot, cell: CellBytes, _ findings: inout [Finding]) -> String? {
    guard !cell.isEmpty else { return nil }
    let field = slot.column.name
    if SpreadsheetWords.isError(cell) {
      findings.append(RowMessage.errorValue.finding(field))
      return nil
    }
    if !slot.rule.values.isEmpty {
      if let meant = slot.rule.values[text(cell)] { return meant.isEmpty ? nil : meant }
      findings.append(RowMessage.notInValues.finding(field, .number(slot.rule.values.count)))
      return nil
    }
    guard let finding = fault(cell, slot) else { return read(cell, slot, &findings) }
    findings.append(finding)
    return finding.severity == .error ? nil : text(cell)
  }

  private func text(_ cell: CellBytes) -> String { String(decoding: cell, as: UTF8.self) }

  /// A value that is not destroyed, in the form the matter has it.
  private func read(_ cell: CellBytes, _ slot: ColumnPlan.Slot, _ findings: inout [Finding]) -> String? {
    let text = text(cell)
    switch slot.column.kind {
    case .day, .range:
      if text == "unknown" { return nil }
      guard let form = slot.rule.form, CivilDate(text) == nil, DateRange(text) == nil else { return text }
      if let date = form.read(text) { return date }
      findings.append(RowMessage.dateFormat.finding(slot.column.name, .term(form.description)))
      return nil
    case .country: return cell.count == 2 ? text.uppercased() : text
    default: return text
    }
  }

  /// What a spreadsheet did to a cell.
  private func fault(_ cell: CellBytes, _ slot: ColumnPlan.Slot) -> Finding? {
    switch slot.column.kind {
    case .block: return CellForm.isMojibake(cell) ? RowMessage.mojibakeText.finding(slot.column.name) : nil
    case .day, .range: return dateFault(cell, slot)
    case .flag, .yesNoUnknown:
      return SpreadsheetWords.isTruth(cell) ? RowMessage.truthValue.finding(slot.column.name) : nil
    case .handle, .line, .reference, .path, .postcode: return lineFault(cell, slot)
    default: return nil
    }
  }

  private func lineFault(_ cell: CellBytes, _ slot: ColumnPlan.Slot) -> Finding? {
    let field = slot.column.name
    let signs = CellSigns(of: cell)
    if !signs.contains(.beyondNumbers) {
      if CellForm.isScientific(cell) { return RowMessage.scientific.finding(field) }
      if slot.column.kind == .handle {
        if CellForm.isDigits(cell) { return RowMessage.bareNumber.finding(field) }
      } else if let digits = CellForm.roundedDigits(cell) {
        return RowMessage.rounded.finding(field, .number(digits))
      }
    }
    guard signs.contains(.beyondASCII) else { return nil }
    if CellForm.isMojibake(cell) { return RowMessage.mojibake.finding(field) }
    return CellForm.hasNoBreakSpace(cell) ? RowMessage.noBreakSpace.finding(field) : nil
  }

  private func dateFault(_ cell: CellBytes, _ slot: ColumnPlan.Slot) -> Finding? {
    if CivilDate(utf8: cell) != nil { return nil }
    let (text, field) = (text(cell), slot.column.name)
    if CellForm.isSerialDate(cell) { return RowMessage.serialDate.finding(field) }
    guard slot.rule.form == nil, DateRange(text) == nil, let numbers = CellForm.localDate(cell) else { return nil }
    return (CellForm.isAmbiguous(numbers) ? RowMessage.dateOrder : .dateForm).finding(field)
  }

  /// Puts lost zeros back where the mapping says so, and says where they are lost.
  private func mendPostcodes(_ read: inout RowValues) throws(CasebookError) {
    guard let code = country.flatMap({ read.values[$0] }).flatMap({ CountryCode($0) }) else { return }
    for index in postcodes {
      let slot = plan.slots[index]
      guard let cell = read.values[index], cell.withBytes(CellForm.isDigits) else { continue }
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
