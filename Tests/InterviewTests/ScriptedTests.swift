import Checking
import Matter
import TestSupport
import Testing

@testable import Interview

/// Whole interviews, in every language, to the file they write.
@Suite struct ScriptedTests {
  static let outcomes = ["none", "refused", "limited", "no-date", "empty-reason"]

  @Test(arguments: languages)
  func `the matter of every outcome is the golden one, and drafts`(language: String) throws {
    var files: [String] = []
    for outcome in Self.outcomes {
      var (talk, day) = (try Talk(language), today)
      try talk.answer(Cases.answers(outcome, language))
      if talk.ending == .limitOver {
        // Bulgaria's six months are over by today; asked in time, the interview goes on.
        day = .known("2025-11-20")
        talk = try Talk(language, on: day)
        try talk.answer(Cases.answers(outcome, language).mapValues { $0.hasPrefix("2026-11") ? "2025-11-19" : $0 })
      }
      let matter = try talk.matter()
      files.append("# \(outcome)\n" + MatterWriter.yaml(matter))
      let review = try Review(matter, on: day, casebook: Data.casebook)
      #expect(review.findings.filter { $0.severity == .error } == [], "\(outcome)")
    }
    Golden.check(files.joined(separator: "\n"), "matters-\(language)")
  }

  @Test(arguments: languages)
  func `who never objected learns how, and nothing is written`(language: String) throws {
    var talk = try Talk(language)
    try talk.answer(Cases.answers("never-objected", language))
    #expect(talk.ending == .neverObjected)
    guard case .end(_, let text) = talk.interview.stage else { return }
    Golden.check(text + "\n", "never-objected-\(language)")
    #expect(text.contains("complain guide --country "))
    #expect(text.contains("complain objection"))
  }

  @Test(arguments: languages)
  func `all that is asked and read back is the golden page`(language: String) throws {
    var talk = try Talk(language)
    var page = talk.interview.context.script.intro + "\n" + talk.interview.commandsHint + "\n"
    let answers = Cases.answers("limited", language)
    while let question = talk.question {
      page += "\n" + question.shown + "\n"
      let typed = try #require(answers[question.key.description] ?? answers[question.key.id.rawValue])
      page += typed + "\n"
      for remark in try talk.type(typed).remarks { page += remark.shown + "\n" }
    }
    Golden.check(page, "page-\(language)")
  }

  @Test func `nobody is asked which scenario it is`() throws {
    var talk = try Talk("en")
    try talk.answer(Cases.answers("limited", "en"))
    let review = try Review(talk.matter(), on: today, casebook: Data.casebook)
    let brief = try #require(review.brief)
    #expect(brief.scenarios.keys.sorted() == [.limited, .specialCategories, .renewal, .requestIgnored])
  }
}

extension Question {
  /// The question as a terminal shows it.
  var shown: String {
    var lines: [String] = []
    for (number, line) in readBack.numbered { lines.append("\(number) \(line.label) | \(line.answer)") }
    lines += [section, prompt]
    if !note.isEmpty { lines.append(note) }
    for (number, choice) in choices.numbered { lines.append("  \(number) \(choice)") }
    if !hint.isEmpty { lines.append(hint) }
    if let soFar { lines.append(soFar) }
    return (lines + [asks]).joined(separator: "\n")
  }
}

extension Interview.Remark {
  /// The remark as a terminal shows it.
  var shown: String {
    switch self {
    case .note(let text): text
    case .error(let text, let hint): "! \(text)" + (hint.map { "\n! \($0)" } ?? "")
    }
  }
}
