import Casebook
import Checking
import ComplaintKit
import Document
import Evidence
import Glibc
import LocalWorld
import Matter
import Storage

/// One matter after the other in one process: nothing that differs between two people is the same twice.
struct SteadyState {
  private let options: BenchmarkOptions
  private let matter: Matter
  private let venue: Venue
  private let preparation: Preparation
  private let exhibits: [Exhibit]
  private let city: (prefix: String, name: String)
  private let drafter: Drafter
  private let world: LocalWorld

  init(_ example: Example, _ options: BenchmarkOptions) throws {
    self.options = options
    guard let date = CivilDate("2026-11-23") else { throw BenchmarkError("the date is none") }
    world = LocalWorld(folder: example.data, evidenceFolder: example.folder)
    let reading = MatterReader.read(example.text, name: "the example")
    let review = try Review(reading, on: date, casebook: Casebook(world: world))
    let examination = try Examination(reading, wishes: .init(date: date), world: world)
    guard let venue = review.venue, let preparation = examination.preparation else {
      throw BenchmarkError("the example has errors")
    }
    self.venue = venue
    self.preparation = preparation
    matter = reading.matter
    exhibits = examination.exhibits
    city = (String(reading.matter.person.postalCode.dropLast(2)), reading.matter.person.city)
    drafter = try Drafter(preparation)
  }

  func run(into table: inout FigureTable) throws {
    for (name, exhibits) in [("without exhibits", []), ("with exhibits", exhibits)] {
      var persons = Persons(seed: options.seed)
      // Templates, words and lines that all share are remembered after a few.
      _ = try round(&persons, exhibits, count: min(options.iterations, 200))
      var rounds: [Round] = []
      for _ in 0..<options.rounds { rounds.append(try round(&persons, exhibits, count: options.iterations)) }
      table.add("one more matter, \(name)", rounds.map(\.wall).median, "ms", atMost: 2.5)
      table.add("  processor time", rounds.map(\.processor).median, "ms")
      table.add("  of it checking the matter", rounds.map(\.checking).median, "ms")
      table.add("  size", Double(rounds[0].bytes) / Double(options.iterations) / 1000, "kB")
    }
  }

  /// What a round came to; times are milliseconds for one document.
  struct Round {
    var wall: Double
    var processor: Double
    var checking: Double
    var bytes: Int
    /// Documents a second.
    var rate: Double { 1000 / wall }
  }

  /// Makes documents, each for another person.
  func round(_ persons: inout Persons, _ exhibits: [Exhibit], count: Int) throws -> Round {
    var bytes = 0
    var checking = 0.0
    // The persons are made beforehand: inventing them is no part of drafting.
    let matters = (0..<count).map { _ in vary(&persons) }
    let (start, processor) = (now(), processorNow())
    for matter in matters {
      let begin = now()
      guard let brief = Review(matter, in: venue).brief else { throw BenchmarkError("an invented matter has errors") }
      checking += now() - begin
      bytes += try drafter.draft(brief, exhibits: exhibits).content.count
    }
    let scale = 1000 / Double(count)
    return Round(
      wall: (now() - start) * scale, processor: (processorNow() - processor) * scale, checking: checking * scale,
      bytes: bytes)
  }

  /// Makes text-only documents for peers to be compared with.
  func textRound(_ persons: inout Persons) throws -> Round {
    try round(&persons, [], count: options.iterations)
  }

  /// What is set for people, one document each: for a peer that sets the same.
  ///
  /// - Parameter pictures: the files of their screenshots, one a document; nil for text-only ones.
  func documents(_ count: Int, pictures: [String]? = nil) throws -> [Document] {
    var persons = Persons(seed: options.seed)
    return try (0..<count).map { number in
      var matter = vary(&persons)
      matter.evidence =
        pictures.map { pictures in
          var picture = EvidenceItem()
          (picture.file, picture.role) = (pictures[number], .objection)
          (picture.caption, picture.alt) = ("Screenshot", "The form as it was sent")
          return [picture]
        } ?? []
      guard let brief = Review(matter, in: venue).brief else { throw BenchmarkError("an invented matter has errors") }
      let (exhibits, problems) = preparation.exhibits(for: brief, world: world)
      guard problems.isEmpty else { throw BenchmarkError("a screenshot is refused") }
      return try drafter.draft(brief, exhibits: exhibits).document
    }
  }

  /// The structure of a text-only document, counted in the file.
  func weights() throws -> Weights {
    var persons = Persons(seed: options.seed)
    guard let brief = Review(vary(&persons), in: venue).brief else {
      throw BenchmarkError("an invented matter has errors")
    }
    return Weights(of: try drafter.draft(brief, exhibits: []).bytes)
  }

  /// The example with another person's name, address, dates, accounts and grounds.
  private func vary(_ persons: inout Persons) -> Matter {
    var matter = matter
    matter.reference = "B-\(persons.number(1000...999_999))"
    matter.person.givenName = persons.name()
    matter.person.familyName = persons.name()
    matter.person.street = "\(persons.name())weg \(persons.number(1...199))"
    matter.person.postalCode = city.prefix + "\(persons.number(10...99))"
    let handle = "\(matter.person.givenName).\(matter.person.familyName)\(persons.number(1...99))".lowercased()
    matter.person.email = "m\(persons.number(1...999_999))@example.org"
    for index in matter.accounts.indices {
      matter.accounts[index].handle = "\(handle)\(index)"
      matter.accounts[index].email = matter.person.email
      matter.accounts[index].publicContentSince = DateRange("\(persons.number(2009...2021))")
    }
    let day = persons.number(2...25)
    if let first = CivilDate(year: 2025, month: 5, day: day), let second = CivilDate(year: 2026, month: 8, day: day) {
      if let at = matter.objections.indices.first {
        matter.objections[at].date = DateRange(first, basis: matter.objections[at].date?.basis)
        matter.objections[at].acknowledgedOn = first
      }
      if matter.objections.count > 1 {
        matter.objections[1].date = DateRange(second, basis: matter.objections[1].date?.basis)
      }
      matter.response.date = DateRange(first.adding(days: persons.number(1...5)))
    }
    matter.grounds.text = persons.grounds()
    return matter
  }
}
