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
    /// The size, decoded, in bytes; nil where it is not stated.
    var bytes: Int?
    /// The SHA-256 of the decoded content, hexadecimal; nil where it could not be taken out or is not stated.
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
  /// How many characters at the end of the text were left out before it was looked at.
  var cutCharacters = 0
  /// Whether something is blacked out, so that sizes and hashes are not stated.
  var isWithheld = false
  /// How many files are attached that are not shown because something is blacked out.
  var withheldAttachments = 0
  /// The day in `Date`, where the sender's clock stood; nil if there is no valid one.
  var date: CivilDate?

  /// The addresses in `From`, in small letters.
  var senders: [String] = []
  /// The addresses in `To` and `Cc`, in small letters.
  var recipients: [String] = []

  /// What a matter may say too.
  var facts: MailFacts {
    var facts = MailFacts()
    (facts.date, facts.senders, facts.recipients) = (date, senders, recipients)
    facts.identifier = values("message-id").flatMap(Self.identifiers).first
    facts.references = (values("in-reply-to") + values("references")).flatMap(Self.identifiers)
    facts.cases = values("subject").prefix(1).flatMap { MailFacts.cases(in: String($0.prefix(1_000))) }
    let verified = signatures.filter { $0.signature == .verified && $0.body == .matches }
    facts.signers = verified.map { $0.domain.lowercased() }
    return facts
  }

  /// The Message-IDs in a field, at most a hundred.
  private static func identifiers(in value: String) -> [String] {
    value.split(maxSplits: 100, whereSeparator: \.isWhitespace).prefix(100).compactMap { word in
      let bare = word.filter { $0 != "<" && $0 != ">" }
      return bare.contains("@") && bare.count <= 998 ? bare : nil
    }
  }

  /// All values of a field.
  func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}
