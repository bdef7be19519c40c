import Casebook
import Matter
import Messages

/// What a finding says: all messages and hints of checking stand in this file, and nowhere else.
///
/// `{1}` and `{2}` stand for parameters: dates, numbers, words of the schema and of the casebook. Lower case, no full
/// stop; nothing a person typed.
struct Wording: Hashable, Sendable {
  var severity: Severity
  /// What it means, for the documentation; the message unless that needs its parameters.
  var message: String
  var hint: String?
  var law: String?

  private init(_ severity: Severity, _ message: String, hint: String? = nil, law: String? = nil) {
    self.severity = severity
    self.message = message
    self.hint = hint
    self.law = law
  }

  /// The wording of a code.
  static func of(_ code: FindingCode) -> Wording {
    switch code {
    // Reading.
    case .matterFormat:
      Wording(.error, "the file cannot be read here: {1}")
    case .fieldMissing:
      Wording(.error, "is missing", hint: "fill it in; nothing can be written without it")
    case .textControl:
      Wording(
        .error, "holds the control character {1} as character {2}",
        hint: "delete it; it often comes with text copied from elsewhere")
    case .textPrivateUse:
      Wording(
        .error, "holds {1} as character {2}, which has no agreed meaning and cannot be printed",
        hint: "replace it by the letter that is meant; it often comes from a symbol font")
    case .textTooLong:
      Wording(.error, "has {1} letters; at most {2} fit here", hint: "shorten it, or put the rest where it belongs")
    case .textNoGlyph:
      Wording(
        .error, "holds {1} ({2}), which no installed font can show",
        hint: "replace it, or describe it in words{3}")

    // What only the person can say.
    case .groundsMissing:
      Wording(
        .error, "is missing: the law asks for the person's own reasons, and nobody else can write them",
        hint: "three or four sentences in the person's own words are enough", law: "Art. 21(1) GDPR")
    case .groundsShort:
      Wording(
        .note, "is shorter than {1} characters; short reasons are no ground for dismissal",
        hint: "one question, once: what has this to do with your own situation?", law: "Art. 21(1) GDPR")
    case .groundsConfidential:
      Wording(
        .warning, "goes to the controller with this letter, and declarations.grounds_confidential keeps it from there",
        hint: "see that it holds nothing the controller should not know, or write other reasons for this letter")
    case .effectsMissing:
      Wording(
        .error, "is missing: a complaint is about something that is not settled today",
        hint: "say what is still open as far as you know; \"I cannot tell whether they stopped\" is an answer",
        law: "Art. 77(1) GDPR")
    case .accountMissing:
      Wording(
        .error, "is missing: the authority must be able to tell which data this is about",
        hint: "name each account; if there is none, write platform: none",
        law: "Art. 77(1) GDPR; [2024] IEHC 577, paras 92-98")
    case .accountIdentifierMissing:
      Wording(
        .error, "is missing: the account's name or the link to the profile is essential from the outset",
        hint: "give the account's name or the link to the profile, not a password",
        law: "Art. 77(1) GDPR; [2024] IEHC 577, paras 92-98")
    case .objectionMissing:
      Wording(
        .error, "is missing: this complaint is about an objection that was made",
        hint: "object to the controller first and keep the confirmation; complain when the month for the answer is "
          + "over",
        law: "Art. 21(1) GDPR")
    case .objectionWhenMissing:
      Wording(
        .error, "is missing: when the objection was made must be said, as exactly as it is known",
        hint: "a month (2024-06) or a range (2024-06-05..2024-06-12) is enough; the confirmation mail shows the day",
        law: "Art. 12(3) GDPR")
    case .objectionHowMissing:
      Wording(
        .error, "is missing: how the objection was made must be said",
        hint: "one of {1}", law: "Art. 21(1) GDPR")
    case .objectionReasonsMissing:
      Wording(
        .error, "is missing although reasons_known says text",
        hint: "paste what was written then, word for word, or write reasons_known: none_given or unknown")
    case .objectionReasonsContradiction:
      Wording(
        .error, "holds words although reasons_known says {1}",
        hint: "write reasons_known: text if these are the words of then; what is said now belongs into grounds.text")
    case .responseMissing:
      Wording(
        .error, "is missing: what the controller answered must be said",
        hint: "one of none, automatic, refused, accepted, more_asked, extended, other", law: "Art. 12(3) GDPR")

    // Dates.
    case .dateFuture:
      Wording(
        .error, "is later than the date of the document, {1}",
        hint: "correct the date, or give a later day with --date")
    case .dateOrder:
      Wording(.error, "is earlier than {1}, which must come first", hint: "correct one of the two dates")
    case .dateYearOnly:
      Wording(
        .warning, "names no more than a year: nothing is said about the month for the answer",
        hint: "look for the confirmation mail, or narrow it down (2024-06-05..2024-06-12); or object again",
        law: "Art. 12(3) GDPR")
    case .deadlineRunning:
      Wording(
        .warning, "the time for an answer to this objection ends on {1}; that it was missed is not claimed",
        hint: "a missed time limit can be claimed from {2} on, with --date of that day or later and a later "
          + "checked_until",
        law: "Art. 12(3) GDPR; Art. 3 Reg. (EEC, Euratom) No 1182/71")
    case .deadlineUnchecked:
      Wording(
        .warning, "the time for an answer ended on {1}, but nobody has looked for one after that day",
        hint: "look again, also among spam and inside the service, and set response.checked_until to that day",
        law: "Art. 12(3) GDPR")
    case .deadlinePosted:
      Wording(
        .note, "a letter's receipt is not confirmed; {1} days are allowed for the post before the month is counted",
        hint: "if receipt was confirmed, give the day as acknowledged_on", law: "Art. 12(3) GDPR")
    case .limit:
      Wording(
        .error, "the time limit for this complaint ended on {1}; asking the same again does not start it again",
        hint: "a new event does: object again to the policy now in force, ask for erasure and access in the same "
          + "letter, "
          + "and complain when that month is over")
    case .limitNear:
      Wording(.warning, "the time limit for this complaint ends on {1}", hint: "see that it arrives by that day")
    case .limitDoubtful:
      Wording(
        .warning, "the time for complaining about the controller's answer may have ended on {1}",
        hint: "it was not verified whether a later complaint is rejected; to be safe, object anew against the privacy "
          + "policy in force today, and complain about what comes of that")
    case .limitContact:
      Wording(
        .warning,
        "the authority asks for the complaint within a time after the last contact with the controller; it ended on {1}",
        hint:
          "it may refuse a later complaint: write to the controller once more, and complain about what comes of that")
    case .eventStale:
      Wording(
        .warning, "nothing in this case is newer than the start of the processing on {1}",
        hint: "the complaint rests on the processing since then; a renewed objection with requests for erasure and "
          + "access "
          + "makes a stronger one",
        law: "Art. 77(1) GDPR")

    // Objections.
    case .objectionAccount:
      Wording(.error, "names account {1}, and there are {2}", hint: "accounts are numbered from 1 in the order given")
    case .objectionChannelDate:
      Wording(
        .warning, "this form was not in use on that date", hint: "check the date and the channel; both are printed")
    case .objectionOnlyAttempts:
      Wording(
        .warning, "no objection reached the controller: only that objecting was made hard is pleaded",
        hint: "if one did get through, by mail or letter as well, add it", law: "Art. 12(2) GDPR")
    case .objectionBeforeProcessing:
      Wording(
        .note, "the time for an answer to this objection ended before the processing began on {1}",
        hint: "it is pleaded as still binding; the infringement is the processing since that day",
        law: "Art. 21(1) GDPR")

    case .renewalRunning:
      Wording(
        .warning, "the time for an answer to this objection ends on {1} only",
        hint: "wait for it: the same request twice within a month serves nobody and may be called excessive; a new "
          + "letter makes sense from {2} on",
        law: "Art. 12(5) GDPR; C-526/24")
    case .renewalRepeated:
      Wording(
        .warning, "all that this letter asks was asked already, and neither an answer nor a new policy came since",
        hint: "a letter needs a purpose of its own: remind the controller, or complain with `complain draft`",
        law: "Art. 12(5) GDPR; C-526/24")

    // The answer.
    case .responseDateMissing:
      Wording(
        .error, "is missing: the day of the answer must be said",
        hint: "the mail shows it; a month or a range is enough", law: "Art. 12(3) GDPR")
    case .responseWordsMissing:
      Wording(
        .warning, "the words of the answer are neither given nor attached",
        hint: "paste them, or attach the mail or a screenshot with role: answer; from memory they prove little")
    case .responseCheckedMissing:
      Wording(
        .error, "is missing: up to which day an answer was looked for must be said",
        hint: "look once more, also among spam and inside the service; the complaint will say \"no answer up to "
          + "this day\"",
        law: "Art. 12(3) GDPR")
    case .responseBeforeObjection:
      Wording(
        .error, "is earlier than every objection that reached the controller",
        hint: "correct the date, or add the objection it answers")
    case .responseContradiction:
      Wording(
        .error, "does not go with response.kind: {1}",
        hint: "correct response.kind, or leave this field out")
    case .responseNoLimits:
      Wording(
        .note, "an acceptance without limits of its own: nothing is said about its reach",
        hint: "tick in limits only what its own words say")
    case .responseUnanswered:
      Wording(
        .warning, "the controller asked for more and there is no answered_on: no missed time limit is claimed",
        hint: "answer the controller, or say in hardship why what it asked for was too much",
        law: "Art. 12(6) GDPR")

    // The case as a whole.
    case .caseNotProcessed:
      Wording(
        .error, "on {1} the processing had not begun; it began on {2}",
        hint: "there is a complaint only about processing that takes or took place",
        law: "Art. 77(1) GDPR; [2024] IEHC 577, paras 100-103")
    case .caseNothingOpen:
      Wording(
        .error,
        "nothing is open that a complaint could be about: no time limit was missed, nothing refused, "
          + "nothing limited",
        hint: "if the acceptance has limits, tick them in response.limits; if something else happened, add the "
          + "objection, "
          + "notice or hardship",
        law: "Art. 77(1) GDPR")
    case .standingNoPublicContent:
      Wording(
        .error, "there was neither public content nor a chat with the controller's AI nor content of others",
        hint: "without data of this person in the processing there is no complaint; if others posted about the person, "
          + "add others_posts to effects.content",
        law: "Art. 77(1) GDPR; [2024] IEHC 577, paras 100-103")
    case .standingUnknown:
      Wording(
        .warning, "it is not known whether this account had public content or chats with the controller's AI",
        hint: "look at the account's settings and say yes or no in public_content and ai_chats",
        law: "Art. 77(1) GDPR; [2024] IEHC 577, paras 100-103")
    case .groundRestriction:
      Wording(
        .note, "restriction was not asked of the controller: its infringement is not pleaded",
        hint: "only what was requested can be said to have been refused", law: "Art. 18(1)(d) GDPR; C-46/23, para. 36")
    case .groundInformation:
      Wording(
        .note,
        "the date does not tell whether the policy then in force named the controller's interests; that is "
          + "not pleaded",
        hint: "narrow the date down: before {1}, or on it or later", law: "Art. 13(1)(d) GDPR")
    case .policyWrongEntity:
      Wording(
        .error, "this policy names another controller and not {1}: it is not the European one",
        hint: "attach the policy as it is shown in Europe, or leave it out")
    case .policyUndated:
      Wording(
        .warning, "a policy without a date: versions differ, and the day it took effect belongs beside it",
        hint: "give the day from which it applies as effective")
    case .policyOtherEntity:
      Wording(
        .warning, "names a company of which no policy is known: the controller's is that of {1}",
        hint: "write the name as it stands in the policy; a policy of another company proves nothing about this one")
    case .policyNoVersion:
      Wording(
        .warning, "is no day from which a known version of the policy applies; the nearest known is {1}",
        hint: "take the day that stands in the policy itself, not the day on which it was read or announced")
    case .policyNotPolicy:
      Wording(
        .warning, "says which version of a policy this is, and the role is not policy",
        hint: "write role: policy, or leave it out")
    case .parallelUnknown:
      Wording(
        .warning, "it is not said whether there is another complaint, court action or collective action about this",
        hint: "ask the person and write yes or no (complaints: [] for none); that is no obstacle, the authority "
          + "should know",
        law: "Arts 77-79 GDPR; C-132/21, para. 57")
    case .parallelIncomplete:
      Wording(
        .warning, "another proceeding is mentioned without {1}", hint: "add it if the person has it",
        law: "Arts 77-79 GDPR")
    case .parallelBars:
      Wording(
        .warning, "a court is dealing with the same, and this authority does not examine such a complaint",
        hint: "take advice before you file it; that there is a case in court is said in the complaint")
    case .parallelSuspends:
      Wording(.note, "a court is dealing with the same: this authority may wait until it has decided", hint: nil)

    // Whereto.
    case .campaignUnknown:
      Wording(.error, "there is no such campaign", hint: "{1}")
    case .campaignNoKind: Wording(.error, "this campaign has no document of that kind", hint: "it has: {1}")
    case .campaignNoLanguage:
      Wording(.error, "this campaign is not written in that language", hint: "choose one of these: {1}")
    case .controllerNamed:
      Wording(
        .error, "this campaign names the controller itself: {1}",
        hint: "leave `controller` out, or take the campaign `generic` for another controller")
    case .countryUnknown:
      Wording(.error, "there is no data for this country yet", hint: "{1}")
    case .authorityUnknown:
      Wording(.error, "there is no authority with this identifier", hint: "{1}")
    case .authorityNeeded:
      Wording(
        .error, "is missing: with basis: {1} the postcode of the residence does not tell the authority",
        hint: "fill authority with one of: {2}", law: "Art. 77(1) GDPR")
    case .languageUnknown:
      Wording(.error, "there is no text in this language yet", hint: "{1}")
    case .languageNotTaken:
      Wording(
        .warning, "the authority takes complaints in {1}",
        hint: "leave language out and keep this version for yourself")
    case .languageNotWritten:
      Wording(
        .error, "what the law of the country adds is not written in this language, only in {1}",
        hint: "leave language out, or choose one of these")
    case .authorityPublicSector:
      Wording(
        .error, "this authority supervises public bodies only, and the controller is a company",
        hint: "leave authority out, or choose the one for companies")
    case .authorityOtherCountry:
      Wording(
        .error, "this authority is in {1}, and the complaint was asked for in {2}",
        hint: "leave one of the two out")
    case .residenceMismatch:
      Wording(
        .error, "the complaint is to go to {1}, and the person lives in {2}",
        hint: "write basis: work or basis: place_of_infringement if one of these is in {1}, or choose the residence",
        law: "Art. 77(1) GDPR")
    case .postcodeMalformed:
      Wording(
        .error, "is no postcode of {1}", hint: "postcodes there look like {2}; spreadsheets drop leading zeros")
    case .postcodeUnknown:
      Wording(
        .error, "there is no such postcode in our table for {1}",
        hint: "check it; if it is right, fill authority with one of: {2}")
    case .postcodeStraddles:
      Wording(
        .error, "this postcode lies in more than one Land",
        hint: "ask for the municipality, then fill authority with one of: {1}")
    case .postcodeCustomer:
      Wording(
        .error, "this postcode belongs to one recipient of much mail and not to a street",
        hint: "give the postcode of the residence, or fill authority with one of: {1}")

    // The person.
    case .minorRepresentative:
      Wording(
        .error, "is missing: somebody must act for a minor",
        hint: "give representative.name and representative.capacity")
    case .minorAge:
      Wording(.error, "does not go with the date of birth", hint: "correct age or person.date_of_birth")
    case .representativeAdult:
      Wording(
        .warning, "somebody acts for an adult: that needs a mandate",
        hint: "attach the signed mandate with role: mandate, or leave representative out", law: "Art. 80(1) GDPR")
    case .accessLost:
      Wording(
        .warning, "access to the account is lost, and nothing says how that stood in the way of objecting",
        hint: "describe it in hardship with step: login", law: "Art. 12(2), 11(2) GDPR")
    case .attestationHearsay:
      Wording(
        .warning, "data in what others posted, without an account or access, can be known from hearsay only",
        hint: "attach what shows it, with others' names blacked out; the attestation covers own perception only")

    // Evidence.
    case .evidenceObjection:
      Wording(
        .warning, "nothing attached shows that there was an objection",
        hint: "attach the confirmation mail or a screenshot with role: objection or acknowledgement")
    case .evidenceAcknowledgement:
      Wording(
        .warning, "a confirmation of receipt is claimed and none is attached",
        hint: "attach it with role: acknowledgement, or leave acknowledged_on out")
    case .evidenceAnswer:
      Wording(.warning, "an answer is claimed and none is attached", hint: "attach it with role: answer")
    case .evidenceBasis:
      Wording(
        .warning, "the date is said to rest on a {1}, and none is attached",
        hint: "attach it with role: objection or acknowledgement, or write date_basis: memory")
    case .evidenceAlt:
      Wording(
        .warning, "a picture without words: who cannot see it learns nothing from it",
        hint: "say in alt what is to be seen, or in transcript which words in it matter")
    case .evidenceTwice:
      Wording(.warning, "is the same file as evidence {1}", hint: "attach each file once")
    case .evidenceDate:
      Wording(
        .warning, "bears a date on which no objection was made",
        hint: "correct the date here or that of the objection; the authority will compare them")
    case .evidenceUncited:
      Wording(
        .warning, "the text cites this exhibit nowhere: who reads it is not told what it shows",
        hint: "give it the role under which the text speaks of such exhibits; in a template of your own, cite it with "
          + "[](annex:ROLE)")
    case .evidenceCited:
      Wording(
        .error, "the text cites an exhibit of the role {1}, and there is none",
        hint: "attach one with role: {1}; in a template of your own, cite it only where there is one")

    // What mails among the evidence say.
    case .mailUndated:
      Wording(
        .note, "the e-mail bears the date {1}, and the entry says none", hint: "add date: {2} if that is the day")
    case .mailOffer:
      Wording(
        .note, "the e-mail of evidence {1} may belong here; this says so: {3}",
        hint: "read it; if it does, enter its date, {2}")
    case .mailObjectionDay:
      Wording(
        .warning, "this e-mail bears the date {1}, and no objection is said to have been made on that day",
        hint: "correct the date of the objection, or check that it is the right mail; the authority will compare them")
    case .mailReceiptDay:
      Wording(
        .warning, "this e-mail bears the date {1}, and no receipt is said to have been confirmed on that day",
        hint: "correct acknowledged_on, or check that it is the right mail; the authority will compare them")
    case .mailAnswerDay:
      Wording(
        .warning, "this e-mail bears the date {1}, and the answer is said to be of another day",
        hint: "correct response.date, or check that it is the right mail; the authority will compare them")
    case .mailSender:
      Wording(
        .warning, "this e-mail comes from none of the domains that the controller is known to send from: {1}",
        hint: "check that it is no forgery; if it was forwarded, get the original from the mailbox it was sent to")

    // Form.
    case .referenceUnsafe:
      Wording(
        .error,
        "must be made of letters A-Z, digits, dot, hyphen and underscore, at most {1}, and begin with a "
          + "letter or digit",
        hint: "such as EB-2026-01; it becomes part of file names")
    case .referencePersonal:
      Wording(
        .error, "holds a name: it becomes part of file names and subject lines",
        hint: "use a number or initials, such as EB-2026-01")
    case .declarationsTruth:
      Wording(
        .error, "is missing: the person must have confirmed that every sentence about them is true",
        hint: "let the person read it, then write the day")
    case .declarationsTruthOld:
      Wording(
        .warning, "is earlier than {1}: what happened later was not confirmed",
        hint: "let the person read it again, then write the day")
    case .declarationsForward:
      Wording(
        .error, "is missing: whether the authority may pass the complaint to the controller must be said",
        hint: "yes or no; without it an authority can often not decide")
    case .declarationsNotForwarded:
      Wording(
        .warning, "without forwarding to the controller an authority can often not decide about this person's case",
        hint: "grounds_confidential: yes keeps the reasons from the controller and passes on the rest")
    case .signatureNeeded:
      Wording(
        .warning, "this authority takes signed complaints only",
        hint: "write signature.kind: handwritten and sign the printed page, or qualified")

    // What the way of filing takes.
    case .channelSize:
      Wording(
        .warning, "complaint and evidence come to about {1} MB on their way; the authority takes {2} MB at once",
        hint: "draft in parts with --split-mb {3}, or file by another way; leave out only what proves nothing")
    case .channelType:
      Wording(
        .warning, "the authority takes no files of the type {1}, and the original is one",
        hint:
          "attach a PDF or a screenshot of it in its place, or file by another way; the original is kept all the same")
    case .partTooSmall:
      Wording(
        .error, "the exhibit alone comes to about {1} MB, and a part may have {2}",
        hint: "allow larger parts, or attach the passage that matters as a smaller file; an exhibit is never cut")

    // What was filed.
    case .filingSupplement:
      Wording(
        .warning, "the complaint was filed on {1}, and the matter is no longer the one it was made of",
        hint: "what is new becomes a supplement: a letter of its own to the authority, with its file number; what was "
          + "filed stays as it is")
    }
  }
}
