import Matter

extension Checker {
  /// All flags that are true, each with the fields of the matter that make it so, in the order of the schema.
  func flags() -> [BriefFlag: [String]] {
    var found: [BriefFlag: [String]] = [:]
    func set(_ flag: BriefFlag, _ isTrue: Bool, _ sources: String...) {
      if isTrue { found[flag, default: []] += sources }
    }
    accountFlags(set)
    objectionFlags(set)
    responseFlags(set)
    policyFlags(set)
    procedureFlags(set)
    let effects = matter.effects
    set(.othersPosts, effects.content.contains(.othersPosts), "effects.content")
    set(.specialCategories, !effects.special.isEmpty, "effects.special")
    set(.ownChatsUnder18, effects.minors == .ownChatsUnder18, "effects.minors")
    set(.postedAsMinor, effects.minors == .postedAsMinor, "effects.minors")
    set(.childInOthersPosts, effects.minors == .childInOthersPosts, "effects.minors")
    return found
  }

  private typealias Setter = (BriefFlag, Bool, String...) -> Void

  private func accountFlags(_ set: Setter) {
    for (number, account) in matter.accounts.numbered {
      let path = "account.\(number)"
      set(.withoutAccount, account.platform == Account.Platform.none, "\(path).platform")
      set(.severalAccounts, matter.accounts.count > 1 && account.platform != nil, "\(path).platform")
      set(.publicContent, account.publicContent == .yes, "\(path).public_content")
      set(.aiChats, account.aiChats == .yes, "\(path).ai_chats")
    }
    set(.minor, matter.age == .minor, "age")
    set(.representative, matter.representative?.name.isEmpty == false, "representative.name")
    set(.accessLost, matter.accessLost != nil, "access_lost")
  }

  private func objectionFlags(_ set: Setter) {
    for resolved in objections {
      let (path, objection) = (resolved.path, matter.objections[resolved.number - 1])
      set(.objectionAttempt, !resolved.isReceived, "\(path).channel")
      set(.objectionFromMemory, resolved.date.basis == .memory, "\(path).date_basis")
      set(.objectionDateUncertain, resolved.date.precision != .day, "\(path).date")
      guard resolved.isReceived else { continue }
      set(.severalObjections, received.count > 1, "\(path).date")
      set(.objectionAcknowledged, objection.acknowledgedOn != nil, "\(path).acknowledged_on")
      let hasReasons = objection.reasonsKnown == .text && objection.reasons?.isEmpty == false
      set(.objectionReasons, hasReasons, "\(path).reasons")
      set(.objectionNoReasons, objection.reasonsKnown == .noneGiven, "\(path).reasons_known")
      set(.objectionCodeEntered, objection.codeEntered == .yes, "\(path).code_entered")
      let isBefore = resolved.due.flatMap { due in circumstances.processingStart.map { due < $0 } } ?? false
      set(.objectionBeforeProcessing, isBefore, "\(path).date")
      set(.erasureRequested, resolved.requests.contains(.erasure), "\(path).also_requested")
      set(.restrictionRequested, resolved.requests.contains(.restriction), "\(path).also_requested")
      set(.accessRequested, resolved.requests.contains(.access), "\(path).also_requested")
    }
    for (number, reminder) in matter.reminders.numbered {
      set(.reminded, reminder.date != nil && reminder.channel != nil, "reminder.\(number).date")
    }
    for (number, notice) in matter.notices.numbered {
      set(.noticed, notice.date != nil && notice.kind != nil, "notice.\(number).date")
    }
  }

  private func responseFlags(_ set: Setter) {
    let response = matter.response
    let renewals = Set(scenarios[.renewal] ?? [])
    for objection in objections where objection.isMissed {
      let path = "\(objection.path).date"
      set(.deadlineMissed, true, path, "response.kind", "response.checked_until")
      set(.renewalMissed, renewals.contains(path), path, "response.checked_until")
      let unanswered = Scenario.unansweredRequests(of: objection, in: matter)
      let requests = "\(objection.path).also_requested"
      set(.erasureUnanswered, unanswered.contains(.erasure), requests, "response.checked_until")
      set(.accessUnanswered, unanswered.contains(.access), requests, "response.checked_until")
      let isRestriction = objection.requests.contains(.restriction)
      set(.restrictionUnanswered, isRestriction, requests, "response.checked_until")
    }
    guard let answered = objections.first(where: { $0.reply == .answered || $0.isExtended }) else { return }
    let path = "\(answered.path).date"
    set(.answerLate, answered.isAnsweredLate && response.kind != .extended, path, "response.date")
    set(.extendedInTime, answered.isExtended, path, "response.date")
    set(.extendedLate, response.kind == .extended && answered.isAnsweredLate, path, "response.date")
    set(.answerQuoted, response.text?.isEmpty == false, "response.text")
    set(.reasonsGiven, response.reasonsGiven == .yes, "response.reasons_given")
    set(.reasonsNotGiven, response.reasonsGiven == .no, "response.reasons_given")
    set(.remediesNamed, response.remediesNamed == .yes, "response.remedies_named")
    set(.remediesNotNamed, response.remediesNamed == .no, "response.remedies_named")
    let limits = response.kind == .accepted ? response.limits : []
    set(.limitedToFuture, limits.contains(.futureOnly), "response.limits")
    set(.limitedToPublic, limits.contains(.publicOnly), "response.limits")
    set(.limitedToOneAccount, limits.contains(.oneAccount), "response.limits")
    set(.limitedMustRepeat, limits.contains(.mustRepeat), "response.limits")
    set(.questionAnswered, response.kind == .moreAsked && response.answeredOn != nil, "response.answered_on")
  }

  /// What the policy said when this person objected, and what was added after.
  private func policyFlags(_ set: Setter) {
    guard let latest = received.last, let first = received.first else { return }
    if let named = circumstances.firstPolicy(adding: .interestsNamed)?.effective {
      set(.interestsNotNamed, latest.date.isCertainly(before: named), "\(latest.path).date")
      set(.interestsTooBroad, latest.date.isCertainly(onOrAfter: named), "\(latest.path).date")
    }
    func added(_ addition: Circumstances.Policy.Addition) -> Bool {
      circumstances.firstPolicy(adding: addition).map { first.date.isCertainly(before: $0.effective) } ?? false
    }
    set(.othersContentAddedAfter, added(.othersContent), "\(first.path).date")
    set(.aiChatsAddedAfter, added(.aiChats), "\(first.path).date")
    set(.partnersAddedAfter, added(.partners), "\(first.path).date")
  }

  private func procedureFlags(_ set: Setter) {
    let prior = matter.prior
    let isNone = prior.complaints?.isEmpty == true && prior.court == .no && prior.collectiveAction == .no
    set(.noOtherProceedings, isNone, "prior.complaints", "prior.court", "prior.collective_action")
    set(.earlierComplaints, prior.complaints?.isEmpty == false, "prior.complaints")
    set(.courtAction, prior.court == .yes, "prior.court")
    set(.collectiveAction, prior.collectiveAction == .yes, "prior.collective_action")
    let declarations = matter.declarations
    set(.mayForward, declarations.forwardToController == true, "declarations.forward_to_controller")
    set(.mayNotForward, declarations.forwardToController == false, "declarations.forward_to_controller")
    set(.groundsConfidential, declarations.groundsConfidential == true, "declarations.grounds_confidential")
    set(.mailUnencrypted, declarations.mailUnencrypted == true, "declarations.mail_unencrypted")
  }
}
