import Casebook
import Checking
import Document
import Foundation
import Matter
import TestSupport
import Testing

@testable import ComplaintKit

/// The form by which a person mandates an organisation.
@Suite struct MandateFormTests {
  /// The sample of a country with the organisation that is to be mandated.
  static func mandating(in country: String) -> Matter {
    var matter = MatterFactory.sample(country)
    Variants.named("represented by an organisation").apply(&matter)
    return matter
  }

  @Test(arguments: Bench.countryCodes, Bench.forms)
  func aFormIsOnePageInEveryLanguage(country: String, kind: String) throws {
    let press = Press()
    for language in try Bench.written(in: country) {
      let matter = Self.mandating(in: country)
      let draft = try press.draft(Bench.brief(matter, as: kind, country: country, language: language))
      #expect(draft.pages == 1, "\(country) in \(language) has \(draft.pages) pages")
      #expect(draft.document.letterhead == nil && draft.document.annexes.isEmpty)
      for passage in draft.document.passages() {
        #expect(Typography.faults(passage.own, language: language) == [], "\(country) in \(language): \(passage.place)")
      }
    }
  }

  /// What the checks of a mandate ask for must stand in it; the day is left to who signs.
  @Test(arguments: Bench.countries)
  func itNamesPersonOrganisationControllerObjectionAndAuthority(country: String, language: String) throws {
    let matter = Self.mandating(in: country)
    let brief = try Bench.brief(matter, as: DocumentKind.mandate, country: country)
    let file = try PDFFile(try Press().draft(brief).bytes)
    let words = TaggedPDFReader(file).transcript().replacing("\u{A0}", with: " ").replacing("\u{AD}", with: "")
    let authority = try #require(brief.authority).names.nearest(to: brief.language.tag)
    let controller = country == "GB" ? "Meta Platforms, Inc." : "Meta Platforms Ireland Limited"
    for part in [
      brief.language.name(of: matter.person), "Zqorganisation", "Zqform", controller, authority,
      "________", brief.language.dates.text(brief.objections[0].date.earliest).replacing("\u{A0}", with: " "),
    ] { #expect(words.contains(part), "\(part) is not in \(words)") }
    #expect(!words.contains("Zqtown, __"), "the person signs, in the person's own town")
  }

  /// Where the Regulation does not apply, no form cites it.
  @Test(arguments: ["CH", "GB"], Bench.forms)
  func aFormRestsOnTheLawOfTheState(country: String, kind: String) throws {
    let press = Press()
    for language in try Bench.written(in: country) {
      let brief = try Bench.brief(Self.mandating(in: country), as: kind, country: country, language: language)
      let citations = try press.drafter(for: brief).compose(brief, exhibits: press.exhibits(brief)).citations
      #expect(citations.allSatisfy { $0.hasPrefix("law:\(country)/") }, "\(language): \(citations.sorted())")
      #expect(citations.isEmpty == (kind == DocumentKind.signaturePage), "\(language)")
    }
  }

  @Test(.needsValidators) func itConforms() throws {
    try withTemporaryFolder { folder in
      let files = try ["IE", "GR", "BG", "CH", "GB"].map { country in
        let file = folder.appendingPathComponent("\(country).pdf")
        let brief = try Bench.brief(Self.mandating(in: country), as: DocumentKind.mandate, country: country)
        try Data(try Press().draft(brief).bytes).write(to: file)
        return file
      }
      #expect(try Validators.violations(of: files) == [])
    }
  }
}
