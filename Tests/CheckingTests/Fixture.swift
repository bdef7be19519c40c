import Casebook
import Matter
import TestSupport

@testable import Checking

extension CivilDate {
  /// A date that the test itself writes down.
  static func known(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("the test names a day that does not exist: \(text)") }
    return day
  }
}

extension DateRange {
  /// A range that the test itself writes down.
  static func known(_ text: String, _ basis: DateBasis? = nil) -> DateRange {
    guard let range = DateRange(text, basis: basis) else { preconditionFailure("the test names no date: \(text)") }
    return range
  }
}

extension Circumstances {
  /// The campaign's dates and two States' holidays, as the law stands; no national limit.
  static func fixture(_ date: String = "2026-11-23") -> Circumstances {
    let ireland = [
      "01-01", "first monday 02 unless friday 02-01", "03-17", "easter+1", "first monday 05", "first monday 06",
      "first monday 08", "last monday 10", "12-25", "12-26",
    ]
    let germany = ["01-01", "easter-2", "easter+1", "05-01", "easter+39", "easter+50", "10-03", "12-25", "12-26"]
    let states = [ireland, germany].map { rules in rules.compactMap { HolidayRule($0).map { Holiday($0) } } }
    func policy(_ day: String, _ adds: Set<Policy.Addition> = []) -> Policy {
      Policy(effective: .known(day), adds: adds)
    }
    return Circumstances(
      date: .known(date), calendar: Calendar1182(states: states), processingStart: .known("2025-05-27"),
      policies: [
        policy("2024-06-26"), policy("2024-11-14"), policy("2025-04-07"), policy("2025-05-27", [.interestsNamed]),
        policy("2025-06-16", [.othersContent, .peopleWithoutAccount]), policy("2025-12-16"),
        policy("2026-07-23", [.aiChats, .partners]),
      ],
      policiesKnownUntil: .known("2026-11-01"),
      platforms: Account.Platform.ofMeta.map(\.rawValue), accountFacts: AccountFact.allCases,
      ways: Objection.Channel.ofMeta.map { channel in
        Way(
          channel: channel, isForOthersData: channel == .formThirdParty,
          from: [.form2024: .known("2024-05-22"), .form2025: .known("2025-04-14")][channel],
          until: channel == .form2024 ? .known("2025-04-13") : nil)
      },
      limits: [], country: CountryCode("DE"), mustProveObjection: false, proofLaw: nil, needsSignature: false,
      signatureLaw: nil, controllerName: "Meta Platforms Ireland Limited", formerNames: ["Facebook Ireland Limited"],
      mailDomains: ["facebookmail.com", "facebook.com"],
      otherControllers: ["Meta Platforms, Inc."])
  }

  /// As `fixture`, with the Austrian limits of one year from knowledge and three years from the event.
  static func austria(_ date: String = "2026-11-23") -> Circumstances {
    var circumstances = fixture(date)
    circumstances.country = CountryCode("AT")
    circumstances.limits = [
      Limit(event: .knowledge, length: .months(12), law: "DSG 24(4) (AT)"),
      Limit(event: .infringement, length: .months(36), law: "DSG 24(4) (AT)"),
    ]
    return circumstances
  }

  /// As `fixture`, where the authority asks for complaints within some months of the last contact.
  static func unitedKingdom() -> Circumstances {
    var circumstances = fixture()
    circumstances.country = CountryCode("GB")
    circumstances.limits = [
      Limit(event: .lastContact, length: .months(6), isPreclusive: false, law: "DPA2018 165 (GB)")
    ]
    return circumstances
  }

  /// As `fixture`, in a country whose law says what a case before a court does to the complaint.
  static func court(_ effect: Suspension.CourtEffect) -> Circumstances {
    var circumstances = fixture()
    circumstances.court = Court(effect: effect, law: "ZOOU 100(5)(b) (SK)")
    return circumstances
  }

  /// As `fixture`, with a limit of fifteen days after the controller's answer whose effect is not known.
  static func slovenia() -> Circumstances {
    var circumstances = fixture("2026-11-23")
    circumstances.country = CountryCode("SI")
    circumstances.limits = [Limit(event: .decision, length: .days(15), isPreclusive: false, law: "ZVOP 14 (SI)")]
    return circumstances
  }
}

extension Matter {
  /// A matter without any finding on 23 November 2026: a 2025 objection, accepted with limits, and a renewed one of
  /// 2026 that nobody answered.
  static var sound: Matter {
    var matter = Matter()
    matter.campaign = "meta-ai"
    matter.reference = "EB-2026-01"
    matter.person.givenName = "Erika"
    matter.person.familyName = "Beispiel"
    matter.person.street = "Musterweg 5"
    matter.person.postalCode = "04109"
    matter.person.city = "Leipzig"
    matter.person.country = CountryCode("DE")
    matter.accounts = [.sound]
    matter.objections = [.sound, .renewed]
    matter.response.kind = .accepted
    matter.response.date = .known("2025-05-21")
    matter.response.text = "We will honour your objection for the future."
    matter.response.limits = [.futureOnly, .publicOnly]
    matter.response.checkedUntil = .known("2026-11-20")
    var notice = Notice()
    notice.date = .known("2026-07-14")
    notice.kind = .inApp
    matter.notices = [notice]
    matter.grounds.text =
      "I wrote about my sister's illness for friends, and nobody asked her whether a machine may read it."
    matter.effects.today = "I cannot tell whether they stopped."
    matter.effects.content = [.posts, .comments]
    matter.evidence = [
      .file("form.png", .objection, alt: "The form"), .file("mail.eml", .acknowledgement), .file("answer.eml", .answer),
    ]
    matter.prior.complaints = []
    matter.prior.court = .no
    matter.prior.collectiveAction = .no
    matter.age = .adult
    matter.declarations.truthConfirmedOn = .known("2026-11-21")
    matter.declarations.forwardToController = true
    matter.signature.kind = .handwritten
    matter.signature.place = "Leipzig"
    return matter
  }
}

extension Account {
  static var sound: Account {
    var account = Account()
    account.platform = .facebook
    account.handle = "erika.beispiel"
    account.publicContent = .yes
    account.aiChats = .no
    return account
  }
}

extension Objection {
  static var sound: Objection {
    var objection = Objection()
    objection.date = .known("2025-05-20", .mail)
    objection.channel = .form2025
    objection.reasonsKnown = .noneGiven
    objection.acknowledgedOn = .known("2025-05-20")
    return objection
  }

  static var renewed: Objection {
    var objection = Objection()
    objection.date = .known("2026-08-03", .mail)
    objection.channel = .email
    objection.reasonsKnown = .text
    objection.reasons = "I object again."
    objection.alsoRequested = [.erasure, .restriction, .access]
    return objection
  }
}

extension EvidenceItem {
  static func file(_ name: String, _ role: Role, alt: String? = nil) -> EvidenceItem {
    var item = EvidenceItem()
    item.file = name
    item.role = role
    item.alt = alt
    return item
  }
}

/// Findings of a matter in the fixture's circumstances.
func findings(_ matter: Matter, in circumstances: Circumstances = .fixture()) -> [Finding] {
  Checker(matter, in: circumstances).findings()
}

/// A sound matter with something changed.
func changed(_ change: (inout Matter) -> Void) -> Matter {
  var matter = Matter.sound
  change(&matter)
  return matter
}
