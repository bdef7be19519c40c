import Evidence
import Foundation
import Glibc
import Matter
import Storage
import TestSupport
import Testing

@testable import LocalWorld

@Suite("A mail is read from its place in a mailbox of any size")
struct MailboxFileTests {
  /// A folder of this test alone.
  private let folder: String

  init() throws {
    var template = Array("/tmp/complain-mail-test-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  private func write(_ text: String, to name: String) throws -> String {
    _ = try OutputFile.write(Array(text.utf8), to: "\(folder)/\(name)", collision: .overwrite)
    return "\(folder)/\(name)"
  }

  private func mail(_ number: Int, padding: Int = 0) -> String {
    "From: a@example.com\nMessage-ID: <\(number)@example.com>\n\n\(String(repeating: "words\n", count: padding))"
  }

  private func mailbox(_ count: Int, padding: Int) -> String {
    (1...count).map { "From a Tue May 20 12:32:05 2025\n\(mail($0, padding: padding))\n" }.joined()
  }

  private func obstacle(_ choice: MailChoice, _ path: String, limit: Int = 1 << 20) -> EvidenceObstacle? {
    do throws(EvidenceObstacle) {
      _ = try MailboxFile.message(choice, of: path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func aMailIsReadFromItsPlaceInALargeFile() throws {
    // More than one piece, and the mail lies across the end of one.
    let path = try write(mailbox(20, padding: 5_000), to: "a.mbox")
    for number in [1, 9, 20] {
      let found = try MailboxFile.message(.identifier("\(number)@example.com"), of: path, limit: 1 << 20)
      #expect(found.bytes == Array(mail(number, padding: 5_000).utf8))
      #expect(try StoredBytes(found.file, found.range).whole() == found.bytes)
    }
  }

  @Test func whatCannotBeChosenIsAnObstacle() throws {
    let path = try write(mailbox(3, padding: 1) + mailbox(1, padding: 1), to: "a.mbox")
    #expect(obstacle(.number(5), path) == .noSuchMessage(of: 4))
    #expect(obstacle(.identifier("1@example.com"), path) == .severalMessages([1, 4]))
    #expect(obstacle(.identifier(""), path) == .noSuchMessage(of: 4))
    #expect(obstacle(.number(1), path, limit: 10) == .tooLarge(bytes: mail(1, padding: 1).utf8.count))
    #expect(obstacle(.number(1), try write("no mailbox", to: "b.mbox")) == .noMailbox)
    #expect(obstacle(.number(1), folder + "/none") == .missing)
    #expect(obstacle(.number(1), folder) == .folder)
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(obstacle(.number(1), folder + "/pipe") == .notAFile)
  }
}
