import Matter

/// A time limit of national law for lodging a complaint.
public struct TimeLimit: Hashable, Sendable {
  /// What sets a limit going.
  public enum Event: String, CaseIterable, Hashable, Sendable {
    /// The complainant learns of the infringement.
    case knowledge
    /// The infringement takes place.
    case infringement
    /// The controller's decision on a request is received.
    case decision
    /// The last contact with the controller.
    case lastContact = "last_contact"
  }

  /// Which act ends it.
  public enum End: String, CaseIterable, Hashable, Sendable {
    /// The complaint is sent, or it arrives.
    case dispatch, delivery
    /// The statute's text known to us does not say; the earlier safe act is delivery.
    case unknown
  }

  /// The identifier, such as `at-subjective`.
  public var id: String
  /// The provision, such as `law:AT/DSG/24(4)`.
  public var provision: String
  /// What sets it going.
  public var event: Event
  /// Its length.
  public var length: CivilPeriod
  /// Which act ends it.
  public var end: End
  /// Whether a later refusal of the same position starts it again.
  public var restarts: YesNoUnknown
  /// Whether it bars the complaint (or only invites a question).
  public var isPreclusive: Bool
  /// What to know about it, in English.
  public var note: String?
  /// Where this is known from.
  public var provenance: Provenance
}

/// Something a complaint must contain by national law.
public struct Requirement: Hashable, Sendable {
  /// The identifier, such as `at-finding`.
  public var id: String
  /// The provision, such as `law:AT/DSG/24(2)`.
  public var provision: String
  /// What must be there, in English.
  public var content: String
  /// The flag templates use to print it, such as `requires.finding`.
  public var key: String
  /// Where this is known from.
  public var provenance: Provenance
}

/// Whether the controller must have been asked before the authority is.
public struct PriorContact: Hashable, Sendable {
  /// The degrees.
  public enum Need: String, CaseIterable, Hashable, Sendable {
    /// Not asked for, asked for as a matter of practice, or a condition.
    case none, expected, required
  }

  /// How strictly it is asked for.
  public var need: Need
  /// How long the controller has to answer first, in months.
  public var waitMonths: Int?
  /// Whether proof of it must be attached.
  public var mustProve: Bool
  /// The provision, if there is one.
  public var provision: String?
  /// What to know about it, in English.
  public var note: String?
  /// Where this is known from.
  public var provenance: Provenance
}

/// Whether a complaint must be signed.
public struct SignatureRule: Hashable, Sendable {
  /// The forms.
  public enum Need: String, CaseIterable, Hashable, Sendable {
    /// None, on paper by hand, or by hand or with a qualified electronic signature.
    case none, handwritten, qualified
  }

  /// What is needed.
  public var need: Need
  /// The provision, if there is one.
  public var provision: String?
  /// What to know about it, in English.
  public var note: String?
  /// Where this is known from.
  public var provenance: Provenance
}

/// Whether the authority finds that an answer came after the month of Article 12(3) GDPR, if that is all.
public struct LateAnswerRule: Hashable, Sendable {
  /// Whether such a finding is to be had; it is unless the country's file says no.
  public var isFound: Bool
  /// What to know about it, in English.
  public var note: String?
  /// Where this is known from; `nil` where nothing is said.
  public var provenance: Provenance?
}

/// Data of identification that are asked for and not kept.
public struct IdentityPrompt: Hashable, Sendable {
  /// The key, such as `national_number`.
  public var key: String
  /// What it is called there, by language tag.
  public var labels: Localized
  /// The provision, if there is one.
  public var provision: String?
  /// Where this is known from.
  public var provenance: Provenance
}

/// A case in which a procedure or a time limit stands still.
public struct Suspension: Hashable, Sendable {
  /// What a case before a court about the same does to a complaint.
  public enum CourtEffect: String, CaseIterable, Hashable, Sendable {
    /// The authority may wait for the court, or does not examine the complaint.
    case suspends, bars
  }

  /// The identifier, such as `at-one-stop-shop`.
  public var id: String
  /// The provision, such as `law:AT/DSG/24(10)`.
  public var provision: String
  /// What a case before a court about the same does to the complaint; `nil` where it is not about courts.
  public var court: CourtEffect?
  /// When, and what stands still, in English.
  public var note: String
  /// Where this is known from.
  public var provenance: Provenance
}

/// What an authority must do within some months of the day a complaint was lodged with it.
public struct AuthorityDuty: Hashable, Sendable {
  /// What is due.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// To tell the complainant about progress and outcome.
    case inform
  }

  /// The identifier, such as `at-progress`.
  public var id: String
  /// The provision, such as `law:AT/DSG/24(7)`.
  public var provision: String
  /// What is due.
  public var kind: Kind
  /// How long it has, in months.
  public var months: Int
  /// Where this is known from.
  public var provenance: Provenance
}

/// Where a letter carries the addressee, so that it shows in the window of the envelopes in use.
public struct AddressLayout: Hashable, Sendable {
  /// The standard, such as `DIN 5008 form B`.
  public var standard: String
  /// Left edge of the address field, in millimetres from the left edge of the page.
  public var left: Double
  /// Upper edge of the address field, in millimetres from the upper edge of the page.
  public var top: Double
  /// Width of the address field, in millimetres.
  public var width: Double
  /// Height of the address field, in millimetres.
  public var height: Double
  /// Height of the line for the sender at the top of the field, in millimetres; 0 if it stands elsewhere.
  public var senderHeight: Double
  /// Fold marks, in millimetres from the upper edge of the page.
  public var folds: [Double]
  /// The mark to set a punch on, in millimetres from the upper edge of the page; nil where the standard has none.
  public var punch: Double?
  /// Whether the postcode has a line of its own after the town, as in Ireland; else it stands before the town.
  public var postcodeIsLast: Bool
  /// Most lines an address should have.
  public var maximumLines: Int
  /// Where this is known from.
  public var provenance: Provenance
}
