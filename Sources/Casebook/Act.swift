import Matter
import Records

/// An act with the provisions that may be cited.
public struct Act: Hashable, Sendable {
  /// How its parts are called, which decides how they are printed.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Articles, as in the GDPR and in French acts.
    case article
    /// Sections, printed `§` in German.
    case section
  }

  /// The identifier, such as `gdpr`, `DE/BDSG` or `1182/71`.
  public var id: String
  /// The full name by language tag.
  public var names: Localized
  /// What stands after the number when it is cited, by language tag, such as `DSGVO` or `of the Data Protection Act 2018`.
  public var cited: Localized
  /// How its parts are called.
  public var unit: Unit
  /// Whether its name is left out once it has been cited; a document that cites much of it says so.
  public var isOmittedAgain: Bool
  /// The first day on which it can be applied; nothing earlier may cite it.
  public var appliesFrom: CivilDate
  /// Countries, by code, in which it is not known to apply, so that nothing filed there says so.
  public var notIn: [String]
  /// Where its text is and was read.
  public var provenance: Provenance
  /// The provisions by number.
  public var provisions: [String: Provision]

  /// One article or section.
  public struct Provision: Hashable, Sendable {
    /// The number.
    public var number: String
    /// The paragraphs and points there are, such as `1` and `1(f)`.
    public var pins: Set<String>
    /// The first day of application, where it is later than the act's.
    public var appliesFrom: CivilDate?
    /// The heading by language tag; empty where a file of notes holds it.
    public var titles: Localized
    /// What it is cited for, in English; empty where a file of notes holds it.
    public var standsFor: String
    /// Why the register has it though no template cites it, in English; `nil` for what templates cite.
    public var keptFor: String?
    /// How sure its content is; the act's own confidence unless said otherwise.
    public var confidence: Confidence

    /// Whether it may stand in what a person signs.
    public var isCitable: Bool { confidence > .low }
  }
}

/// Headings and meanings of an act's provisions, kept apart so that a draft need not read them.
public struct ActNotes: Hashable, Sendable {
  /// What is noted of one provision.
  public struct Note: Hashable, Sendable {
    /// The heading of the official text by language tag.
    public var titles: Localized
    /// What it is cited for, in English.
    public var standsFor: String
  }

  /// The act.
  public var id: String
  /// The notes by number.
  public var notes: [String: Note]
  /// Where the headings come from.
  public var provenance: Provenance
}

extension Act {
  static func read(_ reader: RecordReader) -> Act {
    let sources = Sources(reader)
    let provenance = sources.provenance(reader)
    var provisions: [String: Provision] = [:]
    for (number, provision) in reader.groups("provisions", { Provision.read($1, number: $0, act: provenance) }) {
      provisions[number] = provision
    }
    if provisions.isEmpty { reader.report("provisions", "needs at least one provision") }
    return Act(
      id: reader.string("id"), names: reader.localized("names"), cited: reader.localized("cited"),
      unit: reader.oneOf("unit", Unit.self), isOmittedAgain: reader.optionalFlag("omitted_again") ?? false,
      appliesFrom: reader.date("applies_from"), notIn: reader.strings("not_in"), provenance: provenance,
      provisions: provisions)
  }
}

extension Act.Provision {
  fileprivate static func read(_ reader: RecordReader, number: String, act: Provenance) -> Act.Provision {
    Act.Provision(
      number: number, pins: reader.pins("pins"), appliesFrom: reader.optionalDate("applies_from"),
      titles: reader.optionalLocalized("titles"), standsFor: reader.optionalString("stands_for") ?? "",
      keptFor: reader.optionalString("kept_for"),
      confidence: reader.optionalOneOf("confidence", Confidence.self) ?? act.confidence)
  }
}

extension ActNotes {
  static func read(_ reader: RecordReader) -> ActNotes {
    let sources = Sources(reader)
    var notes: [String: Note] = [:]
    for (number, note) in reader.groups(
      "provisions", { Note(titles: $1.localized("titles"), standsFor: $1.string("stands_for")) })
    {
      notes[number] = note
    }
    return ActNotes(id: reader.string("id"), notes: notes, provenance: sources.provenance(reader))
  }
}

extension RecordReader {
  /// Reads the paragraphs and points of a provision: `1-3 4(a-c)` means 1, 2, 3, 4, 4(a), 4(b) and 4(c).
  func pins(_ key: String) -> Set<String> {
    optionalValue(key, expected: "paragraphs and points like 1-3 4(a-c)") { text in
      var pins: Set<String> = []
      for word in text.split(separator: " ") {
        let outer = word.prefix { $0 != "(" }
        guard let paragraphs = pinRange(outer) else { return nil }
        pins.formUnion(paragraphs)
        let inner = word[outer.endIndex...]
        guard !inner.isEmpty else { continue }
        guard paragraphs.count == 1, inner.hasPrefix("("), inner.hasSuffix(")"),
          let points = pinRange(inner.dropFirst().dropLast())
        else { return nil }
        pins.formUnion(points.map { "\(paragraphs[0])(\($0))" })
      }
      return pins
    } ?? []
  }
}

/// All members of a range of numbers or of single letters, such as `2-4` or `a-f`; `nil` if it is none.
func pinRange(_ text: some StringProtocol) -> [String]? {
  let bounds = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = bounds.first, let last = bounds.last, !first.isEmpty, bounds.count <= 2 else { return nil }
  if bounds.count == 1 { return [String(first)] }
  if let from = Int(first), let to = Int(last) { return from < to ? (from...to).map(String.init) : nil }
  guard first.utf8.count == 1, last.utf8.count == 1, let from = first.utf8.first, let to = last.utf8.first, from < to
  else { return nil }
  return (from...to).map { String(UnicodeScalar($0)) }
}
