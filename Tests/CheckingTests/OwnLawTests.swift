import Casebook
import Matter
import TestSupport
import Testing

@testable import Checking

/// Where the Regulation does not apply, nothing that is said rests on it.
@Suite struct OwnLawTests {
  private static let countries = Repository.countries.filter {
    (try? VenueTests.casebook.country($0).ownLaw) ?? nil != nil
  }

  @Test func thereAreTwo() { #expect(Self.countries == ["CH", "GB"]) }

  /// A provision that a finding names has its counterpart there, or the statement that there is none.
  @Test(arguments: countries)
  func everyProvisionThatAFindingNamesHasItsCounterpart(country: String) throws {
    let ownLaw = try #require(try VenueTests.casebook.country(country).ownLaw)
    var named = Set(FindingCode.allCases.compactMap { Wording.of($0).law })
    for id in ["complaint", "objection", "renewal"] {
      named.formUnion(try VenueTests.casebook.kind(id).rewordings.compactMap(\.law))
    }
    let foreign = named.filter { $0.contains("GDPR") }
    #expect(foreign.count > 10)
    #expect(foreign.subtracting(ownLaw.references.keys).sorted() == [])
    for own in ownLaw.references.values {
      #expect(!own.replacing("UK GDPR", with: "").contains("GDPR") && !own.contains("C-"), "\(own)")
    }
  }

  @Test(arguments: [
    ("GB", "Art. 21(1) UK GDPR", "s. 165 DPA 2018"), ("CH", "DSG/LPD 30(2)(b), 30(3) (CH)", "DSG/LPD 49(1) (CH)"),
  ])
  func findingsNameTheLawOfTheState(country: String, grounds: String, effects: String) throws {
    var matter = try VenueTests.sample(country).matter
    matter.grounds.text = ""
    matter.effects = Effects()
    let review = try Review(matter, on: VenueTests.day, casebook: VenueTests.casebook)
    let laws = Dictionary(review.findings.map { ($0.code, $0.law) }, uniquingKeysWith: { first, _ in first })
    #expect(laws["grounds.missing"] == grounds)
    #expect(laws["effects.missing"] == effects)
  }

  /// Its authorities take a language as it is written and cited there.
  @Test(arguments: [
    ("CH", nil, "de-CH"), ("CH", "fr", "fr-CH"), ("CH", "it", "it-CH"), ("GB", nil, "en-GB"), ("AT", "de", "de-AT"),
  ])
  func aLanguageIsThatOfTheState(country: String, language: String?, tag: String) throws {
    let review = try Review(
      try VenueTests.sample(country).matter, on: VenueTests.day, language: language, casebook: VenueTests.casebook)
    #expect(review.brief?.language.tag == tag)
  }

  /// There the controller and the first day are those of the State.
  @Test func theCampaignIsThatOfTheState() throws {
    let there = try #require(
      try Review(VenueTests.sample("GB").matter, on: VenueTests.day, casebook: VenueTests.casebook).brief)
    #expect(there.campaign.controller?.name == "Meta Platforms, Inc.")
    #expect(there.campaign.processingStart?.value == .known("2024-09-13"))
    #expect(there.campaign.policies.isEmpty)
    let here = try #require(
      try Review(VenueTests.sample("IE").matter, on: VenueTests.day, casebook: VenueTests.casebook).brief)
    #expect(here.campaign.controller?.name == "Meta Platforms Ireland Limited")
    #expect(!here.campaign.policies.isEmpty)
  }
}
