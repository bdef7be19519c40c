import Casebook
import Matter
import TestSupport

@testable import Checking

extension FindingCase {
  static let all: [FindingCase] = mandatory + texts + dates + objections + responses + standing + evidence + formal

  static let mandatory: [FindingCase] = [
    .init(.fieldMissing, "person.street", "is missing") { $0.person.street = "" },
    .init(.fieldMissing, "account.1.public_content", "is missing") { $0.accounts[0].publicContent = nil },
    .init(.fieldMissing, "objection.2.date_basis", "is missing") { $0.objections[1].date?.basis = nil },
    .init(.fieldMissing, "hardship.1.description", "is missing") { $0.hardships = [Hardship()] },
    .init(.fieldMissing, "evidence.3.role", "is missing") { $0.evidence[2].role = nil },
    .init(.fieldMissing, "representative.capacity", "is missing") { $0.representative = Representative() },
    .init(
      .groundsMissing, "grounds.text",
      "is missing: the law asks for the person's own reasons, and nobody else can write them"
    ) { $0.grounds.text = "" },
    .init(
      .groundsShort, "grounds.text", "is shorter than 60 characters; short reasons are no ground for dismissal", .note
    ) { $0.grounds.text = "My photographs are mine." },
    .init(
      .effectsMissing, "effects.today", "is missing: a complaint is about something that is not settled today"
    ) { $0.effects.today = "" },
    .init(
      .accountMissing, "account", "is missing: the authority must be able to tell which data this is about"
    ) { $0.accounts = [] },
    .init(
      .accountIdentifierMissing, "account.1.handle",
      "is missing: the account's name or the link to the profile is essential from the outset"
    ) { $0.accounts[0].handle = "" },
    .init(
      .objectionMissing, "objection", "is missing: this complaint is about an objection that was made"
    ) { $0.objections = [] },
    .init(
      .objectionWhenMissing, "objection.1.date",
      "is missing: when the objection was made must be said, as exactly as it is known"
    ) { $0.objections[0].date = nil },
    .init(
      .objectionHowMissing, "objection.1.channel", "is missing: how the objection was made must be said"
    ) { $0.objections[0].channel = nil },
    .init(
      .responseMissing, "response.kind", "is missing: what the controller answered must be said"
    ) { $0.response.kind = nil },
    .init(
      .declarationsTruth, "declarations.truth_confirmed_on",
      "is missing: the person must have confirmed that every sentence about them is true"
    ) { $0.declarations.truthConfirmedOn = nil },
    .init(
      .declarationsForward, "declarations.forward_to_controller",
      "is missing: whether the authority may pass the complaint to the controller must be said"
    ) { $0.declarations.forwardToController = nil },
  ]

  static let texts: [FindingCase] = [
    .init(
      .textControl, "person.family_name", "holds the control character U+0007 as character 3"
    ) { $0.person.familyName = "Be\u{7}ispiel" },
    .init(
      .textPrivateUse, "grounds.text",
      "holds U+E000 as character 1, which has no agreed meaning and cannot be printed"
    ) { $0.grounds.text = "\u{E000}" + $0.grounds.text },
    .init(
      .textTooLong, "person.given_name", "has 300 letters; at most 200 fit here"
    ) { $0.person.givenName = String(repeating: "a", count: 300) },
  ]

  static let dates: [FindingCase] = [
    .init(
      .dateFuture, "response.checked_until", "is later than the date of the document, 2026-11-23"
    ) { $0.response.checkedUntil = .known("2026-11-24") },
    .init(
      .dateFuture, "objection.2.date", "is later than the date of the document, 2026-11-23"
    ) { $0.objections[1].date = .known("2026-11-20..2026-11-30", .memory) },
    .init(
      .dateOrder, "objection.1.acknowledged_on", "is earlier than objection.1.date, which must come first"
    ) { $0.objections[0].acknowledgedOn = .known("2025-05-19") },
    .init(
      .dateOrder, "response.checked_until", "is earlier than response.date, which must come first"
    ) { $0.response.checkedUntil = .known("2025-05-20") },
    .init(
      .dateYearOnly, "objection.2.date", "names no more than a year: nothing is said about the month for the answer",
      .warning
    ) { $0.objections[1].date = .known("2026", .memory) },
    .init(
      .deadlineRunning, "objection.3.date",
      "the time for an answer to this objection ends on 2026-12-09; that it was missed is not claimed", .warning
    ) {
      $0.objections.append(.renewed)
      $0.objections[2].date = .known("2026-11-09", .mail)
    },
    // Nothing else is open: a complaint about this time limit alone would be early.
    .init(
      .deadlineRunning, "objection.1.date",
      "the time for an answer to this objection ends on 2026-12-09; that it was missed is not claimed", .error
    ) {
      $0.response = Response()
      $0.response.kind = Response.Kind.none
      $0.response.checkedUntil = .known("2026-11-20")
      $0.objections = [.renewed]
      $0.objections[0].date = .known("2026-11-09", .mail)
    },
    .init(
      .deadlineUnchecked, "response.checked_until",
      "the time for an answer ended on 2026-09-03, but nobody has looked for one after that day", .warning
    ) { $0.response.checkedUntil = .known("2026-09-03") },
    .init(
      .deadlinePosted, "objection.2.date",
      "a letter's receipt is not confirmed; 7 days are allowed for the post before the month is counted", .note
    ) { $0.objections[1].channel = .post },
    .init(
      .limit, "objection.1.date",
      "the time limit for this complaint ended on 2026-05-27; asking the same again does not start it again",
      in: .austria(), suffix: ".AT"
    ) {
      $0.objections = [.sound]
      $0.notices = []
    },
    .init(.limitNear, "", "the time limit for this complaint ends on 2026-12-16", .warning, in: .austria()) {
      $0.objections = [.sound]
      $0.notices[0].date = .known("2025-12-10")
    },
    .init(
      .limitDoubtful, "response.date",
      "the time for complaining about the controller's answer may have ended on 2025-06-05", .warning, in: .slovenia()
    ) { $0.objections = [.sound] },
    .init(
      .limitContact, "reminder",
      "the authority asks for the complaint within a time after the last contact with the controller; it ended on "
        + "2025-11-21", .warning, in: .unitedKingdom()
    ) { $0.objections = [.sound] },
    .init(
      .eventStale, "objection", "nothing in this case is newer than the start of the processing on 2025-05-27", .warning
    ) {
      $0.objections = [.sound]
      $0.notices = []
    },
  ]

  static let objections: [FindingCase] = [
    .init(
      .objectionReasonsMissing, "objection.2.reasons", "is missing although reasons_known says text"
    ) { $0.objections[1].reasons = nil },
    .init(
      .objectionReasonsContradiction, "objection.2.reasons", "holds words although reasons_known says none_given"
    ) { $0.objections[1].reasonsKnown = .noneGiven },
    .init(.objectionAccount, "objection.1.accounts", "names account 2, and there are 1") {
      $0.objections[0].accounts = [1, 2]
    },
    .init(.objectionChannelDate, "objection.1.channel", "this form was not in use on that date", .warning) {
      $0.objections[0].channel = .form2024
    },
    .init(
      .objectionOnlyAttempts, "objection",
      "no objection reached the controller: only that objecting was made hard is pleaded", .warning
    ) {
      $0.objections[0].channel = .failedAttempt
      $0.objections[1].channel = .failedAttempt
    },
    .init(
      .objectionBeforeProcessing, "objection.1.date",
      "the time for an answer to this objection ended before the processing began on 2025-05-27", .note
    ) {
      $0.objections[0].date = .known("2024-06-05..2024-06-12", .memory)
      $0.objections[0].channel = .form2024
      $0.objections[0].acknowledgedOn = nil
    },
    .init(
      .groundRestriction, "objection", "restriction was not asked of the controller: its infringement is not pleaded",
      .note
    ) { $0.objections[1].alsoRequested = [.erasure] },
    .init(
      .groundInformation, "objection.1.date",
      "the date does not tell whether the policy then in force named the controller's interests; that is not pleaded",
      .note
    ) {
      $0.objections = [.sound]
      $0.objections[0].date = .known("2025-05", .memory)
    },
  ]

  static let responses: [FindingCase] = [
    .init(.responseDateMissing, "response.date", "is missing: the day of the answer must be said") {
      $0.response.date = nil
    },
    .init(
      .responseWordsMissing, "response.text", "the words of the answer are neither given nor attached", .warning
    ) {
      $0.response.text = nil
      $0.evidence.removeLast()
    },
    .init(
      .responseCheckedMissing, "response.checked_until",
      "is missing: up to which day an answer was looked for must be said"
    ) { $0.response.checkedUntil = nil },
    .init(
      .responseBeforeObjection, "response.date", "is earlier than every objection that reached the controller"
    ) { $0.response.date = .known("2025-05-19") },
    .init(.responseContradiction, "response.limits", "does not go with response.kind: refused") {
      $0.response.kind = .refused
    },
    .init(.responseContradiction, "response.text", "does not go with response.kind: none") {
      $0.response.kind = Response.Kind.none
    },
    .init(
      .responseNoLimits, "response.limits", "an acceptance without limits of its own: nothing is said about its reach",
      .note
    ) { $0.response.limits = [] },
    .init(
      .responseUnanswered, "response.answered_on",
      "the controller asked for more and there is no answered_on: no missed time limit is claimed", .warning
    ) {
      $0.response.kind = .moreAsked
      $0.response.limits = []
    },
  ]

  static let standing: [FindingCase] = [
    .init(
      .caseNotProcessed, "", "on 2025-05-25 the processing had not begun; it began on 2025-05-27",
      in: .fixture("2025-05-25")
    ) { _ in },
    .init(
      .caseNothingOpen, "response",
      "nothing is open that a complaint could be about: no time limit was missed, nothing refused, nothing limited"
    ) {
      $0.objections = [.sound]
      $0.response.limits = []
    },
    .init(
      .standingNoPublicContent, "account",
      "there was neither public content nor a chat with the controller's AI nor content of others"
    ) { $0.accounts[0].publicContent = .no },
    .init(
      .standingUnknown, "account.1.public_content",
      "it is not known whether this account had public content or chats with the controller's AI", .warning
    ) { $0.accounts[0].publicContent = .unknown },
    .init(
      .parallelUnknown, "prior.collective_action",
      "it is not said whether there is another complaint, court action or collective action about this", .warning
    ) { $0.prior.collectiveAction = .unknown },
    .init(
      .parallelUnknown, "prior.complaints",
      "it is not said whether there is another complaint, court action or collective action about this", .warning
    ) { $0.prior.complaints = nil },
    .init(
      .parallelIncomplete, "prior.court_reference", "another proceeding is mentioned without court_reference", .warning
    ) { $0.prior.court = .yes },
    .init(
      .parallelBars, "prior.court",
      "a court is dealing with the same, and this authority does not examine such a complaint", .warning,
      in: .court(.bars)
    ) { $0.prior.court = .yes },
    .init(
      .parallelSuspends, "prior.court",
      "a court is dealing with the same: this authority may wait until it has decided", .note, in: .court(.suspends)
    ) { $0.prior.court = .yes },
    .init(
      .minorRepresentative, "representative", "is missing: somebody must act for a minor"
    ) { $0.age = .minor },
    .init(.minorAge, "age", "does not go with the date of birth") {
      $0.person.dateOfBirth = .known("2008-11-24")
    },
    .init(
      .representativeAdult, "representative", "somebody acts for an adult: that needs a mandate", .warning
    ) {
      $0.representative = Representative()
      $0.representative?.name = "Max"
      $0.representative?.capacity = "Vater"
    },
    .init(
      .accessLost, "access_lost",
      "access to the account is lost, and nothing says how that stood in the way of objecting", .warning
    ) { $0.accessLost = .hacked },
    .init(
      .attestationHearsay, "effects.content",
      "data in what others posted, without an account or access, can be known from hearsay only", .warning
    ) {
      $0.accounts[0].platform = Account.Platform.none
      $0.effects.content = [.othersPosts]
    },
  ]

  static let evidence: [FindingCase] = [
    .init(.evidenceObjection, "evidence", "nothing attached shows that there was an objection", .warning) {
      $0.evidence.removeFirst(2)
    },
    .init(
      .evidenceAcknowledgement, "objection.1.acknowledged_on",
      "a confirmation of receipt is claimed and none is attached", .warning
    ) { $0.evidence.remove(at: 1) },
    .init(.evidenceAnswer, "evidence", "an answer is claimed and none is attached", .warning) {
      $0.evidence.removeLast()
    },
    .init(
      .evidenceBasis, "objection.1.date_basis", "the date is said to rest on a mail, and none is attached", .warning
    ) { $0.evidence.removeFirst(2) },
    .init(
      .evidenceAlt, "evidence.1.alt", "a picture without words: who cannot see it learns nothing from it", .warning
    ) { $0.evidence[0].alt = nil },
    .init(
      .evidenceAlt, "evidence.1.alt", "a picture without words: who cannot see it learns nothing from it", .warning
    ) { ($0.evidence[0].file, $0.evidence[0].alt) = ("photo.HEIC", nil) },
    .init(.evidenceTwice, "evidence.4.file", "is the same file as evidence 2", .warning) {
      $0.evidence.append(.file("mail.eml", .other))
    },
    .init(.evidenceDate, "evidence.1.date", "bears a date on which no objection was made", .warning) {
      $0.evidence[0].date = .known("2025-05-22")
    },
    .init(
      .policyWrongEntity, "evidence.4.transcript",
      "this policy names another controller and not Meta Platforms Ireland Limited: it is not the European one"
    ) {
      $0.evidence.append(.file("policy.png", .policy))
      $0.evidence[3].transcript = "The controller is Meta  Platforms,\nInc., Menlo Park."
    },
    .init(
      .policyUndated, "evidence.4.effective",
      "a policy without a date: versions differ, and the day it took effect belongs beside it", .warning
    ) { $0.evidence.append(.file("policy.eml", .policy)) },
    .init(
      .policyWrongEntity, "evidence.4.entity",
      "this policy names another controller and not Meta Platforms Ireland Limited: it is not the European one"
    ) {
      $0.evidence.append(.file("policy.eml", .policy))
      $0.evidence[3].entity = "META Platforms Inc"
    },
    .init(
      .policyOtherEntity, "evidence.4.entity",
      "names a company of which no policy is known: the controller's is that of Meta Platforms Ireland Limited",
      .warning
    ) {
      $0.evidence.append(.file("policy.eml", .policy))
      $0.evidence[3].entity = "Example Limited"
    },
    .init(
      .policyNoVersion, "evidence.4.effective",
      "is no day from which a known version of the policy applies; the nearest known is 2025-05-27", .warning
    ) {
      $0.evidence.append(.file("policy.eml", .policy))
      $0.evidence[3].effective = .known("2025-05-26")
    },
    .init(
      .policyNotPolicy, "evidence.2.entity",
      "says which version of a policy this is, and the role is not policy", .warning
    ) { $0.evidence[1].entity = "Meta Platforms Ireland Limited" },
  ]

  static let formal: [FindingCase] = [
    .init(
      .referenceUnsafe, "reference",
      "must be made of letters A-Z, digits, dot, hyphen and underscore, at most 64, and begin with a letter or digit"
    ) { $0.reference = "../EB" },
    .init(
      .referencePersonal, "reference", "holds a name: it becomes part of file names and subject lines"
    ) { $0.reference = "beispiel-1" },
    .init(
      .declarationsTruthOld, "declarations.truth_confirmed_on",
      "is earlier than response.checked_until: what happened later was not confirmed", .warning
    ) { $0.declarations.truthConfirmedOn = .known("2026-11-19") },
    .init(
      .declarationsNotForwarded, "declarations.forward_to_controller",
      "without forwarding to the controller an authority can often not decide about this person's case", .warning
    ) { $0.declarations.forwardToController = false },
    .init(
      .signatureNeeded, "signature.kind", "this authority takes signed complaints only", .warning, in: .signing
    ) { $0.signature.kind = nil },
  ]
}

extension Circumstances {
  /// A country that wants a signature.
  static var signing: Circumstances {
    var circumstances = fixture()
    circumstances.needsSignature = true
    return circumstances
  }
}
