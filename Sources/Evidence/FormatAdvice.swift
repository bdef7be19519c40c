import Messages

/// How to get from a format that is not taken to one that is.
enum FormatAdvice: String, MessageCode {
  case nothing = "advice.nothing"
  case picture = "advice.picture"
  case screenshot = "advice.screenshot"
  case mailOrScreenshot = "advice.mailOrScreenshot"
  case mailbox = "advice.mailbox"
  case recording = "advice.recording"
  case zip = "advice.zip"
  case mail = "advice.mail"

  /// Whether files of this format become exhibits.
  static func isSupported(_ format: EvidenceFormat) -> Bool {
    switch format {
    case .png, .jpeg, .mail, .outlook, .heif, .webp, .gif, .tiff, .pdf, .html, .text: true
    case .mailbox, .webArchive, .bmp, .recording, .zip, .unknown: false
    }
  }

  /// What to do with a file of this format.
  ///
  /// - Parameter asMail: whether the entry's role is one that usually is a mail.
  static func wayOut(of format: EvidenceFormat, asMail: Bool) -> Message {
    let saved = Message.Parameter.words(FormatAdvice.mail)
    switch format {
    case .png, .jpeg, .mail, .outlook, .heif, .webp, .gif, .tiff, .pdf, .html, .text:
      return Message(FormatAdvice.nothing)
    case .bmp: return Message(FormatAdvice.picture)
    case .webArchive, .unknown:
      return asMail ? Message(FormatAdvice.mailOrScreenshot, saved) : Message(FormatAdvice.screenshot)
    case .mailbox: return Message(FormatAdvice.mailbox, saved)
    case .recording: return Message(FormatAdvice.recording)
    case .zip: return Message(FormatAdvice.zip)
    }
  }

  /// The words in English.
  var english: String {
    switch self {
    case .nothing: "nothing is to be done"
    case .picture: "open it in a picture viewer and save it as PNG"
    case .screenshot: "take a screenshot as PNG"
    case .mailOrScreenshot: "if it was an e-mail: {1}; else take a screenshot as PNG"
    case .mailbox: "attach the one e-mail that matters: {1}"
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
