import Matter

/// A State: its authorities and how to choose among them, its procedural law, its letters and its holidays.
public struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2, such as `DE`.
  public var code: String
  /// Other codes in use, such as `EL` for Greece and `UK` for the United Kingdom.
  public var aliases: [String]
  /// The name by language tag.
  public var names: Localized
  /// The language of a complaint there unless another is asked for, such as `de-AT`.
  public var language: String
  /// How the authority is found.
  public var choice: AuthorityChoice
  /// The identifiers of all authorities that a complaint against a company can go to.
  public var authorities: [String]
  /// The parts of the State that have an authority of their own; empty where there is one authority.
  public var parts: [Part]
  /// How postcodes look there: `9` is a digit, `A` a letter, `X` either; a space may be left out or a hyphen; `|` stands
  /// between forms.
  public var postcodePattern: String
  /// Whether a postcode may begin with 0, which a spreadsheet drops.
  public var hasPostcodesFromZero: Bool
  /// What is said otherwise there because a law of its own holds and not the GDPR; `nil` where the GDPR does.
  public var ownLaw: OwnLaw?
  /// The national act that gives effect to the GDPR, or the one that stands in its place, such as `law:DE/BDSG/40`.
  public var supervisionProvision: String?
  /// How a letter carries its address.
  public var addressLayout: AddressLayout
  /// The fictitious person of the bundled example.
  public var sample: SamplePerson
  /// Time limits for the complainant.
  public var limits: [TimeLimit]
  /// What a complaint must contain by national law.
  public var requirements: [Requirement]
  /// Whether the controller must have been asked before.
  public var priorContact: PriorContact
  /// Whether a complaint must be signed.
  public var signature: SignatureRule
  /// What an answer that came late means there.
  public var lateAnswer: LateAnswerRule
  /// Data of identification that the authority wants and that are asked for, printed, and not kept.
  public var identityPrompts: [IdentityPrompt]
  /// When a procedure or a time limit stands still.
  public var suspensions: [Suspension]
  /// What national law asks of the authority once a complaint was lodged, beside the Regulation.
  public var duties: [AuthorityDuty]
  /// Public holidays of the whole State.
  public var holidays: [Holiday]
  /// Public holidays of parts of the State, beside those of the whole.
  public var partHolidays: [String: [Holiday]]
  /// Where the holidays come from.
  public var holidaysProvenance: Provenance

  /// Ways of finding the authority.
  public enum AuthorityChoice: String, CaseIterable, Hashable, Sendable {
    /// There is one.
    case single
    /// The postcode of the residence gives the part of the State.
    case postcode
    /// The complainant's language decides.
    case language
  }

  /// A part of a State with an authority of its own.
  public struct Part: Hashable, Sendable {
    /// ISO 3166-2, such as `DE-SN`.
    public var code: String
    /// The name by language tag.
    public var names: Localized
    /// The authority for companies' processing.
    public var authority: String
  }

  /// The public holidays kept in the whole State and, if a part is named, in that part.
  public func holidays(in part: String? = nil) -> [Holiday] {
    holidays + (part.flatMap { partHolidays[$0] } ?? [])
  }

  /// The days of those holidays in one year, in order.
  public func holidays(in part: String? = nil, year: Int) -> [CivilDate] {
    Set(holidays(in: part).compactMap { $0.day(in: year) }).sorted()
  }

  /// The part of the State with a code.
  public func part(_ code: String) -> Part? { parts.first { $0.code == code } }

  /// Whether a text looks like a postcode of this State.
  public func isPostcode(_ text: String) -> Bool {
    postcodePattern.split(separator: "|").contains { Self.fits(text, $0) }
  }

  private static func fits(_ text: String, _ pattern: Substring) -> Bool {
    var rest = Substring(text.uppercased())
    for symbol in pattern {
      if symbol == " " {
        if rest.first == " " || rest.first == "-" { rest.removeFirst() }
        continue
      }
      guard let character = rest.popFirst(), character.isASCII else { return false }
      let fits =
        switch symbol {
        case "9": character.isNumber
        case "A": character.isLetter
        default: character.isNumber || character.isLetter
        }
      guard fits else { return false }
    }
    return rest.isEmpty
  }
}

/// The person of the bundled example, who obviously does not exist.
public struct SamplePerson: Hashable, Sendable {
  /// Given name.
  public var givenName: String
  /// Family name.
  public var familyName: String
  /// Street and house number.
  public var street: String
  /// Postcode.
  public var postalCode: String
  /// Town.
  public var city: String
  /// The words of a person's own reasons in the example, in the country's language.
  public var grounds: String
  /// What the example person says is still open today, in the country's language.
  public var today: String
}
