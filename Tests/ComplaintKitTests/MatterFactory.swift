import Casebook
import Checking
import Foundation
import Matter
import TestSupport

/// A change of a matter with a name that failures print.
struct Variant: Sendable, CustomStringConvertible {
  var name: String
  var apply: @Sendable (inout Matter) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout Matter) -> Void) {
    self.name = name
    self.apply = apply
  }

  var description: String { name }
}

/// A matter of a country, made from a plain one by variants.
struct Case: Sendable, CustomStringConvertible {
  var country: String
  var name: String
  var matter: Matter

  /// - Parameter isRecent: moves old facts of Austrian matters into the year in which they can be complained of.
  init(_ country: String, _ variants: [Variant], isRecent: Bool = true) {
    self.country = country
    name = variants.isEmpty ? "plain" : variants.map(\.name).joined(separator: " + ")
    matter = MatterFactory.plain(country)
    for variant in variants { variant.apply(&matter) }
    if country == "AT", isRecent { MatterFactory.makeRecent(&matter) }
  }

  var description: String { "\(country) \(name)" }
}

/// Matters of every kind.
enum MatterFactory {
  /// The bundled examples by country.
  static let samples: [String: Matter] = {
    var found: [String: Matter] = [:]
    for (country, _) in Bench.countries {
      let name = "templates/meta-ai/example/matter.\(country).yaml"
      let text = String(decoding: Bench.world.data(name) ?? [], as: UTF8.self)
      found[country] = MatterReader.read(text, name: name).matter
    }
    return found
  }()

  static func sample(_ country: String) -> Matter {
    guard let matter = samples[country] else { preconditionFailure("there is no sample for \(country)") }
    return matter
  }

  /// As little as a matter can say: one account, one objection nobody answered, nothing that is optional.
  static func plain(_ country: String) -> Matter {
    var matter = sample(country)
    matter.person.email = nil
    matter.accounts = [account(.facebook, "konto.eins")]
    matter.objections = [objection("2025-05-20", .form2025)]
    matter.response = Response()
    matter.response.kind = Response.Kind.none
    matter.response.checkedUntil = Bench.day("2026-11-20")
    (matter.notices, matter.reminders, matter.hardships) = ([], [], [])
    matter.grounds.text = "Zqgrounds ich."
    matter.grounds.language = nil
    matter.effects = Effects()
    matter.effects.today = "Zqtoday."
    matter.effects.content = []
    matter.effects.special = []
    matter.prior = PriorProceedings()
    matter.declarations.groundsConfidential = nil
    matter.declarations.mailUnencrypted = nil
    matter.signature.place = ""
    // Some authorities ask for the objection itself, and Austria's law for what shows it.
    let prior = try? Bench.casebook.country(country).priorContact
    let asksForProof = country == "AT" || prior?.need == .required && prior?.mustProve == true
    matter.evidence = asksForProof ? [evidence(.objection)] : []
    return matter
  }

  /// The same, told of the spring of 2027, when Regulation (EU) 2025/2518 begins to apply.
  static func plain(_ country: String, inSpringOf2027 day: CivilDate) -> Matter {
    var matter = plain(country)
    matter.objections = [objection("2027-02-10", .form2025)]
    matter.response.checkedUntil = day
    matter.declarations.truthConfirmedOn = day
    return matter
  }

  static func account(_ platform: Account.Platform, _ handle: String) -> Account {
    var account = Account()
    account.platform = platform
    account.handle = handle
    account.publicContent = platform == .none ? nil : .yes
    account.aiChats = platform == .none ? nil : .no
    return account
  }

  static func date(_ text: String, _ basis: DateBasis? = nil) -> DateRange {
    guard let range = DateRange(text, basis: basis) else { preconditionFailure("the test names no date: \(text)") }
    return range
  }

  static func objection(
    _ date: String, _ channel: Objection.Channel, _ requests: [Objection.Request] = [], basis: DateBasis = .mail
  ) -> Objection {
    var objection = Objection()
    objection.date = self.date(date, basis)
    objection.channel = channel
    objection.reasonsKnown = .unknown
    objection.alsoRequested = requests
    return objection
  }

  static func evidence(_ role: EvidenceItem.Role, _ number: Int = 1) -> EvidenceItem {
    var item = EvidenceItem()
    item.file = "\(role.rawValue)-\(number).eml"
    item.role = role
    item.caption = "Zq\(role.rawValue.filter(\.isLetter))\(number)"
    item.date = date("2025-05-20")
    return item
  }

  static func answer(_ matter: inout Matter, _ kind: Response.Kind, _ day: String? = "2025-06-02") {
    matter.response = Response()
    matter.response.kind = kind
    matter.response.date = day.map { date($0) }
    matter.response.checkedUntil = Bench.day("2026-11-20")
  }

  /// Adds a year to what happened before November 2025: Austrian law gives one year (§ 24(4) DSG).
  static func makeRecent(_ matter: inout Matter) {
    let gate = Bench.day("2025-11-10")
    func later(_ day: CivilDate?) -> CivilDate? { day.map { $0 < gate ? $0.adding(months: 12) : $0 } }
    func later(_ range: DateRange?) -> DateRange? {
      guard let range, range.latest < gate else { return range }
      let (first, last) = (range.earliest.adding(months: 12), range.latest.adding(months: 12))
      switch range.precision {
      case .day: return DateRange(first, basis: range.basis)
      case .month: return DateRange(String(first.description.prefix(7)), basis: range.basis)
      case .year: return DateRange(String(first.description.prefix(4)), basis: range.basis)
      case .range: return DateRange(from: first, through: last, basis: range.basis)
      }
    }
    for index in matter.objections.indices {
      matter.objections[index].date = later(matter.objections[index].date)
      matter.objections[index].acknowledgedOn = later(matter.objections[index].acknowledgedOn)
    }
    if matter.response.date.map({ $0.latest < gate }) ?? false { matter.response.date = later(matter.response.date) }
    matter.response.answeredOn = later(matter.response.answeredOn)
    for index in matter.evidence.indices { matter.evidence[index].date = later(matter.evidence[index].date) }
  }

  /// All matters of a country: every outcome alone, every addition alone, each addition with several outcomes, and
  /// seeded mixtures of everything.
  static func cases(_ country: String, mixtures: Int = 40) -> [Case] {
    var cases = [Case(country, [])]
    cases += Variants.outcomes.map { Case(country, [$0]) }
    cases += Variants.additions.map { Case(country, [$0]) }
    let base = Variants.outcomes.count
    for (index, addition) in Variants.additions.enumerated() {
      cases.append(Case(country, [Variants.outcomes[(index * 7 + 3) % base], addition]))
    }
    cases += self.mixtures(country, count: mixtures)
    let around = ["e-mail and telephone", "signed elsewhere", "evidence other"].map(Variants.named)
    for organisation in Variants.organisations {
      cases.append(Case(country, [organisation]))
      cases.append(Case(country, around + [organisation]))
    }
    return cases
  }

  /// Seeded mixtures: one outcome and many additions.
  static func mixtures(_ country: String, count: Int) -> [Case] {
    var random = SeededRandom(seed: 20_250_527 &+ UInt64(country.utf8.reduce(0) { $0 * 31 + Int($1) }))
    return (0..<count).map { _ in
      let outcome = random.pick(Variants.outcomes).map { [$0] } ?? []
      let additions = Variants.additions.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      return Case(country, outcome + additions)
    }
  }
}
