import ArgumentParser
import Batch
import LocalWorld
import Messages
import Rows

/// Joins the parts of a batch that several machines made.
struct GatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "gather", abstract: Wording.Help.gather)

  @Argument(help: ArgumentHelp(Wording.Help.gatherFolders, valueName: "filings/shard-1-of-4"), completion: .directory)
  var folders: [String]
  @Option(name: .long, help: ArgumentHelp(Wording.Help.gatherOut, valueName: "folder"), completion: .directory)
  var out: String
  @OptionGroup var data: DataOptions

  func run() throws {
    let interface = try data.interface()
    do {
      try Gathering(folders, interface).join(into: out)
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    } catch let failure as FilingsFolder.Failure {
      throw BatchFolder.failure(failure, in: interface)
    }
  }
}

/// The parts of a batch: first proved to be all of it, then joined.
private struct Gathering {
  private let parts: [(batch: BatchFolder, shard: Shard)]
  private let interface: Interface
  private let rows: Int

  init(_ folders: [String], _ interface: Interface) throws {
    self.interface = interface
    var parts: [(batch: BatchFolder, shard: Shard)] = []
    var problems: [String] = []
    for (place, folder) in folders.enumerated() {
      let batch = try BatchFolder(folder, in: interface)
      guard let shard = try batch.ledger.setting("shard").flatMap({ Shard($0) }) else {
        problems.append(interface.text(.gatherNoShard, .number(place + 1)))
        continue
      }
      parts.append((batch, shard))
    }
    parts.sort { ($0.shard.number, $0.shard.count) < ($1.shard.number, $1.shard.count) }
    var taken = 0
    var total = 0
    if let first = parts.first {
      let count = first.shard.count
      for number in 1...count {
        let same = parts.filter { $0.shard.number == number }
        if same.isEmpty { problems.append(interface.text(.gatherMissing, .number(number), .number(count))) }
        if same.count > 1 { problems.append(interface.text(.gatherDouble, .number(number))) }
      }
      for part in parts {
        let number = Message.Parameter.number(part.shard.number)
        guard try part.batch.ledger.setting("complete") == "yes" else {
          problems.append(interface.text(.gatherUnfinished, number))
          continue
        }
        for name in ["table", "made_from", "rows", "campaign"]
        where try part.batch.ledger.setting(name) != first.batch.ledger.setting(name) || part.shard.count != count {
          problems.append(interface.text(.gatherDiffers, number))
          break
        }
        taken += try part.batch.ledger.setting("own_rows").flatMap { Int($0) } ?? 0
      }
      total = try first.batch.ledger.setting("rows").flatMap { Int($0) } ?? 0
      if problems.isEmpty, taken != total {
        problems.append(interface.text(.gatherRows, .number(taken), .number(total)))
      }
    }
    self.parts = parts
    rows = total
    try refuse(problems)
  }

  private func refuse(_ problems: [String]) throws {
    guard !problems.isEmpty else { return }
    var messages = problems.map { Failure.Message(text: $0, hint: nil) }
    let last = messages.removeLast()
    messages.append(.init(text: last.text, hint: interface.text(.gatherHint)))
    throw Failure(.data, messages, in: interface)
  }

  func join(into out: String) throws {
    let reports = try JoinedReports(parts.map { ($0.batch.path, try findings(of: $0.batch)) }, interface)
    var problems = reports.doubleRows.map { interface.text(.gatherRowDouble, .number($0)) }
    if reports.rows != rows { problems.append(interface.text(.gatherRows, .number(reports.rows), .number(rows))) }
    for part in parts {
      try part.batch.ledger.forEach { row, _ in
        if !row.files.allSatisfy(part.batch.folder.holds) {
          problems.append(interface.text(.gatherFile, .number(part.shard.number), .number(row.row)))
        }
      }
    }
    try refuse(problems)
    guard let first = parts.first else { return }
    let whole = try BatchFolder(toWrite: out, resumes: false, like: first.batch, in: interface)
    let run = try whole.ledger.beginRun()
    var made = 0
    for part in parts {
      let isComparable = part.batch.ledger.hasKey(of: whole.ledger)
      let writer = LedgerWriter(whole.ledger, whole.folder, run: run)
      try part.batch.ledger.forEach { known, isInTable in
        var row = known
        for file in row.files { try whole.folder.adopt(file, from: part.batch.folder) }
        // Hashes of another key say nothing here.
        if !isComparable { (row.content, row.input) = ([], []) }
        if isInTable, row.status == .made { made += 1 }
        try writer.add(.set(row))
      }
      try writer.finish()
      try part.batch.ledger.forEach { row, _ in
        let events = try part.batch.ledger.events(of: row.reference)
        if !events.isEmpty { _ = try whole.ledger.add(events) }
      }
    }
    try reports.write(into: out)
    for name in ["campaign", "date", "reference_column"] {
      if let value = try first.batch.ledger.setting(name) { try whole.ledger.set([name: value]) }
    }
    try whole.ledger.finish(run: run)
    Terminal.write(interface.text(.gathered, .number(rows), .number(parts.count), .number(made)))
  }

  private func findings(of batch: BatchFolder) throws -> Int {
    try batch.ledger.setting("table_findings").flatMap { Int($0) } ?? 0
  }
}
