import Casebook
import Matter
import Messages

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
