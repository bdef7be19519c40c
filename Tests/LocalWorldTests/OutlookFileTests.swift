import Evidence
import TestSupport
import Testing

@testable import LocalWorld

/// The program that makes mails of Outlook's files, on such files.
@Suite("Outlook's files become mails with nothing invented")
struct OutlookFileTests {
  private func mail(_ bytes: [UInt8]) throws -> [String] {
    let converter = LocalConverter(programs: "/usr/bin", temporary: "/tmp")
    let text = String(decoding: try converter.convert(bytes, .outlookMail, 1).joined(), as: UTF8.self)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  private func message(sent: Int?, header: String? = nil, attachments: [[UInt8]] = []) -> [UInt8] {
    OutlookMessage.bytes(
      subject: "Widerspruch gemäß Art. 21", text: "Ich widerspreche.\r\nŁódź", from: "someone@example.com",
      to: "controller@example.org", sent: sent, header: header, attachments: attachments)
  }

  @Test func theDayItWasSentIsTheOneOutlookKept() throws {
    let lines = try mail(message(sent: 20_000))
    #expect(lines.contains { $0.hasPrefix("Date: ") && $0.contains("04 Oct 2024") })
    #expect(lines.contains { $0.hasPrefix("From: someone@example.com") })
    #expect(lines.contains("Łódź"))
  }

  @Test func withoutADayThereIsNone() throws {
    #expect(try !mail(message(sent: nil)).contains { $0.hasPrefix("Date:") })
  }

  @Test func theHeaderOfTheTransmissionIsKept() throws {
    let header = """
      Received: from a.example by b.example; Wed, 9 Oct 2024 10:00:01 +0200
      Received: from c.example by a.example; Wed, 9 Oct 2024 10:00:00 +0200
      Date: Wed, 9 Oct 2024 10:00:00 +0200
      From: someone@example.com
      Message-ID: <1@example.com>

      """
    let lines = try mail(message(sent: nil, header: header))
    #expect(lines.contains("Date: Wed, 9 Oct 2024 10:00:00 +0200"))
    #expect(lines.contains("Message-ID: <1@example.com>"))
    #expect(lines.filter { $0.hasPrefix("Received:") }.count == 2)
  }

  @Test func whatIsAttachedIsThere() throws {
    let lines = try mail(message(sent: 20_000, attachments: [Array("attached words".utf8)]))
    #expect(lines.contains { $0.contains("file0") })
  }

  @Test func whatIsNoSuchFileIsRefused() {
    #expect(throws: ConversionObstacle.refused) { try mail(Array("no compound file".utf8)) }
  }
}
