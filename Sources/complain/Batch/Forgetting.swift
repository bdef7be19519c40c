import Batch
import LocalWorld
import Matter
import Messages
import Rows

/// Deletes everything about one person from the folder of a batch, and leaves no byte of it there.
struct Forgetting {
  private let batch: BatchFolder
  private let reference: String
  private let interface: Interface

  init(_ reference: String, in folder: String, _ interface: Interface) throws {
    batch = try BatchFolder(folder, in: interface)
    self.reference = reference
    self.interface = interface
  }

  /// Asks, unless it was said already.
  func run(isSaid: Bool) throws {
    do {
      let row = try batch.ledger.row(reference)
      // What a killed run wrote and did not note is the person's all the same.
      let own = row.map { $0.files.map(\.name) } ?? []
      let files = own + Leftovers(batch).files(of: reference).filter { !own.contains($0) }
      guard row != nil || !files.isEmpty else {
        throw Failure(.data, [interface.message(.forgetUnknown, hint: .forgetUnknownHint)], in: interface)
      }
      let shared = Self.shared(batch.folder)
      for file in files { Terminal.write(file) }
      for name in shared { Terminal.write(interface.text(.forgetShared, .term(name))) }
      if !isSaid {
        guard Terminal.isConversation else {
          throw Failure(.usage, Wording.forgetNeedsYes, hint: Wording.forgetNeedsYesHint)
        }
        let word = interface.text(.forgetWord)
        Terminal.write(interface.text(.forgetAsk, .term(word)))
        guard readLine()?.lowercased().filter({ !$0.isWhitespace }) == word else {
          return Terminal.write(interface.text(.forgetNothing))
        }
      }
      batch.folder.sweep()
      // The reports first: they say what the files are; the ledger last: it knows what is still to be deleted.
      let columns = ["reference", try batch.ledger.setting("reference_column") ?? ""]
      for report in BatchReports.File.allCases { try edit(report, columns) }
      let kept = (files + shared).filter { !batch.folder.remove($0) }
      guard kept.isEmpty else {
        throw Failure(.failure, .forgetIncomplete, hint: .forgetIncompleteHint, in: interface)
      }
      try batch.folder.sync()
      try batch.ledger.forget(reference, on: MatterOptions.today().description)
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    } catch let failure as FilingsFolder.Failure {
      throw BatchFolder.failure(failure, in: interface)
    }
    Terminal.write(interface.text(.forgetDoneBatch))
  }

  /// What holds everybody's complaints: taken away whole, and made again from the rest when they are asked for.
  private static func shared(_ folder: FilingsFolder) -> [String] {
    folder.names().filter { $0 == Packing.zip }
      + folder.names(in: Printing.folder).map { "\(Printing.folder)/\($0)" }
  }

  private func edit(_ report: BatchReports.File, _ columns: [String]) throws {
    let path = "\(batch.path)/\(report.rawValue)"
    guard InputFile.exists(path) else { return }
    do {
      // The column of the table's own name comes first in `fix.csv`, which has the columns of the table.
      let names = report == .fix ? columns.reversed() : columns
      let bytes = try InputFile.read(path, limit: .max)
      let file = try GrowingFile(path)
      try file.write(try ReportEditing.without(reference, columns: names, in: bytes))
      try file.finish()
    } catch {
      throw Failure(.failure, [interface.message(.reportFailed, hint: .batchGoOn)], in: interface)
    }
  }
}
