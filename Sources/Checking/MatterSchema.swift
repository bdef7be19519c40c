import Matter
import Messages
import Records

// The schema of a matter, one function a group. What is mandatory is not said here but in the checks: a matter may come
// from a file, a table or a form, and the same things must be missed in each of them.
extension MatterReader {
  static func matter(_ reader: RecordReader) -> Matter {
    var matter = Matter()
    matter.campaign = reader.line("campaign")
    matter.reference = reader.line("reference")
    matter.language = reader.languageTag("language")
    matter.authority = reader.optionalLine("authority")
    matter.basis = reader.optionalOneOf("basis", FilingBasis.self)
    matter.controller = reader.optionalMapping("controller", controller)
    matter.person = reader.optionalMapping("person", person) ?? Person()
    matter.accounts = reader.list("account", account)
    matter.objections = reader.list("objection", objection)
    matter.response = reader.optionalMapping("response", response) ?? Response()
    matter.notices = reader.list("notice") { reader in
      var notice = Notice()
      notice.date = reader.range("date")
      notice.kind = reader.optionalOneOf("kind", Notice.Kind.self)
      return notice
    }
    matter.reminders = reader.list("reminder") { reader in
      var reminder = Reminder()
      reminder.date = reader.range("date")
      reminder.channel = reader.optionalOneOf("channel", Reminder.Channel.self)
      return reminder
    }
    matter.hardships = reader.list("hardship") { reader in
      var hardship = Hardship()
      hardship.step = reader.optionalOneOf("step", Hardship.Step.self)
      hardship.description = reader.block("description")
      return hardship
    }
    matter.grounds =
      reader.optionalMapping("grounds") { reader in
        var grounds = Grounds()
        grounds.text = reader.block("text")
        grounds.language = reader.languageTag("language")
        return grounds
      } ?? Grounds()
    matter.effects = reader.optionalMapping("effects", effects) ?? Effects()
    matter.accessLost = reader.optionalOneOf("access_lost", AccessLoss.self)
    if reader.isText("evidence") {
      matter.evidenceFolder = reader.optionalLine("evidence")
    } else {
      matter.evidence = reader.list("evidence", evidence)
    }
    matter.prior = reader.optionalMapping("prior", prior) ?? PriorProceedings()
    matter.age = reader.optionalOneOf("age", Age.self)
    matter.representative = reader.optionalMapping("representative") { reader in
      var representative = Representative()
      representative.name = reader.line("name")
      representative.capacity = reader.line("capacity")
      return representative
    }
    matter.declarations = reader.optionalMapping("declarations", declarations) ?? Declarations()
    matter.signature =
      reader.optionalMapping("signature") { reader in
        var signature = Signature()
        signature.kind = reader.optionalOneOf("kind", Signature.Kind.self)
        signature.place = reader.line("place")
        signature.date = reader.day("date")
        return signature
      } ?? Signature()
    matter.role = reader.optionalOneOf("role", Organisation.Role.self)
    matter.mandate =
      reader.optionalMapping("mandate") { reader in
        var mandate = Mandate()
        mandate.date = reader.day("date")
        mandate.signature = reader.optionalOneOf("signature", Signature.Kind.self)
        mandate.names = distinct(reader.anyOf("names", Mandate.Scope.self))
        return mandate
      } ?? Mandate()
    return matter
  }

  private static func controller(_ reader: RecordReader) -> Respondent {
    var controller = Respondent()
    controller.name = reader.line("name")
    controller.address = reader.lines("address")
    controller.country = country(reader)
    controller.email = reader.line("email")
    controller.processing = reader.block("processing")
    controller.purpose = reader.block("purpose")
    controller.language = reader.languageTag("language")
    return controller
  }

  private static func country(_ reader: RecordReader) -> CountryCode? {
    reader.optionalValue("country", expected: Message(CheckingMessage.countryCode)) { CountryCode($0) }
  }

  private static func person(_ reader: RecordReader) -> Person {
    var person = Person()
    person.givenName = reader.line("given_name")
    person.familyName = reader.line("family_name")
    person.street = reader.line("street")
    person.extraLine = reader.optionalLine("extra_line")
    person.postalCode = reader.line("postal_code")
    person.city = reader.line("city")
    person.country = country(reader)
    person.dateOfBirth = reader.day("date_of_birth")
    person.email = reader.optionalLine("email")
    person.phone = reader.optionalLine("phone")
    return person
  }

  private static func account(_ reader: RecordReader) -> Account {
    var account = Account()
    account.platform = reader.optionalLine("platform").map { Account.Platform(rawValue: $0) }
    account.handle = reader.line("handle")
    account.email = reader.optionalLine("email")
    account.accountsCentre = reader.optionalOneOf("accounts_centre", Account.AccountsCentre.self)
    account.publicContent = reader.optionalOneOf("public_content", YesNoUnknown.self)
    account.publicContentSince = reader.range("public_content_since")
    account.aiChats = reader.optionalOneOf("ai_chats", YesNoUnknown.self)
    account.aiChatsSince = reader.range("ai_chats_since")
    return account
  }

  private static func objection(_ reader: RecordReader) -> Objection {
    var objection = Objection()
    let basis = reader.optionalOneOf("date_basis", DateBasis.self)
    objection.date = reader.range("date", basis: basis)
    objection.time = reader.optionalValue("time", expected: Message(CheckingMessage.time)) { TimeOfDay($0) }
    objection.channel = reader.optionalLine("channel").map { Objection.Channel(rawValue: $0) }
    objection.url = reader.optionalLine("url")
    objection.accounts = reader.integers("accounts")
    objection.reasonsKnown = reader.optionalOneOf("reasons_known", Objection.ReasonsKnown.self)
    objection.reasons = reader.optionalBlock("reasons")
    objection.reasonsLanguage = reader.languageTag("reasons_language")
    objection.codeEntered = reader.optionalOneOf("code_entered", YesNoUnknown.self)
    objection.acknowledgedOn = reader.day("acknowledged_on")
    objection.alsoRequested = distinct(reader.anyOf("also_requested", Objection.Request.self))
    return objection
  }

  private static func response(_ reader: RecordReader) -> Response {
    var response = Response()
    response.kind = reader.optionalOneOf("kind", Response.Kind.self)
    response.date = reader.range("date")
    response.text = reader.optionalBlock("text")
    response.textLanguage = reader.languageTag("text_language")
    response.limits = distinct(reader.anyOf("limits", Response.Limit.self))
    response.reasonsGiven = reader.optionalOneOf("reasons_given", YesNoUnknown.self)
    response.remediesNamed = reader.optionalOneOf("remedies_named", YesNoUnknown.self)
    response.checkedUntil = reader.day("checked_until")
    response.answeredOn = reader.day("answered_on")
    return response
  }

  private static func effects(_ reader: RecordReader) -> Effects {
    var effects = Effects()
    effects.today = reader.block("today")
    effects.todayLanguage = reader.languageTag("today_language")
    effects.content = distinct(reader.anyOf("content", Effects.Content.self))
    effects.special = distinct(reader.anyOf("special", Effects.Special.self))
    effects.minors = reader.optionalOneOf("minors", Effects.Minors.self)
    return effects
  }

  private static func evidence(_ reader: RecordReader) -> EvidenceItem {
    var item = EvidenceItem()
    item.file = reader.line("file")
    item.message = reader.optionalLine("message")
    item.role = reader.optionalOneOf("role", EvidenceItem.Role.self)
    item.date = reader.range("date")
    item.entity = reader.optionalLine("entity")
    item.effective = reader.day("effective")
    item.caption = reader.optionalLine("caption")
    item.alt = reader.optionalBlock("alt")
    item.transcript = reader.optionalBlock("transcript")
    item.language = reader.languageTag("language")
    item.passage = reader.optionalMapping("passage") { reader in
      var passage = Passage()
      passage.from = reader.line("from")
      passage.to = reader.optionalLine("to")
      return passage
    }
    item.redact = reader.optionalMapping("redact", redaction)
    return item
  }

  private static func redaction(_ reader: RecordReader) -> Redaction {
    var redaction = Redaction()
    redaction.areas = reader.list("areas") { reader in
      var area = Redaction.Area()
      area.page = reader.optionalValue("page", expected: Message(CheckingMessage.page)) { text in
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text).flatMap { $0 > 0 ? $0 : nil } : nil
      }
      area.left = reader.perCent("left")
      area.top = reader.perCent("top")
      area.width = reader.perCent("width")
      area.height = reader.perCent("height")
      return area
    }
    redaction.words = reader.lines("words")
    redaction.patterns = reader.lines("patterns")
    return redaction
  }

  private static func prior(_ reader: RecordReader) -> PriorProceedings {
    var prior = PriorProceedings()
    let isAnswered = reader.has("complaints")
    let complaints = reader.list("complaints") { reader in
      var complaint = PriorProceedings.Complaint()
      complaint.authority = reader.line("authority")
      complaint.date = reader.range("date")
      complaint.reference = reader.optionalLine("reference")
      return complaint
    }
    prior.complaints = isAnswered ? complaints : nil
    prior.court = reader.optionalOneOf("court", YesNoUnknown.self)
    prior.courtReference = reader.optionalLine("court_reference")
    prior.collectiveAction = reader.optionalOneOf("collective_action", YesNoUnknown.self)
    return prior
  }

  private static func declarations(_ reader: RecordReader) -> Declarations {
    var declarations = Declarations()
    declarations.truthConfirmedOn = reader.day("truth_confirmed_on")
    declarations.forwardToController = reader.optionalFlag("forward_to_controller")
    declarations.groundsConfidential = reader.optionalFlag("grounds_confidential")
    declarations.mailUnencrypted = reader.optionalFlag("mail_unencrypted")
    return declarations
  }

  private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    if values.count < 2 { return values }
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
