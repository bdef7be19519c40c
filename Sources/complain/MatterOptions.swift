import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Glibc
import LocalWorld
import Matter
import Messages

/// The matter and what is wanted beside it; the same for drafting and checking.
struct MatterOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(Wording.Help.matter, valueName: "matter.yaml"), completion: .file(extensions: ["yaml"]))
  var matter: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.country, valueName: "code"))
  var country: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.date, valueName: "yyyy-mm-dd"))
  var date: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.language, valueName: "tag"))
  var language: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.campaign, valueName: "name"))
  var campaign: String?
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.noHyphenation))
  var noHyphenation = false
  @OptionGroup var data: DataOptions

  /// The largest matter file, in bytes.
  static let limit = 1 << 20

  /// The day of the document: `--date`, else today on this machine's calendar.
  func day() throws -> CivilDate { try Self.day(date) }

  /// The day that was given, else today.
  static func day(_ date: String?) throws -> CivilDate {
    guard let date else { return today() }
    guard let day = CivilDate(date) else { throw Failure(.usage, Wording.dateMalformed, hint: Wording.dateHint) }
    return day
  }

  static func today() -> CivilDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .earliest
  }

  /// Reads the matter and checks it, with its evidence, for a kind of document.
  ///
  /// - Parameters:
  ///   - translation: the language of an informal translation behind it.
  ///   - organisation: the organisation that helps the person.
  func examine(
    for kind: String = DocumentKind.complaint, translation: String? = nil, by organisation: OpenedOrganisation? = nil,
    in interface: Interface
  ) throws -> Examination {
    let date = try day()
    try checkNames()
    guard let matter else { throw try whatIsMissing(for: kind, on: date, in: interface) }
    let text = try read(matter, in: interface)
    var wishes = Examination.Wishes(
      kind: kind, date: date, country: country, language: language, hyphenates: !noHyphenation)
    wishes.translation = translation
    wishes.logo = organisation?.logo
    var reading = MatterReader.read(text, name: name(of: matter))
    if let campaign {
      guard reading.matter.campaign.isEmpty || reading.matter.campaign == campaign else {
        throw Failure(.usage, Wording.otherCampaign, hint: Wording.otherCampaignHint)
      }
      reading.matter.campaign = campaign
    }
    let world = try matterWorld(of: reading.matter.campaign, by: organisation)
    reading = try preparing { [reading] in try reading.withFolder(opened: world) }
    let work = OrganisationWork(organisation?.organisation, on: date)
    switch kind {
    case DocumentKind.complaint: reading.findings += work.add(to: &reading.matter).map(reading.placed)
    case DocumentKind.mandate: reading.findings += work.name(in: &reading.matter)
    case DocumentKind.signaturePage: work.nameHelp(in: &reading.matter)
    default: break
    }
    let examination = try preparing { try Examination(reading, wishes: wishes, world: world) }
    return kind == DocumentKind.complaint
      ? examination.adding(try MatterRecord.findings(beside: matter, reading.matter, world, in: interface))
      : examination
  }

  /// The world with the matter's own folder for evidence, the example of its campaign, and the organisation's files.
  func matterWorld(of campaign: String, by organisation: OpenedOrganisation? = nil) throws -> LocalWorld {
    LocalWorld(
      folder: try data.folder(), evidenceFolder: matter.map { Self.folder(of: $0) } ?? ".",
      campaign: campaign.isEmpty ? nil : campaign, organisation: organisation?.files)
  }

  /// A country or campaign nobody knows is a slip of the command line, not of the matter.
  func checkNames() throws {
    guard country != nil || campaign != nil else { return }
    let casebook = try data.casebook()
    try opening {
      // A country with data is read where it is needed; another name is only looked for, and said, here.
      if let country, try !casebook.countries().contains(country) { _ = try casebook.country(country) }
      if let campaign { _ = try casebook.campaign(campaign) }
    }
  }

  private func read(_ path: String, in interface: Interface) throws -> String {
    let bytes: [UInt8]
    do throws(InputFile.Failure) {
      bytes =
        path == "-"
        ? try .init(InputFile.readStandardInput(limit: Self.limit)) : try InputFile.read(path, limit: Self.limit)
    } catch {
      throw Failure(.data, Line.matter(error), hint: .matterHint, in: interface)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.data, .matterNotUTF8, hint: .matterNotUTF8Hint, in: interface)
    }
    return text
  }

  /// Without a matter and with nobody to ask: everything that is needed, at once.
  private func whatIsMissing(
    for kind: String, on date: CivilDate, in interface: Interface
  ) throws -> Failure {
    let casebook = try data.casebook()
    let findings = try opening {
      try Review.whatIsNeeded(
        for: kind, on: date, campaign: try campaign ?? chosenCampaign(in: casebook), country: country,
        casebook: casebook)
    }
    let code = try opening { try country.map { try casebook.country($0).code } } ?? "DE"
    let command = Message.Parameter.term(Wording.sampleCommand(code))
    Terminal.report(
      Failure(.data, interface.text(.noMatter), hint: interface.text(.noMatterHint, command), in: interface))
    try FindingsPrinter.print(findings, toError: true, in: interface)
    return Failure(.data, [])
  }

  /// The folder of a file.
  static func folder(of path: String) -> String {
    guard path != "-", let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What messages call the file: its name alone, a path may hold a person's name.
  private func name(of path: String) -> String { path == "-" ? "standard input" : Wording.matterFile }
}

/// The campaign of whoever names none; where several might be meant, they are listed.
func chosenCampaign(in casebook: Casebook) throws(CasebookError) -> String {
  try casebook.defaultCampaign() ?? ""
}

/// Runs something that prepares documents and turns its errors into the tool's.
func preparing<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as PreparationError {
    throw Failure(.failure, Wording.messages(error))
  } catch let error as DraftFailure {
    throw Failure(.failure, Wording.messages(error))
  }
}
