import Casebook
import Matter
import Messages

extension Checker {
  /// Whether there is a case: processing, data of this person in it, something open.
  func standing() -> [Finding] {
    var found: [Finding] = []
    if let start = circumstances.processingStart, date < start {
      found.append(.make(.caseNotProcessed, "", .date(date), .date(start)))
    }
    let users = matter.accounts.numbered.filter { $1.platform != nil && $1.platform != Account.Platform.none }
    let isWithoutAccount = matter.accounts.contains { $0.platform == Account.Platform.none }
    let isInOthersPosts = matter.effects.content.contains(.othersPosts)
    let facts = circumstances.accountFacts
    if !users.isEmpty, !isWithoutAccount, !isInOthersPosts, !facts.isEmpty {
      func says(_ answer: YesNoUnknown, _ account: Account) -> Bool { facts.contains { account.says($0) == answer } }
      if users.allSatisfy({ user in facts.allSatisfy { user.1.says($0) == .no } }) {
        found.append(.make(.standingNoPublicContent, "account"))
      } else if !users.contains(where: { says(.yes, $1) }) {
        found += users.filter { says(.unknown, $1) }
          .map { .make(.standingUnknown, "account.\($0.0).public_content") }
      }
    }
    // Silence about an open time limit would be said twice: it has findings of its own.
    let isExplained = objections.contains {
      switch $0.reply {
      case .running, .unchecked: true
      case .attempt, .answered, .unknown, .missed: false
      }
    }
    let isComplete = matter.response.kind != nil && !objections.isEmpty
    let hasDate = answers(.none, .automatic) || matter.response.date != nil
    let isAnswerInOrder = answers(.none, .automatic) || objections.contains { $0.reply == .answered }
    if isComplete, hasDate, isAnswerInOrder, !isSomethingOpen, !isExplained {
      found.append(.make(.caseNothingOpen, "response"))
    }
    return found
  }

  /// Minors, representatives, lost access, what is known from others only.
  func people() -> [Finding] {
    var found: [Finding] = []
    if let birth = matter.person.dateOfBirth, let age = matter.age {
      let isMinor = birth.adding(months: 18 * 12) > date
      if isMinor != (age == .minor) { found.append(.make(.minorAge, "age")) }
    }
    let isMinor = matter.age == .minor || (matter.person.dateOfBirth.map { $0.adding(months: 18 * 12) > date } ?? false)
    if isMinor, matter.representative == nil { found.append(.make(.minorRepresentative, "representative")) }
    if matter.age == .adult, matter.representative != nil, !matter.evidence.contains(where: { $0.role == .mandate }) {
      found.append(.make(.representativeAdult, "representative"))
    }
    if matter.accessLost != nil, !matter.hardships.contains(where: { $0.step == .login && !$0.description.isEmpty }) {
      found.append(.make(.accessLost, "access_lost"))
    }
    let seesNothing = matter.accessLost != nil || matter.accounts.contains { $0.platform == Account.Platform.none }
    let saysOthers = matter.effects.content.contains(.othersPosts) || matter.effects.minors == .childInOthersPosts
    let showsOthers = matter.evidence.contains { $0.role == .other || $0.role == .accessReply }
    if seesNothing, saysOthers, !showsOthers { found.append(.make(.attestationHearsay, "effects.content")) }
    return found
  }

  /// Other proceedings about the same.
  func parallel() -> [Finding] {
    var found: [Finding] = []
    let prior = matter.prior
    if prior.complaints == nil { found.append(.make(.parallelUnknown, "prior.complaints")) }
    if prior.court ?? .unknown == .unknown { found.append(.make(.parallelUnknown, "prior.court")) }
    if prior.collectiveAction ?? .unknown == .unknown {
      found.append(.make(.parallelUnknown, "prior.collective_action"))
    }
    for (number, complaint) in (prior.complaints ?? []).numbered {
      let path = "prior.complaints.\(number)"
      if complaint.authority.isEmpty { found.append(.make(.fieldMissing, "\(path).authority")) }
      if complaint.date == nil { found.append(.make(.parallelIncomplete, "\(path).date", .term("date"))) }
      if complaint.reference == nil {
        found.append(.make(.parallelIncomplete, "\(path).reference", .term("reference")))
      }
    }
    if prior.court == .yes, prior.courtReference == nil {
      found.append(.make(.parallelIncomplete, "prior.court_reference", .term("court_reference")))
    }
    if prior.court == .yes, let court = circumstances.court {
      found.append(
        .make(court.effect == .bars ? .parallelBars : .parallelSuspends, "prior.court", law: court.law))
    }
    return found
  }
}

extension Account {
  /// What the matter says of an account; `nil` if nothing.
  func says(_ fact: AccountFact) -> YesNoUnknown? {
    switch fact {
    case .publicContent: publicContent
    case .aiChats: aiChats
    }
  }
}
