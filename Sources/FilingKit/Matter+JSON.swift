import Matter

extension Matter {
  /// The matter in the fields of its schema; a matter file is YAML, and so is this.
  ///
  /// - Parameters:
  ///   - files: what stands for the path of each file, in the order of the evidence: paths are the person's.
  ///   - isHandedOver: whether others read it: then nothing stands in it that the person blacked out.
  func json(files: [String], isHandedOver: Bool) -> JSONValue {
    var json = JSONObject()
    json.set("campaign", campaign)
    json.set("reference", reference)
    json.set("language", language)
    json.set("authority", authority)
    json.set("basis", basis)
    json.object("controller") { json in
      json.set("name", controller?.name)
      json.set("address", texts: controller?.address)
      json.set("country", controller?.country?.code)
      json.set("email", controller?.email)
      json.set("processing", controller?.processing)
      json.set("purpose", controller?.purpose)
      json.set("language", controller?.language)
    }
    json.object("person", Self.person(person))
    json.list("account", accounts, Self.account)
    json.list("objection", objections, Self.objection)
    json.object("response", Self.response(response))
    json.list("notice", notices) { notice, json in
      json.set("date", notice.date?.description)
      json.set("kind", notice.kind)
    }
    json.list("reminder", reminders) { reminder, json in
      json.set("date", reminder.date?.description)
      json.set("channel", reminder.channel)
    }
    json.list("hardship", hardships) { hardship, json in
      json.set("step", hardship.step)
      json.set("description", hardship.description)
    }
    json.object("grounds") { json in
      json.set("text", grounds.text)
      json.set("language", grounds.language)
    }
    json.object("effects") { json in
      json.set("today", effects.today)
      json.set("today_language", effects.todayLanguage)
      json.set("content", effects.content)
      json.set("special", effects.special)
      json.set("minors", effects.minors)
    }
    json.set("access_lost", accessLost)
    json.list("evidence", Array(zip(evidence, files))) { pair, json in
      let isOpen = pair.0.redact == nil || !isHandedOver
      Self.evidence(isOpen ? pair.0 : pair.0.withoutWords, file: pair.1, &json)
    }
    json.object("prior", Self.prior(prior))
    json.set("age", age)
    json.object("representative") { json in
      json.set("name", representative?.name)
      json.set("capacity", representative?.capacity)
    }
    json.object("declarations") { json in
      json.set("truth_confirmed_on", declarations.truthConfirmedOn?.description)
      json.set("forward_to_controller", declarations.forwardToController)
      json.set("grounds_confidential", declarations.groundsConfidential)
      json.set("mail_unencrypted", declarations.mailUnencrypted)
    }
    json.object("signature") { json in
      json.set("kind", signature.kind)
      json.set("place", signature.place)
      json.set("date", signature.date?.description)
    }
    json.set("role", role)
    json.object("mandate") { json in
      json.set("date", mandate.date?.description)
      json.set("signature", mandate.signature)
      json.set("names", mandate.names)
    }
    return json.value
  }

  private static func person(_ person: Person) -> (inout JSONObject) -> Void {
    { json in
      json.set("given_name", person.givenName)
      json.set("family_name", person.familyName)
      json.set("street", person.street)
      json.set("extra_line", person.extraLine)
      json.set("postal_code", person.postalCode)
      json.set("city", person.city)
      json.set("country", person.country?.code)
      json.set("date_of_birth", person.dateOfBirth?.description)
      json.set("email", person.email)
      json.set("phone", person.phone)
    }
  }

  private static func account(_ account: Account, _ json: inout JSONObject) {
    json.set("platform", account.platform)
    json.set("handle", account.handle)
    json.set("email", account.email)
    json.set("accounts_centre", account.accountsCentre)
    json.set("public_content", account.publicContent)
    json.set("public_content_since", account.publicContentSince?.description)
    json.set("ai_chats", account.aiChats)
    json.set("ai_chats_since", account.aiChatsSince?.description)
  }

  private static func objection(_ objection: Objection, _ json: inout JSONObject) {
    json.set("date", objection.date?.description)
    json.set("date_basis", objection.date?.basis)
    json.set("time", objection.time?.description)
    json.set("channel", objection.channel)
    json.set("url", objection.url)
    if !objection.accounts.isEmpty { json.set("accounts", .list(objection.accounts.map { .number($0) })) }
    json.set("reasons_known", objection.reasonsKnown)
    json.set("reasons", objection.reasons)
    json.set("reasons_language", objection.reasonsLanguage)
    json.set("code_entered", objection.codeEntered)
    json.set("acknowledged_on", objection.acknowledgedOn?.description)
    json.set("also_requested", objection.alsoRequested)
  }

  private static func response(_ response: Response) -> (inout JSONObject) -> Void {
    { json in
      json.set("kind", response.kind)
      json.set("date", response.date?.description)
      json.set("text", response.text)
      json.set("text_language", response.textLanguage)
      json.set("limits", response.limits)
      json.set("reasons_given", response.reasonsGiven)
      json.set("remedies_named", response.remediesNamed)
      json.set("checked_until", response.checkedUntil?.description)
      json.set("answered_on", response.answeredOn?.description)
    }
  }

  private static func evidence(_ item: EvidenceItem, file: String, _ json: inout JSONObject) {
    json.set("file", file)
    json.set("role", item.role)
    json.set("date", item.date?.description)
    json.set("entity", item.entity)
    json.set("effective", item.effective?.description)
    json.set("caption", item.caption)
    json.set("alt", item.alt)
    json.set("transcript", item.transcript)
    json.set("language", item.language)
    json.object("passage") { json in
      json.set("from", item.passage?.from)
      json.set("to", item.passage?.to)
    }
    json.object("redact") { json in
      json.list("areas", item.redact?.areas ?? []) { area, json in
        if let page = area.page { json.set("page", page) }
        json.set("left", area.left.map { String($0) })
        json.set("top", area.top.map { String($0) })
        json.set("width", area.width.map { String($0) })
        json.set("height", area.height.map { String($0) })
      }
      json.set("words", texts: item.redact?.words)
      json.set("patterns", texts: item.redact?.patterns)
    }
  }

  private static func prior(_ prior: PriorProceedings) -> (inout JSONObject) -> Void {
    { json in
      // Nothing said and none are two things: only who was asked has an empty list.
      if let complaints = prior.complaints {
        json.set(
          "complaints",
          .list(
            complaints.map { complaint in
              JSONObject.of(complaint) { complaint, json in
                json.set("authority", complaint.authority)
                json.set("date", complaint.date?.description)
                json.set("reference", complaint.reference)
              }.value
            }))
      }
      json.set("court", prior.court)
      json.set("court_reference", prior.courtReference)
      json.set("collective_action", prior.collectiveAction)
    }
  }
}

extension EvidenceItem {
  /// What is no secret of an entry in which something is blacked out: its words may hold it, and `redact` does.
  fileprivate var withoutWords: EvidenceItem {
    var item = EvidenceItem()
    item.role = role
    item.date = date
    item.language = language
    return item
  }
}
