import Matter
import TestSupport

/// Runs a body with a seeded mixture of everything a matter can say.
///
/// The product of all fields is out of reach; what interacts (answers, dates, objections, requests) is covered
/// exhaustively by `withEveryCourse`, the rest is drawn from a seeded generator.
func withEveryCourse(_ body: (Matter) -> Void) {
  let first: [Objection] = [
    course("2024-06-05..2024-06-12", .form2024, .memory), course("2025-05-20", .form2025, .mail),
    course("2024", .form2024, .memory),
    course("2025-08-01", .formThirdParty, .screenshot), course("2025-06-01", .failedAttempt, .memory),
  ]
  let second: [Objection?] = [
    nil, course("2026-08-03", .email, .mail, [.erasure, .restriction, .access]),
    course("2026-08-03", .email, .mail), course("2026-11-09", .post, .mail, [.access]),
  ]
  let answers: [DateRange?] = [nil, .known("2025-05-21"), .known("2026-08-10..2026-09-10")]
  let checks: [CivilDate?] = [nil, .known("2026-09-03"), .known("2026-11-20")]
  let sound = Matter.sound
  for one in first {
    for two in second {
      for kind in [nil] + Response.Kind.allCases.map(Optional.some) {
        for answer in answers {
          for check in checks {
            var matter = sound
            matter.objections = [one] + (two.map { [$0] } ?? [])
            matter.response = Response()
            matter.response.kind = kind
            matter.response.date = kind == Response.Kind.none ? nil : answer
            matter.response.checkedUntil = check
            if kind == .moreAsked { matter.response.answeredOn = .known("2026-09-15") }
            if kind == .accepted, check != nil { matter.response.limits = [.futureOnly] }
            body(matter)
          }
        }
      }
    }
  }
}

private func course(
  _ date: String, _ channel: Objection.Channel, _ basis: DateBasis, _ requests: [Objection.Request] = []
) -> Objection {
  var objection = Objection()
  objection.date = .known(date, basis)
  objection.channel = channel
  objection.reasonsKnown = .unknown
  objection.alsoRequested = requests
  return objection
}

/// A small generator with a seed: the same matters on every machine (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func maybe<Value>(_ values: [Value]) -> Value? {
    Bool.random(using: &self) ? values.randomElement(using: &self) : nil
  }

  mutating func some<Value>(_ values: [Value]) -> [Value] { values.filter { _ in Bool.random(using: &self) } }
}

extension Matter {
  /// A matter that says anything at all, sense or not.
  static func anything(_ generator: inout Seeded) -> Matter {
    var matter = Matter()
    let dates = ["2024-06-05..2024-06-12", "2024", "2025-05-20", "2025-05", "2026-08-03", "2026-11-09", "2027-01-01"]
    func date(_ generator: inout Seeded) -> DateRange? {
      generator.maybe(dates).map { .known($0, generator.maybe(DateBasis.allCases)) }
    }
    let known = YesNoUnknown.allCases
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      var account = Account()
      account.platform = generator.maybe(Account.Platform.ofMeta)
      account.handle = generator.maybe(["x"]) ?? ""
      account.publicContent = generator.maybe(known)
      account.aiChats = generator.maybe(known)
      matter.accounts.append(account)
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      var objection = Objection()
      objection.date = date(&generator)
      objection.channel = generator.maybe(Objection.Channel.ofMeta)
      objection.reasonsKnown = generator.maybe(Objection.ReasonsKnown.allCases)
      objection.reasons = generator.maybe(["because", ""])
      objection.codeEntered = generator.maybe(known)
      objection.acknowledgedOn = date(&generator)?.latest
      objection.alsoRequested = generator.some(Objection.Request.allCases)
      matter.objections.append(objection)
    }
    matter.response.kind = generator.maybe(Response.Kind.allCases)
    matter.response.date = date(&generator)
    matter.response.text = generator.maybe(["no", ""])
    matter.response.limits = generator.some(Response.Limit.allCases)
    matter.response.reasonsGiven = generator.maybe(known)
    matter.response.remediesNamed = generator.maybe(known)
    matter.response.checkedUntil = date(&generator)?.latest
    matter.response.answeredOn = date(&generator)?.latest
    var notice = Notice()
    notice.date = date(&generator)
    notice.kind = generator.maybe(Notice.Kind.allCases)
    matter.notices = generator.some([notice])
    var reminder = Reminder()
    reminder.date = date(&generator)
    reminder.channel = generator.maybe(Reminder.Channel.allCases)
    matter.reminders = generator.some([reminder])
    var hardship = Hardship()
    hardship.step = generator.maybe(Hardship.Step.allCases)
    hardship.description = generator.maybe(["the code did not work"]) ?? ""
    matter.hardships = generator.some([hardship])
    matter.effects.content = generator.some(Effects.Content.allCases)
    matter.effects.special = generator.some(Effects.Special.allCases)
    matter.effects.minors = generator.maybe(Effects.Minors.allCases)
    matter.accessLost = generator.maybe(AccessLoss.allCases)
    matter.age = generator.maybe(Age.allCases)
    var representative = Representative()
    representative.name = generator.maybe(["y"]) ?? ""
    matter.representative = generator.maybe([representative])
    matter.prior.complaints = generator.maybe([[], [PriorProceedings.Complaint()]])
    matter.prior.court = generator.maybe(known)
    matter.prior.collectiveAction = generator.maybe(known)
    matter.declarations.forwardToController = generator.maybe([true, false])
    matter.declarations.groundsConfidential = generator.maybe([true, false])
    matter.declarations.mailUnencrypted = generator.maybe([true, false])
    return matter
  }
}
