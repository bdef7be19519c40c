import Casebook
import Matter
import Messages

/// Where a complaint goes and whose law governs it.
public struct Venue: Sendable {
  /// The kind of document.
  public var kind: DocumentKind
  /// The campaign.
  public var campaign: Campaign
  /// Whom it is against, as the campaign names it, else the matter.
  public var controller: Party
  /// Whether the controller's seat is outside the European Economic Area.
  public var isControllerOutside: Bool
  /// The country the complaint is lodged in.
  public var country: Country
  /// The authority; `nil` while a finding says why there is none.
  public var authority: Authority?
  /// The language of the complaint; `nil` while a finding says why there is none.
  public var language: Language?
  /// What is known beside the matter.
  public var circumstances: Circumstances
}

/// Finds the venue of a matter in the casebook, with everything that stands against it.
struct VenueFinder {
  let kind: DocumentKind
  let matter: Matter
  let date: CivilDate
  /// The country asked for on the command line.
  let askedCountry: String?
  /// The language asked for on the command line.
  let askedLanguage: String?
  let casebook: Casebook
  private(set) var findings: [Finding] = []
  /// Countries opened so far: residence, filing and the controller's are often the same file.
  private var opened: [String: Country] = [:]

  init(
    _ matter: Matter, of kind: DocumentKind, on date: CivilDate, country: String?, language: String?, casebook: Casebook
  ) {
    self.kind = kind
    self.matter = matter
    self.date = date
    askedCountry = country
    askedLanguage = language
    self.casebook = casebook
  }

  /// The venue as far as it can be found; `nil` without campaign or country.
  mutating func find() throws(CasebookError) -> Venue? {
    let anywhere = try campaign()
    let chosen = try chosenAuthority()
    let residence = try residence()
    let country = try country(of: chosen, residence: residence)
    let language = try language(for: country, chosen)
    guard let country else { return nil }
    let authority = try authority(in: country, chosen: chosen, residence: residence)
    checkPostcode(residence)
    guard let campaign = anywhere?.applied(in: country.code) else { return nil }
    if let language {
      if let authority { try checkLanguage(language, authority, country) }
      try checkText(campaign, language, country)
    }
    guard let party = controller(of: campaign) else { return nil }
    let controller = try open(party.country)
    let own = residence ?? country
    let part = authority.flatMap { $0.country == own.code ? $0.part : nil }
    return Venue(
      kind: country.named(kind), campaign: campaign, controller: party,
      isControllerOutside: controller.map { $0.ownLaw != nil } ?? true, country: country,
      authority: authority, language: language,
      circumstances: Circumstances(
        campaign: campaign, controller: party, country: country,
        calendar: Calendar1182(controller: controller, own: own, part: part, isPartKnown: authority != nil),
        date: date))
  }

  /// Runs a look-up; what is not in the casebook becomes a finding, what is broken stays an error.
  private mutating func lookUp<Value>(
    _ code: FindingCode, _ field: String, _ body: () throws(CasebookError) -> Value
  ) throws(CasebookError) -> Value? {
    do {
      return try body()
    } catch {
      guard case .unknown(_, let hint) = error else { throw error }
      findings.append(.make(code, field, .message(hint)))
      return nil
    }
  }

  private mutating func campaign() throws(CasebookError) -> Campaign? {
    let casebook = casebook
    let id = matter.campaign
    if id.isEmpty { return nil }
    return try lookUp(.campaignUnknown, "campaign") { () throws(CasebookError) in try casebook.campaign(id) }
  }

  /// The controller; who names one where the campaign does, or not all of it where it does not, hears of it.
  private mutating func controller(of campaign: Campaign) -> Party? {
    if let controller = campaign.controller {
      if matter.controller != nil { findings.append(.make(.controllerNamed, "controller", .term(controller.name))) }
      return controller
    }
    let named = matter.controller ?? Respondent()
    let missing: KeyValuePairs = [
      "name": named.name.isEmpty, "address": named.address.isEmpty, "country": named.country == nil,
      "email": named.email.isEmpty, "processing": named.processing.isEmpty, "purpose": named.purpose.isEmpty,
    ]
    for (name, isMissing) in missing where isMissing { findings.append(.make(.fieldMissing, "controller.\(name)")) }
    return Party(named)
  }

  private mutating func chosenAuthority() throws(CasebookError) -> Authority? {
    guard let id = matter.authority else { return nil }
    let casebook = casebook
    let found = try lookUp(.authorityUnknown, "authority") { () throws(CasebookError) in try casebook.authority(id) }
    if let found, found.kind == .publicSector { findings.append(.make(.authorityPublicSector, "authority")) }
    return found
  }

  /// A country by its code; `nil` if there is no data for it.
  private mutating func open(_ code: String) throws(CasebookError) -> Country? {
    if let country = opened[code] { return country }
    guard let country = try casebook.countryIfKnown(code) else { return nil }
    opened[code] = country
    return country
  }

  private mutating func residence() throws(CasebookError) -> Country? {
    guard let code = matter.person.country?.code else { return nil }
    return try open(code)
  }

  private mutating func country(of chosen: Authority?, residence: Country?) throws(CasebookError) -> Country? {
    let casebook = casebook
    var asked: Country?
    if let askedCountry, let code = CountryCode(askedCountry)?.code { asked = try open(code) }
    if let askedCountry, asked == nil {
      asked = try lookUp(.countryUnknown, "") { () throws(CasebookError) in
        try casebook.country(askedCountry)
      }
      if asked == nil { return nil }
    }
    if let chosen, let asked, chosen.country != asked.code {
      findings.append(.make(.authorityOtherCountry, "authority", .term(chosen.country), .term(asked.code)))
    }
    var filing = asked
    if filing == nil, let chosen { filing = try open(chosen.country) }
    if filing == nil {
      guard matter.person.country != nil else { return nil }
      guard let residence else {
        let known = try casebook.countries().joined(separator: ", ")
        findings.append(.make(.countryUnknown, "person.country", .words(CheckingMessage.dataFor, .term(known))))
        return nil
      }
      filing = residence
    }
    if let filing, let own = matter.person.country, own.code != filing.code,
      matter.basis ?? .residence == .residence
    {
      findings.append(
        .make(
          .residenceMismatch, matter.authority == nil ? "person.country" : "authority", .term(filing.code),
          .term(own.code)))
    }
    return filing
  }

  private mutating func authority(
    in country: Country, chosen: Authority?, residence: Country?
  ) throws(CasebookError) -> Authority? {
    // An identifier nobody knows has its finding; the postcode is no second guess at what was meant.
    if matter.authority != nil { return chosen }
    if country.authorities.count == 1 { return try casebook.authority(country.authorities[0]) }
    let known = FindingParameter.term(country.authorities.joined(separator: ", "))
    let basis = matter.basis ?? .residence
    if basis != .residence || country.code != matter.person.country?.code {
      if matter.person.country != nil {
        findings.append(.make(.authorityNeeded, "authority", .term(basis.rawValue), known))
      }
      return nil
    }
    let postcode = matter.person.postalCode
    guard !postcode.isEmpty, country.isPostcode(postcode) else { return nil }
    switch try casebook.authorities(of: country, forPostcode: postcode) {
    case .one(let id): return try casebook.authority(id)
    case .several(let ids):
      findings.append(
        .make(.postcodeStraddles, "person.postal_code", .term(ids.joined(separator: ", "))))
    case .customer: findings.append(.make(.postcodeCustomer, "person.postal_code", known))
    case .unknown:
      findings.append(.make(.postcodeUnknown, "person.postal_code", .term(country.code), known))
    }
    return nil
  }

  private mutating func checkPostcode(_ residence: Country?) {
    let postcode = matter.person.postalCode
    guard let residence, !postcode.isEmpty, !residence.isPostcode(postcode) else { return }
    findings.append(
      .make(.postcodeMalformed, "person.postal_code", .term(residence.code), .term(residence.postcodePattern)))
  }

  private mutating func language(
    for country: Country?, _ chosen: Authority?
  ) throws(CasebookError) -> Language? {
    let casebook = casebook
    guard var tag = askedLanguage ?? matter.language ?? country?.language else { return nil }
    // A State may have words of its own: `de` in Switzerland is `de-CH`.
    if let country, !tag.contains("-") {
      let own = "\(tag)-\(country.code)"
      if try casebook.languages().contains(own) { tag = own }
    }
    return try lookUp(.languageUnknown, "language") { () throws(CasebookError) in try casebook.language(tag) }
  }

  /// Whether the campaign has documents of the kind in the country, and in the language.
  private mutating func checkText(
    _ campaign: Campaign, _ language: Language, _ country: Country
  ) throws(CasebookError) {
    let folder = country.templateFolder(of: campaign.id)
    let written = try casebook.languages(of: kind.id, in: folder)
    if written.isEmpty {
      var known: [String] = []
      for kind in try casebook.kinds() where try !casebook.languages(of: kind.id, in: folder).isEmpty {
        known.append(kind.id)
      }
      if known.isEmpty {
        var others: [String] = []
        for code in try casebook.countries() where try casebook.country(code).ownLaw == nil { others.append(code) }
        let known = FindingParameter.term(others.joined(separator: ", "))
        findings.append(.make(.countryUnknown, "campaign", .words(CheckingMessage.dataFor, known)))
      } else {
        findings.append(.make(.campaignNoKind, "campaign", .list(known.map { .term($0) })))
      }
    } else if !written.contains(where: { $0.prefix { $0 != "-" } == language.tag.prefix { $0 != "-" } }) {
      findings.append(.make(.campaignNoLanguage, "language", .list(written.map { .term($0) })))
    }
  }

  private mutating func checkLanguage(
    _ language: Language, _ authority: Authority, _ country: Country
  ) throws(CasebookError) {
    // A letter to the controller may be in any language, unless it rests on a law that only some of them have.
    guard kind.recipient == .authority || country.ownLaw != nil else { return }
    let taken = authority.languages.value
    let primary = language.tag.prefix { $0 != "-" }
    guard !taken.contains(where: { $0.prefix { $0 != "-" } == primary }) else { return }
    // Every language that is taken is written; another may be, for the person to read.
    let written = try casebook.languagesOfText(in: authority.country)
    if written.contains(String(primary)) {
      findings.append(.make(.languageNotTaken, "language", .term(taken.joined(separator: ", "))))
    } else {
      findings.append(.make(.languageNotWritten, "language", .term(written.joined(separator: ", "))))
    }
  }
}
