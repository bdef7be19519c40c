import Matter
import Messages

/// What may be noticed while an exhibit is made.
///
/// All messages stand here.
///
/// `{1}` is the parameter; nothing from the file but numbers and dates stands in them.
enum ExhibitFinding: String, MessageCode {
  case altLong = "exhibit.altLong"
  case hiddenData = "exhibit.hiddenData"
  case location = "exhibit.location"
  case colourProfile = "exhibit.colourProfile"
  case animation = "exhibit.animation"
  case characters = "exhibit.characters"
  case invisible = "exhibit.invisible"
  case cut = "exhibit.cut"
  case charset = "exhibit.charset"
  case encrypted = "exhibit.encrypted"
  case parts = "exhibit.parts"
  case noText = "exhibit.noText"
  case noTextLayer = "exhibit.noTextLayer"
  case ratherMail = "exhibit.ratherMail"
  case repeatedField = "exhibit.repeatedField"
  case otherDate = "exhibit.otherDate"
  case signedText = "exhibit.signedText"
  case signedBeginning = "exhibit.signedBeginning"
  case signature = "exhibit.signature"
  case signatureKey = "exhibit.signatureKey"
  case attachedListed = "exhibit.attachedListed"
  case attachedFault = "exhibit.attachedFault"
  case attachedPictures = "exhibit.attachedPictures"
  case printColours = "exhibit.printColours"
  case scaledDown = "exhibit.scaledDown"
  case redacted = "exhibit.redacted"
  case redactedPageText = "exhibit.redactedPageText"
  case redactedPagePicture = "exhibit.redactedPagePicture"
  case redactedUnsearched = "exhibit.redactedUnsearched"
  case redactedAttached = "exhibit.redactedAttached"

  func finding(field: String, parameters: [FindingParameter]) -> Finding {
    let (severity, message, hint) = words
    return Finding(
      code: rawValue, severity: severity, field: field,
      wording: Message(code: rawValue, pattern: message, parameters: parameters),
      advice: hint.map { Message(code: Message.adviceCode(of: rawValue), pattern: $0, parameters: parameters) })
  }

  var english: String { words.1 }
  var hint: String? { words.2 }

  private var words: (Severity, String, String?) {
    switch self {
    case .altLong:
      (
        .note, "the description has more than {1} characters; the whole of it stands under the picture",
        "put the words of the picture into transcript, and keep alt short"
      )
    case .hiddenData:
      (.note, "left out of the copy that is shown: {1}; the original is unchanged", nil)
    case .location:
      (
        .warning, "the original, which is delivered unchanged, says where the picture was taken",
        "if the authority and the controller should not learn that, attach a copy without location"
      )
    case .colourProfile:
      (
        .note, "the picture's colour profile is not used; colours may look slightly different",
        "export the picture as sRGB if its colours matter"
      )
    case .animation:
      (.note, "only the first frame of the picture is shown", "attach a picture of each frame that matters")
    case .characters:
      (.note, "what cannot be printed stands as its code point, such as [U+1F44D]: {1} in all", nil)
    case .invisible:
      (.note, "{1} characters without any look are left out of the text", nil)
    case .cut:
      (
        .warning, "the text is too long to print: {1} characters are left out, and the annex says so",
        "the original holds all of it; quote what matters in transcript"
      )
    case .charset:
      (
        .warning, "the file does not say rightly how its letters are encoded; some may look wrong",
        "compare the annex with the file; quote what matters in transcript"
      )
    case .encrypted:
      (
        .warning, "the mail is encrypted; only its header can be shown",
        "attach a screenshot of the decrypted mail as well"
      )
    case .parts:
      (.warning, "the mail has {1} parts, more than are listed", nil)
    case .noText:
      (.warning, "the mail has no text that can be shown", "attach a screenshot of the mail as well")
    case .noTextLayer:
      (
        .warning, "pages of the file hold no text, only pictures: {1}; who cannot see them learns nothing from them",
        "quote what matters in transcript, or attach the file as it was before it was scanned or printed"
      )
    case .ratherMail:
      (.note, "the file is {1}; the e-mail itself proves more: its header says who sent it, and when", "{2}")
    case .repeatedField:
      (
        .warning, "sender, date, subject or message number stands more than once in the mail's header",
        "all of them are shown; a mail as it was delivered has one of each, so get the original once more"
      )
    case .otherDate:
      (
        .warning, "the mail bears another date than is stated: {1}",
        "correct the date, or check that it is the right mail"
      )
    case .signedText:
      (
        .warning, "the text of the mail is not the one its sender's server signed (DKIM); the annex says so",
        "programs and forwarding often change mails; get the original once more, as raw source from the mailbox itself"
      )
    case .signedBeginning:
      (
        .warning,
        "the sender's server signed only the first {1} bytes of the mail's text (DKIM); anybody can have added "
          + "the rest",
        "get another proof of the rest, if it matters"
      )
    case .signature:
      (
        .warning, "the signature of the mail (DKIM) does not fit the key record beside it; the annex says so",
        "check that the record is the one of that time; get the original of the mail once more, as raw source"
      )
    case .signatureKey:
      (
        .warning, "the key record beside the mail holds no key that its signature (DKIM) could be verified with",
        "store the TXT record as it was published: a text that begins with v=DKIM1"
      )
    case .attachedListed:
      (
        .warning,
        "files attached to the mail are listed, but not shown: {1}; they are of kinds that cannot be shown, "
          + "or too many",
        "attach what matters in them as an entry of its own: a document as PDF, a recording as screenshots"
      )
    case .attachedFault:
      (
        .warning, "a file attached to the mail is listed, but not shown: {1}",
        "open it; if it matters, save it anew and attach it as an entry of its own"
      )
    case .attachedPictures:
      (
        .warning,
        "pictures attached to the mail have no description: {1}; who cannot see them learns nothing from them",
        "quote what matters in them in transcript, or attach them as entries of their own, each with alt"
      )
    case .printColours:
      (
        .note, "the picture has the colours of print (CMYK); they are shown as those of a screen, slightly different",
        nil
      )
    case .scaledDown:
      (
        .note,
        "the picture is shown with no fewer than {1} pixels an inch, because the authority takes no more at once by this way; "
          + "the annex says so",
        "look at it before you file: everything that matters must be legible"
      )
    case .redacted:
      (
        .note, "something is blacked out; the original is not delivered, nor its hash, and the annex says so",
        "look at the annex before you file: everything that is to be hidden must be gone from it"
      )
    case .redactedPageText:
      (
        .warning,
        "the text of pages with blacked-out areas is left out, since it may hold what stands beneath them: {1} in all",
        "quote in transcript what may be known of these pages"
      )
    case .redactedPagePicture:
      (
        .note, "pages on which words are blacked out are shown as text, without their picture: {1} in all",
        "black out areas instead if the look of the pages matters"
      )
    case .redactedUnsearched:
      (
        .warning, "pages that hold no text cannot be searched for what is to be blacked out: {1} in all",
        "look at these pages, and black out areas of them where the words stand"
      )
    case .redactedAttached:
      (
        .warning,
        "files attached to the mail are neither shown nor delivered, because something in it is blacked out: {1}",
        "attach those that matter as entries of their own, and black out in each what is to be hidden"
      )
    }
  }
}
