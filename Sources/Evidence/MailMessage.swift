import Matter

/// A mail as far as an exhibit shows it; plain values, nothing of the parser left.
struct MailMessage: Hashable {
  /// A header field, encoded words decoded, folding undone.
  struct Field: Hashable {
    /// In lower case.
    var name: String
    var value: String
  }

  /// A part of the mail that is no container.
  struct Part: Hashable {
    /// As the sender named it; nil without a name.
    var name: String?
    /// Such as `application/pdf`.
    var mediaType: String
    /// The size, decoded, in bytes.
    var bytes: Int
    /// The SHA-256 of the decoded content, hexadecimal; nil for mails within the mail, which have no content of their
    /// own apart from their encoding.
    var sha256: String?
  }

  /// What the text was made from.
  enum TextSource: Hashable {
    case plain
    /// There was no plain text.
    case html
    /// There was no readable text at all.
    case nothing
  }

  /// The fields in the order of the file.
  var fields: [Field] = []
  /// The text.
  var lines: [TextLine] = []
  /// Where the text comes from.
  var textSource = TextSource.nothing
  /// The parts, as many as are listed.
  var parts: [Part] = []
  /// How many parts there are.
  var partCount = 0
  /// Whether a part is encrypted.
  var isEncrypted = false
  /// Whether some charset had to be guessed or some characters could not be read.
  var isDoubtful = false
  /// Whether parts lie deeper within each other than is looked into.
  var isTooDeep = false
  /// The day in `Date`, where the sender's clock stood; nil if there is no valid one.
  var date: CivilDate?

  /// All values of a field.
  func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}
