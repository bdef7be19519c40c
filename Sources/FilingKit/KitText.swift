/// The texts of `locales/kit/<language>.yaml`; all languages have all of them.
///
/// Those that begin with `mail` and `text` go to the authority, in its language; the person reads the others.
public enum KitText: String, CaseIterable, Hashable, Sendable {
  // The page START-HERE.html: what a person asks first.
  case startTitle = "start_title"
  case startHeading = "start_heading"
  case startIntro = "start_intro"
  case startRepresents = "start_represents"
  case costLabel = "cost_label"
  case cost
  case lawyerLabel = "lawyer_label"
  case lawyer
  case controllerLabel = "controller_label"
  case controllerAll = "controller_all"
  case controllerNotGrounds = "controller_not_grounds"
  case controllerNothing = "controller_nothing"
  case timeLabel = "time_label"
  case time

  // Reading and signing.
  case readHeading = "read_heading"
  case readText = "read_text"
  case signatureNone = "signature_none"
  case signatureHandwritten = "signature_handwritten"
  case signatureQualified = "signature_qualified"
  case signatureRepresentative = "signature_representative"

  // Filing: what holds for every way, then each way.
  case fileHeading = "file_heading"
  case fileOnce = "file_once"
  case verifyUnchecked = "verify_unchecked"
  case verifyChecked = "verify_checked"
  case noticeHeading = "notice_heading"
  case noticeSaysLabel = "notice_says_label"
  case noticeAnswerLabel = "notice_answer_label"
  case noticeLaw = "notice_law"
  case wayRecommended = "way_recommended"
  case wayEmail = "way_email"
  case wayForm = "way_form"
  case wayPortal = "way_portal"
  case wayPost = "way_post"
  case emailStart = "email_start"
  case emailDraft = "email_draft"
  case emailTo = "email_to"
  case emailSubject = "email_subject"
  case emailText = "email_text"
  case emailAttach = "email_attach"
  case emailSend = "email_send"
  case emailOpen = "email_open"
  case emailTooLarge = "email_too_large"
  case formOpen = "form_open"
  case formLogin = "form_login"
  case formCopy = "form_copy"
  case formUpload = "form_upload"
  case formReceipt = "form_receipt"
  case postPrint = "post_print"
  case postAddress = "post_address"
  case postRegistered = "post_registered"
  case postVisiting = "post_visiting"
  case fileAnd = "file_and"

  // The day of filing.
  case dayHeading = "day_heading"
  case dayText = "day_text"
  case dayFormat = "day_format"
  case dayWhy = "day_why"
  case dayNoFile = "day_no_file"

  // What comes after.
  case nextHeading = "next_heading"
  case nextReceipt = "next_receipt"
  case nextNational = "next_national"
  case nextLead = "next_lead"
  case nextLeadSame = "next_lead_same"
  case nextQuestions = "next_questions"
  case nextEvidence = "next_evidence"
  case nextSilence = "next_silence"

  // What is stored where.
  case storedHeading = "stored_heading"
  case storedHere = "stored_here"
  case storedComplaint = "stored_complaint"
  case storedAnnex = "stored_annex"
  case storedStart = "stored_start"
  case storedEmailText = "stored_email_text"
  case storedEmailDraft = "stored_email_draft"
  case storedPortal = "stored_portal"
  case storedMatter = "stored_matter"
  case storedBeside = "stored_beside"
  case storedForget = "stored_forget"
  case storedKept = "stored_kept"
  case storedAlone = "stored_alone"

  // Who wrote it.
  case authorHeading = "author_heading"
  case authorMachine = "author_machine"
  case authorReviewed = "author_reviewed"
  case authorAdvice = "author_advice"
  case authorAsOf = "author_as_of"

  // The page portal.html.
  case portalTitle = "portal_title"
  case portalHeading = "portal_heading"
  case portalIntro = "portal_intro"
  case portalBack = "portal_back"
  case portalAddress = "portal_address"
  case portalKnown = "portal_known"
  case portalKnownUnseen = "portal_known_unseen"
  case portalKnownSeen = "portal_known_seen"
  case portalUnknown = "portal_unknown"
  case portalYou = "portal_you"
  case portalCase = "portal_case"
  case portalTexts = "portal_texts"
  case portalOpen = "portal_open"
  case portalUnknownValue = "portal_unknown_value"
  case portalTooShort = "portal_too_short"
  case portalLimit = "portal_limit"
  case portalShort = "portal_short"
  case portalLong = "portal_long"
  case portalFiles = "portal_files"
  case portalFilesText = "portal_files_text"

  // Labels of fields where the form's own are not known.
  case fieldGivenName = "field_given_name"
  case fieldFamilyName = "field_family_name"
  case fieldStreet = "field_street"
  case fieldExtraLine = "field_extra_line"
  case fieldPostalCode = "field_postal_code"
  case fieldCity = "field_city"
  case fieldCountry = "field_country"
  case fieldDateOfBirth = "field_date_of_birth"
  case fieldEmail = "field_email"
  case fieldPhone = "field_phone"
  case fieldRepresentative = "field_representative"
  case fieldOrganisation = "field_organisation"
  case fieldController = "field_controller"
  case fieldControllerAddress = "field_controller_address"
  case fieldAccounts = "field_accounts"
  case fieldReference = "field_reference"
  case fieldObjected = "field_objected"

  // Dates that exist after filing.
  case calendarProgressTitle = "calendar_progress_title"
  case calendarProgress = "calendar_progress"
  case calendarInformTitle = "calendar_inform_title"
  case calendarInform = "calendar_inform"
  case numbersOwn = "numbers_own"
  case numbersBoth = "numbers_both"

  // What goes to the authority.
  case mailSubject = "mail_subject"
  case mailOpening = "mail_opening"
  case mailOpeningBare = "mail_opening_bare"
  case mailRepresents = "mail_represents"
  case mailOriginals = "mail_originals"
  case mailReference = "mail_reference"
  case mailUnencrypted = "mail_unencrypted"
  case textRow = "text_row"
  case textDetails = "text_details"
  case textSee = "text_see"
  case textYes = "text_yes"
  case textNo = "text_no"

  // What the commands filed, where and forget say.
  case filedNoted = "filed_noted"
  case filedFrozen = "filed_frozen"
  case filedCalendar = "filed_calendar"
  case whereMatter = "where_matter"
  case whereRecord = "where_record"
  case whereInterview = "where_interview"
  case whereComplaint = "where_complaint"
  case whereFiled = "where_filed"
  case whereLetter = "where_letter"
  case whereCopy = "where_copy"
  case whereKit = "where_kit"
  case whereOriginal = "where_original"
  case whereCalendar = "where_calendar"
  case whereFolder = "where_folder"
  case whereEvidence = "where_evidence"
  case whereLine = "where_line"
  case whereMissing = "where_missing"
  case whereChanged = "where_changed"
  case whereOther = "where_other"
  case whereSent = "where_sent"
  case forgetQuestion = "forget_question"
  case forgetYes = "forget_yes"
  case forgetNone = "forget_none"
  case forgetDone = "forget_done"
  case forgetKept = "forget_kept"

  /// The names a text may hold in braces.
  var placeholders: Set<String> {
    switch self {
    case .calendarProgress:
      ["authority", "end", "filed", "numbers"]
    case .calendarInform:
      ["authority", "end", "filed", "numbers", "provision"]
    case .startIntro:
      ["authority", "reference"]
    case .startRepresents:
      ["organisation"]
    case .numbersBoth:
      ["authority_reference", "reference"]
    case .storedAnnex:
      ["caption", "number"]
    case .readText, .postPrint:
      ["complaint"]
    case .controllerLabel, .nextEvidence:
      ["controller"]
    case .authorAsOf:
      ["controller", "date"]
    case .mailOpening, .mailOpeningBare, .mailRepresents:
      ["controller", "date", "pages"]
    case .nextNational:
      ["controller", "establishment"]
    case .forgetDone:
      ["count"]
    case .verifyChecked, .portalKnownSeen:
      ["date"]
    case .authorMachine, .authorReviewed:
      ["document_language", "page_language"]
    case .emailStart, .emailDraft, .formCopy, .portalBack, .filedFrozen, .filedCalendar:
      ["file"]
    case .filedNoted:
      ["filed", "record"]
    case .emailAttach, .formUpload, .portalFilesText:
      ["files"]
    case .fileAnd:
      ["first", "last"]
    case .textRow:
      ["label", "value"]
    case .nextLead, .nextLeadSame:
      ["lead"]
    case .portalTooShort, .portalLimit, .portalShort, .portalLong:
      ["limit"]
    case .whereMissing, .whereChanged, .whereOther, .forgetKept:
      ["line"]
    case .storedBeside:
      ["matter", "record"]
    case .whereLine:
      ["path", "what"]
    case .calendarInformTitle:
      ["provision", "reference"]
    case .noticeLaw:
      ["provisions"]
    case .startTitle,
      .nextReceipt,
      .portalTitle,
      .calendarProgressTitle,
      .numbersOwn,
      .mailSubject,
      .mailReference,
      .textDetails,
      .textSee:
      ["reference"]
    case .wayRecommended:
      ["way"]
    case .forgetQuestion:
      ["yes"]
    default: []
    }
  }
}
