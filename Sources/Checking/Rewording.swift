import Casebook
import Matter
import Messages

extension DocumentKind {
  /// Under which code the words of this kind are translated.
  func codeOfWording(of code: String) -> String { "\(code).in.\(id)" }

  /// A finding in the words of this kind.
  func worded(_ finding: Finding) -> Finding { finding.worded(by: rewordings, under: codeOfWording) }
}

extension OwnLaw {
  /// A finding in the words of a State's own law: no provision of the GDPR is named where it does not hold.
  func worded(_ finding: Finding, in country: Country) -> Finding {
    var finding = finding.worded(by: rewordings, under: country.codeOfWording)
    if let law = finding.law, let own = references[law] { finding.law = own.isEmpty ? nil : own }
    return finding
  }
}

extension Finding {
  /// A finding as one of some rewordings has it.
  fileprivate func worded(by rewordings: [DocumentKind.Rewording], under code: (String) -> String) -> Finding {
    guard let words = rewordings.first(where: { $0.code == self.code }) else { return self }
    var finding = self
    let own = code(self.code)
    if let message = words.message { finding.wording = Message(code: own, pattern: message, parameters: parameters) }
    if let hint = words.hint {
      finding.advice = Message(code: Message.adviceCode(of: own), pattern: hint, parameters: parameters)
    }
    if let law = words.law { finding.law = law }
    return finding
  }
}
