import Matter

/// Every word of ours that an exhibit shows, in one language: `locales/exhibits/<language>.yaml`.
///
/// What stands in an exhibit beside these words comes from the evidence itself or from the person.
public struct ExhibitWording: Hashable, Sendable {
  /// One text.
  ///
  /// The raw value is its key in the file, the braces in the comment are what it must and may hold.
  public enum Key: String, CaseIterable, Hashable, Sendable {
    /// What each role is called, for instance as a caption: `role_objection` and so on.
    case roleObjection = "role_objection"
    case roleAcknowledgement = "role_acknowledgement"
    case roleAnswer = "role_answer"
    case roleNotice = "role_notice"
    case rolePolicy = "role_policy"
    case roleSettings = "role_settings"
    case roleAccessReply = "role_access_reply"
    case roleReminder = "role_reminder"
    case roleAccount = "role_account"
    case roleMandate = "role_mandate"
    case roleOther = "role_other"
    /// What a policy is called whose company is said. `{entity}`.
    case policyOf = "policy_of"
    /// Which version of a policy it is. `{date}`.
    case policyVersion = "policy_version"

    /// What the formats are called.
    case kindPNG = "kind_png"
    case kindJPEG = "kind_jpeg"
    case kindMail = "kind_mail"
    case kindOutlook = "kind_outlook"
    case kindHEIF = "kind_heif"
    case kindWebP = "kind_webp"
    case kindGIF = "kind_gif"
    case kindTIFF = "kind_tiff"
    case kindPDF = "kind_pdf"
    case kindHTML = "kind_html"
    case kindText = "kind_text"

    /// That what is shown was converted from the original.
    case converted
    /// That pictures are scaled down, because a channel limits the size. `{resolution}`.
    case scaledDown = "scaled_down"
    /// Above a page of a file. `{page}`, `{pages}`.
    case pageHeading = "page_heading"
    /// The alternative text of a page whose words stand beneath. `{role}`, `{page}`, `{pages}`.
    case pageWithText = "page_with_text"
    /// The alternative text of a page that holds no text. `{role}`, `{page}`, `{pages}`.
    case pageWithoutText = "page_without_text"
    /// Above the text of a file, or of a page.
    case fileTextHeading = "file_text_heading"
    /// That the text was made from a web page.
    case fileTextFromHTML = "file_text_from_html"
    /// That a passage of a text is shown. `{first}`, `{last}`, `{lines}`, `{characters}`, `{total}`.
    case excerpt
    /// The same where something is blacked out, without figures.
    case excerptWithheld = "excerpt_withheld"
    /// That a file's bytes did not fit its charset.
    case fileCharactersDoubtful = "file_characters_doubtful"

    /// The line under the heading: what a stamp says too. `{role}`, `{date}`, `{kind}`, `{bytes}`, `{hash}`.
    case facts
    /// The same without a date. `{role}`, `{kind}`, `{bytes}`, `{hash}`.
    case factsUndated = "facts_undated"
    /// Where the original is: in the PDF. `{name}`.
    case originalEmbedded = "original_embedded"
    /// Where the original is: beside the PDF. `{name}`.
    case originalBeside = "original_beside"
    /// That the original is not delivered.
    case originalKept = "original_kept"
    /// Where the original of an attached file is: in the mail. `{number}` is the mail's.
    case originalInMail = "original_in_mail"
    /// What an attached file is called. `{kind}`.
    case attachedCaption = "attached_caption"
    /// The line under the heading where something is blacked out: neither size nor hash. `{role}`, `{date}`, `{kind}`.
    case factsWithheld = "facts_withheld"
    /// The same without a date. `{role}`, `{kind}`.
    case factsWithheldUndated = "facts_withheld_undated"
    /// That the original is not delivered because something is blacked out, nor its hash stated.
    case originalWithheld = "original_withheld"
    /// What stands in place of words that are blacked out.
    case blackedOut = "blacked_out"
    /// How many areas of a picture are blacked out. `{count}`.
    case areasBlackedOut = "areas_blacked_out"
    /// That the text of a page is left out because areas of it are blacked out.
    case pageTextWithheld = "page_text_withheld"
    /// That the picture of a page is left out because words of it are blacked out.
    case pagePictureWithheld = "page_picture_withheld"
    /// The alternative text of a page with areas blacked out and its text left out. `{role}`, `{page}`, `{pages}`.
    case pageWithAreas = "page_with_areas"
    /// For a size and a hash that are not stated.
    case partWithheld = "part_withheld"
    /// The attachment's name without its ending, ASCII. `{number}`.
    case attachmentName = "attachment_name"
    /// The attachment's description. `{number}`, `{kind}`.
    case attachmentDescription = "attachment_description"

    /// The alternative text of a picture nobody described. `{role}`.
    case noDescription = "no_description"
    /// The same where its words stand beneath. `{role}`.
    case noDescriptionButWords = "no_description_but_words"
    /// Above a description too long for an alternative text.
    case descriptionHeading = "description_heading"
    /// Above the words of a picture.
    case transcriptHeading = "transcript_heading"

    /// Above the table of a mail's fields.
    case headerHeading = "header_heading"
    case headerFrom = "header_from"
    case headerSender = "header_sender"
    case headerReplyTo = "header_reply_to"
    case headerTo = "header_to"
    case headerCc = "header_cc"
    case headerBcc = "header_bcc"
    case headerDate = "header_date"
    case headerSubject = "header_subject"
    case headerMessageID = "header_message_id"
    case headerInReplyTo = "header_in_reply_to"
    case headerReturnPath = "header_return_path"
    /// For a field that is there and empty.
    case headerEmpty = "header_empty"
    /// For the sender's signatures by key.
    case headerSignature = "header_signature"
    /// Whose signature it is. `{domain}`.
    case dkimOf = "dkim_of"
    /// Whether the text is the one signed. `{signed}` of `{count}` bytes.
    case dkimBodyMatches = "dkim_body_matches"
    case dkimBodyBeginning = "dkim_body_beginning"
    case dkimBodyBeginningWithheld = "dkim_body_beginning_withheld"
    case dkimBodyDiffers = "dkim_body_differs"
    /// Whether the signature was made with the key. `{record}`, `{fields}`, `{domain}`.
    case dkimVerified = "dkim_verified"
    case dkimFails = "dkim_fails"
    case dkimNoRecord = "dkim_no_record"
    case dkimUnusableRecord = "dkim_unusable_record"
    case dkimUnknownProcedure = "dkim_unknown_procedure"
    case dkimMalformed = "dkim_malformed"
    case dkimNotAsTransmitted = "dkim_not_as_transmitted"

    /// Above a mail's text.
    case textHeading = "text_heading"
    /// That the text was made from HTML.
    case textFromHTML = "text_from_html"
    /// That there is no text.
    case textNone = "text_none"
    /// That a part is encrypted.
    case textEncrypted = "text_encrypted"
    /// That the text is cut here. `{count}` characters are left out.
    case textCut = "text_cut"
    /// For a picture in HTML with its alternative text. `{text}`.
    case picture
    /// For a picture in HTML without.
    case pictureWithoutText = "picture_without_text"
    /// That characters stand as their code points.
    case charactersReplaced = "characters_replaced"
    /// That bytes did not fit the charset.
    case charactersDoubtful = "characters_doubtful"

    /// Above the Received lines.
    case receivedHeading = "received_heading"
    /// In which order they stand.
    case receivedNote = "received_note"
    /// That there are none.
    case receivedNone = "received_none"
    /// That more are left out. `{count}`.
    case receivedCut = "received_cut"
    /// Above what the receiving server found out about the sender.
    case authenticationHeading = "authentication_heading"

    /// Above the list of parts.
    case partsHeading = "parts_heading"
    /// Where attached files are.
    case partsNote = "parts_note"
    /// That none of them is shown, because something in the mail is blacked out.
    case partsNoteWithheld = "parts_note_withheld"
    case partsNumber = "parts_number"
    case partsKind = "parts_kind"
    case partsSize = "parts_size"
    case partsHash = "parts_hash"
    /// That a part is an annex of its own. `{number}`.
    case partShown = "part_shown"
    case partUnhashed = "part_unhashed"
    /// That more are left out. `{count}`.
    case partsCut = "parts_cut"

    /// What the text must hold.
    public var placeholders: Set<String> {
      switch self {
      case .policyOf: ["entity"]
      case .policyVersion: ["date"]
      case .facts: ["role", "date", "kind", "bytes", "hash"]
      case .factsUndated: ["role", "kind", "bytes", "hash"]
      case .factsWithheld: ["role", "date", "kind"]
      case .factsWithheldUndated: ["role", "kind"]
      case .scaledDown: ["resolution"]
      case .areasBlackedOut: ["count"]
      case .excerpt: ["first", "last", "lines", "characters", "total"]
      case .originalEmbedded, .originalBeside: ["name"]
      case .attachmentName, .originalInMail, .partShown: ["number"]
      case .attachedCaption: ["kind"]
      case .attachmentDescription: ["number", "kind"]
      case .noDescription, .noDescriptionButWords: ["role"]
      case .pageHeading: ["page", "pages"]
      case .pageWithText, .pageWithoutText, .pageWithAreas: ["role", "page", "pages"]
      case .dkimOf: ["domain"]
      case .dkimBodyBeginning: ["signed", "count"]
      case .dkimVerified: ["record", "fields", "domain"]
      case .dkimFails, .dkimNoRecord, .dkimUnusableRecord: ["record"]
      case .textCut, .receivedCut, .partsCut: ["count"]
      case .picture: ["text"]
      default: []
      }
    }
  }

  /// What is wrong with a file of wordings.
  public struct Problem: Error, Hashable, Sendable {
    /// Keys that are missing or empty, sorted.
    public var missing: [String]
    /// Keys that nobody asks for, sorted.
    public var unknown: [String]
    /// Keys whose text lacks a placeholder or holds one it may not, sorted.
    public var placeholders: [String]

    /// Names what is wrong.
    public init(missing: [String], unknown: [String], placeholders: [String]) {
      self.missing = missing
      self.unknown = unknown
      self.placeholders = placeholders
    }
  }

  private let texts: [Key: String]

  /// Takes the pairs of a wording file; says everything that is wrong with them.
  public init(_ pairs: [String: String]) throws(Problem) {
    let known = Set(Key.allCases.map(\.rawValue))
    var problem = Problem(missing: [], unknown: pairs.keys.filter { !known.contains($0) }.sorted(), placeholders: [])
    var texts: [Key: String] = [:]
    for key in Key.allCases {
      guard let text = pairs[key.rawValue], !text.isEmpty else {
        problem.missing.append(key.rawValue)
        continue
      }
      if ExhibitWording.placeholders(in: text) != key.placeholders { problem.placeholders.append(key.rawValue) }
      texts[key] = text
    }
    problem.missing.sort()
    problem.placeholders.sort()
    guard problem.missing.isEmpty, problem.unknown.isEmpty, problem.placeholders.isEmpty else { throw problem }
    self.texts = texts
  }

  /// The text of a key.
  public subscript(key: Key) -> String { texts[key] ?? "" }

  /// The text of a key with its placeholders filled.
  public func text(_ key: Key, _ values: [String: String]) -> String {
    var result = ""
    var rest = self[key][...]
    // One pass: a value that looks like a placeholder stays what it is.
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What a role is called.
  public func name(of role: EvidenceItem.Role) -> String {
    Key(rawValue: "role_" + role.rawValue).map { self[$0] } ?? self[.roleOther]
  }

  private static func placeholders(in text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "}" }) })
  }
}
