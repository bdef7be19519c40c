/// A language as BCP 47 names it, such as `de`, `de-AT` or `fr-BE`.
public struct LanguageTag: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The tag as it is written into `/Lang` and `lang=`.
  public let rawValue: String

  /// Takes a tag as it is; whether it is a known one is the reader's business.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes a tag from a literal.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// The primary language without region: `de` of `de-AT`.
  public var primary: String { String(rawValue.prefix { $0 != "-" }) }

  /// The tag itself.
  public var description: String { rawValue }
}
