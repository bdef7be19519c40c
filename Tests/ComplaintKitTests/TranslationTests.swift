import ComplaintKit
import Evidence
import Foundation
import LocalWorld
import Matter
import Messages
import Records
import Rows
import TestSupport
import Testing

@testable import Casebook
@testable import Checking

/// What the tool shows a person says the same in every language.
@Suite struct TranslationTests {
  static let languages = Repository.languages.filter { $0 != "en" }
  static let casebook = Bench.casebook

  static func file(_ language: String) throws -> TranslationFile {
    try #require(try casebook.translationFile(of: .findings, into: language))
  }

  /// Every message of reading, checking and exhibits, as the source and the kinds of documents have it.
  static func messages() throws -> [Message] {
    func both(_ code: String, _ message: String?, _ hint: String?) -> [Message] {
      [(code, message), (Message.adviceCode(of: code), hint)].compactMap { code, text in
        text.map { Message(code: code, pattern: $0) }
      }
    }
    // What is wrong with the form of a file, `matter.format`, has a message of its own for each fault.
    let checking = FindingCode.allCases.filter { $0 != .matterFormat }.flatMap { code in
      both(code.rawValue, Wording.of(code).message, Wording.of(code).hint)
    }
    let kinds = try casebook.kinds().flatMap { kind in
      kind.rewordings.flatMap { both(kind.codeOfWording(of: $0.code), $0.message, $0.hint) }
    }
    let evidence = EvidenceMessages.findings.flatMap { [$0.wording] + ($0.advice.map { [$0] } ?? []) }
    let folders = FolderMessages.findings.flatMap { [$0.wording] + ($0.advice.map { [$0] } ?? []) }
    let rows = RowMessages.findings.flatMap { [$0.wording] + ($0.advice.map { [$0] } ?? []) } + RowMessages.parts
    return checking + kinds + evidence + folders + rows
      + EvidenceMessages.parts + RecordMessage.allCases.map { Message($0) }
      + CasebookMessage.allCases.map { Message($0) } + CheckingMessage.allCases.map { Message($0) }
      + MailSign.allCases.map { Message($0) }
  }

  static func parameters(_ text: String) -> Set<String> { Set(text.matches(of: /\{[0-9]+\}/).map { String($0.0) }) }

  @Test(arguments: languages)
  func everyMessageHasItsWordsWithTheSameParameters(language: String) throws {
    let patterns = try Self.file(language).patterns
    let messages = try Self.messages()
    #expect(Set(messages.map(\.code)).count == messages.count)
    for message in messages {
      guard let pattern = patterns[message.code] else {
        Issue.record("\(message.code) has no words in \(language)")
        continue
      }
      #expect(Self.parameters(pattern) == Self.parameters(message.pattern), "\(message.code)")
      let isNothingButParameters = message.pattern.wholeMatch(of: /(\{[0-9]\})+/) != nil
      #expect(isNothingButParameters || pattern != message.pattern, "\(message.code) is English in \(language)")
    }
    #expect(
      Set(patterns.keys).subtracting(messages.map(\.code)) == [], "words in \(language) for messages that are none")
  }

  @Test(arguments: languages)
  func everyReferenceToTheLawIsCitedInTheLanguage(language: String) throws {
    let fixed =
      FindingCode.allCases.compactMap { Wording.of($0).law }
      + (try Self.casebook.kinds().flatMap { $0.rewordings.compactMap(\.law) })
    let national = try Self.casebook.countries().flatMap { code in
      let country = try Self.casebook.country(code)
      // A suspension is named to a person only where an action before a court has it.
      return country.limits.map(\.provision) + country.suspensions.filter { $0.court != nil }.map(\.provision)
        + [country.priorContact.provision, country.signature.provision].compactMap { $0 }
    }
    // What a State's own law has instead, in the languages in which documents are written there.
    let own = try Self.casebook.countries().flatMap { code -> [String] in
      guard try Self.casebook.languages().contains("\(language)-\(code)") else { return [] }
      return (try Self.casebook.country(code).ownLaw?.references.values.filter { !$0.isEmpty }) ?? []
    }
    let wanted = (fixed + national.map(Circumstances.inWords) + own).flatMap(Translations.references)
    #expect(Set(try Self.file(language).laws.keys) == Set(wanted))
  }

  @Test(arguments: languages)
  func theWordsAreInTheLanguage(language: String) throws {
    let patterns = try Self.file(language).patterns
    for message in try Self.messages() where !message.code.hasSuffix(".hint") {
      let hint = patterns[Message.adviceCode(of: message.code)]
      let text = [patterns[message.code], hint].compactMap { $0 }.joined(separator: ". ")
      let found = LanguageIdentifier.language(of: text)
      #expect(found == language || found == nil, "\(message.code): \(text)")
      // What is long enough to be told apart must be.
      if text.split(separator: " ").count > 14 { #expect(found == language, "\(message.code): \(text)") }
    }
  }

  @Test(arguments: languages)
  func theWordsAreSetAsTheLanguageSetsThem(language: String) throws {
    let file = try Self.file(language)
    for (code, text) in file.patterns.merging(file.laws, uniquingKeysWith: { first, _ in first }) {
      #expect(!text.hasSuffix(".") && !text.contains("  "), "\(code)")
      #expect(!text.contains("'") && !text.contains("\""), "\(code) has typewriter's quotation marks")
      switch language {
      case "de": #expect(text.count { $0 == "„" } == text.count { $0 == "“" }, "\(code)")
      case "fr": #expect(text.firstMatch(of: #/ [:;!?»]|[^\x{202F}][;!?»]|« /#) == nil, "\(code): \(text)")
      default: #expect(text.firstMatch(of: #/ [:;!?]/#) == nil, "\(code): \(text)")
      }
    }
  }

  @Test(arguments: languages)
  func aFindingIsWordedWithAllThatIsInIt(language: String) throws {
    let translations = try #require(try Self.casebook.translations(of: .findings, into: language))
    let date = try #require(CivilDate("2025-05-20"))
    let inner = Message(RecordMessage.mustBe, .words(CheckingMessage.time))
    let finding = Finding(
      code: "x", severity: .error, field: "response.date", law: "Art. 12(3) GDPR; Art. 1 Unknown Act",
      wording: Message(code: "limit.near", pattern: "", parameters: [.date(date)]), advice: inner, line: 3)
    let worded = translations.worded(finding)
    #expect(worded.message.contains(try Self.casebook.language(language).dates.text(date)))
    #expect(worded.hint?.contains("14:30") == true && worded.hint != inner.description)
    #expect(worded.law?.hasPrefix("Art. 12(3) GDPR;") == false)
    #expect(worded.law?.hasSuffix(" Art. 1 Unknown Act") == true)
    #expect(worded.code == "x" && worded.field == "response.date" && worded.line == 3)
  }

  @Test func englishAndUnknownLanguagesNeedNoFile() throws {
    for tag in ["en", "tr", "../de", ""] {
      #expect(try Self.casebook.translations(of: .findings, into: tag) == nil)
    }
  }

  /// The terms among the parameters of messages, the longest first.
  private static func terms(of messages: [Message]) -> [String] {
    func terms(_ parameter: Message.Parameter) -> [String] {
      switch parameter {
      case .term(let term): [term]
      case .list(let list): list.flatMap(terms)
      case .message(let message): Self.terms(of: [message])
      default: []
      }
    }
    return messages.flatMap(\.parameters).flatMap(terms).filter { $0.count > 1 }.sorted { $0.count > $1.count }
  }

  /// Whatever is spoilt in a matter, no English is left in what is said of it.
  @Test(arguments: languages)
  func noFindingOfASpoiltMatterStaysEnglish(language: String) throws {
    let translations = try #require(try Self.casebook.translations(of: .findings, into: language))
    let text = try String(
      contentsOf: Repository.root.appending(path: "templates/meta-ai/example/matter.DE.yaml"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let date = try #require(CivilDate("2026-11-23"))
    var codes: Set<String> = []
    for index in lines.indices {
      guard let colon = lines[index].firstRange(of: ":"), !lines[index].hasPrefix("#") else { continue }
      for value in [": [a, [b]]", ": { q: 1 }", ": &x 1", ": 2999-01-01", ":", "x: nonsense", ": \"a\u{7}b"] {
        var spoilt = lines
        spoilt[index] = lines[index][..<colon.lowerBound] + value
        let reading = MatterReader.read(spoilt.joined(separator: "\n"), name: "matter.yaml")
        // Checking opens the casebook each time; what is missing or contradicts itself is found with one of the values.
        let findings =
          value == ":" ? try Review(reading, on: date, casebook: Self.casebook).findings : reading.findings
        for finding in findings {
          let worded = translations.worded(finding)
          codes.insert(finding.wording.code)
          #expect(!finding.wording.code.isEmpty && finding.advice?.code.isEmpty != true, "\(finding)")
          // Names of fields and words of the matter are English in every language.
          for text in [worded.message, worded.hint ?? ""] {
            let own = Self.terms(of: [finding.wording] + [finding.advice].compactMap { $0 })
              .reduce(text) { $0.replacing($1, with: "") }
            #expect(LanguageIdentifier.language(of: own) != "en", "\(finding.code): \(text)")
          }
        }
      }
    }
    #expect(codes.count > 20)
  }
}
