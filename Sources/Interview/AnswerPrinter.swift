import Casebook
import Matter

/// Answers and choices in the person's words.
struct AnswerPrinter {
  let context: InterviewContext
  let form: Questionnaire

  private var script: Script { context.script }

  /// What can be chosen at a question, in order.
  func choices(of key: QuestionKey) -> [String] {
    switch key.id.kind {
    case .choice, .ticks: script.words(key.id).choices.map(\.label)
    case .offered, .offeredTicks: (form.offers[key] ?? []).map { offered($0, key.id) }
    default: []
    }
  }

  /// An answer as the read-back says it.
  func text(_ answer: Answer, _ key: QuestionKey) -> String {
    switch answer {
    case .unknown: script.text(.notKnown)
    case .nothing: script.text(.notSaid)
    case .text(let text): text
    case .date(let date): context.dates.plain(date)
    case .word(let word): label(word, key.id)
    case .words(let words):
      words.isEmpty ? none(key.id) : words.map { label($0, key.id) }.joined(separator: ", ")
    }
  }

  /// What is said for "none of these".
  private func none(_ id: QuestionID) -> String {
    script.words(id).choices.first { $0.word == "none" }?.label ?? script.text(.notSaid)
  }

  private func label(_ word: String, _ id: QuestionID) -> String {
    switch id.kind {
    case .choice, .ticks: script.label(word, of: id)
    case .offered, .offeredTicks: offered(word, id)
    case .country: word == Questionnaire.workplace ? script.word(.work) : script.countryName(word) ?? word
    default: word
    }
  }

  private func offered(_ word: String, _ id: QuestionID) -> String {
    switch id {
    case .part, .workPart: authorityName(word)
    case .filing:
      script.label(word, of: id)
        + (form.authority?.channels.first { $0.kind.rawValue == word }?.address.map { ": " + $0 } ?? "")
    case .forAccounts:
      Int(word).flatMap { number in
        form.matter.accounts.indices.contains(number - 1) ? form.matter.accounts[number - 1] : nil
      }.map { account in
        let platform = account.platform.map { script.label($0.rawValue, of: .platform) } ?? ""
        return account.handle.isEmpty ? platform : "\(platform), \(account.handle)"
      } ?? word
    default: word
    }
  }

  private func authorityName(_ id: String) -> String {
    guard let authority = try? context.casebook.authority(id) else { return id }
    let name = authority.names.nearest(to: script.language)
    guard let country = try? context.casebook.country(authority.country),
      let part = country.parts.first(where: { $0.authority == id })
    else { return name }
    return "\(part.names.text(in: script.language) ?? part.names.nearest(to: country.language)): \(name)"
  }
}

extension DateFormats {
  /// A date without a preposition: "5 June 2024", "June 2024", "5 June 2024 – 12 June 2024", "2024".
  func plain(_ date: DateRange) -> String {
    switch date.precision {
    case .day: text(date.earliest)
    case .month: text(month: date.earliest)
    case .year: String(date.earliest.year)
    case .range: "\(text(date.earliest)) – \(text(date.latest))"
    }
  }
}
