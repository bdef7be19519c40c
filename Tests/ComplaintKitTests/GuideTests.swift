import Casebook
import Checking
import Matter
import TestSupport
import Testing

@testable import ComplaintKit

/// The guide to the controller's own form says the same in every language, and nothing before its time.
@Suite struct GuideTests {
  static let days = ["2024-06-10", "2025-05-01", "2025-07-01", "2026-11-23"]

  private func guide(
    _ country: String, _ language: String, on day: String, sending: Bool = true, campaign: String = "meta-ai"
  ) throws -> [String] {
    let (date, casebook) = (Bench.day(day), Bench.casebook)
    let (campaign, country) = (try casebook.campaign(campaign), try casebook.country(country))
    let language = try casebook.language(language)
    let times =
      try sending
      ? LetterCalendar(
        kind: casebook.kind("objection"), sent: date, calendar: casebook.calendar(for: campaign, in: country),
        controller: try #require(campaign.controller), language: language, world: Bench.world)
      : nil
    let guide = try Guide(
      campaign: campaign, country: country, language: language, date: date, sending: times, width: 80,
      world: Bench.world)
    return guide.lines
  }

  private func paragraphs(_ lines: [String]) -> [String] {
    lines.split(separator: "", omittingEmptySubsequences: true).map { $0.joined(separator: " ") }
  }

  @Test(arguments: Bench.countries.map(\.0), days)
  func languagesSayTheSame(country: String, day: String) throws {
    for sending in [true, false] {
      let languages = try Bench.written(in: country)
      let all = try languages.map { try guide(country, $0, on: day, sending: sending) }
      func shape(_ lines: [String]) -> [Int] {
        // Headings, paragraphs, and the number of entries of each list.
        lines.split(separator: "").map { block in block.count { $0.hasPrefix("–") || $0.hasPrefix("•") } }
      }
      for (language, lines) in zip(languages, all).dropFirst() {
        #expect(shape(lines) == shape(all[0]), "\(language)")
        func addresses(_ lines: [String]) -> [String] {
          lines.joined(separator: " ").matches(of: #/https:[^ ),;]+/#).map { String($0.0) }
        }
        #expect(addresses(lines) == addresses(all[0]), "\(language)")
      }
    }
  }

  @Test(arguments: Bench.countries.map(\.0), days)
  func everyParagraphIsInItsLanguage(country: String, day: String) throws {
    let languages = try Bench.written(in: country)
    for language in languages + (languages.contains("de") ? ["de-AT"] : []) {
      let lines = try guide(country, language, on: day)
      #expect(lines.allSatisfy { $0.count <= 80 || $0.contains("https://") })
      for paragraph in paragraphs(lines) where paragraph.count > 60 {
        let found = LanguageIdentifier.language(of: paragraph)
        #expect(found == nil || found == String(language.prefix(2)), "\(paragraph)")
      }
    }
  }

  @Test(arguments: Bench.countries.map(\.0), days)
  func nothingIsToldBeforeItsTime(country: String, day: String) throws {
    for language in try Bench.written(in: country) {
      for paragraph in paragraphs(try guide(country, language, on: day, sending: false)) {
        let later = DatesInText.dates(in: paragraph, language: language).filter { $0 > Bench.day(day) }
        #expect(later == [], "\(paragraph)")
      }
    }
  }

  /// The words with one space between them; a terminal gets ordinary ones where a page has spaces that do not break.
  private static func words(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How a country's authority wants a complaint is the same whoever the controller is.
  @Test(arguments: Bench.countriesOfTheRegulation)
  func everyCampaignTellsWhatTheCountryAdds(country: String) throws {
    for language in try Bench.written(in: country) {
      guard let text = Bench.world.data("templates/national/\(country)/guide.\(language).md") else { continue }
      // The first words: what follows may be a citation, which is printed in the language's way.
      let words = Self.words(String(decoding: text, as: UTF8.self).prefix { !"(\\[~\n".contains($0) })
      for campaign in try Bench.casebook.campaigns() {
        let lines = try guide(country, language, on: "2026-11-23", sending: false, campaign: campaign)
        let said = Self.words(paragraphs(lines).joined(separator: " "))
        #expect(said.contains(words), "\(campaign) in \(language)")
        #expect(campaign == "meta-ai" || !said.contains("Meta"), "\(campaign) in \(language)")
      }
    }
  }

  /// The day of a letter is never before that of a form, and both lie after their time limits.
  @Test func daysAreCountedForBothWays() throws {
    let text = paragraphs(try guide("AT", "de-AT", on: "2026-11-26")).joined(separator: "\n")
    for part in ["28. Dezember 2026", "29. Dezember 2026", "4. Jänner 2027", "5. Jänner 2027", "§ 24 Abs 4 DSG"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try !paragraphs(guide("DE", "de", on: "2026-11-26")).joined().contains("§ 24"))
  }
}
