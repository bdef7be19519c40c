import Matter
import Messages

extension Finding {
  /// A character of a field that no font can show; named, because the person must find it.
  ///
  /// - Parameters:
  ///   - scalar: the character.
  ///   - field: the path of the field.
  ///   - package: the package with a font that has it, if one is known.
  public static func missingGlyph(_ scalar: Unicode.Scalar, field: String, package: String?) -> Finding {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let way = package.map { FindingParameter.words(CheckingMessage.orInstall, .term($0)) } ?? .term("")
    return .make(.textNoGlyph, field, .term(String(Character(scalar))), .term(code), way)
  }
}
