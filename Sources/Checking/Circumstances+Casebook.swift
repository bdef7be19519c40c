import Casebook
import Matter

extension Circumstances {
  /// Takes from the casebook what checking needs.
  init(campaign: Campaign, controller: Party, country: Country, calendar: Calendar1182, date: CivilDate) {
    let ways = campaign.channels.map { channel in
      Way(
        channel: Objection.Channel(rawValue: channel.id), isForOthersData: channel.kind == .othersForm,
        from: channel.from, until: channel.until)
    }
    self.init(
      date: date, calendar: calendar, processingStart: campaign.processingStart?.value,
      policies: campaign.policies.map { Policy($0) }, policiesKnownUntil: campaign.asOf,
      platforms: campaign.products.map(\.id) + [Account.Platform.none.rawValue], accountFacts: campaign.accountFacts,
      ways: ways,
      limits: country.limits.map { Limit($0) }, country: CountryCode(country.code),
      mustProveObjection: country.priorContact.mustProve && country.priorContact.need == .required,
      proofLaw: country.priorContact.provision.map(Self.inWords),
      needsSignature: country.signature.need != .none, signatureLaw: country.signature.provision.map(Self.inWords),
      controllerName: controller.name, formerNames: controller.formerNames,
      mailDomains: campaign.mailDomains,
      otherControllers: campaign.alternative.map { [$0.name] } ?? [])
    court =
      country.suspensions.compactMap { suspension in
        suspension.court.map { Court(effect: $0, law: Self.inWords(suspension.provision)) }
      }.first
  }

  /// A provision as messages name it: `law:AT/DSG/24(4)` becomes `DSG 24(4) (AT)`, `gdpr:77(1)` becomes `Art. 77(1) GDPR`.
  static func inWords(_ provision: String) -> String {
    let sides = provision.split(separator: ":", maxSplits: 1)
    guard sides.count == 2 else { return provision }
    if sides[0] == "gdpr" { return "Art. \(sides[1]) GDPR" }
    let parts = sides[1].split(separator: "/", maxSplits: 2)
    guard sides[0] == "law", parts.count == 3 else { return provision }
    return "\(parts[1]) \(parts[2]) (\(parts[0]))"
  }
}

extension Circumstances.Policy {
  fileprivate init(_ version: PolicyVersion) {
    self.init(
      effective: version.effective,
      adds: Set(
        version.adds.compactMap { addition in
          switch addition {
          case .interestsNamed: .interestsNamed
          case .othersContent: .othersContent
          case .withoutAccount: .peopleWithoutAccount
          case .aiChats: .aiChats
          case .partnerData: .partners
          case .aiPurpose, .loweredThreshold, .ownPublicContent, .forThirdParties, .minors: nil
          }
        }))
  }
}

extension Circumstances.Limit {
  fileprivate init(_ limit: TimeLimit) {
    let event: Event =
      switch limit.event {
      case .knowledge: .knowledge
      case .infringement: .infringement
      case .decision: .decision
      case .lastContact: .lastContact
      }
    self.init(
      event: event, length: limit.length, isPreclusive: limit.isPreclusive, law: Circumstances.inWords(limit.provision))
  }
}
