import Matter
import TestSupport
import Testing

@testable import Interview

/// Back, stop, resume, change: the same answers lead to the same matter whichever way one comes.
@Suite struct WayTests {
  private func typed(_ answers: [String: String], _ key: QuestionKey) throws -> String {
    try #require(answers[key.description] ?? answers[key.id.rawValue], "\(key)")
  }

  @Test(arguments: [("none", "de"), ("limited", "en"), ("no-date", "fr")])
  func `an interview that is interrupted at every question ends as one that was not`(
    outcome: String, language: String
  ) throws {
    let answers = Cases.answers(outcome, language)
    var whole = try Talk(language)
    try whole.answer(answers)
    var talk = try Talk(language)
    var asked = 0
    while let key = talk.key {
      asked += 1
      try talk.answer(try typed(answers, key))
      let file = SavedInterview(talk.interview).yaml(remark: "Ein Hinweis")
      let saved = try SavedInterview(file, name: "saved")
      #expect(saved == SavedInterview(talk.interview))
      // After the last confirmation the person is asked to confirm again: it is about what stands there on that day.
      if talk.key == nil { break }
      if key.id.section < 18 { talk = try Talk(language, answers: saved.answers) }
    }
    #expect(asked > 40)
    #expect(try talk.matter() == whole.matter())
  }

  @Test func `back and forth at every question changes nothing`() throws {
    let answers = Cases.answers("limited", "en")
    var whole = try Talk("en")
    try whole.answer(answers)
    var talk = try Talk("en")
    while let key = talk.key {
      try talk.answer(try typed(answers, key))
      guard let next = talk.key else { break }
      try talk.answer("<")
      #expect(talk.key == key)
      #expect(talk.question?.soFar != nil)
      // An empty line keeps what was said.
      try talk.answer("")
      #expect(talk.key == next)
    }
    #expect(try talk.matter() == whole.matter())
  }

  @Test func `at every question help is there and nothing is lost by asking for it`() throws {
    for language in languages {
      let answers = Cases.answers("none", language)
      var talk = try Talk(language)
      while let key = talk.key {
        let before = talk.interview.answers
        let reply = try talk.type("?")
        #expect(reply.remarks.count == 2)
        #expect(!reply.remarks.contains { "\($0)".contains("{") })
        #expect(talk.key == key)
        #expect(talk.interview.answers == before)
        try talk.answer(try typed(answers, key))
      }
    }
  }

  @Test func `stop is no answer anywhere`() throws {
    let answers = Cases.answers("none", "de")
    var talk = try Talk("de")
    while let key = talk.key {
      let before = talk.interview.answers
      #expect(try talk.type("Stop").isStop)
      #expect(talk.interview.answers == before)
      try talk.answer(try typed(answers, key))
    }
  }

  @Test func `at the first question there is no way back`() throws {
    var talk = try Talk("en")
    #expect(try talk.type("<").remarks == [.error("This is the first question.", hint: nil)])
    #expect(talk.key == QuestionKey(.country))
  }

  @Test func `a number of the read-back opens its question, and another answer asks what follows from it`() throws {
    var answers = Cases.answers("none", "en")
    answers["read_back"] = nil
    var talk = try Talk("en")
    while let key = talk.key, key.id != .confirmed { try talk.answer(try typed(answers, key)) }
    let lines = try #require(talk.question?.readBack)
    let number = try #require(lines.firstIndex { $0.key.id == .answer }) + 1
    try talk.answer("2")
    #expect(talk.key == QuestionKey(.change))
    #expect(try talk.type("999").remarks.count == 1)
    try talk.answer(String(number))
    #expect(talk.key == QuestionKey(.answer))
    try talk.answer("3")
    #expect(talk.key == QuestionKey(.answerDate))
    try talk.answer("21 May 2025")
    for reply in ["-", "1", "2"] { try talk.answer(reply) }
    #expect(talk.key == QuestionKey(.confirmed))
    try talk.answer("1")
    for reply in ["", "1"] { try talk.answer(reply) }
    let matter = try talk.matter()
    #expect(matter.response.kind == .refused)
    #expect(matter.response.checkedUntil == nil)
    #expect(matter.response.reasonsGiven == .yes)
  }

  @Test func `grounds are printed as typed, and asked about once if they are short`() throws {
    var answers = Cases.answers("none", "en")
    answers["grounds.text"] = "  My  words: \"{{x}}\" – teh errer stays.\n\n\n\nEnd  "
    answers["grounds.more"] = "And more."
    var talk = try Talk("en")
    try talk.answer(answers)
    #expect(try talk.matter().grounds.text == "My  words: \"{{x}}\" – teh errer stays.\n\n\n\nEnd\n\nAnd more.")
    #expect(talk.record.split(separator: "\n").count { $0.hasPrefix("grounds.more") } <= 1)
    answers["grounds.text"] = String(repeating: "w", count: 60)
    answers["grounds.more"] = nil
    var long = try Talk("en")
    try long.answer(answers)
    #expect(try long.matter().grounds.text.count == 60)
  }

  @Test func `nothing stands in for grounds that are not given`() throws {
    var answers = Cases.answers("none", "en")
    answers["grounds.text"] = nil
    var talk = try Talk("en")
    while let key = talk.key, key.id != .grounds { try talk.answer(try typed(answers, key)) }
    for nothing in ["", "-", "   "] {
      let reply = try talk.type(nothing)
      #expect(reply.remarks.count == 1)
      #expect(talk.key == QuestionKey(.grounds))
    }
    #expect(talk.question?.soFar == nil)
  }
}
