import Casebook
import Foundation
import Matter
import TestSupport
import Testing

@Suite struct InventoryTests {
  let casebook = Data.casebook

  @Test func everyFileOfTheRepositoryLoads() throws {
    #expect(
      try casebook.countries()
        == [
          "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS",
          "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
        ])
    #expect(
      try casebook.languages()
        == [
          "bg", "cs", "da", "de", "de-AT", "de-CH", "el", "en", "en-CH", "en-GB", "es", "et", "fi", "fr", "fr-BE",
          "fr-CH", "ga", "hr", "hu", "is", "it", "it-CH", "lt", "lv", "mt", "nb", "nl", "nl-BE", "nn", "pl", "pt", "ro",
          "sk", "sl", "sv", "sv-FI",
        ])
    #expect(try casebook.campaigns() == ["generic", "linkedin-ai", "meta-ai", "x-grok"])
    #expect(try casebook.authorities().count == 48)
    #expect(try casebook.authorities(in: "DE").count == 17)
    for id in try casebook.acts() { _ = try casebook.act(id) }
    for entry in try casebook.judgments() { _ = try casebook.judgment(entry) }
    for tag in try casebook.languages() { _ = try casebook.language(tag) }
  }

  @Test func countriesAndAuthoritiesPointToEachOther() throws {
    for code in try casebook.countries() {
      let country = try casebook.country(code)
      _ = try casebook.language(country.language)
      #expect(country.isPostcode(country.sample.postalCode))
      for id in country.authorities {
        let authority = try casebook.authority(id)
        #expect(authority.country == code)
        #expect(authority.kind != .publicSector)
        #expect(authority.preferredChannel != nil)
        #expect(authority.languages.value.contains(String(country.language.prefix(2))))
      }
      for part in country.parts { #expect(try casebook.authority(part.authority).part == part.code) }
    }
  }

  @Test func addressesFitTheWindow() throws {
    for id in try casebook.authorities() {
      let authority = try casebook.authority(id)
      let layout = try casebook.country(authority.country).addressLayout
      #expect(authority.postalAddress.value.count <= layout.maximumLines)
      #expect(layout.left + layout.width <= 210 && layout.top + layout.height <= 105)
    }
  }

  @Test func everyProvisionTheDataNameIsInTheRegister() throws {
    var references: [String] = []
    for id in try casebook.campaigns() {
      let campaign = try casebook.campaign(id)
      references += campaign.grounds.flatMap(\.provisions) + [campaign.legalBasis?.value].compactMap { $0 }
    }
    for code in try casebook.countries() {
      let country = try casebook.country(code)
      references += [country.supervisionProvision, country.priorContact.provision].compactMap { $0 }
      references += country.limits.map(\.provision) + country.requirements.map(\.provision)
      references += country.suspensions.map(\.provision)
      for id in country.authorities { references += try casebook.authority(id).intakeNotice?.provisions ?? [] }
    }
    let date = try #require(CivilDate("2026-11-23"))
    for reference in Set(references) {
      let citation = try #require(Citation(reference), "\(reference)")
      #expect(try casebook.register(for: [citation]).fault(of: citation, on: date) == nil, "\(reference)")
    }
  }

  @Test func everyArticleOfTheRegulationHasAHeadingAndAMeaning() throws {
    let act = try casebook.act("gdpr")
    let notes = try #require(try casebook.notes(onAct: "gdpr"))
    #expect(Set(act.provisions.keys) == Set(notes.notes.keys))
    for note in notes.notes.values {
      #expect(Repository.languages.allSatisfy { note.titles.text(in: $0) != nil })
    }
    for id in try casebook.acts() where id != "gdpr" {
      for provision in try casebook.act(id).provisions.values {
        #expect(!provision.titles.isEmpty && !provision.standsFor.isEmpty, "\(id) \(provision.number)")
      }
    }
  }

  @Test func whatIsUncertainStaysOutOfWhatIsSigned() throws {
    for entry in try casebook.judgments() {
      let judgment = try casebook.judgment(entry)
      if judgment.reading == .no { #expect(judgment.paragraphs.isEmpty, "\(entry)") }
    }
    for id in try casebook.campaigns() {
      #expect(try casebook.campaign(id).facts(knownOn: .latest).allSatisfy { $0.provenance.confidence > .low })
    }
  }

  @Test func theCampaignsDates() throws {
    let campaign = try casebook.campaign("meta-ai")
    #expect(campaign.processingStart?.value == CivilDate("2025-05-27"))
    #expect(campaign.germanEstablishmentLand?.value == "DE-HH")
    #expect(campaign.ground("e")?.isEnabled == false)
    #expect(campaign.outcomes.map(\.kind.rawValue).sorted() == Response.Kind.allCases.map(\.rawValue).sorted())
    let may = try #require(CivilDate("2025-05-20"))
    #expect(campaign.policy(on: may)?.key == "policy_2025_04_07")
    #expect(
      campaign.policies(after: may, through: campaign.asOf).flatMap(\.adds) == [
        .ownPublicContent, .interestsNamed, .forThirdParties, .othersContent, .withoutAccount, .aiChats, .minors,
        .partnerData,
      ])
    let gate = try #require(campaign.gate("objection.before_interests_named"))
    #expect(gate.isOpen(on: may))
    #expect(!gate.isOpen(on: try #require(CivilDate("2025-05-27"))))
    #expect(Set(campaign.channels.map(\.id)) == Set(Objection.Channel.ofMeta.map(\.rawValue)))
    #expect(Set(campaign.products.map(\.id) + ["none"]) == Set(Account.Platform.ofMeta.map(\.rawValue)))
  }

  @Test func austriaCountsInMonthsAndDoesNotStartAgain() throws {
    let limits = try casebook.country("AT").limits
    #expect(limits.map(\.length) == [.months(12), .months(36)])
    #expect(limits.map(\.event) == [.knowledge, .infringement])
    #expect(limits.allSatisfy { $0.restarts == .no && $0.isPreclusive })
    #expect(try casebook.country("DE").limits.isEmpty)
  }

  /// One draft opens only what it names: the country, one authority, one language, one campaign, its citations.
  @Test func aDraftOpensLittle() throws {
    let opened = Opened()
    let counting = Casebook(
      read: { path in
        let text = try String(contentsOf: Data.root.appending(path: path), encoding: .utf8)
        opened.add(path, text.utf8.count)
        return text
      }, list: { _ in [] })
    let country = try counting.country("DE")
    #expect(try counting.authorities(of: country, forPostcode: "04109") == .one("de-sn"))
    _ = try counting.authority("de-sn")
    _ = try counting.language(country.language)
    _ = try counting.campaign("meta-ai")
    let references = [
      "gdpr:21(1)", "law:DE/BDSG/19(2)", "regulation:1182/71#3", "case:C-252/21#106", "case:C-26/22#110-112",
      "case:C-394/23#67", "case:C-46/23#46", "case:C-621/22#51-53", "edpb:28-2024#102(b)",
      "edpb:1-2024#71", "decision:OLG-Schleswig-6UKI3-25#52",
    ]
    _ = try counting.register(for: references.compactMap(Citation.init))
    #expect(opened.paths.count == 16)
    // The postcodes are looked up in plain text; the rest is YAML, which costs a tenth of a millisecond a kilobyte.
    // Acts and judgments have their names in every language.
    #expect(opened.bytes(where: { $0.hasSuffix(".yaml") }) < 33_000 + 1300 * Repository.languages.count)
  }

  @Test func everyFileFitsItsSchema() throws {
    let script = Data.root.appending(path: "Tests/CasebookTests/validate-data.py").path
    let outcome = try Subprocess.run("python3", [script, Data.root.path])
    guard outcome.status != 77 else {
      let message =
        "SKIPPED: the data were not checked; install python3-jsonschema and python3-yaml\n"
      FileHandle.standardError.write(Foundation.Data(message.utf8))
      #expect(!Repository.isCI, "in CI python3-jsonschema and python3-yaml must be there")
      return
    }
    #expect(outcome.status == 0, "\(outcome.text)")
  }
}

/// The files a casebook has opened.
private final class Opened: @unchecked Sendable {
  private(set) var paths: [String] = []
  private var sizes: [Int] = []

  func add(_ path: String, _ size: Int) {
    paths.append(path)
    sizes.append(size)
  }

  func bytes(where isCounted: (String) -> Bool) -> Int {
    zip(paths, sizes).reduce(0) { $0 + (isCounted($1.0) ? $1.1 : 0) }
  }
}
