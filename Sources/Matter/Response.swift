/// What the controller answered, the latest if there were several.
public struct Response: Hashable, Sendable {
  /// The kinds of answer.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Nothing came.
    case none
    /// Only an automatic confirmation came.
    case automatic
    /// Refused.
    case refused
    /// Accepted, wholly or in part.
    case accepted
    /// More was asked of the person.
    case moreAsked = "more_asked"
    /// The month was extended.
    case extended
    /// Something else was written.
    case other
  }

  /// What an acceptance says of its own reach.
  public enum Limit: String, CaseIterable, Hashable, Sendable {
    /// Only the future.
    case futureOnly = "future_only"
    /// Only public content.
    case publicOnly = "public_only"
    /// Only one account.
    case oneAccount = "one_account"
    /// To be said again later.
    case mustRepeat = "must_repeat"
  }

  /// The kind, if said.
  public var kind: Kind?
  /// When it came.
  public var date: DateRange?
  /// Its words.
  public var text: String?
  /// The language of those words, as a BCP 47 tag.
  public var textLanguage: String?
  /// The limits its own words name, in the order given.
  public var limits: [Limit] = []
  /// Whether it says why.
  public var reasonsGiven: YesNoUnknown?
  /// Whether it names the authority and the courts, as Article 12(4) GDPR demands.
  public var remediesNamed: YesNoUnknown?
  /// Up to which day the person has looked for an answer, or for a further one after the answer described here.
  public var checkedUntil: CivilDate?
  /// When the person answered a question of the controller.
  public var answeredOn: CivilDate?

  /// An answer nothing is known of.
  public init() {}
}

/// What the person tells the authority now.
public struct Grounds: Hashable, Sendable {
  /// The person's own words; never filled in.
  public var text = ""
  /// Their language, as a BCP 47 tag; that of the complaint if not said.
  public var language: String?

  /// No grounds.
  public init() {}
}

/// What is open today, and which data are touched.
public struct Effects: Hashable, Sendable {
  /// Kinds of content in which the person's data stand.
  public enum Content: String, CaseIterable, Hashable, Sendable {
    /// The person's own, or what others posted.
    case posts, comments, photos
    case othersPosts = "others_posts"
  }

  /// Special categories of Article 9(1) GDPR, by kind only.
  public enum Special: String, CaseIterable, Hashable, Sendable {
    /// A category.
    case health, religion, politics, union, origin, sexuality
  }

  /// How minors are touched.
  public enum Minors: String, CaseIterable, Hashable, Sendable {
    /// Own chats before the age of 18.
    case ownChatsUnder18 = "own_chats_under_18"
    /// Content posted before the age of 18.
    case postedAsMinor = "posted_as_minor"
    /// A child in what others posted.
    case childInOthersPosts = "child_in_others_posts"
  }

  /// What is not settled today, in the person's words.
  public var today = ""
  /// Their language, as a BCP 47 tag; that of the complaint if not said.
  public var todayLanguage: String?
  /// Kinds of content, in the order given.
  public var content: [Content] = []
  /// Special categories, in the order given.
  public var special: [Special] = []
  /// How minors are touched.
  public var minors: Minors?

  /// No effects said.
  public init() {}
}
