import Casebook
import Checking
import Document
import Evidence
import Matter
import Templates
import TestSupport
import Testing

@testable import ComplaintKit

/// What is cited exists, is used, and is no later than the document.
@Suite struct SourceTests {
  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func everyCitationStandsInARegister(country: String, kind: String) throws {
    let made = try Corpus.of(country, kind)
    let references = made.entries.reduce(into: Set<String>()) { $0.formUnion($1.citations) }
    // No judgment of the Court of Justice is cited where another law applies.
    let (many, few) = try Bench.casebook.country(country).ownLaw == nil ? (50, 5) : (20, 3)
    #expect(references.count > (kind == DocumentKind.complaint ? many : few))
    for reference in references.sorted() {
      let citation = try #require(Citation(reference), "\(reference)")
      let register = try Bench.casebook.register(for: [citation])
      #expect(register.fault(of: citation, on: Bench.today) == nil, "\(reference)")
    }
  }

  /// A citation that no matter reaches was never looked at by anybody who read a complaint.
  @Test(arguments: Bench.languages, Bench.kinds)
  func everyCitationOfTheTemplatesIsReached(language: String, kind: String) throws {
    var reached: Set<String> = []
    let press = Press()
    let home = Bench.home(of: language)
    var places = try Bench.countries.filter { try Bench.written(in: $0.0).contains(language) }
    // In the controller's own State nothing is said of a lead authority elsewhere.
    if places.map(\.0) == ["IE"] { places += Bench.countries.filter { $0.0 == "DE" } }
    for (country, own) in places {
      if own.hasPrefix(language) {
        for entry in try Corpus.of(country, kind).entries { reached.formUnion(entry.citations) }
        continue
      }
      // A second language of a country is tried as widely as its first.
      let cases = country == home ? Corpus.cover(try Corpus.of(country, kind).entries).map(\.brief.matter) : []
      for matter in [MatterFactory.sample(country)] + cases {
        let brief = try Bench.brief(matter, as: kind, country: country, language: language)
        reached.formUnion(try press.drafter(for: brief).compose(brief, exhibits: press.exhibits(brief)).citations)
      }
    }
    let day = Bench.day("2027-04-05")
    let later = MatterFactory.plain(home, inSpringOf2027: day)
    let brief = try Bench.brief(later, as: kind, country: home, language: language, date: day)
    reached.formUnion(try press.drafter(for: brief).compose(brief, exhibits: press.exhibits(brief)).citations)
    var all = try Bench.preparation(brief).templates.citations
    // What is not known to apply where the language is spoken waits there.
    if try Bench.casebook.act("2025/2518").notIn.contains(home) {
      all.subtract(["gdpr:4(23)", "regulation:2025/2518#4(1)", "regulation:2025/2518#5"])
    }
    #expect(all.subtracting(reached).sorted() == [])
  }

  /// At the dates between which things became known: nothing cited, and nothing told, is later than the document.
  @Test(
    arguments: Bench.countries.map(\.0),
    [("2025-07-01", "complaint"), ("2026-03-01", "complaint"), ("2025-05-01", "objection"), ("2025-07-01", "renewal")])
  func nothingIsLaterThanTheDocument(country: String, of: (date: String, kind: String)) throws {
    let (date, kind) = of
    let day = Bench.day(date)
    let press = Press()
    var drafted = 0
    var seen: Set<String> = []
    var refused: [String] = []
    let variants = Variants.outcomes + (country == "DE" ? Variants.additions : [])
    for item in [Case(country, [], isRecent: false)] + variants.map({ Case(country, [$0], isRecent: false) }) {
      let matter = Trimming.trimmed(item.matter, to: day)
      let review = try Bench.review(matter, as: kind, country: country, date: day)
      guard let brief = review.brief else {
        refused.append("\(item.name): \(review.findings.filter { $0.severity == .error }.map(\.code))")
        continue
      }
      drafted += 1
      let (document, citations) = try press.drafter(for: brief).compose(brief, exhibits: press.exhibits(brief))
      let register = try Bench.casebook.register(for: citations.compactMap { Citation($0) })
      for reference in citations.sorted() {
        let citation = try #require(Citation(reference))
        #expect(register.fault(of: citation, on: day) == nil, "\(item) \(reference)")
      }
      for passage in document.passages(withAnnexes: false) where seen.insert(passage.text).inserted {
        for told in DatesInText.dates(in: passage.text, language: brief.language.tag) where told > day {
          Issue.record("\(item) on \(day) tells of \(told): \(passage.place)")
        }
      }
    }
    // By the later of these days Bulgaria's six months are over for most.
    let isBarred = refused.allSatisfy { $0.contains("limit.\(country)") } && drafted > 0
    #expect(isBarred || drafted * 10 >= (drafted + refused.count) * 8, "\(refused)")
  }

  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func nothingIsLaterThanToday(country: String, kind: String) throws {
    var seen: Set<String> = []
    for entry in try Corpus.of(country, kind).entries {
      for passage in entry.document.passages(withAnnexes: false) where seen.insert(passage.text).inserted {
        let later = DatesInText.dates(in: passage.text, language: entry.brief.language.tag).filter { $0 > Bench.today }
        #expect(later == [], "\(entry) \(passage.place)")
      }
    }
  }

  /// A day the text tells of by itself is one of the campaign's facts, with its source there.
  @Test(arguments: Bench.languages)
  func everyDayInATemplateIsAFactOfTheCampaign(language: String) throws {
    let campaign = try Bench.casebook.campaign("meta-ai")
    let facts = Set(
      campaign.timeline.filter(\.isCitable).map(\.date) + campaign.policies.map(\.effective)
        + [campaign.processingStart?.value])
    let bytes = try #require(Bench.world.data("templates/meta-ai/complaint.\(language).md"))
    let told = DatesInText.dates(in: String(decoding: bytes, as: UTF8.self), language: language)
    #expect(Set(told).count > 5)
    #expect(Set(told).subtracting(facts) == [])
  }

  @Test func everyDayInADocumentOfACountryWithALawOfItsOwnIsAFactToo() throws {
    var read = 0
    for code in Bench.countryCodes {
      let country = try Bench.casebook.country(code)
      guard country.ownLaw != nil else { continue }
      let campaign = try Bench.casebook.campaign("meta-ai").applied(in: code)
      let facts = Set(
        campaign.timeline.filter(\.isCitable).map(\.date) + campaign.policies.map(\.effective)
          + [campaign.processingStart?.value].compactMap(\.self))
      for language in try Bench.written(in: code) {
        for kind in Bench.kinds + Bench.forms + ["guide"] {
          let file = "templates/meta-ai/national/\(code)/\(kind).\(language).md"
          let text = String(decoding: try #require(Bench.world.data(file), "\(file)"), as: UTF8.self)
          let cited = text.matches(of: /\[\]\((law:[^)#]*?(?:\([^)]*\))*)\)/).compactMap { Citation(String($0.1)) }
          let commencements = try Bench.casebook.register(for: cited).openedActs.flatMap { act in
            act.provisions.values.compactMap(\.appliesFrom)
          }
          let told = Set(DatesInText.dates(in: text, language: language)).subtracting(facts)
          #expect(told.subtracting(commencements) == [], "\(file)")
          read += 1
        }
      }
    }
    #expect(read == 30)
  }

  /// No document under another law cites the Regulation, except to say that it is not relied on.
  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func underALawOfItsOwnNothingRestsOnTheRegulation(country: String, kind: String) throws {
    guard try Bench.casebook.country(country).ownLaw != nil else { return }
    for entry in try Corpus.of(country, kind).entries {
      #expect(entry.citations.filter { $0.hasPrefix("gdpr:") || $0.hasPrefix("case:") }.isEmpty, "\(entry)")
    }
  }

  /// The test above can fail: it sees dates in every language.
  @Test func datesAreFoundInText() {
    #expect(DatesInText.dates(in: "am 16.\u{A0}Juni 2025 und 1. Jänner 2026", language: "de-AT").count == 2)
    #expect(DatesInText.dates(in: "effective 23\u{A0}July 2026", language: "en") == [Bench.day("2026-07-23")])
    #expect(DatesInText.dates(in: "le 1er\u{A0}août 2026", language: "fr") == [Bench.day("2026-08-01")])
  }

  /// What became known later is said later: the same matter before and after.
  @Test(arguments: [("DE", "16. Juni 2025"), ("IE", "16 June 2025"), ("FR", "16 juin 2025")])
  func policiesAreToldOnceTheyAreInForce(country: String, june: String) throws {
    let press = Press()
    func text(_ date: String) throws -> String {
      let matter = Trimming.trimmed(MatterFactory.plain(country), to: Bench.day(date))
      let brief = try Bench.brief(matter, country: country, date: Bench.day(date))
      return try press.compose(brief).bodyText.replacing("\u{A0}", with: " ")
    }
    let july = june.replacing("16", with: "23").replacing("Juni", with: "Juli").replacing("June", with: "July")
      .replacing("juin", with: "juillet").replacing("2025", with: "2026")
    #expect(try text("2025-07-01").contains(june))
    #expect(try !text("2025-07-01").contains(july))
    #expect(try !text("2026-03-01").contains(july))
    #expect(try text("2026-11-23").contains(july))
  }
}

/// Brings the facts of a matter before a day.
enum Trimming {
  static func trimmed(_ matter: Matter, to day: CivilDate) -> Matter {
    var matter = matter
    func known(_ range: DateRange?) -> DateRange? {
      range.map { $0.latest > day ? DateRange(day, basis: $0.basis) : $0 }
    }
    func known(_ date: CivilDate?) -> CivilDate? { date.map { min($0, day) } }
    let inTime = matter.objections.filter { ($0.date?.latest ?? day) <= day.adding(days: -30) }
    if !inTime.isEmpty { matter.objections = inTime }
    for index in matter.objections.indices {
      matter.objections[index].date = known(matter.objections[index].date)
      matter.objections[index].acknowledgedOn = known(matter.objections[index].acknowledgedOn)
    }
    for index in matter.accounts.indices {
      matter.accounts[index].publicContentSince = known(matter.accounts[index].publicContentSince)
      matter.accounts[index].aiChatsSince = known(matter.accounts[index].aiChatsSince)
    }
    matter.response.date = known(matter.response.date)
    matter.response.checkedUntil = known(matter.response.checkedUntil)
    matter.response.answeredOn = known(matter.response.answeredOn)
    for index in matter.notices.indices { matter.notices[index].date = known(matter.notices[index].date) }
    for index in matter.reminders.indices { matter.reminders[index].date = known(matter.reminders[index].date) }
    for index in matter.evidence.indices { matter.evidence[index].date = known(matter.evidence[index].date) }
    matter.prior.complaints = matter.prior.complaints?.map { complaint in
      var complaint = complaint
      complaint.date = known(complaint.date)
      return complaint
    }
    matter.declarations.truthConfirmedOn = known(matter.declarations.truthConfirmedOn)
    matter.signature.date = known(matter.signature.date)
    return matter
  }
}

/// Finds days in running text.
enum DatesInText {
  /// The months of every language, as its dates have them.
  private static let months: [String: Int] = {
    var months = ["Feber": 1]
    for tag in (try? Bench.casebook.languages()) ?? [] {
      for (index, name) in ((try? Bench.casebook.language(tag).dates.months) ?? []).enumerated() {
        months[name] = index
      }
    }
    return months
  }()

  /// The month that a word names, from 0; some languages put endings behind it.
  private static func month(_ word: String, _ language: String) -> Int? {
    if let month = months[word] { return month }
    switch language {
    case "fi": return months[String(word.dropLast(2))]
    case "et", "lt", "lv":
      let own = (try? Bench.casebook.language(language).dates.months) ?? []
      return own.firstIndex { name in
        let stem = name.prefix(4)
        return word.hasPrefix(stem) || (name.count == 3 && word.hasPrefix(name))
      }
    default: return nil
    }
  }

  static func dates(in text: String, language: String) -> [CivilDate] {
    // Between day and month some languages have a word.
    let words = text.split { " \u{A0}\u{202F},;()".contains($0) }.map(String.init).filter {
      !["de", "ta’"].contains($0)
    }
    return words.indices.compactMap { index -> CivilDate? in
      guard index >= 1, index + 1 < words.count, let month = month(words[index], language) else { return nil }
      if language == "hu" {
        let numbers = [words[index - 1], words[index + 1]].map { Int($0.prefix { $0.isNumber }) }
        return numbers[0].flatMap { year in numbers[1].flatMap { CivilDate(year: year, month: month + 1, day: $0) } }
      }
      func number(_ place: Int) -> Int? {
        words.indices.contains(place) ? Int(words[place].prefix { $0.isNumber }) : nil
      }
      // “2025. gada 27. maijā”, “2025 m. gegužės 27 d.”
      let yearAndDay = ["lv": (index - 3, index - 1), "lt": (index - 2, index + 1)][language]
      if let yearAndDay {
        return number(yearAndDay.0).flatMap { year in
          number(yearAndDay.1).flatMap { CivilDate(year: year, month: month + 1, day: $0) }
        }
      }
      // “tas-27 ta’ Mejju” has the article before the day.
      guard let day = Int(words[index - 1].drop { !$0.isNumber }.prefix { $0.isNumber }),
        let year = Int(words[index + 1].prefix { $0.isNumber })
      else { return nil }
      return CivilDate(year: year, month: month + 1, day: day)
    }
  }
}
