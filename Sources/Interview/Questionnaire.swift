import Casebook
import Checking
import Matter
import Messages

/// Which question comes next, and what the answers so far say.
///
/// It goes through all questions in order on the answers there are, fills the matter on the way, and halts where an answer is
/// missing. So the next question, the way back and the matter follow from the answers alone.
struct Questionnaire {
  /// Where it halts.
  enum Halt: Error {
    /// This question has no answer yet.
    case ask(QuestionKey)
    /// This answer cannot stand: why, as a text of the script with its values.
    case refuse(QuestionKey, ScriptText, [String: String])
    /// There is no complaint, or not yet.
    case end(Ending, [String: String])
    /// A data file is broken.
    case broken(CasebookError)
  }

  let context: InterviewContext
  let answers: Answers
  /// What was said before this interview; a matter that is being changed.
  let base: Matter
  /// What is said so far.
  var matter: Matter
  /// The questions it came by, in order.
  private(set) var asked: [QuestionKey] = []
  /// The State of residence, once known.
  var residence: Country?
  /// The authority, once known.
  var authority: Authority?
  /// What `offered` questions offer.
  var offers: [QuestionKey: [String]] = [:]
  /// The country whose postcode is asked for, if there are data on it.
  var postcodeCountry: Country?
  /// What was opened in the casebook so far.
  var memory: CasebookMemory
  private var hasAskedHardships = false

  init(_ answers: Answers, base: Matter, context: InterviewContext, memory: CasebookMemory) {
    self.context = context
    self.memory = memory
    self.answers = answers
    self.base = base
    matter = base
    matter.campaign = context.campaign.id
    if matter.reference.isEmpty { matter.reference = "A21-\(context.date)" }
  }

  /// Goes through; `nil` when nothing is missing.
  mutating func halt() -> Halt? {
    do throws(Halt) {
      try whereto()
      try age()
      try accounts()
      try objections()
      try response()
      try eligibility()
      try grounds()
      try effects()
      try hardships()
      try evidence()
      try prior()
      try person()
      try forwarding()
      if try ask(.confirmed).word != "yes" { throw .ask(QuestionKey(.confirmed)) }
      try signing()
      matter.declarations.truthConfirmedOn = context.date
      return nil
    } catch {
      return error
    }
  }

  /// The answer to a question; halts if there is none.
  mutating func ask(_ id: QuestionID, _ number: Int? = nil) throws(Halt) -> Answer {
    let key = QuestionKey(id, number)
    asked.append(key)
    guard let answer = answers[key] else { throw .ask(key) }
    return answer
  }

  /// The answer to a question that offers what the case gives.
  mutating func ask(_ id: QuestionID, _ number: Int? = nil, offering offer: [String]) throws(Halt) -> Answer {
    offers[QuestionKey(id, number)] = offer
    return try ask(id, number)
  }

  /// Asks yes or no.
  mutating func isYes(_ id: QuestionID, _ number: Int? = nil) throws(Halt) -> Bool {
    try ask(id, number).word == "yes"
  }

  /// A question that takes a word of the matter; nothing if the person does not know.
  mutating func choice<Value: RawRepresentable<String>>(
    _ id: QuestionID, _ number: Int? = nil, as type: Value.Type
  ) throws(Halt) -> Value? {
    try ask(id, number).word.flatMap { Value(rawValue: $0) }
  }

  /// Yes, no or not known.
  mutating func yesNoUnknown(_ id: QuestionID, _ number: Int? = nil) throws(Halt) -> YesNoUnknown {
    let answer = try ask(id, number)
    return answer.word.flatMap { YesNoUnknown(rawValue: $0) } ?? .unknown
  }

  /// A look-up in the casebook.
  mutating func opening<Value>(
    _ body: (inout CasebookMemory) throws(CasebookError) -> Value
  ) throws(Halt) -> Value {
    do throws(CasebookError) {
      return try body(&memory)
    } catch {
      throw .broken(error)
    }
  }

  /// What checking says of the matter so far.
  mutating func findings() throws(Halt) -> [Finding] {
    let (matter, date) = (matter, context.date)
    return try opening { (memory) throws(CasebookError) in try memory.findings(matter, on: date) }
  }

  /// Whether there can be a complaint on what is said so far.
  mutating func eligibility() throws(Halt) {
    var errors = try findings().filter { $0.severity == .error }
    func date(_ finding: Finding?, _ index: Int) -> [String: String] {
      guard case .day(let year, let month, let day) = finding?.parameters.dropFirst(index).first,
        let date = CivilDate(year: year, month: month, day: day)
      else { return [:] }
      return ["date": context.dates.text(date)]
    }
    if let unchecked = errors.first(where: { $0.code == FindingCode.deadlineUnchecked.rawValue }) {
      throw .refuse(QuestionKey(.checkedUntil), .uncheckedAfter, date(unchecked, 0))
    }
    if let running = errors.first(where: { $0.code == FindingCode.deadlineRunning.rawValue }) {
      throw .end(.tooEarly, date(running, 1))
    }
    if let limit = errors.first(where: { $0.code.hasPrefix(FindingCode.limit.rawValue + ".") }) {
      throw .end(.limitOver, date(limit, 0))
    }
    guard errors.contains(where: { $0.code == FindingCode.caseNothingOpen.rawValue }) else { return }
    // What stood in the way of objecting is open even where the answer leaves nothing to be said.
    try hardships()
    errors = try findings().filter { $0.severity == .error }
    if errors.contains(where: { $0.code == FindingCode.caseNothingOpen.rawValue }) { throw .end(.nothingOpen, [:]) }
  }

  private mutating func hardships() throws(Halt) {
    guard !hasAskedHardships else { return }
    hasAskedHardships = true
    var found: [Hardship] = []
    while true {
      let number = found.count + 1
      guard let step = try choice(.hardship, number, as: Hardship.Step.self) else { break }
      var hardship = Hardship()
      hardship.step = step
      hardship.description = try ask(.hardshipText, number).text ?? ""
      found.append(hardship)
    }
    matter.hardships = found
  }
}
