import Casebook
import Foundation
import Matter
import TestSupport
import Testing

@testable import Checking

@Suite struct VenueTests {
  /// The codes whose tests stand here, because they need the casebook.
  static let codes: Set<FindingCode> = [
    .campaignUnknown, .countryUnknown, .authorityUnknown, .authorityNeeded, .authorityPublicSector,
    .authorityOtherCountry, .languageUnknown, .languageNotTaken, .languageNotWritten, .residenceMismatch,
    .postcodeMalformed,
    .postcodeUnknown, .postcodeStraddles, .postcodeCustomer,
    .campaignNoKind, .campaignNoLanguage, .controllerNamed,
  ]

  static let day = CivilDate.known("2026-11-23")

  /// The project's own casebook.
  static let casebook: Casebook = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Casebook(
      read: { path in try? String(contentsOf: root.appending(path: path), encoding: .utf8) },
      list: { path in (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: path).path)) ?? [] })
  }()

  static func sample(_ country: String, of campaign: String = "meta-ai") throws -> MatterReader.Reading {
    let path = "templates/\(campaign)/example/matter.\(country).yaml"
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    return MatterReader.read(text, name: path)
  }

  func review(_ matter: Matter, country: String? = nil, language: String? = nil) throws -> Review {
    try Review(matter, on: Self.day, country: country, language: language, casebook: Self.casebook)
  }

  func lines(_ review: Review) -> [String] {
    review.findings.map { "\($0.severity.rawValue) \($0.code) \($0.field): \($0.message) [\($0.hint ?? "")]" }
  }

  @Test(arguments: Repository.countries)
  func theSampleWorksAsItIsAndIsAGoodCase(country: String) throws {
    let review = try Review(try Self.sample(country), on: Self.day, casebook: Self.casebook)
    #expect(lines(review) == [])
    let brief = try #require(review.brief)
    #expect(brief.authority.map { $0.country } == country)
    #expect(brief.language.tag == Repository.language(of: country))
    // No policy of the controller's is known in the United Kingdom by which the renewed objection would be one.
    let isRenewed = !brief.campaign.policies.isEmpty
    #expect(
      brief.scenarios.keys.sorted() == [.limited, .specialCategories, isRenewed ? .renewal : .late, .requestIgnored])
    #expect(brief.missed.map(\.due) == [.known("2026-09-03")])
    #expect(brief.requested == [.erasure, .restriction, .access])
    #expect(brief.answered?.number == 1)
    let policy = brief.received.first.flatMap { brief.policy(before: $0)?.key }
    #expect(policy == (isRenewed ? "policy_2025_04_07" : nil))
    #expect(brief.newestEvent?.kind == .silence)
    // A year in Austria, six months in Bulgaria, two years in Lithuania, three in Slovakia: from the silence after the last objection.
    let limits = [
      "AT": CivilDate.known("2027-09-04"), "BG": .known("2027-03-04"), "LT": .known("2028-09-04"),
      "SK": .known("2029-09-04"),
    ]
    #expect(brief.limitEnd == limits[country])
    #expect(brief.flags[.noOtherProceedings] != nil)
    #expect(brief.flags[.restrictionUnanswered] != nil)
  }

  @Test func everySampleIsTheSamePersonInAnotherCountry() throws {
    let matters = try Repository.countries.map { try Self.sample($0).matter }
    for matter in matters {
      #expect(matter.objections.map(\.date) == matters[0].objections.map(\.date))
      #expect(
        matter.evidence.map { $0.file.split(separator: "/").last }
          == ["1-objection.png", "3-answer.jpg", "4-renewal.eml"])
      #expect(matter.response.limits == [.futureOnly, .publicOnly])
      let sentences = matter.grounds.text.split(separator: ".").count
      #expect((3...6).contains(sentences))
    }
    #expect(Set(matters.map(\.grounds.text)).count == matters.count)
  }

  /// What is changed, what stands against it.
  @Test(arguments: [
    (
      "campaign", "meta-ia",
      "error campaign.unknown campaign: there is no such campaign [did you mean meta-ai?]"
    ),
    (
      "authority", "de-snn",
      "error authority.unknown authority: there is no authority with this identifier [did you mean de-sn?]"
    ),
    (
      "authority", "de-by-baylfd",
      "error authority.publicSector authority: this authority supervises public bodies only, and the controller is a "
        + "company [leave authority out, or choose the one for companies]"
    ),
    (
      "authority", "at-dsb",
      "error residence.mismatch authority: the complaint is to go to AT, and the person lives in DE [write basis: work "
        + "or basis: place_of_infringement if one of these is in AT, or choose the residence]"
    ),
    (
      "postcode", "4109",
      "error postcode.malformed person.postal_code: is no postcode of DE [postcodes there look like 99999; spreadsheets "
        + "drop leading zeros]"
    ),
    (
      "postcode", "07919",
      "error postcode.straddles person.postal_code: this postcode lies in more than one Land [ask for the municipality, "
        + "then fill authority with one of: de-sn, de-th]"
    ),
    (
      "country", "US",
      "error country.unknown person.country: there is no data for this country yet "
        + "[there is data for \(Repository.countries.joined(separator: ", "))]"
    ),
    (
      "language", "es",
      "error language.notWritten language: what the law of the country adds is not written in this language, only in "
        + "de, en, fr [leave language out, or choose one of these]"
    ),
    (
      "language", "fr",
      "warning language.notTaken language: the authority takes complaints in de [leave language out and "
        + "keep this version for yourself]"
    ),
  ])
  func whatStandsAgainstTheVenueIsSaid(field: String, value: String, expected: String) throws {
    let matter = changed {
      switch field {
      case "campaign": $0.campaign = value
      case "authority": $0.authority = value
      case "postcode": $0.person.postalCode = value
      case "country": $0.person.country = CountryCode(value)
      default: $0.language = value
      }
    }
    let review = try review(matter)
    #expect(lines(review).contains(expected), "\(lines(review))")
    #expect((review.brief == nil) == expected.hasPrefix("error"))
  }

  @Test func anUnknownPostcodeAndACustomersOwnOne() throws {
    let unknown = try review(changed { $0.person.postalCode = "00001" }).findings
    #expect(unknown.map(\.code) == ["postcode.unknown"])
    #expect(unknown.first?.message == "there is no such postcode in our table for DE")
    let customer = try review(changed { $0.person.postalCode = "10875" }).findings
    #expect(customer.map(\.code) == ["postcode.customer"])
    #expect(customer.first?.message == "this postcode belongs to one recipient of much mail and not to a street")
  }

  @Test func anAuthorityAnswersWhatThePostcodeCannot() throws {
    let review = try review(
      changed {
        $0.person.postalCode = "07919"
        $0.authority = "de-th"
      })
    #expect(lines(review) == [])
    #expect(review.brief?.authority?.id == "de-th")
  }

  @Test func filingElsewhereNeedsAReason() throws {
    let elsewhere = try review(.sound, country: "FR")
    #expect(elsewhere.findings.map(\.code) == ["residence.mismatch"])
    #expect(elsewhere.findings.first?.message == "the complaint is to go to FR, and the person lives in DE")
    for basis in [FilingBasis.work, .placeOfInfringement] {
      let reasoned = try review(changed { $0.basis = basis }, country: "FR")
      #expect(lines(reasoned) == [])
      #expect(reasoned.brief?.authority?.id == "fr-cnil")
      #expect(reasoned.brief?.language.tag == "fr")
    }
    let needed = try review(changed { $0.basis = .work })
    #expect(needed.findings.map(\.code) == ["authority.needed"])
    #expect(needed.brief == nil)
    let both = try review(changed { $0.authority = "de-sn" }, country: "IE").findings.map(\.code)
    #expect(both.contains("authority.otherCountry"))
  }

  @Test func countriesAndLanguagesAskedForOnTheCommandLine() throws {
    let country = try review(.sound, country: "Germny").findings
    #expect(country.map(\.code) == ["country.unknown"])
    #expect(country.first?.hint == "did you mean DE?")
    let language = try review(.sound, language: "dee").findings
    #expect(language.map(\.code) == ["language.unknown"])
    #expect(try review(.sound, country: "DE").brief?.country.code == "DE")
  }

  @Test func inAustriaAskingTheSameAgainSavesNoLimit() throws {
    var matter = try Self.sample("AT").matter
    matter.objections[1].alsoRequested = []
    matter.objections[1].date = .known("2025-05-24", .mail)
    matter.notices = []
    matter.response.date = .known("2025-05-21")
    let findings = try review(matter).findings
    let limit = try #require(findings.first { $0.code == "limit.AT" })
    #expect(limit.severity == .error)
    #expect(limit.law == "DSG 24(4) (AT)")
    #expect(limit.message.hasPrefix("the time limit for this complaint ended on 2026-05-27;"))
  }

  @Test func findingsCarryThePlaceOfTheirFieldOrOfTheGroupAroundIt() throws {
    let text = """
      campaign: meta-ai
      reference: a/b
      person:
        given_name: E
      objection:
        - channel: email
      """
    let review = try Review(MatterReader.read(text, name: "m.yaml"), on: Self.day, casebook: Self.casebook)
    let places = review.findings.map { "\($0.line ?? 0) \($0.field)" }
    #expect(places.contains("2 reference"))
    #expect(places.contains("4 person.street"))
    #expect(places.contains("6 objection.1.date"))
    #expect(places.contains("0 grounds.text"))
    #expect(review.brief == nil)
  }

  @Test func whatCouldNotBeReadIsNotMissing() throws {
    let text = "campaign: meta-ai\ngrounds: just text\nobjection: [{ date: yesterday }]\n"
    let review = try Review(MatterReader.read(text, name: "m.yaml"), on: Self.day, casebook: Self.casebook)
    let found = review.findings.map { "\($0.code) \($0.field)" }
    #expect(found.contains("matter.format grounds"))
    #expect(!found.contains("grounds.missing grounds.text"))
    #expect(!found.contains("objection.when.missing objection.1.date"))
    #expect(found.contains("objection.how.missing objection.1.channel"))
  }

  @Test func withoutAFileEverythingMandatoryIsNamedAtOnce() throws {
    let needed = try Review.whatIsNeeded(on: Self.day, campaign: "meta-ai", country: "DE", casebook: Self.casebook)
    #expect(
      needed.map(\.field) == [
        "reference", "person.given_name", "person.family_name", "person.street", "person.postal_code", "person.city",
        "person.country", "account", "objection", "response.kind", "grounds.text", "effects.today",
        "declarations.truth_confirmed_on", "declarations.forward_to_controller",
      ])
  }

  @Test func statementsAreGatedByTheObjectionTheEventAndTheDocument() throws {
    let brief = try #require(try review(.sound).brief)
    #expect(brief.openGates.contains("ground.13.interests_too_broad"))
    #expect(!brief.openGates.contains("objection.before_interests_named"))
    #expect(brief.openGates.contains("event.not_2024"))
    #expect(!brief.openGates.contains("scenario.urgent"))
    #expect(brief.facts.allSatisfy { $0.date <= Self.day && $0.isCitable })
    #expect(brief.policies.last?.key == "policy_2026_07_23")
    var straddling = Matter.sound
    straddling.objections.removeLast()
    straddling.objections[0].date = .known("2025-05", .memory)
    let open = try #require(try review(straddling).brief).openGates
    #expect(!open.contains { $0.hasPrefix("ground.13") })
  }

  @Test func noFindingOfTheVenueShowsWhatAPersonTyped() throws {
    let text = PrivacyTests.marker
    for country in [nil, "FR", text] {
      let found = try review(PrivacyTests.marked(.sound, text), country: country, language: text).findings
      #expect(found.contains { $0.code == "authority.unknown" })
      for finding in found {
        let shown = [finding.message, finding.hint ?? "", finding.field].joined().lowercased()
        #expect(!shown.contains(text.lowercased()))
      }
    }
  }

  @Test func aVenueServesFurtherMattersWithoutTheCasebook() throws {
    let venue = try #require(try review(.sound).venue)
    #expect(Review(.sound, in: venue).findings == [])
    #expect(Review(.sound, in: venue).brief?.authority?.id == "de-sn")
    #expect(Review(changed { $0.grounds.text = "" }, in: venue).findings.map(\.code) == ["grounds.missing"])
  }

  @Test func theHolidaysOfBothStatesCount() throws {
    // 3 April 2026 is Good Friday: a holiday in Germany, none in Ireland; the Monday after is one in both.
    var matter = Matter.sound
    matter.objections[1].date = .known("2026-03-03", .mail)
    #expect(try review(matter).brief?.missed.map(\.due) == [.known("2026-04-07")])
    // Received on 1 May: 1 June 2026 is a holiday in Ireland only.
    matter.objections[1].date = .known("2026-05-01", .mail)
    #expect(try review(matter).brief?.missed.map(\.due) == [.known("2026-06-02")])
  }
}
