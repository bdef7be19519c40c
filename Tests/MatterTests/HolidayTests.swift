import Matter
import Testing

@Suite struct HolidayTests {
  /// Easter Sundays as almanacs print them: Gregorian, Orthodox.
  @Test(arguments: [
    (2000, "2000-04-23", "2000-04-30"), (2008, "2008-03-23", "2008-04-27"), (2011, "2011-04-24", "2011-04-24"),
    (2024, "2024-03-31", "2024-05-05"), (2025, "2025-04-20", "2025-04-20"), (2026, "2026-04-05", "2026-04-12"),
    (2027, "2027-03-28", "2027-05-02"), (2038, "2038-04-25", "2038-04-25"), (2049, "2049-04-18", "2049-04-25"),
  ])
  func easter(year: Int, gregorian: String, orthodox: String) {
    #expect(CivilDate.easter(year) == CivilDate(gregorian))
    #expect(CivilDate.orthodoxEaster(year) == CivilDate(orthodox))
  }

  @Test func easterIsAlwaysASundayBetween22MarchAnd25April() throws {
    for year in 1583...2999 {
      let sunday = try #require(CivilDate.easter(year))
      #expect(sunday.weekday == .sunday)
      #expect((sunday.month, sunday.day) >= (3, 22) && (sunday.month, sunday.day) <= (4, 25))
    }
  }

  @Test(arguments: [
    ("12-25", 2026, "2026-12-25"), ("easter", 2026, "2026-04-05"), ("easter+1", 2026, "2026-04-06"),
    ("easter-2", 2026, "2026-04-03"), ("easter+39", 2026, "2026-05-14"), ("orthodox easter+1", 2026, "2026-04-13"),
    ("first monday 06", 2026, "2026-06-01"), ("last monday 10", 2026, "2026-10-26"),
    ("last monday 08", 2026, "2026-08-31"), ("fourth thursday 11", 2026, "2026-11-26"),
    ("first monday 02 unless friday 02-01", 2026, "2026-02-02"),
    ("first monday 02 unless friday 02-01", 2030, "2030-02-01"), ("saturday from 06-20", 2026, "2026-06-20"),
    ("saturday from 10-31", 2027, "2027-11-06"),
  ])
  func rules(text: String, year: Int, day: String) {
    let rule = HolidayRule(text)
    #expect(rule?.day(in: year) == CivilDate(day))
    #expect(rule?.description == text)
  }

  @Test(arguments: [
    "", "13-01", "02-30", "easter1", "easter+", "easter+999", "fifth monday 06", "first mon 06", "first monday 13",
    "first monday 6", "first monday 02 unless friday 03-01", "orthodox", "monday", "12-25-2026",
  ])
  func noRule(text: String) {
    #expect(HolidayRule(text) == nil)
  }

  @Test func aLeapDayIsKeptInLeapYearsOnly() throws {
    let rule = try #require(HolidayRule("02-29"))
    #expect(rule.day(in: 2024) == CivilDate("2024-02-29"))
    #expect(rule.day(in: 2025) == nil)
  }

  @Test func youngAndAbolishedHolidays() throws {
    let rule = try #require(HolidayRule("first monday 02"))
    #expect(Holiday(rule, since: 2023).day(in: 2022) == nil)
    #expect(Holiday(rule, since: 2023).day(in: 2023) == CivilDate("2023-02-06"))
    #expect(Holiday(rule, until: 2023).day(in: 2024) == nil)
  }
}
