import Matter
import TestSupport
import Testing

@testable import Checking

@Suite struct MatterReaderTests {
  /// Every key of the schema once.
  static let complete = """
    campaign: meta-ai
    reference: EB-2026-01
    language: de-AT
    authority: de-sn
    basis: work
    person:
      given_name: "  Erika "
      family_name: "Be\\u0301ispiel"
      street: Musterweg 5
      extra_line: Hinterhaus
      postal_code: "04109"
      city: Leipzig
      country: el
      date_of_birth: 1980-02-29
      email: erika@example.org
      phone: "+49 341 0"
    account:
      - platform: facebook
        handle: erika.beispiel
        email: login@example.org
        accounts_centre: same
        public_content: yes
        public_content_since: 2012
        ai_chats: no
        ai_chats_since: 2026-01
    objection:
      - date: 2024-06-05..2024-06-12
        date_basis: memory
        time: "14:30"
        channel: form_2024
        url: https://example.org/form
        accounts: [1]
        reasons_known: text
        reasons: |
          First line

          second line
        reasons_language: en
        code_entered: unknown
        acknowledged_on: 2024-06-13
        also_requested: [erasure, access, erasure]
    response:
      kind: accepted
      date: 2025-05-21
      text: honoured
      text_language: en
      limits: [future_only, must_repeat]
      reasons_given: no
      remedies_named: unknown
      checked_until: 2026-11-20
      answered_on: 2026-11-19
    notice:
      - date: 2026-07-14
        kind: in_app
    reminder:
      - date: 2025-06-30
        channel: email
    hardship:
      - step: login
        description: no way in
    grounds:
      text: mine
      language: de
    effects:
      today: open
      today_language: de
      content: posts
      special: [health]
      minors: posted_as_minor
    access_lost: banned
    evidence:
      - file: example:1-objection.png
        role: objection
        date: 2024-06-07
        caption: Form
        alt: The form
        transcript: Sent
        language: en
    prior:
      complaints:
        - authority: DSB
          date: 2024-08
          reference: D124
      court: no
      court_reference: none at all
      collective_action: unknown
    age: adult
    representative:
      name: Max
      capacity: father
    declarations:
      truth_confirmed_on: 2026-11-21
      forward_to_controller: yes
      grounds_confidential: no
      mail_unencrypted: true
    signature:
      kind: handwritten
      place: Leipzig
      date: 2026-11-22
    """

  @Test func everyKeyOfTheSchemaIsRead() throws {
    let reading = MatterReader.read(Self.complete, name: "matter.yaml")
    #expect(reading.findings == [])
    let matter = reading.matter
    #expect(matter.campaign == "meta-ai" && matter.reference == "EB-2026-01" && matter.language == "de-AT")
    #expect(matter.authority == "de-sn" && matter.basis == .work)
    #expect(matter.person.givenName == "Erika")
    #expect(Array(matter.person.familyName.unicodeScalars) == Array("Béispiel".unicodeScalars))
    #expect(matter.person.extraLine == "Hinterhaus" && matter.person.city == "Leipzig")
    #expect(matter.person.postalCode == "04109" && matter.person.country?.code == "GR")
    #expect(matter.person.dateOfBirth == CivilDate("1980-02-29") && matter.person.phone == "+49 341 0")
    let account = try #require(matter.accounts.first)
    #expect(account.platform == .facebook && account.accountsCentre == .same && account.email == "login@example.org")
    #expect(account.publicContent == .yes && account.publicContentSince?.precision == .year)
    #expect(account.aiChats == .no && account.aiChatsSince?.description == "2026-01")
    let objection = try #require(matter.objections.first)
    #expect(objection.date == DateRange.known("2024-06-05..2024-06-12", .memory))
    #expect(objection.time?.description == "14:30" && objection.channel == .form2024 && objection.accounts == [1])
    #expect(objection.reasonsKnown == .text && objection.reasons == "First line\n\nsecond line")
    #expect(objection.reasonsLanguage == "en" && objection.codeEntered == .unknown)
    #expect(objection.acknowledgedOn == CivilDate("2024-06-13") && objection.alsoRequested == [.erasure, .access])
    let response = matter.response
    #expect(response.kind == .accepted && response.date == .known("2025-05-21") && response.text == "honoured")
    #expect(response.limits == [.futureOnly, .mustRepeat] && response.textLanguage == "en")
    #expect(response.reasonsGiven == .no && response.remediesNamed == .unknown)
    #expect(response.checkedUntil == CivilDate("2026-11-20") && response.answeredOn == CivilDate("2026-11-19"))
    #expect(matter.notices.first?.kind == .inApp && matter.reminders.first?.channel == .email)
    #expect(matter.hardships.first?.step == .login && matter.hardships.first?.description == "no way in")
    #expect(matter.grounds.text == "mine" && matter.grounds.language == "de")
    #expect(matter.effects.today == "open" && matter.effects.content == [.posts] && matter.effects.special == [.health])
    #expect(matter.effects.minors == .postedAsMinor && matter.accessLost == .banned)
    let item = try #require(matter.evidence.first)
    #expect(item.file == "example:1-objection.png" && item.role == .objection && item.caption == "Form")
    #expect(item.alt == "The form" && item.transcript == "Sent" && item.language == "en")
    #expect(matter.prior.complaints?.first?.reference == "D124" && matter.prior.court == .no)
    #expect(matter.prior.collectiveAction == .unknown && matter.age == .adult)
    #expect(matter.representative?.capacity == "father")
    #expect(matter.declarations.forwardToController == true && matter.declarations.groundsConfidential == false)
    #expect(matter.declarations.mailUnencrypted == true && matter.signature.kind == .handwritten)
    #expect(matter.signature.date == CivilDate("2026-11-22"))
  }

  @Test func everyTextAndEveryDateOfTheSchemaIsListed() {
    let matter = MatterReader.read(Self.complete, name: "matter.yaml").matter
    #expect(matter.texts.count == 29)
    #expect(Set(matter.texts.map(\.path)).count == 29)
    #expect(matter.dates.count == 14)
    #expect(Set(matter.dates.map(\.path)).count == 14)
  }

  @Test func allProblemsAreSaidAtOnceWithTheirPlaces() {
    let text = """
      campaign: meta-ai
      persn: { given_name: E }
      age: old
      objection:
        - date: 2025-02-30
          chanel: email
          time: 25:00
          accounts: [one]
        - just text
      account: facebook
      declarations: { forward_to_controller: maybe }
      """
    let found = MatterReader.read(text, name: "my.yaml").findings
    let unhinted = "correct it; a new sample shows how this field is written"
    #expect(
      found.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.field): \($0.message) [\($0.hint ?? "")]" } == [
        "2:1 persn: is not a known key [did you mean person?]",
        "3:6 age: must be one of: adult, minor [\(unhinted)]",
        "5:11 objection.1.date: must be a date that exists, like 2025-05-20, 2024-06 or 2024-06-05..2024-06-12 "
          + "[\(unhinted)]",
        "6:5 objection.1.chanel: is not a known key [did you mean channel?]",
        "7:11 objection.1.time: must be a time like 14:30, in quotes [\(unhinted)]",
        "8:16 objection.1.accounts.1: must be a whole number [\(unhinted)]",
        "9:5 objection.2: must be a group of keys, not a single value [\(unhinted)]",
        "10:10 account: must be a list, not a single value [\(unhinted)]",
        "11:40 declarations.forward_to_controller: must be yes or no [\(unhinted)]",
      ])
    #expect(found.allSatisfy { $0.code == "matter.format" && $0.severity == .error })
  }

  @Test(arguments: [
    "", "\n# nothing\n", "just words", "- a\n- b", "a: [1", "a: b: c", "a: *x", "\u{0}", "%", "---\n---\n",
  ])
  func whatIsNoRecordIsOneErrorAndNotTwenty(text: String) {
    let reading = MatterReader.read(text, name: "my.yaml")
    #expect(reading.findings.count == 1)
    #expect(reading.findings.first?.severity == .error)
  }

  @Test func aLargeFileIsRefusedUnread() {
    let text = "grounds: { text: \"" + String(repeating: "x", count: 1_100_000) + "\" }"
    #expect(
      MatterReader.read(text, name: "my.yaml").findings.map(\.message) == ["the file is larger than 1000000 bytes"])
  }

  @Test func windowsLineEndsAndDecomposedLettersAreTheSameText() {
    let unix = MatterReader.read("grounds:\n  text: |\n    Für mich\n    und sie\n", name: "a").matter
    let windows = MatterReader.read("grounds:\r\n  text: |\r\n    Fu\u{308}r mich\r\n    und sie\r\n", name: "a").matter
    #expect(unix.grounds.text == "Für mich\nund sie")
    #expect(Array(windows.grounds.text.unicodeScalars) == Array(unix.grounds.text.unicodeScalars))
  }

  @Test func whatIsTypedStaysAsTyped() {
    let text = #"grounds: { text: "{{name}} ](http://x) <b>|</b> *no* שלום" }"#
    #expect(MatterReader.read(text, name: "a").matter.grounds.text == "{{name}} ](http://x) <b>|</b> *no* שלום")
    #expect(textProblems("{{name}} ](http://x) <b>|</b> *no* שלום", kind: .block) == [])
  }
}
