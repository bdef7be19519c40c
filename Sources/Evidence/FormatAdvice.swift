/// How to get from a format that is not taken to one that is.
enum FormatAdvice {
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
  static func wayOut(of format: EvidenceFormat, asMail: Bool) -> String {
    switch format {
    case .png, .jpeg, .mail: return "nothing is to be done"
    case .heif:
      return "export it as JPEG: on a Mac, Preview > File > Export; on an iPhone, share it by e-mail, or set "
        + "Settings > Camera > Formats to Most Compatible and take the picture again; on Windows, Photos > Save as"
    case .webp, .gif, .tiff, .bmp:
      return "open it in a picture viewer and save it as PNG"
    case .pdf:
      return (asMail ? "if it was an e-mail: \(mail); else: " : "")
        + "save each page as PNG, for instance with `pdftoppm -png -r 150 FILE PREFIX`, and attach the pages that matter"
    case .html, .text, .webArchive:
      return asMail ? "if it was an e-mail: \(mail); else take a screenshot as PNG" : "take a screenshot as PNG"
    case .mailbox:
      return "attach the one e-mail that matters: \(mail)"
    case .outlook:
      return "open the same e-mail in Outlook on the web or in the new Outlook and save it there as .eml "
        + "(three dots > Save as, or Download)"
    case .recording:
      return "take screenshots of the moments that matter, as PNG"
    case .zip:
      return "unpack it and attach the files that matter; a document: take a screenshot as PNG"
    case .unknown:
      return asMail ? "if it was an e-mail: \(mail); else take a screenshot as PNG" : "take a screenshot as PNG"
    }
  }

  /// How mail programs give out a mail as it came.
  static let mail =
    "save it as .eml - Gmail: three dots > Download message; Outlook on the web: three dots > Save as or Download; "
    + "Proton Mail: three dots > Export; Apple Mail: File > Save As > Raw Message Source; Thunderbird: File > Save As; "
    + "GMX, WEB.DE, T-Online and others: their menu at the open message, or open the mailbox in Thunderbird"
}
