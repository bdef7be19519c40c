import Foundation
import TestSupport
import Testing

@Suite struct BadMatterTests {
  @Test func `the marked matter itself is in order`() throws {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try desk.write("matter.yaml", try Marked.matter())
      let outcome = try desk.draft()
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!(outcome.text + outcome.errors).contains(Marked.word))
      #expect(try desk.words().contains(Marked.word))
    }
  }

  @Test func `a matter that is no matter`() throws {
    Golden.check(
      try BadCase.refusals([
        .change("a quote that does not close", "given_name: Qxjza", "given_name: \"Qxjza"),
        .change("a tab", "  given_name: Qxjza", "\tgiven_name: Qxjza"),
        .change("a key twice", "  city: Qxjzstadt", "  city: Qxjzstadt\n  city: Qxjzdorf"),
        .change("an alias", "given_name: Qxjza", "given_name: *Qxjza"),
        BadCase("a list") { try $0.write("matter.yaml", "- Qxjz\n- Qxjz\n") },
        BadCase("a word") { try $0.write("matter.yaml", "Qxjz\n") },
        BadCase("empty") { try $0.write("matter.yaml", "") },
        BadCase("notes only") { try $0.write("matter.yaml", "# Qxjz\n") },
        BadCase("binary") { try Data((0...2_559).map { UInt8($0 % 256) }).write(to: $0.path("matter.yaml")) },
        BadCase("a null character") { try $0.write("matter.yaml", "person:\0Qxjz\n") },
        BadCase("ten megabytes") { try $0.write("matter.yaml", "# " + String(repeating: "Qxjz", count: 2_500_000)) },
        BadCase("a folder") {
          try FileManager.default.removeItem(at: $0.path("matter.yaml"))
          try FileManager.default.createDirectory(at: $0.path("matter.yaml"), withIntermediateDirectories: false)
        },
        BadCase("not there") { try FileManager.default.removeItem(at: $0.path("matter.yaml")) },
      ]), "no-matter")
  }

  @Test func `fields that are not what they must be`() throws {
    Golden.check(
      try BadCase.refusals([
        .change("a list for a name", "given_name: Qxjza", "given_name: [Qxjza, Qxjzb]"),
        .change("words for a list of numbers", "accounts: [1, 2]             # the", "accounts: Qxjz # the"),
        .change("a word for a list of groups", "\ngrounds: ", "\nreminder: Qxjz\n\ngrounds: "),
        .change("a word for yes or no", "mail_unencrypted: yes", "mail_unencrypted: Qxjz"),
        .change("an unknown word", "channel: form_2025", "channel: form_2052"),
        .change("an unknown word that is like none", "channel: form_2025", "channel: Qxjz"),
        .change("a key misspelt", "given_name: Qxjza", "givn_name: Qxjza"),
        .change("an unknown key", "given_name: Qxjza", "given_name: Qxjza\n  shoe_size: 42"),
        .change("a sentence for a key", "given_name: Qxjza", "given_name: Qxjza\n  Qxjz ist krank: ja"),
        .change("an unknown campaign", "campaign: meta-ai", "campaign: meta-aj"),
        .change("an unknown country", "country: DE", "country: IS"),
        .change("no country", "country: DE", "country: Qxjz"),
      ]), "fields")
  }

  @Test func `dates that cannot be`() throws {
    Golden.check(
      try BadCase.refusals([
        .change("30 February", "date: 2025-05-20\n    date_basis", "date: 2025-02-30\n    date_basis"),
        .change(
          "a range backwards", "date: 2026-08-03\n    date_basis", "date: 2026-08-03..2026-08-01\n    date_basis"),
        .change("the answer before the objection", "date: 2025-05-21\n  text", "date: 2025-05-01\n  text"),
        .change("an objection to come", "date: 2026-08-03\n    date_basis", "date: 2027-08-03\n    date_basis"),
        .change("an answer to come", "date: 2025-05-21\n  text", "date: 2027-05-21\n  text"),
        .change("looked for an answer to come", "checked_until: 2026-11-20", "checked_until: 2026-12-20"),
      ]), "dates")
  }

  @Test func `a place nobody can be sent to`() throws {
    Golden.check(
      try BadCase.refusals([
        .change("four digits", "\"04109\"", "4109"),
        .change("letters", "\"04109\"", "Qxjz"),
        .change("no such postcode", "\"04109\"", "\"00000\""),
        .change("two Länder", "\"04109\"", "\"07919\""),
        BadCase("another country without a reason", ["--country", "FR"]) { _ in },
        .change("an authority of another country", "# authority: de-sn ", "authority: fr-cnil "),
        .change("an authority for public bodies", "# authority: de-sn ", "authority: de-by-baylfd "),
        .change("an authority misspelt", "# authority: de-sn ", "authority: de-sm "),
      ]), "places")
  }

  @Test func `with a reason one may file elsewhere than at home`() throws {
    try Desk.with { desk in
      try desk.change("# basis: residence ", "basis: work ")
      #expect(try desk.draft("--country", "AT").status == 0)
      #expect(try desk.names() == ["complaint-AT.pdf", "matter.record.yaml", "matter.yaml"])
    }
  }

  @Test func `characters no name has`() throws {
    Golden.check(
      try BadCase.refusals([
        .change("a bell", "given_name: Qxjza", #"given_name: "Qx\u0007jza""#),
        .change("a line break in a name", "given_name: Qxjza", #"given_name: "Qx\njza""#),
        .change("three hundred letters", "given_name: Qxjza", "given_name: \(String(repeating: "Q", count: 300))"),
        .change("U+E000", "given_name: Qxjza", "given_name: \"Qx\u{E000}jza\""),
        .change(
          "U+F8FF in free text", "signature:\n",
          "hardship:\n  - { step: login, description: \"Qxjz\u{F8FF}\" }\n\nsignature:\n"),
        .change("an emoji no font has", "given_name: Qxjza", "given_name: \"Qx\u{1FAE8}jza\""),
      ]).withoutPackages, "characters")
  }
}

extension String {
  /// Without the advice that depends on which fonts a machine has.
  var withoutPackages: String {
    replacing(/hint: replace it, or describe it in words.*/, with: "hint: replace it, or describe it in words")
  }
}
