import Records

/// A text in several languages.
public struct Localized: Hashable, Sendable {
  private let texts: [String: String]

  /// Takes texts by language tag.
  public init(_ texts: [String: String]) { self.texts = texts }

  /// The text in a language or in the language it falls back to (`de-AT` to `de`); `nil` if there is none.
  public func text(in tag: String) -> String? {
    if let text = texts[tag] { return text }
    guard let hyphen = tag.lastIndex(of: "-") else { return nil }
    return text(in: String(tag[..<hyphen]))
  }

  /// The text in a language, or else in any, the alphabetically first: for names, which are better foreign than absent.
  public func nearest(to tag: String) -> String {
    text(in: tag) ?? tags.first.flatMap { texts[$0] } ?? ""
  }

  /// The languages there are, in alphabetical order.
  public var tags: [String] { texts.keys.sorted() }

  /// Whether there is no text at all.
  public var isEmpty: Bool { texts.isEmpty }
}

extension RecordReader {
  /// Texts by language, which must be there.
  func localized(_ key: String) -> Localized {
    let texts = optionalLocalized(key)
    if texts.isEmpty, !has(key) { report(key, "is missing") }
    return texts
  }

  /// Texts by language, which may be missing.
  func optionalLocalized(_ key: String) -> Localized {
    Localized(Dictionary(table(key).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}
