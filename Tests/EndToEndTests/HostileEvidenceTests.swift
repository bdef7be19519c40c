import Foundation
import TestSupport
import Testing

/// Files of every kind that is taken, each spoilt in a way of its own, in one matter beside sound ones: every one of them is
/// a clear finding, soon and in little memory, and the sound ones are what they are without them.
@Suite(.timeLimit(.minutes(10))) struct HostileEvidenceTests {
  /// A file, the code of the error it must end in, and what makes it.
  private struct Case: Sendable {
    var file: String
    var code: String
    var make: @Sendable (URL) throws -> Void

    init(_ file: String, _ code: String, _ make: @escaping @Sendable (URL) throws -> Void) {
      (self.file, self.code, self.make) = (file, code, make)
    }

    init(_ file: String, _ code: String, bytes: [UInt8]) {
      self.init(file, code) { try Data(bytes).write(to: $0) }
    }
  }

  private static let picture = plainPNG(width: 40, height: 40) { column, row in
    [UInt8(column * 6), UInt8(row * 6), UInt8((column * row) & 0xFF)]
  }

  /// Files of each kind that are sound.
  private static func sound(in folder: URL) throws -> [(ending: String, bytes: [UInt8])] {
    try Data(picture).write(to: folder.appendingPathComponent("a.png"))
    func made(_ program: String, _ arguments: [String], _ file: String) throws -> [UInt8] {
      let outcome = try Subprocess.run(program, arguments, directory: folder)
      try #require(outcome.status == 0, "\(outcome.errors)")
      return [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
    }
    let example = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/de/3-answer.jpg")
    return [
      ("png", picture), ("jpg", [UInt8](try Data(contentsOf: example))),
      ("webp", try made("cwebp", ["-quiet", "a.png", "-o", "a.webp"], "a.webp")),
      ("heic", try made("heif-enc", ["a.png", "-o", "a.heic"], "a.heic")), ("gif", gif(width: 1, height: 1)),
      ("tiff", plainTIFF(pages: 2)), ("pdf", plainPDF(plainPDFPage("BT /F1 12 Tf 50 500 Td (hello) Tj ET"))),
    ]
  }

  private static func gif(width: Int, height: Int) -> [UInt8] {
    Array("GIF89a".utf8) + [UInt8(width & 0xFF), UInt8(width >> 8), UInt8(height & 0xFF), UInt8(height >> 8)]
      + [0x80, 0, 0, 0xFF, 0, 0, 0xFF, 0xFF, 0xFF, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
  }

  private static let damaged = "evidence.file.damaged"

  // MARK: The cases

  private static func spoilt(_ sound: [(ending: String, bytes: [UInt8])]) -> [Case] {
    sound.map { Case("cut.\($0.ending)", damaged, bytes: Array($0.bytes[..<($0.bytes.count * 2 / 5)])) }
      + sound.map { Case("begun.\($0.ending)", damaged, bytes: Array($0.bytes[..<12])) }
      + (sound.map(\.ending) + ["eml", "html", "txt", "csv", "json"]).flatMap { ending in
        [
          Case("empty.\(ending)", "evidence.file.empty", bytes: []),
          Case("zeros.\(ending)", "evidence.file.mismatch", bytes: [UInt8](repeating: 0, count: 4_096)),
        ]
      }
  }

  private static let bombs: [Case] = [
    Case("header.png", "evidence.file.tooManyPixels", bytes: picture.saying(60_000, at: 16)),
    Case("rows.png", damaged, bytes: plainPNG(width: 1_000, height: 9_000) { _, _ in [0, 0, 0] }.saying(4, at: 16)),
    Case("header.gif", damaged, bytes: gif(width: 65_535, height: 65_535)),
    Case("header.tiff", damaged, bytes: plainTIFF(pages: 1, side: 60_000)),
    Case("pages.tiff", "evidence.file.tooManyPages", bytes: plainTIFF(pages: 61)),
    Case("100000.tiff", damaged, bytes: plainTIFF(pages: 100_000)),
    Case("paper.pdf", damaged, bytes: plainPDF(plainPDFPage("0 0 9 9 re f", side: 200_000))),
    Case("pages.pdf", "evidence.file.tooManyPages", bytes: manyPages),
    Case(
      "kids.pdf", damaged, bytes: plainPDF(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 9>>"])),
    Case("endless.pdf", "evidence.file.tooLaborious", bytes: endless),
  ]

  private static var manyPages: [UInt8] {
    let kids = (0..<70).map { "\($0 + 3) 0 R" }.joined(separator: " ")
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return plainPDF(
      ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[\(kids)]/Count 70>>"] + [String](repeating: page, count: 70)
    )
  }

  /// A page that draws a form ten times, which draws another ten times, and so on: a million million squares.
  private static var endless: [UInt8] {
    let forms = (0..<12).map { number in
      let next = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N \(7 + number) 0 R>>>>"
      return plainPDFStream(String(repeating: number < 11 ? "/N Do " : "0 0 1 1 re f ", count: 10), next)
    }
    return plainPDF(plainPDFPage("/N Do", resources: "/XObject<</N 6 0 R>>") + forms)
  }

  private static let places: [Case] = [
    Case("pipe.png", "evidence.file.notAFile") { mkfifo($0.path, 0o600) },
    Case("link-to-pipe.png", "evidence.file.notAFile") { symlink("pipe.png", $0.path) },
    Case("device.png", "evidence.file.notAFile") { symlink("/dev/zero", $0.path) },
    Case("circle.png", "evidence.file.unreadable") { symlink("circle.png", $0.path) },
    Case("nowhere.png", "evidence.file.missing") { symlink("not-there.png", $0.path) },
    Case("folder.png", "evidence.file.folder") {
      try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
    },
    Case("../outside.png", "evidence.file.missing") { _ in },
  ]

  private static func locked(_ desk: Desk) throws -> Case {
    try Data(plainPDF(plainPDFPage("BT /F1 12 Tf 50 500 Td (hello) Tj ET"))).write(to: desk.path("open.pdf"))
    return Case("locked.pdf", damaged) { url in
      let lock = try Subprocess.run(
        "qpdf", ["--warning-exit-0", "--encrypt", "person", "owner", "256", "--", "open.pdf", url.path],
        directory: desk.folder)
      try #require(lock.status == 0, "\(lock.errors)")
    }
  }

  // MARK: The test

  /// Writes the matter with these files as evidence, after the sound one and before another.
  private static func write(_ files: [String], on desk: Desk) throws {
    let sample = try Desk.sample()
    let evidence = try #require(sample.firstRange(of: "\nevidence:"))
    let prior = try #require(sample.firstRange(of: "\nprior:"))
    let roles = ["objection"] + files.dropFirst().map { _ in "other" }
    let entries = zip(files, roles).map { "  - {file: \($0), role: \($1), date: 2025-05-20, alt: x}\n" }.joined()
    try desk.write(
      "matter.yaml",
      sample.replacingCharacters(in: evidence.lowerBound..<prior.lowerBound, with: "\nevidence:\n\(entries)"))
  }

  @Test func `each spoilt file is one finding, and the sound ones are unharmed`() throws {
    try Desk.with { desk in
      let sound = try Self.sound(in: desk.folder)
      let cases = Self.spoilt(sound) + Self.bombs + Self.places + [try Self.locked(desk)]
      for item in cases { try item.make(desk.path(item.file)) }
      try Self.write(["a.png"] + cases.map(\.file) + ["a.webp"], on: desk)
      let before = try desk.names()
      // Memory the program or one that converts for it may write to: a file of 50 MB and a picture, no bomb.
      let outcome = try Tool.run(
        ["draft", "--date", today, "matter.yaml"], directory: desk.folder, limits: ["prlimit", "--data=400000000"],
        seconds: 240)
      #expect(outcome.status == 65)
      let errors = outcome.errorBlocks
      #expect(errors.count == cases.count)
      for (place, item) in cases.enumerated() {
        let own = errors.filter { $0.hasPrefix("error: evidence.\(place + 2).file (line ") }
        #expect(own.count == 1 && own[0].contains(" [\(item.code)]\nhint: "), "\(item.file): \(own)")
      }
      for item in cases { #expect(!outcome.errors.contains(item.file), "the name \(item.file) is told") }
      #expect(try desk.names() == before)
      try Self.write(["a.png", "a.webp"], on: desk)
      #expect(try desk.draft().status == 0)
      #expect(TaggedPDFReader(try PDFFile(contentsOf: desk.path("complaint-DE.pdf"))).attachments().count == 2)
    }
  }
}

extension [UInt8] {
  /// A PNG that says another width and height, its header's checksum made to fit.
  fileprivate func saying(_ side: Int, at place: Int) -> [UInt8] {
    let number = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: side >> $0) }
    var bytes = self
    bytes.replaceSubrange(place..<(place + 8), with: number + number)
    bytes.replaceSubrange((place + 13)..<(place + 17), with: pngChecksum(of: bytes[(place - 4)..<(place + 13)]))
    return bytes
  }
}
