import Messages

/// What is said about a file that cannot become an exhibit.
enum EvidenceMessage: String, MessageCode {
  case missing = "evidence.file.missing"
  case folder = "evidence.file.folder"
  case notPermitted = "evidence.file.notPermitted"
  case notAFile = "evidence.file.notAFile"
  case unreadable = "evidence.file.unreadable"
  case changed = "evidence.file.changed"
  case empty = "evidence.file.empty"
  case tooLarge = "evidence.file.tooLarge"
  case mismatch = "evidence.file.mismatch"
  /// The file is not what its name says, and not taken either.
  case mismatchUnsupported = "evidence.file.mismatch.unsupported"
  case unsupported = "evidence.file.unsupported"
  /// The format is taken, what this file does with it is not.
  case unsupportedVariant = "evidence.file.unsupported.variant"
  case damaged = "evidence.file.damaged"
  /// The program that was to show the file could not.
  case unreadableOrLocked = "evidence.file.damaged.orLocked"
  case tooManyPixels = "evidence.file.tooManyPixels"
  case tooManyPages = "evidence.file.tooManyPages"
  case tooLaborious = "evidence.file.tooLaborious"
  case noConverter = "evidence.file.noConverter"
  /// The programs are there, the room to work is not.
  case noRoom = "evidence.file.noConverter.room"
  /// A mailbox, and no mail of it chosen.
  case messageUnchosen = "evidence.file.message"
  case messageAbsent = "evidence.file.message.absent"
  case messageTwice = "evidence.file.message.twice"
  case noMailbox = "evidence.file.message.noMailbox"
  case redactUnspecific = "evidence.redact.unspecific"
  case redactMissing = "evidence.redact.missing"
  case redactOutside = "evidence.redact.outside"
  case redactPage = "evidence.redact.page"
  case redactNoPicture = "evidence.redact.noPicture"
  case redactUncovered = "evidence.redact.uncovered"
  case passageMissing = "evidence.passage.missing"
  case passageAmbiguous = "evidence.passage.ambiguous"
  case passageNoText = "evidence.passage.noText"

  /// What is wrong, in English: lower case, no full stop.
  var english: String {
    switch self {
    case .missing: "the file does not exist"
    case .folder: "is a folder, not a file"
    case .notPermitted: "the file may not be read"
    case .notAFile: "is a device or pipe, not a file"
    case .unreadable: "the file cannot be read"
    case .changed: "the file was changed while it was read"
    case .empty: "the file is empty"
    case .tooLarge: "the file has {1} bytes; at most {2} are taken"
    case .mismatch, .mismatchUnsupported:
      "the file is not what its name says: the name promises {1}, the content is {2}"
    case .unsupported: "the file is {1}, which cannot become an exhibit"
    case .unsupportedVariant: "the file is {1} of a kind not taken: {2}"
    case .damaged: "the file is {1} and damaged: {2}"
    case .unreadableOrLocked: "the file is {1} and cannot be shown: it is damaged or locked by a password"
    case .tooManyPixels: "the picture has {1} x {2} pixels; at most {3} in all are taken"
    case .tooManyPages: "the file has more than {1} pages"
    case .tooLaborious: "the file is {1} and takes more time or room to show than any exhibit may"
    case .noConverter: "the file is {1}, and {2}, which shows such files, is not installed"
    case .noRoom: "the file is {1}, and there is no room to convert it"
    case .messageUnchosen:
      "the file is a mailbox with several e-mails, and which one is meant is not said; e-mails: {1}"
    case .messageAbsent: "no e-mail of the mailbox is the one that message names; e-mails: {1}"
    case .messageTwice: "several e-mails of the mailbox have that Message-ID, the ones with these numbers: {1}"
    case .noMailbox: "message chooses an e-mail of a mailbox, and the file is none"
    case .redactUnspecific: "what is to be blacked out is too short to be searched for: {1}"
    case .redactMissing: "what is to be blacked out stands nowhere in what is shown of the file: {1}"
    case .redactOutside: "an area to be blacked out has no size or lies outside the picture: {1}"
    case .redactPage: "an area to be blacked out lies on no page of the file, which has {2}: {1}"
    case .redactNoPicture: "the file is {1} and shown as text; no area of it can be blacked out"
    case .redactUncovered:
      "the file is {1}; words are blacked out in its description only, and still seen in the picture"
    case .passageMissing:
      "the words of {1}, where the passage of the file's text is to begin or end, stand nowhere in it"
    case .passageAmbiguous: "the words the passage of the file's text begins with stand in more than one place"
    case .passageNoText: "the file is {1}; a passage can be taken only of a text, HTML, JSON or CSV file"
    }
  }

  /// What to do about it, in English.
  var hint: String {
    switch self {
    case .missing: "check the path; it is relative to the folder of the matter file"
    case .folder: "name each file of it as an entry of its own"
    case .notPermitted: "give yourself the right to read it"
    case .notAFile: "save the content in a file and name that"
    case .unreadable: "copy it to this computer's disk and try again"
    case .changed: "close the program that writes to it, or attach a copy of it, and try again"
    case .empty: "save or download it once more; zero bytes prove nothing"
    case .tooLarge: "attach what matters: a screenshot instead of a film, the one mail instead of the mailbox"
    case .mismatch: "check that it is the right file; if it is, change the ending of its name"
    case .mismatchUnsupported: "check that it is the right file; if it is, change the ending of its name; {3}"
    case .unsupported: "{2}"
    case .unsupportedVariant: "open it in a picture viewer and save it as an RGB PNG"
    case .damaged: "open it; if it still shows, save it anew or take a screenshot, else get the original once more"
    case .unreadableOrLocked:
      "open it; if it shows, save or print it anew without a password, else get the original once more"
    case .tooManyPixels: "cut it into several pictures, or save it smaller"
    case .tooManyPages: "attach the pages that matter as a file of their own"
    case .tooLaborious: "attach what matters as a smaller file or a screenshot"
    case .noConverter: "apt-get install {3}"
    case .noRoom: "make room for temporary files, or give yourself the right to write them"
    case .messageUnchosen:
      "add message with the e-mail's number, from 1 to {1}, counted from the top of the file, or with its Message-ID; or "
        + "attach that e-mail alone: {2}"
    case .messageAbsent:
      "give its number, from 1 to {1}, counted from the top of the file, or its Message-ID as the e-mail's header has it"
    case .messageTwice: "give the number of one of them in place of the Message-ID"
    case .noMailbox: "leave message out, or name the mailbox that holds the e-mail"
    case .redactUnspecific: "give at least three letters or digits"
    case .redactMissing:
      "check the spelling: as long as it is not found, nothing is hidden; take out what need not be hidden"
    case .redactOutside: "give left, top, width and height in per cent of the picture as you see it upright"
    case .redactPage: "give the page of each area, from 1"
    case .redactNoPicture: "give the words under words or patterns instead of areas"
    case .redactUncovered: "give the areas of the picture in which the words stand"
    case .passageMissing: "copy them from one line of the file as it is shown without passage; to comes behind from"
    case .passageAmbiguous: "give more words under from, so that they stand there once"
    case .passageNoText: "take passage out, or attach the data export it is from"
    }
  }
}

/// Every message of this module, for whoever words them in another language.
public enum EvidenceMessages {
  /// What a finding can say, and what to do about it.
  public static var findings: [(wording: Message, advice: Message?)] {
    EvidenceMessage.allCases.map { code in
      (Message(code), Message(code: Message.adviceCode(of: code.rawValue), pattern: code.hint))
    }
      + ExhibitFinding.allCases.map { code in
        (Message(code), code.hint.map { Message(code: Message.adviceCode(of: code.rawValue), pattern: $0) })
      }
  }

  /// What stands in the places of these.
  public static var parts: [Message] {
    EvidenceFormat.allCases.map(\.wording) + FormatAdvice.allCases.map { Message($0) }
      + HiddenData.allCases.map { Message($0) } + FormatFault.Damage.allCases.map { Message($0) }
      + FormatFault.Variant.allCases.map { Message($0) } + InspectionFact.allCases.map { Message($0) }
      + InspectionProof.allCases.map { Message($0) } + InspectionSignature.allCases.map { Message($0) }
  }
}
