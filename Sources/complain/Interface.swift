import ArgumentParser
import Casebook
import ComplaintKit
import Matter
import Messages

/// A language in which the command line speaks to a person.
enum InterfaceLanguage: String, CaseIterable, ExpressibleByArgument {
  case bulgarian = "bg"
  case czech = "cs"
  case danish = "da"
  case german = "de"
  case greek = "el"
  case english = "en"
  case spanish = "es"
  case estonian = "et"
  case finnish = "fi"
  case french = "fr"
  case irish = "ga"
  case croatian = "hr"
  case hungarian = "hu"
  case icelandic = "is"
  case italian = "it"
  case lithuanian = "lt"
  case latvian = "lv"
  case maltese = "mt"
  case norwegian = "nb"
  case dutch = "nl"
  case nynorsk = "nn"
  case polish = "pl"
  case portuguese = "pt"
  case romanian = "ro"
  case slovak = "sk"
  case slovenian = "sl"
  case swedish = "sv"

  /// The language of an environment, as POSIX orders its variables (Base Definitions, 8.2); English for every other.
  init(environment: (String) -> String?) { self = Self.said(by: environment) ?? .english }

  /// The language an environment names, if it is one of these.
  static func said(by environment: (String) -> String?) -> InterfaceLanguage? {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    return InterfaceLanguage(rawValue: value.prefix { $0.isLetter }.lowercased())
  }
}

/// What the command line says to a person, in the person's language.
///
/// English needs no file; of another language the short lines are opened at once, the words of findings when there is
/// one.
struct Interface: Sendable {
  /// In English.
  static let english = Interface(.english, lines: nil, findings: { nil })

  /// The language.
  let language: InterfaceLanguage
  private let lines: Translations?
  private let findings: @Sendable () throws -> Translations?

  private init(
    _ language: InterfaceLanguage, lines: Translations?, findings: @escaping @Sendable () throws -> Translations?
  ) {
    self.language = language
    self.lines = lines
    self.findings = findings
  }

  /// Opens a language.
  init(_ language: InterfaceLanguage, casebook: () throws -> Casebook) throws {
    guard language != .english else {
      self = .english
      return
    }
    let casebook = try casebook()
    self.init(
      language,
      lines: try opening(.failure) { try casebook.translations(of: .interface, into: language.rawValue) },
      findings: { try opening(.failure) { try casebook.translations(of: .findings, into: language.rawValue) } })
  }

  /// A line.
  func text(_ line: Line, _ parameters: Message.Parameter...) -> String {
    worded(Message(code: line.rawValue, pattern: line.english, parameters: parameters))
  }

  /// A message of a list of lines, in the person's language.
  func worded(_ message: Message) -> String { (lines?.worded(message) ?? message).description }

  /// A word before a line, such as `error:`.
  func label(_ word: Line) -> String { text(.label, .words(word)) }

  /// Findings in the person's language.
  func worded(_ findings: [Finding]) throws -> [Finding] {
    guard !findings.isEmpty, let translations = try self.findings() else { return findings }
    return findings.map(translations.worded)
  }

  /// A message from among the parts of findings, in the person's language.
  func wordedOfFindings(_ message: Message) throws -> String {
    (try findings()?.worded(message) ?? message).description
  }

  /// The words of findings in the person's language; nil in English.
  func translationsOfFindings() throws -> Translations? { try findings() }

  /// A finding's own line: field, place, message.
  func text(_ finding: Finding) -> String {
    let message = Message.Parameter.term(finding.message)
    let place: String =
      switch (finding.field, finding.line) {
      case ("", nil): ""
      case ("", let line?): text(.line, .number(line))
      case (let field, nil): field
      case (let field, let line?): text(.fieldAndLine, .term(field), .number(line))
      }
    return place.isEmpty
      ? text(.findingWithoutPlace, message, .term(finding.code))
      : text(.finding, .term(place), message, .term(finding.code))
  }
}
