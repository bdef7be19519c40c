import Casebook
import Matter
import Synchronization

/// Finds the venues of many matters, and opens the casebook once for all that go the same way.
///
/// Of a postcode only what it leads to decides, so that a country needs as many venues as it has authorities. May be
/// used by several threads at once; no result depends on what was asked before.
public final class VenueDirectory: Sendable {
  /// A venue as far as it can be found, with everything that stands against it.
  public struct Found: Sendable {
    /// The venue; `nil` without campaign or country.
    public var venue: Venue?
    /// What stands against it.
    public var findings: [Finding]
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
    let found = Found(venue: venue, findings: finder.findings)
    memory.withLock { memory in
      if memory.venues.count >= Self.limit { memory.venues = [:] }
      memory.venues[way] = found
    }
    return found
  }

  /// The country of a code; `nil` if there is no data for it.
  public func country(_ code: CountryCode) throws(CasebookError) -> Country? {
    guard codes.contains(code.code) else { return nil }
    if let country = memory.withLock({ $0.countries[code.code] }) { return country }
    let country = try casebook.country(code.code)
    memory.withLock { $0.countries[code.code] = country }
    return country
  }

  /// Everything a venue depends on.
  private struct Way: Hashable {
    var campaign: String
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
    var countries: [String: Country] = [:]
    var postcodes: [String: AuthorityAnswer] = [:]
  }

  private func way(of matter: Matter) throws(CasebookError) -> Way {
    Way(
      campaign: matter.campaign, residence: matter.person.country, authority: matter.authority, basis: matter.basis,
      language: matter.language, postcode: try postcode(of: matter.person))
  }

  private func postcode(of person: Person) throws(CasebookError) -> Postcode {
    guard !person.postalCode.isEmpty else { return .missing }
    guard let code = person.country, let country = try country(code) else { return .leads(nil) }
    guard country.isPostcode(person.postalCode) else { return .malformed }
    guard country.choice == .postcode else { return .leads(nil) }
    let key = country.code + person.postalCode
    if let answer = memory.withLock({ $0.postcodes[key] }) { return .leads(answer) }
    let answer = try casebook.authorities(of: country, forPostcode: person.postalCode)
    memory.withLock { memory in
      if memory.postcodes.count >= Self.limit { memory.postcodes = [:] }
      memory.postcodes[key] = answer
    }
    return .leads(answer)
  }
}
