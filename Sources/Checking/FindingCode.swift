/// The lasting names of all findings; scripts may rely on them.
public enum FindingCode: String, CaseIterable, Hashable, Sendable {
  // Reading.
  case matterFormat = "matter.format"
  case fieldMissing = "field.missing"
  case textControl = "text.control"
  case textPrivateUse = "text.privateUse"
  case textTooLong = "text.tooLong"
  case textNoGlyph = "text.noGlyph"

  // What only the person can say.
  case groundsMissing = "grounds.missing"
  case groundsShort = "grounds.short"
  case groundsConfidential = "grounds.confidential"
  case effectsMissing = "effects.missing"
  case accountMissing = "account.missing"
  case accountIdentifierMissing = "account.identifier.missing"
  case objectionMissing = "objection.missing"
  case objectionWhenMissing = "objection.when.missing"
  case objectionHowMissing = "objection.how.missing"
  case objectionReasonsMissing = "objection.reasons.missing"
  case objectionReasonsContradiction = "objection.reasons.contradiction"
  case responseMissing = "response.missing"

  // Dates.
  case dateFuture = "date.future"
  case dateOrder = "date.order"
  case dateYearOnly = "date.yearOnly"
  case deadlineRunning = "deadline.running"
  case deadlineUnchecked = "deadline.unchecked"
  case deadlinePosted = "deadline.posted"
  case limit = "limit"
  case limitNear = "limit.near"
  case limitDoubtful = "limit.doubtful"
  case limitContact = "limit.contact"
  case eventStale = "event.stale"

  // Objections.
  case objectionAccount = "objection.account"
  case objectionChannelDate = "objection.channelDate"
  case objectionOnlyAttempts = "objection.onlyAttempts"
  case objectionBeforeProcessing = "objection.beforeProcessing"

  case renewalRunning = "renewal.running"
  case renewalRepeated = "renewal.repeated"

  // The answer.
  case responseDateMissing = "response.date.missing"
  case responseWordsMissing = "response.words.missing"
  case responseCheckedMissing = "response.checked.missing"
  case responseBeforeObjection = "response.beforeObjection"
  case responseContradiction = "response.contradiction"
  case responseNoLimits = "response.noLimits"
  case responseUnanswered = "response.unanswered"

  // The case as a whole.
  case caseNotProcessed = "case.notProcessed"
  case caseNothingOpen = "case.nothingOpen"
  case standingNoPublicContent = "standing.noPublicContent"
  case standingUnknown = "standing.unknown"
  case groundRestriction = "ground.18.notRequested"
  case groundInformation = "ground.13.dateGate"
  case policyWrongEntity = "policy.wrongEntity"
  case policyUndated = "policy.undated"
  case policyOtherEntity = "policy.otherEntity"
  case policyNoVersion = "policy.noVersion"
  case policyNotPolicy = "policy.notPolicy"
  case parallelUnknown = "parallel.unknown"
  case parallelIncomplete = "parallel.incomplete"
  case parallelBars = "parallel.bars"
  case parallelSuspends = "parallel.suspends"

  // Whereto.
  case campaignUnknown = "campaign.unknown"
  case campaignNoKind = "campaign.noKind"
  case campaignNoLanguage = "campaign.noLanguage"
  case controllerNamed = "controller.named"
  case countryUnknown = "country.unknown"
  case authorityUnknown = "authority.unknown"
  case authorityNeeded = "authority.needed"
  case authorityPublicSector = "authority.publicSector"
  case authorityOtherCountry = "authority.otherCountry"
  case languageUnknown = "language.unknown"
  case languageNotTaken = "language.notTaken"
  case languageNotWritten = "language.notWritten"
  case residenceMismatch = "residence.mismatch"
  case postcodeMalformed = "postcode.malformed"
  case postcodeUnknown = "postcode.unknown"
  case postcodeStraddles = "postcode.straddles"
  case postcodeCustomer = "postcode.customer"

  // The person.
  case minorRepresentative = "minor.representative"
  case minorAge = "minor.age"
  case representativeAdult = "representative.adult"
  case accessLost = "access.lost"
  case attestationHearsay = "attestation.hearsay"

  // Evidence.
  case evidenceObjection = "evidence.objection"
  case evidenceAcknowledgement = "evidence.acknowledgement"
  case evidenceAnswer = "evidence.answer"
  case evidenceBasis = "evidence.basis"
  case evidenceAlt = "evidence.alt"
  case evidenceTwice = "evidence.twice"
  case evidenceDate = "evidence.date"
  case evidenceUncited = "evidence.uncited"
  case evidenceCited = "evidence.cited"

  // What mails among the evidence say.
  case mailUndated = "mail.undated"
  case mailOffer = "mail.offer"
  case mailObjectionDay = "mail.objectionDay"
  case mailReceiptDay = "mail.receiptDay"
  case mailAnswerDay = "mail.answerDay"
  case mailSender = "mail.sender"

  // What the way of filing takes.
  case channelSize = "channel.size"
  case channelType = "channel.type"
  case partTooSmall = "part.tooSmall"

  // Form.
  case referenceUnsafe = "reference.unsafe"
  case referencePersonal = "reference.personal"
  case declarationsTruth = "declarations.truth"
  case declarationsTruthOld = "declarations.truth.old"
  case declarationsForward = "declarations.forward"
  case declarationsNotForwarded = "declarations.notForwarded"
  case signatureNeeded = "signature.needed"

  // What was filed.
  case filingSupplement = "filing.supplement"
}
