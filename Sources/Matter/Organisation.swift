/// An organisation that helps people to complain, as its own file states it.
public struct Organisation: Hashable, Sendable {
  /// What it does for a person.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// It helps and is not named.
    case assist
    /// The person complains, and letters may go to it.
    case contact
    /// It complains on the person's behalf (Article 80(1) GDPR).
    case represent
  }

  /// What Article 80(1) GDPR asks of a body that represents, as the organisation states it.
  public struct Status: Hashable, Sendable {
    /// The State under whose law it is constituted.
    public var constitutedIn: CountryCode?
    /// Whether it is a not-for-profit body.
    public var isNotForProfit = false
    /// Whether its statutory objectives are in the public interest.
    public var servesPublicInterest = false
    /// Whether it is active in the protection of data subjects' rights with regard to their personal data.
    public var protectsPersonalData = false

    /// Nothing stated.
    public init() {}

    /// The States of the Union, and those of the EEA (Joint Committee Decision 154/2018).
    private static let memberStates: Set<String> = [
      "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
      "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    /// The States beside them to whose authorities people complain, under a law that asks for no Member State.
    private static let otherStates: Set<String> = ["CH", "GB"]

    /// Whether it is constituted under the law of a Member State.
    public var isOfMemberState: Bool { constitutedIn.map { Self.memberStates.contains($0.code) } ?? false }

    /// Whether it is constituted under the law of a State to whose authorities people complain.
    public var isOfKnownState: Bool {
      isOfMemberState || constitutedIn.map { Self.otherStates.contains($0.code) } ?? false
    }

    /// Whether it is all of that; whether a Member State is needed depends on where the complaint goes.
    public var isComplete: Bool {
      isOfKnownState && isNotForProfit && servesPublicInterest && protectsPersonalData
    }
  }

  /// The name, as its register has it.
  public var name = ""
  /// The legal form.
  public var legalForm: String?
  /// Register and number.
  public var register: String?
  /// Street and number.
  public var street = ""
  /// A further line of the address.
  public var extraLine: String?
  /// The postcode as the country writes it.
  public var postalCode = ""
  /// The town.
  public var city = ""
  /// The country of its seat.
  public var country: CountryCode?
  /// The address for mail.
  public var email: String?
  /// The telephone number.
  public var phone: String?
  /// The file of its logo, beside its own file.
  public var logo: String?
  /// What stands before the row's reference where the organisation is named.
  public var referencePrefix = ""
  /// What it does where a row does not say.
  public var role = Role.assist
  /// What Article 80(1) GDPR asks for.
  public var status = Status()
  /// The files that prove how it is constituted, their paths relative to its own file.
  public var constitution: [EvidenceItem] = []

  /// An organisation nothing is known of.
  public init() {}

  /// Whether it states and proves what Article 80(1) GDPR asks of a body that represents.
  public var mayRepresent: Bool { status.isComplete && !constitution.isEmpty }

  /// What paths of its files begin with where they stand among a person's evidence.
  public static let filePrefix = "organisation:"

  /// Its texts with their fields, in the order of its file.
  public var texts: [MatterText] {
    let lines: [(String, String?)] = [
      ("name", name), ("legal_form", legalForm), ("register", register), ("street", street),
      ("extra_line", extraLine), ("postal_code", postalCode), ("city", city), ("email", email), ("phone", phone),
      ("logo", logo), ("reference_prefix", referencePrefix),
    ]
    let proofs = constitution.numbered.flatMap { number, item in
      [("constitution.\(number).file", item.file), ("constitution.\(number).caption", item.caption)]
    }
    return (lines + proofs).compactMap { path, text in
      guard let text, !text.isEmpty else { return nil }
      return MatterText(path: path, kind: .line, text: text)
    }
  }
}

/// The mandate by which a person lets an organisation act, as whoever read it says (Article 80(1) GDPR).
///
/// Its file stands among the evidence, with the role `mandate`.
public struct Mandate: Hashable, Sendable {
  /// What a mandate must name.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// The controller that is complained of, and what it does with the data.
    case respondent, processing
  }

  /// The day on which it was signed.
  public var date: CivilDate?
  /// How it is signed.
  public var signature: Signature.Kind?
  /// What it names.
  public var names: [Scope] = []

  /// Nothing said.
  public init() {}
}

/// What a named organisation does in one case.
public struct OrganisationPart: Hashable, Sendable {
  /// The organisation.
  public var organisation: Organisation
  /// Its role; never `assist`, in which it is not named.
  public var role: Organisation.Role
  /// The day of the mandate, where it represents.
  public var mandateDate: CivilDate?
  /// The entry of the evidence that came from the row's mandate, from 1; `nil` where it stood there before.
  public var mandateEntry: Int?
  /// The entries of the evidence that prove how the organisation is constituted, from 1.
  public var constitution: Range<Int> = 0..<0

  /// Takes what is known of it.
  public init(_ organisation: Organisation, role: Organisation.Role) {
    self.organisation = organisation
    self.role = role
  }

  /// The field that a field of the evidence came from; `nil` if it is the person's own.
  public func origin(ofField field: String) -> String? {
    let parts = field.split(separator: ".")
    guard parts.count > 1, parts[0] == "evidence", let entry = Int(parts[1]) else { return nil }
    if entry == mandateEntry { return parts.last == "date" ? "mandate.date" : "mandate.file" }
    guard constitution.contains(entry) else { return nil }
    return
      (["organisation.constitution", String(entry - constitution.lowerBound + 1)] + parts.dropFirst(2).map(String.init))
      .joined(separator: ".")
  }
}

extension Matter {
  /// The reference as it is printed: with what the organisation puts before it, where that is named.
  public var printedReference: String { (organisation?.organisation.referencePrefix ?? "") + reference }

  /// The person's evidence with the numbers of its entries, without what the organisation adds of its own.
  public var ownEvidence: [(number: Int, item: EvidenceItem)] {
    let ofOrganisation = organisation?.constitution ?? 0..<0
    return evidence.numbered.filter { !ofOrganisation.contains($0.0) }.map { (number: $0.0, item: $0.1) }
  }

  /// The organisation, where it lodges the complaint.
  public var representing: OrganisationPart? {
    organisation.flatMap { $0.role == .represent ? $0 : nil }
  }
}
