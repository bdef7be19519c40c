import Matter

/// An objection with everything that follows from its date.
public struct ResolvedObjection: Hashable, Sendable {
  /// What became of it.
  public enum Reply: Hashable, Sendable {
    /// It never reached the controller: an attempt that failed.
    case attempt
    /// The answer of the matter answers it.
    case answered
    /// A later answer may cover it, or too little is known of its date: nothing is claimed.
    case unknown
    /// No answer yet, and the time for one runs until this day.
    case running(due: CivilDate)
    /// The time ended on this day, but the person has not looked for an answer after it.
    case unchecked(due: CivilDate)
    /// No answer by this day, and the person has looked for one until a later day.
    case missed(due: CivilDate, checkedUntil: CivilDate)
  }

  /// Its number in the matter, from 1.
  public var number: Int
  /// When it was made.
  public var date: DateRange
  /// How it was made.
  public var channel: Objection.Channel
  /// What else it asked for.
  public var requests: [Objection.Request]
  /// When the controller had it at the latest; `nil` for an attempt or if only the year is known.
  public var received: CivilDate?
  /// The last day for the answer, one month from receipt or three if extended in time (Article 12(3)).
  public var due: CivilDate?
  /// Whether the month was extended in time.
  public var isExtended: Bool
  /// What became of it.
  public var reply: Reply
  /// Whether the answer came after the month, on any reading of the dates.
  public var isAnsweredLate: Bool
  /// The day the policy in force took effect; `nil` if none was, or if the date does not tell which.
  public var policyBefore: CivilDate?
  /// The days later versions took effect, up to the document's.
  public var policiesAfter: [CivilDate]
  /// Whether it says something new: the first one, one after a new policy, or one with a request not made before.
  ///
  /// Asking the same again after a refusal sets no time limit going (BVwG W274 2214412-1).
  public var isFresh: Bool
  /// The day on which the month can have ended at the earliest, for limits that run against the person.
  public var earliestDue: CivilDate?

  /// Whether it reached the controller.
  public var isReceived: Bool { reply != .attempt }

  /// Whether it may be said that no answer came in time.
  public var isMissed: Bool { if case .missed = reply { true } else { false } }

  /// The field of the matter it comes from.
  public var path: String { "objection.\(number)" }
}

extension ResolvedObjection {
  /// Days allowed for a letter whose receipt was not confirmed.
  ///
  /// The month runs from receipt, which the sender of a letter does not know: a week is longer than the posts of the
  /// Union take, so that no time limit is called over before it is.
  public static let postalAllowance = 7

  /// All objections whose date and channel are known, oldest first.
  static func resolve(_ matter: Matter, in circumstances: Circumstances) -> [ResolvedObjection] {
    var resolved: [ResolvedObjection] = matter.objections.numbered.compactMap { number, objection in
      guard let date = objection.date, let channel = objection.channel, date.earliest <= circumstances.date else {
        return nil
      }
      return bare(objection, number: number, date: date, channel: channel, in: circumstances)
    }
    resolved.sort { ($0.date.earliest, $0.date.latest, $0.number) < ($1.date.earliest, $1.date.latest, $1.number) }
    markFresh(&resolved, circumstances)
    markReplies(&resolved, matter.response, circumstances)
    return resolved
  }

  private static func bare(
    _ objection: Objection, number: Int, date: DateRange, channel: Objection.Channel, in circumstances: Circumstances
  ) -> ResolvedObjection {
    let isAttempt = channel == .failedAttempt
    var received: CivilDate?
    if !isAttempt, date.precision != .year {
      received = date.latest
      if channel == .post { received = objection.acknowledgedOn ?? date.latest.adding(days: postalAllowance) }
    }
    let policies = Array(circumstances.knownPolicies.map(\.effective))
    let (first, last) = (
      policies.last { $0 <= date.earliest }, policies.last { $0 <= date.latest }
    )
    return ResolvedObjection(
      number: number, date: date, channel: channel, requests: isAttempt ? [] : objection.alsoRequested,
      received: received, due: received.map { circumstances.calendar.end(ofMonths: 1, after: $0) }, isExtended: false,
      reply: isAttempt ? .attempt : .unknown, isAnsweredLate: false, policyBefore: first == last ? first : nil,
      policiesAfter: policies.filter { $0 > date.latest }, isFresh: false,
      earliestDue: received == nil ? nil : date.earliest.adding(months: 1))
  }

  private static func markFresh(_ resolved: inout [ResolvedObjection], _ circumstances: Circumstances) {
    var previous: ResolvedObjection?
    var asked: Set<Objection.Request> = []
    for index in resolved.indices where resolved[index].isReceived {
      let current = resolved[index]
      if let previous {
        let isAfterNewText = circumstances.knownPolicies.contains {
          $0.effective > circumstances.processingStart ?? .earliest && previous.date.isCertainly(before: $0.effective)
            && current.date.isCertainly(onOrAfter: $0.effective)
        }
        resolved[index].isFresh = isAfterNewText || !asked.isSuperset(of: current.requests)
      } else {
        resolved[index].isFresh = true
      }
      asked.formUnion(current.requests)
      previous = current
    }
  }

  private static func markReplies(
    _ resolved: inout [ResolvedObjection], _ response: Response, _ circumstances: Circumstances
  ) {
    guard let kind = response.kind else { return }
    var unansweredFrom = resolved.startIndex
    if kind != .none, kind != .automatic {
      guard let date = response.date, date.earliest <= circumstances.date,
        let index = resolved.lastIndex(where: { $0.isReceived && $0.date.earliest <= date.latest })
      else { return }
      markAnswered(&resolved[index], response, kind, date, circumstances)
      unansweredFrom = index + 1
    }
    for index in resolved.indices[unansweredFrom...] where resolved[index].isReceived {
      guard let due = resolved[index].due else { continue }
      resolved[index].reply = silence(due: due, checkedUntil: response.checkedUntil, on: circumstances.date)
    }
  }

  private static func markAnswered(
    _ objection: inout ResolvedObjection, _ response: Response, _ kind: Response.Kind, _ date: DateRange,
    _ circumstances: Circumstances
  ) {
    objection.reply = .answered
    guard let received = objection.received, let due = objection.due else { return }
    objection.isAnsweredLate = date.earliest > due
    switch kind {
    case .extended where date.latest <= due:
      let extended = circumstances.calendar.end(ofMonths: 3, after: received)
      objection.isExtended = true
      objection.due = extended
      objection.earliestDue = objection.date.earliest.adding(months: 3)
      objection.reply = silence(due: extended, checkedUntil: response.checkedUntil, on: circumstances.date)
    case .moreAsked:
      // What the person was asked for may have stopped the month: it is counted anew from the person's answer.
      guard let answered = response.answeredOn, answered <= circumstances.date else { return }
      let renewed = max(due, circumstances.calendar.end(ofMonths: 1, after: answered))
      objection.due = renewed
      objection.earliestDue = answered.adding(months: 1)
      objection.reply = silence(due: renewed, checkedUntil: response.checkedUntil, on: circumstances.date)
    default: break
    }
  }

  /// What silence means: a missed time limit only if it is over and the person has looked after its end.
  private static func silence(due: CivilDate, checkedUntil: CivilDate?, on date: CivilDate) -> Reply {
    if date <= due { return .running(due: due) }
    guard let checkedUntil, checkedUntil > due else { return .unchecked(due: due) }
    return .missed(due: due, checkedUntil: min(checkedUntil, date))
  }
}
