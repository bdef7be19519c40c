import Matter
import TestSupport
import Testing

@testable import Interview

/// Who cannot complain, or not yet, is told what to do instead.
@Suite struct EndingTests {
  /// Answers until the interview ends in a friendly way, or everything is said.
  private func end(_ changes: [String: String], _ language: String = "en", on date: CivilDate = today) throws -> Talk {
    var talk = try Talk(language, on: date)
    try talk.answer(Cases.answers("none", language).merging(changes) { $1 })
    return talk
  }

  @Test func `where no law is known there is a next step all the same`() throws {
    #expect(try end(["country": "USA"]).ending == .outside)
  }

  @Test(arguments: [
    ("Switzerland", "CH", "3003"), ("CH", "CH", "8001"), ("uk", "GB", "SK9 5AF"), ("England", "GB", "SW1A 1AA"),
  ])
  func `a country with a law of its own goes on`(country: String, code: String, postcode: String) throws {
    let talk = try end(["country": country, "postcode": postcode])
    #expect(talk.ending == nil)
    #expect(try talk.matter().person.country == CountryCode(code))
  }

  @Test func `a country nobody knows is asked for again, with what may be meant`() throws {
    var talk = try Talk("en")
    #expect(
      try talk.type("Irland").remarks == [
        .error("We do not know this country. Did you mean Ireland? Then type it like that.", hint: nil)
      ])
    #expect(try talk.type("Atlantis").remarks.count == 1)
    #expect(talk.key == QuestionKey(.country))
  }

  @Test func `under age ends, and a parent can go on`() throws {
    #expect(try end(["age": "2"]).ending == .minor)
    var talk = try end([
      "age": "3", "representative.name": "Max Beispiel", "representative.capacity": "father",
    ])
    let matter = try talk.matter()
    #expect(matter.age == .minor)
    #expect(matter.representative?.name == "Max Beispiel")
    #expect(matter.representative?.capacity == "father")
    try talk.type("")
  }

  @Test func `less than a month after the objection the day is named from which it is possible`() throws {
    let talk = try end(["objection.1.date": "30 October 2026", "objection.1.acknowledged_on": "30 October 2026"])
    #expect(talk.ending == .tooEarly)
    guard case .end(_, let text) = talk.interview.stage else { return }
    // One month from 30 October ends on 30 November; the day after is the first.
    #expect(text.contains("1\u{00A0}December 2026"))
    #expect(text.contains("complain resume"))
  }

  @Test func `once the month is over the same answers lead on, after one more look`() throws {
    let early = try end(["objection.1.date": "30 October 2026", "objection.1.acknowledged_on": "30 October 2026"])
    let day = CivilDate.known("2026-12-02")
    var later = try Talk("en", on: day, answers: early.interview.answers)
    #expect(later.key == QuestionKey(.checkedUntil))
    #expect(try later.type("30 November 2026").remarks.count == 1)
    #expect(later.key == QuestionKey(.checkedUntil))
    try later.answer("today")
    #expect(later.key == QuestionKey(.reminded, 1))
  }

  @Test func `an older objection that nobody answered is enough, whatever runs still`() throws {
    let talk = try end([
      "objection.1.again": "yes", "objection.2.told_again": "1", "objection.2.date": "1 November 2026",
      "objection.2.acknowledged_on": "1 November 2026",
    ])
    #expect(talk.ending == nil)
    #expect(try talk.matter().objections.count == 2)
  }

  @Test func `a full acceptance leaves nothing open, unless objecting was made hard`() throws {
    let accepted = [
      "response.kind": "4", "response.date": "21 May 2025", "response.text": "-", "response.limits": "5",
      "notice.any": "no", "objection.1.date": "19 May 2025", "objection.1.acknowledged_on": "19 May 2025",
    ]
    #expect(try end(accepted).ending == .nothingOpen)
    let hard = accepted.merging([
      "hardship.1.step": "login", "hardship.1.description": "It logged me out.",
    ]) { $1 }
    let matter = try end(hard).matter()
    #expect(matter.hardships.map(\.step) == [.login])
  }

  @Test func `whose data are in nothing that is used learns where to look again`() throws {
    let untouched = ["account.public_content": "no", "account.ai_chats": "no"]
    #expect(try end(untouched.merging(["effects.content": "5"]) { $1 }).ending == .notAffected)
    #expect(try end(untouched.merging(["effects.content": "4"]) { $1 }).ending == nil)
  }

  @Test func `in Austria a time limit that is over says so`() throws {
    let talk = try end(["country": "Austria", "postcode": "1010", "objection.1.date": "30 May 2024"])
    #expect(talk.ending == .limitOver)
  }

  @Test func `after a friendly end the way back is open`() throws {
    var talk = try Talk("en")
    let answers = Cases.answers("never-objected", "en")
    try talk.answer(answers)
    #expect(talk.ending == .neverObjected)
    try talk.type("<")
    #expect(talk.key == QuestionKey(.told, 1))
    try talk.answer("1")
    #expect(talk.key == QuestionKey(.objectionDate, 1))
    try talk.type("<")
    try talk.answer("4")
    #expect(try talk.type("").isEnd)
  }

  @Test func `a postcode in two Länder is asked about, never guessed`() throws {
    var talk = try Talk("de")
    for typed in ["Deutschland", "07919"] { try talk.answer(typed) }
    #expect(talk.key == QuestionKey(.part))
    #expect(talk.interview.authority == nil)
    let choices = try #require(talk.question?.choices)
    #expect(choices.count == 2)
    #expect(choices.allSatisfy { $0.hasPrefix("Sachsen: ") || $0.hasPrefix("Thüringen: ") })
    #expect(try talk.type("3").remarks.count == 1)
    let number = try #require(choices.firstIndex { $0.hasPrefix("Thüringen") }) + 1
    let reply = try talk.type(String(number))
    #expect(talk.interview.matter.authority == "de-th")
    #expect(reply.remarks.count == 1)
  }

  @Test(arguments: [("D-04109", true), ("04 109", true), ("4109", false), ("0410A", false), ("10875", false)])
  func `a postcode is taken as people write it, and no other`(typed: String, isTaken: Bool) throws {
    var talk = try Talk("de")
    try talk.answer("DE")
    let reply = try talk.type(typed)
    let error = reply.remarks.contains { if case .error = $0 { true } else { false } }
    #expect(error != isTaken)
    if isTaken { #expect(talk.interview.matter.person.postalCode == "04109") }
  }

  @Test func `the authority is named as soon as the postcode is`() throws {
    var talk = try Talk("de")
    try talk.answer("Deutschland")
    #expect(
      try talk.type("04109").remarks == [
        .note("Ihre Beschwerde geht an: Sächsische Datenschutz- und Transparenzbeauftragte.")
      ])
  }

  @Test func `who works elsewhere can complain there`() throws {
    let talk = try end([
      "country": "work", "work.country": "Germany", "work.postcode": "10115", "person.country": "Poland",
      "postcode": "00-950",
    ])
    let matter = try talk.matter()
    #expect(matter.basis == .work)
    #expect(matter.authority == "de-be")
    #expect(matter.person.country == CountryCode("PL"))
  }

  @Test func `without proof of the objection the French authority is not written to`() throws {
    var talk = try Talk("fr")
    var answers = Cases.answers("none", "fr")
    answers["evidence.1.file"] = nil
    answers["evidence.file"] = nil
    while let key = talk.key, key.id != .file {
      try talk.answer(try #require(answers[key.description] ?? answers[key.id.rawValue]))
    }
    #expect(try talk.type("").remarks.count == 1)
    #expect(talk.key == QuestionKey(.file, 1))
  }

  @Test func `a picture of an iPhone gets the way out, in the person's language`() throws {
    for language in languages {
      // Bulgaria's six months are over by today.
      var talk = try Talk(language, on: language == "bg" ? .known("2025-11-20") : today)
      var answers = Cases.answers("none", language).mapValues {
        language == "bg" && $0.hasPrefix("2026-11") ? "2025-11-19" : $0
      }
      answers["evidence.1.file"] = nil
      answers["evidence.file"] = nil
      while let key = talk.key, key.id != .file {
        try talk.answer(try #require(answers[key.description] ?? answers[key.id.rawValue]))
      }
      guard case .error(let text, _)? = try talk.type("/home/x/IMG_0001.HEIC").remarks.first else {
        Issue.record("\(language): taken")
        continue
      }
      #expect(text.contains("HEIC") && text.contains("iPhone") && text.contains("JPEG"))
    }
  }
}
