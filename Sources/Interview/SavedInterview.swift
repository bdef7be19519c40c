import Casebook
import Matter
import Records

/// An interview that was interrupted, as the file that goes on with it.
public struct SavedInterview: Hashable, Sendable {
  /// The campaign.
  public var campaign: String
  /// The language of the interview.
  public var language: String
  /// The answers so far.
  public var answers: Answers

  /// Takes what an interview has.
  public init(_ interview: Interview) {
    campaign = interview.context.campaign.id
    language = interview.context.script.language
    answers = interview.answers
    // That everything is true is said on the day of signing, and about what stands there then.
    answers.remove(QuestionKey(.confirmed))
  }

  private init(campaign: String, language: String, answers: Answers) {
    self.campaign = campaign
    self.language = language
    self.answers = answers
  }

  /// The file's text.
  ///
  /// - Parameter remark: what stands at the top as a comment.
  public func yaml(remark: String) -> String {
    var text = YAMLText.remark(remark)
    text += "interview: \(Self.version)\ncampaign: \(YAMLText.scalar(campaign))\n"
    text += "language: \(YAMLText.scalar(language))\nanswers:\n"
    if answers.entries.isEmpty { return String(text.dropLast()) + " []\n" }
    for entry in answers.entries {
      text += "  - question: \(entry.key)\n"
      switch entry.answer {
      case .word(let word): text += "    word: \(YAMLText.scalar(word))\n"
      case .words(let words): text += "    words: [\(words.map(YAMLText.scalar).joined(separator: ", "))]\n"
      case .date(let date): text += "    date: \(date)\n"
      case .text(let said): text += "    text: \(YAMLText.text(said, indent: 6))\n"
      case .unknown: text += "    said: unknown\n"
      case .nothing: text += "    said: nothing\n"
      }
    }
    return text
  }

  /// Reads such a file.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - name: what messages call the file.
  public init(_ text: String, name: String) throws(RecordProblems) {
    self = try SourceFile(name: name, text: text).read { reader in
      if reader.integer("interview") != Self.version { reader.report("interview", "is of another version") }
      var answers = Answers()
      let entries = reader.list("answers", Self.entry)
      for case (let key?, let answer?) in entries { answers.set(key, answer) }
      return SavedInterview(
        campaign: reader.string("campaign"), language: reader.string("language"), answers: answers)
    }
  }

  private static let version = 1

  private static func entry(_ reader: RecordReader) -> (QuestionKey?, Answer?) {
    let key = reader.optionalValue("question", expected: "a question of the interview") { QuestionKey($0) }
    if !reader.has("question") { reader.report("question", "is missing") }
    var answer: Answer?
    if let word = reader.optionalString("word") { answer = .word(word) }
    if reader.has("words") { answer = .words(reader.strings("words")) }
    if let date = reader.optionalValue("date", expected: "a date like 2025-05-20", parse: { DateRange($0) }) {
      answer = .date(date)
    }
    if let text = reader.optionalString("text") { answer = .text(text) }
    if let said = reader.optionalString("said") {
      switch said {
      case "unknown": answer = .unknown
      case "nothing": answer = .nothing
      default: reader.report("said", "must be unknown or nothing")
      }
    }
    if answer == nil { reader.report(nil, "holds no answer") }
    return (key, answer)
  }
}
