import Messages

/// What can be wrong with a record that a person wrote, and what to do about it.
///
/// What only the data's own files can have is said where it is found, in English.
public enum RecordMessage: String, MessageCode {
  // The file.
  case fileTooLarge = "record.fileTooLarge"
  case fileNotYAML = "record.fileNotYAML"
  case fileNotYAMLHere = "record.fileNotYAMLHere"
  case fileEmpty = "record.fileEmpty"
  case fileNoGroup = "record.fileNoGroup"
  case fileCharacter = "record.fileCharacter"
  case anchors = "record.anchors"
  case tooDeep = "record.tooDeep"
  case keyNoWord = "record.keyNoWord"
  case keyTwice = "record.keyTwice"

  // A key and its value.
  case keyUnknown = "record.keyUnknown"
  case keyUnknownUnnamed = "record.keyUnknownUnnamed"
  case mustBe = "record.mustBe"
  case mustBeAndIs = "record.mustBeAndIs"
  case mustBeOneOf = "record.mustBeOneOf"

  // What stands there, or should.
  case singleValue = "record.singleValue"
  case list = "record.list"
  case group = "record.group"
  case nothing = "record.nothing"
  case wholeNumber = "record.wholeNumber"
  case yesOrNo = "record.yesOrNo"

  // What to do.
  case didYouMean = "record.didYouMean"
  case knownHere = "record.knownHere"
  case giveOneRecord = "record.giveOneRecord"
  case giveKeys = "record.giveKeys"
  case lookAround = "record.lookAround"
  case keepOne = "record.keepOne"
  case removeControl = "record.removeControl"

  /// The words in English: lower case, no full stop.
  public var english: String {
    switch self {
    case .fileTooLarge: "the file is larger than {1} bytes"
    case .fileNotYAML: "the file is not YAML"
    case .fileNotYAMLHere: "the file is not YAML: {1}"
    case .fileEmpty: "the file is empty"
    case .fileNoGroup: "the file must be a group of keys, not {1}"
    case .fileCharacter: "the file holds a character that is not allowed in YAML"
    case .anchors: "anchors (&) and aliases (*) are not used in record files"
    case .tooDeep: "lists and groups are nested too deeply"
    case .keyNoWord: "a key must be a single word"
    case .keyTwice: "the same key stands twice in one group"
    case .keyUnknown: "is not a known key"
    case .keyUnknownUnnamed: "there is a key that is not known"
    case .mustBe: "must be {1}"
    case .mustBeAndIs: "must be {1}, not {2}"
    case .mustBeOneOf: "must be one of: {1}"
    case .singleValue: "a single value"
    case .list: "a list"
    case .group: "a group of keys"
    case .nothing: "nothing"
    case .wholeNumber: "a whole number"
    case .yesOrNo: "yes or no"
    case .didYouMean: "did you mean {1}?"
    case .knownHere: "known here: {1}"
    case .giveOneRecord: "give a YAML file of one record"
    case .giveKeys: "a record is a list of keys, each with a value"
    case .lookAround: "look at this line and the one before: indentation, colons, quotes"
    case .keepOne: "keep one of the two"
    case .removeControl: "remove the control character"
    }
  }
}

extension Message {
  /// "did you mean", if one of the words is near to what was typed.
  public static func didYouMean(_ typed: String, in words: some Sequence<String>) -> Message? {
    closest(to: typed, in: words).map { Message(RecordMessage.didYouMean, .term($0)) }
  }
}
