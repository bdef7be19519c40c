import Casebook
import Matter

extension Questionnaire {
  /// What the answer to the first question says when somebody wants to complain where they work.
  static let workplace = "work"

  /// Country, postcode, authority.
  mutating func whereto() throws(Halt) {
    var code = try ask(.country).word ?? ""
    if code == Self.workplace {
      try work()
      code = try ask(.residence).word ?? ""
    }
    matter.person.country = CountryCode(code)
    residence = try opening { (memory) throws(CasebookError) in try memory.country(code) }
    guard residence != nil || matter.basis == .work else { throw elsewhere(code) }
    postcodeCountry = residence
    let postcode = try ask(.postcode).word ?? ""
    matter.person.postalCode = postcode
    guard matter.basis != .work, let residence else { return }
    let found = try opening { (memory) throws(CasebookError) in
      try memory.authorities(of: residence, forPostcode: postcode)
    }
    if base.person.postalCode != postcode || base.person.country?.code != code { matter.authority = nil }
    var chosen = matter.authority
    if case .one(let id) = found {
      chosen = chosen ?? id
    } else if let id = try ask(.part, offering: Self.offer(found, residence)).word {
      matter.authority = id
      chosen = id
    }
    if let chosen { authority = try opening { (memory) throws(CasebookError) in try memory.authority(chosen) } }
  }

  /// The authority where the person works.
  private mutating func work() throws(Halt) {
    matter.basis = .work
    let code = try ask(.workCountry).word ?? ""
    let found = try opening { (memory) throws(CasebookError) in try memory.country(code) }
    guard let country = found else { throw elsewhere(code) }
    postcodeCountry = country
    var id = country.authorities.count == 1 ? country.authorities.first : nil
    if id == nil, answers[QuestionKey(.workPart)] != nil, answers[QuestionKey(.workPostcode)] == nil {
      // A matter does not say the postcode of the workplace, only the authority that it led to.
      id = try ask(.workPart, offering: country.authorities).word
    }
    if id == nil {
      let postcode = try ask(.workPostcode).word ?? ""
      let found = try opening { (memory) throws(CasebookError) in
        try memory.authorities(of: country, forPostcode: postcode)
      }
      if case .one(let only) = found {
        id = only
      } else {
        id = try ask(.workPart, offering: Self.offer(found, country)).word
      }
    }
    matter.authority = id
    if let id { authority = try opening { (memory) throws(CasebookError) in try memory.authority(id) } }
  }

  /// The authorities to choose from where the postcode does not decide.
  private static func offer(_ answer: AuthorityAnswer, _ country: Country) -> [String] {
    switch answer {
    case .one(let id): [id]
    case .several(let ids), .customer(let ids): ids.isEmpty ? country.authorities : ids
    case .unknown: country.authorities
    }
  }

  private func elsewhere(_ code: String) -> Halt {
    let name = context.script.countryName(code) ?? code
    return .end(context.script.isInUnion(code) ? .noData : .outside, ["country": name])
  }

  /// Whether the person may complain alone.
  mutating func age() throws(Halt) {
    switch try ask(.age).word {
    case "minor": throw .end(.minor, [:])
    case "parent": matter.age = .minor
    default:
      matter.age = .adult
      if base.age == .minor { matter.representative = nil }
    }
  }

  /// The accounts.
  mutating func accounts() throws(Halt) {
    var found: [Account] = []
    var isMore = true
    while isMore {
      let number = found.count + 1
      var account = base.accounts.count >= number ? base.accounts[number - 1] : Account()
      account.platform = try choice(.platform, number, as: Account.Platform.self)
      if account.platform == Account.Platform.none {
        account = Account()
        account.platform = Account.Platform.none
        found.append(account)
        break
      }
      account.handle = try ask(.handle, number).text ?? ""
      // The next question names it.
      matter.accounts = found + [account]
      account.email = try ask(.accountEmail, number).text
      account.publicContent = try yesNoUnknown(.publicContent, number)
      account.aiChats = try yesNoUnknown(.chats, number)
      found.append(account)
      isMore = try isYes(.anotherAccount, number)
    }
    matter.accounts = found
  }
}
