import Casebook
import Checking
import ComplaintKit
import Foundation
import Matter
import TestSupport
import Testing

@testable import FilingKit

@Suite struct DatesTests {
  private static func dates(_ filed: String, _ country: String, part: String? = nil) throws -> FilingDates {
    let casebook = try Bench.casebook()
    let campaign = try casebook.campaign("meta-ai")
    return FilingDates(
      filed: try #require(CivilDate(filed)), in: try casebook.country(country), part: part, campaign: campaign,
      controllerCountry: try casebook.seat(campaign.controller?.country))
  }

  @Test(
    arguments: [
      // An ordinary day: the same number three months later, the day of filing not counted.
      ("2026-11-24", "DE", "DE-SN", "2027-02-24"),
      // 30 November has no 30 February: the last day, a leap day or not; and that is a Sunday in 2027.
      ("2027-11-30", "DE", "DE-SN", "2028-02-29"), ("2026-11-30", "DE", "DE-SN", "2027-03-01"),
      // A Saturday, a Sunday.
      ("2026-12-06", "DE", "DE-SN", "2027-03-08"), ("2026-11-28", "AT", nil, "2027-03-01"),
      // Good Friday 2027 (26 March) and Easter Monday, with a weekend between; a working day in none of the States.
      ("2026-12-26", "DE", "DE-SN", "2027-03-30"),
      // St Patrick's Day of the controller's State.
      ("2026-12-17", "DE", "DE-SN", "2027-03-18"),
      // Reformation Day 2028 (a Tuesday): a holiday in Hamburg, where the complaint is handed over to, not in Berlin.
      ("2028-07-31", "DE", "DE-BE", "2028-11-01"),
      // 31 October 2028 is no holiday in Austria, and 26 October is.
      ("2028-07-31", "AT", nil, "2028-10-31"), ("2028-07-26", "AT", nil, "2028-10-27"),
      // Bastille Day.
      ("2027-04-14", "FR", nil, "2027-07-15"),
      // Into another year over New Year's Day 2027, a Friday.
      ("2026-10-01", "IE", nil, "2027-01-04"),
    ] as [(String, String, String?, String)])
  func threeMonthsEndOnAWorkingDayOfEveryStateThatMayCount(
    filed: String, country: String, part: String?, end: String
  ) throws {
    let due = try #require(try Self.dates(filed, country, part: part).due.first { $0.id == "progress" })
    #expect(due.end.description == end)
    #expect(due.over == due.end.adding(days: 1))
  }

  @Test func austriaHasATimeLimitOfItsOwnByItsOwnHolidays() throws {
    // Good Friday is no holiday there, Easter Monday is one in both; St Patrick's Day is Irish alone.
    let due = try Self.dates("2026-12-17", "AT").due
    #expect(due.map(\.id) == ["at-progress", "progress"])
    #expect(due.map(\.end.description) == ["2027-03-17", "2027-03-18"])
    #expect(due[0].provision == "law:AT/DSG/24(7)")
    for country in ["DE", "IE", "FR"] { #expect(try Self.dates("2026-12-17", country).due.count == 1) }
  }

  @Test(arguments: Bench.languages) func theCalendarSaysWhatToDoAndIsTheSameEveryTime(language: String) throws {
    let world = try Bench.world()
    let wording = try KitWording(tag: language, world: world)
    let words = try Bench.casebook().language(language)
    func file(_ number: String?) throws -> [UInt8] {
      try Self.dates("2026-11-24", "AT").calendar(
        of: FiledComplaint(authority: "DSB", reference: "EB-1", authorityReference: number, sha256: "ab"),
        wording: wording, language: words, provisions: { $0 }
      ).bytes
    }
    #expect(try file(nil) == file(nil))
    let (without, with) = (
      String(decoding: try file(nil), as: UTF8.self), String(decoding: try file("4.2/26"), as: UTF8.self)
    )
    #expect(without.components(separatedBy: "BEGIN:VEVENT").count == 3)
    #expect(!without.contains("4.2/26") && with.contains("4.2/26"))
    #expect(with.contains("LANGUAGE=\(language):"))
    // The number that came later does not make another day of it.
    func identifiers(_ text: String) -> [String] { text.matches(of: /UID:([^\r]*)/).map { String($0.1) } }
    #expect(identifiers(without) == identifiers(with))
  }
}
