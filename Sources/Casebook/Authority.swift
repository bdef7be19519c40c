import Matter

/// A supervisory authority (Article 51 GDPR) and how a complaint reaches it.
public struct Authority: Hashable, Sendable {
  /// What an authority supervises.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The whole State.
    case national
    /// Private bodies of one part of a State, such as a German Land.
    case land
    /// The public bodies of a State or of one of its parts only; never competent for a company.
    case publicSector = "public_sector"
  }

  /// The identifier, such as `de-sn`.
  public var id: String
  /// The State, ISO 3166-1 alpha-2.
  public var country: String
  /// The part of the State, ISO 3166-2, such as `DE-SN`; `nil` for national authorities.
  public var part: String?
  /// What it supervises.
  public var kind: Kind
  /// What it supervises, in English words.
  public var scope: String?
  /// The short name it uses itself.
  public var shortName: String
  /// Its names by language tag.
  public var names: Localized
  /// Where the names come from.
  public var namesProvenance: Provenance
  /// The address for letters, name line first, without the country line.
  public var postalAddress: Fact<[String]>
  /// The house address, which registered mail and couriers need where the postal address is a box.
  public var visitingAddress: Fact<[String]>?
  /// The general e-mail address.
  public var email: Fact<String>?
  /// The telephone number, in international form.
  public var phone: Fact<String>?
  /// The website.
  public var website: Fact<String>?
  /// The page of the complaint form or portal.
  public var form: Fact<String>?
  /// The languages a complaint may be written in, the usual one first.
  public var languages: Fact<[String]>
  /// The ways in which a complaint can be lodged.
  public var channels: [Channel]
  /// What its own pages say that could make a complainant turn back, with the answer.
  public var intakeNotice: IntakeNotice?

  /// The channel that is recommended: the preferred one, or the first.
  public var preferredChannel: Channel? { channels.first(where: \.isPreferred) ?? channels.first }

  /// The channel of a kind, if the authority takes it.
  public func channel(_ kind: Channel.Kind) -> Channel? { channels.first { $0.kind == kind } }
}

/// A sentence on the authority's own page that misleads complainants, and what to answer.
public struct IntakeNotice: Hashable, Sendable {
  /// What the page says, in substance.
  public var says: Localized
  /// Why the complaint is right there all the same.
  public var answer: Localized
  /// Provisions the answer rests on, such as `gdpr:77(1)`.
  public var provisions: [String]
  /// Where it was read.
  public var provenance: Provenance
}

/// One way of lodging a complaint.
public struct Channel: Hashable, Sendable {
  /// The kinds of ways.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Electronic mail, a web form, a letter, or a portal that wants a login.
    case email, form, post, portal
  }

  /// What becomes of original files beside the printed annexes.
  public enum Originals: String, CaseIterable, Hashable, Sendable {
    /// Embedded in the PDF, laid beside it as files, or not delivered.
    case embed, beside, none
  }

  /// The kind.
  public var kind: Kind
  /// The e-mail address or the page; `nil` for post.
  public var address: String?
  /// Whether this way is the one recommended.
  public var isPreferred: Bool
  /// How originals are delivered.
  public var originals: Originals
  /// Largest upload or mail in bytes, if known.
  public var sizeLimit: Int?
  /// Media types of files that are not taken, such as `application/zip`; `audio/*` is every kind of sound.
  public var forbiddenTypes: [String]
  /// What else is known, in English.
  public var note: String?
  /// The fields of a form in the order of the page; empty if they are not known.
  public var fields: [PortalField]
  /// Where this is known from.
  public var provenance: Provenance
}

/// One field of an authority's form.
public struct PortalField: Hashable, Sendable {
  /// The label as printed on the page.
  public var label: String
  /// What belongs into it, such as `person.family_name`.
  public var value: String
  /// Longest text the field takes, in characters, if known.
  public var maximumCharacters: Int?
  /// The day the label was last seen; `nil` if nobody has looked.
  public var verifiedOn: CivilDate?
}
