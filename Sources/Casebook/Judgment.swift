import Matter
import Records

/// A judgment, a decision of an authority, or a guideline that may be cited.
public struct Judgment: Hashable, Sendable {
  /// The kinds, whose names the languages know.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Of a court.
    case judgment, order
    /// Of an authority.
    case decision
    /// Of the European Data Protection Board.
    case opinion, guidelines
  }

  /// Whose field the case was about; everything but `general` needs the words "by analogy".
  public enum Context: String, CaseIterable, Hashable, Sendable {
    /// Says what the GDPR means whatever the field.
    case general
    /// Personalised advertising, or following people across sites and apps.
    case advertising, tracking
    /// A sports federation that sold its members' data.
    case federation
    /// An online marketplace with users' advertisements.
    case marketplace
    /// A search engine, or an erasure from it.
    case search
    /// Pseudonymised answers passed on to a contractor.
    case pseudonymisation
    /// A right other than the one to object.
    case access
    /// A civil claim instead of a complaint to an authority.
    case civil
  }

  /// How the text was known when the entry was written.
  public enum Reading: String, CaseIterable, Hashable, Sendable {
    /// The text itself was read, or a digest that gives paragraphs, or neither.
    case yes, digest, no
  }

  /// The identifier, which is also the file's name, such as `C-252-21`.
  public var id: String
  /// The kind.
  public var kind: Kind
  /// The court or authority: a key of the languages (`cjeu`, `edpb`) or, if they have none, the name by language tag.
  public var court: String
  /// The court's name by language tag, where the languages have no key for it.
  public var courtNames: Localized
  /// The case or document numbers.
  public var numbers: [String]
  /// The usual name or the title by language tag; may be empty.
  public var names: Localized
  /// What must be said of the version by language tag, such as that it is the one for consultation.
  public var version: Localized
  /// The day it was given; `nil` where only the publication is known.
  public var date: CivilDate?
  /// The first day on which it can be cited: that of the judgment, or of its publication.
  public var publicSince: CivilDate
  /// The European Case Law Identifier, where it is known.
  public var ecli: String?
  /// The CELEX number, where it is known.
  public var celex: String?
  /// Whether the text was read.
  public var reading: Reading
  /// Whose field it was about.
  public var context: Context
  /// What it stands for, in English.
  public var standsFor: String
  /// What each paragraph that may be cited says, in English; neighbours that say it together share the text.
  public var paragraphs: [String: String]
  /// Paragraphs whose context differs from that of the whole.
  public var contexts: [String: Context]
  /// Why the register has it though no template cites it, in English; `nil` for what templates cite.
  public var keptFor: String?
  /// Where it was read and how sure it is.
  public var provenance: Provenance

  /// Whether it may stand in what a person signs.
  public var isCitable: Bool { provenance.confidence > .low }

  /// Whether a paragraph may be cited: somebody read it, or a digest that says what is in it.
  public func mayCite(paragraph: String) -> Bool {
    isCitable && reading != .no && paragraphs[paragraph] != nil
  }

  /// Whether the words "by analogy" must stand beside a citation.
  public func needsAnalogy(paragraph: String? = nil) -> Bool {
    (paragraph.flatMap { contexts[$0] } ?? context) != .general
  }
}

extension Judgment {
  static func read(_ reader: RecordReader) -> Judgment {
    let sources = Sources(reader)
    let court = reader.string("court")
    var paragraphs: [String: String] = [:]
    for (numbers, text) in reader.table("paragraphs") {
      guard let members = pinRange(numbers) else {
        reader.report("paragraphs", "must have numbers or ranges like 84-85 as keys")
        continue
      }
      // The narrower entry of two that overlap says more, and stands first.
      for member in members where paragraphs[member] == nil { paragraphs[member] = text }
    }
    let date = reader.optionalDate("date")
    let publicSince = reader.optionalDate("public_since") ?? date
    if !reader.has("date"), !reader.has("public_since") {
      reader.report("date", "is missing", hint: "or say since when it has been public")
    }
    var contexts: [String: Context] = [:]
    for (paragraph, word) in reader.table("contexts") {
      guard let context = Context(rawValue: word) else {
        let words = Context.allCases.map(\.rawValue)
        reader.report(
          "contexts", "must name a context for each paragraph: " + words.joined(separator: ", "),
          hint: closest(to: word, in: words).map { "did you mean \($0)?" })
        continue
      }
      if paragraphs[paragraph] == nil { reader.report("contexts", "names a paragraph that is not listed") }
      contexts[paragraph] = context
    }
    return Judgment(
      id: reader.string("id"), kind: reader.oneOf("kind", Kind.self), court: court,
      courtNames: reader.optionalLocalized("court_names"), numbers: reader.strings("numbers"),
      names: reader.optionalLocalized("names"), version: reader.optionalLocalized("version"),
      date: date, publicSince: publicSince ?? .latest, ecli: reader.optionalString("ecli"),
      celex: reader.optionalString("celex"),
      reading: reader.oneOf("read", Reading.self), context: reader.oneOf("context", Context.self),
      standsFor: reader.string("stands_for"), paragraphs: paragraphs, contexts: contexts,
      keptFor: reader.optionalString("kept_for"),
      provenance: sources.provenance(reader))
  }
}
