import Foundation
import TestSupport
import Testing

/// The examples as a person gets them: written by the program, drafted by it, with the evidence that comes with it.
@Suite struct SampleTests {
  @Test(arguments: ["x-grok", "linkedin-ai", "generic"], ["BG", "FR", "NO"])
  func `the example of a campaign becomes a complaint with its evidence`(campaign: String, country: String) throws {
    try Desk.with { desk in
      let sample = try desk.run(["sample", "--campaign", campaign, "--country", country])
      #expect(sample.status == 0 && sample.errors.isEmpty, "\(sample.errors)")
      try desk.write("matter.yaml", sample.text)
      let draft = try desk.draft()
      #expect(draft.status == 0, "\(draft.errors)")
      #expect(!draft.errors.contains("warning:") && draft.errorBlocks == [], "\(draft.errors)")
      let words = try desk.words("complaint-\(country).pdf").replacing("\u{A0}", with: " ")
      // What the letter ends with stands in the annex alone; a company's name, in what the matter says of it.
      let ends = [
        "BG": "лицето и адресите не съществуват", "FR": "la personne et les adresses n’existent pas",
        "NO": "personen og adressene finnes ikke",
      ]
      let companies = [
        "BG": "Примерен магазин ЕООД", "FR": "Boutique Exemple SAS", "NO": "Eksempelbutikken AS",
      ]
      let expected = campaign == "generic" ? companies[country] : ends[country]
      #expect(words.contains(try #require(expected)))
    }
  }

  @Test(arguments: ["x-grok", "linkedin-ai"])
  func `the table of a campaign's examples is ready as it is`(campaign: String) throws {
    try Desk.with { desk in
      let sample = try desk.run(["sample", "--csv", "--campaign", campaign])
      #expect(sample.status == 0 && sample.errors.isEmpty, "\(sample.errors)")
      try desk.write("people.csv", sample.text)
      let check = try desk.run([
        "batch", "people.csv", "--campaign", campaign, "--date", "2026-11-23", "--check", "--out", "checked",
      ])
      #expect(check.status == 0, "\(check.errors)")
      #expect(check.text.contains("30 can become complaints."), "\(check.text)")
    }
  }

  @Test func `a table cannot be about a controller that only the matter names`() throws {
    let outcome = try Tool.run(["sample", "--csv", "--campaign", "generic"])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors == """
        error: this campaign leaves the controller to the matter, and a table has no columns for it
        hint: write a campaign for that controller: docs/new-campaign.md

        """)
  }

  @Test func `where a campaign has no example for a country it says which countries have one`() throws {
    let countries = Repository.countries.filter { !["CH", "GB"].contains($0) }
    let outcome = try Tool.run(["sample", "--campaign", "x-grok", "--country", "CH"])
    #expect(outcome.status == 1)
    #expect(outcome.text.isEmpty)
    #expect(
      outcome.errors == """
        error: this campaign has no example for this country
        hint: take one of another country, and change what is about the country; it has examples for \
        \(countries.joined(separator: ", "))

        """)
  }
}
