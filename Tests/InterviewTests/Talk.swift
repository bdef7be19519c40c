import Casebook
import ComplaintKit
import Foundation
import LocalWorld
import Matter
import TestSupport
import Testing

@testable import Interview

/// The day of every interview of these tests.
let today = CivilDate.known("2026-11-23")

extension CivilDate {
  /// A date that the test itself writes down.
  static func known(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("the test names a day that does not exist: \(text)") }
    return day
  }
}

/// The languages of the interview.
let languages = Repository.languages

/// The repository's own data.
enum Data {
  static let folder: DataFolder = {
    guard let folder = DataFolder(path: Repository.root.path) else { preconditionFailure("the repository has no data") }
    return folder
  }()

  static let casebook = Casebook(world: LocalWorld(folder: folder, evidenceFolder: "."))

  static func script(_ language: String) throws -> Script {
    let path = "locales/interview/\(language).yaml"
    return try Script(String(decoding: try #require(folder.read(path)), as: UTF8.self), name: path)
  }

  /// What an interview needs; files are there if their name ends like one that can be an annex.
  static func context(_ language: String, on date: CivilDate = today) throws -> InterviewContext {
    try InterviewContext(
      script: script(language), casebook: casebook, campaign: "meta-ai", date: date,
      look: { candidates in
        let isTaken =
          candidates.first.map { path in [".png", ".jpg", ".eml"].contains { path.hasSuffix($0) } } ?? false
        return isTaken
          ? .fine(path: candidates[0]) : .refused(code: "evidence.file.unsupported", format: "heif")
      })
  }
}

/// An interview in which a script answers.
struct Talk {
  var interview: Interview
  /// What was said, as a terminal would show it.
  var record = ""

  init(_ language: String, on date: CivilDate = today, answers: Answers = Answers(), base: Matter = Matter()) throws {
    interview = try Interview(Data.context(language, on: date), answers: answers, base: base)
  }

  /// The question that waits.
  var key: QuestionKey? { question?.key }

  // Inlined, it stops the optimizer of Swift 6.3 with an ownership error.
  @inline(never)
  var question: Question? { if case .question(let question) = interview.stage { question } else { nil } }

  var ending: Ending? { if case .end(let ending, _) = interview.stage { ending } else { nil } }

  /// Types one answer.
  @discardableResult
  mutating func type(_ typed: String) throws -> Interview.Reply {
    let reply = try interview.take(typed)
    record += (key.map { "\($0)" } ?? "") + " <- " + typed + "\n"
    return reply
  }

  /// Types an answer that must be taken.
  mutating func answer(_ typed: String, location: SourceLocation = #_sourceLocation) throws {
    let asked = key
    let reply = try type(typed)
    for remark in reply.remarks {
      if case .error(let text, _) = remark {
        Issue.record("\(asked.map { "\($0)" } ?? "-"): \(typed): \(text)", sourceLocation: location)
      }
    }
  }

  /// Answers question after question by what each of them is; what is not in the table is an issue.
  ///
  /// - Parameter answers: by the question's key; `objection.date` stands for the date of every objection.
  mutating func answer(_ answers: [String: String], location: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<200 {
      guard let key else { return }
      guard let typed = answers[key.description] ?? answers[key.id.rawValue] else {
        Issue.record("no answer to \(key)", sourceLocation: location)
        return
      }
      let before = interview.answers
      try answer(typed, location: location)
      guard self.key != key || interview.answers != before else {
        Issue.record("\(key) was asked again after: \(typed)", sourceLocation: location)
        return
      }
    }
    Issue.record("the interview has no end", sourceLocation: location)
  }

  /// The matter of an interview that is complete.
  func matter(location: SourceLocation = #_sourceLocation) throws -> Matter {
    guard case .complete(let matter) = interview.stage else {
      Issue.record("\(interview.stage)", sourceLocation: location)
      throw Incomplete()
    }
    return matter
  }

  struct Incomplete: Error {}
}
