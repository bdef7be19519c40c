import Batch
import Glibc
import LocalWorld
import Messages
import Rows

/// Puts complaints together for a printer (qpdf): one authority a file, each complaint on a right-hand page.
///
/// The pages alone are taken: neither the originals embedded in a complaint nor its claim to PDF/A go along.
struct Printing {
  /// The folder for the printer.
  static let folder = "print"
  /// The list in it.
  static let index = "print/print-index.csv"

  private let batch: BatchFolder
  private let separator: UInt8
  private let interface: Interface

  init(_ batch: BatchFolder, separator: UInt8, _ interface: Interface) {
    self.batch = batch
    self.separator = separator
    self.interface = interface
  }

  /// Refuses where the program for it is missing, before anything is written.
  static func checkProgram(_ interface: Interface) throws {
    guard access(qpdf, X_OK) == 0 else {
      throw Failure(.failure, [interface.message(.qpdfMissing, hint: .qpdfMissingHint)], in: interface)
    }
  }

  /// Writes the files and the list; what is there of earlier ones and does not belong to them goes.
  func write(_ complaints: Packing.Complaints, mayGoOn: () throws -> Void) throws {
    try Self.checkProgram(interface)
    var plan = PrintPlan()
    try complaints { row in
      // The first PDF file of a kit is the complaint.
      guard let file = row.files.first(where: { $0.name.hasSuffix(".pdf") }) else { return }
      plan.add(row.reference, to: row.authority.isEmpty ? "none" : row.authority, file: file.name, pages: row.pages)
    }
    let names = Set(plan.parts.map(\.name))
    // The list goes first and comes last: where it is, all files are there.
    for old in batch.folder.names(in: Self.folder) where !names.contains(old) {
      batch.folder.remove("\(Self.folder)/\(old)")
    }
    guard mkdir("\(batch.path)/\(Self.folder)", 0o700) == 0 || errno == EEXIST else {
      throw FilingsFolder.Failure(errno: errno)
    }
    for part in plan.parts {
      try mayGoOn()
      try merge(part, mayGoOn)
    }
    try writeIndex(plan)
  }

  /// Names are relative to the folder of the batch, where qpdf runs: no path can be mistaken for an option.
  private func merge(_ part: PrintPlan.Part, _ mayGoOn: () throws -> Void) throws {
    let (blank, list) = ("\(Self.folder)/.part-blank.pdf", "\(Self.folder)/.part-list")
    let (file, name) = ("\(Self.folder)/.part-\(part.name)", "\(Self.folder)/\(part.name)")
    defer { for temporary in [blank, list, file] { batch.folder.remove(temporary) } }
    var lines = ["--empty", "--deterministic-id", "--object-streams=generate", "--pages"]
    for sheets in part.sheets {
      lines += [sheets.file, "1-\(sheets.pages)"]
      if !sheets.pages.isMultiple(of: 2) { lines += [blank, "1"] }
    }
    lines += ["--", file]
    do {
      for (path, bytes) in [(blank, Self.blankPage), (list, Array((lines.joined(separator: "\n") + "\n").utf8))] {
        let growing = try GrowingFile("\(batch.path)/\(path)")
        try growing.write(bytes)
        try growing.finish()
      }
    } catch {
      throw Failure(.failure, [interface.message(.printFailed, hint: .printFailedHint)], in: interface)
    }
    // If this process is killed it goes too: it must not write beside that of the run that goes on.
    let status = Program.run([
      "\(Self.programs)/setpriv", "--pdeathsig=KILL", "\(Self.programs)/env", "--chdir=\(batch.path)", Self.qpdf,
      "@\(list)",
    ])
    try mayGoOn()
    let path = "\(batch.path)/\(file)"
    // 3: warnings alone.
    guard [0, 3].contains(status), chmod(path, 0o600) == 0, rename(path, "\(batch.path)/\(name)") == 0 else {
      throw Failure(.failure, [interface.message(.printFailed, hint: .printFailedHint)], in: interface)
    }
  }

  private func writeIndex(_ plan: PrintPlan) throws {
    let text = CSVText(separator: separator)
    do {
      let file = try GrowingFile("\(batch.path)/\(Self.index)")
      try file.write(CSVText.mark + text.row(["file", "first_page", "pages", "sheets", "reference"]))
      for part in plan.parts {
        for sheets in part.sheets {
          let numbers = [sheets.firstPage, sheets.pages, sheets.sheets].map { String($0) }
          try file.write(text.row([part.name] + numbers + [sheets.reference]))
        }
      }
      try file.finish()
    } catch {
      throw Failure(.failure, [interface.message(.printFailed, hint: .printFailedHint)], in: interface)
    }
  }

  private static var programs: String { LocalWorld.Places.debian.programs }
  private static var qpdf: String { "\(programs)/qpdf" }

  /// One empty page, A4, as complaints have.
  private static let blankPage: [UInt8] = {
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.276 841.89]/Resources<<>>>>",
    ]
    var text = "%PDF-1.7\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    func ten(_ number: Int) -> String { String(repeating: "0", count: 10 - String(number).count) + String(number) }
    text += "xref\n0 4\n0000000000 65535 f \n" + places.map { ten($0) + " 00000 n \n" }.joined()
    text += "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }()
}
