import Messages
import Verification

/// What `verify` answers in the person's language.
enum VerifyLine: String, MessageCode {
  // An exhibit in one place.
  case inside = "verify.inside"
  case insideChanged = "verify.insideChanged"
  case insideMissing = "verify.insideMissing"
  case inFolder = "verify.inFolder"
  case inFolderChanged = "verify.inFolderChanged"
  case inFolderMissing = "verify.inFolderMissing"
  case otherPart = "verify.otherPart"
  case beside = "verify.beside"
  case kept = "verify.kept"
  case withheld = "verify.withheld"

  // In two.
  case both = "verify.both"
  case differing = "verify.differing"
  case unchangedWord = "verify.unchangedWord"
  case changedWord = "verify.changedWord"
  case missingWord = "verify.missingWord"

  // The whole.
  case strangers = "verify.strangers"
  case sound = "verify.sound"
  case unsound = "verify.unsound"

  // A file that tells nothing.
  case noPDF = "verify.noPDF"
  case damaged = "verify.damaged"
  case rewritten = "verify.rewritten"
  case noExhibits = "verify.noExhibits"
  case changed = "verify.changed"
  case folder = "verify.folder"
  case fileHint = "verify.fileHint"
  case damagedHint = "verify.damagedHint"
  case noExhibitsHint = "verify.noExhibitsHint"
  case changedHint = "verify.changedHint"
  case folderHint = "verify.folderHint"

  var english: String {
    switch self {
    case .inside: "Annex {1}: unchanged, inside the document"
    case .insideChanged: "Annex {1}: changed; the original inside the document is not the one the document states"
    case .insideMissing: "Annex {1}: missing; the original is not inside the document"
    case .inFolder: "Annex {1}: unchanged, in the folder"
    case .inFolderChanged: "Annex {1}: changed; the file of its name in the folder is not the one the document states"
    case .inFolderMissing: "Annex {1}: missing; no file of the folder is the original"
    case .otherPart: "Annex {1}: in part {2} of the complaint, not looked at here"
    case .beside: "Annex {1}: not looked at; the original accompanies the document, and no folder was given"
    case .kept: "Annex {1}: the original was not delivered with the document"
    case .withheld:
      "Annex {1}: withheld; the complainant has blacked out parts of it, so the document states no hash to verify"
    case .both: "Annex {1}: unchanged, inside the document and in the folder"
    case .differing: "Annex {1}: inside the document {2}, in the folder {3}"
    case .unchangedWord: "unchanged"
    case .changedWord: "changed"
    case .missingWord: "missing"
    case .strangers: "Files inside the document that are no original of an annex: {1}"
    case .sound: "{1} annexes; nothing speaks against them."
    case .unsound: "{1} annexes; not all of them could be confirmed."
    case .noPDF: "the file is no PDF file"
    case .damaged: "the file is damaged, or no document of this program"
    case .rewritten: "the file was saved again by another program: something was appended"
    case .noExhibits: "the file states no exhibits that could be verified"
    case .changed: "the file, or one of the folder, changed while it was read"
    case .folder: "the folder cannot be opened"
    case .fileHint: "name the PDF file with the complaint, or one of its parts"
    case .damagedHint: "take the file as it was written or received, not one that was saved or printed anew"
    case .noExhibitsHint:
      "a complaint without annexes has none; one of an earlier version must be drafted anew"
    case .changedHint: "let nothing write to it, then verify again"
    case .folderHint: "name the folder with the originals, such as the one beside the complaint"
    }
  }

  static func of(_ state: Verification.State) -> VerifyLine {
    switch state {
    case .unchanged: .unchangedWord
    case .changed: .changedWord
    case .missing: .missingWord
    }
  }
}

extension Failure {
  /// A file that cannot be verified.
  init(_ status: ExitStatus, _ problem: some MessageCode, hint: VerifyLine, in interface: Interface) {
    self.init(
      status, interface.worded(Messages.Message(problem)), hint: interface.worded(Messages.Message(hint)), in: interface
    )
  }
}
