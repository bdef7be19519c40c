import Batch
import Casebook
import Checking
import ComplaintKit
import Digests
import Evidence
import FilingKit
import LocalWorld
import Matter
import Messages
import Rows
import Storage
import Synchronization

/// Makes the complaints of a batch and keeps the ledger: the part of a run that works on single rows, on any thread.
final class BatchWriting: Sendable {
  /// How the files of a batch lie in its folder.
  struct Layout: Hashable, Sendable {
    /// Each authority's complaints in a folder of their own.
    var byAuthority = false
    /// A folder a member, with everything needed to file.
    var kits = false

    /// What stands in the fingerprint: another layout is other files.
    var description: String { "\(byAuthority) \(kits)" }
  }

  /// What a row came to.
  struct Made: Sendable {
    var change: LedgerChange?
    var outcome: BatchReports.Outcome
    var isNew = false
    var isFiled = false
    var isSupplementCandidate = false
    /// Whether everything about it was deleted: then no report names it.
    var isForgotten = false
  }

  private let ledger: Ledger
  private let folder: FilingsFolder
  private let checker: RowChecker
  private let layout: Layout
  private let pool: DrafterPool
  private let world: @Sendable () -> LocalWorld
  private let fingerprint: [UInt8]
  private let interface: Interface
  /// A batch that begins has nothing to be looked up.
  private let isKnown: Bool
  private let hasForgotten: Bool

  /// - Parameters:
  ///   - fingerprint: a hash of everything the files are made from beside the rows.
  init(
    _ ledger: Ledger, _ folder: FilingsFolder, checker: RowChecker, layout: Layout, pool: DrafterPool,
    world: @escaping @Sendable () -> LocalWorld, fingerprint: [UInt8], interface: Interface
  ) throws {
    self.ledger = ledger
    self.folder = folder
    self.checker = checker
    self.layout = layout
    self.pool = pool
    self.world = world
    self.fingerprint = fingerprint
    self.interface = interface
    isKnown = try ledger.count() > 0
    hasForgotten = try ledger.hasForgotten()
  }

  /// Makes the complaint of a row, unless it is there already, was filed, or something is wrong with it.
  func work(_ reading: inout RowReading, _ row: Rows.Row) throws -> Made {
    guard let reference = reading.reference else { return Made(outcome: .init(status: "not_made")) }
    if hasForgotten, try ledger.isForgotten(reference) {
      reading.findings = []
      checker.add([RowReading.Obstacle.forgotten.finding], to: &reading, of: row)
      return Made(outcome: .init(status: "not_made"), isForgotten: true)
    }
    let said = reading.digest.bytes
    let (content, input) = (ledger.hash(said), ledger.hash(fingerprint + said))
    let known = isKnown ? try ledger.row(reference) : nil
    if let known, known.isFiled { return filed(known, content, &reading, row) }
    if let known, known.status == .made, known.input == input, reading.isComplete,
      known.files.allSatisfy(folder.holds)
    {
      return Made(
        change: .seen(reference: reference, row: reading.row, isSupplementCandidate: false),
        outcome: Self.outcome("made", known))
    }
    var made = LedgerRow(reference: reference, row: reading.row, status: .notMade)
    let destination = reading.review.destination
    (made.content, made.input) = (content, input)
    (made.country, made.authority) = (destination.country ?? "", destination.authority ?? "")
    (made.language, made.channel) = (destination.language ?? "", destination.channel?.rawValue ?? "")
    made.limit = reading.review.limitEnd?.description ?? ""
    if reading.isComplete { try make(&made, &reading, row) }
    // What a row had before and has no more.
    let names = Set(made.files.map(\.name))
    for old in known?.files ?? [] where !names.contains(old.name) { folder.remove(old.name) }
    let outcome = made.status == .made ? Self.outcome("made", made) : .init(status: "not_made")
    return Made(change: .set(made), outcome: outcome, isNew: made.status == .made)
  }

  static func outcome(_ status: String, _ row: LedgerRow) -> BatchReports.Outcome {
    guard let file = row.files.first else { return .init(status: status) }
    return .init(status: status, pages: row.pages, file: file.name, sha256: file.sha256.hexadecimal)
  }

  /// What was filed stays as it is, whatever the row says now.
  private func filed(_ known: LedgerRow, _ content: [UInt8], _ reading: inout RowReading, _ row: Rows.Row) -> Made {
    // A ledger that was joined from others may not know what the row said.
    let isChanged = !known.content.isEmpty && known.content != content
    if isChanged { checker.add([RowReading.Obstacle.supplement.finding], to: &reading, of: row) }
    return Made(
      change: .seen(reference: known.reference, row: reading.row, isSupplementCandidate: isChanged),
      outcome: Self.outcome("filed", known), isFiled: true, isSupplementCandidate: isChanged)
  }

  private func make(_ made: inout LedgerRow, _ reading: inout RowReading, _ row: Rows.Row) throws {
    guard let brief = reading.review.brief else { return }
    do {
      let result = try preparingTool { try pool.draft(brief) { ScratchFile(in: LocalWorld.Places.debian.temporary) } }
      checker.add(result.findings, to: &reading, of: row)
      guard let draft = result.draft else { return }
      made.template = result.templateVersion
      made.pages = draft.pages
      made.files = try write(draft, result.exhibits, brief, reading)
      made.status = .made
    } catch is DraftFailure {
      checker.add([RowReading.Obstacle.notDrafted.finding], to: &reading, of: row)
    } catch let failure as FilingsFolder.Failure where failure.concernsOneFile {
      checker.add([RowReading.Obstacle.notWritten.finding], to: &reading, of: row)
    }
  }

  /// What the tool itself lacks ends the run; what is wrong with one complaint does not.
  private func preparingTool<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as PreparationError {
      throw Failure(.failure, Wording.messages(error))
    }
  }

  private func write(
    _ draft: Draft, _ exhibits: [Exhibit], _ brief: Brief, _ reading: RowReading
  ) throws -> [FiledFile] {
    let stem = (layout.byAuthority ? "\(brief.authority?.id ?? "none")/" : "") + brief.matter.reference
    if layout.kits, let kit = try kit(draft, exhibits, brief, reading) {
      return try kit.files.map { try folder.write($0.content, to: "\(stem)/\($0.name)") }
    }
    var files: [FiledFile] = []
    if brief.channel?.originals == .beside {
      for exhibit in exhibits {
        guard let name = exhibit.originalName else { continue }
        files.append(try folder.write(try original(exhibit, brief), to: "\(stem)-annexes/\(name)"))
      }
    }
    return [try folder.write(draft.content, to: "\(stem).pdf")] + files
  }

  private func kit(
    _ draft: Draft, _ exhibits: [Exhibit], _ brief: Brief, _ reading: RowReading
  ) throws -> Kit? {
    guard let authority = brief.authority else { return nil }
    let world = world()
    // The member reads it, or who files for them: in that language, as far as there are words in it.
    let tags = [reading.batch.memberLanguage, brief.language.tag, InterfaceLanguage.english.rawValue]
    guard let tag = tags.compactMap({ $0 }).first(where: { KitWording.isAvailable($0, world: world) }) else {
      return nil
    }
    let own = exhibits.filter { Kit.holdsOriginal(of: $0, brief) }
    let sources = Kit.Sources(
      exhibits: own, originals: try own.map { try original($0, brief) }, matterName: nil, recordName: nil)
    return try preparingTool {
      try Kit(brief, to: authority, draft: draft, sources: sources, language: tag, world: world)
    }
  }

  private func original(_ exhibit: Exhibit, _ brief: Brief) throws -> StoredBytes {
    do { return try DocumentOutput.original(of: exhibit, brief, world(), interface) } catch {
      throw FilingsFolder.Failure.sourceChanged
    }
  }
}
