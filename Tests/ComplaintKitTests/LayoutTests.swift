import Document
import LayoutSupport
import TestSupport
import Testing
import Typesetting

@testable import ComplaintKit

/// What a typographer would mend, in everything that is set.
@Suite struct LayoutTests {
  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func pagesAreSound(country: String, kind: String) throws {
    let sample = try Bench.brief(MatterFactory.sample(country), as: kind, country: country)
    let resources = try Bench.preparation(sample).typesetting
    let typesetter = Typesetter(resources)
    let entries = try Corpus.of(country, kind).entries.map { ("\($0)", $0.document) }
    #expect(entries.count > 150)
    for (name, document) in [("sample", try Press().compose(sample))] + entries {
      let set = typesetter.typeset(document)
      #expect(set.problems == [], "\(name)")
      #expect(LayoutReader(set.layout, fonts: resources.fonts).faults() == [], "\(name)")
    }
  }

  /// Three to six pages with the list of annexes: what an officer reads.
  ///
  /// Only where a quarter of everything that can be said is said at once there may be two more.
  @Test(arguments: Bench.countries.map(\.0))
  func complaintsHaveThreeToSixPages(country: String) throws {
    let sample = try Bench.brief(MatterFactory.sample(country), country: country)
    let typesetter = Typesetter(try Bench.preparation(sample).typesetting)
    func pages(_ document: Document) -> Int {
      var document = document
      document.annexes = []
      return typesetter.typeset(document).layout.pages.count
    }
    #expect((3...6).contains(pages(try Press().compose(sample))), "the sample")
    let single = Set(MatterFactory.cases(country, mixtures: 0).map(\.name))
    for entry in try Corpus.of(country).entries {
      let count = pages(entry.document)
      #expect((3...(single.contains(entry.item.name) ? 6 : 8)).contains(count), "\(entry) has \(count) pages")
    }
  }
}
