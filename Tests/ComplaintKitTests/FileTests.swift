import Casebook
import Checking
import Document
import Evidence
import Foundation
import Matter
import Templates
import TestSupport
import Testing

@testable import ComplaintKit

/// The written files: conforming, the same every time, of a length people read.
@Suite struct FileTests {
  /// Every branch of every country's own language once.
  @Test(.needsValidators)
  func coveringSetConforms() throws {
    try withTemporaryFolder { folder in
      var files: [URL] = []
      let press = Press()
      var seen: Set<Substring> = []
      for (country, language) in Bench.countries {
        let cover = Corpus.cover(try Corpus.of(country).entries)
        // What countries of one language share was seen with the first.
        let limit = seen.insert(language.prefix(2)).inserted ? 20 : 6
        for (number, entry) in cover.prefix(limit).enumerated() {
          let file = folder.appendingPathComponent("\(country)-\(number).pdf")
          try Data(try press.draft(entry.brief).bytes).write(to: file)
          files.append(file)
        }
        let sample = folder.appendingPathComponent("\(country)-sample.pdf")
        let brief = try Bench.brief(MatterFactory.sample(country), country: country)
        try Data(try press.draft(brief).bytes).write(to: sample)
        files.append(sample)
      }
      #expect(files.count > 20 && files.count <= 600)
      let violations = try Validators.violations(of: files)
      #expect(violations == [])
      if Subprocess.find("qpdf") != nil {
        for file in files {
          let check = try Subprocess.run("qpdf", ["--check", file.path])
          #expect(check.status == 0, "\(file.lastPathComponent): \(check.text) \(check.errors)")
        }
      } else {
        #expect(!Repository.isCI, "qpdf is not installed")
      }
    }
  }

  /// Every branch of the letters of each language once, and the examples.
  @Test(.needsValidators)
  func lettersConform() throws {
    try withTemporaryFolder { folder in
      var files: [URL] = []
      let press = Press()
      for (country, _) in Bench.countries {
        for kind in Bench.letters {
          let cover = Corpus.cover(try Corpus.of(country, kind).entries).prefix(country == "DE" ? 12 : 3).map(\.brief)
          let sample = try Bench.brief(MatterFactory.sample(country), as: kind, country: country)
          for (number, brief) in (cover + [sample]).enumerated() {
            let file = folder.appendingPathComponent("\(kind)-\(country)-\(number).pdf")
            try Data(try press.draft(brief).bytes).write(to: file)
            files.append(file)
          }
        }
      }
      #expect(files.count > 20)
      #expect(try Validators.violations(of: files) == [])
    }
  }

  /// A sixth of the scenarios in each country and each language in which it is written, another sixth in the next.
  ///
  /// That every combination keeps our own rules, `SoundnessTests` proves.
  @Test(.needsValidators)
  func everyScenarioConforms() throws {
    try withTemporaryFolder { folder in
      var files: [URL] = []
      var told: [String: Set<String>] = [:]
      let press = Press()
      for (place, (country, own)) in Bench.countries.enumerated() {
        let languages = try Bench.written(in: country).map { own.hasPrefix($0) ? own : $0 }
        for (turn, language) in languages.enumerated() {
          for (number, scenario) in Scenarios.all.enumerated() {
            let item = Case(country, scenario.variants)
            guard let brief = try Bench.review(item.matter, country: country, language: language).brief else {
              continue
            }
            let file = folder.appendingPathComponent("\(country)-\(language)-\(number).pdf")
            told[country, default: []].insert(scenario.name)
            guard (number + place + turn) % 6 == 0 else { continue }
            try Data(try press.draft(brief).bytes).write(to: file)
            files.append(file)
          }
        }
      }
      // What is late elsewhere is too late in Austria; everything else can be complained of, and that everywhere.
      for (country, _) in Bench.countries {
        let missing = Scenarios.all.map(\.name).filter { !(told[country] ?? []).contains($0) }
        #expect(missing.count <= (country == "AT" ? 3 : 0), "\(country): \(missing)")
      }
      #expect(files.count > 200 && files.count <= 600)
      #expect(try Validators.violations(of: files) == [])
    }
  }

  @Test(arguments: Bench.countries.map(\.0))
  func theSameInputGivesTheSameBytes(country: String) throws {
    let brief = try Bench.brief(MatterFactory.sample(country), country: country)
    let first = try Press().draft(brief).bytes
    let press = Press()
    #expect(try press.draft(brief).bytes == first)
    // Others in between, some of which share its branches, leave no trace.
    for entry in try Corpus.of(country).entries.suffix(4) { _ = try press.draft(entry.brief) }
    _ = try press.draft(Bench.brief(Case(country, []).matter, country: country))
    #expect(try press.draft(brief).bytes == first)
  }

  @Test func fourThreadsWriteTheSameBytes() async throws {
    let brief = try Bench.brief(MatterFactory.sample("DE"), country: "DE")
    let others = try Corpus.of("DE").entries.suffix(4).map(\.brief)
    let expected = try Press().draft(brief).bytes
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for number in 0..<4 {
        group.addTask {
          let press = Press()
          _ = try press.draft(others[number])
          return try press.draft(brief).bytes
        }
      }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  /// An objection is short, whatever the person has; a renewed one has more to ask.
  @Test(arguments: Bench.countries.map(\.0), Bench.letters)
  func lettersHaveTwoPagesAtMost(country: String, kind: String) throws {
    let draft = try Press().draft(Bench.brief(MatterFactory.sample(country), as: kind, country: country))
    #expect(draft.pages <= 2, "\(kind) of \(country) has \(draft.pages) pages")
  }
}
