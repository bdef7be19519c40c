import Casebook
import Checking
import ComplaintKit
import Digests
import Evidence
import Glibc
import LocalWorld
import Matter

/// What ten screenshots cost a draft, beside copying and hashing the same files, and beside another maker of PDF files.
struct Screenshots {
  private static let count = 10
  private let options: BenchmarkOptions
  private let example: Example
  private let world: LocalWorld

  /// A set of pictures as the evidence of the example.
  private struct Evidence {
    let paths: [String]
    let brief: Brief
    let preparation: Preparation
    let drafter: Drafter
  }

  init(_ example: Example, _ options: BenchmarkOptions) {
    self.options = options
    self.example = example
    world = LocalWorld(folder: example.data, evidenceFolder: example.folder)
  }

  func run(into table: inout FigureTable) throws {
    let pictures = (0..<Self.count).map { Screenshot(number: $0) }
    let plain = try evidence(of: pictures, "plain") { $0.png(hasAlpha: false) }
    let alpha = try evidence(of: pictures, "alpha") { $0.png(hasAlpha: true) }
    let bare = try evidence(of: [], "none") { $0.png(hasAlpha: false) }
    var (costs, copies, ratios, alphas, rates, others): ([Double], [Double], [Double], [Double], [Double], [Double])
    (costs, copies, ratios, alphas, rates, others) = ([], [], [], [], [], [])
    for round in 0...options.rounds {
      let without = try draft(bare)
      let cost = try draft(plain) - without
      let copied = try copyTwiceAndHash(plain.paths)
      let withAlpha = try draft(alpha) - without
      let other = try options.img2pdf.map { command in
        try Peers.rate(["/bin/sh", "-c", "\(command) 40 \(plain.paths.joined(separator: " "))"], in: example.folder)
      }
      // The first round warms what all rounds share.
      guard round > 0 else { continue }
      costs.append(cost * 1000)
      copies.append(copied * 1000)
      ratios.append(cost / copied)
      alphas.append(withAlpha * 1000 / Double(Self.count))
      rates.append(Double(Self.count) / cost)
      if let other { others.append(other) }
    }
    let megabytes = plain.paths.map(Example.size(of:)).reduce(0, +) / 1_000_000
    table.add("ten screenshots without alpha, \(megabytes) MB, beyond the draft without", costs.median, "ms")
    table.add("  two copies and one hash of them", copies.median, "ms")
    table.add("  times two copies and one hash", ratios.median, "x", atMost: 1.5)
    table.add("a screenshot with alpha", alphas.median, "ms", atMost: 100)
    table.add("screenshots a second", rates.median, "/s")
    if !others.isEmpty {
      table.add("  img2pdf", others.median, "/s")
      table.add("  times img2pdf", zip(rates, others).map { $0 / $1 }.median, "x", atLeast: 5)
    }
  }

  private func evidence(
    of pictures: [Screenshot], _ name: String, _ encode: (Screenshot) -> [UInt8]
  ) throws -> Evidence {
    var paths: [String] = []
    var entries: [String] = []
    for (place, picture) in pictures.enumerated() {
      let path = "\(example.folder)/\(name)-\(place).png"
      try Screenshot.write(encode(picture), to: path)
      paths.append(path)
      entries.append("\n  - { file: \(path), role: objection, caption: Picture, alt: A screenshot }")
    }
    let text = example.textWithoutEvidence.replacing(
      "evidence: []", with: "evidence:" + (entries.isEmpty ? " []" : entries.joined()))
    guard let date = CivilDate("2026-11-23") else { throw BenchmarkError("the date is none") }
    let examination = try Examination(of: text, name: "the example", wishes: .init(date: date), world: world)
    guard let brief = examination.brief, let preparation = examination.preparation else {
      throw BenchmarkError("the example with screenshots has errors: \(examination.findings.map(\.code))")
    }
    return Evidence(paths: paths, brief: brief, preparation: preparation, drafter: try Drafter(preparation))
  }

  /// Reads the evidence, drafts, writes the file: everything but what all documents share.
  ///
  /// - Returns: seconds.
  private func draft(_ evidence: Evidence) throws -> Double {
    let path = "\(example.folder)/screenshots.pdf"
    let start = now()
    let (exhibits, problems) = evidence.preparation.exhibits(for: evidence.brief, world: world)
    guard problems.isEmpty else { throw BenchmarkError("a screenshot is refused") }
    let draft = try evidence.drafter.draft(evidence.brief, exhibits: exhibits) { OutputFile.begun(path) }
    _ = try OutputFile.write(draft.content, to: path, collision: .overwrite)
    return now() - start
  }

  /// The least anybody can do who delivers each file twice and names its hash: as durable as the draft is.
  ///
  /// - Returns: seconds.
  private func copyTwiceAndHash(_ paths: [String]) throws -> Double {
    let start = now()
    let target = open("\(example.folder)/copies", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw BenchmarkError("no file can be made") }
    defer { close(target) }
    var first: UInt8 = 0
    for path in paths {
      let bytes = try InputFile.read(path)
      first ^= SHA256Digest(of: bytes).bytes[0]
      for _ in 0..<2 {
        let count = bytes.withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
        guard count == bytes.count else { throw BenchmarkError("the disk is full") }
      }
    }
    guard fsync(target) == 0 else { throw BenchmarkError("the disk is full") }
    return now() - start + Double(first) * 1e-15
  }
}
