import Checking
import ComplaintKit
import Foundation
import Matter
import TestSupport
import Testing

@testable import Casebook
@testable import FilingKit

@Suite struct PortalTests {
  private static func text(_ made: Bench.Made, language: String) throws -> FormText {
    FormText(
      summary: CaseSummary(made.draft.document), wording: try KitWording(tag: language, world: made.world),
      reference: made.brief.matter.reference)
  }

  @Test func textsFitEveryLimitAndNeverEndInTheMiddle() throws {
    try withEvery("country", in: Bench.countries) { country in
      let made = try Bench.make(try Bench.sample(country))
      let text = try Self.text(made, language: made.brief.language.tag)
      let full = try #require(text.text(within: 100_000)).components(separatedBy: "\n")
      // Six rows and the title at least, all requests, the ending.
      #expect(full.count > 10)
      for limit in Array(stride(from: 30, through: 4_000, by: 7)) + [1_000, 4_000] {
        guard let fitted = text.text(within: limit) else {
          #expect(limit < 80, "nothing fits \(limit)")
          continue
        }
        #expect(FormText.length([fitted]) <= limit)
        let lines = fitted.components(separatedBy: "\n")
        #expect(lines.last?.contains(made.brief.matter.reference) == true)
        if lines.count > 1 { for line in lines { #expect(full.contains(line), "\(country) \(limit): \(line)") } }
      }
      let short = try #require(text.text(within: 1_000)).components(separatedBy: "\n")
      let long = try #require(text.text(within: 4_000)).components(separatedBy: "\n")
      #expect(short.count >= 5, "\(short)")
      #expect(long.count > short.count)
      #expect(long == full || long.count >= 8)
    }
  }

  @Test func reasonsAndSpecialCategoriesStayInThePDF() throws {
    let made = try Bench.make(try Bench.sample("DE"))
    let kit = try made.kit("de")
    let grounds = made.brief.matter.grounds.text.split(separator: " ").map(String.init)
    let phrases = zip(grounds, zip(grounds.dropFirst(), grounds.dropFirst(2))).map { "\($0) \($1.0) \($1.1)" }
    for name in ["portal.html", "email.txt", "START-HERE.html"] {
      let words = try kit.words(name)
      for phrase in phrases { #expect(!words.contains(phrase), "\(name): \(phrase)") }
      for word in ["Gesundheit", "Krankheit", "Pflege", "Religion", "Art. 9", "besondere Kategorien"] {
        #expect(!words.contains(word), "\(name): \(word)")
      }
    }
  }

  /// A form of which the fields are known, as the data may have one.
  private static func known(_ authority: inout Authority, verified: CivilDate?) {
    guard let index = authority.channels.firstIndex(where: { $0.kind == .form }) else { return }
    authority.channels[index].fields = [
      PortalField(label: "Nachname *", value: "person.family_name", maximumCharacters: 60, verifiedOn: verified),
      PortalField(label: "Telefon", value: "person.phone", maximumCharacters: nil, verifiedOn: verified),
      PortalField(label: "Ihr Anliegen *", value: "description", maximumCharacters: 700, verifiedOn: verified),
      PortalField(label: "Kundennummer", value: "customer.number", maximumCharacters: nil, verifiedOn: verified),
    ]
  }

  @Test func theFormsOwnFieldsComeInItsOrderWithItsLabels() throws {
    let made = try Bench.make(try Bench.sample("DE")) { Self.known(&$0, verified: CivilDate("2026-10-01")) }
    let kit = try made.kit("en")
    let page = try kit.text("portal.html")
    #expect(HTMLChecker.violations(of: page, beside: Set(kit.keys)) == [])
    let labels = page.matches(of: /<(?:label|p) [^>]*lang="de">(?:<strong>)?([^<]*)/).map { String($0.1) }
    #expect(labels == ["Nachname *", "Telefon", "Ihr Anliegen *", "Kundennummer"])
    let words = try kit.words("portal.html")
    #expect(words.contains("Last seen on 1\u{A0}October 2026."))
    #expect(words.contains("You have said nothing about this."))
    #expect(words.contains("The program does not know what belongs here."))
    let area = try #require(page.firstMatch(of: /Ihr Anliegen \*<\/label><textarea[^>]*>\n([^<]*)/))
    #expect(FormText.length([String(area.1)]) <= 700)
    #expect(area.1.hasSuffix("Einzelheiten in der beigefügten PDF-Datei, Zeichen EB-2026-01."))
    let unseen = try Bench.make(try Bench.sample("DE")) { Self.known(&$0, verified: nil) }
    #expect(try unseen.kit("en").words("portal.html").contains("We have not checked whether the form"))
  }

  @Test func whoActsForThePersonIsNamedEvenWhereTheFormHasNoFieldForIt() throws {
    let matter = try Bench.sample("DE").replacing(
      /\nage: adult.*/, with: "\nage: minor\nrepresentative: { name: Eva Beispiel, capacity: Mutter }")
    let made = try Bench.make(matter) { Self.known(&$0, verified: nil) }
    #expect(try made.kit("en").text("portal.html").contains(/Legal representative.*Eva Beispiel/.dotMatchesNewlines()))
    let plain = try Bench.make(try Bench.sample("DE")) { Self.known(&$0, verified: nil) }
    #expect(try !plain.kit("en").words("portal.html").contains("Legal representative"))
  }

  @Test func aValueThatDoesNotFitIsLeftOpen() throws {
    let made = try Bench.make(try Bench.sample("DE")) { authority in
      Self.known(&authority, verified: nil)
      guard let index = authority.channels.firstIndex(where: { $0.kind == .form }) else { return }
      authority.channels[index].fields[0].maximumCharacters = 3
      authority.channels[index].fields[2].maximumCharacters = 10
    }
    let words = try made.kit("en").words("portal.html")
    #expect(!words.contains("Beispiel"))
    #expect(words.contains("The field takes 10 characters"))
  }

  @Test func everyWordOfTheDataIsKnown() throws {
    let casebook = try Bench.casebook()
    for id in try casebook.authorities() {
      for field in try casebook.authority(id).channels.flatMap(\.fields) {
        #expect(PortalValue(rawValue: field.value) != nil, "\(id): \(field.value)")
      }
    }
  }
}
