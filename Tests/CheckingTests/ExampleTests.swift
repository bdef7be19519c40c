import Casebook
import Matter
import TestSupport
import Testing

@testable import Checking

/// The examples that come with the campaigns: what somebody starts from must be right as it is.
@Suite struct ExampleTests {
  /// The example of a campaign for a country.
  struct Example: Sendable, CustomTestStringConvertible {
    var campaign: String
    var country: String

    var testDescription: String { "\(campaign) in \(country)" }
  }

  private static let campaigns = (try? VenueTests.casebook.campaigns()) ?? []
  /// The countries in which the Regulation applies; what is under a law of its own only some campaigns have.
  private static let countries = Repository.countries.filter {
    (try? VenueTests.casebook.country($0))?.ownLaw == nil
  }
  private static let examples = campaigns.flatMap { campaign in
    countries.map { Example(campaign: campaign, country: $0) }
  }

  @Test func thereAreSomeOfEveryCampaign() {
    #expect(Self.campaigns.count >= 4)
    #expect(Self.countries.count >= 30)
  }

  @Test(arguments: examples)
  func everyExampleCanBeFiledAsItIsInTheLanguageOfItsCountry(of example: Example) throws {
    let reading = try VenueTests.sample(example.country, of: example.campaign)
    #expect(reading.findings == [])
    let review = try Review(reading, on: VenueTests.day, casebook: VenueTests.casebook)
    let faults = review.findings.filter { $0.severity > .note }
    #expect(faults.map { "\($0.code) \($0.field): \($0.message)" } == [])
    let brief = try #require(review.brief)
    #expect(brief.authority.map { $0.country } == example.country)
    #expect(brief.language.tag == Repository.language(of: example.country))
  }

  /// What the person said is in the language of the complaint, and so is the evidence.
  @Test(arguments: examples)
  func everyExampleIsInOneLanguage(of example: Example) throws {
    let matter = try VenueTests.sample(example.country, of: example.campaign).matter
    let language = try #require(matter.grounds.language)
    #expect(Repository.language(of: example.country).hasPrefix("\(language)"))
    #expect(matter.effects.todayLanguage == language)
    #expect(matter.objections.compactMap(\.reasonsLanguage).allSatisfy { $0 == language })
    #expect(matter.controller.map { $0.language == language } ?? true)
    for exhibit in matter.evidence {
      // An answer of the controller's may be in another.
      if exhibit.role == .objection { #expect(exhibit.language == language, "\(exhibit.file)") }
      #expect(exhibit.file.hasPrefix("example:\(language)/"), "\(exhibit.file)")
    }
  }

  /// A country's person is the same in every campaign, and tells the campaign's story in words of their own.
  @Test(arguments: campaigns)
  func theExamplesOfACampaignAreOneStoryInManyPlaces(campaign: String) throws {
    let matters = try Self.countries.map { try VenueTests.sample($0, of: campaign).matter }
    for (country, matter) in zip(Self.countries, matters) {
      let person = try VenueTests.sample(country).matter.person
      #expect(matter.person == person)
      #expect(matter.objections.map(\.date) == matters[0].objections.map(\.date))
      #expect(matter.objections.map(\.alsoRequested) == matters[0].objections.map(\.alsoRequested))
      #expect(
        matter.evidence.map { $0.file.split(separator: "/").last }
          == matters[0].evidence.map { $0.file.split(separator: "/").last })
    }
    #expect(Set(matters.map(\.grounds.text)).count == matters.count)
  }
}
