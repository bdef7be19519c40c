import Casebook
import Matter

/// What is known beside the matter on the day of the document: dates of the campaign, law of the country, holidays.
///
/// The casebook gives it; checking and inference are pure functions of a matter and of this.
public struct Circumstances: Hashable, Sendable {
  /// A version of the controller's policy for Europe.
  public struct Policy: Hashable, Sendable {
    /// What a version brought that matters for a complaint.
    public enum Addition: String, CaseIterable, Hashable, Sendable {
      /// The interests relied on are named (Article 13(1)(d)).
      case interestsNamed = "interests_named"
      /// Content that others share about the person.
      case othersContent = "others_content"
      /// People without an account.
      case peopleWithoutAccount = "people_without_account"
      /// Chats with the controller's AI, of all registered users.
      case aiChats = "ai_chats"
      /// Information from partners and other third parties.
      case partners
    }

    /// The day it took effect.
    public var effective: CivilDate
    /// What it brought.
    public var adds: Set<Addition>
  }

  /// A national time limit for the complainant.
  public struct Limit: Hashable, Sendable {
    /// What sets it going.
    public enum Event: Hashable, Sendable {
      /// Knowledge, the infringement itself, the controller's decision, or the last contact with the controller.
      case knowledge, infringement, decision, lastContact
    }

    /// What sets it going.
    public var event: Event
    /// Its length.
    public var length: CivilPeriod
    /// Whether a complaint after its end is known to be barred.
    public var isPreclusive = true
    /// The provision as messages name it.
    public var law: String
  }

  /// What a case before a court about the same does to a complaint.
  public struct Court: Hashable, Sendable {
    /// Whether the authority may wait, or does not examine the complaint.
    public var effect: Suspension.CourtEffect
    /// The provision as messages name it.
    public var law: String
  }

  /// A way of objecting that the campaign knows.
  public struct Way: Hashable, Sendable {
    /// The word for it.
    public var channel: Objection.Channel
    /// Whether it is a form for data that come from others.
    public var isForOthersData: Bool
    /// The first day on which it was open.
    public var from: CivilDate?
    /// The last day on which it was open.
    public var until: CivilDate?
  }

  /// The day of the document: nothing later is known.
  public var date: CivilDate
  /// Periods of Union law, with the holidays of the controller's State and of the complainant's.
  public var calendar: Calendar1182
  /// The first day personal data were used; `nil` where it is not known.
  public var processingStart: CivilDate?
  /// The versions of the policy, in the order they took effect, later ones than the document included.
  public var policies: [Policy]
  /// The day up to which the campaign's list of versions is complete.
  public var policiesKnownUntil: CivilDate
  /// The words for the controller's services, `none` among them; empty while the campaign is not known.
  public var platforms: [String]
  /// What must be said of every account.
  public var accountFacts: [AccountFact]
  /// The ways of objecting; empty while the campaign is not known.
  public var ways: [Way]
  /// The time limits of the country the complaint is lodged in.
  public var limits: [Limit]
  /// What a case before a court about the same does to the complaint.
  public var court: Court?
  /// The country the complaint is lodged in; `nil` if not known.
  public var country: CountryCode?
  /// Whether proof of an earlier objection is a condition there.
  public var mustProveObjection: Bool
  /// The provision that asks for that proof.
  public var proofLaw: String?
  /// Whether a signature is a condition there.
  public var needsSignature: Bool
  /// The provision that asks for the signature.
  public var signatureLaw: String?
  /// The controller as its European policy names it, which an exhibit of that policy must contain.
  public var controllerName: String
  /// What the controller was called before.
  public var formerNames: [String]
  /// The domains that its mails come from, each with all below it; empty if not known.
  public var mailDomains: [String]
  /// Names that show that a policy is not the European one.
  public var otherControllers: [String]

  /// The policy versions in effect on the day of the document.
  public var knownPolicies: LazyFilterSequence<[Policy]> { policies.lazy.filter { [date] in $0.effective <= date } }

  /// Whether the processing had begun on the day of the document, as far as that is known.
  public var hasProcessingStarted: Bool { processingStart.map { $0 <= date } ?? true }

  /// The way of objecting with a word.
  public func way(_ channel: Objection.Channel) -> Way? { ways.first { $0.channel == channel } }

  /// The first version that brought something, if it was in effect on the day of the document.
  public func firstPolicy(adding addition: Policy.Addition) -> Policy? {
    knownPolicies.first { $0.adds.contains(addition) }
  }
}
