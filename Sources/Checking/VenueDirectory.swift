import Casebook
import Matter
import Synchronization

/// Finds the venues of many matters, and opens the casebook once for all that go the same way.
///
/// Of a postcode only what it leads to decides, so that a country needs as many venues as it has authorities. May be
/// used by several threads at once; no result depends on what was asked before.
public final class VenueDirectory: Sendable {
  /// A venue as far as it can be found, with everything that stands against it.
  public final class Found: Sendable {
    /// What stands against it.
    public let findings: [Finding]
    let setting: Review.Setting

    init(_ setting: Review.Setting, findings: [Finding]) {
      self.setting = setting
      self.findings = findings
    }

    /// The venue; `nil` without campaign or country.
    public var venue: Venue? { setting.venue }
  }

  /// The kind of document.
  public let kind: DocumentKind
  /// The day of the document.
  public let date: CivilDate

  private let country: String?
  private let language: String?
  private let casebook: Casebook
  private let codes: Set<String>
  private let memory = Mutex(Memory())

  /// Takes what is the same for all matters.
  public init(
    of kind: String = DocumentKind.complaint, on date: CivilDate, country: String? = nil, language: String? = nil,
    casebook: Casebook
  ) throws(CasebookError) {
    self.kind = try casebook.kind(kind)
    self.date = date
    self.country = country
    self.language = language
    self.casebook = casebook
    codes = Set(try casebook.countries())
  }

  /// The venue of a matter.
  public func found(for matter: Matter) throws(CasebookError) -> Found {
    let way = try way(of: matter)
    if let found = memory.withLock({ $0.venues[way] }) { return found }
    var finder = VenueFinder(matter, of: kind, on: date, country: country, language: language, casebook: casebook)
    let venue = try finder.find()
    let found = Found(Review.Setting(kind: kind, venue: venue), findings: finder.findings)
    memory.withLock { memory in
      if memory.venues.count >= Self.limit { memory.venues = [:] }
      memory.venues[way] = found
    }
    return found
  }

  /// What is asked of a postcode: whether it is one of a country; `nil` if there is no data for the country.
  public func isPostcode(_ text: String, of code: CountryCode) throws(CasebookError) -> Bool? {
    guard let country = try country(code) else { return nil }
    let key = code.code + text
    if let known = memory.withLock({ $0.forms[key] }) { return known }
    let isPostcode = country.isPostcode(text)
    memory.withLock { memory in
      if memory.forms.count >= Self.limit { memory.forms = [:] }
      memory.forms[key] = isPostcode
    }
    return isPostcode
  }

  private func country(_ code: CountryCode) throws(CasebookError) -> KnownCountry? {
    guard codes.contains(code.code) else { return nil }
    if let known = memory.withLock({ $0.countries[code.code] }) { return known }
    let known = KnownCountry(try casebook.country(code.code))
    memory.withLock { $0.countries[code.code] = known }
    return known
  }

  /// A country that many rows share.
  private final class KnownCountry: Sendable {
    let country: Country

    init(_ country: Country) { self.country = country }

    func isPostcode(_ text: String) -> Bool { country.isPostcode(text) }
  }

  /// Everything a venue depends on.
  private struct Way: Hashable {
    var campaign: String
    var controller: Respondent?
    var residence: CountryCode?
    var authority: String?
    var basis: FilingBasis?
    var language: String?
    var postcode: Postcode
  }

  /// What of a postcode decides.
  private enum Postcode: Hashable {
    case missing, malformed
    case leads(AuthorityAnswer?)
  }

  /// How many ways are remembered, and how many postcodes: more than any real table has.
  private static let limit = 4096

  private struct Memory {
    var venues: [Way: Found] = [:]
    var countries: [String: KnownCountry] = [:]
    var postcodes: [String: Postcode] = [:]
    /// Whether a text is a postcode, by the country's code and the text.
    var forms: [String: Bool] = [:]
  }

  private func way(of matter: Matter) throws(CasebookError) -> Way {
    Way(
      campaign: matter.campaign, controller: matter.controller, residence: matter.person.country,
      authority: matter.authority, basis: matter.basis,
      language: matter.language, postcode: try postcode(of: matter.person))
  }

  private func postcode(of person: Person) throws(CasebookError) -> Postcode {
    guard !person.postalCode.isEmpty else { return .missing }
    guard let code = person.country, let known = try country(code) else { return .leads(nil) }
    let key = code.code + person.postalCode
    if let answer = memory.withLock({ $0.postcodes[key] }) { return answer }
    let answer = try answer(known.country, person.postalCode)
    memory.withLock { memory in
      if memory.postcodes.count >= Self.limit { memory.postcodes = [:] }
      memory.postcodes[key] = answer
    }
    return answer
  }

  private func answer(_ country: Country, _ postcode: String) throws(CasebookError) -> Postcode {
    guard country.isPostcode(postcode) else { return .malformed }
    guard country.choice == .postcode else { return .leads(nil) }
    return .leads(try casebook.authorities(of: country, forPostcode: postcode))
  }
}
