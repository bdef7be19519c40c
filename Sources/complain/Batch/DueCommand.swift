import ArgumentParser
import Batch
import Casebook
import Checking
import FilingKit
import Matter
import Messages

/// Lists the days by which something must be done for complaints of a batch.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: Wording.Help.due, discussion: Wording.Help.dueDiscussion)

  @Argument(help: ArgumentHelp(Wording.Help.batchFolder, valueName: "filings"), completion: .directory)
  var folder: String
  @Option(name: .long, help: ArgumentHelp(Wording.Help.within, valueName: "days"))
  var within = 30
  @Option(name: .long, help: ArgumentHelp(Wording.Help.dueDate, valueName: "yyyy-mm-dd"))
  var date: String?
  @OptionGroup var data: DataOptions

  private struct Due {
    var day: String
    var reference: String
    var what: String
  }

  func run() throws {
    guard (0...3660).contains(within) else { throw Failure(.usage, Wording.withinDays, hint: Wording.withinDaysHint) }
    let interface = try data.interface()
    let batch = try BatchFolder(folder, in: interface)
    let last = try MatterOptions.day(date).adding(days: within).description
    var dues: [Due] = []
    do {
      let terms = try FilingTerms(batch.ledger.setting("campaign") ?? "", data, interface)
      try batch.ledger.forEach { row, isInTable in
        let events = try batch.ledger.events(of: row.reference)
        // A complaint that was decided or withdrawn waits for nothing.
        guard !events.contains(where: { $0.kind == .decided || $0.kind == .withdrawn }) else { return }
        func add(_ day: String, _ what: String) {
          if !day.isEmpty, day <= last { dues.append(Due(day: day, reference: row.reference, what: what)) }
        }
        for event in events where event.kind == .askedBack { add(event.due, interface.text(.dueAnswer)) }
        if let filed = events.last(where: { $0.kind == .filed }).flatMap({ CivilDate($0.date) }) {
          for term in try terms.all(after: filed, row) { add(term.day.description, term.what) }
        } else if isInTable {
          add(row.limit, interface.text(.dueLimit))
        }
      }
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    }
    for due in dues.sorted(by: { ($0.day, $0.reference, $0.what) < ($1.day, $1.reference, $1.what) }) {
      Terminal.write("\(due.day)  \(due.reference)  \(Terminal.plainSpaces(due.what))")
    }
    if dues.isEmpty { Terminal.write(interface.text(.dueNothing, .number(within))) }
  }
}

/// The days that follow from filing, for many complaints: countries and authorities are opened once.
private final class FilingTerms {
  private let casebook: Casebook
  private let campaign: String
  private let language: Language
  private let interface: Interface
  private var known: [String: [(day: CivilDate, what: String)]] = [:]

  init(_ campaign: String, _ data: DataOptions, _ interface: Interface) throws {
    casebook = try data.casebook()
    self.campaign = campaign
    self.interface = interface
    language = try data.interfaceLanguageData()
  }

  func all(after filed: CivilDate, _ row: LedgerRow) throws -> [(day: CivilDate, what: String)] {
    let key = "\(filed) \(row.authority)"
    if let terms = known[key] { return terms }
    let terms = try opening(.failure) {
      let authority = try casebook.authority(row.authority)
      let country = try casebook.country(row.country)
      let campaign = try casebook.campaign(campaign).applied(in: country.code)
      let dates = FilingDates(
        filed: filed, in: country, part: authority.part, campaign: campaign,
        controllerCountry: try casebook.seat(campaign.controller?.country))
      let register = try casebook.register(for: dates.due.compactMap { Citation($0.provision) })
      return dates.due.map { due in
        let provision = Citation(due.provision).flatMap { register.text(of: $0, in: language)?.short } ?? due.provision
        return (day: due.over, what: interface.text(.dueAuthority, .term(provision)))
      }
    }
    known[key] = terms
    return terms
  }
}
