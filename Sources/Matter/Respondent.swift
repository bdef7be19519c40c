/// The controller as the person names it, and what it does with their data; for a campaign that names none itself.
public struct Respondent: Hashable, Sendable {
  /// The exact legal name.
  public var name = ""
  /// The postal address without name and country, line by line.
  public var address: [String] = []
  /// The State of its seat.
  public var country: CountryCode?
  /// The address for mail about data protection.
  public var email = ""
  /// What it does with the person's data, in the person's words.
  public var processing = ""
  /// What it does so for, in the person's words.
  public var purpose = ""
  /// The language of those words, as a BCP 47 tag.
  public var language: String?

  /// A controller nothing is known of.
  public init() {}
}
