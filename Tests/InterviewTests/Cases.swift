import Casebook
import TestSupport

@testable import Interview

/// What people answer, in their own language.
///
/// Choices are typed as numbers or as words, dates as people of that language write them.
enum Cases {
  /// The words of a language that the cases need.
  private struct Words: Sendable {
    var yes: String, no: String, country: String, postcode: String, street: String, city: String
    var day: @Sendable (String) -> String
    var done: String
    var grounds: String, today: String, answer: String, alt: String
  }

  private static let words: [String: Words] = [
    "de": Words(
      yes: "ja", no: "nein", country: "Deutschland", postcode: "04109", street: "Musterweg 5", city: "Leipzig",
      day: { "\($0).2025" }, done: "fertig",
      grounds:
        "Ich pflege meine Mutter.\n\nIn meinen Beiträgen steht viel über unseren Alltag; das war für Freunde gedacht.",
      today: "Ich kann nicht erkennen, ob sie aufgehört haben.",
      answer: "Wir haben Ihren Widerspruch geprüft.\nWir lehnen ihn ab: „kein Grund“.",
      alt: "Das ausgefüllte Formular."),
    "en": Words(
      yes: "yes", no: "no", country: "Ireland", postcode: "d02 x285", street: "1 Sample Street", city: "Dublin",
      day: { day in
        let parts = day.split(separator: ".")
        return "\(parts[0]) \(parts[1] == "5" ? "May" : "August") 2025"
      }, done: "done",
      grounds: "I care for my mother.\n\nMy posts say much about our days; they were meant for friends.",
      today: "I cannot tell whether they stopped.",
      answer: "We have reviewed your objection.\nWe refuse it: \"no reason\".", alt: "The form, filled in."),
    "fr": Words(
      yes: "oui", no: "non", country: "France", postcode: "75011", street: "12 rue de l’Exemple", city: "Paris",
      day: { "\($0)/2025".replacing(".", with: "/") }, done: "fin",
      grounds: "Je m’occupe de ma mère.\n\nMes publications parlent de nos journées ; elles étaient pour des amis.",
      today: "Je ne peux pas voir s’ils ont arrêté.",
      answer: "Nous avons examiné votre opposition.\nNous la refusons : « aucun motif ».", alt: "Le formulaire rempli."),
  ]

  /// The answers to every question of a case, by its name.
  static func answers(_ name: String, _ language: String) -> [String: String] {
    guard let country = home(of: language), let words = words[language] ?? words(of: language, country) else {
      return [:]
    }
    var answers = common(words)
    // Where the authority wants proof of the objection.
    if country.priorContact.mustProve, country.priorContact.need == .required {
      answers["evidence.1.file"] = "/home/x/1-objection.png"
    }
    switch name {
    case "none":
      answers["response.kind"] = "1"
      answers["reminder.1.any"] = words.yes
      answers["evidence.1.file"] = "/home/x/1-objection.png "
      answers["evidence.2.file"] = "'/home/x/2-confirmation.eml'"
    case "refused":
      answers["response.kind"] = "3"
      answers["response.date"] = words.day("21.5")
      answers["response.text"] = words.answer
    case "limited":
      answers["response.kind"] = "4"
      answers["response.date"] = words.day("21.5")
      answers["response.text"] = "-"
      answers["response.limits"] = "1, 2"
      answers["notice.any"] = words.yes
      answers["notice.date"] = "2026-07"
      answers["objection.1.again"] = words.yes
      answers["objection.2.told_again"] = "2"
      answers["objection.2.date"] = "2026-08-03"
      answers["objection.2.reasons_known"] = "1"
    case "no-date":
      answers["response.kind"] = "2"
      answers["objection.1.date"] = "-"
      answers["objection.1.earliest"] = "2025-05-05"
      answers["objection.1.latest"] = "2025-06"
    case "empty-reason":
      answers["response.kind"] = "1"
      answers["objection.1.reasons_known"] = "2"
      answers["grounds.text"] = "Privat. Private. Privé."
      answers["grounds.more"] = ""
    case "never-objected": answers["objection.1.told"] = "4"
    default: return [:]
    }
    return answers
  }

  /// The State whose example person writes the language, or may write it.
  private static func home(of language: String) -> Country? {
    let known = ["de": "DE", "en": "IE", "fr": "FR"]
    let first = known[language] ?? Repository.countries.first { Repository.language(of: $0) == language }
    let code =
      first
      ?? Repository.countries.first { (try? Data.casebook.languagesOfText(in: $0))?.contains(language) == true }
    return code.flatMap { try? Data.casebook.country($0) }
  }

  /// The words of a language as its interview has them, and those of the example person.
  private static func words(of language: String, _ country: Country) -> Words? {
    guard let script = try? Data.script(language) else { return nil }
    func choice(_ word: String) -> String {
      script.words(.anotherAccount).choices.first { $0.word == word }?.names.first ?? ""
    }
    return Words(
      yes: choice("yes"), no: choice("no"), country: script.countryName(country.code) ?? "",
      postcode: country.sample.postalCode, street: country.sample.street, city: country.sample.city,
      day: { "\($0).2025" }, done: script.commands[.done]?.first ?? "", grounds: country.sample.grounds,
      today: country.sample.today, answer: country.sample.today, alt: country.sample.street)
  }

  private static func common(_ words: Words) -> [String: String] {
    [
      "country": words.country, "postcode": words.postcode, "age": "1", "account.platform": "1",
      "account.handle": "erika.beispiel", "account.email": "erika.beispiel@example.org", "account.public_content": "1",
      "account.ai_chats": words.no, "account.another": words.no, "objection.told": "1",
      "objection.date": words.day("20.5"), "objection.date_basis": "1", "objection.reasons_known": "3",
      "objection.reasons": words.grounds, "objection.reasons_language": "1", "objection.also_requested": "1 3",
      "objection.letter": "1", "objection.arrival": "3", "objection.acknowledged_on": "2026-08-03",
      "objection.1.acknowledged_on": words.day("20.5"), "objection.again": words.no,
      "response.checked_until": "2026-11-20", "reminder.any": words.no, "reminder.date": words.day("1.8"),
      "reminder.channel": "1", "response.text_language": "2", "response.reasons_given": words.no,
      "response.remedies_named": "3", "notice.kind": "2", "response.answered_on": "", "grounds.text": words.grounds,
      "effects.today": words.today, "effects.content": "1 3", "effects.special": "1", "hardship.step": words.no,
      "evidence.file": "", "evidence.role": "1", "evidence.2.role": "2", "evidence.date": words.day("20.5"),
      "evidence.alt": words.alt, "evidence.transcript": "", "prior.where": words.no, "person.given_name": "Erika",
      "person.family_name": "Beispiel", "person.street": words.street, "person.extra_line": "",
      "person.city": words.city, "person.email": "erika.beispiel@example.org",
      "declarations.mail_unencrypted": words.yes, "declarations.forward_to_controller": words.yes,
      "read_back": words.yes, "signature.place": "", "filing": "1",
    ]
  }
}
