import Messages

/// How to get from a format that is not taken to one that is.
enum FormatAdvice: String, MessageCode {
  case nothing = "advice.nothing"
  case heif = "advice.heif"
  case picture = "advice.picture"
  case pdf = "advice.pdf"
  case pdfOrMail = "advice.pdfOrMail"
  case screenshot = "advice.screenshot"
  case mailOrScreenshot = "advice.mailOrScreenshot"
  case mailbox = "advice.mailbox"
  case outlook = "advice.outlook"
  case recording = "advice.recording"
  case zip = "advice.zip"
  case mail = "advice.mail"

  /// Whether files of this format become exhibits.
  static func isSupported(_ format: EvidenceFormat) -> Bool {
    switch format {
    case .png, .jpeg, .mail: true
    default: false
    }
  }

  /// What to do with a file of this format.
  ///
  /// - Parameter asMail: whether the entry's role is one that usually is a mail.
  static func wayOut(of format: EvidenceFormat, asMail: Bool) -> Message {
    let saved = Message.Parameter.words(FormatAdvice.mail)
    switch format {
    case .png, .jpeg, .mail: return Message(FormatAdvice.nothing)
    case .heif: return Message(FormatAdvice.heif)
    case .webp, .gif, .tiff, .bmp: return Message(FormatAdvice.picture)
    case .pdf: return asMail ? Message(FormatAdvice.pdfOrMail, saved) : Message(FormatAdvice.pdf)
    case .html, .text, .webArchive, .unknown:
      return asMail ? Message(FormatAdvice.mailOrScreenshot, saved) : Message(FormatAdvice.screenshot)
    case .mailbox: return Message(FormatAdvice.mailbox, saved)
    case .outlook: return Message(FormatAdvice.outlook)
    case .recording: return Message(FormatAdvice.recording)
    case .zip: return Message(FormatAdvice.zip)
    }
  }

  /// The words in English.
  var english: String {
    switch self {
    case .nothing: "nothing is to be done"
    case .heif:
      "export it as JPEG: on a Mac, Preview > File > Export; on an iPhone, share it by e-mail, or set "
        + "Settings > Camera > Formats to Most Compatible and take the picture again; on Windows, Photos > Save as"
    case .picture: "open it in a picture viewer and save it as PNG"
    case .pdf:
      "save each page as PNG, for instance with `pdftoppm -png -r 150 FILE PREFIX`, and attach the pages that matter"
    case .pdfOrMail:
      "if it was an e-mail: {1}; else: save each page as PNG, for instance with `pdftoppm -png -r 150 FILE PREFIX`, "
        + "and attach the pages that matter"
    case .screenshot: "take a screenshot as PNG"
    case .mailOrScreenshot: "if it was an e-mail: {1}; else take a screenshot as PNG"
    case .mailbox: "attach the one e-mail that matters: {1}"
    case .outlook:
      "open the same e-mail in Outlook on the web or in the new Outlook and save it there as .eml "
        + "(three dots > Save as, or Download)"
    case .recording: "take screenshots of the moments that matter, as PNG"
    case .zip: "unpack it and attach the files that matter; a document: take a screenshot as PNG"
    case .mail:
      "save it as .eml - Gmail: three dots > Download message; Outlook on the web: three dots > Save as or Download; "
        + "Proton Mail: three dots > Export; Apple Mail: File > Save As > Raw Message Source; Thunderbird: "
        + "File > Save As; GMX, WEB.DE, T-Online and others: their menu at the open message, or open the mailbox in "
        + "Thunderbird"
    }
  }
}
