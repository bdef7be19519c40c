import Digests
import Document
import Evidence
import Foundation
import Matter
import Messages
import Testing

/// What is attached to a mail: annexes with letters, or an honest line in the list.
@Suite struct AttachedFileTests {
  private struct Part {
    var type: String
    var bytes: [UInt8]
    var fields = "Content-Disposition: attachment; filename=secret-name.bin"
  }

  private func mail(_ parts: [Part], kind: String = "mixed") -> [UInt8] {
    let texts = parts.map { part in
      "--b\r\nContent-Type: \(part.type)\r\n\(part.fields)\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Data(part.bytes).base64EncodedString(options: .lineLength76Characters) + "\r\n"
    }
    return Array(
      ("From: Privacy <privacy@example.com>\r\nDate: Tue, 20 May 2025 12:32:05 +0000\r\nSubject: Hello\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: multipart/\(kind); boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee below.\r\n" + texts.joined() + "--b--\r\n").utf8)
  }

  private func exhibit(
    _ bytes: [UInt8], originals: OriginalsPolicy = .embed, convert: @escaping Converter = noConverter,
    transcript: String? = nil
  ) throws -> Exhibit {
    var item = entry("x.eml")
    item.transcript = transcript
    return try maker("en", originals: originals, convert: convert).exhibit(number: 2, from: item, bytes: bytes)
  }

  private var png: [UInt8] { PNGTests.builder(2, 8).file() }

  @Test func everyKindBecomesAnAnnexWithALetter() throws {
    let inner = mail([Part(type: "text/csv; charset=iso-8859-1", bytes: [0x63, 0x61, 0x66, 0xE9, 0x3B, 0x31])])
    let bytes = mail([
      Part(type: "image/png", bytes: png),
      Part(type: "application/octet-stream", bytes: Array("%PDF-1.7 …".utf8)),
      Part(type: "text/html; charset=utf-8", bytes: Array("<html><p>Grüße</p><script>x</script>".utf8)),
      Part(type: "message/rfc822", bytes: inner),
      Part(type: "text/plain", bytes: Array("last".utf8)),
    ])
    let page = png
    let exhibit = try exhibit(bytes) { _, conversion, _ throws(ConversionObstacle) in
      conversion == .pdfText ? [Array("words of the page".utf8)] : [page]
    }
    #expect(exhibit.attached.map(\.designation) == ["2a", "2b", "2c", "2d", "2e", "2f"])
    #expect(
      exhibit.attached.map(\.caption) == [
        "Attachment to the e-mail, picture (PNG)", "Attachment to the e-mail, PDF file",
        "Attachment to the e-mail, web page (HTML)", "Attachment to the e-mail, e-mail",
        "Attachment to the e-mail, text file", "Attachment to the e-mail, text file",
      ])
    let shown = exhibit.attached.map { outline($0.content) }
    #expect(shown[0].hasPrefix("figure: "))
    #expect(shown[1].contains("verbatim: words of the page\n"))
    #expect(shown[2].contains("verbatim: Grüße\n") && !shown[2].contains("script"))
    #expect(shown[3].contains("verbatim: See below.\n") && shown[3].contains("text/csv & shown as annex 2e | 6 | "))
    #expect(shown[4] == "# Wording\nverbatim: café;1\n")
    #expect(shown[5] == "# Wording\nverbatim: last\n")
    #expect(exhibit.attached[3].sha256 == SHA256Digest(of: inner).hexadecimal)
    #expect(exhibit.attached[3].size == inner.count)
    let list = outline(exhibit.content)
    for letter in "abcdf" { #expect(list.contains("& shown as annex 2\(letter) | ")) }
    #expect(!list.contains("secret-name"))
    #expect(outline(exhibit.attached[0].opening).contains("attached to the e-mail of annex 2 and is in the original"))
    #expect(outline(exhibit.attached[4].opening).contains("attached to the e-mail of annex 2d and is"))
    #expect(exhibit.attached.allSatisfy { $0.attachment == nil && $0.originalName == nil })
    #expect(exhibit.findings.map(\.code) == ["exhibit.attachedPictures"])
    #expect(exhibit.findings.allSatisfy { $0.field == "evidence.2" })
  }

  @Test func whatCannotBeShownIsListedAndSaid() throws {
    let bytes = mail([
      Part(type: "application/zip", bytes: [0x50, 0x4B, 3, 4, 0, 0]),
      Part(type: "image/png", bytes: Array(png.prefix(30))),
      Part(type: "application/octet-stream", bytes: [0, 1, 2]),
      Part(type: "text/plain", bytes: Array("fine".utf8)),
    ])
    let exhibit = try exhibit(bytes)
    #expect(exhibit.attached.map(\.designation) == ["2a"])
    let hash = SHA256Digest(of: [0, 1, 2]).hexadecimal
    #expect(outline(exhibit.content).contains("4 | application/octet-stream | 3 | \(hash)\n"))
    #expect(exhibit.findings.map(\.code) == ["exhibit.attachedFault", "exhibit.attachedListed"])
    #expect(
      exhibit.findings[0].message
        == "a file attached to the mail is listed, but not shown: the file is a PNG picture and damaged: it ends too early"
    )
    #expect(exhibit.findings[1].parameters == [.number(2)])
  }

  @Test func aMissingProgramIsAnErrorWithThePackage() throws {
    let problem = #expect(throws: EvidenceProblem.self) {
      try exhibit(mail([Part(type: "application/pdf", bytes: Array("%PDF-1.7".utf8))]))
    }
    #expect(problem?.code == .noConverter)
    #expect(problem?.hint == "apt-get install some-package")
  }

  @Test func logosAreListedOnlyAndPicturesBetweenLinesAreShown() throws {
    let layout = "Content-Disposition: inline; filename=i.png\r\nContent-ID: <1@x>"
    var noise = Seeded(state: 1)
    let large = PNGBuilder(
      width: 300, height: 250, depth: 8, colourType: 0,
      samples: (0..<75_000).map { _ in Int(noise.next() & 255) })
    let logo = Part(type: "image/png", bytes: png, fields: layout)
    let bytes = mail([logo, Part(type: "image/png", bytes: large.file(), fields: layout)], kind: "related")
    let exhibit = try exhibit(bytes, transcript: "the words")
    #expect(exhibit.attached.map(\.designation) == ["2a"])
    #expect(outline(exhibit.content).contains("3 | image/png & shown as annex 2a | "))
    #expect(exhibit.findings.isEmpty)
  }

  @Test func theSameFileIsShownOnceAndLettersEndAtZ() throws {
    let same = Part(type: "text/plain", bytes: Array("same".utf8))
    #expect(try exhibit(mail([same, same])).attached.count == 1)
    let many = (0..<30).map { Part(type: "text/plain", bytes: Array("text \($0)".utf8)) }
    let exhibit = try exhibit(mail(many))
    #expect(exhibit.attached.map(\.designation).last == "2z")
    #expect(exhibit.findings.map(\.code) == ["exhibit.attachedListed"])
    #expect(exhibit.findings[0].parameters == [.number(4)])
  }

  @Test func mailsWithinMailsEnd() throws {
    var bytes = mail([])
    for _ in 0..<20 { bytes = mail([Part(type: "message/rfc822", bytes: bytes)]) }
    let exhibit = try exhibit(bytes)
    #expect(exhibit.attached.map(\.designation) == ["2a", "2b", "2c", "2d"])
    #expect(exhibit.findings.map(\.code) == ["exhibit.attachedListed"])
  }
}
