import Casebook
import Checking
import ComplaintKit
import Evidence
import FilingKit
import Foundation
import LocalWorld
import Matter
import Storage
import TestSupport
import Testing

/// Makes kits of sample matters, changed as a test needs it.
struct Bench {
  static let today = CivilDate(year: 2026, month: 11, day: 23)
  static let languages = Repository.languages
  static let countries = Repository.countries

  static func world() throws -> LocalWorld {
    LocalWorld(folder: try #require(DataFolder(path: Repository.root.path)), evidenceFolder: ".")
  }

  static func casebook() throws -> Casebook { Casebook(world: try world()) }

  static func sample(_ country: String) throws -> String {
    try String(
      contentsOf: Repository.root.appendingPathComponent("templates/meta-ai/example/matter.\(country).yaml"),
      encoding: .utf8)
  }

  /// A drafted matter, before any kit of it.
  struct Made {
    let brief: Brief
    let authority: Authority
    let draft: Draft
    let exhibits: [Exhibit]
    let originals: [StoredBytes]
    let world: LocalWorld

    /// The kit in a language, its files by name.
    func kit(_ language: String, matterName: String? = "my-matter.yaml") throws -> [String: [UInt8]] {
      let sources = Kit.Sources(
        exhibits: exhibits, originals: originals, matterName: matterName,
        recordName: matterName.map { _ in "my-matter.record.yaml" })
      let kit = try Kit(brief, to: authority, draft: draft, sources: sources, language: language, world: world)
      return Dictionary(uniqueKeysWithValues: try kit.files.map { ($0.name, try $0.content.whole()) })
    }
  }

  /// Drafts a text.
  ///
  /// - Parameter authority: the authority as a test wants it, where the data have no such one yet.
  static func make(_ text: String, authority change: (inout Authority) -> Void = { _ in }) throws -> Made {
    let world = try world()
    let date = try #require(today)
    let examination = try Examination(of: text, name: "the matter", wishes: .init(date: date), world: world)
    let brief = try #require(examination.brief, "\(examination.findings.filter { $0.severity == .error })")
    let preparation = try #require(examination.preparation)
    let draft = try Drafter(preparation).draft(brief, exhibits: examination.exhibits)
    let originals = try examination.exhibits.map { exhibit in
      try world.evidence(brief.matter.evidence[exhibit.number - 1].file, limit: 1 << 24).stored
    }
    var authority = try #require(brief.authority)
    change(&authority)
    return Made(
      brief: brief, authority: authority, draft: draft, exhibits: examination.exhibits, originals: originals,
      world: world)
  }
}

extension [String: [UInt8]] {
  /// A file of a kit as text.
  func text(_ name: String) throws -> String {
    let bytes = try #require(self[name], "there is no \(name)")
    return try #require(String(validating: bytes, as: UTF8.self))
  }

  /// What a page says, markup and style left out.
  func words(_ name: String) throws -> String {
    let page = try text(name)
    return page.replacing(/<style>[\s\S]*<\/style>/, with: "").replacing(/<[^>]*value="([^"]*)"[^>]*>/) { $0.1 }
      .replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
