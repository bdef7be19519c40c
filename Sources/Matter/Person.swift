/// The complainant; every string of it is personal and appears in no message.
public struct Person: Hashable, Sendable {
  /// The given name or names.
  public var givenName = ""
  /// The family name.
  public var familyName = ""
  /// Street and number.
  public var street = ""
  /// A further line of the address, such as a staircase or c/o.
  public var extraLine: String?
  /// The postcode as the country writes it.
  public var postalCode = ""
  /// The town.
  public var city = ""
  /// The country of residence.
  public var country: CountryCode?
  /// The date of birth, where the authority asks for it.
  public var dateOfBirth: CivilDate?
  /// The address for mail from the authority.
  public var email: String?
  /// The telephone number.
  public var phone: String?

  /// A person nothing is known of.
  public init() {}
}

/// Who acts for a minor.
public struct Representative: Hashable, Sendable {
  /// The name, personal.
  public var name = ""
  /// In which capacity, such as mother or guardian, in the language of the complaint.
  public var capacity = ""

  /// A representative nothing is known of.
  public init() {}
}

/// What the person declares.
public struct Declarations: Hashable, Sendable {
  /// The day the person confirmed that every sentence about them is true.
  public var truthConfirmedOn: CivilDate?
  /// Whether name and account may go to the controller.
  public var forwardToController: Bool?
  /// Whether the grounds are to be kept from the controller; not said means no.
  public var groundsConfidential: Bool?
  /// Whether the authority may answer by unencrypted mail; not said means no.
  public var mailUnencrypted: Bool?

  /// Nothing declared.
  public init() {}
}

/// How the complaint is signed.
public struct Signature: Hashable, Sendable {
  /// The kinds of signature the authorities know.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// None, by hand on paper, or a qualified electronic one.
    case none, handwritten, qualified
  }

  /// The kind, if said.
  public var kind: Kind?
  /// The town beside the date.
  public var place = ""
  /// The date beside the town; the document's date if not said.
  public var date: CivilDate?

  /// Not signed.
  public init() {}
}
