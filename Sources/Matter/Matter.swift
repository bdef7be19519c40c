/// One person's case, as the person said it.
///
/// A matter may be incomplete: what was not said is `nil`, an empty list or an empty string, and never a guess.
/// Checking says what is missing; only a complete matter becomes a complaint.
public struct Matter: Hashable, Sendable {
  /// The campaign it belongs to, such as `meta-ai`.
  public var campaign = ""
  /// The person's or the group's own reference: safe in file names, not personal.
  public var reference = ""
  /// The language of the complaint, if another than the authority's was asked for.
  public var language: String?
  /// The authority, where the postcode is not enough or another one was chosen.
  public var authority: String?
  /// What ties the complaint to the authority's State; residence if not said.
  public var basis: FilingBasis?
  /// Whom it is against, in a campaign that leaves this to the matter.
  public var controller: Respondent?
  /// The complainant.
  public var person = Person()
  /// The accounts it is about, in the order given.
  public var accounts: [Account] = []
  /// The objections, in the order given.
  public var objections: [Objection] = []
  /// What the controller answered.
  public var response = Response()
  /// What the controller announced to the person.
  public var notices: [Notice] = []
  /// When the person reminded the controller.
  public var reminders: [Reminder] = []
  /// What stood in the way of objecting.
  public var hardships: [Hardship] = []
  /// The person's reasons, as told to the authority now.
  public var grounds = Grounds()
  /// What is open today, and which data are touched.
  public var effects = Effects()
  /// How the person lost access to the account, if so.
  public var accessLost: AccessLoss?
  /// The files that prove it.
  public var evidence: [EvidenceItem] = []
  /// The folder that holds the evidence, where the matter names it and no files; personal.
  public var evidenceFolder: String?
  /// Earlier complaints and court actions.
  public var prior = PriorProceedings()
  /// Whether the complainant is an adult today.
  public var age: Age?
  /// Who acts for a minor.
  public var representative: Representative?
  /// What an organisation does for the person, if that is said; else its own file says it.
  public var role: Organisation.Role?
  /// What is known of the mandate of an organisation that represents the person.
  public var mandate = Mandate()
  /// What an organisation that is named does in the case; no field of a matter's file.
  public var organisation: OrganisationPart?
  /// What the person declares.
  public var declarations = Declarations()
  /// How it is signed.
  public var signature = Signature()

  /// A matter nobody has said anything about.
  public init() {}
}

/// The three bases Article 77(1) GDPR offers for choosing the authority.
public enum FilingBasis: String, CaseIterable, Hashable, Sendable {
  /// The habitual residence.
  case residence
  /// The place of work.
  case work
  /// The place of the alleged infringement.
  case placeOfInfringement = "place_of_infringement"
}

/// An answer to a question the person may not be able to answer.
public enum YesNoUnknown: String, CaseIterable, Hashable, Sendable {
  /// Asked, and yes, no, or not known.
  case yes, no, unknown
}

/// Whether the complainant is of age today.
public enum Age: String, CaseIterable, Hashable, Sendable {
  /// Of age, or not.
  case adult, minor
}

/// How a person lost access to an account.
public enum AccessLoss: String, CaseIterable, Hashable, Sendable {
  /// Lost credentials, taken over by others, deleted, or banned by the controller.
  case lost, hacked, deleted, banned
}

/// A country by its ISO 3166-1 alpha-2 code; `EL` and `UK` are read as `GR` and `GB`.
public struct CountryCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The code, two capital letters.
  public let code: String

  /// Reads two letters of either case; `nil` if it is anything else.
  public init?(_ text: String) {
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) && byte >= 0x41 }
    guard text.utf8.count == 2, text.utf8.allSatisfy(isLetter) else { return nil }
    let upper = text.uppercased()
    switch upper {
    case "EL": code = "GR"
    case "UK": code = "GB"
    default: code = upper
    }
  }

  /// The code.
  public var description: String { code }

  /// Orders by code.
  public static func < (left: CountryCode, right: CountryCode) -> Bool { left.code < right.code }
}
