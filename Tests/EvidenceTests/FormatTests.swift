import Evidence
import Matter
import Testing

@Suite struct FormatTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func filesAreToldByTheirContent() {
    let zeros = [UInt8](repeating: 0, count: 16)
    let cases: [(EvidenceFormat, [UInt8])] = [
      (.png, PNGTests.builder(2, 8).file()), (.jpeg, JPEGVectors.gray), (.mail, MailTests.mail("\nx")),
      (.mail, bytes("\u{FEFF}\r\nReceived: x\r\n y\r\nFrom: a@example.org\r\n\r\n")),
      (.mail, bytes("From erin Tue May 20 2025\nFrom: a@example.org\nTo: b@example.org\n\nFrom here on\n")),
      (.mailbox, bytes("From erin\nFrom: a@b.c\nTo: d@e.f\n\nx\n\nFrom erin\nFrom: a@b.c\nTo: d@e.f\n\ny\n")),
      (.webArchive, bytes("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org\n\nx")),
      (.unknown, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + zeros),
      (.heif, [0, 0, 0, 24] + bytes("ftypheic") + zeros), (.heif, [0, 0, 0, 24] + bytes("ftypavif") + zeros),
      (.recording, [0, 0, 0, 24] + bytes("ftypisom") + zeros), (.webp, bytes("RIFF\0\0\0\0WEBPVP8 ")),
      (.gif, bytes("GIF89a")), (.tiff, [0x49, 0x49, 0x2A, 0]), (.bmp, bytes("BM") + zeros + zeros),
      (.pdf, bytes("%PDF-1.7")), (.pdf, bytes("junk\n%PDF-1.7")), (.html, bytes("<!DOCTYPE html><p>Subject: x")),
      (.zip, [0x50, 0x4B, 3, 4]), (.text, bytes("Dear all: hello\nno mail")), (.unknown, [1, 2, 3]),
    ]
    for (format, bytes) in cases { #expect(EvidenceFormat(of: bytes) == format, "\(format)") }
  }

  @Test func problemsNameTheFieldAndTheWayOut() throws {
    let cases: [(String, EvidenceItem.Role?, [UInt8], String, String, String)] = [
      ("a.png", .other, [], "evidence.file.empty", "the file is empty", "save or download it"),
      (
        "a.png", .other, JPEGVectors.gray, "evidence.file.mismatch",
        "the file is not what its name says: the name promises a PNG picture, the content is a JPEG picture",
        "if it is, change the ending"
      ),
      (
        "a.eml", .answer, bytes("hello"), "evidence.file.mismatch",
        "the file is not what its name says: the name promises an e-mail, the content is a text file",
        "change the ending"
      ),
      (
        "a.heic", .answer, [0, 0, 0, 24] + bytes("ftypheic0000"), "evidence.file.noConverter",
        "the file is a HEIC or AVIF picture, and some-program, which shows such files, is not installed",
        "apt-get install some-package"
      ),
      (
        "a.bmp", .answer, bytes("BM") + [UInt8](repeating: 0, count: 30), "evidence.file.unsupported",
        "the file is a BMP picture, which cannot become an exhibit", "save it as PNG"
      ),
      (
        "a.mht", .answer, bytes("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org\n\nx"),
        "evidence.file.unsupported", "the file is a saved web page, which cannot become an exhibit", "Download message"
      ),
      (
        "a.doc", .answer, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "evidence.file.unsupported",
        "the file is of a kind not known here, which cannot become an exhibit", "Download message"
      ),
    ]
    for (file, role, bytes, code, message, hint) in cases {
      var found: EvidenceProblem?
      do throws(EvidenceProblem) {
        _ = try maker_().exhibit(number: 4, from: entry(file, role), bytes: bytes)
      } catch {
        found = error
      }
      let problem = try #require(found)
      #expect(problem.code.rawValue == code && problem.message == message && problem.field == "evidence.4.file")
      #expect(problem.hint.contains(hint), "\(problem.hint)")
      #expect(problem.finding.severity == .error && problem.finding.code == code)
      #expect(!problem.message.hasSuffix(".") && problem.message.first?.isLowercase == true)
    }
  }

  private func maker_() -> ExhibitMaker {
    guard let maker = try? maker() else { preconditionFailure("the wording does not load") }
    return maker
  }

  @Test func anEndingNobodyKnowsPromisesNothing() throws {
    for file in ["scan.tmp", "photo", "folder.png/photo", ".png", "PHOTO.JPG", "a.jpeg"] {
      #expect(throws: Never.self) {
        try maker().exhibit(number: 1, from: entry(file, .other), bytes: JPEGVectors.gray)
      }
    }
  }

  @Test func obstaclesComeAllAtOnceAndHugeFilesAreNotRead() throws {
    let maker = try maker()
    let obstacles: [EvidenceObstacle] = [
      .missing, .folder, .notPermitted, .notAFile, .unreadable, .changed, .tooLarge(bytes: 500_000_000),
    ]
    let items = obstacles.indices.map { entry("\($0).png") } + [entry("good.jpg")]
    var limits: Set<Int> = []
    let result = maker.exhibits(from: items) { item, limit throws(EvidenceObstacle) in
      limits.insert(limit)
      guard let index = Int(item.file.prefix(1)) else { return EvidenceFile(JPEGVectors.gray) }
      throw obstacles[index]
    }
    #expect(limits == [50_000_000])
    #expect(result.exhibits.map(\.number) == [8])
    #expect(result.problems.map(\.field) == (1...7).map { "evidence.\($0).file" })
    #expect(
      result.problems.map(\.code) == [
        .missing, .folder, .notPermitted, .notAFile, .unreadable, .changed, .tooLarge,
      ])
    #expect(result.problems[6].message == "the file has 500000000 bytes; at most 50000000 are taken")
  }
}
