import Matter

/// Something a time limit of national law can run from.
public struct CaseEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The month for an answer ended without one.
    case silence
    /// The controller's answer came.
    case answer
    /// The processing began.
    case processing
    /// A new version of the policy reached data of this person.
    case policy
  }

  /// What happened.
  public var kind: Kind
  /// The earliest day it can have happened: limits run against the person.
  public var date: CivilDate
  /// The fields of the matter that show it; empty only for the start of the processing.
  public var sources: [String]

  /// Whether the person's own case shows it, and not only the campaign's history.
  public var isOwn: Bool { kind != .processing }
}

extension CaseEvent {
  /// Days around the day a policy took effect in which a notice is taken to be about it.
  static let noticeWindow = 60

  /// All events that set a limit going, oldest first.
  ///
  /// A newer refusal of the same position is none (BVwG W274 2214412-1); a new policy that reaches data of this person
  /// and a new request that was ignored are.
  static func events(
    of matter: Matter, objections: [ResolvedObjection], in circumstances: Circumstances
  ) -> [CaseEvent] {
    var events: [CaseEvent] = []
    if let start = circumstances.processingStart, start <= circumstances.date {
      events.append(CaseEvent(kind: .processing, date: start, sources: []))
    }
    for objection in objections where objection.isFresh {
      if objection.isMissed, let due = objection.earliestDue {
        events.append(
          CaseEvent(
            kind: .silence, date: due.adding(days: 1), sources: ["\(objection.path).date", "response.checked_until"]))
      }
      if objection.reply == .answered, let date = matter.response.date {
        events.append(CaseEvent(kind: .answer, date: date.earliest, sources: ["response.date", "response.kind"]))
      }
    }
    for policy in circumstances.knownPolicies where circumstances.processingStart.map({ policy.effective > $0 }) ?? true
    {
      let sources = touches(policy, matter, circumstances)
      if !sources.isEmpty { events.append(CaseEvent(kind: .policy, date: policy.effective, sources: sources)) }
    }
    return events.sorted { ($0.date, $0.kind.rawValue) < ($1.date, $1.kind.rawValue) }
  }

  /// The fields that show that a policy reaches data of this person.
  private static func touches(
    _ policy: Circumstances.Policy, _ matter: Matter, _ circumstances: Circumstances
  ) -> [String] {
    var sources: [String] = []
    for (number, notice) in matter.notices.numbered {
      guard let date = notice.date, date.earliest <= circumstances.date else { continue }
      let nearest = circumstances.policies.min {
        abs($0.effective.days(until: date.earliest)) < abs($1.effective.days(until: date.earliest))
      }
      if nearest == policy, abs(policy.effective.days(until: date.earliest)) <= noticeWindow {
        sources.append("notice.\(number).date")
      }
    }
    if policy.adds.contains(.aiChats) {
      for (number, account) in matter.accounts.numbered where account.aiChats == .yes {
        sources.append("account.\(number).ai_chats")
      }
    }
    if policy.adds.contains(.othersContent), matter.effects.content.contains(.othersPosts) {
      sources.append("effects.content")
    }
    if policy.adds.contains(.peopleWithoutAccount) {
      for (number, account) in matter.accounts.numbered where account.platform == Account.Platform.none {
        sources.append("account.\(number).platform")
      }
    }
    return sources
  }

  /// The last day on which a complaint about this event is in time, if the country has a limit.
  func end(of limits: [Circumstances.Limit]) -> CivilDate? {
    limits.filter { $0.event != .lastContact && ($0.event != .decision || kind == .answer) }.map {
      date.adding($0.length)
    }.min()
  }
}
