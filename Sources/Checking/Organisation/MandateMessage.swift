import Matter
import Messages

/// What can be wrong with what an organisation does for a person, its mandate above all (Article 80(1) GDPR).
public enum MandateMessage: String, MessageCode {
  case noOrganisation = "role.noOrganisation"
  case cannotRepresent = "role.cannotRepresent"
  case missing = "mandate.missing"
  case undated = "mandate.undated"
  case unsigned = "mandate.unsigned"
  case scope = "mandate.scope"
  case beforeObjection = "mandate.beforeObjection"
  case afterFiling = "mandate.afterFiling"

  /// What is wrong, in English: lower case, no full stop.
  public var english: String {
    switch self {
    case .noOrganisation: "the role {1} names an organisation, and none was given"
    case .cannotRepresent: "the file of the organisation does not state and prove that it may represent people"
    case .missing: "is missing: whoever complains for another needs that person's own mandate"
    case .undated: "is missing, or no day that exists: the day on which the mandate was signed"
    case .unsigned: "does not say that the mandate is signed: handwritten or qualified"
    case .scope: "does not say that the mandate names both the respondent and the processing"
    case .beforeObjection: "the mandate is older than the first objection, which was made by {1}"
    case .afterFiling: "the mandate is later than the complaint of {1}"
    }
  }

  /// What to do about it, in English.
  public var hint: String {
    switch self {
    case .noOrganisation: "give its file with --organisation, or let the role be assist"
    case .cannotRepresent: "complete status and constitution in its file, or let the role be contact or assist"
    case .missing: "name its file; one mandate a person, among the evidence of that person"
    case .undated: "write the day that stands on it, like 2026-11-20"
    case .unsigned: "look at the file and write handwritten or qualified; what nobody signed is no mandate"
    case .scope: "read the mandate and write {1} if it names both; otherwise ask for a new one"
    case .beforeObjection: "ask for a mandate that was signed after the objection, about this case"
    case .afterFiling: "correct the day, or lodge the complaint after the mandate was signed"
    }
  }

  /// The finding, always an error: a complaint for another without power to lodge it is none.
  public func finding(_ field: String, _ parameters: Message.Parameter...) -> Finding {
    Finding(
      code: rawValue, severity: .error, field: field, law: self == .noOrganisation ? nil : "Art. 80(1) GDPR",
      wording: Message(code: rawValue, pattern: english, parameters: parameters),
      advice: Message(code: Message.adviceCode(of: rawValue), pattern: hint, parameters: parameters))
  }
}
