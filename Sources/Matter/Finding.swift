import Messages

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

/// Something a finding says beside its fixed words; nothing a person typed.
public typealias FindingParameter = Message.Parameter

extension FindingParameter {
  /// A computed or given date.
  public static func date(_ date: CivilDate) -> FindingParameter {
    .day(year: date.year, month: date.month, day: date.day)
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
  /// What is wrong, with its parameters: lower case, no full stop, no personal data.
  public var wording: Message
  /// What to do about it.
  public var advice: Message?
  /// The line of the matter file, from 1, if the finding comes from one place of it.
  public var line: Int?
  /// The column of the matter file, from 1.
  public var column: Int?

  /// Makes a finding from its parts.
  public init(
    code: String, severity: Severity, field: String = "", law: String? = nil, wording: Message, advice: Message? = nil,
    line: Int? = nil, column: Int? = nil
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    self.law = law
    self.wording = wording
    self.advice = advice
    self.line = line
    self.column = column
  }

  /// What is wrong, as it is printed.
  public var message: String { wording.description }
  /// What to do about it, as it is printed.
  public var hint: String? { advice?.description }
  /// What the message was made with.
  public var parameters: [FindingParameter] { wording.parameters }
}
