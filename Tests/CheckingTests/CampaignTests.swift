import Casebook
import Matter
import TestSupport
import Testing

@testable import Checking

/// Campaigns beside the first one: what they ask, whom they are against, what they do not have.
@Suite struct CampaignTests {
  private func review(
    _ campaign: String, _ country: String = "DE", kind: String = DocumentKind.complaint, language: String? = nil,
    _ change: (inout Matter) throws -> Void = { _ in }
  ) throws -> Review {
    var reading = try VenueTests.sample(country, of: campaign)
    #expect(reading.findings == [])
    try change(&reading.matter)
    return try Review(reading, of: kind, on: VenueTests.day, language: language, casebook: VenueTests.casebook)
  }

  private func errors(_ review: Review) -> [String] {
    review.findings.filter { $0.severity == .error }.map { "\($0.code) \($0.field): \($0.message) [\($0.hint ?? "")]" }
  }

  @Test(arguments: [
    ("generic", "DE", "Beispielversand GmbH", [Scenario.ignored, .specialCategories, .requestIgnored]),
    ("generic", "IE", "Example Outfitters Limited", [.ignored, .specialCategories, .requestIgnored]),
    ("x-grok", "DE", "X Internet Unlimited Company", [.ignored, .specialCategories, .late, .requestIgnored]),
    (
      "linkedin-ai", "IE", "LinkedIn Ireland Unlimited Company", [.ignored, .specialCategories, .late, .requestIgnored]
    ),
  ])
  func theSampleIsAGoodCase(campaign: String, country: String, controller: String, scenarios: [Scenario]) throws {
    let brief = try #require(try review(campaign, country).brief)
    #expect(brief.controller.name == controller)
    #expect(brief.scenarios.keys.sorted() == scenarios)
    #expect(!brief.isControllerOutside)
    #expect(brief.missed.last?.due == .known(campaign == "generic" ? "2026-10-01" : "2026-09-03"))
  }

  @Test func aControllerOutsideTheUnionHasNoLeadAuthorityAndNoHolidays() throws {
    let brief = try #require(try review("generic") { $0.controller?.country = CountryCode("US") }.brief)
    #expect(brief.isControllerOutside && brief.controller.country == "US")
    #expect(brief.missed.last?.due == .known("2026-10-01"))
  }

  @Test func aMatterNamesTheControllerWhereTheCampaignDoesNotAndOnlyThere() throws {
    let nobody = try review("generic") { $0.controller = nil }
    #expect(
      errors(nobody).map { String($0.prefix { $0 != ":" }) }
        == ["name", "address", "country", "email", "processing", "purpose"].map { "field.missing controller.\($0)" })
    let two = try review("x-grok") { $0.controller = Respondent() }
    #expect(
      errors(two) == [
        "controller.named controller: this campaign names the controller itself: X Internet Unlimited Company "
          + "[leave `controller` out, or take the campaign `generic` for another controller]"
      ])
  }

  @Test func wordsAreThoseOfTheCampaign() throws {
    let wrong = try review("x-grok") {
      $0.accounts[0].platform = .facebook
      $0.objections[0].channel = .form2025
    }
    #expect(
      errors(wrong).map { String($0.prefix { $0 != "[" }) } == [
        "matter.format account.1.platform: must be one of: x, none ",
        "matter.format objection.1.channel: must be one of: setting, email, post, failed_attempt ",
      ])
    #expect(wrong.brief == nil)
    let near = try review("linkedin-ai") { $0.accounts[0].platform = .init(rawValue: "linkdin") }
    #expect(
      errors(near) == ["matter.format account.1.platform: must be one of: linkedin, none [did you mean linkedin?]"])
  }

  @Test func onlyWhatTheCampaignAsksOfAnAccountIsMandatory() throws {
    #expect(errors(try review("generic") { $0.accounts[0].publicContent = nil }) == [])
    let unsaid = try review("x-grok") { $0.accounts[0].publicContent = nil }
    #expect(errors(unsaid).map { String($0.prefix { $0 != ":" }) } == ["field.missing account.1.public_content"])
    let nothing = try review("x-grok") { $0.accounts[0].publicContent = .no }
    #expect(nothing.findings.contains { $0.code == FindingCode.standingNoPublicContent.rawValue })
  }

  @Test func whatACampaignDoesNotHaveIsRefusedByName() throws {
    #expect(
      errors(try review("x-grok", kind: "renewal")) == [
        "campaign.noKind campaign: this campaign has no document of that kind [it has: complaint, objection, mandate, signature-page]"
      ])
    // Under a law of its own a country has documents of its own, and this campaign has none of them.
    let british = try review("x-grok") { $0.person = try VenueTests.sample("GB").matter.person }
    #expect(
      errors(british).contains { $0.hasPrefix("country.unknown campaign: there is no data for this country yet") })
  }
}
