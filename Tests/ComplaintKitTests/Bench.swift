import Casebook
import Checking
import Document
import Evidence
import Foundation
import LocalWorld
import Matter
import Storage
import Synchronization
import Templates
import TestSupport
import Testing

@testable import ComplaintKit

/// The repository's own data and this machine's fonts; evidence of a matter is made up from its name.
///
/// Files are remembered, because the tests draft hundreds of matters from the same ones.
final class TestWorld: World {
  private let local: LocalWorld
  private let files = Mutex<[String: [UInt8]?]>([:])

  init() {
    guard let folder = DataFolder(path: Repository.root.path) else {
      preconditionFailure("the data folder is not there")
    }
    local = LocalWorld(folder: folder, evidenceFolder: Repository.root.path)
  }

  var fontFolder: String { local.fontFolder }

  func data(_ path: String) -> [UInt8]? {
    files.withLock { files in
      if let known = files[path] { return known }
      let read = local.data(path)
      files[path] = .some(read)
      return read
    }
  }

  func names(in folder: String) -> [String] { local.names(in: folder) }
  func resource(_ resource: SystemResource) -> [UInt8]? { local.resource(resource) }

  func convert(_ bytes: [UInt8], _ conversion: Conversion, pages: Int) throws(ConversionObstacle) -> ConvertedFiles {
    try local.convert(bytes, conversion, pages: pages)
  }

  func keep(_ bytes: [UInt8]) -> StoredBytes { local.keep(bytes) }

  func message(_ choice: MailChoice, of path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile {
    try evidence(path, limit: limit)
  }
  func evidenceFolder(_ path: String) throws(EvidenceObstacle) -> [FolderEntry] { try local.evidenceFolder(path) }

  func evidence(_ path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile {
    if path.hasPrefix(LocalWorld.examplePrefix) { return try local.evidence(path, limit: limit) }
    let mail = """
      From: Sender <sender@example.org>
      To: Receiver <receiver@example.org>
      Subject: \(path)
      Date: Tue, 20 May 2025 14:30:00 +0200
      Message-ID: <\(path)@example.org>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      The words of \(path).

      """
    return EvidenceFile(Array(mail.replacing("\n", with: "\r\n").utf8))
  }
}

/// Everything that many tests need and that is made once.
enum Bench {
  static let world = TestWorld()
  static let casebook = Casebook(world: world)
  /// The day on which everything there is may be said.
  static let today = day("2026-11-23")
  /// A day before which the shortest time limit, Bulgaria's six months, has not run out on what most tests tell of.
  static let inTime = day("2025-11-20")
  /// The countries, each with the language its authority is written to in.
  static let countries = Repository.countries.map { ($0, Repository.language(of: $0)) }
  static let countryCodes = countries.map(\.0)
  /// The countries in which the Regulation applies.
  static let countriesOfTheRegulation = countryCodes.filter { (try? casebook.country($0))?.ownLaw == nil }
  static let languages = Repository.languages
  /// The kinds of documents, letters to the controller after the complaint.
  static let kinds = [DocumentKind.complaint] + letters
  static let letters = ["objection", "renewal"]
  /// The forms that a person signs for an organisation.
  static let forms = [DocumentKind.mandate, DocumentKind.signaturePage]

  private static let venues = Mutex<[String: Venue]>([:])
  /// All tests together need thousands, of some megabytes each.
  private static let preparations = Kept<Preparation>(limit: 128)

  static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("the test names no day: \(text)") }
    return day
  }

  /// The languages in which a country's text is whole.
  static func written(in country: String) throws -> [String] {
    try casebook.languagesOfText(in: country).filter(languages.contains)
  }

  /// The country in which a language is tried with every variant: the first whose authority is written to in it, or the
  /// first that takes it beside its own.
  static func home(of language: String) -> String {
    let known = ["de": "DE", "en": "IE", "fr": "FR"]
    let first = known[language] ?? countries.first { $0.1.prefix(2) == language }?.0
    return first ?? countryCodes.first { (try? written(in: $0))?.contains(language) == true } ?? "DE"
  }

  /// What a country with a law of its own makes of a language, such as `fr-CH`.
  private static func variant(of language: String, in country: String) throws -> String {
    let own = "\(language)-\(country)"
    guard try casebook.country(country).ownLaw != nil, try casebook.languages().contains(own) else { return language }
    return own
  }

  /// A country's own language.
  static func language(of country: String) -> String { countries.first { $0.0 == country }?.1 ?? "en" }

  /// Checks a matter as `draft` does, in a language that the authority may not take: translations are compared with it.
  ///
  /// - Parameter date: the day of the document; today if not given, or an earlier one where a time limit has run out by today.
  static func review(
    _ matter: Matter, as kind: String = DocumentKind.complaint, country: String, language: String? = nil,
    date: CivilDate? = nil
  ) throws -> Review {
    let review = try review(matter, as: kind, country: country, language: language, on: date ?? today)
    let isLate = review.findings.contains { $0.severity == .error && $0.code.hasPrefix("limit.") }
    guard date == nil, isLate, country == "BG" else { return review }
    let known = Trimming.trimmed(matter, to: inTime)
    // What is told of one by one must stay what it was.
    guard known.objections.count == matter.objections.count else { return review }
    let earlier = try Self.review(
      known, as: kind, country: country, language: language, on: inTime)
    return earlier.brief == nil ? review : earlier
  }

  private static func review(
    _ matter: Matter, as kind: String, country: String, language: String?, on date: CivilDate
  ) throws -> Review {
    let tag = language ?? self.language(of: country)
    let isPlain = matter.person.country?.code == country && matter.authority == nil
    guard isPlain else {
      return try Review(matter, of: kind, on: date, country: country, language: tag, casebook: casebook)
    }
    // A campaign may leave the controller to the matter.
    let controller = matter.controller.map { "\($0)" } ?? ""
    let key = "\(matter.campaign) \(kind) \(country) \(tag) \(date) \(matter.person.postalCode) \(controller)"
    if let known = venues.withLock({ $0[key] }) { return Review(matter, in: known) }
    var plain = matter
    plain.basis = nil
    let first = try Review(plain, of: kind, on: date, country: country, casebook: casebook)
    guard var venue = first.venue else { throw BenchError(description: "\(key) has no venue: \(first.findings)") }
    venue.language = try casebook.language(variant(of: tag, in: country))
    venues.withLock { $0[key] = venue }
    return Review(matter, in: venue)
  }

  /// The brief of a matter that must be sound.
  static func brief(
    _ matter: Matter, as kind: String = DocumentKind.complaint, country: String, language: String? = nil,
    date: CivilDate? = nil
  ) throws -> Brief {
    let review = try review(matter, as: kind, country: country, language: language, date: date)
    guard let brief = review.brief else {
      let errors = review.findings.filter { $0.severity == .error }.map { "\($0.code) \($0.field): \($0.message)" }
      throw BenchError(description: "no brief: \(errors.joined(separator: "; "))")
    }
    return brief
  }

  /// What all documents of a kind, country, language and day share.
  static func preparation(_ brief: Brief) throws -> Preparation {
    let key = "\(brief.campaign.id) \(brief.kind.id) \(brief.country.code) \(brief.language.tag) \(brief.date)"
    return try preparations.value(key) {
      try Preparation(for: brief, quoted: Set(languages.map { LanguageTag(rawValue: $0) }), world: world)
    }
  }
}

/// Something the test itself got wrong.
struct BenchError: Error, CustomStringConvertible {
  var description: String
}

/// Drafts matters one after the other, with a drafter for each kind, language and day.
final class Press {
  private var drafters: [String: Drafter] = [:]

  func drafter(for brief: Brief) throws -> Drafter {
    let key = "\(brief.campaign.id) \(brief.kind.id) \(brief.country.code) \(brief.language.tag) \(brief.date)"
    if let known = drafters[key] { return known }
    let drafter = try Drafter(Bench.preparation(brief))
    drafters[key] = drafter
    return drafter
  }

  func exhibits(_ brief: Brief) throws -> [Exhibit] {
    let (exhibits, problems) = try Bench.preparation(brief).exhibits(for: brief, world: Bench.world)
    guard problems.isEmpty else { throw BenchError(description: "evidence: \(problems.map(\.finding.message))") }
    return exhibits
  }

  func compose(_ brief: Brief) throws -> Document {
    try drafter(for: brief).compose(brief, exhibits: exhibits(brief)).document
  }

  func draft(_ brief: Brief) throws -> Draft {
    try drafter(for: brief).draft(brief, exhibits: exhibits(brief))
  }
}
