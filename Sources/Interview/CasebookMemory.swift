import Casebook
import Checking
import Matter

/// What an interview opened in the casebook, which keeps nothing itself: every answer goes through all questions again.
struct CasebookMemory: Sendable {
  private let casebook: Casebook
  private var countries: [String: Country] = [:]
  private var authorities: [String: Authority] = [:]
  private var postcodes: [String: AuthorityAnswer] = [:]
  private var codes: [String]?
  private var venue: (for: [String?], is: Venue)?

  init(_ casebook: Casebook) { self.casebook = casebook }

  /// A country by its code; `nil` if there are no data on it.
  mutating func country(_ code: String) throws(CasebookError) -> Country? {
    if let known = countries[code] { return known }
    if codes == nil { codes = try casebook.countries() }
    guard codes?.contains(code) == true else { return nil }
    let country = try casebook.country(code)
    countries[code] = country
    return country
  }

  /// An authority by its identifier.
  mutating func authority(_ id: String) throws(CasebookError) -> Authority {
    if let known = authorities[id] { return known }
    let authority = try casebook.authority(id)
    authorities[id] = authority
    return authority
  }

  /// The authorities of a postcode.
  mutating func authorities(of country: Country, forPostcode postcode: String) throws(CasebookError) -> AuthorityAnswer
  {
    let key = "\(country.code) \(postcode)"
    if let known = postcodes[key] { return known }
    let answer = try casebook.authorities(of: country, forPostcode: postcode)
    postcodes[key] = answer
    return answer
  }

  /// What checking says of a matter; where it goes is found once, as long as nothing that decides it changes.
  mutating func findings(_ matter: Matter, on date: CivilDate) throws(CasebookError) -> [Finding] {
    let decides = [
      matter.campaign, matter.person.country?.code, matter.person.postalCode, matter.authority, matter.language,
      matter.basis?.rawValue,
    ]
    if let venue, venue.for == decides { return Review(matter, in: venue.is).findings }
    let review = try Review(matter, on: date, casebook: casebook)
    if let found = review.venue { venue = (decides, found) }
    return review.findings
  }
}
