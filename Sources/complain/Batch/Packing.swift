import Batch
import LocalWorld
import Messages

/// What a batch is handed over in: a ZIP file, and files for a printer.
///
/// Both hold the complaints of the table alone.
struct Packing {
  /// The name of the ZIP file.
  static let zip = "complaints.zip"

  /// Whether there is to be a ZIP file.
  let hasZip: Bool
  /// Whether there are to be files for a printer.
  let hasPrint: Bool
  private let batch: BatchFolder
  private let separator: UInt8
  private let interface: Interface

  /// What is there already is kept in step with the table, also where nobody asked for it again.
  ///
  /// - Parameter separator: that of the table, for the index.
  init(_ batch: BatchFolder, zip: Bool, print: Bool, separator: UInt8, _ interface: Interface) {
    hasZip = zip || InputFile.exists("\(batch.path)/\(Self.zip)")
    hasPrint = print || InputFile.exists("\(batch.path)/\(Printing.index)")
    self.batch = batch
    self.separator = separator
    self.interface = interface
  }

  /// Writes them.
  ///
  /// - Parameter mayGoOn: asked before each piece of the work; throws where somebody asked for an end.
  func write(mayGoOn: () throws -> Void) throws {
    guard hasZip || hasPrint else { return }
    var lost: Set<String> = []
    // What was made in this run is as it was written; what was filed is never made again.
    try batch.ledger.forEach { row, isInTable in
      guard isInTable, row.isFiled, !row.files.allSatisfy(batch.folder.holds) else { return }
      lost.insert(row.reference)
    }
    let complaints: Complaints = { body in
      try batch.ledger.forEach { row, isInTable in
        try mayGoOn()
        guard isInTable, row.status == .made, !lost.contains(row.reference) else { return }
        try body(row)
      }
    }
    if hasZip { try writeZip(complaints) }
    if hasPrint { try Printing(batch, separator: separator, interface).write(complaints, mayGoOn: mayGoOn) }
    try batch.folder.sync()
    guard !lost.isEmpty else { return }
    Terminal.writeError(
      Terminal.label(interface.label(.warning), colour: 33) + " "
        + interface.text(.packedWithout, .number(lost.count)))
  }

  /// Calls for each complaint that is handed over, in the order of the table.
  typealias Complaints = ((LedgerRow) throws -> Void) throws -> Void

  private func writeZip(_ complaints: Complaints) throws {
    let archive = try ZipArchive("\(batch.path)/\(Self.zip)")
    try complaints { row in
      for file in row.files { try archive.add("\(batch.path)/\(file.name)", as: file.name, size: file.size) }
    }
    try archive.finish()
  }

  /// What a person hears of it.
  func say() {
    if hasZip { Terminal.write(interface.text(.zipWritten, .term(Self.zip))) }
    if hasPrint { Terminal.write(interface.text(.printWritten, .term(Printing.index))) }
  }
}
