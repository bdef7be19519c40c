import Matter

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
    case empty = "evidence.file.empty"
    case tooLarge = "evidence.file.tooLarge"
    case mismatch = "evidence.file.mismatch"
    case unsupported = "evidence.file.unsupported"
    case damaged = "evidence.file.damaged"
    case tooManyPixels = "evidence.file.tooManyPixels"
  }

  /// The kind of problem.
  public var code: Code
  /// The field it is about, such as `evidence.2.file`.
  public var field: String
  /// What is wrong: lower case, no full stop.
  public var message: String
  /// What to do about it.
  public var hint: String
  /// The numbers and formats in the message.
  public var parameters: [FindingParameter]

  /// The problem as a finding among others; always an error.
  public var finding: Finding {
    Finding(
      code: code.rawValue, severity: .error, field: field, message: message, hint: hint, parameters: parameters)
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
}

extension EvidenceProblem {
  init(_ code: Code, field: String, _ message: String, hint: String, _ parameters: [FindingParameter] = []) {
    self.init(code: code, field: field, message: message, hint: hint, parameters: parameters)
  }

  /// What keeps a file from being read.
  init(_ obstacle: EvidenceObstacle, field: String, limit: Int) {
    switch obstacle {
    case .missing:
      self.init(
        .missing, field: field, "the file does not exist",
        hint: "check the path; it is relative to the folder of the matter file")
    case .folder:
      self.init(.folder, field: field, "is a folder, not a file", hint: "name each file of it as an entry of its own")
    case .notPermitted:
      self.init(.notPermitted, field: field, "the file may not be read", hint: "give yourself the right to read it")
    case .notAFile:
      self.init(
        .notAFile, field: field, "is a device or pipe, not a file", hint: "save the content in a file and name that")
    case .unreadable:
      self.init(
        .unreadable, field: field, "the file cannot be read", hint: "copy it to this computer's disk and try again")
    case .tooLarge(let bytes):
      self.init(
        .tooLarge, field: field, "the file has \(bytes) bytes; at most \(limit) are taken",
        hint: "attach what matters: a screenshot instead of a film, the one mail instead of the mailbox",
        [.number(bytes), .number(limit)])
    }
  }

  static func empty(field: String) -> EvidenceProblem {
    EvidenceProblem(
      .empty, field: field, "the file is empty", hint: "save or download it once more; zero bytes prove nothing")
  }

  static func mismatch(field: String, promised: EvidenceFormat, found: EvidenceFormat) -> EvidenceProblem {
    EvidenceProblem(
      .mismatch, field: field,
      "the file is not what its name says: the name promises \(promised.name), the content is \(found.name)",
      hint: "check that it is the right file; if it is, change the ending of its name"
        + (FormatAdvice.isSupported(found) ? "" : "; " + FormatAdvice.wayOut(of: found, asMail: false)),
      [.term(promised.rawValue), .term(found.rawValue)])
  }

  static func unsupported(field: String, _ format: EvidenceFormat, asMail: Bool) -> EvidenceProblem {
    EvidenceProblem(
      .unsupported, field: field, "the file is \(format.name); so far PNG, JPEG and e-mails (.eml) become exhibits",
      hint: FormatAdvice.wayOut(of: format, asMail: asMail), [.term(format.rawValue)])
  }

  /// A fault that a parser found, in a file of this format.
  init(_ fault: FormatFault, of format: EvidenceFormat, field: String) {
    switch fault {
    case .damaged(let what):
      self.init(
        .damaged, field: field, "the file is \(format.name) and damaged: \(what)",
        hint: "open it; if it still shows, save it anew or take a screenshot, else get the original once more",
        [.term(format.rawValue)])
    case .unsupported(let what):
      self.init(
        .unsupported, field: field, "the file is \(format.name) of a kind not taken: \(what)",
        hint: "open it in a picture viewer and save it as an RGB PNG", [.term(format.rawValue)])
    case .tooManyPixels(let width, let height, let limit):
      self.init(
        .tooManyPixels, field: field, "the picture has \(width) x \(height) pixels; at most \(limit) in all are taken",
        hint: "cut it into several pictures, or save it smaller", [.number(width), .number(height), .number(limit)])
    }
  }
}

/// What a parser finds wrong in a file; the words hold nothing from the file but numbers and marker names.
enum FormatFault: Error, Hashable, Sendable {
  case damaged(String)
  case unsupported(String)
  case tooManyPixels(width: Int, height: Int, limit: Int)
}
