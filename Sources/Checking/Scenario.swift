import Matter

/// The situations a complaint is written for; the letters are those of the project's legal notes.
///
/// There is no e (urgency before the start): the processing has begun.
public enum Scenario: String, CaseIterable, Hashable, Sendable, Comparable {
  /// No answer within the month.
  case ignored = "a"
  /// Refused.
  case refused = "b"
  /// Accepted, but limited.
  case limited = "c"
  /// Objecting was made hard.
  case obstructed = "d"
  /// Special categories of data are touched.
  case specialCategories = "f"
  /// No account, or data in what others share.
  case othersData = "g"
  /// A renewed objection after a new policy was ignored or refused.
  case renewal = "h"
  /// Chats with the controller's AI.
  case aiChats = "i"
  /// The objection came after the processing had begun.
  case late = "j"
  /// Minors.
  case minors = "k"
  /// No access to the account.
  case noAccess = "l"
  /// A request for access or erasure went unanswered.
  case requestIgnored = "n"

  /// Orders by letter.
  public static func < (left: Scenario, right: Scenario) -> Bool { left.rawValue < right.rawValue }
}

extension Scenario {
  /// The scenarios a matter shows, each with the fields it rests on.
  static func infer(
    _ matter: Matter, objections: [ResolvedObjection], in circumstances: Circumstances
  ) -> [Scenario: [String]] {
    var found = [Scenario: [String]](minimumCapacity: 6)
    let response = matter.response
    let received = objections.filter(\.isReceived)
    let missed = objections.filter(\.isMissed)

    if response.kind == Response.Kind.none || response.kind == .automatic, !missed.isEmpty {
      found[.ignored] = missed.map { "\($0.path).date" } + ["response.kind", "response.checked_until"]
    }
    let isAnswered = objections.contains { $0.reply == .answered }
    if response.kind == .refused, isAnswered { found[.refused] = ["response.kind", "response.date"] }
    if response.kind == .accepted, isAnswered, !response.limits.isEmpty {
      found[.limited] = ["response.kind", "response.date", "response.limits"]
    }
    let attempts = objections.filter { !$0.isReceived }.map { "\($0.path).channel" }
    let hardships = matter.hardships.numbered.filter { $1.step != nil && !$1.description.isEmpty }
    let obstacles = attempts + hardships.map { "hardship.\($0.0).description" }
    if !obstacles.isEmpty { found[.obstructed] = obstacles }

    if !matter.effects.special.isEmpty { found[.specialCategories] = ["effects.special"] }
    let others = othersData(matter, objections, circumstances)
    if !others.isEmpty { found[.othersData] = others }
    let renewed = renewals(received, response, circumstances)
    if !renewed.isEmpty { found[.renewal] = renewed }
    var chats = matter.accounts.numbered.filter { $1.aiChats == .yes }.map { "account.\($0.0).ai_chats" }
    if matter.effects.minors == .ownChatsUnder18 { chats.append("effects.minors") }
    if !chats.isEmpty, circumstances.firstPolicy(adding: .aiChats) != nil { found[.aiChats] = chats }
    if let first = received.first, let start = circumstances.processingStart,
      first.date.isCertainly(onOrAfter: start)
    {
      found[.late] = ["\(first.path).date"]
    }
    if matter.effects.minors != nil { found[.minors] = ["effects.minors"] }
    if matter.age == .minor { found[.minors, default: []].append("age") }
    if matter.accessLost != nil { found[.noAccess] = ["access_lost"] }
    let ignored = missed.filter { !unansweredRequests(of: $0, in: matter).isEmpty }
    if !ignored.isEmpty {
      found[.requestIgnored] = ignored.map { "\($0.path).also_requested" } + ["response.checked_until"]
    }
    return found
  }

  /// The requests for access or erasure of an objection that nobody answered.
  static func unansweredRequests(of objection: ResolvedObjection, in matter: Matter) -> [Objection.Request] {
    guard objection.isMissed else { return [] }
    // A reply to the request for access among the evidence means that this one was answered.
    let hasReply = matter.evidence.contains { $0.role == .accessReply }
    return objection.requests.filter { $0 == .erasure || ($0 == .access && !hasReply) }
  }

  private static func othersData(
    _ matter: Matter, _ objections: [ResolvedObjection], _ circumstances: Circumstances
  ) -> [String] {
    var sources = matter.accounts.numbered.filter { $1.platform == Account.Platform.none }
      .map { "account.\($0.0).platform" }
    sources += objections.filter { circumstances.way($0.channel)?.isForOthersData ?? false }.map {
      "\($0.path).channel"
    }
    if matter.effects.content.contains(.othersPosts) { sources.append("effects.content") }
    if matter.effects.minors == .childInOthersPosts { sources.append("effects.minors") }
    return sources
  }

  private static func renewals(
    _ received: [ResolvedObjection], _ response: Response, _ circumstances: Circumstances
  ) -> [String] {
    zip(received, received.dropFirst()).flatMap { earlier, later -> [String] in
      let isAfterNewText = circumstances.knownPolicies.contains {
        $0.effective >= circumstances.processingStart ?? .earliest && earlier.date.isCertainly(before: $0.effective)
          && later.date.isCertainly(onOrAfter: $0.effective)
      }
      guard isAfterNewText else { return [] }
      if later.isMissed { return ["\(later.path).date", "response.checked_until"] }
      if later.reply == .answered, response.kind == .refused { return ["\(later.path).date", "response.kind"] }
      return []
    }
  }
}
