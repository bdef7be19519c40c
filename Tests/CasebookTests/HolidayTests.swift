import Casebook
import Matter
import Testing

@Suite struct HolidayTests {
  private func days(_ country: String, _ part: String? = nil, year: Int) throws -> [String] {
    try Data.casebook.country(country).holidays(in: part, year: year).map { String($0.description.dropFirst(5)) }
  }

  @Test func theDaysOf2026() throws {
    #expect(
      try days("DE", year: 2026) == [
        "01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26",
      ])
    #expect(
      try days("DE", "DE-SN", year: 2026) == [
        "01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "10-31", "11-18", "12-25", "12-26",
      ])
    #expect(
      try days("AT", year: 2026) == [
        "01-01", "01-06", "04-06", "05-01", "05-14", "05-25", "06-04", "08-15", "10-26", "11-01", "12-08", "12-25",
        "12-26",
      ])
    #expect(
      try days("IE", year: 2026) == [
        "01-01", "02-02", "03-17", "04-06", "05-04", "06-01", "08-03", "10-26", "12-25", "12-26",
      ])
    #expect(
      try days("FR", year: 2026) == [
        "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25",
      ])
  }

  @Test func theDaysOfSmallerStatesIn2026() throws {
    #expect(
      try days("BE", year: 2026) == [
        "01-01", "04-06", "05-01", "05-14", "05-25", "07-21", "08-15", "11-01", "11-11", "12-25",
      ])
    #expect(
      try days("LI", year: 2026) == [
        "01-01", "01-02", "01-06", "02-02", "02-17", "03-19", "04-03", "04-06", "05-01", "05-14", "05-25",
        "06-04", "08-15", "09-08", "11-01", "12-08", "12-24", "12-25", "12-26", "12-31",
      ])
    #expect(
      try days("LU", year: 2026) == [
        "01-01", "04-06", "05-01", "05-09", "05-14", "05-25", "06-23", "08-15", "11-01", "12-25", "12-26",
      ])
    #expect(
      try days("MT", year: 2026) == [
        "01-01", "02-10", "03-19", "03-31", "04-03", "05-01", "06-07", "06-29", "08-15", "09-08", "09-21",
        "12-08", "12-13", "12-25",
      ])
  }

  @Test func theDaysOfOtherStatesIn2026() throws {
    #expect(
      try days("CH", year: 2026) == [
        "01-01", "01-02", "04-03", "04-06", "05-14", "05-25", "08-01", "12-25", "12-26",
      ])
    // 26 December is a Saturday.
    #expect(
      try days("GB", year: 2026) == [
        "01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-26", "12-28",
      ])
  }

  /// In place of a day on a weekend the next working day is kept in the United Kingdom.
  @Test func substituteDaysInTheUnitedKingdom() throws {
    for year in 2026...2033 {
      let kept = try Data.casebook.country("GB").holidays(in: nil, year: year)
      let working = kept.filter { ![.saturday, .sunday].contains($0.weekday) }
      #expect(working.count == 8, "\(year): \(working)")
    }
  }

  @Test func youngAndShortLivedHolidays() throws {
    #expect(!(try days("IE", year: 2022)).contains("02-07"))
    #expect(try days("IE", year: 2030).contains("02-01"))
    #expect(try days("DE", "DE-BE", year: 2025).contains("05-08"))
    #expect(!(try days("DE", "DE-BE", year: 2026)).contains("05-08"))
    #expect(!(try days("DE", "DE-NI", year: 2016)).contains("10-31"))
  }

  /// The month after a receipt on 1 May 2026 ends on Tuesday 2 June: the first of June is a holiday in Ireland.
  @Test func theControllersHolidaysMoveTheEndOfAMonth() throws {
    let receipt = try #require(CivilDate("2026-05-01"))
    let states = try ["IE", "DE"].map { try Data.casebook.country($0).holidays() }
    #expect(Calendar1182(states: states).end(ofMonths: 1, after: receipt) == CivilDate("2026-06-02"))
  }
}
