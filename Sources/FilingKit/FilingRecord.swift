import Matter
import Records

/// What was written for a matter and when it was filed: the file beside the matter that `where` and `forget` read.
///
/// It holds paths, hashes, dates and the references of both sides; nothing of the case itself.
public struct FilingRecord: Hashable, Sendable {
  /// What a file is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A complaint as a PDF.
    case complaint
    /// Another document as a PDF, such as a letter to the controller.
    case letter
    /// A complaint in another language than the authority's, for reading.
    case copy
    /// Another file of a kit.
    case kit
    /// The original of an annex beside a PDF.
    case original
    /// A calendar file.
    case calendar
    /// A folder that was made for such files; removed only when nothing is left in it.
    case folder
  }

  /// What is known of a complaint when it is drafted, so that it can be filed later whatever becomes of the matter.
  public struct Drafted: Hashable, Sendable {
    /// The date of the document.
    public var date: CivilDate
    /// A hash of the matter it was made of, its evidence included.
    public var matter: String
    /// The campaign, by its identifier.
    public var campaign: String
    /// The country it goes to.
    public var country: String
    /// The authority it goes to, by its identifier.
    public var authority: String
    /// The language it is in, as a BCP 47 tag.
    public var language: String
    /// The person's reference.
    public var reference: String

    /// Takes what is known.
    public init(
      date: CivilDate, matter: String, campaign: String, country: String, authority: String, language: String,
      reference: String
    ) {
      self.date = date
      self.matter = matter
      self.campaign = campaign
      self.country = country
      self.authority = authority
      self.language = language
      self.reference = reference
    }
  }

  /// A file or folder that was written.
  public struct Entry: Hashable, Sendable {
    /// Its path: relative to the record's folder if it lies below it, else absolute.
    public var path: String
    /// What it is.
    public var kind: Kind
    /// The SHA-256 of its content, lower-case hexadecimal; nil for folders.
    public var sha256: String?
    /// Of a complaint: what it was made of.
    public var drafted: Drafted?

    /// Takes an entry.
    public init(path: String, kind: Kind, sha256: String?, drafted: Drafted? = nil) {
      self.path = path
      self.kind = kind
      self.sha256 = sha256
      self.drafted = drafted
    }
  }

  /// That a complaint was lodged.
  public struct Filing: Hashable, Sendable {
    /// The day.
    public var on: CivilDate
    /// The SHA-256 of the PDF.
    public var sha256: String
    /// A hash of the matter the PDF was made of.
    public var matter: String
    /// The authority's file number, if it is known.
    public var authorityReference: String?

    /// Takes a filing.
    public init(on: CivilDate, sha256: String, matter: String, authorityReference: String?) {
      self.on = on
      self.sha256 = sha256
      self.matter = matter
      self.authorityReference = authorityReference
    }
  }

  /// What was written, the oldest first.
  public private(set) var entries: [Entry] = []
  /// The filing, once there was one.
  public var filing: Filing?

  /// A record of nothing.
  public init() {}

  /// Adds what was written; a path written again stands where it was written last.
  public mutating func note(_ new: [Entry]) {
    let paths = Set(new.map(\.path))
    entries = entries.filter { !paths.contains($0.path) } + new
  }

  /// The complaints, the newest last, each PDF once however many copies there are.
  public var complaints: [Entry] {
    var seen: Set<String> = []
    let newestFirst = entries.reversed().filter { $0.kind == .complaint && seen.insert($0.sha256 ?? "").inserted }
    return newestFirst.reversed()
  }

  /// The copies of the PDF that was filed: nothing may replace or remove them but forgetting.
  public var frozen: [Entry] {
    guard let filing else { return [] }
    return entries.filter { $0.kind == .complaint && $0.sha256 == filing.sha256 }
  }

  /// Whether the matter is no longer the one that was filed.
  public func hasChanged(_ matter: String) -> Bool { filing.map { $0.matter != matter } ?? false }
}

extension FilingRecord {
  /// Reads a record.
  ///
  /// - Throws: `RecordProblems` when it is not as this program writes it.
  public init(text: String, name: String) throws(RecordProblems) {
    self = try SourceFile(name: name, text: text).read { reader in
      var record = FilingRecord()
      _ = reader.value("format", expected: "1", or: 1) { $0 == "1" ? 1 : nil }
      record.entries = reader.list("files", Self.entry)
      record.filing = reader.optionalMapping("filed") { reader in
        Filing(
          on: Self.date(reader, "on"), sha256: Self.digest(reader, "sha256"), matter: Self.digest(reader, "matter"),
          authorityReference: reader.optionalString("authority_reference"))
      }
      return record
    }
  }

  private static func entry(_ reader: RecordReader) -> Entry {
    let kind = reader.oneOf("kind", Kind.self)
    let drafted = reader.optionalMapping("drafted") { reader in
      Drafted(
        date: date(reader, "date"), matter: digest(reader, "matter"), campaign: reader.string("campaign"),
        country: reader.string("country"), authority: reader.string("authority"),
        language: reader.string("language"), reference: reader.string("reference"))
    }
    return Entry(
      path: reader.string("path"), kind: kind, sha256: kind == .folder ? nil : digest(reader, "sha256"),
      drafted: drafted)
  }

  private static func date(_ reader: RecordReader, _ key: String) -> CivilDate {
    reader.value(key, expected: "a date like 2026-11-28", or: .earliest) { CivilDate($0) }
  }

  private static func digest(_ reader: RecordReader, _ key: String) -> String {
    reader.value(key, expected: "64 hexadecimal digits", or: "") { text in
      let isDigest =
        text.utf8.count == 64
        && text.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        }
      return isDigest ? text : nil
    }
  }

  /// The record as a file.
  public var text: String {
    var lines = [
      "# Written by complain beside your matter: what it wrote for you, so that `complain where` can name every copy and",
      "# `complain forget` can delete it. After `complain filed` it keeps the filed PDF from being replaced.",
      "format: 1",
    ]
    lines.append(entries.isEmpty ? "files: []" : "files:")
    for entry in entries {
      lines += ["  - path: \(JSONValue.quoted(entry.path))", "    kind: \(entry.kind.rawValue)"]
      if let digest = entry.sha256 { lines.append("    sha256: \(digest)") }
      guard let drafted = entry.drafted else { continue }
      lines += [
        "    drafted:", "      date: \(drafted.date)", "      matter: \(drafted.matter)",
        "      campaign: \(JSONValue.quoted(drafted.campaign))", "      country: \(JSONValue.quoted(drafted.country))",
        "      authority: \(JSONValue.quoted(drafted.authority))",
        "      language: \(JSONValue.quoted(drafted.language))",
        "      reference: \(JSONValue.quoted(drafted.reference))",
      ]
    }
    if let filing {
      lines += [
        "filed:", "  on: \(filing.on)", "  sha256: \(filing.sha256)", "  matter: \(filing.matter)",
      ]
      if let reference = filing.authorityReference {
        lines.append("  authority_reference: \(JSONValue.quoted(reference))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
