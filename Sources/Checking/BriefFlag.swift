/// Statements a complaint may make about a matter; each is true only with fields of the matter that say so.
///
/// Templates ask for them by their raw values. What is unknown, empty or not said makes no flag: a sentence stands
/// where its source stands, and nowhere else.
public enum BriefFlag: String, CaseIterable, Hashable, Sendable {
  // The person and the accounts.
  case withoutAccount = "without_account"
  case severalAccounts = "several_accounts"
  case publicContent = "public_content"
  case aiChats = "ai_chats"
  case minor
  case representative
  case accessLost = "access_lost"

  // The objections.
  case severalObjections = "several_objections"
  case objectionAttempt = "objection_attempt"
  case objectionFromMemory = "objection_from_memory"
  case objectionDateUncertain = "objection_date_uncertain"
  case objectionAcknowledged = "objection_acknowledged"
  case objectionReasons = "objection_reasons"
  case objectionNoReasons = "objection_no_reasons"
  case objectionCodeEntered = "objection_code_entered"
  case objectionBeforeProcessing = "objection_before_processing"
  case erasureRequested = "erasure_requested"
  case restrictionRequested = "restriction_requested"
  case accessRequested = "access_requested"
  case reminded
  case noticed

  // What came of them.
  case deadlineMissed = "deadline_missed"
  case renewalMissed = "renewal_missed"
  case erasureUnanswered = "erasure_unanswered"
  case restrictionUnanswered = "restriction_unanswered"
  case accessUnanswered = "access_unanswered"
  case answerLate = "answer_late"
  case extendedInTime = "extended_in_time"
  case extendedLate = "extended_late"
  case answerQuoted = "answer_quoted"
  case reasonsGiven = "reasons_given"
  case reasonsNotGiven = "reasons_not_given"
  case remediesNamed = "remedies_named"
  case remediesNotNamed = "remedies_not_named"
  case limitedToFuture = "limited_to_future"
  case limitedToPublic = "limited_to_public"
  case limitedToOneAccount = "limited_to_one_account"
  case limitedMustRepeat = "limited_must_repeat"
  case questionAnswered = "question_answered"

  // What the controller's texts said when.
  case interestsNotNamed = "interests_not_named"
  case interestsTooBroad = "interests_too_broad"
  case othersContentAddedAfter = "others_content_added_after"
  case aiChatsAddedAfter = "ai_chats_added_after"
  case partnersAddedAfter = "partners_added_after"

  // What is touched today.
  case othersPosts = "others_posts"
  case specialCategories = "special_categories"
  case ownChatsUnder18 = "own_chats_under_18"
  case postedAsMinor = "posted_as_minor"
  case childInOthersPosts = "child_in_others_posts"

  // Procedure.
  case noOtherProceedings = "no_other_proceedings"
  case earlierComplaints = "earlier_complaints"
  case courtAction = "court_action"
  case collectiveAction = "collective_action"
  case mayForward = "may_forward"
  case mayNotForward = "may_not_forward"
  case groundsConfidential = "grounds_confidential"
  case mailUnencrypted = "mail_unencrypted"
}
