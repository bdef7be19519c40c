import Evidence
import Matter

/// Under which name an exhibit is cited: its role, but for a notice nobody speaks of in the text, which is cited among the rest,
/// and for what proves how a representing organisation is constituted.
struct CitedRoles {
  /// The name of what proves how the organisation is constituted.
  static let constitution = "constitution"
  /// Every name there is.
  static let all = EvidenceItem.Role.allCases.map(\.rawValue) + [constitution]

  private let hasNotice: Bool
  private let hasReminder: Bool
  private let hasAccount: Bool
  private let hasAnswer: Bool
  private let constitution: Range<Int>

  init(_ matter: Matter) {
    hasNotice = matter.notices.contains { $0.date != nil && $0.kind != nil }
    hasReminder = matter.reminders.contains { $0.date != nil && $0.channel != nil }
    hasAccount = matter.accounts.contains { $0.platform != nil && $0.platform != Account.Platform.none }
    hasAnswer = matter.response.kind != Response.Kind.none
    constitution = matter.organisation?.constitution ?? 0..<0
  }

  /// The names under which some of these are cited.
  func all(_ exhibits: [Exhibit]) -> Set<String> { Set(exhibits.map(name)) }

  /// The name under which an exhibit is cited.
  func name(of exhibit: Exhibit) -> String {
    constitution.contains(exhibit.number) ? Self.constitution : role(of: exhibit.role).rawValue
  }

  private func role(of role: EvidenceItem.Role) -> EvidenceItem.Role {
    switch role {
    case .notice where !hasNotice: .other
    case .reminder where !hasReminder: .other
    case .account where !hasAccount: .other
    case .answer where !hasAnswer: .other
    default: role
    }
  }
}
