/// A company's name for comparing: by its words, whatever the case, the dots and the way its legal form is written.
public struct CompanyName: Hashable, Sendable {
  private let words: [String]

  /// How legal forms are written out.
  private static let forms = ["ltd": "limited", "inc": "incorporated", "corp": "corporation", "co": "company"]

  /// Takes a name as somebody wrote it.
  public init(_ name: String) {
    words = name.composed.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).map {
      Self.forms[$0] ?? $0
    }
  }
}
