import Matter

/// What is known about one controller's processing: parties, dated facts, objection channels, outcomes and grounds.
public struct Campaign: Hashable, Sendable {
  /// The identifier, which is also the folder's name, such as `meta-ai`.
  public var id: String
  /// The title by language tag, for lists.
  public var titles: Localized
  /// The day up to which the facts were collected; nothing later was looked for.
  public var asOf: CivilDate
  /// Whether it is meant where somebody names none.
  public var isDefault: Bool
  /// Whether the interview's questions are about it.
  public var hasInterview: Bool
  /// The respondent; `nil` where the matter names it.
  public var controller: Party?
  /// A second respondent named for the case that it decides on purposes and means.
  public var alternative: Party?
  /// The services concerned, by the platform's word in a matter.
  public var products: [Product]
  /// What a matter must say of every account.
  public var accountFacts: [AccountFact]
  /// The Land of the controller's German establishment, ISO 3166-2 (§ 19 BDSG).
  public var germanEstablishmentLand: Fact<String>?
  /// The first day of the processing; `nil` where it is not known.
  public var processingStart: Fact<CivilDate>?
  /// The legal basis the controller names, such as `gdpr:6(1)(f)`; `nil` where it is not known.
  public var legalBasis: Fact<String>?
  /// Dated facts in the order of their dates.
  public var timeline: [DatedFact]
  /// The domains that the controller's mails come from, each with all below it; empty if not known.
  public var mailDomains: [String]
  /// The privacy policies in the order of their effect.
  public var policies: [PolicyVersion]
  /// The ways of objecting the controller opened.
  public var channels: [ObjectionChannel]
  /// Statements that may be made for some dates only.
  public var gates: [Gate]
  /// What the controller can have answered, and the scenario each answer leads to.
  public var outcomes: [Outcome]
  /// Scenarios and grounds.
  public var grounds: [Ground]
  /// What is otherwise in single States, by their codes.
  public var national: [String: National]

  /// What is otherwise in a State: the company that answers for its people, and since when.
  public struct National: Hashable, Sendable {
    /// The respondent; the campaign's if `nil`.
    public var controller: Party?
    /// The first day of the processing; the campaign's if `nil`.
    public var processingStart: Fact<CivilDate>?
    /// Whether the campaign's versions of the policy are shown there.
    public var hasPolicies: Bool
  }

  /// The campaign as it is in a State.
  public func applied(in country: String) -> Campaign {
    guard let own = national[country] else { return self }
    var campaign = self
    if let controller = own.controller { (campaign.controller, campaign.alternative) = (controller, nil) }
    if let start = own.processingStart { campaign.processingStart = start }
    if !own.hasPolicies { campaign.policies = [] }
    return campaign
  }

  /// The ground with a letter.
  public func ground(_ id: String) -> Ground? { grounds.first { $0.id == id } }

  /// The gate with a key.
  public func gate(_ key: String) -> Gate? { gates.first { $0.key == key } }

  /// The channel with a word of a matter.
  public func channel(_ word: Objection.Channel) -> ObjectionChannel? { channels.first { $0.id == word.rawValue } }

  /// The policy in force on a day.
  public func policy(on date: CivilDate) -> PolicyVersion? { policies.last { $0.effective <= date } }

  /// The policies that took effect after a day, up to and including another.
  public func policies(after date: CivilDate, through last: CivilDate) -> [PolicyVersion] {
    policies.filter { $0.effective > date && $0.effective <= last }
  }

  /// The facts that were known on a day and may stand in what a person signs.
  public func facts(knownOn date: CivilDate) -> [DatedFact] { timeline.filter { $0.date <= date && $0.isCitable } }
}

/// A company.
public struct Party: Hashable, Sendable {
  /// The exact legal name.
  public var name: String
  /// The postal address without name and country.
  public var address: [String]
  /// The State, ISO 3166-1 alpha-2.
  public var country: String
  /// Names it bore before.
  public var formerNames: [String]
  /// Where this is known from.
  public var provenance: Provenance
}

extension Party {
  /// The controller as a matter names it: only what the person says, and nothing is known of its history.
  public init(_ named: Respondent) {
    self.init(
      name: named.name, address: named.address, country: named.country?.code ?? "", formerNames: [],
      provenance: Provenance(source: "the matter", confidence: .medium))
  }
}

/// A service of the controller.
public struct Product: Hashable, Sendable {
  /// The word a matter uses, such as `facebook`.
  public var id: String
  /// The name, such as `Facebook`; `nil` where it is the controller's own.
  public var name: String?
}

/// What a matter can say of an account, and must where it matters for the campaign.
public enum AccountFact: String, CaseIterable, Hashable, Sendable {
  /// Whether anything was ever public.
  case publicContent = "public_content"
  /// Whether there were chats with the controller's AI.
  case aiChats = "ai_chats"
}

/// Something that happened on a day.
public struct DatedFact: Hashable, Sendable {
  /// The kinds.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What the controller announced, did, or told people.
    case announcement, processing, notice
    /// What an authority or the Board said, and what a court decided.
    case authority, court
    /// A change of the law.
    case law
  }

  /// The key templates use, such as `start_announced`.
  public var key: String
  /// The day, or the first day of a period.
  public var date: CivilDate
  /// The kind.
  public var kind: Kind
  /// What happened, in English; the sentence that is printed stands in the templates.
  public var meaning: String
  /// The page or document to name as the source.
  public var reference: String?
  /// Where it was read and how sure it is.
  public var provenance: Provenance

  /// Whether it may stand in what a person signs.
  public var isCitable: Bool { provenance.confidence > .low }
}

/// One version of the privacy policy.
public struct PolicyVersion: Hashable, Sendable {
  /// What a version brought that matters here.
  public enum Addition: String, CaseIterable, Hashable, Sendable {
    /// AI technology as a purpose, and a test that asks less than "override" of the controller's grounds.
    case aiPurpose = "ai_purpose"
    /// The lowered test for an objection ("not outweighed by your interests").
    case loweredThreshold = "lowered_threshold"
    /// The public content of adults.
    case ownPublicContent = "own_public_content"
    /// Legitimate interests named in so many words.
    case interestsNamed = "interests_named"
    /// Processing for third parties.
    case forThirdParties = "for_third_parties"
    /// Content that others create or share.
    case othersContent = "others_content"
    /// Persons who have no account.
    case withoutAccount = "without_account"
    /// What is written to and with the AI.
    case aiChats = "ai_chats"
    /// Registered users who are minors.
    case minors
    /// Information from partners and vendors.
    case partnerData = "partner_data"
  }

  /// The key templates use, such as `policy_2025_06_16`.
  public var key: String
  /// The day it took effect.
  public var effective: CivilDate
  /// The company it names as controller.
  public var entity: String
  /// What it added.
  public var adds: [Addition]
  /// What it says, in English.
  public var meaning: String
  /// Where it was read and how sure it is.
  public var provenance: Provenance
}

/// A way of objecting.
public struct ObjectionChannel: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A form of the controller for one's own data, or for data that come from others.
    case form
    case othersForm = "others_form"
    /// A setting of the service.
    case setting
    /// Mail and letter, which need nothing of the controller's.
    case email, post
    /// Tried, and it could not be sent.
    case attempt
  }

  /// The word a matter uses, such as `form_2025`.
  public var id: String
  /// What it is.
  public var kind: Kind
  /// Its name by language, for the interview; empty where it needs none.
  public var labels: Localized
  /// The page, if one is known.
  public var url: String?
  /// The first and the last day on which it is known to have been there.
  public var from: CivilDate?, until: CivilDate?
  /// Whether a reason had to be given; `unknown` where it is not known.
  public var reason: Demand
  /// Whether a login was needed.
  public var login: YesNoUnknown
  /// Whether a code sent by mail had to be entered.
  public var code: YesNoUnknown
  /// Whether files could be attached.
  public var attachments: YesNoUnknown
  /// What it was like, in English.
  public var meaning: String
  /// Where it was read and how sure it is.
  public var provenance: Provenance

  /// How far something was asked for.
  public enum Demand: String, CaseIterable, Hashable, Sendable {
    /// Had to be given, could be given, was not asked, or is not known.
    case mandatory, optional, none, unknown
  }
}

/// A statement that is true, or a rule that holds, for some dates only.
public struct Gate: Hashable, Sendable {
  /// What date decides.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// The day of the objection, of the event complained of, or of the document.
    case objection, event, document
  }

  /// The key of the check or the template flag, such as `ground.13.no_interest_named`.
  public var key: String
  /// What date decides.
  public var subject: Subject
  /// The first day on which it may be said; `nil` for no bound.
  public var from: CivilDate?
  /// The last day on which it may be said; `nil` for no bound.
  public var until: CivilDate?
  /// What may be said then, in English.
  public var meaning: String
  /// Where this is known from.
  public var provenance: Provenance

  /// Whether it may be said for a day.
  public func isOpen(on date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
}

/// An answer of the controller.
public struct Outcome: Hashable, Sendable {
  /// The word a matter uses, such as `refused`.
  public var kind: Response.Kind
  /// The ground it leads to; `nil` where the person's other facts decide.
  public var ground: String?
  /// Whether the answer must be older than the month of Article 12(3) GDPR before it can be complained of.
  public var waitsForMonth: Bool
}

/// A scenario or a ground.
public struct Ground: Hashable, Sendable {
  /// Whether it stands alone or beside others.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// One of them carries the complaint; any number come on top.
    case main, addition
  }

  /// The letter, such as `c`.
  public var id: String
  /// The key templates use, such as `accepted_limited`.
  public var key: String
  /// Its name, in English.
  public var name: String
  /// Its role.
  public var role: Role
  /// Whether it can be used in this campaign.
  public var isEnabled: Bool
  /// Why it cannot, or what to mind, in English.
  public var note: String?
  /// The provisions it rests on, the central ones first.
  public var provisions: [String]
}
