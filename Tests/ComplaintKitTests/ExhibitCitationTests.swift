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
      let wording = try Bench.preparation(brief).wording
      let uncited = wording.text(.notCited)
      #expect(document.annexes.count == matter.evidence.count)
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
