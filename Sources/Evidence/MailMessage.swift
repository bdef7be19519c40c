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
  /// How many characters at the end of the text were left out before it was looked at.
  var cutCharacters = 0
  /// Whether something is blacked out, so that sizes and hashes are not stated.
  var isWithheld = false
  /// The day in `Date`, where the sender's clock stood; nil if there is no valid one.
  var date: CivilDate?

  /// The same mail with words blacked out everywhere in it.
  func redacted(by redactor: inout Redactor) -> MailMessage {
    var mail = self
    mail.isWithheld = true
    mail.fields = fields.map { field in
      // A signature holds a hash of the text, from which what is short can be guessed; its domain says who signed.
      let value =
        field.name == "dkim-signature" ? MailPage.domain(of: field.value).map { "d=\($0)" } ?? "" : field.value
      return Field(name: field.name, value: redactor.text(value))
    }
    let redacted = redactor.lines(lines)
    (mail.lines, mail.cutCharacters) = (redacted.kept, redacted.cut)
    mail.parts = parts.map { part in
      Part(
        name: redactor.text(part.name), mediaType: redactor.text(part.mediaType), bytes: part.bytes, sha256: nil)
    }
    return mail
  }

  /// All values of a field.
  func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}
