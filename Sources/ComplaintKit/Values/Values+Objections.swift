import Casebook
import Checking
import Document
import Matter
import Templates

extension Values {
  func notices() {
    let notices = matter.notices.filter { $0.date != nil && $0.kind != nil }.sorted { by($0.date, $1.date) }
    flag("notice.any", !notices.isEmpty)
    list("notices", notices) { notice, scope in
      scope.set("on_date", text: notice.date.map { dates.adverbial($0) })
      scope.set(notice.kind) { $0.rawValue }
    }
    let reminders = matter.reminders.filter { $0.date != nil && $0.channel != nil }.sorted { by($0.date, $1.date) }
    flag("reminder.any", !reminders.isEmpty)
    list("reminders", reminders) { reminder, scope in
      scope.set("on_date", text: reminder.date.map { dates.adverbial($0) })
      scope.set(reminder.channel) { $0.rawValue }
    }
    list("hardships", matter.hardships.filter { !$0.description.isEmpty }) { hardship, scope in
      scope.set("description", words: hardship.description, language: brief.matter.grounds.language)
      scope.set(hardship.step) { $0 == .country ? "country_list" : $0.rawValue }
    }
  }

  func objections() {
    let received = brief.received
    let start = brief.circumstances.processingStart
    flag("objection.made", !received.isEmpty)
    for gate in brief.campaign.gates where gate.subject == .objection { flag(gate.key, lies(received, in: gate)) }
    flag(
      "objection.before_use", start.map { start in received.contains { $0.date.isCertainly(before: start) } } ?? false)
    flag("objection.first_after_use", start.flatMap { received.first?.date.isCertainly(onOrAfter: $0) } ?? false)
    flag("objection.by_setting", received.contains { brief.campaign.channel($0.channel)?.kind == .setting })
    let later = received.first.map { brief.policies(after: $0) } ?? []
    flag("objection.before_later_policy", !later.isEmpty)
    flag("objection.before_wider_policy", later.contains(where: \.isWider))
    flag("objection.renewed", Set(received.map(\.date)).count > 1)
    flag("objection.any_imprecise", received.contains { $0.date.precision != .day })
    let made = received.map { matter.objections[$0.number - 1] }
    flag("objection.no_reasons_then", !made.isEmpty && made.allSatisfy { $0.reasonsKnown == .noneGiven })

    list("objections", brief.objections) { resolved, scope in
      fill(&scope, resolved, matter.objections[resolved.number - 1])
    }
  }

  private func fill(_ scope: inout ValueScope, _ resolved: ResolvedObjection, _ objection: Objection) {
    let channel = resolved.channel
    let way = brief.campaign.channel(channel)
    scope.set("on_date", text: dates.adverbial(resolved.date))
    scope.set("has_time", flag: objection.time != nil)
    scope.set(
      "at_time",
      text: objection.time.map { time in
        let (hour, minute) = (String(time.hour), (time.minute < 10 ? "0" : "") + String(time.minute))
        return wording.text(.atTime, ["hour": hour, "minute": minute])
      })
    scope.set("form", flag: way?.kind == .form)
    scope.set("reason_optional", flag: way?.kind == .form && way?.reason == .optional)
    scope.set("form_third_party", flag: way?.kind == .othersForm)
    scope.set("setting", flag: way?.kind == .setting)
    let url = way?.kind == .form || way?.kind == .othersForm ? Self.said(objection.url) : nil
    scope.set("has_url", flag: url != nil)
    scope.set("url", text: url, .datum)
    let policy = brief.policy(before: resolved)
    scope.set("has_policy", flag: policy != nil)
    scope.set("policy_effective", text: policy.map { dates.text($0.effective) })
    scope.set("email", flag: channel == .email)
    scope.set("post", flag: channel == .post)
    scope.set("failed_attempt", flag: channel == .failedAttempt)
    let named = objection.accounts.compactMap { number -> String? in
      guard matter.accounts.indices.contains(number - 1) else { return nil }
      let account = matter.accounts[number - 1]
      return "\(name(of: account.platform)) (\(account.handle))"
    }
    scope.set("has_accounts", flag: !named.isEmpty)
    scope.set("accounts_named", text: named.isEmpty ? nil : named.joined(separator: ", "), .datum)
    scope.set("date_imprecise", flag: resolved.date.precision != .day)
    scope.set("date_from_memory", flag: resolved.date.precision == .day && resolved.date.basis == .memory)
    scope.set("code_entered", flag: objection.codeEntered == .yes)
    scope.set("acknowledged", flag: objection.acknowledgedOn != nil)
    scope.set("acknowledged_on", text: objection.acknowledgedOn.map { dates.adverbial($0) })
    for request in Objection.Request.allCases {
      scope.set("also_\(request.rawValue)", flag: resolved.requests.contains(request))
    }
    let hasReasons = objection.reasonsKnown == .text && objection.reasons?.isEmpty == false
    scope.set("reasons_none", flag: objection.reasonsKnown == .noneGiven)
    scope.set("reasons_text", flag: hasReasons)
    if hasReasons { scope.set("reasons", words: objection.reasons, language: objection.reasonsLanguage) }
  }

  /// Whether one of the objections lies certainly in the days of a gate of the campaign.
  private func lies(_ objections: [ResolvedObjection], in gate: Gate) -> Bool {
    objections.contains { gate.isOpen(on: $0.date.earliest) && gate.isOpen(on: $0.date.latest) }
  }

  func requests() {
    flag("objection.also_any", !brief.requested.isEmpty)
    list("requested", brief.requested) { request, scope in scope.set(request) { $0.rawValue } }
  }

  private func by(_ first: DateRange?, _ second: DateRange?) -> Bool {
    guard let first, let second else { return second != nil }
    return (first.earliest, first.latest) < (second.earliest, second.latest)
  }
}

extension PolicyVersion {
  /// Whether it names data of persons that the versions before did not.
  fileprivate var isWider: Bool {
    adds.contains { addition in
      switch addition {
      case .ownPublicContent, .othersContent, .withoutAccount, .aiChats, .minors, .partnerData: true
      case .aiPurpose, .loweredThreshold, .interestsNamed, .forThirdParties: false
      }
    }
  }
}
