import Casebook
import Matter
import Messages

extension Finding {
  /// Makes a finding in the words of its code.
  static func make(
    _ code: FindingCode, _ field: String, _ parameters: FindingParameter..., severity: Severity? = nil,
    law: String? = nil, suffix: String? = nil
  ) -> Finding {
    let wording = Wording.of(code)
    return Finding(
      code: suffix.map { code.rawValue + "." + $0 } ?? code.rawValue, severity: severity ?? wording.severity,
      field: field, law: law ?? wording.law,
      wording: Message(code: code.rawValue, pattern: wording.message, parameters: parameters),
      advice: wording.hint.map {
        Message(code: Message.adviceCode(of: code.rawValue), pattern: $0, parameters: parameters)
      })
  }
}
