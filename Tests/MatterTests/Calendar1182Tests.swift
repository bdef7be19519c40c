import Matter
import Testing

@Suite struct Calendar1182Tests {
  static let ireland = [
    "01-01", "first monday 02 unless friday 02-01", "03-17", "easter+1", "first monday 05", "first monday 06",
    "first monday 08", "last monday 10", "12-25", "12-26",
  ].compactMap { HolidayRule($0).map { Holiday($0) } }
  static let germany = [
    "01-01", "easter-2", "easter+1", "05-01", "easter+39", "easter+50", "10-03", "12-25", "12-26",
  ].compactMap { HolidayRule($0).map { Holiday($0) } }

  @Test func allRulesOfTheTestAreRules() {
    #expect(Self.ireland.count == 10)
    #expect(Self.germany.count == 9)
  }

  /// Received, months, last day with Irish holidays alone, last day with the German ones beside.
  @Test(arguments: [
    // Day of the event not counted, same number (Art. 3(1), 3(2)(c)).
    ("2026-09-15", 1, "2026-10-15", "2026-10-15"),
    // 1 June 2026 is an Irish bank holiday: the example every officer can check.
    ("2026-05-01", 1, "2026-06-02", "2026-06-02"),
    // No such day: the last of the month; 28 February 2026 is a Saturday.
    ("2026-01-31", 1, "2026-03-02", "2026-03-02"), ("2024-01-31", 1, "2024-02-29", "2024-02-29"),
    ("2025-01-29", 1, "2025-02-28", "2025-02-28"), ("2026-03-31", 1, "2026-04-30", "2026-04-30"),
    // Saturday, Sunday.
    ("2026-07-08", 1, "2026-08-10", "2026-08-10"), ("2026-07-09", 1, "2026-08-10", "2026-08-10"),
    // Sunday before the Irish August holiday.
    ("2026-07-02", 1, "2026-08-04", "2026-08-04"),
    // 3 August 2026, the sample's renewed objection.
    ("2026-08-03", 1, "2026-09-03", "2026-09-03"),
    // Good Friday 3 April 2026: a German holiday, no Irish one; the later counts. Easter Monday is both.
    ("2026-03-03", 1, "2026-04-03", "2026-04-07"), ("2026-03-06", 1, "2026-04-07", "2026-04-07"),
    // St Patrick's Day is no German holiday, and the later counts still.
    ("2026-02-17", 1, "2026-03-18", "2026-03-18"),
    // Christmas into a weekend: 25 December 2026 is a Friday, 26 a Saturday.
    ("2026-11-25", 1, "2026-12-28", "2026-12-28"),
    // Three months, over a year's end.
    ("2025-11-30", 3, "2026-03-02", "2026-03-02"),
    // 20 May 2025: 20 June 2025 is a Friday.
    ("2025-05-20", 1, "2025-06-20", "2025-06-20"),
  ])
  func goldens(received: String, months: Int, irish: String, later: String) {
    let event = CivilDate.known(received)
    #expect(Calendar1182(states: [Self.ireland]).end(ofMonths: months, after: event) == CivilDate(irish))
    #expect(Calendar1182(states: [Self.ireland, Self.germany]).end(ofMonths: months, after: event) == CivilDate(later))
    #expect(Calendar1182(states: [Self.germany, Self.ireland]).end(ofMonths: months, after: event) == CivilDate(later))
  }

  @Test func everyEndIsAWorkingDayNeverBeforeTheNominalOne() {
    let calendar = Calendar1182(states: [Self.ireland, Self.germany])
    var event = CivilDate.known("2024-01-01")
    while event < .known("2029-01-01") {
      let nominal = event.adding(months: 1)
      let end = calendar.end(ofMonths: 1, after: event)
      #expect(end >= nominal)
      #expect(nominal.days(until: end) <= 5)
      #expect(end.weekday != .saturday && end.weekday != .sunday)
      for holidays in [Self.ireland, Self.germany] {
        #expect(Calendar1182(states: [holidays]).end(ofMonths: 1, after: event) <= end)
      }
      event = event.adding(days: 1)
    }
  }

  @Test func aRangeRunsFromItsLaterEnd() throws {
    let calendar = Calendar1182(states: [Self.ireland])
    let range = try #require(DateRange("2024-06-05..2024-06-12"))
    #expect(calendar.end(ofMonths: 1, after: range) == CivilDate("2024-07-12"))
  }

  @Test func withoutHolidaysWeekendsStillCount() {
    #expect(Calendar1182(states: []).end(ofMonths: 1, after: .known("2026-07-08")) == CivilDate("2026-08-10"))
  }
}
