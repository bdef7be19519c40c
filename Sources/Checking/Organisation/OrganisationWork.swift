import Casebook
import Matter
import Messages

/// What an organisation does for a person: its role, and the mandate it needs to represent them.
public struct OrganisationWork: Sendable {
  /// The organisation; `nil` if none was given.
  private let organisation: Organisation?
  /// The day of the complaint.
  private let date: CivilDate
  /// How whoever is asked writes what a mandate must name.
  private let scope: String

  /// - Parameters:
  ///   - organisation: the organisation, if one was given.
  ///   - date: the day of the complaints.
  ///   - separator: what stands between several words of one field; those of a matter are a list.
  public init(_ organisation: Organisation?, on date: CivilDate, separator: String? = nil) {
    self.organisation = organisation
    self.date = date
    let words = Mandate.Scope.allCases.map(\.rawValue)
    scope = separator.map { words.joined(separator: $0) } ?? "[\(words.joined(separator: ", "))]"
  }

  /// Puts the organisation's part and the files that prove it into a matter.
  ///
  /// - Parameter mandateFile: the mandate, where a table names it; else it stands among the evidence.
  /// - Returns: what keeps the organisation from acting.
  public func add(to matter: inout Matter, mandateFile: String? = nil) -> [Finding] {
    let role = matter.role ?? organisation?.role ?? .assist
    guard role != .assist else { return [] }
    guard let organisation else { return [MandateMessage.noOrganisation.finding("role", .term(role.rawValue))] }
    var part = OrganisationPart(organisation, role: role)
    guard role == .represent else {
      matter.organisation = part
      return []
    }
    guard organisation.mayRepresent else { return [MandateMessage.cannotRepresent.finding("role")] }
    let found = mandateFindings(matter, mandateFile)
    part.mandateDate = matter.mandate.date
    part.mandateEntry = addMandate(to: &matter, mandateFile)
    let first = matter.evidence.count + 1
    matter.evidence += organisation.constitution.map { item in
      var item = item
      item.file = Organisation.filePrefix + item.file
      return item
    }
    part.constitution = first..<(first + organisation.constitution.count)
    matter.organisation = part
    return found
  }

  /// What keeps an organisation from representing where the complaint goes.
  ///
  /// Under the Regulation it must be constituted in a Member State (Article 80(1) GDPR); a law of a State's own asks for
  /// none.
  static func statusFindings(_ matter: Matter, in country: Country) -> [Finding] {
    guard country.ownLaw == nil, let part = matter.representing, !part.organisation.status.isOfMemberState else {
      return []
    }
    return [MandateMessage.cannotRepresent.finding("role")]
  }

  /// Names the organisation to which a mandate is to be given.
  ///
  /// - Returns: what makes a mandate pointless.
  public func name(in matter: inout Matter) -> [Finding] {
    guard let organisation, organisation.mayRepresent else { return [MandateMessage.cannotRepresent.finding("role")] }
    matter.organisation = OrganisationPart(organisation, role: .represent)
    return []
  }

  /// Names the organisation that a signed page goes back to.
  public func nameHelp(in matter: inout Matter) {
    matter.organisation = organisation.map { OrganisationPart($0, role: .contact) }
  }

  /// Makes the mandate an exhibit.
  ///
  /// - Returns: its entry, from 1; `nil` where it stands among the evidence already.
  private func addMandate(to matter: inout Matter, _ file: String?) -> Int? {
    // A day that is wrong has a finding of its own.
    let day = matter.mandate.date.flatMap { $0 <= date ? DateRange($0) : nil }
    let known = matter.evidence.firstIndex { file == nil ? $0.role == .mandate : $0.file == file }
    if let known {
      matter.evidence[known].role = .mandate
      if matter.evidence[known].date == nil { matter.evidence[known].date = day }
      return nil
    }
    guard let file else { return nil }
    var item = EvidenceItem()
    (item.file, item.role, item.date) = (file, .mandate, day)
    matter.evidence.append(item)
    return matter.evidence.count
  }

  /// Whether the mandate is there, signed, of the right time, and about this case.
  private func mandateFindings(_ matter: Matter, _ file: String?) -> [Finding] {
    var found: [Finding] = []
    if file == nil, !matter.evidence.contains(where: { $0.role == .mandate }) {
      found.append(MandateMessage.missing.finding("mandate"))
    }
    switch matter.mandate.date {
    case nil: found.append(MandateMessage.undated.finding("mandate.date"))
    case let day? where day > date:
      found.append(
        MandateMessage.afterFiling.finding("mandate.date", .day(year: date.year, month: date.month, day: date.day)))
    case let day?:
      // A range counts with its later end: a mandate within it may be the older one.
      if let objection = matter.objections.compactMap({ $0.date?.latest }).min(), day < objection {
        let made = Message.Parameter.day(year: objection.year, month: objection.month, day: objection.day)
        found.append(MandateMessage.beforeObjection.finding("mandate.date", made))
      }
    }
    if matter.mandate.signature ?? Signature.Kind.none == Signature.Kind.none {
      found.append(MandateMessage.unsigned.finding("mandate.signature"))
    }
    if !Set(Mandate.Scope.allCases).isSubset(of: matter.mandate.names) {
      found.append(MandateMessage.scope.finding("mandate.names", .term(scope)))
    }
    return found
  }
}
