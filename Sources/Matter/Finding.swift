/// How much a finding weighs.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Worth knowing; nothing need be done.
  case note
  /// The complaint can be made, and will be weaker or late.
  case warning
  /// No complaint is made while this stands.
  case error

  /// Orders note before warning before error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something a message says beside its fixed words.
///
/// There is no case for what a person typed: a name, a handle or a reason cannot get into a message.
public enum FindingParameter: Hashable, Sendable, CustomStringConvertible {
  /// A computed or given date.
  case date(CivilDate)
  /// A count, a limit.
  case number(Int)
  /// A word of the schema or of the casebook, such as a field path, a country code or an authority's identifier.
  case term(String)

  /// The parameter as it is printed.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .number(let number): String(number)
    case .term(let term): term
    }
  }
}

/// Something that reading or checking a matter shows.
public struct Finding: Hashable, Sendable {
  /// The lasting name of this kind of finding, such as `deadline.running`.
  public var code: String
  /// How much it weighs.
  public var severity: Severity
  /// The field it is about, such as `objection.1.date`; empty if it is about the matter as a whole.
  public var field: String
  /// The provision or decision behind it, such as `Art. 12(3) GDPR`.
  public var law: String?
  /// What is wrong: lower case, no full stop, no personal data.
  public var message: String
  /// What to do about it.
  public var hint: String?
  /// What the message was made with, for output that machines read.
  public var parameters: [FindingParameter]
  /// The line of the matter file, from 1, if the finding comes from one place of it.
  public var line: Int?
  /// The column of the matter file, from 1.
  public var column: Int?

  /// Makes a finding from its parts.
  public init(
    code: String, severity: Severity, field: String = "", law: String? = nil, message: String, hint: String? = nil,
    parameters: [FindingParameter] = [], line: Int? = nil, column: Int? = nil
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    self.law = law
    self.message = message
    self.hint = hint
    self.parameters = parameters
    self.line = line
    self.column = column
  }
}
