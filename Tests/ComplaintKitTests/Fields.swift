import Matter
import TestSupport

/// Every optional field of a matter that makes a complaint say something.
enum Fields {
  static let all: [Field] = objections + answers + others + lists + procedure

  /// Whether documents of a kind say anything because of a field.
  static func isSaid(_ field: Field, by kind: String) -> Bool {
    let letters = ["account.email", "no account", "representative"]
    let renewals =
      letters + [
        "objection.acknowledged_on", "objection.date imprecise", "objection.channel e-mail", "objection.channel others",
        "failed attempt", "response.reasons_given no", "response.reasons_given no, extended",
        "response.remedies_named no", "response.date", "response.answered_on",
      ]
    switch kind {
    case "objection": return letters.contains(field.name) || field.name.hasPrefix("effects.special ")
    case "renewal":
      return renewals.contains(field.name) || field.name.hasPrefix("effects.special ")
        || field.name.hasPrefix("response.limits ")
    default: return true
    }
  }

  private typealias Make = MatterFactory

  private static func made(_ matter: Matter) -> [Objection] {
    matter.objections.filter { $0.channel != .failedAttempt }
  }

  private static func field(
    _ name: String, _ base: [Variant] = [], _ give: @escaping @Sendable (inout Matter) -> Void,
    has: @escaping @Sendable (Matter) -> Bool
  ) -> Field {
    Field(name: name, base: base, give: give, has: has)
  }

  private static func objection(
    _ name: String, _ give: @escaping @Sendable (inout Objection) -> Void, has: @escaping @Sendable (Objection) -> Bool
  ) -> Field {
    field("objection.\(name)", [], { give(&$0.objections[0]) }, has: { made($0).contains(where: has) })
  }

  private static let objections: [Field] =
    [
      objection("reasons_known none", { $0.reasonsKnown = .noneGiven }, has: { $0.reasonsKnown == .noneGiven }),
      objection(
        "reasons", { ($0.reasonsKnown, $0.reasons) = (.text, "Zqreasons.") }, has: { $0.reasonsKnown == .text }),
      objection("code_entered", { $0.codeEntered = .yes }, has: { $0.codeEntered == .yes }),
      objection("time", { $0.time = TimeOfDay("14:05") }, has: { $0.time != nil }),
      objection(
        "acknowledged_on", { $0.acknowledgedOn = $0.date?.latest }, has: { $0.acknowledgedOn != nil }),
      objection("url", { $0.url = "https://example.org/help" }, has: { $0.url != nil }),
      objection("accounts", { $0.accounts = [1] }, has: { !$0.accounts.isEmpty }),
      objection(
        "date_basis memory", { $0.date?.basis = .memory },
        has: { $0.date?.basis == .memory && $0.date?.precision == .day }),
      objection(
        "date imprecise", { $0.date = Make.date("2025-05", .mail) }, has: { $0.date?.precision != .day }),
      objection("channel e-mail", { $0.channel = .email }, has: { $0.channel == .email }),
      objection(
        "channel others", { $0.channel = .formThirdParty }, has: { $0.channel == .formThirdParty }),
      field(
        "failed attempt", [],
        { $0.objections.append(Make.objection("2025-05-02", .failedAttempt)) },
        has: { $0.objections.contains { $0.channel == .failedAttempt } }),
    ]
    + Objection.Request.allCases.map { request in
      objection(
        "also_requested \(request.rawValue)", { $0.alsoRequested = [request] },
        has: { $0.alsoRequested.contains(request) })
    }

  private static let answered = Variants.outcomes.first { $0.name == "refused" }.map { [$0] } ?? []
  private static let automatic = Variants.outcomes.first { $0.name == "automatic undated" }.map { [$0] } ?? []
  private static let extended = Variants.outcomes.first { $0.name == "extended late" }.map { [$0] } ?? []
  private static let asked = Variants.outcomes.first { $0.name == "more asked" }.map { [$0] } ?? []

  private static func accepted(except limit: Response.Limit) -> [Variant] {
    [
      Variant("accepted") {
        Make.answer(&$0, .accepted)
        $0.response.limits = [limit == .mustRepeat ? .futureOnly : .mustRepeat]
      }
    ]
  }

  private static let answers: [Field] =
    Response.Limit.allCases.map { limit in
      field(
        "response.limits \(limit.rawValue)", accepted(except: limit), { $0.response.limits.append(limit) },
        has: { matter in
          // An acceptance to be repeated and an obstacle infringe the same provision.
          let isObstacle = !matter.hardships.isEmpty || matter.accessLost != nil
          return matter.response.limits.contains(limit) || (limit == .mustRepeat && isObstacle)
        })
    } + [
      field(
        "response.reasons_given no", answered, { $0.response.reasonsGiven = .no },
        has: { $0.response.reasonsGiven == .no }),
      field(
        "response.reasons_given no, extended", extended, { $0.response.reasonsGiven = .no },
        has: { $0.response.reasonsGiven == .no }),
      field(
        "response.remedies_named no", answered, { $0.response.remediesNamed = .no },
        has: { $0.response.remediesNamed == .no }),
      field(
        "response.date", automatic, { $0.response.date = Make.date("2025-05-21") }, has: { $0.response.date != nil }),
      field(
        "response.text", answered, { $0.response.text = "Zqanswer." }, has: { $0.response.text != nil }),
      field(
        "response.answered_on", asked, { $0.response.answeredOn = Bench.day("2025-06-05") },
        has: { $0.response.answeredOn != nil }),
    ]

  private static let secondAccount = [
    Variant("second account") { $0.accounts.append(Make.account(.instagram, "konto.zwei")) }
  ]

  private static let others: [Field] = [
    field(
      "account.public_content", [Variant("unknown") { $0.accounts[0].publicContent = .unknown }],
      { $0.accounts[0].publicContent = .yes }, has: { $0.accounts.contains { $0.publicContent == .yes } }),
    field(
      "account.public_content_since", [], { $0.accounts[0].publicContentSince = Make.date("2012-05") },
      has: { $0.accounts.contains { $0.publicContentSince != nil } }),
    field(
      "account.ai_chats", [], { $0.accounts[0].aiChats = .yes },
      has: { $0.accounts.contains { $0.aiChats == .yes } || $0.effects.minors == .ownChatsUnder18 }),
    field(
      "account.accounts_centre same", secondAccount, { $0.accounts[1].accountsCentre = .same },
      has: { $0.accounts.dropFirst().contains { $0.accountsCentre == .same } }),
    field(
      "account.accounts_centre other", secondAccount, { $0.accounts[1].accountsCentre = .other },
      has: { $0.accounts.dropFirst().contains { $0.accountsCentre == .other } }),
    field(
      "account.email", [], { $0.accounts[0].email = "zqlogin@example.org" },
      has: { $0.accounts.contains { $0.email != nil } }),
    field(
      "no account", [], { $0.accounts = [Make.account(.none, "")] },
      has: { $0.accounts.contains { $0.platform == Account.Platform.none } }),
    field("access_lost", [], { $0.accessLost = .lost }, has: { $0.accessLost != nil }),
    field("person.phone", [], { $0.person.phone = "77001" }, has: { $0.person.phone != nil }),
    field(
      "person.date_of_birth", [], { $0.person.dateOfBirth = Bench.day("1985-03-14") },
      has: { $0.person.dateOfBirth != nil }),
    field(
      "representative", [],
      {
        $0.age = .minor
        $0.representative = Representative()
        $0.representative?.name = "Zqparent"
        $0.representative?.capacity = "Zqcapacity"
      }, has: { $0.representative != nil }),
  ]

  private static let lists: [Field] =
    Hardship.Step.allCases.map { step in
      field(
        "hardship \(step.rawValue)", [], { $0.hardships = [Variants.hardship(step)] },
        has: { matter in
          // Where a way to object is asked for, it may also be because of an answer or of lost access; the decision on
          // forms without attachments was about automatic replies too.
          matter.hardships.contains { $0.step == step } || matter.response.limits.contains(.mustRepeat)
            || matter.accessLost != nil || (step == .attachment && matter.response.kind == .automatic)
        })
    }
    + Notice.Kind.allCases.map { kind in
      field(
        "notice \(kind.rawValue)", [],
        {
          var notice = Notice()
          (notice.kind, notice.date) = (kind, Make.date("2026-07-14"))
          $0.notices = [notice]
        }, has: { $0.notices.contains { $0.kind == kind } })
    }
    + Reminder.Channel.allCases.map { channel in
      field(
        "reminder \(channel.rawValue)", [],
        {
          var reminder = Reminder()
          (reminder.channel, reminder.date) = (channel, Make.date("2026-06-10"))
          $0.reminders = [reminder]
        }, has: { $0.reminders.contains { $0.channel == channel } })
    }
    + Effects.Content.allCases.map { kind in
      field(
        "effects.content \(kind.rawValue)", [], { $0.effects.content = [kind] },
        has: { $0.effects.content.contains(kind) })
    }
    + Effects.Special.allCases.map { kind in
      field(
        "effects.special \(kind.rawValue)", [], { $0.effects.special = [kind] },
        has: { $0.effects.special.contains(kind) })
    }
    + Effects.Minors.allCases.map { kind in
      field("effects.minors \(kind.rawValue)", [], { $0.effects.minors = kind }, has: { $0.effects.minors == kind })
    }
    + EvidenceItem.Role.allCases.map { role in
      field(
        "evidence \(role.rawValue)",
        [Variant("without") { $0.evidence = [Make.evidence(role == .objection ? .acknowledgement : .objection)] }]
          + (role == .answer ? answered : []),
        { $0.evidence.append(Make.evidence(role, 7)) },
        has: { matter in
          // What the text does not speak of is cited among the rest.
          let isAccountless = matter.accounts.allSatisfy { $0.platform == Account.Platform.none }
          let isUnanswered = matter.response.kind == Response.Kind.none
          return matter.evidence.contains {
            $0.role == role
              || (role == .other
                && ((isAccountless && $0.role == .account) || (isUnanswered && $0.role == .answer)))
          }
        })
    }

  private static let procedure: [Field] = [
    field(
      "prior.complaints none", [], { $0.prior.complaints = [] }, has: { $0.prior.complaints?.isEmpty == true }),
    field(
      "prior.complaints", [],
      {
        var complaint = PriorProceedings.Complaint()
        complaint.authority = "Zqauthority"
        $0.prior.complaints = [complaint]
      }, has: { $0.prior.complaints?.isEmpty == false }),
    field("prior.court no", [], { $0.prior.court = .no }, has: { $0.prior.court == .no }),
    field("prior.court yes", [], { $0.prior.court = .yes }, has: { $0.prior.court == .yes }),
    field(
      "prior.court_reference", [Variant("court") { $0.prior.court = .yes }], { $0.prior.courtReference = "Zqcourt" },
      has: { $0.prior.courtReference != nil }),
    field("prior.collective no", [], { $0.prior.collectiveAction = .no }, has: { $0.prior.collectiveAction == .no }),
    field("prior.collective yes", [], { $0.prior.collectiveAction = .yes }, has: { $0.prior.collectiveAction == .yes }),
    field(
      "declarations.forward no", [], { $0.declarations.forwardToController = false },
      has: { $0.declarations.forwardToController == false }),
    field(
      "declarations.forward yes", [Variant("no") { $0.declarations.forwardToController = false }],
      { $0.declarations.forwardToController = true }, has: { $0.declarations.forwardToController == true }),
    field(
      "declarations.grounds_confidential", [], { $0.declarations.groundsConfidential = true },
      has: { $0.declarations.groundsConfidential == true }),
    field(
      "declarations.mail_unencrypted", [Variant("mail") { $0.person.email = "zqmail@example.org" }],
      { $0.declarations.mailUnencrypted = true }, has: { $0.declarations.mailUnencrypted == true }),
  ]
}
