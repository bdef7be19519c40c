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

extension DocumentKind {
  /// Under which code the words of this kind are translated.
  func codeOfWording(of code: String) -> String { "\(code).in.\(id)" }

  /// A finding in the words of this kind.
  func worded(_ finding: Finding) -> Finding {
    guard let words = rewordings.first(where: { $0.code == finding.code }) else { return finding }
    var finding = finding
    let code = codeOfWording(of: finding.code)
    if let message = words.message {
      finding.wording = Message(code: code, pattern: message, parameters: finding.parameters)
    }
    if let hint = words.hint {
      finding.advice = Message(code: Message.adviceCode(of: code), pattern: hint, parameters: finding.parameters)
    }
    if let law = words.law { finding.law = law }
    return finding
  }
}
