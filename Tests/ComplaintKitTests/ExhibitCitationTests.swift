import Casebook
import Checking
import Document
import Matter
import TestSupport
import Testing

@testable import ComplaintKit

/// Nobody attaches in vain: whatever a file is evidence of, the text of the complaint leads to it, and it leads back.
@Suite struct ExhibitCitationTests {
  @Test(arguments: Bench.countries.map(\.0))
  func everyExhibitOfEveryRoleIsCitedInEveryScenario(country: String) throws {
    let press = Press()
    var count = 0
    for scenario in Scenarios.all {
      var matter = Case(country, scenario.variants).matter
      matter.evidence = EvidenceItem.Role.allCases.flatMap {
        [MatterFactory.evidence($0, 1), MatterFactory.evidence($0, 2)]
      }
      // What cannot become a complaint in this country says so elsewhere.
      guard let brief = try Bench.review(matter, country: country).brief else { continue }
      let document = try press.compose(brief)
      let preparation = try Bench.preparation(brief)
      let wording = preparation.wording
      let uncited = wording.text(.notCited)
      #expect(document.annexes.count == matter.evidence.count)
      #expect(preparation.citationFindings(of: brief, try press.exhibits(brief)) == [])
      for (annex, item) in zip(document.annexes, matter.evidence) {
        let role = item.role?.rawValue ?? ""
        let words = annex.blocks.compactMap { block -> [Inline]? in
          if case .paragraph(let paragraph) = block { paragraph.content } else { nil }
        }
        #expect(!words.contains { $0.plainText == uncited }, "\(scenario): \(role)")
        // The links back are those of the paragraph that says where it is cited.
        #expect(words.contains { !Self.places(in: $0).isEmpty }, "\(scenario): \(role) does not lead back")
        count += 1
      }
    }
    #expect(count > 300)
  }

  /// Roles are cited one by one, and some among the rest: each must be found where it is the only one.
  @Test(arguments: ["DE", "IE", "FR"])
  func everyRoleAloneIsCitedInEveryScenario(country: String) throws {
    let press = Press()
    var count = 0
    for scenario in Scenarios.all {
      for role in EvidenceItem.Role.allCases {
        var matter = Case(country, scenario.variants).matter
        matter.evidence = [MatterFactory.evidence(role)]
        // Some countries take no complaint without proof of the objection.
        if try Bench.review(matter, country: country).brief == nil {
          matter.evidence.append(MatterFactory.evidence(.objection))
        }
        guard let brief = try Bench.review(matter, country: country).brief else { continue }
        let preparation = try Bench.preparation(brief)
        #expect(
          preparation.citationFindings(of: brief, try press.exhibits(brief)) == [], "\(scenario): \(role)")
        count += 1
      }
    }
    #expect(count > 200)
  }

  /// What is said beforehand is what then stands in the document.
  @Test func aFindingIsWhereTheAnnexSaysThatNothingCitesIt() throws {
    var uncited: [EvidenceItem.Role] = []
    for role in EvidenceItem.Role.allCases {
      let world = EditedWorld { path, text in
        guard path.hasPrefix("templates/"), path.hasSuffix(".de.md") else { return text }
        return text.replacing("[](annex:\(role.rawValue))", with: "beigelegt")
      }
      var matter = MatterFactory.sample("DE")
      MatterFactory.answer(&matter, .refused)
      matter.evidence = EvidenceItem.Role.allCases.map { MatterFactory.evidence($0) }
      let brief = try Bench.brief(matter, country: "DE")
      let preparation = try Preparation(for: brief, world: world)
      let exhibits = preparation.exhibits(for: brief, world: world).exhibits
      let findings = preparation.citationFindings(of: brief, exhibits)
      let document = try Drafter(preparation).compose(brief, exhibits: exhibits).document
      let says = document.annexes.enumerated().filter { _, annex in
        annex.blocks.contains { block in
          if case .paragraph(let paragraph) = block {
            paragraph.content.plainText == preparation.wording.text(.notCited)
          } else {
            false
          }
        }
      }
      #expect(findings.map(\.field) == says.map { "evidence.\($0.offset + 1)" }, "\(role)")
      #expect(Set(findings.map(\.code)).isSubset(of: ["evidence.uncited"]), "\(role)")
      let number = (EvidenceItem.Role.allCases.firstIndex(of: role) ?? 0) + 1
      if findings.contains(where: { $0.field == "evidence.\(number)" }) { uncited.append(role) }
    }
    // Of notices and reminders this matter does not speak: they are cited among the rest.
    #expect(uncited == EvidenceItem.Role.allCases.filter { $0 != .notice && $0 != .reminder })
  }

  @Test func aCitationWithoutAnExhibitIsAnError() throws {
    let world = EditedWorld { path, text in
      path == "templates/meta-ai/complaint.de.md" ? text + "\nVollmacht: [](annex:mandate).\n" : text
    }
    var matter = MatterFactory.sample("DE")
    matter.evidence = [MatterFactory.evidence(.objection)]
    for isThere in [false, true] {
      if isThere { matter.evidence.append(MatterFactory.evidence(.mandate)) }
      let brief = try Bench.brief(matter, country: "DE")
      let preparation = try Preparation(for: brief, world: world)
      let exhibits = preparation.exhibits(for: brief, world: world).exhibits
      let found = preparation.citationFindings(of: brief, exhibits)
      let said = found.map { "\($0.code) \($0.field) \($0.severity)" }
      #expect(said == (isThere ? [] : ["evidence.cited evidence error"]))
      #expect(isThere || found.first?.message == "the text cites an exhibit of the role mandate, and there is none")
    }
  }

  @Test(arguments: Bench.letters)
  func lettersHaveNoAnnexesToCite(kind: String) throws {
    var matter = MatterFactory.sample("DE")
    matter.evidence = EvidenceItem.Role.allCases.map { MatterFactory.evidence($0) }
    let brief = try Bench.brief(matter, as: kind, country: "DE")
    #expect(try Bench.preparation(brief).citationFindings(of: brief, []) == [])
  }

  private static func places(in content: [Inline]) -> [String] {
    content.flatMap { inline -> [String] in
      switch inline {
      case .link(let link): if case .place(let place) = link.destination { [place] } else { [] }
      case .emphasis(let inner), .strong(let inner), .foreign(_, let inner): places(in: inner)
      default: []
      }
    }
  }
}
