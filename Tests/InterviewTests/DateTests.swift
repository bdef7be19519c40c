import Matter
import TestSupport
import Testing

@testable import Interview

@Suite struct DateTests {
  private func read(_ typed: String, _ language: String) throws -> DateReader.Reading {
    DateReader(try Data.script(language), today: today).read(typed)
  }

  private func date(_ text: String) throws -> DateReader.Reading { .date(try #require(DateRange(text))) }

  static let german = [
    ("5.6.2024", "2024-06-05"), ("05.06.2024", "2024-06-05"), ("5. Juni 2024", "2024-06-05"),
    ("am 5. Juni 2024", "2024-06-05"), ("5 juni 2024", "2024-06-05"), ("5.6.24", "2024-06-05"),
    ("Juni 2024", "2024-06"), ("im Juni 2024", "2024-06"), ("6/2024", "2024-06"), ("06.2024", "2024-06"),
    ("2024", "2024"), ("2024-06-05", "2024-06-05"), ("2024-06", "2024-06"), ("Jänner 2025", "2025-01"),
    ("zwischen 5. und 12. Juni 2024", "2024-06-05..2024-06-12"),
    ("zwischen dem 5. und dem 12. Juni 2024", "2024-06-05..2024-06-12"),
    ("vom 28. Mai bis 3. Juni 2024", "2024-05-28..2024-06-03"), ("5.-12.6.2024", "2024-06-05..2024-06-12"),
    ("5. – 12. Juni 2024", "2024-06-05..2024-06-12"), ("28.12.2024 bis 3.1.2025", "2024-12-28..2025-01-03"),
    ("Juni bis August 2024", "2024-06-01..2024-08-31"), ("2024-06-05..2024-06-12", "2024-06-05..2024-06-12"),
    ("heute", "2026-11-23"), ("Gestern", "2026-11-22"), ("Ma\u{0308}rz 2025", "2025-03"),
    ("25/12/2024", "2024-12-25"), ("6/6/2024", "2024-06-06"),
  ]
  static let english = [
    ("5 June 2024", "2024-06-05"), ("5th June 2024", "2024-06-05"), ("June 5, 2024", "2024-06-05"),
    ("June 5th, 2024", "2024-06-05"), ("on the 5th of June 2024", "2024-06-05"), ("June 2024", "2024-06"),
    ("in June 2024", "2024-06"), ("between 5 and 12 June 2024", "2024-06-05..2024-06-12"),
    ("between June 5 and June 12, 2024", "2024-06-05..2024-06-12"), ("25/12/2024", "2024-12-25"),
    ("12/25/2024", "2024-12-25"), ("6/6/2024", "2024-06-06"), ("06/2024", "2024-06"), ("today", "2026-11-23"),
    ("from 28 May to 3 June 2024", "2024-05-28..2024-06-03"), ("2025", "2025"),
  ]
  static let french = [
    ("5 juin 2024", "2024-06-05"), ("le 5 juin 2024", "2024-06-05"), ("1er juin 2024", "2024-06-01"),
    ("le 1er\u{00A0}juin 2024", "2024-06-01"), ("5/6/2024", "2024-06-05"), ("05.06.2024", "2024-06-05"),
    ("juin 2024", "2024-06"), ("en août 2025", "2025-08"), ("aout 2025", "2025-08"),
    ("entre le 5 et le 12 juin 2024", "2024-06-05..2024-06-12"), ("du 28 mai au 3 juin 2024", "2024-05-28..2024-06-03"),
    ("aujourd’hui", "2026-11-23"), ("aujourd'hui", "2026-11-23"), ("hier", "2026-11-22"),
  ]

  @Test(arguments: german) func `dates as Germans and Austrians write them`(typed: String, means: String) throws {
    #expect(try read(typed, "de") == date(means))
  }

  @Test(arguments: english) func `dates in English`(typed: String, means: String) throws {
    #expect(try read(typed, "en") == date(means))
  }

  @Test(arguments: french) func `dates in French`(typed: String, means: String) throws {
    #expect(try read(typed, "fr") == date(means))
  }

  /// The article is joined to the number by a hyphen.
  @Test(arguments: [
    ("20 ta’ Mejju 2025", "2025-05-20"), ("fl-20 ta' Mejju 2025", "2025-05-20"), ("f’Ġunju 2024", "2024-06"),
    ("bejn il-5 u t-12 ta’ Ġunju 2024", "2024-06-05..2024-06-12"), ("fl-2024", "2024"), ("illum", "2026-11-23"),
    ("mit-28 ta’ Mejju sat-3 ta’ Ġunju 2024", "2024-05-28..2024-06-03"), ("20/5/2025", "2025-05-20"),
  ])
  func `dates in Maltese`(typed: String, means: String) throws {
    #expect(try read(typed, "mt") == date(means))
  }

  /// Hungarian puts the year first; the words of another language lead there as well.
  @Test(arguments: [
    ("2024. June 5.", "2024-06-05"), ("2024 June", "2024-06"), ("2024. June 5. to 12.", "2024-06-05..2024-06-12"),
    ("2024.06.05.", "2024-06-05"),
  ])
  func `the year may stand first`(typed: String, means: String) throws {
    #expect(try read(typed, "en") == date(means))
  }

  @Test(arguments: [
    ("5/6/2024", "en"), ("5.6.2024", "en"), ("5-6-2024", "en"), ("5 6 2024", "en"), ("5/6/2024", "de"),
    ("5/6/24", "en"),
  ])
  func `a date that can be two is asked back`(typed: String, language: String) throws {
    let both = try [DateRange(#require(CivilDate("2024-06-05"))), DateRange(#require(CivilDate("2024-05-06")))]
    #expect(try read(typed, language) == .ambiguous(both))
  }

  @Test(arguments: [
    ("31.6.2024", "de", DateReader.Reading.impossible), ("29.2.2025", "de", .impossible),
    ("30 février 2025", "fr", .impossible), ("5. Juni", "de", .noYear), ("June 5", "en", .noYear),
    ("5.6.", "de", .noYear),
    ("12. bis 5. Juni 2024", "de", .reversed), ("2025 to 2024", "en", .reversed),
    ("vor dem 14. Juni 2024", "de", .unknown),
    ("Anfang Juni 2024", "de", .unknown), ("4", "de", .unknown), ("", "de", .unknown), ("5.6.024", "de", .unknown),
    ("12345", "de", .unknown), ("Ende", "de", .unknown), ("5. Juni 2024 um 12 Uhr", "de", .unknown),
    ("Dezember bis Januar 2025", "de", .noYear), ("13/13/2024", "en", .impossible),
  ])
  func `what is no date, or half of one, is never made one`(
    typed: String, language: String, becomes: DateReader.Reading
  ) throws {
    #expect(try read(typed, language) == becomes)
  }

  @Test(arguments: languages) func `whatever is typed is read without a crash, and what is read was typed`(
    language: String
  ) throws {
    let script = try Data.script(language)
    let pieces =
      [
        "5", "12", "31", "2024", "2025", "24", ".", "/", "-", " ", "..", "–", ",", "er", "th", "\u{0308}", "👍", "０",
        "٣",
      ]
      + script.dateWords.filler + script.dateWords.through + Array(script.dateWords.months.keys.sorted())
    let reader = DateReader(script, today: today)
    try withSeededRandom(count: 2000) { random in
      let count = Int.random(in: 0...8, using: &random)
      let typed = (0..<count).map { _ in random.pick(pieces) ?? "" }.joined(separator: random.pick(["", " "]) ?? "")
      let dates: [DateRange] =
        switch reader.read(typed) {
        case .date(let date): [date]
        case .ambiguous(let dates): dates
        default: []
        }
      for date in dates where !script.dateWords.today.contains(typed) {
        // No year out of nothing: each year stands there, in four digits or in two.
        for year in [date.earliest.year, date.latest.year] {
          #expect(typed.contains(String(year)) || typed.contains(String(year % 100)), "\(typed): \(date)")
        }
      }
    }
  }

  @Test func `of two readings the person chooses, and only that one is kept`() throws {
    var talk = try Talk("en")
    var answers = Cases.answers("none", "en")
    answers["objection.1.date"] = nil
    while talk.key != QuestionKey(.objectionDate, 1) {
      try talk.answer(try #require(answers[talk.key?.description ?? ""] ?? answers[talk.key?.id.rawValue ?? ""]))
    }
    try talk.answer("5/6/2025")
    #expect(talk.question?.choices == ["5\u{00A0}June 2025", "6\u{00A0}May 2025"])
    #expect(talk.interview.answers[QuestionKey(.objectionDate, 1)] == nil)
    try talk.type("3")
    #expect(talk.question?.choices.count == 2)
    try talk.answer("<")
    #expect(talk.key == QuestionKey(.objectionDate, 1))
    #expect(talk.question?.choices == [])
    try talk.answer("5/6/2025")
    try talk.answer("2")
    #expect(talk.interview.answers[QuestionKey(.objectionDate, 1)] == .date(DateRange(.known("2025-05-06"))))
  }

  @Test func `a future day is refused where it is typed`() throws {
    var talk = try Talk("de")
    let answers = Cases.answers("none", "de")
    while talk.key != QuestionKey(.objectionDate, 1) {
      try talk.answer(try #require(answers[talk.key?.description ?? ""] ?? answers[talk.key?.id.rawValue ?? ""]))
    }
    let reply = try talk.type("24.11.2026")
    #expect(
      reply.remarks == [
        .error("Dieser Tag liegt in der Zukunft. Heute ist der 23.\u{00A0}November 2026.", hint: nil)
      ])
    try talk.answer("November 2026")
  }
}
