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
    ///
    /// The person it belongs to may see it; an annex does not say it.
    var name: String?
    /// Such as `application/pdf`.
    var mediaType: String
    /// The size, decoded, in bytes.
    var bytes: Int
    /// The SHA-256 of the decoded content, hexadecimal; nil where it could not be taken out.
    var sha256: String?
  }

  /// What is attached to the mail: everything that is neither its text nor a signature.
  struct Attached: Hashable {
    /// Its position in ``parts``.
    var part: Int
    /// The content without its transfer encoding; of a mail within the mail, that mail.
    var bytes: [UInt8]
    /// The charset the sender names.
    var charset: String?
    /// Whether it is there to be shown within the text, as logos are, or pictures put between lines.
    var isLayout: Bool
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
  /// What is attached, of the parts listed.
  var attached: [Attached] = []
  /// How many files are attached beyond those.
  var unlistedAttachments = 0
  /// What was verified of each DKIM signature.
  var signatures: [DKIMCheck] = []
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
