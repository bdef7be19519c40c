import Checking
import Foundation
import Matter
import Testing

@testable import ComplaintKit

/// Every matter that checking lets pass becomes a document.
@Suite struct ComposingTests {
  @Test(arguments: Bench.countries.map(\.0))
  func everySoundMatterIsComposed(country: String) throws {
    let press = Press()
    var sound = 0
    var refused: [String] = []
    let cases = MatterFactory.cases(country)
    for item in cases {
      let review = try Bench.review(item.matter, country: country)
      guard let brief = review.brief else {
        refused.append("\(item.name): \(review.findings.filter { $0.severity == .error }.map(\.code))")
        continue
      }
      sound += 1
      do { _ = try press.compose(brief) } catch { Issue.record("\(item): \(error)") }
    }
    print(country, sound, "of", cases.count)
    for line in refused where ProcessInfo.processInfo.environment["SHOW"] != nil { print("  ", line) }
    #expect(sound * 4 >= cases.count * 3)
  }
}
