import Batch
import Digests
import Glibc
import LocalWorld
import Messages
import Rows

/// What a batch is handed over in: a ZIP file, and files for a printer.
///
/// Both hold the rows of the table alone.
struct Packing {
  private let batch: BatchFolder
  private let interface: Interface
  private let separator: UInt8

  /// - Parameter separator: that of the table, for the index.
  init(_ batch: BatchFolder, separator: UInt8, _ interface: Interface) {
    self.batch = batch
    self.separator = separator
    self.interface = interface
  }

  /// The name of the ZIP file.
  static let zip = "complaints.zip"
  /// The folder for the printer, and the list in it.
  static let print = "print"
  static let index = "print/print-index.csv"

  /// Packs every file of every complaint in the table.
  func writeZip() throws {
    do {
      let archive = try ZipArchive("\(batch.path)/\(Self.zip)")
      try batch.ledger.forEach { row, isInTable in
        guard isInTable, row.status == .made else { return }
        for file in row.files { try archive.add("\(batch.path)/\(file.name)", as: file.name, size: file.size) }
      }
      try archive.finish()
    } catch let failure as ZipArchive.Failure {
      throw Self.failure(failure.errno, interface)
    }
  }

  /// Puts complaints together for a printer, each on a right-hand page, without the originals embedded in them.
  func writePrint() throws {
    guard let program = Self.qpdf else {
      throw Failure(.failure, [interface.message(.qpdfMissing, hint: .qpdfMissingHint)], in: interface)
    }
    var plan = PrintPlan()
    try batch.ledger.forEach { row, isInTable in
      guard isInTable, row.status == .made, let file = row.files.first(where: { $0.name.hasSuffix(".pdf") }) else {
        return
      }
      plan.add(
        row.reference, to: row.authority.isEmpty ? "none" : row.authority, file: file.name, pages: row.pages)
    }
    let folder = "\(batch.path)/\(Self.print)"
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Self.failure(errno, interface) }
    let names = Set(plan.parts.map(\.name))
    for old in batch.folder.names(in: Self.print) where !names.contains(old) {
      batch.folder.remove("\(Self.print)/\(old)")
    }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Self.failure(errno, interface) }
    for part in plan.parts { try merge(part, into: folder, with: program) }
    try writeIndex(plan)
  }

  /// `qpdf` brings no embedded files along, and a blank page of the same size after an odd number of pages.
  private func merge(_ part: PrintPlan.Part, into folder: String, with program: String) throws {
    let blank = "\(folder)/.part-blank.pdf"
    let list = "\(folder)/.part-list"
    let file = "\(folder)/.part-\(part.name)"
    defer { for name in [blank, list, file] { unlink(name) } }
    do {
      _ = try OutputFile.write(Self.blankPage, to: blank, collision: .overwrite)
      var lines = ["--empty", "--deterministic-id", "--object-streams=generate", "--pages"]
      for sheets in part.sheets {
        lines += ["\(batch.path)/\(sheets.file)", "1-\(sheets.pages)"]
        if !sheets.pages.isMultiple(of: 2) { lines += [blank, "1"] }
      }
      lines += ["--", file]
      _ = try OutputFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: list, collision: .overwrite)
    } catch {
      throw Failure(error, option: "--out", in: interface)
    }
    // 3: warnings alone.
    guard [0, 3].contains(Self.run([program, "@\(list)"])), chmod(file, 0o600) == 0,
      rename(file, "\(folder)/\(part.name)") == 0
    else {
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
          try file.write(
            text.row([
              part.name, String(sheets.firstPage), String(sheets.pages), String(sheets.sheets), sheets.reference,
            ]))
        }
      }
      try file.finish()
    } catch {
      throw Failure(.failure, [interface.message(.reportFailed, hint: .batchGoOn)], in: interface)
    }
  }

  private static func failure(_ code: Int32, _ interface: Interface) -> Failure {
    let line: BatchLine = code == ENOSPC || code == EDQUOT ? .batchDiskFull : .batchWriteFailed
    return Failure(.failure, [interface.message(line, hint: .batchGoOn)], in: interface)
  }

  private static var qpdf: String? {
    let path = "\(LocalWorld.Places.debian.programs)/qpdf"
    return access(path, X_OK) == 0 ? path : nil
  }

  /// Runs a program in silence; its exit status.
  private static func run(_ command: [String]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var child = pid_t()
    guard posix_spawn(&child, command[0], &actions, nil, &arguments, &environment) == 0 else { return 127 }
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0 { guard errno == EINTR else { return 127 } }
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 127
  }

  /// One empty page, A4.
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
