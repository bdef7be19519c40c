import Casebook
import Checking
import Document
import Matter
import Templates

extension Values {
  func response() {
    let response = matter.response
    let kind = brief.outcome
    for candidate in Response.Kind.allCases { flag("response.\(candidate.rawValue)", candidate == kind) }
    flag("response.no_answer", isSilent)
    flag("response.answered", kind != nil && !isSilent)
    flag("response.undecided", kind.map { [.moreAsked, .extended, .other].contains($0) } ?? false)
    let limits = kind == .accepted ? response.limits : []
    flag("response.limited", !limits.isEmpty)
    for limit in Response.Limit.allCases { flag("response.limit.\(limit.rawValue)", limits.contains(limit)) }
    flag("response.has_date", response.date != nil && kind != nil && kind != Response.Kind.none)
    phrase("response.on_date", response.date.map { dates.adverbial($0) })
    flag("response.has_text", Self.said(response.text) != nil && kind != nil && kind != Response.Kind.none)
    words("response.text", response.text, language: response.textLanguage)
    flag("response.has_checked_until", isSilent && response.checkedUntil != nil)
    phrase("response.checked_until", isSilent ? response.checkedUntil.map { dates.text($0) } : nil)
    flag("response.has_answered_on", kind == .moreAsked && response.answeredOn != nil)
    phrase("response.answered_on", response.answeredOn.map { dates.adverbial($0) })
    let refusedOrExtended = kind == .refused || kind == .extended
    flag("response.reasons_missing", refusedOrExtended && response.reasonsGiven == .no)
    flag("response.remedies_missing", kind == .refused && response.remediesNamed == .no)
    renewal()
  }

  /// An answer came once, and a later objection was met with silence.
  private func renewal() {
    // An extension or a question also leaves its own objection open: only one made after the answer is a renewal.
    let answeredOn = isAnsweredOnce ? matter.response.date?.latest : nil
    let ignored = answeredOn.flatMap { day in brief.missed.last { $0.date.earliest > day } }
    flag("renewal.unanswered", ignored != nil)
    phrase("renewal.on_date", ignored.map { dates.adverbial($0.date) })
    phrase("renewal.checked_until", ignored.flatMap(\.checkedUntil).map { dates.text($0) })
  }

  private var isSilent: Bool { brief.outcome == Response.Kind.none || brief.outcome == .automatic }

  private var isAnsweredOnce: Bool { brief.outcome != nil && !isSilent }

  func grounds() {
    let missed = brief.missed
    let isLatenessFound = brief.country.lateAnswer.isFound
    let answered = brief.answered
    let isLate = (answered?.isAnsweredLate ?? false) && brief.outcome != .extended
    let refusalIncomplete =
      brief.outcome == .refused && (matter.response.reasonsGiven == .no || matter.response.remediesNamed == .no)
    let extensionInvalid =
      brief.outcome == .extended && ((answered?.isAnsweredLate ?? false) || matter.response.reasonsGiven == .no)
    let unanswered = unansweredRequests

    flag("ground.unanswered", !missed.isEmpty)
    flag("ground.late", isLate && isLatenessFound && missed.isEmpty)
    flag("ground.refusal_incomplete", refusalIncomplete)
    flag("ground.extension_invalid", extensionInvalid)
    flag("ground.month", !missed.isEmpty || (isLate && isLatenessFound) || extensionInvalid)
    flag("ground.no_reasons", !missed.isEmpty || refusalIncomplete)
    flag("ground.requests", !unanswered.isEmpty)
    flag(
      "ground.answer",
      !missed.isEmpty || (isLate && isLatenessFound) || refusalIncomplete || extensionInvalid || !unanswered.isEmpty)
    phrase("answer.due_on", brief.answerDue.map { dates.adverbial($0) })
    list("unanswered", unanswered) { request, scope in scope.set(request) { $0.rawValue } }

    let hasHardship = matter.hardships.contains { !$0.description.isEmpty }
    let mustRepeat = brief.outcome == .accepted && matter.response.limits.contains(.mustRepeat)
    flag("ground.hardship", hasHardship)
    flag("ground.no_attachment", matter.hardships.contains { $0.step == .attachment && !$0.description.isEmpty })
    flag("ground.facilitation", hasHardship || mustRepeat || matter.accessLost != nil)
    flag("ground.special", !matter.effects.special.isEmpty)
    let isWithoutAccount = matter.accounts.contains { $0.platform == Account.Platform.none }
    flag(
      "ground.others",
      brief.isEnabled(.othersData)
        && (isWithoutAccount || matter.effects.content.contains(.othersPosts)
          || matter.effects.minors == .childInOthersPosts)
    )
    flag(
      "ground.chats",
      brief.isEnabled(.aiChats)
        && (matter.accounts.contains { $0.aiChats == .yes } || matter.effects.minors == .ownChatsUnder18))
    flag("ground.minors", matter.effects.minors != nil)
    timeliness()
  }

  private var unansweredRequests: [Objection.Request] {
    let hasReply = matter.evidence.contains { $0.role == .accessReply }
    return Objection.Request.allCases.filter { request in
      brief.missed.contains { $0.requests.contains(request) } && !(request == .access && hasReply)
    }
  }

  /// The first day on which the person could know (§ 24(4) DSG): the newest event of the person's own case.
  private func timeliness() {
    let event = brief.newestEvent
    flag("timeliness.known", event != nil)
    phrase("timeliness.known_on_date", event.map { dates.adverbial($0.date) })
  }
}

extension ResolvedObjection {
  /// Until when an answer was looked for in vain.
  var checkedUntil: CivilDate? {
    if case .missed(_, let day) = reply { return day }
    return nil
  }
}
