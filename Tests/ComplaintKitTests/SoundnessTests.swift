import Casebook
import Checking
import TestSupport
import Testing

@testable import ComplaintKit

/// Pages, file and text of everything that the matters of these tests can become.
///
/// Pages: no widow, stranded heading, overfull line or river. File: our own rules of conformance. Text: no trace of a
/// template, no gap.
@Suite struct SoundnessTests {
  /// Three to six pages without annexes are what an officer reads; a short list of annexes ends on the next at the latest.
  private static let pages = 3...6

  /// A country with a language in which its authority takes complaints, or in which a person may read one.
  private static let places = Bench.countries.flatMap { country, own in
    ((try? Bench.written(in: country)) ?? []).map { (country, own.hasPrefix($0) ? own : $0) }
  }

  /// Whether an authority of a country takes complaints in a language.
  private static func takes(_ country: String, _ language: String) throws -> Bool {
    try Bench.casebook.country(country).authorities.contains { id in
      try Bench.casebook.authority(id).languages.value.contains { $0.prefix(2) == language.prefix(2) }
    }
  }

  /// Everything that can be said in a country's own language, alone, with an answer, and many things at once.
  @Test(arguments: Bench.countries.map(\.0))
  func everyMatterIsSound(country: String) throws {
    let sample = try Bench.brief(MatterFactory.sample(country), country: country)
    let inspector = try Inspector(like: sample)
    let outcome = try inspector.inspect(sample)
    #expect(outcome.faults == [], "the sample")
    #expect(Self.pages.contains(outcome.pages), "the sample has \(outcome.pages) pages")
    #expect(outcome.pagesWithList <= 7, "the sample has \(outcome.pagesWithList) pages with its list of annexes")
    let single = Set(MatterFactory.cases(country, mixtures: 0).map(\.name))
    let entries = try Corpus.of(country).entries
    #expect(entries.count > 150)
    for entry in entries {
      let outcome = try inspector.inspect(entry.document, entry.brief)
      #expect(outcome.faults == [], "\(entry)")
      // where a quarter of everything that can be said is said at once there may be two more
      let pages = single.contains(entry.item.name) ? Self.pages : 3...8
      #expect(pages.contains(outcome.pages), "\(entry) has \(outcome.pages) pages")
    }
  }

  /// Every branch of the letters to the controller, and every ninth of all else they can say.
  @Test(arguments: Bench.countries.map(\.0), Bench.letters)
  func everyLetterIsSound(country: String, kind: String) throws {
    let entries = try Corpus.of(country, kind).entries
    #expect(entries.count > 150)
    let inspector = try Inspector(like: try Bench.brief(MatterFactory.sample(country), as: kind, country: country))
    let others = entries.enumerated().filter { $0.offset % 9 == 4 }.map(\.element)
    for entry in Corpus.cover(entries) + others {
      let outcome = try inspector.inspect(entry.document, entry.brief)
      #expect(outcome.faults == [], "\(entry)")
    }
  }

  /// Every answer with every kind of grounds on both sides of every date that matters, in every language that is taken;
  /// of translations to read, every answer.
  @Test(arguments: places)
  func everyCombinationIsSound(country: String, language: String) throws {
    let grounds = [[], ["all content and special"], ["words in other languages", "grounds confidential"]]
    let gates = [["June 2024, range, and again in 2025", "public since 2012"], ["after the start"]]
    let isTaken = try Self.takes(country, language)
    var inspector: Inspector?
    var inspected = 0
    for (turn, outcome) in Variants.outcomes.enumerated() {
      let all = grounds.flatMap { ground in gates.map { [outcome] + (ground + $0).map(Variants.named) } }
      for variants in isTaken ? all : [all[turn % all.count]] {
        let item = Case(country, variants)
        guard let brief = try Bench.review(item.matter, country: country, language: language).brief else { continue }
        let own = try inspector ?? Inspector(like: brief)
        inspector = own
        let found = try own.inspect(brief)
        #expect(found.faults == [], "\(item) in \(language)")
        // the longest answer with all grounds at once may have one more
        #expect((3...7).contains(found.pages), "\(item) in \(language) has \(found.pages) pages")
        inspected += 1
      }
    }
    #expect(inspected > (isTaken ? 100 : 15))
  }
}
