/// An objection under Article 21(1) GDPR, or an attempt at one.
public struct Objection: Hashable, Sendable {
  /// The way an objection went, by the campaign's word for it.
  public struct Channel: RawRepresentable, Hashable, Sendable {
    /// The word, such as `form_2025`; which words there are, the campaign says.
    public var rawValue: String

    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A mail.
    public static let email = Channel(rawValue: "email")
    /// A letter.
    public static let post = Channel(rawValue: "post")
    /// Tried, and it could not be sent.
    public static let failedAttempt = Channel(rawValue: "failed_attempt")
  }

  /// Whether it is known what was written to the controller then.
  public enum ReasonsKnown: String, CaseIterable, Hashable, Sendable {
    /// The words are known.
    case text
    /// No reason was given.
    case noneGiven = "none_given"
    /// The person no longer knows.
    case unknown
  }

  /// What else was asked of the controller in the same letter.
  public enum Request: String, CaseIterable, Hashable, Sendable {
    /// Erasure, Article 17.
    case erasure
    /// Restriction, Article 18.
    case restriction
    /// Access, Article 15.
    case access
  }

  /// When, and what that rests on.
  public var date: DateRange?
  /// The time of day, if known.
  public var time: TimeOfDay?
  /// How it was sent.
  public var channel: Channel?
  /// The address of the form.
  public var url: String?
  /// The accounts it named, numbered from 1; empty means not said.
  public var accounts: [Int] = []
  /// Whether the reasons given then are known.
  public var reasonsKnown: ReasonsKnown?
  /// What was written to the controller then, verbatim.
  public var reasons: String?
  /// The language of those words, as a BCP 47 tag.
  public var reasonsLanguage: String?
  /// Whether a code was asked for and entered.
  public var codeEntered: YesNoUnknown?
  /// The day receipt was confirmed.
  public var acknowledgedOn: CivilDate?
  /// What else was asked for, in the order given.
  public var alsoRequested: [Request] = []

  /// An objection nothing is known of.
  public init() {}
}

/// A notice of the controller that reached the person.
public struct Notice: Hashable, Sendable {
  /// How a notice reached the person.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// By mail.
    case mail
    /// Inside the service.
    case inApp = "in_app"
    /// Only by a changed policy.
    case policy
  }

  /// When.
  public var date: DateRange?
  /// How.
  public var kind: Kind?

  /// A notice nothing is known of.
  public init() {}
}

/// A reminder to the controller.
public struct Reminder: Hashable, Sendable {
  /// How a reminder can have gone.
  public enum Channel: String, CaseIterable, Hashable, Sendable {
    /// By mail, by a form or by letter.
    case email, form, post
  }

  /// When.
  public var date: DateRange?
  /// How.
  public var channel: Channel?

  /// A reminder nothing is known of.
  public init() {}
}

/// Something that stood in the way of objecting.
public struct Hardship: Hashable, Sendable {
  /// Where it happened.
  public enum Step: String, CaseIterable, Hashable, Sendable {
    /// A step of the form, or something else.
    case login, reason, code, country, attachment, other
  }

  /// The step.
  public var step: Step?
  /// What happened, in the person's words.
  public var description = ""

  /// A hardship nothing is known of.
  public init() {}
}
