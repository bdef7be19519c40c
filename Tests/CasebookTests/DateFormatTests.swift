import Casebook
import Matter
import Testing

@Suite struct DateFormatTests {
  @Test(
    arguments: [
      ("de", "2025-05-20", "am 20.~Mai 2025"), ("de", "2024-06", "im Juni 2024"),
      ("de", "2024-06-05..2024-06-12", "zwischen dem 5.~Juni 2024 und dem 12.~Juni 2024"),
      ("de-AT", "2026-01-02", "am 2.~Jänner 2026"), ("de-AT", "2024", "im Jahr~2024"),
      ("en", "2025-05-20", "on 20~May 2025"), ("en", "2024-06", "in June 2024"),
      ("en", "2024-06-05..2024-06-12", "between 5~June 2024 and 12~June 2024"),
      ("fr", "2025-05-01", "le 1er~mai 2025"), ("fr", "2025-05-20", "le 20~mai 2025"),
      ("fr", "2024-06", "en juin 2024"),
      ("fr", "2024-06-05..2024-06-12", "entre le 5~juin 2024 et le 12~juin 2024"),
    ])
  func writesDatesAsExactlyAsTheyAreKnown(tag: String, date: String, expected: String) throws {
    let range = try #require(DateRange(date))
    let text = try Data.casebook.language(tag).dates.adverbial(range)
    #expect(text.replacing("\u{00A0}", with: "~") == expected)
  }

  @Test func writesSinceAndUntil() throws {
    let date = try #require(CivilDate("2025-05-27"))
    let texts = try ["de", "en", "fr"].map { tag in
      let dates = try Data.casebook.language(tag).dates
      return [dates.since(date), dates.until(date)].map { $0.replacing("\u{00A0}", with: "~") }
    }
    #expect(
      texts == [
        ["seit dem 27.~Mai 2025", "bis zum 27.~Mai 2025"], ["since 27~May 2025", "up to and including 27~May 2025"],
        ["depuis le 27~mai 2025", "jusqu’au 27~mai 2025"],
      ])
  }

  @Test func allLanguagesHaveTheSameCasesOfThePartiesOrFewer() throws {
    for tag in try Data.casebook.languages() {
      let language = try Data.casebook.language(tag)
      #expect(Set(language.parties.complainant.keys) == Set(language.parties.respondent.keys))
      #expect(Label.allCases.allSatisfy { !language.label($0).isEmpty })
      #expect(Term.allCases.allSatisfy { !language.term($0).isEmpty })
    }
  }

  @Test func labelsTakeValues() throws {
    let language = try Data.casebook.language("de")
    #expect(language.label(.pageOf, ["page": "2", "pages": "5"]) == "Seite\u{00A0}2 von\u{00A0}5")
    #expect(try Data.casebook.language("fr").label(.annex, ["n": "3"]) == "Pièce n°\u{00A0}3")
    #expect(try Data.casebook.language("de-AT").label(.annex, ["n": "3"]) == "Beilage\u{00A0}3")
  }
}
