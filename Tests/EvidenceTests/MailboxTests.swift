import Document
import Evidence
import Foundation
import Matter
import Messages
import Testing

/// A chosen mail of a mailbox: found whole, in pieces of any size, and never another.
@Suite struct MailboxTests {
  private func mail(_ number: Int, _ body: String = "words", fields: String = "") -> String {
    "From: a@example.com\nSubject: secret \(number)\nMessage-ID: <\(number)@example.com>\n\(fields)\n\(body)\n"
  }

  private func mailbox(_ mails: [String], lineEnd: String = "\n") -> [UInt8] {
    let text = mails.map { "From someone@example.com Tue May 20 12:32:05 2025\n" + $0 + "\n" }.joined()
    return Array(text.replacing("\n", with: lineEnd).utf8)
  }

  private func found(_ text: String, in bytes: [UInt8]) throws -> [String] {
    let choice = try #require(MailChoice(text))
    return MailboxSearch.look(for: choice, in: bytes).finds.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: ["\n", "\r\n"])
  func eachMailIsFoundByNumberAndByMessageID(lineEnd: String) throws {
    let mails = (1...5).map { mail($0, "text\n\nFrom here on it is text.\n\n>From me: quoted\nend") }
    let bytes = mailbox(mails, lineEnd: lineEnd)
    for number in 1...5 {
      let expected = mails[number - 1].replacing("\n", with: lineEnd)
      #expect(try found(String(number), in: bytes) == [expected])
      #expect(try found("<\(number)@example.com>", in: bytes) == [expected])
      #expect(try found("\(number)@example.com", in: bytes) == [expected])
    }
    #expect(MailboxSearch.look(in: bytes).count == 5)
    for absent in ["6", "1@EXAMPLE.COM", "@example.com", "11@example.com"] {
      #expect(try found(absent, in: bytes) == [])
    }
  }

  @Test func theSameIsFoundWhereverThePiecesEnd() throws {
    let bytes = mailbox((1...3).map { mail($0, fields: $0 == 2 ? "X: y\n" : "") }, lineEnd: "\r\n")
    let whole = MailboxSearch.look(for: .identifier("2@example.com"), in: bytes)
    #expect(whole.finds.count == 1)
    for size in 1...bytes.count {
      var search = MailboxSearch(for: .identifier("2@example.com"))
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { search.read($0) }
      }
      search.finish()
      #expect(search.finds == whole.finds, "pieces of \(size)")
      #expect(search.count == 3, "pieces of \(size)")
    }
  }

  @Test func aMessageIDOnALineOfItsOwnCountsAndOneInATextDoesNot() throws {
    let folded = "From: a@example.com\nMESSAGE-ID:\n <folded@example.com>\n\nMessage-ID: <text@example.com>\n"
    let bytes = mailbox([mail(1), folded, mail(3)])
    #expect(try found("folded@example.com", in: bytes) == [folded])
    #expect(try found("text@example.com", in: bytes) == [])
  }

  @Test func whatIsNoChoiceIsNone() {
    for text in ["", " ", "<>", "0", "99999999999999999999"] { #expect(MailChoice(text) == nil) }
    #expect(MailChoice(" 12 ") == .number(12))
  }

  @Test func noMailboxHasNoMails() {
    for text in ["", "From", "From ", "From here\nto there\n", "Subject: x\n\nFrom a\nb: c\n", "\n\n"] {
      #expect(MailboxSearch.look(for: .number(1), in: Array(text.utf8)).count == 0)
    }
    #expect(MailboxSearch.look(in: [UInt8](repeating: 0, count: 100_000)).count == 0)
  }

  @Test func anUnchosenMailboxSaysHowToChooseAndNoSubject() throws {
    let problem = #expect(throws: EvidenceProblem.self) {
      try maker().exhibit(number: 3, from: entry("a.mbox"), bytes: mailbox([mail(1), mail(2)]))
    }
    #expect(problem?.code == .message)
    #expect(problem?.field == "evidence.3.message")
    #expect(
      problem?.message
        == "the file is a mailbox with several e-mails, and which one is meant is not said; e-mails: 2")
    #expect(problem?.hint.hasPrefix("add message with the e-mail's number, from 1 to 2, ") == true)
    #expect(problem?.hint.contains("Gmail: three dots > Download message") == true)
    #expect(problem?.hint.contains("secret") == false)
  }

  @Test func aChosenMailIsAnExhibitLikeAnyMail() throws {
    let chosen = Array(mail(2).utf8)
    var item = entry("Inbox.mbox")
    item.message = "2"
    let result = try maker().exhibits(from: [item]) { item, _ in
      #expect(item.message == "2")
      return EvidenceFile(chosen)
    }
    let exhibit = try #require(result.exhibits.first)
    #expect(exhibit.attachment?.name == "annex-1-original.eml")
    #expect(exhibit.attachment?.bytes == chosen)
  }

  @Test(arguments: [
    (EvidenceObstacle.noMailbox, "message chooses an e-mail of a mailbox, and the file is none"),
    (.noSuchMessage(of: 7), "no e-mail of the mailbox is the one that message names; e-mails: 7"),
    (
      .severalMessages([2, 5]),
      "several e-mails of the mailbox have that Message-ID, the ones with these numbers: 2, 5"
    ),
  ])
  func whatCannotBeChosenIsSaid(obstacle: EvidenceObstacle, expected: String) throws {
    let result = try maker().exhibits(from: [entry("a.mbox")]) { _, _ throws(EvidenceObstacle) in throw obstacle }
    #expect(result.problems.map(\.message) == [expected])
    #expect(result.problems.map(\.field) == ["evidence.1.message"])
    #expect(result.problems.map(\.code) == [.message])
  }
}
