import Matter
import Messages
import Records

/// The words of another language for what is said to a person.
///
/// English stands in the source and needs none. What has no words here is said in English.
public struct Translations: Hashable, Sendable {
  /// What the words are for; each has a folder of its own in `locales`, so that none is opened without need.
  public enum Subject: String, Sendable {
    /// What reading, checking and exhibits show: `locales/findings`.
    case findings
    /// The other lines that a person reads: `locales/interface`.
    case interface
  }

  /// Patterns by the codes of messages.
  public var patterns: [String: String]
  /// References to the law by those of the source, such as `Art. 12(3) GDPR`.
  public var laws: [String: String]
  /// What stands between two references to the law.
  public var betweenLaws: String
  /// How dates are written.
  public var dates: DateFormats

  /// Takes the words.
  public init(patterns: [String: String], laws: [String: String], betweenLaws: String, dates: DateFormats) {
    self.patterns = patterns
    self.laws = laws
    self.betweenLaws = betweenLaws
    self.dates = dates
  }

  /// A message in the language, with everything in it.
  public func worded(_ message: Message) -> Message {
    var message = message
    if let pattern = patterns[message.code] { message.pattern = pattern }
    message.parameters = message.parameters.map(worded)
    return message
  }

  /// A finding in the language; code, severity, field and place stay as they are.
  public func worded(_ finding: Finding) -> Finding {
    var finding = finding
    finding.wording = worded(finding.wording)
    finding.advice = finding.advice.map(worded)
    finding.law = finding.law.map(worded(law:))
    return finding
  }

  /// References to the law in the language's way of citing.
  public func worded(law: String) -> String {
    Self.references(in: law).map { laws[$0] ?? $0 }.joined(separator: betweenLaws)
  }

  /// The single references of a finding's law.
  public static func references(in law: String) -> [String] {
    law.split(separator: ";").map { String($0.drop { $0 == " " }) }
  }

  private func worded(_ parameter: Message.Parameter) -> Message.Parameter {
    switch parameter {
    case .day(let year, let month, let day):
      CivilDate(year: year, month: month, day: day).map { .term(dates.text($0)) } ?? parameter
    case .number, .term: parameter
    case .message(let message): .message(worded(message))
    case .list(let parameters): .list(parameters.map(worded))
    }
  }
}

extension Casebook {
  /// The words of a language for what is said to a person; nil for a language that has none, English among them.
  public func translations(of subject: Translations.Subject, into tag: String) throws(CasebookError) -> Translations? {
    guard let file = try translationFile(of: subject, into: tag) else { return nil }
    return Translations(
      patterns: file.patterns, laws: file.laws, betweenLaws: file.betweenLaws, dates: try language(tag).dates)
  }
}

/// A file of translations as it stands.
struct TranslationFile {
  var language: String
  var patterns: [String: String]
  var laws: [String: String]
  var betweenLaws: String

  static func read(_ reader: RecordReader) -> TranslationFile {
    var file = TranslationFile(
      language: reader.string("language"), patterns: [:], laws: [:],
      betweenLaws: reader.optionalString("between_laws") ?? "; ")
    _ = reader.oneOf("status", Language.Status.self)
    for (code, texts) in reader.groups("findings", { ($1.string("message"), $1.optionalString("hint")) }) {
      file.patterns[code] = texts.0
      file.patterns[Message.adviceCode(of: code)] = texts.1
    }
    for (code, text) in reader.table("parts") + reader.table("lines") { file.patterns[code] = text }
    for (reference, text) in reader.table("laws") { file.laws[reference] = text }
    return file
  }
}
