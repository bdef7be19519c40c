import Matter
import Messages

extension Checker {
  /// The objections: accounts, reasons, channels, what they can carry.
  func objectionFindings() -> [Finding] {
    var found: [Finding] = []
    for (number, objection) in matter.objections.numbered {
      let path = "objection.\(number)"
      for account in objection.accounts where !matter.accounts.indices.contains(account - 1) {
        found.append(
          .make(.objectionAccount, "\(path).accounts", .number(account), .number(matter.accounts.count)))
      }
      let hasReasons = objection.reasons?.isEmpty == false
      if objection.reasonsKnown == .text, !hasReasons {
        found.append(.make(.objectionReasonsMissing, "\(path).reasons"))
      }
      if let known = objection.reasonsKnown, known != .text, hasReasons {
        found.append(.make(.objectionReasonsContradiction, "\(path).reasons", .term(known.rawValue)))
      }
      if let channel = objection.channel, let date = objection.date, let way = circumstances.way(channel),
        (way.from.map { date.isCertainly(before: $0) } ?? false)
          || (way.until.map { date.earliest > $0 } ?? false)
      {
        found.append(.make(.objectionChannelDate, "\(path).channel"))
      }
    }
    if !objections.isEmpty, received.isEmpty { found.append(.make(.objectionOnlyAttempts, "objection")) }
    if let start = circumstances.processingStart, date >= start {
      for objection in received where objection.due.map({ $0 < start }) ?? false {
        found.append(.make(.objectionBeforeProcessing, "\(objection.path).date", .date(start)))
      }
    }
    return found + requestFindings()
  }

  /// Grounds that are left out because nothing was requested or the date does not carry them.
  private func requestFindings() -> [Finding] {
    var found: [Finding] = []
    if !received.isEmpty, !received.contains(where: { $0.requests.contains(.restriction) }) {
      found.append(.make(.groundRestriction, "objection"))
    }
    if let latest = received.last, let named = circumstances.firstPolicy(adding: .interestsNamed),
      !latest.date.isCertainly(before: named.effective), !latest.date.isCertainly(onOrAfter: named.effective)
    {
      found.append(.make(.groundInformation, "\(latest.path).date", .date(named.effective)))
    }
    return found
  }

  /// The controller's answer.
  func responseFindings() -> [Finding] {
    var found: [Finding] = []
    let response = matter.response
    guard let kind = response.kind else { return found }
    let isSilence = kind == .none || kind == .automatic
    func contradiction(_ isThere: Bool, _ field: String) {
      if isThere { found.append(.make(.responseContradiction, "response.\(field)", .term(kind.rawValue))) }
    }
    contradiction(kind == .none && response.date != nil, "date")
    contradiction(kind == .none && response.text != nil, "text")
    contradiction(kind != .accepted && !response.limits.isEmpty, "limits")
    contradiction(kind != .moreAsked && response.answeredOn != nil, "answered_on")
    contradiction(isSilence && response.reasonsGiven == .yes, "reasons_given")
    contradiction(isSilence && response.remediesNamed == .yes, "remedies_named")
    if !isSilence {
      if response.date == nil { found.append(.make(.responseDateMissing, "response.date")) }
      let hasAnswer = matter.evidence.contains { $0.role == .answer }
      if response.text == nil, !hasAnswer { found.append(.make(.responseWordsMissing, "response.text")) }
      if let date = response.date, !received.isEmpty, !received.contains(where: { $0.date.earliest <= date.latest }) {
        found.append(.make(.responseBeforeObjection, "response.date"))
      }
    }
    if kind == .accepted, response.limits.isEmpty { found.append(.make(.responseNoLimits, "response.limits")) }
    if kind == .moreAsked, response.answeredOn == nil {
      found.append(.make(.responseUnanswered, "response.answered_on"))
    }
    let isAfterAnswer = objections.contains {
      if case .unchecked = $0.reply { true } else { false }
    }
    if response.checkedUntil == nil, isSilence || isAfterAnswer {
      found.append(.make(.responseCheckedMissing, "response.checked_until"))
    }
    return found
  }

  /// Whether there is anything a complaint can be about apart from a time limit that still runs.
  var isSomethingOpen: Bool {
    if objections.contains(where: \.isMissed) { return true }
    if scenarios[.obstructed] != nil || scenarios[.noAccess] != nil { return true }
    guard let kind = matter.response.kind, objections.contains(where: { $0.reply == .answered }) else { return false }
    switch kind {
    case .refused, .other: return true
    case .accepted:
      return !matter.response.limits.isEmpty || scenarios[.aiChats] != nil || scenarios[.late] != nil
    // The extension came after the month, or more was asked of the person without need.
    case .extended: return objections.contains(where: \.isAnsweredLate)
    case .moreAsked, .none, .automatic: return false
    }
  }
}
