/// An account the complaint is about.
public struct Account: Hashable, Sendable {
  /// A service of the controller, by the campaign's word for it.
  public struct Platform: RawRepresentable, Hashable, Sendable {
    /// The word, such as `facebook`; which words there are, the campaign says.
    public var rawValue: String

    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No account at all.
    public static let none = Platform(rawValue: "none")
  }

  /// Whether an account hangs together with the first one.
  public enum AccountsCentre: String, CaseIterable, Hashable, Sendable {
    /// In the same Accounts Centre, in another, or not known.
    case same, other, unknown
  }

  /// The service, if said.
  public var platform: Platform?
  /// The account's name or the link to the profile, personal.
  public var handle = ""
  /// The address the person logs in with, personal.
  public var email: String?
  /// Whether it is in the Accounts Centre of the first account.
  public var accountsCentre: AccountsCentre?
  /// Whether there was public content; `nil` if not asked.
  public var publicContent: YesNoUnknown?
  /// Since when there has been public content.
  public var publicContentSince: DateRange?
  /// Whether there were chats with the controller's AI; `nil` if not asked.
  public var aiChats: YesNoUnknown?
  /// Since when there have been such chats.
  public var aiChatsSince: DateRange?

  /// An account nothing is known of.
  public init() {}
}
