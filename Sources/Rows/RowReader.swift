import Casebook
import Checking
import Matter
import Messages

/// Reads and checks single rows of one table; several threads may do so at once.
///
/// What only shows beside other rows, such as two equal references, is not looked for here.
public struct RowReader: Sendable {
  /// What becomes of the columns.
  public let plan: ColumnPlan
  /// Where complaints go.
  public let directory: VenueDirectory
  private let campaign: String
  private let cells: CellReader
  private let marker: RowMarker
  let folders: EvidenceFolders?
  private let folderSlot: Int?
  private let organisation: RowOrganisation
  /// The slots that say something to the batch.
  private let tableSlots: [Int]
  /// The names of the slots' columns as they are hashed.
  private let names: [[UInt8]]

  /// Takes what is the same for all rows.
  ///
  /// - Parameters:
  ///   - plan: what becomes of the columns; it must be usable.
  ///   - campaign: the campaign all rows belong to.
  ///   - key: what hashes of persons and texts are made with while rows are compared.
  ///   - folders: where rows have folders of evidence; only columns name files if not given.
  ///   - organisation: the organisation that helps; rows may name none if not given.
  public init(
    plan: ColumnPlan, campaign: String, directory: VenueDirectory, key: [UInt8] = [], folders: EvidenceFolders? = nil,
    organisation: Organisation? = nil
  ) {
    self.organisation = RowOrganisation(organisation: organisation, date: directory.date)
    self.folders = folders
    let folderSlot = plan.slots.firstIndex { $0.column.name == "evidence.folder" }
    self.folderSlot = folderSlot
    self.plan = plan
    tableSlots = plan.slots.indices.filter { plan.slots[$0].column.isOfTable }
    self.campaign = campaign
    self.directory = directory
    let marker = RowMarker(plan, key: key)
    self.marker = marker
    cells = CellReader(
      plan: plan, directory: directory, glanced: marker.slots.union(folderSlot.map { [$0] } ?? []))
    names = plan.slots.map { slot in
      var name: [UInt8] = []
      Self.add(slot.column.name, to: &name)
      return name
    }
  }

  /// Reads and checks a row.
  ///
  /// - Parameter kinds: what of it is to be laid beside other rows.
  func read(_ row: Row, marked kinds: RowMarks.Kinds = .all) throws(CasebookError) -> RowReading {
    let (read, said) = try matter(of: row)
    var reading = said
    // What is destroyed is not missing; what is only worth knowing keeps nothing from being checked.
    reading.findings += read.findings.filter { $0.severity == .error }
    let review = Review(reading, in: try directory.found(for: reading.matter), of: directory)
    let all = review.findings + read.findings.filter { $0.severity != .error }
    let isNamed = !all.contains { $0.code == "reference.unsafe" || $0.code == "reference.personal" }
    let reference = reading.matter.reference
    return RowReading(
      row: row.number, reference: isNamed && !reference.isEmpty ? reference : nil, matter: reading.matter,
      review: review, batch: batch(read.values),
      findings: Self.sorted(all.map { placed($0, in: row, of: reading.matter) }),
      canonical: canonical(read.values), marks: marker.marks(read.values, kinds),
      evidenceFields: kinds.contains(.evidence) ? marker.evidenceFields(plan, read.values) : [])
  }

  /// What a row says, in the form that is hashed, and the files it names; nothing of it is checked.
  func content(of row: Row) throws(CasebookError) -> (canonical: [UInt8], files: [String]) {
    let (read, reading) = try matter(of: row)
    return (canonical(read.values), reading.matter.ownEvidence.map(\.item.file))
  }

  private func matter(of row: Row) throws(CasebookError) -> (read: RowValues, reading: MatterReader.Reading) {
    var read = try cells.values(of: row)
    let tree = plan.shape.tree(read.values) { list, filled, empty in
      read.findings.append(RowMessage.gap.finding(list, .number(filled), .number(empty)))
    }
    var reading = MatterReader.read(row: tree)
    reading.matter.campaign = campaign
    if let folders {
      read.findings += folders.add(to: &reading.matter, said: folderSlot.flatMap { read.values[$0] })
    }
    read.findings += organisation.add(to: &reading.matter, said: batch(read.values))
    return (read, reading)
  }

  /// What is looked for in all rows before one is checked.
  struct Glance: Sendable {
    var marks: RowMarks
    /// The folder of the row's evidence.
    var folder: String?
    /// The places of columns whose dates can be read in two ways.
    var ambiguousDates: [Int]
  }

  /// What may stand in other rows too, without checking the row.
  func marks(of row: Row) -> Glance {
    let read = cells.glance(at: row)
    let ambiguous = read.findings.filter { $0.code == RowMessage.dateOrder.rawValue }
    return Glance(
      marks: marker.marks(read.values, .all), folder: folder(read.values),
      ambiguousDates: ambiguous.compactMap { plan.slot(ofField: $0.field)?.source })
  }

  private func folder(_ values: [String?]) -> String? {
    guard folders != nil else { return nil }
    return folderSlot.flatMap { values[$0] } ?? marker.reference.flatMap { values[$0] }
  }

  /// The mark of a reference.
  func mark(ofReference reference: String) -> UInt64 { marker.mark(ofReference: reference) }

  /// Gives a finding its row, its column and what kind of value stands there.
  func placed(_ finding: Finding, in row: Row, of matter: Matter) -> RowFinding {
    var finding = finding
    finding.line = row.number
    if let origin = matter.organisation?.origin(ofField: finding.field) { finding.field = origin }
    guard let slot = plan.slot(ofField: finding.field), let source = slot.source else {
      return RowFinding(finding: finding)
    }
    finding.column = source + 1
    return RowFinding(
      finding: finding, columnName: plan.header[source],
      value: ValueClass(of: row.cell(source)))
  }

  /// Names and values of the columns, each with its length before it, in the order of the names.
  private func canonical(_ values: [String?]) -> [UInt8] {
    var size = 0
    for place in values.indices {
      if let value = values[place] { size += names[place].count + MemoryLayout<UInt32>.size + value.utf8.count }
    }
    return [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      func add(_ part: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[count...]).copyMemory(from: part)
        count += part.count
      }
      for place in values.indices {
        guard let value = values[place] else { continue }
        names[place].withUnsafeBytes(add)
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: value.utf8.count).littleEndian, add)
        value.withBytes { add(UnsafeRawBufferPointer($0)) }
      }
    }
  }

  private static func add(_ text: String, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
    text.withBytes { bytes.append(contentsOf: $0) }
  }

  private func batch(_ values: [String?]) -> BatchFields {
    var fields = BatchFields()
    for place in tableSlots {
      let value = values[place]
      switch plan.slots[place].column.name {
      case "member_language": fields.memberLanguage = value
      case "role": fields.role = value
      case "evidence.folder": fields.evidenceFolder = value
      case "mandate.file": fields.mandateFile = value
      case "mandate.date": fields.mandateDate = value.flatMap { CivilDate($0) }
      case "mandate.names": fields.mandateNames = value?.words ?? []
      default: fields.mandateSignature = value
      }
    }
    return fields
  }

  /// Errors before warnings before notes, and each of these by column.
  static func sorted(_ findings: [RowFinding]) -> [RowFinding] {
    let keys = findings.indices.map { place in
      (weight: findings[place].finding.severity, column: findings[place].finding.column ?? 0, place: place)
    }
    let sorted = keys.sorted { a, b in
      a.weight == b.weight ? (a.column, a.place) < (b.column, b.place) : a.weight > b.weight
    }
    // Most are in order already, and each of them is much to copy.
    return zip(sorted, keys).allSatisfy { $0.place == $1.place } ? findings : sorted.map { findings[$0.place] }
  }
}
