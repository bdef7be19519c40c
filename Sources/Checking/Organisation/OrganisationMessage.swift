import Matter
import Messages

/// What can be wrong with an organisation's file, beyond its form and what is missing from it.
public enum OrganisationMessage: String, MessageCode {
  case unreadable = "organisation.unreadable"
  case condition = "organisation.condition"
  case logo = "organisation.logo"
  case file = "organisation.file"

  /// What is wrong, in English: lower case, no full stop.
  public var english: String {
    switch self {
    case .unreadable: "the file of the organisation cannot be read"
    case .condition: "must be stated, and be so, where an organisation represents people"
    case .logo: "is no picture that a letterhead can show"
    case .file: "the file is not there, or not in the folder of the organisation's file"
    }
  }

  /// What to do about it, in English.
  public var hint: String {
    switch self {
    case .unreadable: "--organisation names a YAML file in UTF-8; docs/organisation.md has an example"
    case .condition: "state it only if it is so; otherwise the role is contact or assist"
    case .logo: "give a PNG or JPEG file"
    case .file: "its path is relative to that folder and stays in it"
    }
  }

  private var law: String? {
    switch self {
    case .condition: "Art. 80(1) GDPR"
    default: nil
    }
  }

  /// The finding about a field of the organisation's file.
  public func finding(_ field: String) -> Finding {
    Finding(
      code: rawValue, severity: .error, field: OrganisationReader.path(field), law: law, wording: Message(self),
      advice: Message(code: Message.adviceCode(of: rawValue), pattern: hint))
  }
}
