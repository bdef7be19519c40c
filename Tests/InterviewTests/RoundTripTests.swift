import Checking
import Foundation
import LocalWorld
import Matter
import TestSupport
import Testing

@testable import Interview

/// What is written is read back as the same, whatever a person typed.
@Suite struct RoundTripTests {
  /// Words, signs that mean something to YAML, letters of several scripts.
  static let pieces = [
    "a", "Wort", "ß", "ü", "yes", "no", "null", "~", "- ", ": ", "#", " #", "{{", "}}", "[", "]", "&a", "*a", "!x", "|",
    ">", "'", "\"",
    "\\", "%", "@", "`", "…", "„", "“", "\u{202F}", "\u{00A0}", "👍", "Ω", "ع", "0", "2024-06-05", "04109", "1e3",
    "\u{2028}", "\u{FEFF}",
    "\u{0085}", "\u{200D}", "\u{E000}", ",", "?", "=", "<<", "---", "...",
  ]

  private func line(_ random: inout SeededRandom) -> String {
    let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in random.pick(Self.pieces) ?? "" }.joined()
    return text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
  }

  private func block(_ random: inout SeededRandom) -> String {
    let lines = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      String(repeating: random.pick(["", " ", "\t"]) ?? "", count: Int.random(in: 0...3, using: &random))
        + line(&random)
        + (random.pick(["", "", " ", "\t"]) ?? "")
    }
    return lines.joined(separator: random.pick(["\n", "\n\n"]) ?? "")
      .precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func orNone<Value>(_ value: Value, _ random: inout SeededRandom) -> Value? {
    Bool.random(using: &random) ? value : nil
  }

  private func day(_ random: inout SeededRandom) -> CivilDate {
    CivilDate.known("2024-01-01").adding(days: Int.random(in: 0...1000, using: &random))
  }

  private func redaction(_ random: inout SeededRandom) -> Redaction {
    var redaction = Redaction()
    var area = Redaction.Area()
    area.page = orNone(3, &random)
    (area.left, area.top, area.width, area.height) = (0, 7.5, 33.333, 100)
    redaction.areas = Bool.random(using: &random) ? [area, area] : []
    redaction.words = (0..<Int.random(in: 0...2, using: &random)).map { _ in line(&random) }.filter { !$0.isEmpty }
    redaction.patterns = [line(&random), "+49 ### *"].filter { !$0.isEmpty }
    return redaction
  }

  private func range(_ random: inout SeededRandom) -> DateRange {
    let start = day(&random)
    let text = [
      start.description, String(start.description.prefix(7)), String(start.description.prefix(4)),
      "\(start)..\(start.adding(days: 9))",
    ]
    return DateRange(random.pick(text) ?? "2024") ?? DateRange(start)
  }

  private func matter(_ random: inout SeededRandom) -> Matter {
    var matter = Matter()
    matter.campaign = "meta-ai"
    matter.reference = line(&random)
    matter.language = random.pick(["de", "de-AT", nil]) ?? nil
    matter.authority = orNone(line(&random), &random)
    matter.basis = random.pick(FilingBasis.allCases)
    matter.age = random.pick(Age.allCases)
    matter.accessLost = random.pick(AccessLoss.allCases)
    matter.person.givenName = line(&random)
    matter.person.familyName = line(&random)
    matter.person.street = line(&random)
    matter.person.extraLine = orNone(line(&random), &random)
    matter.person.postalCode = random.pick(["04109", "D02 X285", "0", "1e5"]) ?? ""
    matter.person.city = line(&random)
    matter.person.country = CountryCode(random.pick(["DE", "NO", "FR"]) ?? "DE")
    matter.person.dateOfBirth = orNone(day(&random), &random)
    matter.person.email = orNone(line(&random), &random)
    matter.person.phone = orNone("+49 341 0000000", &random)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      var account = Account()
      account.platform = random.pick(Account.Platform.ofMeta)
      account.handle = line(&random)
      account.email = orNone(line(&random), &random)
      account.accountsCentre = orNone(.same, &random)
      account.publicContent = random.pick(YesNoUnknown.allCases)
      account.publicContentSince = orNone(range(&random), &random)
      account.aiChats = orNone(.no, &random)
      matter.accounts.append(account)
      var objection = Objection()
      objection.date = range(&random).resting(on: random.pick(DateBasis.allCases))
      objection.time = orNone(TimeOfDay("14:30"), &random) ?? nil
      objection.channel = random.pick(Objection.Channel.ofMeta)
      objection.url = orNone(line(&random), &random)
      objection.accounts = Bool.random(using: &random) ? [1, 2] : []
      objection.reasonsKnown = random.pick(Objection.ReasonsKnown.allCases)
      objection.reasons = orNone(block(&random), &random)
      objection.reasonsLanguage = orNone("fr", &random)
      objection.codeEntered = random.pick(YesNoUnknown.allCases)
      objection.acknowledgedOn = orNone(day(&random), &random)
      objection.alsoRequested = Bool.random(using: &random) ? [.access, .erasure] : []
      matter.objections.append(objection)
      var item = EvidenceItem()
      item.file = line(&random)
      item.role = random.pick(EvidenceItem.Role.allCases)
      item.date = orNone(range(&random), &random)
      item.caption = orNone(line(&random), &random)
      item.alt = orNone(block(&random), &random)
      item.transcript = orNone(block(&random), &random)
      item.passage = orNone(Passage(), &random)
      item.passage?.from = "a: \"b\", \\"
      item.passage?.to = orNone("}", &random)
      item.redact = orNone(redaction(&random), &random)
      matter.evidence.append(item)
      var hardship = Hardship()
      hardship.step = random.pick(Hardship.Step.allCases)
      hardship.description = block(&random)
      matter.hardships.append(hardship)
      var reminder = Reminder()
      reminder.date = range(&random)
      reminder.channel = random.pick(Reminder.Channel.allCases)
      matter.reminders.append(reminder)
      var notice = Notice()
      notice.date = range(&random)
      notice.kind = random.pick(Notice.Kind.allCases)
      matter.notices.append(notice)
    }
    matter.response.kind = random.pick(Response.Kind.allCases)
    matter.response.date = orNone(range(&random), &random)
    matter.response.text = orNone(block(&random), &random)
    matter.response.limits = Bool.random(using: &random) ? [.futureOnly, .mustRepeat] : []
    matter.response.reasonsGiven = random.pick(YesNoUnknown.allCases)
    matter.response.checkedUntil = orNone(day(&random), &random)
    matter.response.answeredOn = orNone(day(&random), &random)
    matter.grounds.text = block(&random)
    matter.grounds.language = orNone("de", &random)
    matter.effects.today = block(&random)
    matter.effects.content = [.posts, .othersPosts]
    matter.effects.special = Bool.random(using: &random) ? [.health] : []
    matter.effects.minors = random.pick(Effects.Minors.allCases)
    if Bool.random(using: &random) {
      var complaint = PriorProceedings.Complaint()
      complaint.authority = line(&random)
      complaint.date = orNone(range(&random), &random)
      matter.prior.complaints = Bool.random(using: &random) ? [complaint] : []
      matter.prior.court = random.pick(YesNoUnknown.allCases)
      matter.prior.courtReference = orNone(line(&random), &random)
    }
    if Bool.random(using: &random) {
      matter.representative = Representative()
      matter.representative?.name = line(&random)
      matter.representative?.capacity = line(&random)
    }
    matter.declarations.truthConfirmedOn = orNone(day(&random), &random)
    matter.declarations.forwardToController = orNone(Bool.random(using: &random), &random)
    matter.declarations.groundsConfidential = orNone(true, &random)
    matter.signature.kind = random.pick(Signature.Kind.allCases)
    matter.signature.place = line(&random)
    matter.signature.date = orNone(day(&random), &random)
    return matter.withoutEmptyTexts
  }

  @Test func `a matter becomes YAML and the same matter again`() throws {
    let remarks = MatterWriter.Remarks(try Data.script("fr"))
    try withSeededRandom(count: 400) { random in
      let matter = matter(&random)
      let yaml = MatterWriter.yaml(matter, remarks: remarks)
      let reading = MatterReader.read(yaml, name: "matter")
      #expect(reading.findings == [], "\(yaml)")
      #expect(reading.matter == matter, "\(yaml)")
    }
  }

  @Test func `answers become a file and the same answers again`() throws {
    let context = try Data.context("de")
    try withSeededRandom(count: 200) { random in
      var answers = Answers()
      for id in QuestionID.allCases where Bool.random(using: &random) && id != .confirmed {
        let answer: Answer =
          [
            .word(line(&random)), .words([line(&random), "b"].filter { !$0.isEmpty }), .date(range(&random)),
            .text(block(&random)), .unknown, .nothing,
          ].filter { $0 != .word("") && $0 != .text("") }.randomElement(using: &random) ?? .unknown
        answers.set(QuestionKey(id, id.rawValue.contains(".") ? Int.random(in: 1...12, using: &random) : nil), answer)
      }
      var saved = SavedInterview(try Interview(context))
      saved.answers = answers
      let yaml = saved.yaml(remark: "Ein Hinweis: mit # und \"")
      #expect(try SavedInterview(yaml, name: "saved") == saved, "\(yaml)")
    }
  }

  @Test(arguments: Repository.countries)
  func `the example of every country can be opened for a change and comes out the same`(country: String) throws {
    let text = try #require(Data.folder.read("templates/meta-ai/example/matter.\(country).yaml"))
    let matter = MatterReader.read(String(decoding: text, as: UTF8.self), name: "matter").matter
    for language in languages {
      var talk = try Talk(language, answers: Answers(of: matter), base: matter)
      #expect(talk.key == QuestionKey(.confirmed), "\(talk.interview.stage)")
      try talk.answer("1")
      if talk.key?.id == .filing { try talk.answer("1") }
      var expected = matter
      expected.declarations.truthConfirmedOn = today
      #expect(try talk.matter() == expected)
    }
  }

  @Test(arguments: ScriptedTests.outcomes)
  func `what an interview wrote can be opened again and comes out the same`(outcome: String) throws {
    var first = try Talk("en")
    try first.answer(Cases.answers(outcome, "en"))
    let matter = try first.matter()
    var again = try Talk("en", answers: Answers(of: matter), base: matter)
    #expect(again.key == QuestionKey(.confirmed), "\(again.interview.stage)")
    try again.answer("1")
    #expect(try again.matter() == matter)
  }

  @Test func `whatever is typed at whichever question, nothing breaks`() throws {
    let answers = Cases.answers("limited", "en")
    try withSeededRandom(count: 12) { random in
      var talk = try Talk("en")
      for _ in 0..<250 {
        guard let key = talk.key else { break }
        if Int.random(in: 0...2, using: &random) == 0 {
          try talk.type(answers[key.description] ?? answers[key.id.rawValue] ?? "1")
        } else {
          let typed =
            random.pick([
              "", "?", "-", "<", "0", "1", "99", "-1", "1 1", "1 2 3", "yes", "no", "\u{0}", line(&random),
              block(&random),
              "5/6/2025", "٣", "１", String(repeating: "x", count: 300),
            ]) ?? ""
          _ = try talk.type(typed)
        }
        // Whatever stands there can be saved and read.
        _ = try SavedInterview(SavedInterview(talk.interview).yaml(remark: ""), name: "saved")
      }
    }
  }
}

extension Matter {
  /// The matter as a reader gives it: a text that is empty was not said.
  fileprivate var withoutEmptyTexts: Matter {
    var matter = self
    func filled(_ text: String?) -> String? { text?.isEmpty == true ? nil : text }
    matter.authority = filled(authority)
    matter.person.extraLine = filled(person.extraLine)
    matter.person.email = filled(person.email)
    for index in accounts.indices { matter.accounts[index].email = filled(accounts[index].email) }
    for index in objections.indices {
      matter.objections[index].url = filled(objections[index].url)
      matter.objections[index].reasons = filled(objections[index].reasons)
    }
    for index in evidence.indices {
      matter.evidence[index].caption = filled(evidence[index].caption)
      matter.evidence[index].alt = filled(evidence[index].alt)
      matter.evidence[index].transcript = filled(evidence[index].transcript)
    }
    matter.response.text = filled(response.text)
    matter.prior.courtReference = filled(prior.courtReference)
    return matter
  }
}
