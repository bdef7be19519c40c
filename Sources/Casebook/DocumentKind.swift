import Matter
import Records

/// A kind of document: to whom it goes, what a matter must say for it, how it is named.
///
/// A kind is data (`templates/kinds.yaml`) and text (`templates/<campaign>/<kind>.<language>.md`), never Swift.
public struct DocumentKind: Hashable, Sendable {
  /// To whom a document goes.
  public enum Recipient: String, CaseIterable, Hashable, Sendable {
    /// The authority the matter leads to.
    case authority
    /// The campaign's controller.
    case controller
    /// The organisation that helps the person.
    case organisation
  }

  /// The identifier, which is also the templates' and the output file's name, such as `complaint`.
  public var id: String
  /// To whom it goes.
  public var recipient: Recipient
  /// Whether the evidence is annexed.
  public var hasAnnexes: Bool
  /// The title of the file by language, with `{recipient}`, `{reference}` and `{date}`; names no person.
  public var titles: Localized
  /// The head of every page after the first by language, with the same placeholders.
  public var runningHeads: Localized
  /// The fields of a matter it reads, without the numbers of list entries; empty for all.
  ///
  /// `person.*` is everything below `person`, `account` the list itself.
  public var fields: [String]
  /// Those of them that may be missing although other kinds need them.
  public var optional: [String]
  /// The findings that concern it, as codes or what several codes begin with up to a dot; empty for all.
  public var findings: [String]
  /// The findings that do not concern it.
  public var leavesOut: [String]
  /// The findings that are worded otherwise than for a complaint.
  public var rewordings: [Rewording]

  /// What a person reads when a letter is written, by language, one line a step; empty for complaints.
  public var afterwards: Localized
  /// The day that follows from a letter to the controller, for the person's calendar.
  public var event: Event?

  /// An entry of a calendar, by language.
  public struct Event: Hashable, Sendable {
    /// The line a calendar shows.
    public var titles: Localized
    /// What to do on that day.
    public var details: Localized
  }

  /// What a finding says of documents of this kind; what is `nil` stays as it is.
  public struct Rewording: Hashable, Sendable {
    /// The code.
    public var code: String
    /// What is wrong.
    public var message: String?
    /// What to do.
    public var hint: String?
    /// The provision it rests on.
    public var law: String?
  }

  /// The kind of whoever names none.
  public static let complaint = "complaint"
  /// The form by which a person mandates an organisation (Article 80(1) GDPR).
  public static let mandate = "mandate"
  /// The page that a person signs and sends back to the organisation that helps.
  public static let signaturePage = "signature-page"

  /// The title of a file in a language; `~` in it is a no-break space.
  public func title(in tag: String, _ values: [String: String]) -> String {
    Pattern.fill(titles.nearest(to: tag), values)
  }

  /// The head of pages in a language.
  public func runningHead(in tag: String, _ values: [String: String]) -> String {
    Pattern.fill(runningHeads.nearest(to: tag), values)
  }

  /// What a person reads when the letter is written, line by line.
  public func steps(in tag: String, _ values: [String: String]) -> [String] {
    Pattern.fill(afterwards.nearest(to: tag), values).split(separator: "\n").map(String.init)
  }

  /// The entry for the calendar: its title and what to do.
  public func event(in tag: String, _ values: [String: String]) -> (title: String, details: String)? {
    event.map { event in
      (Pattern.fill(event.titles.nearest(to: tag), values), Pattern.fill(event.details.nearest(to: tag), values))
    }
  }

  /// Whether a field of the matter is read, such as `account.1.handle`; the matter as a whole, "", always is.
  public func reads(_ field: String) -> Bool {
    if fields.isEmpty || field.isEmpty { return true }
    let path = field.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
    return fields.contains { pattern in
      pattern.hasSuffix(".*") ? path.hasPrefix(pattern.dropLast()) || path == pattern.dropLast(2) : path == pattern
    }
  }

  /// Whether a finding concerns documents of this kind.
  public func concerns(_ finding: Finding) -> Bool {
    func names(_ pattern: String) -> Bool {
      guard finding.code.hasPrefix(pattern) else { return false }
      let rest = finding.code.utf8.dropFirst(pattern.utf8.count)
      return rest.isEmpty || rest.first == UInt8(ascii: ".")
    }
    if optional.contains(finding.field), finding.code.hasSuffix(".missing") { return false }
    return reads(finding.field) && (findings.isEmpty || findings.contains(where: names))
      && !leavesOut.contains(where: names)
  }
}

extension DocumentKind.Rewording {
  static func read(_ reader: RecordReader) -> DocumentKind.Rewording {
    DocumentKind.Rewording(
      code: reader.string("code"), message: reader.optionalString("message"), hint: reader.optionalString("hint"),
      law: reader.optionalString("law"))
  }
}

extension DocumentKind {
  /// Reads one entry of `templates/kinds.yaml`.
  static func read(_ reader: RecordReader) -> DocumentKind {
    DocumentKind(
      id: reader.string("id"), recipient: reader.oneOf("recipient", Recipient.self),
      hasAnnexes: reader.flag("annexes"), titles: reader.localized("titles"),
      runningHeads: reader.localized("running_heads"), fields: reader.strings("fields"),
      optional: reader.strings("optional"), findings: reader.strings("findings"),
      leavesOut: reader.strings("leaves_out"),
      rewordings: reader.list("rewordings", Rewording.read),
      afterwards: reader.optionalLocalized("afterwards"),
      event: reader.optionalMapping("event") { reader in
        Event(titles: reader.localized("titles"), details: reader.localized("details"))
      })
  }
}

extension Casebook {
  /// Where the kinds of documents are listed.
  private static let kindsFile = "templates/kinds.yaml"

  /// All kinds of documents, in the order of their file.
  public func kinds() throws(CasebookError) -> [DocumentKind] {
    guard let text = try text(Self.kindsFile) else { throw .unreadable(Self.kindsFile) }
    do {
      return try SourceFile(name: Self.kindsFile, text: text).read { $0.list("kinds", DocumentKind.read) }
    } catch {
      throw .broken(error)
    }
  }

  /// A kind of document by its identifier.
  public func kind(_ id: String) throws(CasebookError) -> DocumentKind {
    let kinds = try kinds()
    guard let kind = kinds.first(where: { $0.id == id }) else {
      throw .unknown("kind of document", id, known: kinds.map(\.id))
    }
    return kind
  }
}
