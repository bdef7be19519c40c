import Matter
import Records

/// How sure a fact is.
public enum Confidence: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Recalled, or seen in one weak place; never goes into what a person signs.
  case low
  /// Read in a secondary source, or in part.
  case medium
  /// Read in the source itself, or in several independent ones.
  case high

  /// Orders low before medium before high.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// Where a fact comes from, how sure it is, and when somebody last looked at the place itself.
public struct Provenance: Hashable, Sendable {
  /// The source in words or as an address.
  public var source: String
  /// How sure the fact is.
  public var confidence: Confidence
  /// The day somebody checked it with the authority, court or controller itself; `nil` if nobody has.
  public var verifiedOn: CivilDate?
}

/// A value with its provenance.
public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What is said.
  public var value: Value
  /// Why it may be said.
  public var provenance: Provenance
}

/// The sources a file names once, by a short key, so that each fact can point to one.
struct Sources {
  private let texts: [(key: String, value: String)]

  init(_ reader: RecordReader) {
    texts = reader.table("sources")
    if texts.isEmpty { reader.report("sources", "is missing", hint: "say where the facts of this file come from") }
  }

  /// Reads `source`, `confidence` and `verified_on` of a group.
  func provenance(_ reader: RecordReader) -> Provenance {
    let key = reader.string("source")
    let text = texts.first { $0.key == key }?.value
    if text == nil, !key.isEmpty {
      let known = texts.map(\.key)
      reader.report(
        "source", "is not one of this file's sources",
        hint: closest(to: key, in: known).map { "did you mean \($0)?" } ?? "known here: "
          + known.joined(separator: ", "))
    }
    return Provenance(
      source: text ?? "", confidence: reader.oneOf("confidence", Confidence.self),
      verifiedOn: reader.optionalDate("verified_on"))
  }

  /// Reads `value` of a group as a text, with its provenance.
  func text(_ reader: RecordReader, _ key: String) -> Fact<String>? {
    reader.optionalMapping(key) { Fact(value: $0.string("value"), provenance: provenance($0)) }
  }

  /// Reads a list of lines with its provenance, such as a postal address.
  func lines(_ reader: RecordReader, _ key: String) -> Fact<[String]>? {
    reader.optionalMapping(key) { group in
      let lines = group.strings("lines")
      if lines.isEmpty { group.report("lines", "is missing") }
      return Fact(value: lines, provenance: provenance(group))
    }
  }
}

extension RecordReader {
  private static let dateExpected = "a date like 2025-05-20"

  /// A day that must be there.
  func date(_ key: String) -> CivilDate {
    value(key, expected: Self.dateExpected, or: .earliest) { CivilDate($0) }
  }

  /// A day that may be missing.
  func optionalDate(_ key: String) -> CivilDate? {
    optionalValue(key, expected: Self.dateExpected) { CivilDate($0) }
  }
}
