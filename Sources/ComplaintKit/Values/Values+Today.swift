import Casebook
import Checking
import Document
import Matter
import Templates

extension Values {
  func today() {
    let effects = matter.effects
    words("effects.today", effects.today, language: effects.todayLanguage ?? matter.grounds.language)
    words("grounds.text", matter.grounds.text, language: matter.grounds.language)
    flag("effects.has_content", !effects.content.isEmpty)
    flag("effects.has_special", !effects.special.isEmpty)
    list("effects.content", effects.content) { kind, scope in scope.set(kind) { $0.rawValue } }
    list("effects.special", effects.special) { kind, scope in scope.set(kind) { $0.rawValue } }
    flag("minors.any", effects.minors != nil)
    flag("minors.own_chats", effects.minors == .ownChatsUnder18)
    flag("minors.posted", effects.minors == .postedAsMinor)
    flag("minors.child", effects.minors == .childInOthersPosts)
    flag("access.any", matter.accessLost != nil)
    for loss in AccessLoss.allCases { flag("access.\(loss.rawValue)", matter.accessLost == loss) }
    flag(
      "effects.any",
      !effects.content.isEmpty || !effects.special.isEmpty || effects.minors != nil || matter.accessLost != nil)
  }

  func annexes() {
    for name in CitedRoles.all { flag("annex.\(name)", roles.contains(name)) }
    flag("annex.any", !roles.isEmpty)
    flag("annex.objecting", !roles.isDisjoint(with: [EvidenceItem.Role.objection, .acknowledgement].map(\.rawValue)))
    flag("annex.further", !roles.isDisjoint(with: [EvidenceItem.Role.settings, .accessReply, .other].map(\.rawValue)))
    flag("originals.embedded", originals == .embed)
    flag("originals.beside", originals == .beside)
    flag("originals.withheld", originals != .none && matter.evidence.contains { $0.redact != nil })
  }

  func procedure() {
    let prior = matter.prior
    let complaints = prior.complaints ?? []
    flag("prior.none", prior.complaints?.isEmpty == true && prior.court == .no && prior.collectiveAction == .no)
    flag("prior.no_complaints", prior.complaints?.isEmpty == true)
    list("prior.complaints", complaints) { complaint, scope in
      // The day may be forgotten, the complaint not: checking asks for the day, and the sentence stands without it.
      scope.set("on_date", text: complaint.date.map { dates.adverbial($0) } ?? wording.text(.onUnstatedDay))
      scope.set("authority_name", text: complaint.authority, .datum)
      scope.set("has_reference", flag: complaint.reference != nil)
      scope.set("reference", text: complaint.reference, .datum)
    }
    flag("prior.no_court", prior.court == .no)
    flag("prior.court", prior.court == .yes)
    optional("prior", "court_reference", prior.courtReference)
    flag("prior.no_collective", prior.collectiveAction == .no)
    flag("prior.collective", prior.collectiveAction == .yes)
    let hasAny = !complaints.isEmpty || prior.court == .yes || prior.collectiveAction == .yes
    flag("prior.any", hasAny)
    flag(
      "prior.said",
      hasAny || prior.complaints?.isEmpty == true || prior.court == .no || prior.collectiveAction == .no)

    let declarations = matter.declarations
    phrase("declarations.truth_confirmed_on", declarations.truthConfirmedOn.map { dates.adverbial($0) })
    flag("declarations.forward_to_controller", declarations.forwardToController == true)
    flag("declarations.withhold_from_controller", declarations.forwardToController == false)
    flag("declarations.grounds_confidential", declarations.groundsConfidential == true)
    // It is about letters to the person.
    let isReached = matter.representing == nil && matter.person.email != nil
    flag("declarations.mail_unencrypted", declarations.mailUnencrypted == true && isReached)
  }

  func policyFacts() {
    scope.set(brief.campaign, on: brief.date)
    // Only the guide is asked for a day of sending.
    flag("sending.has_date", false)
  }
}
