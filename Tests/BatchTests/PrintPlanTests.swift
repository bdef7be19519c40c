import Testing

@testable import Batch

/// How complaints are put together for a printer.
@Suite struct PrintPlanTests {
  @Test func `each complaint begins on an odd page, one authority a file, in the order of the table`() {
    var plan = PrintPlan()
    for (place, pages) in [3, 4, 1, 7, 2].enumerated() {
      plan.add("M-\(place)", to: place == 2 ? "de-hh" : "de-sn", file: "M-\(place).pdf", pages: pages)
    }
    #expect(plan.parts.map(\.name) == ["de-sn-1.pdf", "de-hh-1.pdf"])
    #expect(plan.parts[0].sheets.map(\.reference) == ["M-0", "M-1", "M-3", "M-4"])
    #expect(plan.parts[0].sheets.map(\.firstPage) == [1, 5, 9, 17])
    #expect(plan.parts[0].sheets.map(\.sheets) == [2, 2, 4, 1])
    #expect(plan.parts.map(\.pages) == [18, 2])
  }

  @Test func `no file has more than 2,500 sheets, and no complaint is cut`() {
    var plan = PrintPlan()
    for number in 0..<1300 {
      plan.add("M-\(number)", to: number.isMultiple(of: 2) ? "de-sn" : "de-hh", file: "\(number).pdf", pages: 15)
    }
    // Eight sheets each: 312 of them are 2,496 sheets, one more would be 2,504.
    #expect(
      plan.parts.map(\.name) == [
        "de-sn-1.pdf", "de-hh-1.pdf", "de-sn-2.pdf", "de-hh-2.pdf", "de-sn-3.pdf", "de-hh-3.pdf",
      ])
    #expect(plan.parts.map(\.sheets.count) == [312, 312, 312, 312, 26, 26])
    #expect(plan.parts.allSatisfy { $0.pages <= 2 * PrintPlan.most && $0.sheets[0].firstPage == 1 })
    var exact = PrintPlan()
    for number in 0..<2501 { exact.add("M-\(number)", to: "de-sn", file: "\(number).pdf", pages: 2) }
    #expect(exact.parts.map(\.sheets.count) == [2500, 1])
    var long = PrintPlan()
    for pages in [10, 6000, 10] { long.add("M", to: "de-sn", file: "M.pdf", pages: pages) }
    #expect(long.parts.map(\.pages) == [10, 6000, 10])
  }
}
