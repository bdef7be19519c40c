import Casebook
import Checking
import Document
import Matter
import TestSupport
import Testing

@testable import ComplaintKit

/// Regulation (EU) 2025/2518 on the procedure in cross-border cases: from its day on, and only where it is known to apply.
@Suite struct ProcedureOfTheUnionTests {
  @Test(arguments: Bench.countriesOfTheRegulation)
  func itIsCitedFromItsDayOnWhereItApplies(country: String) throws {
    let isKnown = try !Bench.casebook.act("2025/2518").notIn.contains(country)
    for language in try Bench.written(in: country) {
      let file = "templates/shared/cross-border.\(language).md"
      let text = String(decoding: try #require(Bench.world.data(file)), as: UTF8.self)
      // The words before the first citation.
      let opening = try #require(text.firstMatch(of: /}}\s*([^({\[\\]+)/))
      let words = Self.plain(opening.1)
      try #require(words.count > 12)
      for (day, isInForce) in [("2027-04-01", false), ("2027-04-02", true)] {
        let matter = MatterFactory.plain(country, inSpringOf2027: Bench.day(day))
        let brief = try Bench.brief(matter, country: country, language: language, date: Bench.day(day))
        let said = try Press().compose(brief).passages(withAnnexes: false).map { Self.plain($0.own) }
        #expect(said.contains { $0.contains(words) } == (isInForce && isKnown), "\(language) on \(day)")
      }
    }
  }

  /// Nobody has verified that the Joint Committee of the EEA took it over.
  @Test func theStatesOfTheEEAAreNotTakenForMembersOfTheUnion() throws {
    #expect(try Bench.casebook.act("2025/2518").notIn == ["IS", "LI", "NO"])
  }

  private static func plain(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
