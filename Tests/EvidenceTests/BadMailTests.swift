import Document
import Evidence
import Foundation
import Matter
import Messages
import Testing

/// Mails as broken programs and hostile people make them: an honest annex or a clear problem, soon, and nothing else harmed.
@Suite(.timeLimit(.minutes(1))) struct BadMailTests {
  private func exhibit(_ text: String) throws -> Exhibit {
    try maker().exhibit(number: 2, from: entry("x.eml"), bytes: Array(text.utf8))
  }

  private let head = "From: a@example.com\nDate: Tue, 20 May 2025 12:32:05 +0000\nSubject: s\nMIME-Version: 1.0\n"

  @Test func truncatedBase64IsShownAsFarAsItGoes() throws {
    let whole = Data("a text of some length that is cut".utf8).base64EncodedString()
    let body = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\(whole.prefix(21))"
    #expect(outline(try exhibit(head + body).content).contains("verbatim: a text of some \n") == false)
    #expect(outline(try exhibit(head + body).content).contains("verbatim: a text of som"))
  }

  @Test func anAttachedFileThatIsCutIsListedAndSaid() throws {
    let png = Data(PNGTests.builder(2, 8).file()).base64EncodedString()
    let body =
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\nContent-Type: image/png\n"
      + "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n\(png.prefix(60))"
    let exhibit = try exhibit(head + body)
    #expect(exhibit.attached.isEmpty)
    #expect(outline(exhibit.content).contains("verbatim: words\n"))
    #expect(exhibit.findings.map(\.code) == ["exhibit.attachedFault"])
  }

  @Test func twoHundredMailsInEachOtherEnd() throws {
    var text = head + "\ninnermost\n"
    for level in 0..<200 {
      text =
        head + "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\nContent-Type: message/rfc822\n\n"
        + text + "--b\(level)--\n"
    }
    let exhibit = try exhibit(text)
    #expect(exhibit.attached.map(\.designation) == ["2a", "2b", "2c", "2d"])
    #expect(exhibit.findings.contains { $0.code == "exhibit.attachedListed" })
  }

  @Test func twoHundredContainersInEachOtherEnd() throws {
    let opening = (0..<200).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    let exhibit = try exhibit(head + opening + "\ninnermost\n")
    #expect(exhibit.findings.map(\.code).contains("exhibit.parts"))
  }

  @Test func tenThousandFilesEnd() throws {
    let files = (0..<10_000).map { "--b\nContent-Disposition: attachment\n\nfile \($0)\n" }.joined()
    let exhibit = try exhibit(head + "Content-Type: multipart/mixed; boundary=b\n\n" + files + "--b--\n")
    #expect(exhibit.attached.count == 26)
    #expect(exhibit.findings.map(\.code).sorted() == ["exhibit.attachedListed", "exhibit.noText", "exhibit.parts"])
    #expect(exhibit.findings.first { $0.code == "exhibit.attachedListed" }?.parameters == [.number(9_974)])
  }

  @Test func headersWithoutEndAreCut() throws {
    let long = "To: " + (0..<50_000).map { "p\($0)@example.com,\n " }.joined() + "q@example.com\n"
    let many = (0..<20_000).map { "X-Field-\($0): x\n" }.joined()
    for fields in [long, many, "X: " + String(repeating: "a", count: 2_000_000) + "\n"] {
      let text = outline(try exhibit(head + fields + "\nwords\n").content)
      #expect(text.contains("verbatim: words\n"))
      #expect(text.utf8.count < 20_000)
    }
  }

  @Test func aHeaderInAHeaderStaysAValue() throws {
    let injected = "Subject: =?utf-8?B?\(Data("a\r\nFrom: b@example.org\r\n\r\nbody".utf8).base64EncodedString())?=\n"
    let text = outline(try exhibit(injected + "From: a@example.com\nMessage-ID: <1>\n\nwords\n").content)
    #expect(text.contains("From | a@example.com\n") && !text.contains("From | b@example.org"))
    #expect(text.contains("verbatim: words\n"))
  }

  @Test func zeroBytesAndUnknownCharsetsAreVisible() throws {
    let zero = outline(try exhibit(head + "Content-Type: text/plain; charset=utf-8\n\na\u{0}b\n").content)
    #expect(zero.contains("verbatim: a[U+0000]b\n"))
    for charset in ["utf-99", "\"\"", "x\u{0}y", String(repeating: "c", count: 5_000), "../../etc/passwd"] {
      let exhibit = try exhibit(head + "Content-Type: text/plain; charset=\(charset)\n\ncaf\u{E9}\n")
      #expect(outline(exhibit.content).contains("caf"))
    }
  }

  @Test func onlyTheBrokenMailIsRefused() throws {
    let files = [
      "1": Array(head.utf8) + Array("\nfirst\n".utf8), "2": [], "3": Array(head.utf8) + Array("\nlast\n".utf8),
    ]
    let (exhibits, problems) = try maker().exhibits(from: [entry("1"), entry("2"), entry("3")]) {
      item, _ throws(EvidenceObstacle) in EvidenceFile(files[item.file] ?? [])
    }
    #expect(exhibits.map(\.number) == [1, 3])
    #expect(problems.map(\.code) == [.empty] && problems.map(\.field) == ["evidence.2.file"])
  }
}
