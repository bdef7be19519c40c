import Checking
import Matter
import Messages
import Records

/// What a row says of the organisation: its role, and the mandate.
struct RowOrganisation {
  /// The code of a role that is none; its words are those of any word that is none of a list.
  private static let roleUnknown = "role.unknown"

  private let work: OrganisationWork
  private let isThere: Bool

  /// - Parameters:
  ///   - organisation: the organisation of the batch; `nil` if there is none.
  ///   - date: the day of the complaints.
  init(organisation: Organisation?, date: CivilDate) {
    work = OrganisationWork(organisation, on: date, separator: "|")
    isThere = organisation != nil
  }

  /// Puts the organisation's part and the files that prove it into a matter.
  ///
  /// - Returns: what keeps the organisation from acting, by column.
  func add(to matter: inout Matter, said fields: BatchFields) -> [Finding] {
    if let word = fields.role, Organisation.Role(rawValue: word) == nil {
      let words = Organisation.Role.allCases.map(\.rawValue)
      return [
        Finding(
          code: Self.roleUnknown, severity: .error, field: "role",
          wording: Message(RecordMessage.mustBeOneOf, .list(words.map { .term($0) })),
          advice: .didYouMean(word, in: words))
      ]
    }
    // Without an organisation only a row that names a role is worth looking at.
    guard isThere || fields.role != nil else { return [] }
    var said = matter
    said.role = fields.role.flatMap { Organisation.Role(rawValue: $0) }
    said.mandate.date = fields.mandateDate
    // A word that is none says nothing of a signature.
    said.mandate.signature = fields.mandateSignature.flatMap { Signature.Kind(rawValue: $0) }
    said.mandate.names = fields.mandateNames.compactMap { Mandate.Scope(rawValue: $0) }
    let found = work.add(to: &said, mandateFile: fields.mandateFile)
    // Who is not named leaves the matter as it is.
    if said.organisation != nil { matter = said }
    return found.map { finding in
      var finding = finding
      if finding.code == MandateMessage.missing.rawValue { finding.field = "mandate.file" }
      return finding
    }
  }
}
