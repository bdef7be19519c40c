import Matter
import Messages

/// Why a file cannot become an exhibit; without it there is no complaint.
///
/// Neither the path nor anything from the file stands in it: the field path names the entry.
public struct EvidenceProblem: Error, Hashable, Sendable {
  /// The lasting names of these problems.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    case missing = "evidence.file.missing"
    case folder = "evidence.file.folder"
    case notPermitted = "evidence.file.notPermitted"
    case notAFile = "evidence.file.notAFile"
    case unreadable = "evidence.file.unreadable"
    case changed = "evidence.file.changed"
    case empty = "evidence.file.empty"
    case tooLarge = "evidence.file.tooLarge"
    case mismatch = "evidence.file.mismatch"
    case unsupported = "evidence.file.unsupported"
    case damaged = "evidence.file.damaged"
    case tooManyPixels = "evidence.file.tooManyPixels"
    case tooManyPages = "evidence.file.tooManyPages"
    case noConverter = "evidence.file.noConverter"
    case tooLaborious = "evidence.file.tooLaborious"
    case message = "evidence.file.message"
    case redaction = "evidence.redact"
    case passage = "evidence.passage"
  }

  /// The kind of problem.
  public var code: Code
  /// The field it is about, such as `evidence.2.file`.
  public var field: String
  /// What is wrong, with its numbers and formats: lower case, no full stop.
  public var wording: Message
  /// What to do about it.
  public var advice: Message

  /// What is wrong, as it is printed.
  public var message: String { wording.description }
  /// What to do about it, as it is printed.
  public var hint: String { advice.description }

  /// The problem as a finding among others; always an error.
  public var finding: Finding {
    Finding(code: code.rawValue, severity: .error, field: field, wording: wording, advice: advice)
  }
}

/// Why the caller could not give a file's bytes.
public enum EvidenceObstacle: Error, Hashable, Sendable {
  /// There is no such file.
  case missing
  /// It is a folder.
  case folder
  /// This user may not read it.
  case notPermitted
  /// It is a device, a pipe or a socket.
  case notAFile
  /// It is larger than asked for, in bytes; it was not read.
  case tooLarge(bytes: Int)
  /// Reading failed.
  case unreadable
  /// It was written to while it was read.
  case changed
  /// A mail of it is asked for, and it is no mailbox.
  case noMailbox
  /// None of its mails is the one asked for; how many it has.
  case noSuchMessage(of: Int)
  /// It is a mailbox larger than asked for, and no mail of it is; how many it has.
  case noMessageChosen(of: Int)
  /// Several of its mails are; their numbers, the first few.
  case severalMessages([Int])
}

extension EvidenceProblem {
  init(_ code: Code, field: String, _ wording: EvidenceMessage, _ parameters: [FindingParameter] = []) {
    self.init(
      code: code, field: field,
      wording: Message(code: wording.rawValue, pattern: wording.english, parameters: parameters),
      advice: Message(code: Message.adviceCode(of: wording.rawValue), pattern: wording.hint, parameters: parameters))
  }

  /// What keeps a file from being read.
  public init(_ obstacle: EvidenceObstacle, field: String, limit: Int) {
    switch obstacle {
    case .missing: self.init(.missing, field: field, .missing)
    case .folder: self.init(.folder, field: field, .folder)
    case .notPermitted: self.init(.notPermitted, field: field, .notPermitted)
    case .notAFile: self.init(.notAFile, field: field, .notAFile)
    case .unreadable: self.init(.unreadable, field: field, .unreadable)
    case .changed: self.init(.changed, field: field, .changed)
    case .tooLarge(let bytes): self.init(.tooLarge, field: field, .tooLarge, [.number(bytes), .number(limit)])
    case .noMailbox: self.init(.message, field: field, .noMailbox)
    case .noSuchMessage(let count): self.init(.message, field: field, .messageAbsent, [.number(count)])
    case .noMessageChosen(let count): self = .unchosen(field: field, of: count)
    case .severalMessages(let numbers):
      self.init(.message, field: field, .messageTwice, [.list(numbers.map { .number($0) })])
    }
  }

  /// A mailbox of which no mail is chosen.
  static func unchosen(field: String, of count: Int) -> EvidenceProblem {
    EvidenceProblem(.message, field: field, .messageUnchosen, [.number(count), .words(FormatAdvice.mail)])
  }

  /// A file in which there is nothing.
  public static func empty(field: String) -> EvidenceProblem { EvidenceProblem(.empty, field: field, .empty) }

  static func mismatch(field: String, promised: EvidenceFormat, found: EvidenceFormat) -> EvidenceProblem {
    let (promised, name) = (promised.wording, found.wording)
    guard !FormatAdvice.isSupported(found) else {
      return EvidenceProblem(.mismatch, field: field, .mismatch, [.message(promised), .message(name)])
    }
    return EvidenceProblem(
      .mismatch, field: field, .mismatchUnsupported,
      [.message(promised), .message(name), .message(FormatAdvice.wayOut(of: found, asMail: false))])
  }

  static func unsupported(field: String, _ format: EvidenceFormat, asMail: Bool) -> EvidenceProblem {
    EvidenceProblem(
      .unsupported, field: field, .unsupported,
      [.message(format.wording), .message(FormatAdvice.wayOut(of: format, asMail: asMail))])
  }

  /// A fault that a parser found, in a file of this format.
  init(_ fault: FormatFault, of format: EvidenceFormat, field: String) {
    switch fault {
    case .damaged(let what):
      self.init(.damaged, field: field, .damaged, [.message(format.wording), .words(what)])
    case .unsupported(let what):
      self.init(.unsupported, field: field, .unsupportedVariant, [.message(format.wording), .words(what)])
    case .tooManyPixels(let width, let height, let limit):
      self.init(
        .tooManyPixels, field: field, .tooManyPixels, [.number(width), .number(height), .number(limit)])
    case .tooManyPages(let limit): self.init(.tooManyPages, field: field, .tooManyPages, [.number(limit)])
    case .notConverted(let obstacle): self.init(obstacle, of: format, field: field)
    case .attached(let attached, let obstacle): self.init(obstacle, of: attached, field: field)
    case .redaction(let fault): self.init(fault, of: format, field: field.replacing(".file", with: ".redact"))
    case .passage(let fault): self.init(fault, of: format, field: field.replacing(".file", with: ".passage"))
    }
  }

  /// Why a passage cannot be shown.
  private init(_ fault: Excerpt.Fault, of format: EvidenceFormat, field: String) {
    switch fault {
    case .missing(let name): self.init(.passage, field: field, .passageMissing, [.term(name)])
    case .ambiguous: self.init(.passage, field: field, .passageAmbiguous, [])
    case .noText: self.init(.passage, field: field, .passageNoText, [.message(format.wording)])
    }
  }

  /// Why something cannot be blacked out.
  private init(_ fault: RedactionFault, of format: EvidenceFormat, field: String) {
    func list(_ names: [String]) -> FindingParameter { .list(names.map { .term($0) }) }
    switch fault {
    case .unspecific(let names): self.init(.redaction, field: field, .redactUnspecific, [list(names)])
    case .missing(let names): self.init(.redaction, field: field, .redactMissing, [list(names)])
    case .outside(let names): self.init(.redaction, field: field, .redactOutside, [list(names)])
    case .page(let names, let pages):
      self.init(.redaction, field: field, .redactPage, [list(names), .number(pages)])
    case .noPicture: self.init(.redaction, field: field, .redactNoPicture, [.message(format.wording)])
    case .uncovered: self.init(.redaction, field: field, .redactUncovered, [.message(format.wording)])
    }
  }

  /// What kept a separate process from showing a file.
  private init(_ obstacle: ConversionObstacle, of format: EvidenceFormat, field: String) {
    let name = FindingParameter.message(format.wording)
    switch obstacle {
    case .missingProgram(let program, let package):
      self.init(.noConverter, field: field, .noConverter, [name, .term(program), .term(package)])
    case .noRoom: self.init(.noConverter, field: field, .noRoom, [name])
    case .refused: self.init(.damaged, field: field, .unreadableOrLocked, [name])
    case .tookTooLong, .tooLarge: self.init(.tooLaborious, field: field, .tooLaborious, [name])
    }
  }
}
