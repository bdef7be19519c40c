import ArgumentParser
import Batch
import Casebook
import Checking
import ComplaintKit
import Glibc
import LocalWorld
import Matter
import Messages
import Rows

/// Makes the complaints of a table of many people, or checks it row by row and writes reports alone.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: Wording.Help.batch, discussion: Wording.Help.batchDiscussion)

  @OptionGroup var options: TableOptions
  @OptionGroup var helper: OrganisationOptions
  @Option(name: .long, help: ArgumentHelp(Wording.Help.out, valueName: "folder"), completion: .directory)
  var out: String
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.checkOnly))
  var check = false
  @Option(name: .long, help: ArgumentHelp(Wording.Help.fixColumns, valueName: "names"))
  var columns: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var release: ReleaseOptions
  @OptionGroup var data: DataOptions

  /// How many findings of rows are printed; the rest stands in the reports.
  static let printed = 40

  func run() throws {
    try release.checkForm()
    let interface = try data.interface()
    if check {
      try writing.refuseBesideCheck()
      guard !InputFile.exists("\(out)/\(Ledger.name)") else {
        throw Failure(.usage, [interface.message(.checkInBatch, hint: .checkInBatchHint)], in: interface)
      }
      let batch = try opened(options, interface)
      let summary = try BatchChecking(batch, out: out, columns: try columnNames(batch.table, in: interface), interface)
        .run()
      try release.record(summary, of: batch, in: out, interface)
      try release.compare(summary.digest, with: out, interface)
      return try finish(summary, of: batch)
    }
    if writing.merge { try Printing.checkProgram(interface) }
    let shard = try writing.part(interface)
    let place = shard.map { "\(self.out)/\($0.folder)" } ?? self.out
    func folder() throws -> BatchFolder {
      try BatchFolder(toWrite: place, resumes: writing.resume, key: key(isPart: shard != nil, interface), in: interface)
    }
    // The ledger that is there knows the date; a table that cannot be read leaves no new folder behind.
    let known = InputFile.exists("\(place)/\(Ledger.name)") ? try folder() : nil
    let batch = try opened(try known.map { try writing.dated(options, by: $0.ledger, interface) } ?? options, interface)
    if release.release != nil {
      let digest = try opening(.failure) { try batch.check.digest(conditions: batch.conditions) }
      try release.compare(digest, with: out, interface)
    }
    let run = try BatchRun(batch, try known ?? folder(), writing, shard: shard, data, interface)
    let summary = try BatchChecking(
      batch, out: place, columns: try columnNames(batch.table, in: interface), run: run, interface
    ).run()
    // What was released is what was written, also if somebody changed the table meanwhile.
    if shard == nil { try release.check(summary.digest, interface) }
    try finish(summary, of: batch)
  }

  /// The key of a new ledger: that of the other parts, where this is one.
  private func key(isPart: Bool, _ interface: Interface) throws -> [UInt8] {
    let new = BatchReading.key()
    guard isPart else { return new }
    guard !InputFile.exists("\(out)/\(Ledger.name)") else {
      throw Failure(.usage, [interface.message(.folderHoldsOther, hint: .folderHoldsOtherHint)], in: interface)
    }
    do {
      guard mkdir(out, 0o700) == 0 || errno == EEXIST else { throw FilingsFolder.Failure(errno: errno) }
      return try SharedKey.key(in: out, orNew: new)
    } catch {
      throw Failure(.failure, [interface.message(.outputFolder, hint: .outputFolderHint)], in: interface)
    }
  }

  private func opened(_ options: TableOptions, _ interface: Interface) throws -> BatchReading {
    let batch = try BatchReading(options, helper, data, in: interface)
    try FindingsPrinter.print(batch.check.findings, toError: true, in: interface)
    guard batch.check.isUsable else {
      throw Failure(.data, [.init(text: interface.text(.nothingChecked), hint: nil)], in: interface)
    }
    return batch
  }

  private func finish(_ summary: BatchCheck.Summary, of batch: BatchReading) throws {
    if summary.complete < summary.rows || batch.check.findings.contains(where: { $0.severity == .error }) {
      throw Failure(.data, [])
    }
  }

  private func columnNames(_ table: RowTable, in interface: Interface) throws -> Set<String>? {
    guard let columns else { return nil }
    let names = columns.split(separator: ",").map { String($0).withoutBlanks() }
    guard names.allSatisfy({ Column($0) != nil || table.plan.header.contains($0) }) else {
      throw Failure(.usage, [interface.message(.noSuchColumn, hint: .noSuchColumnHint)], in: interface)
    }
    return Set(names.map { Column($0)?.name ?? $0 })
  }
}

/// A table that was opened, with everything that checking its rows needs.
struct BatchReading {
  let table: RowTable
  let check: BatchCheck
  let date: CivilDate
  let campaign: String
  let questions: Questions
  /// What paths of evidence are relative to.
  let evidenceFolder: String
  /// How many threads work.
  let threads: Int
  /// The organisation that helps, if there is one.
  let organisation: OpenedOrganisation?

  /// What the digest depends on beside the rows: the same for who checks, who releases and who writes.
  var conditions: [String] { [campaign, date.description] + (organisation.map { [$0.digest] } ?? []) }

  init(_ options: TableOptions, _ helper: OrganisationOptions, _ data: DataOptions, in interface: Interface) throws {
    let folder = try data.folder()
    let casebook = try data.casebook()
    date = try MatterOptions.day(options.date)
    evidenceFolder = options.evidenceFolder
    threads = options.threads
    let chosen = try opening { try casebook.campaign(options.campaign ?? chosenCampaign(in: casebook)) }
    guard chosen.controller != nil else {
      throw Failure(.usage, Wording.batchWithoutController, hint: Wording.batchWithoutControllerHint)
    }
    campaign = chosen.id
    organisation = try helper.open(on: date, folder, in: interface)
    questions = Questions(try TableOptions.words(folder))
    table = try options.open(folder, asking: chosen.accountFacts, in: interface)
    let directory = try opening(.failure) { [date] in try VenueDirectory(on: date, casebook: casebook) }
    let words = try opening(.failure) { try casebook.evidenceWords() }
    let reader = RowReader(
      plan: table.plan, campaign: campaign, directory: directory, key: Self.key(),
      folders: options.evidence.map { Self.folders(in: $0, words) }, organisation: organisation?.organisation)
    do {
      check = try opening(.failure) { [table, campaign] in
        try BatchCheck(
          table, reader, workers: options.threads, look: Self.look(in: options.evidenceFolder, folder, campaign))
      }
    } catch let fault as TableFault {
      throw TableOptions.failure(fault, in: interface)
    }
  }

  /// Looks at files, those of the example included, which come with the program.
  private static func look(in folder: String, _ data: DataFolder, _ campaign: String) -> RowChecker.EvidenceLook {
    let world = LocalWorld(folder: data, evidenceFolder: folder, campaign: campaign, isConfined: true)
    return { world.digest(ofEvidence: $0) }
  }

  /// The folders in the folder of all evidence, and the files in one of them.
  private static func folders(in folder: String, _ words: EvidenceWords) -> EvidenceFolders {
    EvidenceFolders(all: FolderListing.folders(in: folder), words: words) { name in
      let path = "\(folder)/\(name)"
      return InputFile.isFolder(path) ? FolderListing.files(in: path) : nil
    }
  }

  /// A key for hashes; nobody learns it, and nothing that is written beside the ledger depends on it.
  static func key() -> [UInt8] {
    (0..<4).flatMap { _ in withUnsafeBytes(of: UInt64.random(in: 0...UInt64.max)) { Array($0) } }
  }
}

/// Runs a check and writes its reports.
struct BatchChecking {
  private let batch: BatchReading
  private let out: String
  private let columns: Set<String>?
  private let writing: BatchRun?
  private let interface: Interface

  /// - Parameter run: what makes the complaints; without one only reports are written.
  init(
    _ batch: BatchReading, out: String, columns: Set<String>?, run: BatchRun? = nil, _ interface: Interface
  ) {
    self.batch = batch
    self.out = out
    self.columns = columns
    writing = run
    self.interface = interface
  }

  func run() throws -> BatchCheck.Summary {
    guard mkdir(out, 0o700) == 0 || errno == EEXIST else {
      throw Failure(.failure, [interface.message(.outputFolder, hint: .outputFolderHint)], in: interface)
    }
    do {
      do { return try checked() } catch {
        writing?.keepWhatIsDone()
        throw error
      }
    } catch let failure as FilingsFolder.Failure {
      throw BatchFolder.failure(failure, in: interface)
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    } catch is OutputFile.Failure where writing != nil {
      throw Failure(.failure, [interface.message(.reportFailed, hint: .batchGoOn)], in: interface)
    } catch is OutputFile.Failure {
      throw Failure(.failure, [interface.message(.reportFailed, hint: .reportFailedHint)], in: interface)
    } catch let fault as TableFault {
      throw TableOptions.failure(fault, in: interface)
    }
  }

  private func checked() throws -> BatchCheck.Summary {
    let translations = try interface.translationsOfFindings()
    let reports = BatchReports(batch.table, questions: batch.questions, columns: columns, isWriting: writing != nil) {
      finding in
      translations?.worded(finding) ?? finding
    }
    var files: [BatchReports.File: GrowingFile] = [:]
    for file in BatchReports.File.allCases { files[file] = try GrowingFile("\(out)/\(file.rawValue)") }
    let sink: BatchReports.Sink = { file, bytes in try files[file]?.write(bytes) }
    try reports.begin(sink)
    try reports.add(batch.check.findings, sink)
    var said = 0
    let summary = try opening(.failure) {
      try batch.check.run(
        conditions: batch.conditions,
        group: writing == nil ? RowPipeline.group : BatchRun.group,
        choose: { try writing?.choose($0) ?? .take },
        work: { [work = writing?.work] reading, row in
          let made = try work?.work(&reading, row)
          let isNamed = made?.isForgotten != true
          return (made: made, pieces: isNamed ? reports.pieces(reading, of: row, outcome: made?.outcome) : [])
        }
      ) { reading, row in
        for piece in row.pieces { try files[piece.file]?.write(piece.bytes) }
        for place in reading.findings.indices where reading.findings[place].finding.severity == .error {
          said += 1
          let reference = row.made?.isForgotten == true ? nil : reading.reference
          if said <= BatchCommand.printed { try print(reading.findings[place], of: reading.row, reference) }
        }
        if let made = row.made { try writing?.take(made) }
      }
    }
    try writing?.finish(reports) { try files[.report]?.write($0) }
    for file in BatchReports.File.allCases { try files[file]?.finish() }
    say(summary, unsaid: said - BatchCommand.printed)
    return summary
  }

  private func print(_ row: RowFinding, of number: Int, _ reference: String?) throws {
    let number = Message.Parameter.number(number)
    var place =
      reference.map { interface.text(.rowPlaceNamed, number, .term($0)) } ?? interface.text(.rowPlace, number)
    if let name = row.columnName { place = interface.text(.rowColumn, .term(place), .term(name)) }
    var finding = row.finding
    finding.line = nil
    finding.field = row.columnName == nil && !finding.field.isEmpty ? "\(place), \(finding.field)" : place
    try FindingsPrinter.print([finding], toError: true, in: interface)
  }

  private func say(_ summary: BatchCheck.Summary, unsaid: Int) {
    if unsaid > 0 {
      Terminal.writeError(interface.text(.moreFindings, .number(unsaid), .term(BatchReports.File.findings.rawValue)))
    }
    for (code, found) in summary.codes.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) })
    where found.severity == .warning {
      Terminal.writeError(
        Terminal.label(interface.label(.warning), colour: 33) + " "
          + interface.text(.warningsOfKind, .number(found.count), .term(code)))
    }
    Terminal.write(interface.text(.rowsChecked, .number(summary.rows)))
    if writing == nil { Terminal.write(interface.text(.rowsReady, .number(summary.complete))) }
    writing?.say()
    let failing = summary.rows - summary.complete - (writing?.forgotten ?? 0)
    if failing > 0 { Terminal.write(interface.text(.rowsNotReady, .number(failing))) }
    if summary.asked > 0 { Terminal.write(interface.text(.membersToAsk, .number(summary.asked))) }
    Terminal.write(interface.text(.reportsWritten, .term(out)))
    Terminal.write(interface.text(.digest, .term(summary.digest.description)))
  }
}
