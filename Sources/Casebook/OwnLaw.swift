import Matter
import Records

/// A law of a State outside the GDPR, as far as what is said beside the templates depends on it.
///
/// Documents of such a State are templates of their own, `templates/<campaign>/national/XX/<kind>.<language>.md`, and
/// never those of the GDPR.
public struct OwnLaw: Hashable, Sendable {
  /// What a document is called there, by the identifier of its kind.
  public var documents: [String: Name]
  /// What stands in a finding in place of a provision of the GDPR, by its words, such as `Art. 12(3) GDPR`; empty if the
  /// law has nothing like it.
  public var references: [String: String]
  /// What findings say there because the law differs, in English.
  public var rewordings: [DocumentKind.Rewording]

  /// How a document is called, in place of its kind's own words; with the same placeholders.
  public struct Name: Hashable, Sendable {
    /// The title of the file by language.
    public var titles: Localized
    /// The head of every page after the first by language.
    public var runningHeads: Localized
  }

  static func read(_ reader: RecordReader) -> OwnLaw {
    let documents = reader.groups("documents") { _, group in
      Name(titles: group.localized("titles"), runningHeads: group.localized("running_heads"))
    }
    let references = reader.list("references") { ($0.string("of"), $0.optionalString("is") ?? "") }
    return OwnLaw(
      documents: Dictionary(documents.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
      references: Dictionary(references, uniquingKeysWith: { first, _ in first }),
      rewordings: reader.list("rewordings", DocumentKind.Rewording.read))
  }
}

extension Country {
  /// Under which code the words of this country's law are translated.
  public func codeOfWording(of code: String) -> String { "\(code).in.\(self.code)" }

  /// The folder of a campaign's documents there, below `templates`: those of the GDPR would be wrong in every paragraph.
  public func templateFolder(of campaign: String) -> String {
    ownLaw == nil ? campaign : "\(campaign)/national/\(code)"
  }

  /// A kind of document as it is called there.
  public func named(_ kind: DocumentKind) -> DocumentKind {
    guard let name = ownLaw?.documents[kind.id] else { return kind }
    var kind = kind
    (kind.titles, kind.runningHeads) = (name.titles, name.runningHeads)
    return kind
  }
}
