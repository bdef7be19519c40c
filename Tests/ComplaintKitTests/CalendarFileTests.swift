import ComplaintKit
import Foundation
import Matter
import TestSupport
import Testing

@Suite struct CalendarFileTests {
  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// Unfolds and splits a file as a calendar does.
  private func lines(of file: CalendarFile) throws -> [String] {
    let text = try #require(String(validating: file.bytes, as: UTF8.self))
    var lines: [String] = []
    for line in text.components(separatedBy: "\r\n").dropLast() {
      #expect(!line.contains("\n") && !line.contains("\r"))
      if line.hasPrefix(" ") {
        #expect(!lines.isEmpty)
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private static func file(
    kind: String = "answer_due", on date: String = "2027-02-28", title: String = "Three months are over",
    details: String = "", key: String = "k", stamp: String = "2026-11-28", language: String = "en"
  ) throws -> CalendarFile {
    CalendarFile(
      days: [.init(kind: kind, date: try day(date), title: title, details: details)], key: key,
      stamp: try day(stamp), language: language)
  }

  @Test func aDayIsAWholeDayWithWordsInItsLanguage() throws {
    let file = try Self.file(details: "Ask; then wait, or go to court.\nBack\\slash")
    var lines = try lines(of: file)
    let uid = lines.remove(at: 5)
    #expect(
      lines == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//complain//complain//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
        "DTSTAMP:20261128T000000Z", "DTSTART;VALUE=DATE:20270228", "DTEND;VALUE=DATE:20270301",
        "SUMMARY;LANGUAGE=en:Three months are over",
        #"DESCRIPTION;LANGUAGE=en:Ask\; then wait\, or go to court.\nBack\\slash"#,
        "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
      ])
    #expect(uid.wholeMatch(of: /UID:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/) != nil)
  }

  @Test(arguments: 1...75) func longLinesFoldBetweenCharacters(offset: Int) throws {
    // Two, three and four octets, at every distance from the fold.
    let title = String(repeating: "x", count: offset) + String(repeating: "ä€𝄞 ", count: 40)
    let file = try Self.file(title: title)
    for line in file.bytes.split(separator: 0x0A) {
      #expect(line.last == 0x0D)
      #expect(line.count - 1 <= 75)
      #expect(String(validating: Array(line), as: UTF8.self) != nil, "a character was cut in two")
    }
    #expect(try lines(of: file).contains("SUMMARY;LANGUAGE=en:" + title))
  }

  @Test func controlCharactersDoNotGetIn() throws {
    let lines = try lines(of: try Self.file(title: "a\u{1B}b\r\nEND:VEVENT\u{7F}"))
    #expect(lines.contains(#"SUMMARY;LANGUAGE=en:a b \nEND:VEVENT "#))
  }

  @Test func theUIDDependsOnKindDateAndKeyAlone() throws {
    func uid(_ file: CalendarFile) throws -> String { try #require(try lines(of: file).first { $0.hasPrefix("UID:") }) }
    let one = try uid(try Self.file())
    #expect(try uid(try Self.file(title: "Other words", details: "more", stamp: "2026-12-01", language: "fr")) == one)
    #expect(try uid(try Self.file(kind: "reminder")) != one)
    #expect(try uid(try Self.file(on: "2027-03-01")) != one)
    #expect(try uid(try Self.file(key: "other")) != one)
    #expect(try Self.file().bytes == Self.file().bytes)
  }
}
