import Casebook
import LocalWorld
import Messages

/// A line that a person reads in their own language; findings have words of their own.
///
/// What the command line says about itself (usage, help, the data folder) stands in `Wording` and is English.
enum Line: String, MessageCode {
  // How findings are printed.
  case error
  case warning
  case note
  case hint
  case law
  case label
  case finding
  case findingWithoutPlace = "finding.withoutPlace"
  case line
  case fieldAndLine = "fieldAndLine"

  // After a check.
  case nothingFound
  case noErrors

  // After a draft.
  case written
  case writtenToOutput
  case pages
  case pagesOneAnnex = "pages.oneAnnex"
  case pagesAnnexes = "pages.annexes"
  case nothingSent
  case fileIt
  case byEmail
  case byForm
  case byPortal
  case byPost
  case attachFolder
  case attachOriginals
  case next
  case nextWithoutTime
  case nothingWritten
  case identityAsked

  // What is in a file.
  case inspectedFile
  case inspectProves
  case inspectProvesNot

  // No matter, or none that can be read.
  case noMatter
  case noMatterHint = "noMatter.hint"
  case matterMissing
  case matterIsFolder
  case matterNotPermitted
  case matterNotAFile
  case matterTooLarge
  case matterUnreadable
  case matterHint = "matter.hint"
  case matterNotUTF8
  case matterNotUTF8Hint = "matterNotUTF8.hint"

  // A document that cannot be written.
  case fileExists
  case fileExistsHint = "fileExists.hint"
  case noFolder
  case folderNotPermitted
  case nameIsFolder
  case anotherPlaceHint = "anotherPlace.hint"
  case diskFull
  case fileTooLarge
  case makeRoomHint = "makeRoom.hint"
  case notWritten
  case notWrittenHint = "notWritten.hint"
  case evidenceChanged
  case evidenceChangedHint = "evidenceChanged.hint"

  /// The words in English.
  var english: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    case .hint: "hint"
    case .law: "law"
    case .label: "{1}:"
    case .finding: "{1}: {2} [{3}]"
    case .findingWithoutPlace: "{1} [{2}]"
    case .line: "line {1}"
    case .fieldAndLine: "{1} (line {2})"
    case .nothingFound: "nothing was found"
    case .noErrors: "no errors; the complaint can be drafted"
    case .written: "Written: {1}"
    case .writtenToOutput: "Written to standard output."
    case .pages: "{1} pages, without annexes."
    case .pagesOneAnnex: "{1} pages, with 1 annex."
    case .pagesAnnexes: "{1} pages, with {2} annexes."
    case .nothingSent: "Nothing was sent. The file is on this computer only."
    case .fileIt: "File it with {1}, {2}."
    case .byEmail: "by e-mail to {1}"
    case .byForm: "through its form: {1}"
    case .byPortal: "through its portal: {1}"
    case .byPost: "by post, to the address on page 1"
    case .attachFolder: "Attach the files in {1}."
    case .attachOriginals: "Attach the original files beside it."
    case .next:
      "Next: read it aloud, sign where it asks for it, file it, and note the date; an answer is due within three "
        + "months."
    case .nextWithoutTime: "Next: read it aloud, sign where it asks for it, file it, and note the date."
    case .nothingWritten: "nothing was written"
    case .identityAsked:
      "The authority asks for this. It is printed in the complaint and kept in no other file; leave empty what shall "
        + "not stand there."
    case .inspectedFile: "File {1}"
    case .inspectProves: "It can prove:"
    case .inspectProvesNot: "It cannot prove:"
    case .noMatter: "no matter was given; this is needed"
    case .noMatterHint: "begin with: {1}"
    case .matterMissing: "there is no such file"
    case .matterIsFolder: "this is a folder, not a matter"
    case .matterNotPermitted: "this file may not be read"
    case .matterNotAFile: "this is no file"
    case .matterTooLarge: "this file is too large for a matter"
    case .matterUnreadable: "this file cannot be read"
    case .matterHint: "name a file with the matter; `complain sample > my-matter.yaml` writes one to begin with"
    case .matterNotUTF8: "the matter is not a text in UTF-8"
    case .matterNotUTF8Hint: "save it as UTF-8 in a text editor"
    case .fileExists: "a file of this name is there already"
    case .fileExistsHint: "give another name with {1}, or say --on-collision overwrite or suffix"
    case .noFolder: "the folder for the document does not exist"
    case .folderNotPermitted: "the folder for the document cannot be written"
    case .nameIsFolder: "the name of the document is a folder's"
    case .anotherPlaceHint: "give another place with {1}; nothing was written"
    case .diskFull: "the disk is full"
    case .fileTooLarge: "the file would be larger than this system allows"
    case .makeRoomHint: "make room, or give another place with {1}; nothing was left behind"
    case .notWritten: "the document could not be written"
    case .notWrittenHint: "give another place with {1}; nothing was left behind"
    case .evidenceChanged: "{1} changed while it was being read"
    case .evidenceChangedHint: "let nothing write to it, then draft again; nothing was written"
    }
  }
}

extension Line {
  /// Why a matter cannot be read.
  static func matter(_ failure: InputFile.Failure) -> Line {
    switch failure {
    case .missing: .matterMissing
    case .isFolder: .matterIsFolder
    case .notPermitted: .matterNotPermitted
    case .notAFile: .matterNotAFile
    case .tooLarge: .matterTooLarge
    case .changed, .other: .matterUnreadable
    }
  }

  /// Why a document cannot be written, and what to do; `{1}` of the hint is the option that names the file.
  static func output(_ failure: OutputFile.Failure) -> (problem: Line, hint: Line) {
    switch failure {
    case .exists: (.fileExists, .fileExistsHint)
    case .noFolder: (.noFolder, .anotherPlaceHint)
    case .notPermitted: (.folderNotPermitted, .anotherPlaceHint)
    case .isFolder: (.nameIsFolder, .anotherPlaceHint)
    case .diskFull: (.diskFull, .makeRoomHint)
    case .tooLarge: (.fileTooLarge, .makeRoomHint)
    case .sourceChanged: (.evidenceChanged, .evidenceChangedHint)
    case .other: (.notWritten, .notWrittenHint)
    }
  }

  /// The way a complaint goes to an authority.
  static func way(_ channel: Channel?) -> Message.Parameter {
    let address = Message.Parameter.term(channel?.address ?? "")
    return switch channel?.kind {
    case .email: .words(Line.byEmail, address)
    case .form: .words(Line.byForm, address)
    case .portal: .words(Line.byPortal, address)
    case .post, nil: .words(Line.byPost)
    }
  }
}
