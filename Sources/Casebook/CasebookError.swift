import Messages
import Records

/// Why a record of the casebook cannot be had.
public enum CasebookError: Error, Sendable, Equatable {
  /// There is no such entry; `kind` says of what, `hint` what there is or what was meant.
  case unknown(kind: String, hint: Message)
  /// The file is there and wrong.
  case broken(RecordProblems)
  /// The file or folder cannot be read.
  case unreadable(String)

  /// What was asked for is not repeated: it may come from a person's file.
  static func unknown(_ kind: String, _ name: String, known: [String], meant: String? = nil) -> CasebookError {
    let hint =
      if let meant = meant ?? closest(to: name, in: known) {
        Message(RecordMessage.didYouMean, .term(meant))
      } else if known.count <= 40 {
        Message(CasebookMessage.known, .list(known.map { .term($0) }))
      } else {
        Message(CasebookMessage.noneIsLikeIt, .number(known.count))
      }
    return .unknown(kind: kind, hint: hint)
  }
}

extension CasebookError: CustomStringConvertible {
  /// The error with its hint.
  public var description: String {
    switch self {
    case .unknown(let kind, let hint): "error: there is no such \(kind)\nhint: \(hint)"
    case .broken(let problems): problems.description
    case .unreadable(let path): "error: \(path) cannot be read\nhint: check the data folder and its permissions"
    }
  }
}

/// What there is instead of something that is not in the casebook.
public enum CasebookMessage: String, MessageCode {
  case known = "casebook.known"
  case noneIsLikeIt = "casebook.noneIsLikeIt"

  /// The words in English.
  public var english: String {
    switch self {
    case .known: "known: {1}"
    case .noneIsLikeIt: "there are {1}, and none is like it"
    }
  }
}
