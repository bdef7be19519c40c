import ComplaintKit
import Foundation
import LocalWorld
import Messages
import TestSupport
import Testing

@testable import Casebook
@testable import complain

/// What a person reads is in the person's language; what programs and experts read is English.
@Suite struct LanguageTests {
  static let languages = Repository.languages.filter { $0 != "en" }

  /// A matter with errors of reading and checking, warnings and notes, and evidence with both.
  private func spoil(_ desk: Desk) throws {
    try desk.change("\"04109\"", "4109")
    try desk.change("    channel: form_2025", "    channel: form_2026")
    try desk.change("  collective_action: no ", "  collective_action: unknown ")
    try desk.change("    also_requested: [erasure, restriction, access]", "    also_requested: [erasure]")
  }

  private func environment(_ language: String) -> [String: String] { ["LANG": "\(language)_XX.UTF-8"] }

  @Test(arguments: languages)
  func `findings are in the person's language, codes and fields as ever`(language: String) throws {
    try Desk.with { desk in
      try spoil(desk)
      let outcome = try desk.draft(environment: environment(language))
      #expect(outcome.status == 65)
      #expect(outcome.text.isEmpty)
      Golden.check(outcome.errors, "draft-\(language)")
      let english = try desk.draft(environment: ["LANG": "C"])
      func codes(_ text: String) -> [Substring] { text.matches(of: /\[[a-z]+\.[A-Za-z0-9.]+\]\n/).map(\.0) }
      #expect(codes(outcome.errors) == codes(english.errors))
      #expect(codes(english.errors).count > 3)
    }
  }

  @Test(arguments: languages)
  func `whoever gives nothing is told in their language what is needed`(language: String) throws {
    try withTemporaryFolder { folder in
      let outcome = try Tool.run(
        ["draft", "--country", "DE", "--date", today], environment: environment(language), directory: folder)
      #expect(outcome.status == 65)
      Golden.check(outcome.errors, "nothing-given-\(language)")
    }
  }

  @Test(arguments: languages)
  func `after a draft five lines are in the person's language, the PDF in the authority's`(
    language: String
  ) throws {
    try Desk.with("FR") { desk in
      let outcome = try desk.draft("--country", "FR", environment: environment(language))
      #expect(outcome.status == 0, "\(outcome.errors)")
      let file = desk.path("complaint-FR.pdf")
      let pages = try PDFFile(contentsOf: file).pages().count
      let lines = outcome.text.replacing(file.path, with: "FILE").replacing("\(pages)", with: "PAGES")
      Golden.check(lines, "drafted-\(language)")
      let bytes = try desk.bytes("complaint-FR.pdf")
      #expect(try desk.draft("--country", "FR", "-o", "other.pdf", environment: ["LANG": "C"]).status == 0)
      #expect(try desk.bytes("other.pdf") == bytes)
    }
  }

  @Test func `the flag comes before the environment, and the environment in the order of POSIX`() throws {
    try Desk.with { desk in
      func lastLine(_ arguments: [String], _ environment: [String: String]) throws -> String {
        let outcome = try desk.run(["check", "--date", today] + arguments + ["matter.yaml"], environment: environment)
        #expect(outcome.status == 0)
        return String(outcome.text.split(separator: "\n").last ?? "")
      }
      let (german, french) = ("Keine Fehler; die Beschwerde kann geschrieben werden", "Aucune erreur")
      let english = "no errors; the complaint can be drafted"
      try #expect(lastLine([], ["LANG": "de_AT.UTF-8"]) == german)
      try #expect(lastLine([], ["LANG": "de"]) == german)
      try #expect(lastLine([], ["LANG": "fr_BE@euro"]).hasPrefix(french))
      try #expect(lastLine([], ["LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"]).hasPrefix(french))
      try #expect(lastLine([], ["LANG": "fr_FR", "LC_MESSAGES": "fr_FR", "LC_ALL": "de_DE"]) == german)
      try #expect(lastLine([], ["LANG": "de_DE", "LC_ALL": ""]) == german)
      for other in ["C", "POSIX", "C.UTF-8", "en_IE.UTF-8", "tr_TR.UTF-8", "dev_XX", ""] {
        try #expect(lastLine([], ["LANG": other]) == english, "\(other)")
      }
      try #expect(lastLine([], ["LANG": "de_DE", "LC_ALL": "C"]) == english)
      try #expect(lastLine(["--interface-language", "fr"], ["LANG": "de_DE"]).hasPrefix(french))
      try #expect(lastLine(["--interface-language", "en"], ["LANG": "de_DE"]) == english)
    }
  }

  @Test func `what programs read is the same in every language`() throws {
    try Desk.with { desk in
      try spoil(desk)
      let arguments = ["check", "--date", today, "--format", "json", "matter.yaml"]
      let english = try desk.run(arguments)
      #expect(english.output.count > 500)
      for language in Self.languages {
        #expect(try desk.run(arguments, environment: environment(language)).output == english.output)
      }
    }
  }

  @Test func `help and mistakes on the command line stay English`() throws {
    for language in Self.languages {
      for arguments in [["--help"], ["draft", "--help"], ["draft", "--colour"], ["draft", "--country", "DEE"]] {
        let outcome = try Tool.run(arguments, environment: environment(language))
        let english = try Tool.run(arguments)
        #expect(
          outcome.errors == english.errors && outcome.output == english.output && outcome.status == english.status)
      }
    }
  }

  @Test func `a file that is there, a matter that is not, and data that is broken`() throws {
    try Desk.with { desk in
      let german = ["LANG": "de_DE.UTF-8"]
      try desk.write("complaint-DE.pdf", "precious")
      let there = try desk.draft(environment: german)
      #expect(there.status == 64)
      #expect(
        there.errors.hasSuffix(
          """
          Fehler: Eine Datei mit diesem Namen ist schon da
          Tipp: Geben Sie mit --output einen anderen Namen an, oder sagen Sie --on-collision overwrite (überschreiben) \
          oder suffix (Nummer anhängen)

          """))
      let missing = try desk.run(["draft", "nothing.yaml"], environment: german)
      #expect(missing.status == 65)
      #expect(
        missing.errors.hasPrefix("Fehler: Diese Datei gibt es nicht\nTipp: Nennen Sie die Datei mit Ihrem Fall; "))
      // Data without the language's words: English, as with every language there is none of.
      let data = desk.path("data")
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      for name in ["templates", "locales"] {
        try FileManager.default.copyItem(
          at: Repository.root.appendingPathComponent(name), to: data.appendingPathComponent(name))
      }
      let lines = data.appendingPathComponent("locales/interface/de.yaml")
      try FileManager.default.removeItem(at: lines)
      let without = try desk.run(["check", "--date", today, "--data", "data", "matter.yaml"], environment: german)
      #expect(without.text.hasSuffix("no errors; the complaint can be drafted\n"))
      try Foundation.Data("language: de\nlines: [".utf8).write(to: lines)
      let broken = try desk.run(["check", "--date", today, "--data", "data", "matter.yaml"], environment: german)
      #expect(broken.status == 1)
      #expect(broken.errors.hasPrefix("error: locales/interface/de.yaml:"))
    }
  }

  @Test func `every language with words can be chosen, and has both kinds of them`() throws {
    let chosen = InterfaceLanguage.allCases.filter { $0 != .english }.map { $0.rawValue + ".yaml" }.sorted()
    for folder in ["locales/findings", "locales/interface"] {
      let there = try FileManager.default.contentsOfDirectory(
        atPath: Repository.root.appendingPathComponent(folder).path)
      #expect(there.sorted() == chosen)
    }
    #expect(chosen == Self.languages.map { $0 + ".yaml" })
  }

  @Test(arguments: languages)
  func `every line has its words with the same parameters`(language: String) throws {
    let folder = try #require(DataFolder(path: Repository.root.path))
    let casebook = Casebook(world: LocalWorld(folder: folder, evidenceFolder: "."))
    let file = try #require(try casebook.translationFile(of: .interface, into: language))
    let lines =
      Line.allCases.map { (code: $0.rawValue, english: $0.english) }
      + FilingLine.allCases.map { (code: $0.rawValue, english: $0.english) }
      + BatchLine.allCases.map { (code: $0.rawValue, english: $0.english) }
      + VerifyLine.allCases.map { (code: $0.rawValue, english: $0.english) }
    #expect(file.patterns.keys.sorted() == lines.map(\.code).sorted())
    for line in lines {
      let words = try #require(file.patterns[line.code], "\(line)")
      func parameters(_ text: String) -> Set<Substring> { Set(text.matches(of: /\{[0-9]\}/).map(\.0)) }
      #expect(parameters(words) == parameters(line.english), "\(line)")
      #expect([language, nil].contains(LanguageIdentifier.language(of: words)), "\(words)")
    }
  }
}
