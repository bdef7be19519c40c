import Casebook
import Checking
import Document
import Evidence
import Foundation
import Matter
import TestSupport
import Testing

@testable import ComplaintKit
@testable import Templates

/// Every matter that checking lets pass becomes a document, and every name has its value.
@Suite struct ComposingTests {
  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func everySoundMatterIsComposed(country: String, kind: String) throws {
    let made = try Corpus.of(country, kind)
    for failure in made.failed { Issue.record("\(failure)") }
    // Mixtures may contradict themselves; most do not, and single variants never.
    #expect(made.entries.count * 10 >= (made.entries.count + made.refused.count) * 8, "\(made.refused)")
    // What is late elsewhere is too late in Austria.
    for line in made.refused where country != "AT" { #expect(line.contains(" + "), "\(line)") }
  }

  /// A factory that misses a branch would leave its sentence untested everywhere.
  @Test(arguments: Bench.languages, Bench.kinds)
  func everyBranchOfTheTemplatesIsTaken(language: String, kind: String) throws {
    let home = Bench.home(of: language)
    // A second language of a country is tried as a translation is.
    let own = Bench.language(of: home).hasPrefix(language) ? [home] : []
    let countries = language == "de" ? [home, "AT"] : own
    // The parts for other countries come in translation.
    var printed: [String] = []
    for country in countries {
      printed += try Corpus.of(country, kind).entries.map { $0.branches.joined(separator: "\n") }
    }
    let press = Press()
    var others = try Bench.countryCodes.filter { country in
      try !countries.contains(country) && Bench.written(in: country).contains(language)
    }.map { ($0, MatterFactory.sample($0)) }
    // What a country's law adds depends on facts: those that show it in the country's own language do so in others.
    for country in others.map(\.0) {
      others += Corpus.cover(try Corpus.of(country, kind).entries).map { (country, $0.brief.matter) }
    }
    let answered = ["refused", "words of the answer", "evidence answer"].map(Variants.named)
    others.append((home, Case(home, answered).matter))
    // Where originals go is the authority's choice; elsewhere in the language they may go another way.
    for policy in Channel.Originals.allCases {
      for entry in Corpus.cover(try Corpus.of(home, kind).entries) {
        let brief = try Bench.brief(entry.brief.matter, as: kind, country: home, language: language)
        printed.append(try Corpus.branches(of: brief, press, originals: policy).joined(separator: "\n"))
      }
    }
    let seat = try Bench.written(in: "DE").contains(language) ? "DE" : home
    for basis in FilingBasis.allCases {
      var matter = MatterFactory.plain(seat)
      matter.basis = basis
      // Hamburg, where the controller's German establishment is.
      if basis == .residence, seat == "DE" { (matter.person.postalCode, matter.person.city) = ("20095", "Hamburg") }
      others.append((seat, matter))
    }
    if kind == DocumentKind.complaint {
      // Where a language is that of the controller's own State alone, only another campaign meets a controller elsewhere.
      var elsewhere = try CampaignTests.Text(campaign: "generic", language: language).matter()
      elsewhere.controller?.country = CountryCode("NL")
      others.append((home, elsewhere))
    }
    for (other, matter) in others {
      let brief = try Bench.brief(matter, as: kind, country: other, language: language)
      printed.append(try Corpus.entry(Case(other, []), brief, press).branches.joined(separator: "\n"))
    }
    let all = Set(printed.flatMap { $0.split(separator: "\n") }.map(String.init))
    var missing: [String] = []
    for file in try templateFiles(kind, language) {
      for part in literals(file.text) where !all.contains(part) && !all.contains(where: { $0.contains(part) }) {
        missing.append(part)
      }
    }
    // What documents of other days say, as far as the law is the country's.
    let elsewhen = try parts(kind, language, on: "2025-07-01") + parts(kind, language, on: "2027-04-05")
    let foreign =
      try Bench.casebook.act("2025/2518").notIn.contains(home)
      ? literals(
        String(decoding: try #require(Bench.world.data("templates/shared/cross-border.\(language).md")), as: UTF8.self))
      : []
    #expect(missing.filter { part in !(elsewhen + foreign).contains { part.contains($0) || $0.contains(part) } } == [])
  }

  /// A kind's template and what it includes, however deep.
  private func templateFiles(_ kind: String, _ language: String) throws -> [(name: String, text: String)] {
    var (found, queue): ([String: String], [String]) = ([:], [kind])
    while let name = queue.popLast() {
      guard found[name] == nil else { continue }
      let hook = name.split(separator: ".").last ?? ""
      let folders = ["templates/national", "templates/meta-ai/national"]
      // All that any country's law adds must be seen somewhere, as must what the others have instead.
      let paths =
        name.hasPrefix("national.")
        ? folders.flatMap { folder in ([folder] + Bench.countryCodes.map { "\(folder)/\($0)" }).map { "\($0)/\(hook)" }
        }
        : ["templates/meta-ai", "templates/shared"].map { "\($0)/\(name)" }
      let texts = paths.compactMap { Bench.world.data("\($0).\(language).md") }
      // At many places only other countries' law adds something.
      try #require(!texts.isEmpty || name.hasPrefix("national."), "\(name)")
      let text = texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
      found[name] = text
      // This campaign's controller has no setting by which to object; others' have.
      queue += text.matches(of: /\{\{>\s*([A-Za-z_.-]+)\s*\}\}/).map { String($0.1) }.filter { $0 != "by-setting" }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The words between tags, lines and full stops, long enough to be told apart.
  private func literals(_ text: String) -> [String] {
    text.replacing(/\{\{[^}]*\}\}/, with: "\n").split { $0 == "\n" || $0 == "." }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.count > 12 && !$0.hasPrefix("|--") }
  }

  /// What a document of another day says.
  private func parts(_ kind: String, _ language: String, on day: String) throws -> [String] {
    let (home, day) = (Bench.home(of: language), Bench.day(day))
    var matter = MatterFactory.plain(home, inSpringOf2027: day)
    if day < Bench.today { matter.objections = MatterFactory.plain(home).objections }
    let brief = try Bench.brief(matter, as: kind, country: home, language: language, date: day)
    return Array(try Corpus.entry(Case(home, []), brief, Press()).branches)
  }

  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func everyDeclaredNameHasItsValue(country: String, kind: String) throws {
    let file = "templates/variables.yaml"
    let text = String(decoding: try #require(Bench.world.data(file)), as: UTF8.self)
    let press = Press()
    let ownLaws = try Bench.countryCodes.filter { try Bench.casebook.country($0).ownLaw != nil }
    /// Whether a country's complaint cites that: the laws of some hold nowhere else, and nothing else holds there.
    func cites(_ fault: String) -> Bool {
      let own = ownLaws.first { fault.hasPrefix("cite.\($0.lowercased())_") }
      return own == nil ? !ownLaws.contains(country) : own == country
    }
    for entry in try Corpus.of(country, kind).entries {
      let schema = try VariableSchema(file: file, text: text, campaign: entry.brief.campaign)
      let preparation = try Bench.preparation(entry.brief)
      let values = Corpus.values(entry.brief, try press.exhibits(entry.brief), preparation)
      // Letters cite less than complaints: what may be cited is known of what their templates cite.
      let wrong = faults(schema.variables, values.scope, path: "")
        .filter { !$0.hasPrefix("cite.") || kind == DocumentKind.complaint && cites($0) }
        // Where no policy is known nothing tells of one.
        .filter { !$0.hasPrefix("fact.policy_") || !entry.brief.campaign.policies.isEmpty }
      #expect(wrong == [], "\(entry)")
    }
  }

  private func faults(
    _ declared: [String: VariableSchema.Variable], _ scope: ValueScope, path: String
  ) -> [String] {
    declared.sorted { $0.key < $1.key }.flatMap { name, variable -> [String] in
      let value = scope.values[name]
      switch (variable, value) {
      case (.flag, .flag?): return []
      case (.list(let inner), .list(let items)?): return items.flatMap { faults(inner, $0, path: path + name + ".") }
      case (.text, let text):
        if case .text(let inserted)? = text, inserted.string.isEmpty { return ["\(path)\(name) is empty"] }
        let group = name.lastIndex(of: ".").map { name[...$0] } ?? ""
        guard case .flag(let has)? = scope.values[group + "has_" + name.dropFirst(group.count)] else { return [] }
        return has == (text != nil) ? [] : ["\(path)\(name) and its flag do not agree"]
      default: return ["\(path)\(name) is not set"]
      }
    }
  }
}
