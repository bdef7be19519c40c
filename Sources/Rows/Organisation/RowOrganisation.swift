import Matter
import Messages
import Records

/// What the organisation does in a row: its role, and the mandate it needs to represent a person.
struct RowOrganisation {
  /// The organisation of the batch; `nil` if there is none.
  let organisation: Organisation?
  /// The day of the complaint.
  let date: CivilDate

  /// What a mandate must name, in the words of its column.
  static let scope: Set<String> = ["respondent", "processing"]

  /// Puts the organisation's part and the files that prove it into a matter.
  ///
  /// - Returns: what keeps the organisation from acting.
  func add(to matter: inout Matter, said fields: BatchFields) -> [Finding] {
    if let word = fields.role, Organisation.Role(rawValue: word) == nil {
      let words = Organisation.Role.allCases.map(\.rawValue)
      return [
        Finding(
          code: MandateMessage.roleUnknown, severity: .error, field: "role",
          wording: Message(RecordMessage.mustBeOneOf, .list(words.map { .term($0) })),
          advice: .didYouMean(word, in: words))
      ]
    }
    let role = fields.role.flatMap { Organisation.Role(rawValue: $0) } ?? organisation?.role ?? .assist
    guard role != .assist else { return [] }
    guard let organisation else { return [MandateMessage.noOrganisation.finding("role", .term(role.rawValue))] }
    var part = OrganisationPart(organisation, role: role)
    guard role == .represent else {
      matter.organisation = part
      return []
    }
    guard organisation.mayRepresent else { return [MandateMessage.cannotRepresent.finding("role")] }
    let found = mandateFindings(matter, fields)
    part.mandateDate = fields.mandateDate
    part.mandateEntry = addMandate(to: &matter, fields)
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

  /// Makes the mandate an exhibit.
  ///
  /// - Returns: its entry, from 1; `nil` where it stands among the evidence already.
  private func addMandate(to matter: inout Matter, _ fields: BatchFields) -> Int? {
    // A day that is wrong has a finding of its own.
    let day = fields.mandateDate.flatMap { $0 <= date ? DateRange($0) : nil }
    let known = matter.evidence.firstIndex {
      fields.mandateFile == nil ? $0.role == .mandate : $0.file == fields.mandateFile
    }
    if let known {
      matter.evidence[known].role = .mandate
      if matter.evidence[known].date == nil { matter.evidence[known].date = day }
      return nil
    }
    guard let file = fields.mandateFile else { return nil }
    var item = EvidenceItem()
    (item.file, item.role, item.date) = (file, .mandate, day)
    matter.evidence.append(item)
    return matter.evidence.count
  }

  /// Whether the mandate is there, signed, of the right time, and about this case.
  private func mandateFindings(_ matter: Matter, _ fields: BatchFields) -> [Finding] {
    var found: [Finding] = []
    if fields.mandateFile == nil, !matter.evidence.contains(where: { $0.role == .mandate }) {
      found.append(MandateMessage.missing.finding("mandate.file"))
    }
    switch fields.mandateDate {
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
    let kind = fields.mandateSignature.flatMap { Signature.Kind(rawValue: $0) } ?? Signature.Kind.none
    if kind == Signature.Kind.none { found.append(MandateMessage.unsigned.finding("mandate.signature")) }
    if !Self.scope.isSubset(of: fields.mandateNames) { found.append(MandateMessage.scope.finding("mandate.names")) }
    return found
  }
}
