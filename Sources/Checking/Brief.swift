import Casebook
import Matter

/// A complete matter with everything resolved that a document says: what composition works from.
public struct Brief: Sendable {
  /// The kind of document.
  public let kind: DocumentKind
  /// The matter.
  public let matter: Matter
  /// The day of the document.
  public let date: CivilDate
  /// The campaign.
  public let campaign: Campaign
  /// Whom it is against.
  public let controller: Party
  /// Whether the controller's seat is outside the European Economic Area.
  public let isControllerOutside: Bool
  /// The country the complaint is lodged in.
  public let country: Country
  /// The authority a complaint goes to; `nil` only in a letter to the controller that needs none.
  public let authority: Authority?
  /// The language it is written in.
  public let language: Language
  /// What ties it to that country (Article 77(1) GDPR).
  public let basis: FilingBasis
  /// Dates, policies, limits and holidays it was resolved with.
  public let circumstances: Circumstances
  /// The objections, oldest first.
  public let objections: [ResolvedObjection]
  /// What the controller answered; `nil` only in a letter that need not say it.
  public let outcome: Response.Kind?
  /// The scenarios, each with the fields it rests on.
  public let scenarios: [Scenario: [String]]
  /// The statements that may be made, each with the fields that make them true.
  public let flags: [BriefFlag: [String]]
  /// The infringements that may be pleaded.
  public let grounds: [OpenGround]
  /// The rights whose exercise may be ordered (Article 58(2)(c)): the objection and what was requested with it.
  public let requested: [Objection.Request]
  /// What a time limit of national law can run from.
  public let events: [CaseEvent]
  /// The last day of the national time limit, if there is one.
  public let limitEnd: CivilDate?

  /// What the authority asks for beside the matter, to be printed and kept nowhere.
  public var identity: [IdentityDatum] = []

  /// A datum of identification.
  public struct IdentityDatum: Hashable, Sendable {
    /// What it is called in the language of the document.
    public let label: String
    /// As typed.
    public let value: String

    /// Makes one.
    public init(label: String, value: String) { (self.label, self.value) = (label, value) }
  }

  /// The objections that reached the controller, oldest first.
  public var received: [ResolvedObjection] { objections.filter(\.isReceived) }
  /// The objection the answer answers.
  public var answered: ResolvedObjection? { objections.first { $0.reply == .answered || $0.isExtended } }
  /// The objections of which it may be said that no answer came in time.
  public var missed: [ResolvedObjection] { objections.filter(\.isMissed) }
  /// The last day for the answer to the newest objection whose time limit was missed, or whose answer came late.
  public var answerDue: CivilDate? { missed.last?.due ?? (answered?.isAnsweredLate == true ? answered?.due : nil) }
  /// The newest event of the person's own case: what a statement on timeliness rests on, at its earliest day.
  public var newestEvent: CaseEvent? { events.last(where: \.isOwn) }
  /// The policy in force when an objection was made; `nil` if its date does not tell.
  public func policy(before objection: ResolvedObjection) -> PolicyVersion? {
    objection.policyBefore.flatMap { day in campaign.policies.first { $0.effective == day } }
  }
  /// The policies that came after an objection, up to the day of the document.
  public func policies(after objection: ResolvedObjection) -> [PolicyVersion] {
    campaign.policies.filter { objection.policiesAfter.contains($0.effective) }
  }
  /// The campaign's facts that were known on the day of the document and may stand in what a person signs.
  public var facts: [DatedFact] { campaign.facts(knownOn: date) }
  /// The keys of the campaign's gates that are open: for a range of dates only if they are open at both its ends.
  public var openGates: [String] {
    campaign.gates.filter { gate in
      switch gate.subject {
      case .document: gate.isOpen(on: date)
      case .objection:
        received.last.map { gate.isOpen(on: $0.date.earliest) && gate.isOpen(on: $0.date.latest) } ?? false
      case .event: newestEvent.map { gate.isOpen(on: $0.date) } ?? false
      }
    }.map(\.key)
  }
  /// The policies in effect on the day of the document.
  public var policies: [PolicyVersion] { campaign.policies.filter { $0.effective <= date } }

  /// The name of a service, by the matter's word for it.
  public func name(of platform: Account.Platform) -> String {
    guard let product = campaign.products.first(where: { $0.id == platform.rawValue }) else {
      return platform.rawValue
    }
    return product.name ?? controller.name
  }

  /// Whether a scenario can be used in the campaign.
  public func isEnabled(_ scenario: Scenario) -> Bool { campaign.ground(scenario.rawValue)?.isEnabled ?? true }

  /// Town and postcode of the person as lines of an address, in the order of their country where that is known.
  public var townLines: [String] {
    let person = matter.person
    let isLast = person.country?.code == country.code && country.addressLayout.postcodeIsLast
    return isLast ? [person.city, person.postalCode] : [person.postalCode + " " + person.city]
  }

  /// How the document is delivered, where the recipient is an authority.
  public var channel: Channel? { kind.recipient == .authority ? authority?.preferredChannel : nil }

  /// The recipient's short name.
  public var recipientName: String {
    switch kind.recipient {
    case .authority: authority?.shortName ?? ""
    case .controller: controller.name
    case .organisation: matter.organisation?.organisation.name ?? ""
    }
  }

  /// The organisation that writes in the person's place; in what goes to itself, the person does.
  public var representing: OrganisationPart? { kind.recipient == .organisation ? nil : matter.representing }

  init?(_ checker: Checker, _ venue: Venue) {
    let recipient = venue.kind.recipient
    guard let language = venue.language, recipient == .controller || venue.authority != nil,
      recipient != .organisation || checker.matter.organisation != nil
    else { return nil }
    kind = venue.kind
    matter = checker.matter
    date = checker.date
    campaign = venue.campaign
    controller = venue.controller
    isControllerOutside = venue.isControllerOutside
    country = venue.country
    authority = venue.authority
    self.language = language
    basis = checker.matter.basis ?? .residence
    circumstances = checker.circumstances
    objections = checker.objections
    outcome = checker.matter.response.kind
    scenarios = checker.scenarios.filter { venue.campaign.ground($0.key.rawValue)?.isEnabled ?? true }
    flags = checker.flags()
    grounds = checker.openGrounds(flags)
    requested = Objection.Request.allCases.filter { request in
      checker.received.contains { $0.requests.contains(request) }
    }
    events = checker.events
    limitEnd = checker.limitEnd
  }
}
