import Casebook
import Checking
import Evidence
import Matter
import Messages
import Rows

/// `evidence.csv`: a row for each file of a folder.
struct EvidenceTable {
  /// The entries, in the order of rows; a file is named as it lies in the folder.
  private(set) var items: [EvidenceItem] = []
  private(set) var findings: [Finding] = []

  /// The largest table, in bytes.
  private static let limit = 1 << 20

  private let files: [String: String]
  private let words: EvidenceWords
  /// The row of each file, and of each e-mail of a mailbox.
  private var rows: [[String?]: Int] = [:]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - files: the names of the files beside it.
  init(_ path: String, files: [String], words: EvidenceWords, world: any World) {
    self.files = Dictionary(files.map { ($0.composed, $0) }) { first, _ in first }
    self.words = words
    do throws(EvidenceObstacle) {
      let bytes = try world.evidence(path, limit: Self.limit).bytes
      do throws(TableFault) { try read(RowSource(bytes: bytes)) } catch { add(error) }
    } catch {
      findings.append(FolderMessage.tableUnreadable.finding(.number(Self.limit)))
    }
  }

  /// A fault of the table, at the field that names the folder: its row stands in the words.
  private mutating func add(_ fault: TableFault) {
    var finding = fault.finding
    (finding.field, finding.line) = (FolderMessage.field, nil)
    findings.append(finding)
  }

  private mutating func read(_ source: RowSource) throws(TableFault) {
    let stream = try RowStream(source, format: try TableFormat.detect(source))
    let columns = stream.header.map(words.column(named:))
    let unknown = columns.indices.filter { columns[$0] == nil && !stream.header[$0].isEmpty }.map { $0 + 1 }
    if !unknown.isEmpty {
      findings.append(
        FolderMessage.columns.finding(.number(unknown.count), .list(unknown.prefix(20).map { .number($0) })))
    }
    for column in EvidenceWords.Column.allCases where columns.count(where: { $0 == column }) > 1 {
      findings.append(FolderMessage.columnTwice.finding(.term(column.rawValue)))
    }
    for column in [EvidenceWords.Column.file, .role] where !columns.contains(column) {
      findings.append(FolderMessage.columnMissing.finding(.term(column.rawValue)))
    }
    guard columns.contains(.file), columns.contains(.role) else { return }
    while let row = try stream.row() {
      guard !row.isEmpty else { continue }
      guard items.count < EvidenceFolder.limit else {
        findings.append(FolderMessage.rows.finding(.number(EvidenceFolder.limit)))
        return
      }
      var cells: [EvidenceWords.Column: String] = [:]
      for (column, cell) in zip(columns, row.cells) {
        let text = cell.withLineFeeds.composed.withoutBlanks(andLineEnds: true)
        if let column, !text.isEmpty, cells[column] == nil { cells[column] = text }
      }
      if row.cells.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
        findings.append(FolderMessage.cells.finding(.number(row.number), .number(columns.count)))
      }
      if let item = item(cells, row: row.number) { items.append(item) }
    }
    if items.isEmpty, findings.isEmpty { findings.append(FolderMessage.noRows.finding()) }
  }

  private mutating func item(_ cells: [EvidenceWords.Column: String], row: Int) -> EvidenceItem? {
    var item = EvidenceItem()
    item.message = cells[.message]
    item.file = file(cells[.file] ?? "", message: item.message, row: row) ?? ""
    if let role = cells[.role].flatMap(words.role(named:)) {
      item.role = role
    } else {
      let known = EvidenceItem.Role.allCases.map { Message.Parameter.term($0.rawValue) }
      findings.append(FolderMessage.role.finding(.number(row), .list(known)))
    }
    if let date = cells[.date] {
      item.date = DateRange(date)
      if item.date == nil { findings.append(FolderMessage.date.finding(.number(row))) }
    }
    item.entity = cells[.entity].map(Self.onOneLine)
    if let effective = cells[.effective] {
      item.effective = CivilDate(effective)
      if item.effective == nil { findings.append(FolderMessage.effective.finding(.number(row))) }
    }
    if let language = cells[.language] {
      item.language = MatterReader.isLanguageTag(language) ? language : nil
      if item.language == nil { findings.append(FolderMessage.language.finding(.number(row))) }
    }
    item.caption = cells[.caption].map(Self.onOneLine)
    (item.alt, item.transcript) = (cells[.alt], cells[.transcript])
    return item.file.isEmpty || item.role == nil ? nil : item
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The file a row means: one of the folder, and of no other row unless each means an e-mail of its own.
  private mutating func file(_ name: String, message: String?, row: Int) -> String? {
    guard !name.contains("/"), !name.contains("\\") else {
      findings.append(FolderMessage.outside.finding(.number(row)))
      return nil
    }
    guard let file = files[name] else {
      findings.append(FolderMessage.file.finding(.number(row)))
      return nil
    }
    if let earlier = rows[[file, message]] {
      findings.append(FolderMessage.twice.finding(.number(earlier), .number(row)))
      return nil
    }
    rows[[file, message]] = row
    return file
  }
}
