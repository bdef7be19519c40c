import Casebook
import Matter
import Records

/// Turns what was typed into an answer, or says why it cannot be one.
struct AnswerReader {
  /// What became of it.
  enum Reading {
    case answer(Answer)
    /// It cannot be taken: a text of the script with its values, and what to do.
    case refused(ScriptText, [String: String] = [:], hint: ScriptText? = nil)
    /// The file cannot be an annex.
    case refusedFile(FileText)
    /// A date that can be two.
    case ambiguous([DateRange])
    /// The number of an answer that is to be changed.
    case reopen(QuestionKey)
  }

  let context: InterviewContext
  let form: Questionnaire
  let key: QuestionKey

  private var script: Script { context.script }

  func read(_ typed: String) -> Reading {
    let line = typed.trimmed
    if script.isCommand(line, .unknown) {
      switch key.id.leave {
      case .never: return .refused(.needed, hint: .commandsShort)
      case .unknown: return .answer(.unknown)
      case .empty: return .answer(.nothing)
      }
    }
    if line.isEmpty {
      return key.id.leave == .empty ? .answer(.nothing) : .refused(.needed, hint: .commandsShort)
    }
    switch key.id.kind {
    case .choice(let words): return choice(line, words)
    case .ticks(let words): return ticks(line, words, none: "none")
    case .offered: return choice(line, form.offers[key] ?? [])
    case .offeredTicks: return ticks(line, form.offers[key] ?? [], none: nil)
    case .country: return country(line)
    case .postcode: return postcode(line)
    case .date: return date(line, isDay: false)
    case .day: return date(line, isDay: true)
    case .line: return self.line(line)
    case .block: return text(typed.trimmed, .block)
    case .file: return file(typed)
    }
  }

  // MARK: choices

  private func choice(_ line: String, _ words: [String]) -> Reading {
    guard let word = word(line, words) else {
      return .refused(.choiceUnknown, ["count": String(words.count)])
    }
    return .answer(.word(word))
  }

  private func ticks(_ line: String, _ words: [String], none: String?) -> Reading {
    var found: [String] = []
    let separators: Set<Character> = [" ", ",", ";", "+", "."]
    let parts = word(line, words) == nil ? line.split { separators.contains($0) }.map(String.init) : [line]
    for part in parts {
      guard let word = word(part, words) else { return .refused(.ticksUnknown, ["count": String(words.count)]) }
      if !found.contains(word) { found.append(word) }
    }
    guard !found.isEmpty else { return .refused(.ticksUnknown, ["count": String(words.count)]) }
    let alone = found.filter { $0 == none || $0 == "unknown" }
    guard alone.isEmpty || found.count == 1 else { return .refused(.ticksNone) }
    if let only = alone.first { return .answer(only == "unknown" ? .unknown : .words([])) }
    return .answer(.words(words.filter { found.contains($0) }))
  }

  /// The word that a number or a name stands for.
  private func word(_ typed: String, _ words: [String]) -> String? {
    let text = typed.hasSuffix(".") || typed.hasSuffix(")") ? String(typed.dropLast()) : typed
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
      return words.indices.contains(number - 1) ? words[number - 1] : nil
    }
    let wanted = Self.folded(text)
    let named = script.words(key.id).choices.first { choice in
      words.contains(choice.word) && choice.names.contains { Self.folded($0) == wanted }
    }
    return named?.word
  }

  private static func folded(_ text: String) -> String { text.composed.lowercased() }

  // MARK: places

  private func country(_ line: String) -> Reading {
    let wanted = Self.folded(line)
    if key.id == .country, script.isCommand(line, .work) { return .answer(.word(Questionnaire.workplace)) }
    if let named = script.countries.sorted(by: { $0.key < $1.key }).first(where: { entry in
      entry.value.contains { Self.folded($0) == wanted }
    }) {
      return .answer(.word(named.key))
    }
    if let code = CountryCode(line)?.code, script.countries[code] != nil { return .answer(.word(code)) }
    if let meant = closest(to: line, in: script.countries.values.flatMap { $0 }.sorted()) {
      return .refused(.countryMeant, ["country": meant])
    }
    return .refused(.countryUnknown)
  }

  private func postcode(_ line: String) -> Reading {
    let text = line.uppercased().composed
    guard let country = form.postcodeCountry else {
      return text.count <= 12 ? .answer(.word(text)) : .refused(.textTooLong, ["limit": "12"])
    }
    // "D-04109" and "04 109" are how people write it.
    var candidates = [text, text.filter { $0 != " " }]
    if let dash = text.firstIndex(of: "-"), text[..<dash].count <= 2 {
      candidates.append(String(text[text.index(after: dash)...]))
    }
    guard let postcode = candidates.first(where: { country.isPostcode($0) }) else {
      return .refused(.postcodeMalformed, ["pattern": country.postcodePattern])
    }
    if case .customer = try? context.casebook.authorities(of: country, forPostcode: postcode) {
      return .refused(.postcodeCustomer)
    }
    return .answer(.word(postcode))
  }

  // MARK: dates

  private func date(_ line: String, isDay: Bool) -> Reading {
    switch DateReader(script, today: context.date).read(line) {
    case .date(let date): return fit(date, isDay: isDay)
    case .ambiguous(let dates):
      let fitting = dates.filter { if case .answer = fit($0, isDay: isDay) { true } else { false } }
      if fitting.count == 1 { return .answer(.date(fitting[0])) }
      return fitting.isEmpty ? fit(dates[0], isDay: isDay) : .ambiguous(fitting)
    case .noYear: return .refused(.dateNoYear)
    case .impossible: return .refused(.dateImpossible)
    case .reversed: return .refused(.dateReversed)
    case .unknown: return .refused(.dateUnknown)
    }
  }

  private func fit(_ date: DateRange, isDay: Bool) -> Reading {
    if isDay, date.precision != .day { return .refused(.dateNotADay) }
    let isOpen = date.precision == .month || date.precision == .year || key.id == .latest
    guard date.earliest <= context.date, isOpen || date.latest <= context.date else {
      return .refused(.dateFuture, ["date": context.dates.text(context.date)])
    }
    if let objected, date.latest < objected {
      return .refused(.dateBeforeObjection, ["date": context.dates.text(objected)])
    }
    return .answer(.date(date))
  }

  /// The day before which what is asked for cannot have been: that of the first objection, or of the one it is about.
  private var objected: CivilDate? {
    guard [.checkedUntil, .answerDate, .reminderDate, .repliedOn, .acknowledgedOn].contains(key.id) else { return nil }
    return form.asked.compactMap { asked -> CivilDate? in
      guard asked.id == .objectionDate || asked.id == .earliest else { return nil }
      guard key.id != .acknowledgedOn || asked.number == key.number else { return nil }
      return form.answers[asked]?.date?.earliest
    }.min()
  }

  // MARK: texts

  private func line(_ line: String) -> Reading {
    if key.id == .change {
      let lines = ReadBack(form, context: context).lines
      guard let number = Int(line), lines.indices.contains(number - 1) else {
        return .refused(.numberUnknown, ["count": String(lines.count)])
      }
      return .reopen(lines[number - 1].key)
    }
    let isAddress = key.id == .email || key.id == .accountEmail
    if isAddress, !line.contains("@") || line.contains(" ") { return .refused(.emailMalformed) }
    return text(line, .line)
  }

  private func text(_ text: String, _ kind: TextKind) -> Reading {
    let unix = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let composed = unix.composed
    for problem in textProblems(composed, kind: kind) {
      switch problem {
      case .tooLong(_, let limit): return .refused(.textTooLong, ["limit": String(limit)])
      case .control, .privateUse: return .refused(.textControl)
      }
    }
    return .answer(.text(composed))
  }

  private func file(_ typed: String) -> Reading {
    if PathReader.isSeveral(typed) { return .refused(.severalFiles) }
    switch context.look(PathReader.candidates(typed)) {
    case .refused(let code, let format): return .refusedFile(FileText(code: code, format: format))
    case .fine(let path):
      let others = form.answers.entries.filter { $0.key.id == .file && $0.key != key && form.asked.contains($0.key) }
      if others.contains(where: { $0.answer.text == path }) { return .refused(.fileTwice) }
      return text(path, .line)
    }
  }
}
