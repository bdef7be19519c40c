import Casebook
import Checking
import Document
import Evidence
import Matter
import TestSupport
import Testing

@testable import ComplaintKit
@testable import Templates

/// A matter that became a document.
struct Entry: Sendable, CustomStringConvertible {
  var item: Case
  var brief: Brief
  var document: Document
  var citations: Set<String>
  /// The branches taken, as parts of sentences of the template without its values.
  var branches: Set<String>
  /// What it says, sentence by sentence.
  var sentences: Set<String>

  var description: String { "\(brief.kind.id): \(item) in \(brief.language.tag)" }
}

/// All documents of a kind and country in the country's own language, composed once for all tests.
enum Corpus {
  struct Made: Sendable {
    var entries: [Entry] = []
    var refused: [String] = []
    var failed: [String] = []
  }

  private static let made = Kept<Made>()

  static func of(_ country: String, _ kind: String = DocumentKind.complaint) throws -> Made {
    try made.value("\(kind) \(country)") {
      var made = Made()
      let press = Press()
      for item in MatterFactory.cases(country) {
        let review = try Bench.review(item.matter, as: kind, country: country)
        guard let brief = review.brief else {
          let codes = review.findings.filter { $0.severity == .error }.map(\.code)
          made.refused.append("\(item): \(codes.joined(separator: ", "))")
          continue
        }
        do {
          made.entries.append(try entry(item, brief, press))
        } catch {
          made.failed.append("\(item): \(error)")
        }
      }
      return made
    }
  }

  static func entry(_ item: Case, _ brief: Brief, _ press: Press) throws -> Entry {
    let exhibits = try press.exhibits(brief)
    let (document, citations) = try press.drafter(for: brief).compose(brief, exhibits: exhibits)
    let preparation = try Bench.preparation(brief)
    let rendering = try preparation.templates.render(values(brief, exhibits, preparation).scope)
    return Entry(
      item: item, brief: brief, document: document, citations: citations, branches: branches(rendering.markdown),
      sentences: document.sentences)
  }

  /// What the templates are filled with.
  static func values(
    _ brief: Brief, _ exhibits: [Exhibit], _ preparation: Preparation, originals: Channel.Originals? = nil
  ) -> Values {
    let roles = CitedRoles(brief.matter)
    return Values(
      brief, roles: roles.all(exhibits),
      originals: originals ?? brief.channel?.originals ?? .none, preparation: preparation)
  }

  /// The branches that would be taken if originals went another way.
  static func branches(of brief: Brief, _ press: Press, originals: Channel.Originals) throws -> Set<String> {
    let (exhibits, preparation) = (try press.exhibits(brief), try Bench.preparation(brief))
    let values = values(brief, exhibits, preparation, originals: originals)
    return branches(try preparation.templates.render(values.scope).markdown)
  }

  private static func branches(_ markdown: String) -> Set<String> {
    var found: Set<String> = []
    var part = String.UnicodeScalarView()
    for scalar in markdown.unicodeScalars {
      if scalar == "\n" || scalar == "." || Placeholder.isPlaceholder(scalar) {
        if part.count > 6 { found.insert(String(part)) }
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
      }
    }
    return found
  }

  /// The fewest entries, greedily chosen, that take every branch which any of them takes.
  static func cover(_ entries: [Entry]) -> [Entry] {
    var open = entries.reduce(into: Set<String>()) { $0.formUnion($1.branches) }
    var chosen: [Entry] = []
    while !open.isEmpty {
      var best = (count: 0, index: 0)
      for (index, entry) in entries.enumerated() {
        let count = open.intersection(entry.branches).count
        if count > best.count { best = (count, index) }
      }
      guard best.count > 0 else { break }
      chosen.append(entries[best.index])
      open.subtract(entries[best.index].branches)
    }
    return chosen
  }
}
