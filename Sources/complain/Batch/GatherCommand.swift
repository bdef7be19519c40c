import ArgumentParser
import Batch
import Glibc
import LocalWorld
import Messages
import Rows

/// Joins the parts of a batch that several machines made.
struct GatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather", abstract: Wording.Help.gather, discussion: Wording.Help.gatherDiscussion)

  @Argument(help: ArgumentHelp(Wording.Help.gatherFolders, valueName: "filings/shard-1-of-4"), completion: .directory)
  var folders: [String]
  @Option(name: .long, help: ArgumentHelp(Wording.Help.gatherOut, valueName: "folder"), completion: .directory)
  var out: String
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.zip))
  var zip = false
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.merge))
  var merge = false
  @OptionGroup var data: DataOptions

  func run() throws {
    let interface = try data.interface()
    if merge { try Printing.checkProgram(interface) }
    // Each part has a folder and a ledger open.
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    do {
      let gathering = try Gathering(BatchParts(folders, interface), interface)
      try gathering.join(into: out, zip: zip, print: merge)
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    } catch let failure as FilingsFolder.Failure {
      throw BatchFolder.failure(failure, in: interface)
    } catch is OutputFile.Failure {
      throw Failure(.failure, [interface.message(.reportFailed, hint: .gatherAgain)], in: interface)
    }
  }
}

/// Joins parts that were proved to be all of a batch.
private struct Gathering {
  private let parts: BatchParts
  private let reports: JoinedReports
  private let interface: Interface

  /// Looks at everything, before anything is written.
  init(_ parts: BatchParts, _ interface: Interface) throws {
    self.parts = parts
    self.interface = interface
    do {
      let named = try parts.all.map { part in
        JoinedReports.Part(
          batch: part.batch,
          tableFindings: try part.batch.ledger.setting("table_findings").flatMap { Int($0) } ?? 0)
      }
      reports = try JoinedReports(named, referenceColumn: parts.first.ledger.setting("reference_column") ?? "")
    } catch let failure as Ledger.Failure {
      throw failure
    } catch {
      throw Failure(.data, [interface.message(.gatherReport, hint: .gatherHint)], in: interface)
    }
    try parts.prove(rows: reports.rows)
  }

  func join(into out: String, zip: Bool, print: Bool) throws {
    let whole = try BatchFolder(toWrite: out, resumes: true, like: parts.first, in: interface)
    // Only what was begun here is gone on with.
    guard try whole.ledger.count() == 0 || whole.ledger.setting("gathering") == "yes" else {
      throw Failure(.usage, [interface.message(.batchThere, hint: .folderHoldsOtherHint)], in: interface)
    }
    try whole.ledger.set(["gathering": "yes"])
    let run = try whole.ledger.beginRun()
    var made = 0
    for part in parts.all {
      let isComparable = part.batch.ledger.hasKey(of: whole.ledger)
      // A row of an earlier run is one that is no longer in the table.
      let (present, vanished) = (
        LedgerWriter(whole.ledger, whole.folder, run: run), LedgerWriter(whole.ledger, whole.folder, run: 0)
      )
      try part.batch.ledger.forEach { known, isInTable in
        var row = known
        for file in row.files {
          try whole.folder.adopt(file, from: part.batch.folder)
          if row.isFiled { whole.folder.protect(file.name) }
        }
        // Hashes of another key say nothing here.
        if !isComparable { (row.content, row.input) = ([], []) }
        if isInTable, row.status == .made { made += 1 }
        try (isInTable ? present : vanished).add(.set(row))
      }
      try present.finish()
      try vanished.finish()
      if isComparable { try whole.ledger.addForgotten(of: part.batch.ledger) }
      try part.batch.ledger.forEach { row, _ in
        let events = try part.batch.ledger.events(of: row.reference)
        if !events.isEmpty { _ = try whole.ledger.add(events) }
      }
    }
    try reports.write(into: out)
    for name in ["campaign", "date", "reference_column"] {
      if let value = try parts.first.ledger.setting(name) { try whole.ledger.set([name: value]) }
    }
    try whole.ledger.finish(run: run)
    let packing = Packing(whole, zip: zip, print: print, separator: reports.separator, interface)
    try packing.write {}
    try whole.ledger.set(["gathering": "no"])
    Terminal.write(interface.text(.gathered, .number(parts.rows), .number(parts.all.count), .number(made)))
    packing.say()
  }
}
