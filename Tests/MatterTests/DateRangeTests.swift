import Matter
import Testing

@Suite struct DateRangeTests {
  @Test(arguments: [
    ("2025-05-20", "2025-05-20", "2025-05-20", DateRange.Precision.day),
    ("2024-02", "2024-02-01", "2024-02-29", .month), ("2025-02", "2025-02-01", "2025-02-28", .month),
    ("2024-06-05..2024-06-12", "2024-06-05", "2024-06-12", .range), ("2024", "2024-01-01", "2024-12-31", .year),
  ])
  func readsWhatThePersonKnows(text: String, first: String, last: String, precision: DateRange.Precision) {
    let range = DateRange(text, basis: .memory)
    #expect(range?.earliest == CivilDate(first))
    #expect(range?.latest == CivilDate(last))
    #expect(range?.precision == precision)
    #expect(range?.basis == .memory)
    #expect(range?.description == text)
  }

  @Test func aRangeOfOneDayIsThatDay() {
    #expect(DateRange("2024-06-05..2024-06-05")?.precision == .day)
    #expect(DateRange("2024-06-05..2024-06-05")?.description == "2024-06-05")
  }

  @Test(arguments: [
    "2024-06-12..2024-06-05", "2024-13", "2024-6", "24", "2024-06-05...2024-06-12", "2024-06-05..", "..2024-06-05",
    "2024-06..2024-07", "2024-06-05.2024-06-12", "", "yesterday", "0000", "2024-06-05-06", "05.06.2024",
  ])
  func nothingElse(text: String) {
    #expect(DateRange(text) == nil)
  }

  @Test func certainty() throws {
    let range = try #require(DateRange("2025-05-20..2025-06-02"))
    let start = CivilDate.known("2025-05-27")
    #expect(!range.isCertainly(before: start))
    #expect(!range.isCertainly(onOrAfter: start))
    #expect(range.isCertainly(before: .known("2025-06-03")))
    #expect(!range.isCertainly(before: .known("2025-06-02")))
    #expect(range.isCertainly(onOrAfter: .known("2025-05-20")))
    #expect(!range.isCertainly(onOrAfter: .known("2025-05-21")))
  }
}
