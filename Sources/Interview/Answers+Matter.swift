import Matter

extension Answers {
  /// The answers that would have led to a matter, so that one of its questions can be opened again.
  ///
  /// What the interview does not ask stays in the matter, which is the base of the interview that changes it.
  public init(of matter: Matter) {
    self.init()
    whereto(matter)
    accounts(matter.accounts)
    objections(matter)
    response(matter)
    own(matter)
    evidence(matter.evidence)
    prior(matter.prior)
    person(matter)
  }

  private mutating func put(_ id: QuestionID, _ number: Int?, _ answer: Answer?) {
    if let answer { set(QuestionKey(id, number), answer) }
  }

  private mutating func word(_ id: QuestionID, _ number: Int?, _ word: String?) {
    put(id, number, word.flatMap { $0.isEmpty ? nil : .word($0) })
  }

  private mutating func yes(_ id: QuestionID, _ number: Int?, _ isYes: Bool) {
    put(id, number, .word(isYes ? "yes" : "no"))
  }

  /// A text that may be missing.
  private mutating func text(_ id: QuestionID, _ number: Int?, _ text: String?, else none: Answer? = nil) {
    put(id, number, text.flatMap { $0.isEmpty ? nil : .text($0) } ?? none)
  }

  private mutating func whereto(_ matter: Matter) {
    let code = matter.person.country?.code
    if matter.basis == .work, let id = matter.authority {
      word(.country, nil, Questionnaire.workplace)
      word(.workCountry, nil, String(id.prefix { $0 != "-" }).uppercased())
      word(.workPart, nil, id)
      word(.residence, nil, code)
    } else {
      word(.country, nil, code)
      word(.part, nil, matter.authority)
    }
    word(.postcode, nil, matter.person.postalCode)
    switch matter.age {
    case .adult: word(.age, nil, "adult")
    case .minor: word(.age, nil, "parent")
    case nil: break
    }
  }

  private mutating func accounts(_ accounts: [Account]) {
    for (number, account) in accounts.numbered {
      word(.platform, number, account.platform?.rawValue)
      text(.handle, number, account.handle)
      text(.accountEmail, number, account.email, else: .nothing)
      word(.publicContent, number, account.publicContent?.rawValue)
      word(.chats, number, account.aiChats?.rawValue)
      yes(.anotherAccount, number, number < accounts.count)
    }
  }

  private mutating func objections(_ matter: Matter) {
    for (number, objection) in matter.objections.numbered {
      let way: String? =
        switch objection.channel {
        case .email?, .post?: "letter"
        case .failedAttempt?: "failed_attempt"
        case nil: nil
        default: "form"
        }
      word(number == 1 ? .told : .toldAgain, number, way)
      if way == "letter" { word(.letter, number, objection.channel?.rawValue) }
      if let date = objection.date {
        put(.objectionDate, number, .date(date.resting(on: nil)))
        word(.basis, number, date.basis?.rawValue)
      }
      if way == "form" { word(.form, number, objection.channel?.rawValue) }
      let accounts = objection.accounts.map { String($0) }
      put(.forAccounts, number, accounts.isEmpty ? .unknown : .words(accounts))
      word(.reasonsKnown, number, objection.reasonsKnown?.rawValue)
      text(.reasons, number, objection.reasons)
      language(.reasonsLanguage, number, objection.reasonsLanguage)
      put(.requested, number, .words(objection.alsoRequested.map(\.rawValue)))
      arrival(objection, number)
      yes(.objectedAgain, number, number < matter.objections.count)
    }
  }

  private mutating func arrival(_ objection: Objection, _ number: Int) {
    switch (objection.codeEntered == .yes, objection.acknowledgedOn) {
    case (true, nil): word(.arrival, number, "code")
    case (true, .some): word(.arrival, number, "both")
    case (false, .some): word(.arrival, number, "confirmation")
    case (false, nil): put(.arrival, number, .unknown)
    }
    if let day = objection.acknowledgedOn { put(.acknowledgedOn, number, .date(DateRange(day))) }
  }

  private mutating func response(_ matter: Matter) {
    let response = matter.response
    word(.answer, nil, response.kind == .extended ? "other" : response.kind?.rawValue)
    if response.kind == .extended || response.kind == .other { yes(.moreTime, nil, response.kind == .extended) }
    if let day = response.checkedUntil { put(.checkedUntil, nil, .date(DateRange(day))) }
    for (number, reminder) in matter.reminders.numbered {
      yes(.reminded, number, true)
      put(.reminderDate, number, reminder.date.map { .date($0) })
      word(.reminderChannel, number, reminder.channel?.rawValue)
    }
    yes(.reminded, matter.reminders.count + 1, false)
    put(.answerDate, nil, response.date.map { .date($0) })
    text(.answerText, nil, response.text, else: .unknown)
    language(.answerLanguage, nil, response.textLanguage)
    word(.reasonsGiven, nil, response.reasonsGiven?.rawValue)
    word(.remediesNamed, nil, response.remediesNamed?.rawValue)
    put(.limits, nil, .words(response.limits.map(\.rawValue)))
    yes(.newNotice, nil, !matter.notices.isEmpty)
    put(.noticeDate, nil, matter.notices.first?.date.map { .date($0) })
    word(.noticeKind, nil, matter.notices.first?.kind?.rawValue)
    put(.repliedOn, nil, response.answeredOn.map { .date(DateRange($0)) } ?? .nothing)
  }

  private mutating func own(_ matter: Matter) {
    text(.grounds, nil, matter.grounds.text)
    if !matter.grounds.text.isEmpty { put(.groundsMore, nil, .nothing) }
    text(.today, nil, matter.effects.today)
    put(.content, nil, .words(matter.effects.content.map(\.rawValue)))
    put(.special, nil, .words(matter.effects.special.map(\.rawValue)))
    for (number, hardship) in matter.hardships.numbered {
      word(.hardship, number, hardship.step?.rawValue)
      text(.hardshipText, number, hardship.description)
    }
    word(.hardship, matter.hardships.count + 1, "none")
  }

  private mutating func evidence(_ items: [EvidenceItem]) {
    for (number, item) in items.numbered {
      text(.file, number, item.file)
      word(.role, number, item.role?.rawValue)
      put(.fileDate, number, item.date.map { .date($0) } ?? .unknown)
      text(.alt, number, item.alt, else: .nothing)
      text(.transcript, number, item.transcript, else: .nothing)
    }
    put(.file, items.count + 1, .nothing)
  }

  private mutating func prior(_ prior: PriorProceedings) {
    guard let complaints = prior.complaints, let court = prior.court, court != .unknown,
      let collective = prior.collectiveAction, collective != .unknown
    else {
      put(.prior, nil, .unknown)
      return
    }
    let places = [
      complaints.isEmpty ? nil : "authority", court == .yes ? "court" : nil, collective == .yes ? "collective" : nil,
    ]
    put(.prior, nil, .words(places.compactMap { $0 }))
    text(.priorAuthority, nil, complaints.first?.authority)
    put(.priorDate, nil, complaints.first.map { $0.date.map { .date($0) } ?? .unknown })
    text(.priorReference, nil, complaints.first?.reference, else: .nothing)
    text(.courtReference, nil, prior.courtReference, else: .nothing)
  }

  private mutating func person(_ matter: Matter) {
    let (person, declarations) = (matter.person, matter.declarations)
    text(.givenName, nil, person.givenName)
    text(.familyName, nil, person.familyName)
    text(.street, nil, person.street)
    text(.extraLine, nil, person.extraLine, else: .nothing)
    text(.city, nil, person.city)
    text(.email, nil, person.email, else: .nothing)
    yes(.unencrypted, nil, declarations.mailUnencrypted == true)
    text(.representative, nil, matter.representative?.name)
    text(.capacity, nil, matter.representative?.capacity)
    if let forward = declarations.forwardToController {
      word(.forward, nil, !forward ? "no" : declarations.groundsConfidential == true ? "confidential" : "yes")
    }
    text(.place, nil, matter.signature.place, else: .nothing)
    put(.filing, nil, .unknown)
  }

  private mutating func language(_ id: QuestionID, _ number: Int?, _ tag: String?) {
    guard let tag else { return put(id, number, .unknown) }
    let primary = String(tag.prefix { $0 != "-" })
    word(id, number, Questionnaire.namedLanguages.contains(primary) ? primary : "other")
  }
}
