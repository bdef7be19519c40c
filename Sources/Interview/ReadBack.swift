/// What was said, numbered, before anything is written.
public struct ReadBack: Sendable {
  /// One answer.
  public struct Line: Hashable, Sendable {
    /// The question it answers.
    public var key: QuestionKey
    /// What it is about.
    public var label: String
    /// The answer, verbatim where the person typed it.
    public var answer: String
  }

  /// All of them, in the order of the questions.
  public let lines: [Line]

  init(_ form: Questionnaire, context: InterviewContext) {
    let printer = AnswerPrinter(context: context, form: form)
    lines = form.asked.compactMap { key in
      guard key.id.section < QuestionID.confirmed.section, let answer = form.answers[key] else { return nil }
      let label = Script.fill(
        context.script.words(key.id).label, ["number": key.number.map { String($0) } ?? ""])
      return Line(key: key, label: label, answer: printer.text(answer, key))
    }
  }
}
