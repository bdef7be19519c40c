import ArgumentParser
import Batch
import ComplaintKit
import Digests
import LocalWorld
import Matter
import Messages
import Rows

/// One run that makes complaints: what it does on the thread that takes rows in their order.
final class BatchRun {
  /// How many rows a thread takes at once: each is much work.
  static let group = 8

  /// What works on single rows.
  let work: BatchWriting
  private let folder: BatchFolder
  private let packing: Packing
  private let ledger: Ledger
  private let writer: LedgerWriter
  private let number: Int
  /// Whether the run before this one was not killed.
  private let wasEnded: Bool
  private let interface: Interface
  private let total: Int
  private let shard: Shard?
  private let table: RowTable
  private let tableFindings: Int
  private let madeFrom: String
  private var tableDigest: BatchDigest
  private var seen = 0
  private var progress: Progress
  private var done = 0
  private var made = 0
  private var new = 0
  private var filed = 0
  private var supplements = 0
  private var vanished = 0
  /// How many rows of the table are of persons who were forgotten.
  private(set) var forgotten = 0

  /// Refuses the folder of another batch, and begins.
  init(
    _ batch: BatchReading, _ folder: BatchFolder, _ options: WritingOptions, shard: Shard?, _ data: DataOptions,
    _ interface: Interface
  ) throws {
    let dataFolder = try data.folder()
    let evidence = batch.evidenceFolder
    let campaign = batch.campaign
    let organisation = batch.organisation
    let world: @Sendable () -> LocalWorld = {
      LocalWorld(
        folder: dataFolder, evidenceFolder: evidence, campaign: campaign, isConfined: true,
        organisation: organisation?.files)
    }
    let ingredients = Ingredients.fingerprint(version: Complain.configuration.version, world: world()) {
      try? InputFile.read($0)
    }
    let conditions =
      [
        ingredients.hexadecimal, batch.date.description, campaign, options.layout.description,
        "\(options.noHyphenation)",
      ] + (organisation.map { [$0.digest] } ?? [])
    self.interface = interface
    self.shard = shard
    table = batch.table
    tableFindings = batch.check.findings.count
    madeFrom = SHA256Digest(of: Array(conditions.joined(separator: "\n").utf8)).hexadecimal
    tableDigest = BatchDigest([])
    ledger = folder.ledger
    self.folder = folder
    packing = Packing(
      folder, zip: options.zip, print: options.merge, separator: batch.table.format.separator, interface)
    total = batch.check.comparison.rows / (shard?.count ?? 1)
    do {
      try Self.refuseOther(batch, folder, shard, interface)
      try ledger.set([
        "campaign": campaign, "date": batch.date.description, "reference_column": batch.table.referenceColumn ?? "",
        "complete": "no", "shard": shard?.description ?? "",
      ])
      wasEnded = try ledger.isEnded()
      number = try ledger.beginRun()
      writer = LedgerWriter(ledger, folder.folder, run: number)
      work = try BatchWriting(
        ledger, folder.folder, checker: batch.check.checker, layout: options.layout,
        pool: DrafterPool(
          limit: batch.threads * 4, hyphenates: !options.noHyphenation, logo: organisation?.logo, world: world),
        world: world,
        fingerprint: SHA256Digest(of: Array(conditions.joined(separator: "\n").utf8)).bytes, interface: interface)
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    }
    progress = Progress(options.progress, total: total, in: interface)
    FolderWarning.print(about: folder.path, in: interface)
    Interruption.listen()
  }

  /// A table with which the batch has nothing in common is another batch's.
  private static func refuseOther(
    _ batch: BatchReading, _ folder: BatchFolder, _ shard: Shard?, _ interface: Interface
  ) throws {
    let other = Failure(.usage, [interface.message(.batchOther, hint: .batchOtherHint)], in: interface)
    guard try folder.ledger.setting("gathering") != "yes" else {
      throw Failure(.usage, [interface.message(.gatherBegun, hint: .gatherAgain)], in: interface)
    }
    guard let campaign = try folder.ledger.setting("campaign") else { return }
    guard campaign == batch.campaign else { throw other }
    guard try (folder.ledger.setting("shard") ?? "") == shard?.description ?? "" else {
      throw Failure(.usage, [interface.message(.shardOther, hint: .shardOtherHint)], in: interface)
    }
    guard try folder.ledger.count() > 0 else { return }
    let rows = try batch.table.rows()
    while let row = try rows.next() {
      if let reference = batch.table.reference(of: row), try folder.ledger.knows(reference) { return }
    }
    throw other
  }

  /// Whether a row is worked on.
  func choose(_ row: Rows.Row) throws -> BatchCheck.Choice {
    if Interruption.isAsked { return .stop }
    guard let shard else { return .take }
    // All parts must have read the same table: that is what proves that no row is missing.
    seen += 1
    let cells = row.cells.joined(separator: "\u{1F}")
    tableDigest.add(SHA256Digest(of: Array("\(row.number)\u{1F}\(cells)".utf8)).bytes)
    return shard.holds(table.reference(of: row) ?? "") ? .take : .leave
  }

  /// Takes a row that was worked on, in the order of the table.
  func take(_ row: BatchWriting.Made) throws {
    done += 1
    if row.outcome.status != "not_made" { made += 1 }
    if row.isNew { new += 1 }
    if row.isFiled { filed += 1 }
    if row.isForgotten { forgotten += 1 }
    if row.isSupplementCandidate { supplements += 1 }
    if let change = row.change { try writer.add(change) }
    progress.add(isMade: row.outcome.status != "not_made")
  }

  /// Keeps what is done when something outside ends the run.
  func keepWhatIsDone() {
    progress.end()
    try? writer.finish()
    try? ledger.close()
  }

  /// Ends the run: what is no longer in the table is said in the report.
  func finish(_ reports: BatchReports, report: ([UInt8]) throws -> Void) throws {
    progress.end()
    try writer.finish()
    try mayGoOn()
    if !wasEnded { try Leftovers(folder).remove() }
    try ledger.finish(run: number)
    if shard != nil {
      try ledger.set([
        "table": tableDigest.description, "made_from": madeFrom, "rows": "\(seen)", "own_rows": "\(done)",
        "forgotten_rows": "\(forgotten)",
        "table_findings": "\(tableFindings)", "complete": "yes",
      ])
    }
    try ledger.forEach { row, isInTable in
      guard !isInTable else { return }
      vanished += 1
      try report(
        reports.vanished(
          row.reference, country: row.country, authority: row.authority, channel: row.channel, language: row.language,
          limit: row.limit, outcome: BatchWriting.outcome(row.isFiled ? "filed" : "not_in_csv", row)))
    }
    try packing.write(mayGoOn: mayGoOn)
    try ledger.close()
  }

  /// Ends the run where somebody asked for it.
  private func mayGoOn() throws {
    guard Interruption.isAsked else { return }
    throw Failure(
      .failure,
      [.init(text: interface.text(.stopped, .number(done), .number(total)), hint: interface.text(.stoppedHint))],
      in: interface)
  }

  /// What a person hears of it.
  func say() {
    Terminal.write(interface.text(.rowsMade, .number(made), .number(new)))
    if filed > 0 { Terminal.write(interface.text(.rowsFiled, .number(filed), .number(supplements))) }
    if vanished > 0 { Terminal.write(interface.text(.rowsVanished, .number(vanished))) }
    if forgotten > 0 { Terminal.write(interface.text(.rowsForgotten, .number(forgotten))) }
    packing.say()
    Terminal.write(interface.text(.nothingSentBatch))
  }
}
