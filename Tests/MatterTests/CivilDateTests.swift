import Matter
import Testing

@Suite struct CivilDateTests {
  @Test func everyDayOfFourCenturiesHasItsNumberAndItsWeekday() {
    var day = CivilDate.known("1900-01-01")
    var weekdays = Weekday.allCases
    var number = day.dayNumber
    #expect(number == -25_567)
    while day < .known("2300-01-01") {
      #expect(CivilDate(dayNumber: number) == day)
      #expect(day.dayNumber == number)
      #expect(day.weekday == weekdays[0])
      #expect(CivilDate(day.description) == day)
      let next = day.adding(days: 1)
      #expect(day < next)
      #expect(next.day == 1 || next.day == day.day + 1)
      day = next
      number += 1
      weekdays.append(weekdays.removeFirst())
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11_016, .tuesday), ("2025-05-27", 20_235, .tuesday),
    ("2026-11-23", 20_780, .monday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
  ])
  func knownDays(text: String, number: Int, weekday: Weekday) {
    let day = CivilDate(text)
    #expect(day?.dayNumber == number)
    #expect(day?.weekday == weekday)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-06-00", "0000-01-01", "2025-6-1",
    "20250601", "2025-06-01 ", "+025-06-01", "2025-06-01-", "2025‐06‐01", "٢٠٢٥-٠٦-٠١", "", "-", "--",
  ])
  func noSuchDay(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-12-15", 1, "2025-01-15"), ("2025-01-15", -1, "2024-12-15"), ("2023-08-31", 36, "2026-08-31"),
    ("9999-12-01", 1, "9999-12-31"), ("0001-01-05", -1, "0001-01-01"),
  ])
  func months(from start: String, months: Int, end: String) {
    #expect(CivilDate(start)?.adding(months: months) == CivilDate(end))
  }

  @Test func timesOfDay() {
    #expect(TimeOfDay("14:30")?.description == "14:30")
    #expect(TimeOfDay("00:00")?.hour == 0)
    for text in ["24:00", "12:60", "9:30", "12.30", "12:3", ""] { #expect(TimeOfDay(text) == nil) }
  }
}

extension CivilDate {
  /// A date that the test itself writes down.
  static func known(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("the test names a day that does not exist: \(text)") }
    return day
  }
}
