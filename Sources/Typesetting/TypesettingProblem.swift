import Fonts

/// Something in a document that cannot be set as it is.
public struct TypesettingProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A character no font can show; it was left out. The package of a font that may have it, if one is not installed.
    case missingCharacter(Unicode.Scalar, package: String?)
    /// A link names a place that is nowhere in the document.
    case unknownPlace(String)
    /// Two places have the same identifier.
    case duplicatePlace(String)
  }
  /// What is wrong.
  public var kind: Kind
  /// Where: identifiers and numbers on the way from the document to the text, such as `section facts, paragraph 12`.
  public var place: String

  /// Makes a problem.
  public init(_ kind: Kind, place: String) {
    self.kind = kind
    self.place = place
  }

  /// The code point as Unicode writes it, such as `U+1F44D`; nil for other problems.
  public var codePoint: String? {
    guard case .missingCharacter(let scalar, _) = kind else { return nil }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
