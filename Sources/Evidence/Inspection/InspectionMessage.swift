import Messages

/// What a file says of itself, by kinds.
enum InspectionFact: String, MessageCode {
  case format = "inspect.format"
  case size = "inspect.size"
  case hash = "inspect.sha256"
  case dimensions = "inspect.dimensions"
  case pages = "inspect.pages"
  case characters = "inspect.characters"
  case hidden = "inspect.hidden"
  case from = "inspect.from"
  case to = "inspect.to"
  case copy = "inspect.cc"
  case date = "inspect.date"
  case subject = "inspect.subject"
  case messageID = "inspect.messageID"
  case answers = "inspect.inReplyTo"
  case servers = "inspect.servers"
  case lastServer = "inspect.lastServer"
  case signature = "inspect.signature"
  case results = "inspect.results"
  case part = "inspect.part"
  case moreParts = "inspect.moreParts"
  case caseNumber = "inspect.case"
  case offersDate = "inspect.offersDate"
  case offersMessage = "inspect.offersMessage"

  var english: String {
    switch self {
    case .format: "What it is: {1}"
    case .size: "Size: {1} bytes"
    case .hash: "Fingerprint (SHA-256): {1}"
    case .dimensions: "Width and height: {1} × {2} pixels"
    case .pages: "Pages: {1}"
    case .characters: "Text: {1} characters, {2} lines"
    case .hidden: "Beside the picture: {1}"
    case .from: "From: {1}"
    case .to: "To: {1}"
    case .copy: "Copy to: {1}"
    case .date: "Date, as the sender's program wrote it: {1}"
    case .subject: "Subject: {1}"
    case .messageID: "Message-ID: {1}"
    case .answers: "Answers the message: {1}"
    case .servers: "Lines of servers on its way (Received): {1}"
    case .lastServer: "The last of them: {1}"
    case .signature: "DKIM signature of {1}: {2}"
    case .results: "What the receiving server found (Authentication-Results): {1}"
    case .part: "Part: {1}, {2}, {3} bytes"
    case .moreParts: "Further parts: {1}"
    case .caseNumber: "Case number in the subject: {1}"
    case .offersDate:
      "To enter, if it is right: date: {1}, and as what the mail is, also as objection.N.date with date_basis: mail, "
        + "objection.N.acknowledged_on, response.date, notice.N.date or reminder.N.date"
    case .offersMessage: "To name it within a mailbox: message: {1}"
    }
  }
}

/// What was and was not verified of a mail's signature.
enum InspectionSignature: String, MessageCode {
  case text = "dkim.text"
  case beginning = "dkim.beginning"
  case otherText = "dkim.otherText"
  case verified = "dkim.verified"
  case fails = "dkim.fails"
  case noRecord = "dkim.noRecord"
  case unusableRecord = "dkim.unusableRecord"
  case unknownProcedure = "dkim.unknownProcedure"
  case malformed = "dkim.malformed"
  case notAsTransmitted = "dkim.notAsTransmitted"

  /// Nil where nothing is known of the text.
  init?(_ body: DKIMCheck.Body) {
    switch body {
    case .matches: self = .text
    case .beginning: self = .beginning
    case .differs: self = .otherText
    case .unknown: return nil
    }
  }

  init(_ signature: DKIMCheck.Signature) {
    self =
      switch signature {
      case .verified: .verified
      case .fails: .fails
      case .noRecord: .noRecord
      case .unusableRecord: .unusableRecord
      case .unknownProcedure: .unknownProcedure
      case .malformed: .malformed
      case .notAsTransmitted: .notAsTransmitted
      }
  }

  var english: String {
    switch self {
    case .text: "the text is the one that was signed"
    case .beginning: "only the beginning of the text was signed, and it is unchanged"
    case .otherText: "the text is not the one that was signed"
    case .verified: "the signature fits the key record {1} beside the mail"
    case .fails: "the signature does not fit the key record {1} beside the mail"
    case .noRecord: "the signature was not verified, because no file {1}.txt with the key record lies beside the mail"
    case .unusableRecord:
      "the signature was not verified, because the key record {1} beside the mail holds no key suited to it"
    case .unknownProcedure: "neither text nor signature were verified, because it was made by a procedure not taken"
    case .malformed: "it does not follow the rules, and nothing of it was verified"
    case .notAsTransmitted: "nothing was verified, because the file does not hold the mail as it was transmitted"
    }
  }
}

/// What kinds of files prove and what they do not.
enum InspectionProof: String, MessageCode {
  case mailReceived = "proof.mailReceived"
  case mailKept = "proof.mailKept"
  case mailSigned = "proof.mailSigned"
  case mailVerified = "proof.mailVerified"
  case picture = "proof.picture"
  case document = "proof.document"
  case documentSigned = "proof.documentSigned"
  case unchanged = "proof.unchanged"
  case mailArrived = "proof.mailArrived"
  case mailUnsigned = "proof.mailUnsigned"
  case mailOtherwiseSigned = "proof.mailOtherwiseSigned"
  case mailConverted = "proof.mailConverted"
  case mailPerson = "proof.mailPerson"
  case pictureTime = "proof.pictureTime"
  case pictureWhole = "proof.pictureWhole"
  case documentOrigin = "proof.documentOrigin"

  var english: String {
    switch self {
    case .mailReceived:
      "that servers passed on a message with this sender, text and time, as far as their lines are believed"
    case .mailKept: "that a mail program keeps a message with this recipient, text and time"
    case .mailSigned:
      "that the mail comes from {1} and its text is unchanged, once somebody has checked the signature with the key of "
        + "that domain"
    case .mailVerified:
      "that the mail comes from {1} and its text is unchanged, if that domain published the key record beside it"
    case .picture: "what was to be seen on a screen or before a camera"
    case .document: "what the document says, word for word"
    case .documentSigned: "more, if the electronic signature in it is checked, which is not done here"
    case .unchanged: "that the file is the same later on: its SHA-256 says so"
    case .mailArrived: "that it arrived: no server left a line, so it is a copy from the sender's own folder or a draft"
    case .mailUnsigned: "that nobody changed it afterwards: no server has signed it"
    case .mailOtherwiseSigned:
      "that nobody changed it afterwards: no signature on it could be found to fit the whole of it"
    case .mailConverted:
      "that nobody changed it afterwards: Outlook's file does not hold it as it was transmitted; saved as .eml it proves more"
    case .mailPerson: "which person wrote it, and that anybody read it"
    case .pictureTime:
      "when it was made: times in a file can be set by anybody, so what shows the date should be in the picture"
    case .pictureWhole: "what stood outside its edges, and from whom a message in it came: the mail itself proves more"
    case .documentOrigin: "from whom it comes and when: keep the mail or the download it came with"
    }
  }
}

extension Inspection {
  /// What it is, its size and its hash.
  public var head: [Fact] {
    [
      Fact(.format, .message(format.wording)), Fact(.size, .number(size)), Fact(.hash, .term(sha256)),
    ]
  }
}
