/// A file that proves something.
public struct EvidenceItem: Hashable, Sendable {
  /// What a file is evidence of.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// The objection itself.
    case objection
    /// The confirmation of receipt.
    case acknowledgement
    /// The controller's answer.
    case answer
    /// A notice of the controller.
    case notice
    /// A version of the controller's policy.
    case policy
    /// Settings of the account.
    case settings
    /// The reply to a request for access.
    case accessReply = "access_reply"
    /// A reminder.
    case reminder
    /// That the account is the person's.
    case account
    /// The power to act for the person.
    case mandate
    /// Anything else.
    case other
  }

  /// The path as given, relative to the matter file or `example:NAME` for a bundled file; personal.
  public var file = ""
  /// Which mail of a mailbox is meant: its number, from 1, or its Message-ID; personal.
  public var message: String?
  /// What it is evidence of.
  public var role: Role?
  /// The day it bears.
  public var date: DateRange?
  /// The company whose policy it is, as the policy names it; for a policy alone.
  public var entity: String?
  /// The day from which the policy applies; for a policy alone.
  public var effective: CivilDate?
  /// What stands under it.
  public var caption: String?
  /// What is to be seen, for those who cannot see it.
  public var alt: String?
  /// The words that matter in it.
  public var transcript: String?
  /// The language of those words, as a BCP 47 tag.
  public var language: String?
  /// The passage of its text that is shown; nil where all of it is.
  public var passage: Passage?
  /// What is blacked out in it; the original is not delivered then.
  public var redact: Redaction?

  /// A file nothing is known of.
  public init() {}

  /// Whether a file is a picture by its name, which somebody may not be able to see.
  public static func isPicture(named file: String) -> Bool {
    let name = file.lowercased()
    return [".png", ".jpg", ".jpeg", ".heic", ".heif", ".avif", ".webp", ".gif", ".tif", ".tiff"].contains {
      name.hasSuffix($0)
    }
  }
}

/// Earlier complaints and court actions about the same.
public struct PriorProceedings: Hashable, Sendable {
  /// A complaint lodged before.
  public struct Complaint: Hashable, Sendable {
    /// The authority, as the person names it.
    public var authority = ""
    /// When it was lodged.
    public var date: DateRange?
    /// The authority's number.
    public var reference: String?

    /// A complaint nothing is known of.
    public init() {}
  }

  /// The complaints, in the order given; `nil` if not asked, empty if there was none.
  public var complaints: [Complaint]?
  /// Whether there was or is a court action.
  public var court: YesNoUnknown?
  /// The court and its number.
  public var courtReference: String?
  /// Whether the person joined a collective action.
  public var collectiveAction: YesNoUnknown?

  /// Nothing said.
  public init() {}
}
