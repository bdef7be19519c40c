import Casebook
import Checking
import Document
import Matter
import TestSupport
import Testing

@testable import ComplaintKit
@testable import Templates

/// Campaigns beside the first one, and languages that are no authority's first one: whole, sound and in one language.
@Suite struct CampaignTests {
  /// A campaign's text in a language, and the country it is tried in.
  struct Text: Sendable, CustomTestStringConvertible {
    var campaign: String
    var language: String

    var country: String { Bench.home(of: language) }
    var testDescription: String { "\(campaign) in \(language)" }

    /// The example of the campaign, told by the example person of the country.
    func matter() throws -> Matter {
      let sample = MatterFactory.sample(country)
      if campaign == "meta-ai" { return sample }
      let name = "templates/\(campaign)/example/matter.IE.yaml"
      let yaml = String(decoding: try #require(Bench.world.data(name)), as: UTF8.self)
      var matter = MatterReader.read(yaml, name: name).matter
      (matter.person, matter.authority) = (sample.person, sample.authority)
      matter.signature = sample.signature
      matter.evidence = [MatterFactory.evidence(.objection)]
      return matter
    }
  }

  private static let campaigns = ((try? Bench.casebook.campaigns()) ?? []).filter { $0 != "meta-ai" }
  private static let firstLanguages = Set(Bench.countries.map { String($0.1.prefix(2)) })
  private static let texts =
    campaigns.flatMap { campaign in Bench.languages.map { Text(campaign: campaign, language: $0) } }
    + Bench.languages.filter { !firstLanguages.contains($0) }.map { Text(campaign: "meta-ai", language: $0) }

  private static let variants: [Variant] = [
    Variant("as it is") { _ in },
    Variant("automatic") { MatterFactory.answer(&$0, .automatic, "2026-09-02") },
    Variant("refused") {
      MatterFactory.answer(&$0, .refused, "2026-09-20")
      ($0.response.reasonsGiven, $0.response.remediesNamed) = (.no, .no)
    },
    Variant("accepted") {
      MatterFactory.answer(&$0, .accepted, "2026-09-20")
      $0.response.limits = [.futureOnly, .oneAccount]
    },
    Variant("more asked") { MatterFactory.answer(&$0, .moreAsked, "2026-09-20") },
    Variant("extended") { MatterFactory.answer(&$0, .extended, "2026-09-20") },
    Variant("other") { MatterFactory.answer(&$0, .other, "2026-09-20") },
    Variant("no account") { matter in
      matter.accounts = [MatterFactory.account(.none, "")]
      matter.effects.content = [.othersPosts]
      for index in matter.objections.indices { matter.objections[index].accounts = [] }
    },
    Variant("a controller elsewhere") { $0.controller?.country = CountryCode("US") },
  ]

  @Test(arguments: texts)
  func everyComplaintIsSoundAndInItsLanguage(of text: Text) throws {
    var inspector: Inspector?
    var inspected = 0
    var faults: Set<String> = []
    for variant in Self.variants {
      var matter = try text.matter()
      variant.apply(&matter)
      guard let brief = try Bench.review(matter, country: text.country, language: text.language).brief else { continue }
      let own = try inspector ?? Inspector(like: brief)
      inspector = own
      let document = try Press().compose(brief)
      let outcome = try own.inspect(document, brief)
      #expect(outcome.faults == [], "\(variant)")
      #expect((3...7).contains(outcome.pages), "\(variant) has \(outcome.pages) pages")
      faults.formUnion(Self.faults(in: document, language: text.language).map { "\(variant): \($0)" })
      inspected += 1
    }
    #expect(faults.sorted() == [])
    #expect(inspected >= 6)
  }

  /// What is in another language, or set as another is.
  private static func faults(in document: Document, language: String) -> [String] {
    var faults: [String] = []
    // Captions of exhibits are the person's own words.
    for passage in document.passages(withAnnexes: false) where passage.kind != .quoted {
      faults += Typography.faults(passage.own, language: language).map { "\(passage.place): \($0)" }
      guard passage.kind != .note, passage.own.filter(\.isLetter).count > 24 else { continue }
      let found = LanguageIdentifier.language(of: passage.own)
      if found != nil, found != language { faults.append("\(passage.place) is \(found ?? ""): \(passage.own)") }
    }
    return faults
  }

  /// Tags, citations and anchors of every file are those of the English one.
  @Test(arguments: campaigns)
  func everyLanguageHasTheSameTags(campaign: String) throws {
    let folder = "templates/\(campaign)"
    let names = Bench.world.names(in: folder).filter { $0.hasSuffix(".en.md") }.map { $0.dropLast(".en.md".count) }
    #expect(names.count >= 4)
    for name in names {
      let marks = try Bench.languages.map { language in
        let file = "\(folder)/\(name).\(language).md"
        let text = String(decoding: try #require(Bench.world.data(file), "\(file)"), as: UTF8.self)
        let tags = text.matches(of: /\{\{[^}]*\}\}|\{#[^}]*\}/).map { String($0.0) }
        return (tags + Self.citations(in: text)).sorted()
      }
      for (language, other) in zip(Bench.languages, marks) {
        #expect(other == marks[Bench.languages.firstIndex(of: "en") ?? 0], "\(name).\(language)")
      }
    }
  }

  /// What is cited or referred to, up to the bracket that closes the first one.
  private static func citations(in text: String) -> [String] {
    text.split(separator: "[](", omittingEmptySubsequences: false).dropFirst().map { rest in
      var depth = 1
      return String(
        rest.prefix { character in
          depth += character == "(" ? 1 : character == ")" ? -1 : 0
          return depth > 0
        })
    }
  }

  /// Where a controller in Germany belongs to another Land than the authority, the complaint goes there (§ 19(2) BDSG).
  @Test(arguments: [("DE", true), ("IE", false), ("US", false)])
  func anotherLandMayTakeOverAComplaintAboutAGermanController(state: String, isTold: Bool) throws {
    var matter = try Text(campaign: "generic", language: "de").matter()
    matter.controller?.country = CountryCode(state)
    for language in try Bench.written(in: "DE") {
      let brief = try Bench.brief(matter, country: "DE", language: language)
      let document = try Press().compose(brief)
      let text = document.passages(withAnnexes: false).map(\.own).joined(separator: "\n")
      let words = ["de": "eines anderen Bundeslandes", "en": "another German Land", "fr": "autre Land"]
      #expect(text.contains(try #require(words[language])) == isTold, "\(language)")
      #expect(Self.faults(in: document, language: language) == [])
    }
  }

  @Test(arguments: texts.filter { $0.campaign != "meta-ai" })
  func everyObjectionIsSound(of text: Text) throws {
    let matter = try text.matter()
    let brief = try Bench.brief(matter, as: "objection", country: text.country, language: text.language)
    let document = try Press().compose(brief)
    #expect(try Inspector(like: brief).inspect(document, brief).faults == [])
    #expect(Self.faults(in: document, language: text.language) == [])
  }

  /// A form that a person signs is one page; what the matter says of the processing stands in the mandate.
  @Test(arguments: texts.filter { $0.campaign != "meta-ai" }, Bench.forms)
  func everyFormIsOnePage(of text: Text, kind: String) throws {
    var matter = try text.matter()
    Variants.named("represented by an organisation").apply(&matter)
    let brief = try Bench.brief(matter, as: kind, country: text.country, language: text.language)
    let draft = try Press().draft(brief)
    #expect(draft.pages == 1)
    #expect(Self.faults(in: draft.document, language: text.language) == [])
    guard kind == DocumentKind.mandate, let described = matter.controller else { return }
    let quoted = draft.document.passages(withAnnexes: false).filter { $0.kind == .quoted }.map(\.text)
    #expect(quoted == [described.processing, described.purpose])
  }
}
