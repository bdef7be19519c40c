import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Digests
import FilingKit
import Glibc
import LocalWorld
import Matter

/// Records the day of filing and computes what follows from it.
struct FiledCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filed", abstract: Wording.Help.filed, discussion: Wording.Help.filedDiscussion)

  @Argument(help: ArgumentHelp(Wording.Help.matter, valueName: "matter.yaml"), completion: .file(extensions: ["yaml"]))
  var matter: String
  @Option(name: .long, help: ArgumentHelp(Wording.Help.on, valueName: "yyyy-mm-dd"))
  var on: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.authorityReference, valueName: "text"))
  var authorityReference: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.document, valueName: "file"), completion: .file())
  var document: String?
  @Option(name: [.short, .long], help: ArgumentHelp(Wording.Help.calendarOutput, valueName: "file"))
  var output: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.onCollision, valueName: "abort|overwrite|suffix"))
  var onCollision = OutputFile.Collision.abort
  @Option(name: .long, help: ArgumentHelp(Wording.Help.events, valueName: "events.csv"), completion: .file())
  var csv: String?
  @OptionGroup var data: DataOptions

  func run() throws {
    if let csv { return try importEvents(csv) }
    guard !InputFile.isFolder(matter) else {
      throw Failure(.usage, Wording.eventsMissing, hint: Wording.eventsMissingHint)
    }
    guard matter != "-" else { throw Failure(.usage, Wording.standardInput, hint: Wording.standardInputHint) }
    let interface = try data.interface()
    var own = try MatterRecord(of: matter, in: interface)
    if let filing = own.record.filing { return try addReference(to: filing, &own, interface) }
    guard on != nil || authorityReference == nil else {
      throw Failure(.usage, Wording.referenceFirst, hint: Wording.onMissingHint)
    }
    let day = try filingDay()
    let entry = try filedDocument(own, interface)
    // A complaint's entry always has both; a record without them was written by other hands.
    guard let drafted = entry.drafted, let sha256 = entry.sha256 else {
      throw Failure(.data, .recordUnreadable, hint: .recordUnreadableHint, in: interface)
    }
    guard day >= drafted.date else {
      throw Failure(.usage, Wording.onBeforeDocument(drafted.date), hint: Wording.onBeforeDocumentHint)
    }
    try checkObjections(day)

    let filing = FilingRecord.Filing(
      on: day, sha256: sha256, matter: drafted.matter, authorityReference: authorityReference)
    let filed = try computation(of: filing, drafted)
    // Where no law sets the authority a time, there is no day to keep.
    let calendar = filed.calendar.days.isEmpty ? nil : try writeCalendar(filed.calendar, interface)
    own.record.filing = filing
    if let calendar {
      own.record.note([own.entry(calendar, .calendar, sha256: SHA256Digest(of: filed.calendar.bytes).hexadecimal)])
    }
    do throws(OutputFile.Failure) { try own.write() } catch {
      if let calendar { unlink(calendar) }
      throw Failure(.failure, .recordFailed, hint: .recordFailedHint, in: interface)
    }
    let copies = own.record.frozen.compactMap { own.file($0) }.filter { $0.state == .same }.map(\.path)
    // Other programs are told as well; where the file system keeps no modes, the record still does.
    for copy in copies { chmod(copy, 0o400) }
    FolderWarning.print(about: MatterRecord.folder(of: calendar ?? own.path), in: interface)

    let (wording, language) = (filed.wording, filed.language)
    let noted = ["filed": language.dates.adverbial(day), "record": MatterRecord.name(of: own.path)]
    Terminal.write(wording.text(.filedNoted, noted))
    for copy in copies { Terminal.write(wording.text(.filedFrozen, ["file": copy])) }
    for due in filed.calendar.days {
      Terminal.write("")
      let line = ["label": language.dates.text(due.date), "value": due.title]
      Terminal.write(wording.text(.textRow, line))
      Terminal.write(due.details)
    }
    guard let calendar else { return }
    Terminal.write("")
    Terminal.write(wording.text(.filedCalendar, ["file": OutputFile.absolute(calendar)]))
  }

  /// Many complaints at once: those of a batch, in whose folder they lie.
  private func importEvents(_ csv: String) throws {
    guard on == nil, authorityReference == nil, document == nil, output == nil else {
      throw Failure(.usage, Wording.eventsAlone, hint: Wording.eventsMissingHint)
    }
    let interface = try data.interface()
    try EventImport(BatchFolder(matter, in: interface), today: MatterOptions.today(), interface).run(csv)
  }

  /// A file number that came after the filing; anything else about a filing is said once.
  private func addReference(to filing: FilingRecord.Filing, _ own: inout MatterRecord, _ interface: Interface) throws {
    guard on == nil, let authorityReference, document == nil, output == nil else {
      throw Failure(.usage, Wording.filedTwice(filing.on), hint: Wording.filedTwiceHint)
    }
    own.record.filing?.authorityReference = authorityReference
    do throws(OutputFile.Failure) { try own.write() } catch {
      throw Failure(.failure, .recordFailed, hint: .recordFailedHint, in: interface)
    }
    Terminal.write(interface.text(.referenceNoted))
  }

  private func filingDay() throws -> CivilDate {
    guard let on else { throw Failure(.usage, Wording.onMissing, hint: Wording.onMissingHint) }
    guard let day = CivilDate(on) else { throw Failure(.usage, Wording.onMalformed, hint: Wording.onMissingHint) }
    guard day <= MatterOptions.today() else { throw Failure(.usage, Wording.onFuture, hint: Wording.onFutureHint) }
    return day
  }

  /// The complaint that was filed: the one named, or the only one there is; still there as it was drafted.
  private func filedDocument(_ own: MatterRecord, _ interface: Interface) throws -> FilingRecord.Entry {
    let all = own.record.complaints
    guard let newest = all.last else {
      throw Failure(.data, .filedNothing, hint: .filedNothingHint, in: interface)
    }
    var entry = newest
    if let document {
      let path = OutputFile.absolute(document)
      let named = own.record.entries.last { $0.kind == .complaint && own.file($0)?.path == path }
      guard let named else { throw Failure(.usage, Wording.filedUnknown, hint: Wording.filedUnknownHint) }
      entry = named
    } else if all.count > 1 {
      throw Failure(.usage, Wording.filedSeveral, hint: Wording.filedSeveralHint)
    }
    let isThere = own.record.entries.contains {
      $0.kind == .complaint && $0.sha256 == entry.sha256 && own.file($0)?.state == .same
    }
    guard isThere else { throw Failure(.data, .filedGone, hint: .filedGoneHint, in: interface) }
    return entry
  }

  /// A complaint comes after the objection it is about.
  private func checkObjections(_ day: CivilDate) throws {
    guard let reading = MatterRecord.reading(of: matter) else { return }
    let isEarlier = reading.matter.objections.contains { $0.date.map { $0.earliest > day } ?? false }
    guard !isEarlier else {
      throw Failure(.usage, Wording.onBeforeObjection, hint: Wording.onBeforeObjectionHint)
    }
  }

  private func computation(
    of filing: FilingRecord.Filing, _ drafted: FilingRecord.Drafted
  ) throws -> (calendar: CalendarFile, wording: KitWording, language: Language) {
    let world = try data.world()
    let casebook = Casebook(world: world)
    let tag = KitLanguage.tag(data, document: drafted.language, world: world)
    return try opening(.failure) {
      let authority = try casebook.authority(drafted.authority)
      let country = try casebook.country(drafted.country)
      let campaign = try casebook.campaign(drafted.campaign).applied(in: country.code)
      let named = MatterRecord.reading(of: matter)?.matter.controller?.country?.code
      let dates = FilingDates(
        filed: filing.on, in: country, part: authority.part, campaign: campaign,
        controllerCountry: try casebook.seat(campaign.controller?.country ?? named))
      let language = try casebook.language(tag)
      let register = try casebook.register(for: dates.due.compactMap { Citation($0.provision) })
      let wording = try preparing { try KitWording(tag: tag, world: world) }
      let complaint = FiledComplaint(
        authority: authority.names.nearest(to: drafted.language), reference: drafted.reference,
        authorityReference: filing.authorityReference, sha256: filing.sha256)
      let calendar = dates.calendar(of: complaint, wording: wording, language: language) { provision in
        Citation(provision).flatMap { register.text(of: $0, in: language)?.short } ?? ""
      }
      return (calendar, wording, language)
    }
  }

  private func writeCalendar(_ calendar: CalendarFile, _ interface: Interface) throws -> String {
    let wanted = output ?? MatterRecord.calendar(beside: matter)
    try FrozenFiles.refuse(wanted, collision: onCollision, matter: matter, in: interface)
    do throws(OutputFile.Failure) {
      return try OutputFile.write(calendar.bytes, to: wanted, collision: onCollision)
    } catch {
      throw Failure(
        error == .exists ? .usage : .failure, error == .exists ? FilingLine.calendarExists : .calendarNotWritten,
        hint: .calendarHint, in: interface)
    }
  }
}
