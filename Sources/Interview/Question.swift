import Casebook
import Matter

/// A question as it is shown.
public struct Question: Hashable, Sendable {
  /// Which it is.
  public let key: QuestionKey
  /// Where it stands: "3 of 19".
  public let section: String
  /// The question.
  public var prompt: String
  /// What helps to answer it; may be empty.
  public var note: String
  /// What is said to whoever asks for help.
  let help: String
  /// What can be chosen, numbered from 1.
  public var choices: [String]
  /// How to answer: several numbers, the word that ends a text, an empty line; may be empty.
  public var hint: String
  /// The answer so far, when the question was reopened; an empty line keeps it.
  public var soFar: String?
  /// What stands on the last line, before what is typed.
  public var asks: String
  /// Whether it takes lines up to the word that ends them.
  public var isBlock: Bool
  /// What is read back before the question; only for the last one.
  public var readBack: [ReadBack.Line]

  init(_ key: QuestionKey, context: InterviewContext, form: Questionnaire) {
    let (script, id) = (context.script, key.id)
    let words = script.words(id)
    self.key = key
    section = script.text(
      .section, ["number": String(id.section), "count": String(QuestionID.sections)])
    let isFurther = (key.number ?? 1) > 1
    var values = ["number": key.number.map { String($0) } ?? ""]
    if let account = key.number, form.matter.accounts.indices.contains(account - 1) {
      values["account"] = form.matter.accounts[account - 1].handle
    }
    if let language = form.authority?.languages.value.first,
      let known = try? context.casebook.language(language)
    {
      values["language"] = known.name
    }
    values["done"] = script.word(.done)
    values["work"] = script.word(.work)
    values["pattern"] = form.postcodeCountry?.postcodePattern
    prompt = Script.fill(isFurther ? words.again ?? words.prompt : words.prompt, values)
    note = Script.fill(words.note, values)
    help = Script.fill(words.help, values)
    choices = AnswerPrinter(context: context, form: form).choices(of: key)
    isBlock = id.kind == .block
    readBack = id == .confirmed || id == .change ? ReadBack(form, context: context).lines : []
    asks = script.text(Self.asks(id.kind))
    hint = ""
    if isBlock { hint = script.text(.blockHint, ["done": script.word(.done)]) }
    if case .ticks = id.kind { hint = script.text(.ticksHint) }
    if id.kind == .offeredTicks { hint = script.text(.ticksHint) }
    // These say themselves what an empty line means.
    if id.leave == .empty, id != .place, id != .repliedOn {
      hint += (hint.isEmpty ? "" : " ") + script.text(.emptyHint)
    }
  }

  /// Turns it into the question which of two dates was meant.
  mutating func clarify(_ readings: [DateRange], context: InterviewContext) {
    prompt = context.script.text(.clarify)
    note = ""
    hint = ""
    choices = readings.map { context.dates.plain($0) }
    asks = context.script.text(.promptChoice)
  }

  private static func asks(_ kind: AnswerKind) -> ScriptText {
    switch kind {
    case .choice, .offered: .promptChoice
    case .ticks, .offeredTicks: .promptTicks
    case .country: .promptCountry
    case .date, .day: .promptDate
    case .block: .promptBlock
    case .file: .promptFile
    case .line, .postcode: .promptLine
    }
  }
}
