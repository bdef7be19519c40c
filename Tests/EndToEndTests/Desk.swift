import Foundation
import TestSupport
import Testing

/// The day of every document of these tests: without it they would read the clock.
let today = "2026-11-23"

/// A person's folder: the matter, its evidence, what comes out.
struct Desk {
  let folder: URL

  /// Gives a test a folder of its own with a sample matter in it.
  static func with<Result>(_ country: String = "DE", _ body: (Desk) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try desk.write("matter.yaml", Self.sample(country))
      return try body(desk)
    }
  }

  /// The sample matter of a country, as the tool writes it.
  static func sample(_ country: String = "DE") throws -> String {
    let outcome = try Tool.run(["sample", "--country", country])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.text
  }

  /// Runs the tool here.
  func run(_ arguments: [String], environment: [String: String] = [:], limits: [String] = []) throws -> ProcessOutcome {
    try Tool.run(arguments, environment: environment, directory: folder, limits: limits)
  }

  /// Drafts the matter that lies here.
  func draft(_ more: String..., environment: [String: String] = [:], limits: [String] = []) throws -> ProcessOutcome {
    try run(["draft", "--date", today] + more + ["matter.yaml"], environment: environment, limits: limits)
  }

  func path(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: path(name)) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: path(name)) }

  /// The names of all that lies here, sorted, hidden files too.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  /// Replaces something in the matter; what is not there exactly once is a mistake of the test.
  func change(_ old: String, _ new: String) throws {
    try write("matter.yaml", try String(contentsOf: path("matter.yaml"), encoding: .utf8).changed(old, new))
  }

  /// The words of a PDF that lies here, read from its tags in reading order.
  func words(_ name: String = "complaint-DE.pdf") throws -> String {
    TaggedPDFReader(try PDFFile(contentsOf: path(name))).transcript()
  }
}

extension String {
  /// The text with one place of it changed.
  func changed(_ old: String, _ new: String) throws -> String {
    let parts = components(separatedBy: old)
    try #require(parts.count == 2, "`\(old)` stands \(parts.count - 1) times in the matter")
    return parts.joined(separator: new)
  }
}

extension ProcessOutcome {
  /// The errors among the findings, each with its hint and law; warnings and notes left out.
  var errorBlocks: [String] {
    var blocks: [String] = []
    var isInside = false
    for line in errors.split(separator: "\n") {
      let starts = ["error:", "warning:", "note:"].first { line.hasPrefix($0) }
      if let starts {
        isInside = starts == "error:"
        if isInside { blocks.append(String(line)) }
      } else if isInside {
        blocks[blocks.count - 1] += "\n" + line
      }
    }
    return blocks
  }
}
