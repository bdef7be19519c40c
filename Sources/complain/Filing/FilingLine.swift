import LocalWorld
import Messages

/// A line about kits, filing and forgetting that a person reads in their own language.
///
/// What the pages of a kit say, and what `filed`, `where` and `forget` list, stands in `locales/kit`.
enum FilingLine: String, MessageCode {
  // A kit.
  case kitNothingSent
  case kitOpen
  case kitNext
  case kitExists
  case kitExistsHint = "kitExists.hint"
  case kitNoFolder
  case kitNotPermitted
  case kitPlaceHint = "kitPlace.hint"
  case kitMakeRoomHint = "kitMakeRoom.hint"
  case kitNotWritten
  case kitHoldsOther
  case kitHoldsOtherHint = "kitHoldsOther.hint"

  // The folder it lies in.
  case folderSynchronised
  case folderReadable
  case folderSynchronisedAndReadable

  // The record beside the matter, and what it protects.
  case recordUnreadable
  case recordUnreadableHint = "recordUnreadable.hint"
  case recordNotWritten
  case recordFailed
  case recordFailedHint = "recordFailed.hint"
  case frozen
  case frozenHint = "frozen.hint"

  // Filing.
  case filedNothing
  case filedNothingHint = "filedNothing.hint"
  case filedGone
  case filedGoneHint = "filedGone.hint"
  case calendarExists
  case calendarNotWritten
  case calendarHint = "calendar.hint"
  case referenceNoted

  // Forgetting.
  case forgetIncomplete
  case forgetIncompleteHint = "forgetIncomplete.hint"

  /// The words in English.
  var english: String {
    switch self {
    case .kitNothingSent: "Nothing was sent. The folder is on this computer only."
    case .kitOpen: "Open START-HERE.html in it with a double-click: it says what to do, step by step."
    case .kitNext: "Next: read the complaint aloud, sign where it asks for it, file it, then run `complain filed`."
    case .kitExists: "a file or folder of this name is there already"
    case .kitExistsHint: "give another name with --kit, or say --on-collision overwrite or suffix"
    case .kitNoFolder: "the folder in which the kit was to be made does not exist"
    case .kitNotPermitted: "the folder in which the kit was to be made cannot be written"
    case .kitPlaceHint: "give another place with --kit; nothing was left behind"
    case .kitMakeRoomHint: "make room, or give another place with --kit; nothing was left behind"
    case .kitNotWritten: "the kit could not be written"
    case .kitHoldsOther: "the folder for the kit holds other files, or is no folder"
    case .kitHoldsOtherHint: "give a new name with --kit; only a folder with nothing but a kit in it is replaced"
    case .folderSynchronised:
      "{1} copies this folder to other computers; what is personal is safer in a folder that stays here"
    case .folderReadable:
      "other users of this computer can list this folder; what is personal is safer in one of your own"
    case .folderSynchronisedAndReadable:
      "{1} copies this folder to other computers, and other users of this one can list it; what is personal is safer "
        + "in a folder of your own"
    case .recordUnreadable: "the record beside the matter cannot be read"
    case .recordUnreadableHint:
      "it is the file that ends in .record.yaml; take back what was changed in it, or move it away if nothing was filed"
    case .recordNotWritten:
      "it could not be noted beside the matter what was written; `complain where` and `complain forget` will not know it"
    case .recordFailed: "the record beside the matter could not be written"
    case .recordFailedHint: "make the matter's folder writable; nothing was recorded and no file was left behind"
    case .frozen: "this is the complaint that was filed; it stays as it is"
    case .frozenHint:
      "give another name; what is new becomes a supplement, and only `complain forget` removes what was filed"
    case .filedNothing: "no complaint drafted from this matter is known"
    case .filedNothingHint: "draft it first, or draft it again with the --date it bears: the same bytes come out"
    case .filedGone: "the complaint is no longer there as it was drafted"
    case .filedGoneHint: "draft it again with the --date it bears, or put it back: the same bytes come out"
    case .calendarExists: "a calendar file of this name is there already"
    case .calendarNotWritten: "the calendar file could not be written"
    case .calendarHint: "give another name with --output, or say --on-collision overwrite or suffix"
    case .referenceNoted: "The file number is recorded."
    case .forgetIncomplete: "something was not deleted"
    case .forgetIncompleteHint: "it is named above; look at it and delete it yourself"
    }
  }
}

extension FilingLine {
  /// Why a kit cannot be written, and what to do.
  static func kit(_ failure: OutputFile.Failure) -> (problem: FilingLine, hint: FilingLine) {
    switch failure {
    case .exists: (.kitExists, .kitExistsHint)
    case .noFolder: (.kitNoFolder, .kitPlaceHint)
    case .notPermitted: (.kitNotPermitted, .kitPlaceHint)
    case .diskFull, .tooLarge: (.kitNotWritten, .kitMakeRoomHint)
    case .isFolder, .sourceChanged, .other: (.kitNotWritten, .kitPlaceHint)
    }
  }
}

extension Interface {
  /// A line.
  func text(_ line: FilingLine, _ parameters: Message.Parameter...) -> String {
    worded(Message(code: line.rawValue, pattern: line.english, parameters: parameters))
  }
}

extension Failure {
  /// A failure that a person is told in their own language.
  init(_ status: ExitStatus, _ line: FilingLine, hint: FilingLine, in interface: Interface) {
    self.init(status, interface.text(line), hint: interface.text(hint), in: interface)
  }
}
