import Casebook
import Foundation
import Matter
import TestSupport
import Testing

/// The registers hold what the templates cite, and nothing without a reason.
@Suite struct RegisterCoverageTests {
  let casebook = Data.casebook

  private func references() throws -> Set<String> {
    let root = Data.root.appending(path: "templates")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "md" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let pattern = /\]\(((?:gdpr|case|law|edpb|decision|regulation|recital):(?:[^\s()]|\([^\s()]*\))*)\)/
      found.formUnion(text.matches(of: pattern).map { String($0.1) })
    }
    return found
  }

  @Test func everythingTemplatesCiteMayBeSigned() throws {
    // The first day on which everything may be cited; that nothing is cited before its day is looked at where documents are made.
    let date = try #require(CivilDate("2027-04-02"))
    for reference in try references().sorted() {
      let citation = try #require(Citation(reference), "\(reference)")
      let fault = try casebook.register(for: [citation]).fault(of: citation, on: date)
      #expect(fault == nil, "\(reference)")
    }
  }

  @Test func everyEntryIsCitedOrKeptForAReason() throws {
    let citations = try references().compactMap { Citation($0) }
    var numbers: Set<String> = []
    var entries: Set<String> = []
    for citation in citations {
      switch citation {
      case .provision(let provision):
        numbers.formUnion([provision.number, provision.last].compactMap { $0 }.map { "\(provision.act) \($0)" })
      case .decision(let decision): entries.insert(decision.entry)
      case .recital: break
      }
    }
    for entry in try casebook.judgments() {
      let judgment = try casebook.judgment(entry)
      #expect(entries.contains(entry) != (judgment.keptFor != nil), "\(entry)")
    }
    for id in try casebook.acts() {
      for provision in try casebook.act(id).provisions.values where provision.isCitable {
        #expect(
          numbers.contains("\(id) \(provision.number)") != (provision.keptFor != nil), "\(id) \(provision.number)")
      }
    }
  }

  /// What a judgment said of another field is cited with the words for it, in the same brackets.
  @Test(arguments: Repository.languages)
  func whatHoldsByAnalogyOnlySaysSo(tag: String) throws {
    let analogy = try casebook.language(tag).citation.byAnalogy
    let root = Data.root.appending(path: "templates")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var found = 0
    for case let file as URL in files where file.lastPathComponent.hasSuffix(".\(tag).md") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\]\(((?:case|decision):[^\s()]*(?:\([a-z]\))?)\)/) {
        let citation = try #require(Citation(String(match.1)), "\(match.1)")
        guard let printed = try casebook.register(for: [citation]).text(of: citation, in: casebook.language(tag)),
          printed.needsAnalogy
        else { continue }
        found += 1
        let rest = text[match.range.upperBound...].prefix { $0 != ")" && $0 != "." && $0 != "\n" }
        #expect(rest.contains(analogy), "\(file.lastPathComponent): \(match.1)")
      }
    }
    #expect(found > 4)
  }
}
