/// The questions there are; their words stand in `locales/interview/<language>.yaml`.
///
/// A question of a list is asked once an entry: `objection.date` becomes `objection.1.date`, `objection.2.date`.
public enum QuestionID: String, CaseIterable, Hashable, Sendable {
  case country
  case workCountry = "work.country"
  case workPostcode = "work.postcode"
  case workPart = "work.part"
  case residence = "person.country"
  case postcode
  case part
  case age
  case platform = "account.platform"
  case handle = "account.handle"
  case accountEmail = "account.email"
  case publicContent = "account.public_content"
  case chats = "account.ai_chats"
  case anotherAccount = "account.another"
  case told = "objection.told"
  case toldAgain = "objection.told_again"
  case letter = "objection.letter"
  case objectionDate = "objection.date"
  case earliest = "objection.earliest"
  case latest = "objection.latest"
  case basis = "objection.date_basis"
  case form = "objection.form"
  case forAccounts = "objection.accounts"
  case reasonsKnown = "objection.reasons_known"
  case reasons = "objection.reasons"
  case reasonsLanguage = "objection.reasons_language"
  case requested = "objection.also_requested"
  case arrival = "objection.arrival"
  case acknowledgedOn = "objection.acknowledged_on"
  case objectedAgain = "objection.again"
  case answer = "response.kind"
  case moreTime = "response.more_time"
  case checkedUntil = "response.checked_until"
  case reminded = "reminder.any"
  case reminderDate = "reminder.date"
  case reminderChannel = "reminder.channel"
  case answerDate = "response.date"
  case answerText = "response.text"
  case answerLanguage = "response.text_language"
  case reasonsGiven = "response.reasons_given"
  case remediesNamed = "response.remedies_named"
  case limits = "response.limits"
  case newNotice = "notice.any"
  case noticeDate = "notice.date"
  case noticeKind = "notice.kind"
  case repliedOn = "response.answered_on"
  case grounds = "grounds.text"
  case groundsMore = "grounds.more"
  case today = "effects.today"
  case content = "effects.content"
  case special = "effects.special"
  case hardship = "hardship.step"
  case hardshipText = "hardship.description"
  case file = "evidence.file"
  case role = "evidence.role"
  case fileDate = "evidence.date"
  case alt = "evidence.alt"
  case transcript = "evidence.transcript"
  case prior = "prior.where"
  case priorAuthority = "prior.authority"
  case priorDate = "prior.date"
  case priorReference = "prior.reference"
  case courtReference = "prior.court_reference"
  case givenName = "person.given_name"
  case familyName = "person.family_name"
  case street = "person.street"
  case extraLine = "person.extra_line"
  case city = "person.city"
  case email = "person.email"
  case unencrypted = "declarations.mail_unencrypted"
  case representative = "representative.name"
  case capacity = "representative.capacity"
  case forward = "declarations.forward_to_controller"
  case confirmed = "read_back"
  case change = "read_back.number"
  case place = "signature.place"
  case filing
}

/// What kind of answer a question takes.
public enum AnswerKind: Hashable, Sendable {
  /// One of these words, chosen by number or name.
  case choice([String])
  /// Any number of these words.
  case ticks([String])
  /// One of what the case offers: authorities, ways of filing.
  case offered
  /// Any number of what the case offers: accounts.
  case offeredTicks
  /// A country by code or name.
  case country
  /// A postcode.
  case postcode
  /// A day, month, year or range.
  case date
  /// One day.
  case day
  /// One line.
  case line
  /// Lines up to the word that ends them.
  case block
  /// A file of this computer.
  case file
}

/// Whether a question can stay without an answer.
public enum Leave: Hashable, Sendable {
  /// The complaint cannot be made without it.
  case never
  /// "I do not know" is an answer.
  case unknown
  /// An empty line says that there is none, and so does "I do not know".
  case empty
}

extension QuestionID {
  /// The part of the interview it belongs to, 1 to 19.
  public var section: Int {
    switch self {
    case .country, .workCountry, .workPostcode, .workPart, .residence: 1
    case .postcode, .part, .age: 2
    case .platform, .handle, .accountEmail, .publicContent, .chats, .anotherAccount: 3
    case .told, .toldAgain, .letter: 4
    case .objectionDate, .earliest, .latest, .basis, .form, .forAccounts: 5
    case .reasonsKnown, .reasons, .reasonsLanguage, .requested: 6
    case .arrival, .acknowledgedOn: 7
    case .objectedAgain: 8
    case .answer, .moreTime, .checkedUntil, .reminded, .reminderDate, .reminderChannel, .answerDate, .answerText,
      .answerLanguage, .reasonsGiven, .remediesNamed, .limits, .newNotice, .noticeDate, .noticeKind, .repliedOn:
      9
    case .grounds, .groundsMore: 10
    case .today: 11
    case .content, .special: 12
    case .hardship, .hardshipText: 13
    case .file, .role, .fileDate, .alt, .transcript: 14
    case .prior, .priorAuthority, .priorDate, .priorReference, .courtReference: 15
    case .givenName, .familyName, .street, .extraLine, .city, .email, .unencrypted, .representative, .capacity: 16
    case .forward: 17
    case .confirmed, .change: 18
    case .place, .filing: 19
    }
  }

  /// How many parts there are.
  public static let sections = 19

  /// What it takes; the words are those of the matter where it has them.
  public var kind: AnswerKind {
    let yesNo = ["yes", "no"]
    let yesNoUnsure = ["yes", "no", "unknown"]
    let languages = Questionnaire.namedLanguages + ["other"]
    return switch self {
    case .country, .workCountry, .residence: .country
    case .postcode, .workPostcode: .postcode
    case .part, .workPart, .filing: .offered
    case .age: .choice(["adult", "minor", "parent"])
    case .platform: .choice(["facebook", "instagram", "threads", "none"])
    case .publicContent, .chats, .reasonsGiven, .remediesNamed: .choice(yesNoUnsure)
    case .anotherAccount, .objectedAgain, .moreTime, .reminded, .newNotice, .unencrypted: .choice(yesNo)
    case .told: .choice(["form", "letter", "failed_attempt", "no"])
    case .toldAgain: .choice(["form", "letter", "failed_attempt"])
    case .letter: .choice(["email", "post"])
    case .basis: .choice(["mail", "screenshot", "memory"])
    case .form: .choice(["form_2024", "form_2025", "form_third_party"])
    case .forAccounts: .offeredTicks
    case .reasonsKnown: .choice(["text", "none_given", "unknown"])
    case .reasonsLanguage, .answerLanguage: .choice(languages)
    case .requested: .ticks(["erasure", "restriction", "access", "none"])
    case .arrival: .choice(["code", "confirmation", "both", "neither"])
    case .answer: .choice(["none", "automatic", "refused", "accepted", "more_asked", "other"])
    case .reminderChannel: .choice(["email", "form", "post"])
    case .limits: .ticks(["future_only", "public_only", "one_account", "must_repeat", "none", "unknown"])
    case .noticeKind: .choice(["mail", "in_app", "policy"])
    case .content: .ticks(["posts", "comments", "photos", "others_posts", "none"])
    case .special: .ticks(["health", "religion", "politics", "union", "origin", "sexuality", "none"])
    case .hardship: .choice(["none", "login", "reason", "code", "country", "attachment", "other"])
    case .role:
      .choice([
        "objection", "acknowledgement", "answer", "notice", "reminder", "account", "settings", "policy",
        "access_reply", "other",
      ])
    case .prior: .ticks(["none", "authority", "court", "collective"])
    case .forward: .choice(["yes", "confidential", "no"])
    case .confirmed: .choice(["yes", "change", "stop"])
    case .objectionDate, .answerDate, .reminderDate, .noticeDate, .fileDate, .priorDate, .earliest, .latest: .date
    case .acknowledgedOn, .checkedUntil, .repliedOn: .day
    case .reasons, .answerText, .grounds, .groundsMore, .today, .hardshipText, .alt, .transcript: .block
    case .file: .file
    case .handle, .accountEmail, .priorAuthority, .priorReference, .courtReference, .givenName, .familyName, .street,
      .extraLine, .city, .email, .representative, .capacity, .change, .place:
      .line
    }
  }

  /// Whether it can stay without an answer.
  public var leave: Leave {
    switch self {
    case .accountEmail, .extraLine, .email, .priorReference, .courtReference, .file, .alt, .transcript, .place,
      .groundsMore, .repliedOn:
      .empty
    case .publicContent, .chats, .objectionDate, .basis, .forAccounts, .reasonsKnown, .reasonsLanguage, .requested,
      .arrival, .acknowledgedOn, .answerText, .answerLanguage, .reasonsGiven, .remediesNamed, .limits,
      .content, .special, .fileDate, .prior, .priorDate, .filing:
      .unknown
    default: .never
    }
  }
}

/// One question as it is asked: which, and for which entry of a list, counted from 1.
public struct QuestionKey: Hashable, Sendable, CustomStringConvertible {
  /// The question.
  public let id: QuestionID
  /// The entry of the list it is about.
  public let number: Int?

  /// Names a question.
  public init(_ id: QuestionID, _ number: Int? = nil) {
    self.id = id
    self.number = number
  }

  /// Reads what `description` writes; `nil` if there is no such question.
  public init?(_ text: String) {
    if let id = QuestionID(rawValue: text) {
      self.init(id)
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Int(parts[1]), (1...999).contains(number), String(number) == parts[1],
      let id = QuestionID(rawValue: "\(parts[0]).\(parts[2])")
    else { return nil }
    self.init(id, number)
  }

  /// Such as `objection.2.date`.
  public var description: String {
    guard let number else { return id.rawValue }
    let parts = id.rawValue.split(separator: ".", maxSplits: 1)
    return parts.count == 2 ? "\(parts[0]).\(number).\(parts[1])" : id.rawValue
  }

  /// The group whose answers make no sense any more when the answer to this question becomes another one.
  var dependents: String? {
    switch id {
    case .answer: "response."
    default: nil
    }
  }
}
