import Matter
import TestSupport

/// What a matter can say beside the least it must.
enum Variants {
  private typealias Make = MatterFactory

  /// What the controller answered, one at a time.
  static let outcomes: [Variant] = silence + refusals + acceptances + undecided

  private static let silence: [Variant] = [
    Variant("none") { _ in },
    Variant("automatic") { Make.answer(&$0, .automatic) },
    Variant("automatic undated") { Make.answer(&$0, .automatic, nil) },
  ]

  private static let refusals: [Variant] = [
    Variant("refused") { Make.answer(&$0, .refused) },
    Variant("refused without reasons") {
      Make.answer(&$0, .refused)
      $0.response.reasonsGiven = .no
    },
    Variant("refused without remedies") {
      Make.answer(&$0, .refused)
      ($0.response.reasonsGiven, $0.response.remediesNamed) = (.yes, .no)
    },
    Variant("refused with everything") {
      Make.answer(&$0, .refused)
      ($0.response.reasonsGiven, $0.response.remediesNamed) = (.yes, .yes)
    },
    Variant("refused late") {
      Make.answer(&$0, .refused, "2026-02-02")
      $0.response.reasonsGiven = .unknown
    },
  ]

  private static let acceptances: [Variant] =
    Response.Limit.allCases.map { limit in
      Variant("accepted \(limit.rawValue)") {
        Make.answer(&$0, .accepted)
        $0.response.limits = [limit]
      }
    } + [
      Variant("accepted with all limits, late") {
        Make.answer(&$0, .accepted, "2026-03-02")
        $0.response.limits = Response.Limit.allCases
      },
      Variant("accepted without limits, chats") {
        Make.answer(&$0, .accepted)
        $0.accounts[0].aiChats = .yes
      },
      Variant("accepted future_only, renewal ignored") {
        Make.answer(&$0, .accepted)
        $0.response.limits = [.futureOnly]
        $0.objections.append(Make.objection("2026-08-03", .email, [.erasure]))
      },
    ]

  private static let undecided: [Variant] = [
    Variant("more asked") {
      Make.answer(&$0, .moreAsked)
      $0.hardships.append(hardship(.reason))
    },
    Variant("more asked and answered") {
      Make.answer(&$0, .moreAsked)
      $0.response.answeredOn = Bench.day("2025-06-05")
      $0.hardships.append(hardship(.attachment))
    },
    Variant("extended in time") { Make.answer(&$0, .extended) },
    Variant("extended in time without reasons") {
      Make.answer(&$0, .extended)
      $0.response.reasonsGiven = .no
    },
    Variant("extended late") { Make.answer(&$0, .extended, "2025-07-20") },
    Variant("other") { Make.answer(&$0, .other) },
    Variant("other in May, objection of May unsure") {
      Make.answer(&$0, .other, "2025-06")
      $0.objections[0].date = Make.date("2025-05-15..2025-05-20", .memory)
    },
  ]

  /// What can come on top of any answer.
  static let additions: [Variant] =
    people + accounts + objections + history + effects + evidence + prior + declarations

  private static let people: [Variant] = [
    Variant("e-mail and telephone") {
      ($0.person.email, $0.person.phone) = ("zqmail@example.org", "+49 000 77001")
    },
    Variant("date of birth, extra line") {
      ($0.person.dateOfBirth, $0.person.extraLine) = (Bench.day("1985-03-14"), "Zqextra")
    },
    Variant("minor with representative") {
      $0.age = .minor
      var representative = Representative()
      (representative.name, representative.capacity) = ("Zqparent Beispiel", "Zqcapacity")
      $0.representative = representative
      if $0.effects.minors == nil { $0.effects.minors = .ownChatsUnder18 }
    },
    Variant("signed elsewhere") { $0.signature.place = "Zqplace" },
  ]

  /// An organisation in each role in which it is named; last of all, as it comes after a person's evidence.
  static let organisations: [Variant] = [
    Variant("an organisation for letters") { $0.organisation = OrganisationPart(organisation(in: $0), role: .contact) },
    Variant("represented by an organisation") {
      var part = OrganisationPart(organisation(in: $0), role: .represent)
      part.mandateDate = Bench.day("2025-07-01")
      $0.evidence.append(MatterFactory.evidence(.mandate))
      $0.evidence += part.organisation.constitution
      part.constitution = $0.evidence.count..<($0.evidence.count + 1)
      $0.organisation = part
    },
  ]

  private static func organisation(in matter: Matter) -> Organisation {
    var organisation = Organisation()
    (organisation.name, organisation.legalForm, organisation.register) = ("Zqorganisation", "Zqform", "Zqregister")
    (organisation.street, organisation.extraLine) = ("Zqsquare 1", "Zqhouse")
    (organisation.postalCode, organisation.city, organisation.country) = ("00001", "Zqtown", matter.person.country)
    (organisation.email, organisation.phone) = ("zqoffice@example.org", "+49 000 77002")
    (organisation.referencePrefix, organisation.status.constitutedIn) = ("ZQ-", CountryCode("DE"))
    organisation.constitution = [MatterFactory.evidence(.other)]
    return organisation
  }

  private static let accounts: [Variant] = [
    Variant("chats since") {
      ($0.accounts[0].aiChats, $0.accounts[0].aiChatsSince) = (.yes, Make.date("2025-04"))
    },
    Variant("public since 2012") { $0.accounts[0].publicContentSince = Make.date("2012-05-03") },
    Variant("public unknown") {
      ($0.accounts[0].publicContent, $0.accounts[0].publicContentSince) = (.unknown, nil)
    },
    Variant("three accounts, named") {
      var threads = Make.account(.threads, "konto.drei")
      (threads.publicContent, threads.email) = (.no, "zqlogin@example.org")
      $0.accounts = [$0.accounts[0], Make.account(.instagram, "konto.zwei"), threads]
      $0.accounts[1].publicContentSince = Make.date("2016")
      $0.objections[0].accounts = [1, 2, 3]
    },
    Variant("two accounts in one Accounts Centre") {
      $0.accounts = [$0.accounts[0], Make.account(.instagram, "konto.zwei")]
      $0.accounts[1].accountsCentre = .same
    },
    Variant("two accounts in two Accounts Centres") {
      $0.accounts = [$0.accounts[0], Make.account(.instagram, "konto.zwei")]
      $0.accounts[1].accountsCentre = .other
    },
    Variant("no account") {
      $0.accounts = [Make.account(.none, "")]
      $0.effects.content = [.othersPosts]
      for index in $0.objections.indices { $0.objections[index].accounts = [] }
    },
  ]

  private static let objections: [Variant] = [
    Variant("time, code, acknowledged") {
      $0.objections[0].time = TimeOfDay("14:05")
      $0.objections[0].codeEntered = .yes
      $0.objections[0].acknowledgedOn = Bench.day("2025-05-21")
    },
    Variant("no reasons then") { $0.objections[0].reasonsKnown = .noneGiven },
    Variant("reasons then") {
      $0.objections[0].reasonsKnown = .text
      $0.objections[0].reasons = "Zqreasons.\nZqsecondline."
    },
    Variant("day from memory") { $0.objections[0].date?.basis = .memory },
    Variant("month only") { $0.objections[0].date = Make.date("2025-05", .memory) },
    Variant("year only and a letter") {
      $0.objections[0].date = Make.date("2024", .memory)
      $0.objections[0].channel = .form2024
      $0.objections.append(Make.objection("2025-06-01", .post))
    },
    Variant("June 2024, range, and again in 2025") {
      var first = Make.objection("2024-06-05..2024-06-12", .form2024, basis: .memory)
      first.reasonsKnown = .noneGiven
      $0.objections.insert(first, at: 0)
    },
    Variant("after the start") {
      $0.objections[0].date = Make.date("2025-05-28", .screenshot)
    },
    Variant("address of the form") { $0.objections[0].url = "https://zqform.example.org/help/contact/1" },
    Variant("form for others") {
      $0.objections[0].channel = .formThirdParty
      $0.effects.content = [.posts, .othersPosts]
    },
    Variant("by letter, confirmed") {
      $0.objections[0].channel = .post
      $0.objections[0].acknowledgedOn = Bench.day("2025-05-26")
    },
    Variant("failed attempt before") {
      $0.objections.insert(Make.objection("2025-05-02", .failedAttempt, basis: .memory), at: 0)
    },
    Variant("only a failed attempt") {
      $0.objections = [Make.objection("2025-05-20", .failedAttempt)]
      $0.hardships.append(hardship(.login))
    },
    Variant("access asked") { $0.objections[0].alsoRequested = [.access] },
    Variant("erasure asked") { $0.objections[0].alsoRequested = [.erasure] },
    Variant("access and restriction asked") { $0.objections[0].alsoRequested = [.restriction, .access] },
    Variant("renewed with all requests") {
      var again = Make.objection("2026-08-03", .email, [.erasure, .restriction, .access])
      (again.reasonsKnown, again.reasons, again.reasonsLanguage) = (.text, "Zqagain encore.", "fr")
      $0.objections.append(again)
    },
  ]

  private static let history: [Variant] =
    [
      Variant("three notices") { matter in
        matter.notices = Notice.Kind.allCases.enumerated().map { index, kind in
          var notice = Notice()
          (notice.kind, notice.date) = (kind, Make.date(["2025-04-16", "2025-04-20", "2026-07"][index]))
          return notice
        }
      },
      Variant("one notice") {
        var notice = Notice()
        (notice.kind, notice.date) = (.inApp, Make.date("2026-07-14"))
        $0.notices = [notice]
      },
      Variant("three reminders") { matter in
        matter.reminders = Reminder.Channel.allCases.enumerated().map { index, channel in
          var reminder = Reminder()
          (reminder.channel, reminder.date) = (channel, Make.date("2026-0\(index + 6)-10"))
          return reminder
        }
      },
      Variant("a reminder and its mail") {
        var reminder = Reminder()
        (reminder.channel, reminder.date) = (.email, Make.date("2026-06-10"))
        $0.reminders = [reminder]
        $0.evidence.append(Make.evidence(.reminder))
      },
      Variant("hardships at every step") { matter in
        matter.hardships = Hardship.Step.allCases.map { hardship($0) }
      },
      Variant("words of the answer") {
        guard $0.response.kind != Response.Kind.none else { return }
        ($0.response.text, $0.response.textLanguage) = ("Zqanswer.\n\nZqanswerend.", "en")
      },
    ] + Hardship.Step.allCases.map { step in Variant("hardship \(step.rawValue)") { $0.hardships = [hardship(step)] } }

  static func hardship(_ step: Hardship.Step) -> Hardship {
    var hardship = Hardship()
    (hardship.step, hardship.description) = (step, "Zqhardship\(step.rawValue).")
    return hardship
  }

  private static let effects: [Variant] =
    Effects.Content.allCases.map { content in Variant("content \(content.rawValue)") { $0.effects.content = [content] }
    }
    + Effects.Special.allCases.map { kind in Variant("special \(kind.rawValue)") { $0.effects.special = [kind] } }
    + Effects.Minors.allCases.map { kind in Variant("minors \(kind.rawValue)") { $0.effects.minors = kind } }
    + AccessLoss.allCases.map { loss in Variant("access \(loss.rawValue)") { $0.accessLost = loss } }
    + [
      Variant("all content and special") {
        ($0.effects.content, $0.effects.special) = (Effects.Content.allCases, Effects.Special.allCases)
      },
      Variant("words in other languages") {
        ($0.grounds.language, $0.effects.todayLanguage) = ("en", "fr")
      },
    ]

  private static let evidence: [Variant] =
    EvidenceItem.Role.allCases.map { role in
      Variant("evidence \(role.rawValue)") { matter in
        matter.evidence.removeAll { $0.role == role }
        matter.evidence.append(Make.evidence(role))
      }
    } + [
      Variant("two exhibits of every role") { matter in
        matter.evidence = EvidenceItem.Role.allCases.flatMap { [Make.evidence($0, 1), Make.evidence($0, 2)] }
      },
      Variant("something blacked out") { matter in
        var item = Make.evidence(.objection, 3)
        item.redact = Redaction()
        item.redact?.words = ["receiver@example.org"]
        matter.evidence.append(item)
      },
    ]

  private static let prior: [Variant] = [
    Variant("no other proceedings") {
      ($0.prior.complaints, $0.prior.court, $0.prior.collectiveAction) = ([], .no, .no)
    },
    Variant("no complaint, court unknown") { ($0.prior.complaints, $0.prior.court) = ([], .unknown) },
    Variant("a complaint, nothing in court") {
      var complaint = PriorProceedings.Complaint()
      (complaint.authority, complaint.date) = ("Zqauthority", Make.date("2024-07-01"))
      ($0.prior.complaints, $0.prior.court, $0.prior.collectiveAction) = ([complaint], .no, .no)
    },
    Variant("other proceedings") {
      var first = PriorProceedings.Complaint()
      (first.authority, first.date, first.reference) = ("Zqauthority", Make.date("2024-07-01"), "Zqfilenumber")
      var second = PriorProceedings.Complaint()
      (second.authority, second.date) = ("Zqotherauthority", Make.date("2025-02"))
      $0.prior.complaints = [first, second]
      ($0.prior.court, $0.prior.courtReference, $0.prior.collectiveAction) = (.yes, "Zqcourt", .yes)
    },
    Variant("earlier complaint without date") {
      var complaint = PriorProceedings.Complaint()
      complaint.authority = "Zqundated"
      $0.prior.complaints = [complaint]
    },
    Variant("court unknown") { ($0.prior.court, $0.prior.collectiveAction) = (.unknown, .unknown) },
    Variant("court without number") { $0.prior.court = .yes },
  ]

  private static let declarations: [Variant] = [
    Variant("not forwarded") { $0.declarations.forwardToController = false },
    Variant("grounds confidential") { $0.declarations.groundsConfidential = true },
    Variant("unencrypted mail") {
      $0.declarations.mailUnencrypted = true
      $0.person.email = "zqmail@example.org"
    },
  ]
}
