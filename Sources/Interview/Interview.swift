import Casebook
import Matter

/// The interview: what is asked now, and what an answer leads to.
///
/// A pure value. It knows no terminal, no clock and no locale; files come through the context. Whoever shows it prints `stage`
/// and gives what was typed to `take`.
public struct Interview: Sendable {
  /// Where the interview is.
  public enum Stage: Hashable, Sendable {
    /// A question waits for an answer.
    case question(Question)
    /// There is no complaint, or not yet: a text in the person's language. An empty line ends it.
    case end(Ending, text: String)
    /// Everything is said.
    case complete(Matter)
  }

  /// What an answer led to.
  public struct Reply: Hashable, Sendable {
    /// What is to be said before the next question.
    public var remarks: [Remark] = []
    /// Whether the person wants to leave.
    public var isStop = false
    /// Whether the person is done after a friendly end.
    public var isEnd = false
  }

  /// Something said between two questions.
  public enum Remark: Hashable, Sendable {
    /// Something to know.
    case note(String)
    /// What cannot be taken, and what to do.
    case error(String, hint: String?)
  }

  /// Where it is.
  public private(set) var stage: Stage
  /// The answers so far.
  public private(set) var answers: Answers
  /// The words and the world.
  public let context: InterviewContext
  let base: Matter
  /// The question that was reopened, if one was.
  private var reopened: QuestionKey?
  /// Two readings of a date that was typed, of which the person must choose one.
  private var readings: [DateRange] = []
  private var form: Questionnaire

  /// Begins, or goes on with what was said before.
  ///
  /// - Parameters:
  ///   - answers: what was answered in an interview that was interrupted.
  ///   - base: the matter to change; empty for a new one.
  /// - Throws: `CasebookError` if a data file is broken.
  public init(
    _ context: InterviewContext, answers: Answers = Answers(), base: Matter = Matter()
  ) throws(CasebookError) {
    self.context = context
    self.answers = answers
    self.base = base
    form = Questionnaire(answers, base: base, context: context, memory: CasebookMemory(context.casebook))
    stage = .complete(base)
    _ = try settle()
  }

  /// The matter as far as it is said.
  public var matter: Matter { form.matter }

  /// The authority that the complaint goes to, once it is known.
  public var authority: Authority? { form.authority }

  /// The way of filing that was chosen, or the only one there is.
  public var filing: Channel? {
    let chosen = answers[QuestionKey(.filing)]?.word.flatMap { Channel.Kind(rawValue: $0) }
    return chosen.flatMap { authority?.channel($0) } ?? authority?.preferredChannel
  }

  /// Takes what was typed: a line, or for a longer text all its lines.
  public mutating func take(_ typed: String) throws(CasebookError) -> Reply {
    let line = typed.trimmed
    let script = context.script
    if script.isCommand(line, .stop) { return Reply(isStop: true) }
    if script.isCommand(line, .back) { return try goBack() }
    guard case .question(let question) = stage else {
      return Reply(isEnd: true)
    }
    if script.isCommand(line, .help) {
      return Reply(remarks: [.note(question.help), .note(commandsHint)])
    }
    if !readings.isEmpty { return try choose(line, question.key) }
    if line.isEmpty, reopened != nil, let kept = answers[question.key] { return try accept(kept, question.key) }
    let reader = AnswerReader(context: context, form: form, key: question.key)
    switch reader.read(typed) {
    case .answer(let answer): return try accept(answer, question.key)
    case .refused(let text, let values, let hint): return refuse(text, values, hint: hint)
    case .refusedFile(let text):
      return Reply(remarks: [.error(script.files[text] ?? "", hint: nil)])
    case .ambiguous(let dates):
      readings = dates
      ask(question.key)
      return Reply()
    case .reopen(let key):
      reopened = key
      ask(key)
      return Reply()
    }
  }

  /// The words that work at every question.
  public var commandsHint: String {
    let script = context.script
    return script.text(
      .commandsHint,
      [
        "help": script.word(.help), "unknown": script.word(.unknown), "back": script.word(.back),
        "stop": script.word(.stop),
      ])
  }

  /// Opens one question again, as the read-back does.
  public mutating func reopen(_ key: QuestionKey) {
    reopened = key
    ask(key)
  }

  // MARK: the way through

  private mutating func accept(_ answer: Answer, _ key: QuestionKey) throws(CasebookError) -> Reply {
    if key.id == .confirmed, answer.word == "stop" { return Reply(isStop: true) }
    if key.id == .confirmed, answer.word == "change" {
      reopened = QuestionKey(.change)
      ask(QuestionKey(.change))
      return Reply()
    }
    var remarks: [Remark] = []
    if case .date(let date) = answer, key.id.kind == .date || key.id.kind == .day {
      remarks.append(.note(context.script.text(.understood, ["date": context.dates.plain(date)])))
    }
    let (before, old) = (form.authority?.id, answers)
    answers.set(key, answer)
    if key.id.section < QuestionID.confirmed.section, old[key] != answer { answers.remove(QuestionKey(.confirmed)) }
    reopened = nil
    if let refusal = try settle() {
      // The answer that does not go with the others is taken back, and asked anew.
      answers = old
      answers.remove(refusal.key)
      _ = try settle()
      return Reply(remarks: [refusal.remark])
    }
    if let authority = form.authority, authority.id != before {
      let name = authority.names.nearest(to: context.script.language)
      remarks.append(.note(context.script.text(.authorityNamed, ["authority": name])))
    }
    return Reply(remarks: remarks)
  }

  /// Finds the next question; gives the answer that cannot stand, if there is one.
  private mutating func settle() throws(CasebookError) -> (key: QuestionKey, remark: Remark)? {
    form = Questionnaire(answers, base: base, context: context, memory: form.memory)
    readings = []
    switch form.halt() {
    case nil:
      answers.keep(only: form.asked)
      stage = .complete(form.matter)
    case .ask(let key): ask(key)
    case .end(let ending, let values):
      stage = .end(ending, text: Script.fill(context.script.ends[ending] ?? "", values))
    case .refuse(let key, let text, let values):
      ask(key)
      return (key, .error(context.script.text(text, values), hint: nil))
    case .broken(let error): throw error
    }
    return nil
  }

  private mutating func goBack() throws(CasebookError) -> Reply {
    if !readings.isEmpty {
      readings = []
      if case .question(let question) = stage { ask(question.key) }
      return Reply()
    }
    // After a friendly end the last question that was answered is the one to go back to.
    var before = form.asked
    if case .question(let question) = stage {
      guard question.key.id != .change else {
        _ = try settle()
        return Reply()
      }
      before = Array(form.asked.prefix { $0 != question.key })
    }
    guard let previous = before.last else {
      return Reply(remarks: [.error(context.script.text(.noBack), hint: nil)])
    }
    reopened = previous
    ask(previous)
    return Reply()
  }

  private mutating func choose(_ line: String, _ key: QuestionKey) throws(CasebookError) -> Reply {
    guard let number = Int(line), readings.indices.contains(number - 1) else {
      return refuse(.choiceUnknown, ["count": String(readings.count)], hint: nil)
    }
    let date = readings[number - 1]
    readings = []
    return try accept(.date(date), key)
  }

  private func refuse(_ text: ScriptText, _ values: [String: String], hint: ScriptText?) -> Reply {
    Reply(remarks: [
      .error(context.script.text(text, values), hint: hint.map { context.script.text($0, values) })
    ])
  }

  private mutating func ask(_ key: QuestionKey) {
    var question = Question(key, context: context, form: form)
    if !readings.isEmpty {
      question.clarify(readings, context: context)
    } else if reopened == key, let answer = answers[key] {
      question.soFar = AnswerPrinter(context: context, form: form).text(answer, key)
    }
    stage = .question(question)
  }
}

extension String {
  /// Without blanks and line ends around it.
  var trimmed: String { withoutBlanks(andLineEnds: true) }
}
