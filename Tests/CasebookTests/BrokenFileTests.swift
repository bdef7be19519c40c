import Casebook
import Foundation
import TestSupport
import Testing

@Suite struct BrokenFileTests {
  /// The text of a file of the repository with one passage changed.
  private func changed(_ path: String, _ passage: String, _ replacement: String) throws -> [String: String] {
    let text = try String(contentsOf: Data.root.appending(path: path), encoding: .utf8)
    try #require(text.contains(passage))
    return [path: text.replacing(passage, with: replacement, maxReplacements: 1)]
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func anAuthoritysFileNamesFileLineAndKey() throws {
    let path = "locales/countries/DE/authorities/de-sn.yaml"
    var files = try changed(path, "kind: land", "kind: lnad")
    #expect(
      message { _ = try Data.casebook(files).authority("de-sn") } == """
        error: \(path):4:7: kind: must be one of: national, land, public_sector
        hint: did you mean land?
        """)
    files = try changed(path, "  source: notices\n", "  source: notcies\n")
    #expect(
      message { _ = try Data.casebook(files).authority("de-sn") } == """
        error: \(path):24:11: visiting_address.source: is not one of this file's sources
        hint: did you mean notices?
        """)
    files = try changed(path, "    preferred: yes", "    prefered: yes")
    #expect(
      message { _ = try Data.casebook(files).authority("de-sn") } == """
        error: \(path):34:5: channels.1.prefered: is not a known key
        hint: did you mean preferred?
        """)
  }

  @Test func aCountrysFileNamesFileLineAndKey() throws {
    let path = "locales/countries/AT.yaml"
    var files = try changed(path, "day: easter+1,", "day: estaer+1,")
    #expect(
      message { _ = try Data.casebook(files).country("AT") } == """
        error: \(path):84:14: holidays.national.3.day: must be a rule like 12-25, easter+1 or first monday 06
        """)
    files = try changed(path, "months: 12", "months: twelve")
    #expect(
      message { _ = try Data.casebook(files).country("AT") } == """
        error: \(path):29:13: limits.1.months: must be a whole number
        """)
  }

  @Test func aLanguagesFileNamesFileLineAndKey() throws {
    let path = "locales/languages/de.yaml"
    var files = try changed(path, "between: zwischen dem {from} und dem {to}", "between: zwischen {form} und {to}")
    #expect(
      message { _ = try Data.casebook(files).language("de") } == """
        error: \(path):72:12: dates.between: needs {from}
        error: \(path):72:12: dates.between: does not know {form}
        hint: known here: {from}, {to}
        """)
    files = try changed(path, "  respondent: Beschwerdegegnerin\n", "")
    #expect(
      message { _ = try Data.casebook(files).language("de") } == """
        error: \(path):9:3: terms.respondent: is missing
        """)
  }

  @Test func aRegistersFileNamesFileLineAndKey() throws {
    var files = try changed("locales/provisions/gdpr.yaml", "\"21\": { pins: 1-6 }", "\"21\": { pins: 6-1 }")
    #expect(
      message { _ = try Data.casebook(files).act("gdpr") } == """
        error: locales/provisions/gdpr.yaml:25:17: provisions.21.pins: must be paragraphs and points like 1-3 4(a-c)
        """)
    files = try changed("locales/judgments/C-394-23.yaml", "date: 2025-01-09", "date: 9 January 2025")
    #expect(
      message { _ = try Data.casebook(files).judgment("C-394-23") } == """
        error: locales/judgments/C-394-23.yaml:6:7: date: must be a date like 2025-05-20
        """)
  }

  @Test func aCampaignsFileNamesFileLineAndKey() throws {
    let path = "templates/meta-ai/campaign.yaml"
    let files = try changed(path, "kind: refused, ground: b", "kind: refused, ground: z")
    #expect(
      message { _ = try Data.casebook(files).campaign("meta-ai") }.hasSuffix(
        "outcomes: leads to a ground that is not listed"))
  }

  @Test func aFileUnderAnothersNameIsRefused() throws {
    let text = try String(
      contentsOf: Data.root.appending(path: "locales/countries/IE.yaml"), encoding: .utf8)
    #expect(
      message { _ = try Data.casebook(["locales/countries/FR.yaml": text]).country("FR") } == """
        error: locales/countries/FR.yaml: the identifier in the file is not the file's name
        """)
  }

  @Test(
    arguments: [
      ("Grmany", "did you mean DE?"), ("XX", "known: \(Repository.countries.joined(separator: ", "))"),
      ("../secret", "known: \(Repository.countries.joined(separator: ", "))"),
    ])
  func anUnknownCountrySaysWhatThereIs(typed: String, hint: String) {
    #expect(message { _ = try Data.casebook.country(typed) } == "error: there is no such country\nhint: \(hint)")
  }

  @Test func aCountryIsFoundByItsName() throws {
    #expect(try Data.casebook.country("Österreich").code == "AT")
    #expect(try Data.casebook.country("allemagne").code == "DE")
    #expect(try Data.casebook.country("de").code == "DE")
    #expect(try Data.casebook.country("UK").code == "GB")
  }

  @Test func unknownIdentifiersSayWhatWasMeant() {
    #expect(
      message { _ = try Data.casebook.authority("de-nsw") }
        == "error: there is no such authority\nhint: did you mean de-nw?"
    )
    #expect(
      message { _ = try Data.casebook.campaign("meta-ia") }
        == "error: there is no such campaign\nhint: did you mean meta-ai?"
    )
    #expect(
      message { _ = try Data.casebook.language("../de") }
        == "error: there is no such language\nhint: known: bg, cs, da, de, de-AT, de-CH, el, en, en-CH, en-GB, es, et, fi, fr, fr-BE, fr-CH, ga, hr, hu, is, it, it-CH, lt, lv, mt, nb, nl, nl-BE, nn, pl, pt, ro, sk, sl, sv, sv-FI"
    )
  }
}
