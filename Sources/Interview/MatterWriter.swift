import Matter

/// Writes a matter as the YAML file that `MatterReader` reads back as the same matter.
public struct MatterWriter {
  private let remarks: Remarks
  private var text = ""

  /// What stands in the file as comments.
  public struct Remarks: Sendable {
    /// At the top.
    public var file: String
    /// Above a group, by its key.
    public var groups: [String: String]

    /// Takes remarks; none by default.
    public init(file: String = "", groups: [String: String] = [:]) {
      self.file = file
      self.groups = groups
    }

    /// The remarks of a script, in the person's language.
    public init(_ script: Script) {
      let groups: [ScriptText] = [
        .commentPerson, .commentAccount, .commentObjection, .commentResponse, .commentGrounds, .commentEffects,
        .commentEvidence, .commentPrior, .commentDeclarations,
      ]
      self.init(
        file: script.text(.remarkMatter),
        groups: Dictionary(
          uniqueKeysWithValues: groups.map { (String($0.rawValue.dropFirst("comment.".count)), script.text($0)) }))
    }
  }

  /// A matter as YAML; what was not said is left out.
  public static func yaml(_ matter: Matter, remarks: Remarks = Remarks()) -> String {
    var writer = MatterWriter(remarks: remarks)
    writer.text = YAMLText.remark(remarks.file)
    writer.write(matter)
    return writer.text
  }

  private mutating func write(_ matter: Matter) {
    put(0, "campaign", matter.campaign)
    put(0, "reference", matter.reference)
    put(0, "language", matter.language)
    put(0, "authority", matter.authority)
    put(0, "basis", matter.basis?.rawValue)
    put(0, "age", matter.age?.rawValue)
    put(0, "access_lost", matter.accessLost?.rawValue)
    group("person", person(matter.person))
    list("account", matter.accounts.map(account))
    list("objection", matter.objections.map(objection))
    group("response", response(matter.response))
    list("notice", matter.notices.map { [("date", .date($0.date)), ("kind", .word($0.kind?.rawValue))] })
    list("reminder", matter.reminders.map { [("date", .date($0.date)), ("channel", .word($0.channel?.rawValue))] })
    list(
      "hardship", matter.hardships.map { [("step", .word($0.step?.rawValue)), ("description", .text($0.description))] })
    group("grounds", [("language", .word(matter.grounds.language)), ("text", .text(matter.grounds.text))])
    group("effects", effects(matter.effects))
    if let folder = matter.evidenceFolder {
      put(0, "evidence", folder)
    } else {
      list("evidence", matter.evidence.map(evidence))
    }
    prior(matter.prior)
    if let representative = matter.representative {
      group("representative", [("name", .text(representative.name)), ("capacity", .text(representative.capacity))])
    }
    group("declarations", declarations(matter.declarations))
    group(
      "signature",
      [
        ("kind", .word(matter.signature.kind?.rawValue)), ("place", .text(matter.signature.place)),
        ("date", .day(matter.signature.date)),
      ])
    put(0, "role", matter.role?.rawValue)
    group(
      "mandate",
      [
        ("date", .day(matter.mandate.date)), ("signature", .word(matter.mandate.signature?.rawValue)),
        ("names", .words(matter.mandate.names.map(\.rawValue))),
      ])
  }

  /// A value of a field.
  private enum Value {
    case word(String?)
    case text(String?)
    case date(DateRange?)
    case day(CivilDate?)
    case words([String])
    /// A group in braces, its texts quoted already.
    case braces(String?)
    case flag(Bool?)

    /// What stands after the colon; `nil` if nothing was said.
    ///
    /// - Parameter indent: blanks before each further line of a text.
    func yaml(indent: Int) -> String? {
      switch self {
      case .word(let word): word.map(YAMLText.scalar)
      case .text(let text): text.flatMap { $0.isEmpty ? nil : YAMLText.text($0, indent: indent) }
      case .date(let date): date?.description
      case .day(let day): day?.description
      case .words(let words): words.isEmpty ? nil : "[" + words.joined(separator: ", ") + "]"
      case .braces(let text): text
      case .flag(let flag): flag.map { $0 ? "yes" : "no" }
      }
    }
  }

  private typealias Fields = [(String, Value)]

  private mutating func put(_ indent: Int, _ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    text += String(repeating: " ", count: indent) + "\(key): \(YAMLText.text(value, indent: indent + 2))\n"
  }

  /// The key of a group, with what is remarked about it.
  private func head(_ name: String) -> String {
    "\n\(name):" + (remarks.groups[name].map { "  # \($0)" } ?? "") + "\n"
  }

  private mutating func group(_ name: String, _ fields: Fields) {
    let lines = fields.compactMap { key, value in value.yaml(indent: 4).map { "  \(key): \($0)\n" } }
    guard !lines.isEmpty else { return }
    text += head(name) + lines.joined()
  }

  private mutating func list(_ name: String, indent: Int = 0, _ items: [Fields]) {
    guard !items.isEmpty else { return }
    let space = String(repeating: " ", count: indent)
    text += indent == 0 ? head(name) : "\(space)\(name):\n"
    for item in items {
      let lines = item.compactMap { key, value in value.yaml(indent: indent + 6).map { "\(key): \($0)\n" } }
      if lines.isEmpty { text += "\(space)  - {}\n" }
      for (index, line) in lines.enumerated() { text += space + (index == 0 ? "  - " : "    ") + line }
    }
  }

  private func person(_ person: Person) -> Fields {
    [
      ("given_name", .text(person.givenName)), ("family_name", .text(person.familyName)),
      ("street", .text(person.street)), ("extra_line", .text(person.extraLine)),
      ("postal_code", .text(person.postalCode)), ("city", .text(person.city)),
      ("country", .word(person.country?.code)), ("date_of_birth", .day(person.dateOfBirth)),
      ("email", .text(person.email)), ("phone", .text(person.phone)),
    ]
  }

  private func account(_ account: Account) -> Fields {
    [
      ("platform", .word(account.platform?.rawValue)), ("handle", .text(account.handle)),
      ("email", .text(account.email)), ("accounts_centre", .word(account.accountsCentre?.rawValue)),
      ("public_content", .word(account.publicContent?.rawValue)),
      ("public_content_since", .date(account.publicContentSince)), ("ai_chats", .word(account.aiChats?.rawValue)),
      ("ai_chats_since", .date(account.aiChatsSince)),
    ]
  }

  private func objection(_ objection: Objection) -> Fields {
    [
      ("date", .date(objection.date)), ("date_basis", .word(objection.date?.basis?.rawValue)),
      ("time", .text(objection.time?.description)), ("channel", .word(objection.channel?.rawValue)),
      ("url", .text(objection.url)), ("accounts", .words(objection.accounts.map { String($0) })),
      ("reasons_known", .word(objection.reasonsKnown?.rawValue)), ("reasons", .text(objection.reasons)),
      ("reasons_language", .word(objection.reasonsLanguage)), ("code_entered", .word(objection.codeEntered?.rawValue)),
      ("acknowledged_on", .day(objection.acknowledgedOn)),
      ("also_requested", .words(objection.alsoRequested.map(\.rawValue))),
    ]
  }

  private func response(_ response: Response) -> Fields {
    [
      ("kind", .word(response.kind?.rawValue)), ("date", .date(response.date)), ("text", .text(response.text)),
      ("text_language", .word(response.textLanguage)), ("limits", .words(response.limits.map(\.rawValue))),
      ("reasons_given", .word(response.reasonsGiven?.rawValue)),
      ("remedies_named", .word(response.remediesNamed?.rawValue)), ("checked_until", .day(response.checkedUntil)),
      ("answered_on", .day(response.answeredOn)),
    ]
  }

  private func effects(_ effects: Effects) -> Fields {
    [
      ("today", .text(effects.today)), ("today_language", .word(effects.todayLanguage)),
      ("content", .words(effects.content.map(\.rawValue))), ("special", .words(effects.special.map(\.rawValue))),
      ("minors", .word(effects.minors?.rawValue)),
    ]
  }

  private func evidence(_ item: EvidenceItem) -> Fields {
    [
      ("file", .text(item.file)), ("message", .text(item.message)), ("role", .word(item.role?.rawValue)),
      ("date", .date(item.date)), ("entity", .text(item.entity)), ("effective", .day(item.effective)),
      ("caption", .text(item.caption)), ("alt", .text(item.alt)), ("transcript", .text(item.transcript)),
      ("language", .word(item.language)), ("passage", .braces(item.passage.map(passage))),
      ("redact", .braces(item.redact.map(redaction))),
    ]
  }

  private func passage(_ passage: Passage) -> String {
    let end = passage.to.map { ", to: \(YAMLText.quoted($0))" } ?? ""
    return "{from: \(YAMLText.quoted(passage.from))\(end)}"
  }

  private func redaction(_ redaction: Redaction) -> String {
    func list(_ key: String, _ items: [String]) -> String? {
      items.isEmpty ? nil : "\(key): [\(items.joined(separator: ", "))]"
    }
    let areas = redaction.areas.map { area in
      let sides = [("left", area.left), ("top", area.top), ("width", area.width), ("height", area.height)]
      let parts = [area.page.map { "page: \($0)" }] + sides.map { name, side in side.map { "\(name): \($0)" } }
      return "{" + parts.compactMap { $0 }.joined(separator: ", ") + "}"
    }
    let groups = [
      list("areas", areas), list("words", redaction.words.map(YAMLText.quoted)),
      list("patterns", redaction.patterns.map(YAMLText.quoted)),
    ]
    return "{" + groups.compactMap { $0 }.joined(separator: ", ") + "}"
  }

  private func declarations(_ declarations: Declarations) -> Fields {
    [
      ("truth_confirmed_on", .day(declarations.truthConfirmedOn)),
      ("forward_to_controller", .flag(declarations.forwardToController)),
      ("grounds_confidential", .flag(declarations.groundsConfidential)),
      ("mail_unencrypted", .flag(declarations.mailUnencrypted)),
    ]
  }

  private mutating func prior(_ prior: PriorProceedings) {
    let rest: Fields = [
      ("court", .word(prior.court?.rawValue)), ("court_reference", .text(prior.courtReference)),
      ("collective_action", .word(prior.collectiveAction?.rawValue)),
    ]
    guard prior != PriorProceedings() else { return }
    text += head("prior")
    if let complaints = prior.complaints {
      if complaints.isEmpty {
        text += "  complaints: []\n"
      } else {
        list(
          "complaints", indent: 2,
          complaints.map {
            [("authority", .text($0.authority)), ("date", .date($0.date)), ("reference", .text($0.reference))]
          })
      }
    }
    for (key, value) in rest {
      if let yaml = value.yaml(indent: 4) { text += "  \(key): \(yaml)\n" }
    }
  }
}
