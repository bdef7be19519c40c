import Casebook
import Checking
import Document
import Evidence
import Matter
import Templates
import TestSupport
import Testing

@testable import ComplaintKit

/// A field and how to tell whether a matter says anything in it.
struct Field: Sendable {
  var name: String
  /// What stands around it; the same with and without the field.
  var base: [Variant]
  var give: @Sendable (inout Matter) -> Void
  var has: @Sendable (Matter) -> Bool
}

/// No sentence is printed whose source is empty, unknown or none.
///
/// What a field makes the document say is found by drafting with it and without it; then no other document may say it
/// unless its matter has that field, or another field that is known to make it say the same.
@Suite struct TruthTests {
  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func noSentenceWithoutItsSource(country: String, kind: String) throws {
    let press = Press()
    var sources: [String: [Field]] = [:]
    var base: Set<String> = []
    var uncertain: Set<String> = []
    for field in Fields.all {
      let without = Case(country, field.base).matter
      var with = without
      field.give(&with)
      if country == "AT" { MatterFactory.makeRecent(&with) }
      #expect(field.has(with) && !field.has(without), "\(field.name): the test does not give what it asks for")
      let before = try sentences(without, country, press, kind)
      let after = try sentences(with, country, press, kind)
      // A number or a day that changed is no new sentence.
      let known = Set(before.map(masked))
      let said = after.filter { !known.contains(masked($0)) }
      // What the day makes the document say is not the field's doing, and which is which cannot be told.
      let days = try [without, with].map { try Bench.brief($0, as: kind, country: country).date }
      if days[0] != days[1] {
        uncertain.formUnion(said)
        continue
      }
      #expect(said.isEmpty != Fields.isSaid(field, by: kind), "\(country), \(kind): \(field.name) makes it say \(said)")
      for sentence in said { sources[sentence, default: []].append(field) }
      base.formUnion(try sentences(Case(country, []).matter, country, press, kind))
    }
    for sentence in base.union(uncertain) { sources[sentence] = nil }
    #expect(sources.count > (kind == DocumentKind.complaint ? 60 : 8))
    for entry in try Corpus.of(country, kind).entries {
      for sentence in entry.sentences {
        guard let fields = sources[sentence] else { continue }
        #expect(
          fields.contains { $0.has(entry.item.matter) },
          "\(entry): “\(sentence)” needs \(fields.map(\.name).joined(separator: " or "))")
      }
    }
  }

  private func masked(_ sentence: String) -> String { sentence.filter { !$0.isNumber } }

  private func sentences(
    _ matter: Matter, _ country: String, _ press: Press, _ kind: String = DocumentKind.complaint
  ) throws -> Set<String> {
    do {
      return try press.compose(Bench.brief(matter, as: kind, country: country)).sentences
    } catch {
      throw BenchError(description: "\(country): \(error)")
    }
  }

  /// The words put into fields come out where they belong, in their document and in no other.
  @Test(arguments: Bench.countries.map(\.0), Bench.kinds)
  func wordsOfFieldsArePrintedAndNoOthers(country: String, kind: String) throws {
    for entry in try Corpus.of(country, kind).entries {
      let (matter, document) = (entry.item.matter, entry.document)
      let printed = marked(in: document.bodyText).union(marked(in: letter(document)))
      var expected: Set<String> = []
      for text in matter.texts where isPrinted(text.path, in: entry.brief) { expected.formUnion(marked(in: text.text)) }
      #expect(expected.subtracting(printed) == [], "\(entry)")
      let texts = matter.texts + (matter.organisation?.organisation.texts ?? [])
      let known = texts.reduce(into: Set<String>()) { $0.formUnion(marked(in: $1.text)) }
      #expect(printed.subtracting(known) == [], "\(entry)")
    }
  }

  /// Above all: what was written to the controller then is never made up.
  @Test(arguments: Bench.countries.map(\.0))
  func reasonsGivenThenAreOnlyThoseThatAreKnown(country: String) throws {
    let press = Press()
    func said(_ known: Objection.ReasonsKnown) throws -> Set<String> {
      var matter = Case(country, []).matter
      matter.objections[0].reasonsKnown = known
      if known == .text { matter.objections[0].reasons = "Zqreasons." }
      return try sentences(matter, country, press)
    }
    let unknown = try said(.unknown)
    let none = try said(.noneGiven).subtracting(unknown)
    let text = try said(.text).subtracting(unknown)
    #expect(!none.isEmpty && !text.isEmpty)
    for entry in try Corpus.of(country).entries {
      let made = entry.item.matter.objections.filter { $0.channel != .failedAttempt }
      let sentences = entry.sentences
      if !made.contains(where: { $0.reasonsKnown == .noneGiven }) {
        #expect(sentences.isDisjoint(with: none), "\(entry)")
      }
      if !made.contains(where: { $0.reasonsKnown == .text }) { #expect(sentences.isDisjoint(with: text), "\(entry)") }
      for objection in entry.item.matter.objections where objection.reasonsKnown != .text {
        #expect(objection.reasons == nil)
      }
    }
  }

  private func letter(_ document: Document) -> String {
    let letterhead = document.letterhead
    return ((letterhead?.sender ?? []) + [letterhead?.placeAndDate ?? ""]).joined(separator: "\n")
  }

  private func marked(in text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }.filter { $0.hasPrefix("zq") })
  }

  private func isPrinted(_ path: String, in brief: Brief) -> Bool {
    let (parts, matter) = (path.split(separator: ".").map(String.init), brief.matter)
    // A letter's reference stands in the foot of its pages.
    guard brief.kind.reads(path), brief.kind.id == DocumentKind.complaint || parts[0] != "reference" else {
      return false
    }
    switch parts[0] {
    case "objection":
      guard parts[2] == "reasons", let number = Int(parts[1]) else { return false }
      let objection = matter.objections[number - 1]
      return objection.reasonsKnown == .text && objection.channel != .failedAttempt
    case "evidence": return parts[2] == "caption"
    case "prior": return parts[1] != "court_reference" || matter.prior.court == .yes
    // Who represents the person writes and signs.
    case "person" where matter.representing != nil: return !["email", "phone"].contains(parts[1])
    case "signature" where matter.representing != nil: return false
    case "campaign", "authority": return false
    default: return true
    }
  }
}
