import Foundation
import Synchronization
import TestSupport
import Testing

/// Much evidence in little memory, and files that do not hold still.
@Suite struct LargeEvidenceTests {
  /// Three hundred megabytes, half of them written just now, under a limit on all memory the program may write to.
  @Test(arguments: ["DE", "FR"])
  func `300 MB of evidence need less than 200 MB of memory`(country: String) throws {
    try Desk.withPictures(country, 6) { desk in
      for number in 1...6 {
        try SparseJPEG.write(
          to: desk.path("picture-\(number).jpg"), size: 49_900_000, mark: UInt8(number), isOld: number > 3)
      }
      let outcome = try desk.draft("--output", "out.pdf", limits: ["prlimit", "--data=200000000"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let size = try #require(try desk.path("out.pdf").resourceValues(forKeys: [.fileSizeKey]).fileSize)
      // In Germany the originals are inside, beside the pictures; in France they lie in a folder.
      #expect(size > (country == "DE" ? 2 : 1) * 6 * 49_900_000)
      let names = try desk.names()
      #expect(!names.contains { $0.contains(".part-") })
      guard country == "FR" else { return }
      let originals = try FileManager.default.contentsOfDirectory(atPath: desk.path("out-annexes").path)
      #expect(originals.count == 6)
      for (place, name) in originals.sorted().enumerated() {
        #expect(try desk.bytes("out-annexes/\(name)") == desk.bytes("picture-\(place + 1).jpg"))
      }
    }
  }

  /// A channel that takes less than all of it; five pictures of 35 million pixels, 105 MB each if they were decoded whole.
  @Test func `large pictures are scaled down in less than 200 MB of memory`() throws {
    try Desk.withPictures("DE", 5) { desk in
      for number in 1...5 {
        try NoisyJPEG.write(
          to: desk.path("picture-\(number).jpg"), width: 7_000, height: 5_000, seed: UInt64(number))
      }
      let originals = try (1...5).map { try desk.bytes("picture-\($0).jpg").count }.reduce(0, +)
      #expect(originals > 175_000_000)
      try desk.copyData()
      let authority = "data/locales/countries/DE/authorities/de-sn.yaml"
      let text = try String(contentsOf: desk.path(authority), encoding: .utf8)
      let limited = try text.changed("    originals: embed\n", "    originals: embed\n    size_limit: 270000000\n")
      try desk.write(authority, limited)
      let outcome = try desk.draft(
        "--data", "data", "--output", "out.pdf", limits: ["prlimit", "--data=200000000"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.components(separatedBy: "[exhibit.scaledDown]").count == 6, "\(outcome.errors)")
      // The originals are inside, and beside them pictures of a megabyte.
      let size = try #require(try desk.path("out.pdf").resourceValues(forKeys: [.fileSizeKey]).fileSize)
      #expect(size > originals && size < originals + 10_000_000, "\(size)")
    }
  }

  @Test func `a large file makes the same PDF wherever it is kept meanwhile`() throws {
    try Desk.withPictures("DE", 1) { desk in
      var drafts: [Data] = []
      for (place, isOld) in [true, false].enumerated() {
        let picture = desk.path("picture-1.jpg")
        try? FileManager.default.removeItem(at: picture)
        try SparseJPEG.write(to: picture, size: 6_000_000, isOld: isOld)
        #expect(try desk.draft("--output", "\(place).pdf").status == 0)
        drafts.append(try desk.bytes("\(place).pdf"))
      }
      #expect(Set(drafts).count == 1)
      let file = try PDFFile(contentsOf: desk.path("0.pdf"))
      #expect(conformanceViolations(of: file) == [])
      let original = try desk.bytes("picture-1.jpg")
      #expect(TaggedPDFReader(file).attachments().map(\.bytes) == [[UInt8](original)])
    }
  }

  @Test func `a file that is written to while it is read is a finding, and nothing is written`() throws {
    try Desk.withPictures("DE", 2) { desk in
      for number in 1...2 { try SparseJPEG.write(to: desk.path("picture-\(number).jpg"), size: 49_900_000) }
      let path = desk.path("picture-2.jpg").path
      let isOver = Atomic(false)
      let writer = Thread {
        while !isOver.load(ordering: .relaxed) { utimes(path, nil) }
      }
      writer.start()
      defer { isOver.store(true, ordering: .relaxed) }
      let outcome = try desk.draft()
      #expect(outcome.status == 65)
      #expect(outcome.errorBlocks.count == 1)
      let line = try #require(outcome.errorBlocks.first)
      #expect(
        line.wholeMatch(
          of:
            /error: evidence\.2\.file \(line [0-9]+\): the file was changed while it was read \[evidence\.file\.changed\]\nhint: close the program that writes to it, or attach a copy of it, and try again/
        ) != nil, "\(line)")
      #expect(try desk.names() == ["matter.yaml", "picture-1.jpg", "picture-2.jpg"])
    }
  }

  @Test func `a full disk leaves nothing of a large document`() throws {
    try Desk.withPictures("DE", 1) { desk in
      try SparseJPEG.write(to: desk.path("picture-1.jpg"), size: 6_000_000)
      let outcome = try desk.draft(limits: ["prlimit", "--fsize=5000000"])
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("error: the file would be larger than this system allows\n"), "\(outcome.errors)")
      #expect(try desk.names() == ["matter.yaml", "picture-1.jpg"])
    }
  }
}

extension Desk {
  /// Puts a copy of the data here, for a test to change.
  fileprivate func copyData() throws {
    try FileManager.default.createDirectory(at: path("data"), withIntermediateDirectories: true)
    for folder in ["templates", "locales"] {
      try FileManager.default.copyItem(
        at: Repository.root.appendingPathComponent(folder), to: path("data/\(folder)"))
    }
  }

  /// A desk whose only evidence is `picture-1.jpg` to `picture-n.jpg`.
  static func withPictures(_ country: String, _ count: Int, _ body: (Desk) throws -> Void) throws {
    try Desk.with(country) { desk in
      let sample = try Desk.sample(country)
      let evidence = try #require(sample.firstRange(of: "\nevidence:"))
      let rest = sample[evidence.upperBound...]
      let end = try #require(rest.firstRange(of: /\n[a-z_]+:/)).lowerBound
      let entries = (1...count).map {
        "\n  - { file: picture-\($0).jpg, role: objection, caption: Picture, alt: A grey field }"
      }
      try desk.write("matter.yaml", sample.replacingCharacters(in: evidence.upperBound..<end, with: entries.joined()))
      try body(desk)
    }
  }
}
