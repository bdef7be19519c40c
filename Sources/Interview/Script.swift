/// The words of the interview in one language, as `locales/interview/<language>.yaml` has them.
public struct Script: Hashable, Sendable {
  /// The words of one question.
  public struct Words: Hashable, Sendable {
    /// What the read-back calls it.
    public var label: String
    /// The question.
    public var prompt: String
    /// The question for a further entry of the same list, where that differs.
    public var again: String?
    /// What helps to answer it; may be empty.
    public var note: String
    /// Why it is asked and where to look.
    public var help: String
    /// What can be chosen, in order: the word, then what is said for it, the shown one first.
    public var choices: [Choice]
  }

  /// Something that can be chosen.
  public struct Choice: Hashable, Sendable {
    /// The word.
    public var word: String
    /// What is said for it: the first is shown, the others are understood.
    public var names: [String]

    /// What is shown.
    public var label: String { names.first ?? word }
  }

  /// What a person types instead of an answer.
  public enum Command: String, CaseIterable, Hashable, Sendable {
    /// Why do you ask; I do not know; back; save and leave; this was all of a longer text.
    case help, unknown, back, stop, done
    /// Adds to the first question: where I work.
    case work
  }

  /// Words in dates.
  public struct DateWords: Hashable, Sendable {
    /// Words for this day and the one before.
    public var today: [String], yesterday: [String]
    /// Words between two days.
    public var through: [String]
    /// Words that say nothing of their own.
    public var filler: [String]
    /// Other names of the months, by number.
    public var months: [String: Int]
    /// The signs between numbers with which the day surely comes first.
    public var dayFirst: [String]
  }

  /// The language's tag.
  public var language: String
  /// What stands at the beginning.
  public var intro: String
  /// The questions.
  public var questions: [QuestionID: Words]
  /// Everything else that is said.
  public var texts: [ScriptText: String]
  /// What is said of files that cannot be annexes.
  public var files: [FileText: String]
  /// The friendly ends.
  public var ends: [Ending: String]
  /// What a person types instead of an answer.
  public var commands: [Command: [String]]
  /// Words in dates.
  public var dateWords: DateWords
  /// Countries by code, each with its names, the usual one first.
  public var countries: [String: [String]]
  /// The codes of the States in which the GDPR applies.
  public var union: [String]

  /// A text with its values.
  public func text(_ text: ScriptText, _ values: [String: String] = [:]) -> String {
    Self.fill(texts[text] ?? "", values)
  }

  /// The words of a question; all scripts have all of them.
  public func words(_ id: QuestionID) -> Words {
    questions[id] ?? Words(label: id.rawValue, prompt: id.rawValue, again: nil, note: "", help: "", choices: [])
  }

  /// What is said for a word of a question.
  public func label(_ word: String, of id: QuestionID) -> String {
    words(id).choices.first { $0.word == word }?.label ?? word
  }

  /// The name of a country; `nil` if it is not known.
  public func countryName(_ code: String) -> String? { countries[code]?.first }

  /// Whether the GDPR applies in a State.
  public func isInUnion(_ code: String) -> Bool { union.contains(code) }

  /// Whether something typed is one of the words for a command.
  public func isCommand(_ typed: String, _ command: Command) -> Bool {
    (commands[command] ?? []).contains { $0.lowercased() == typed.lowercased() }
  }

  /// The first word for a command, as hints name it.
  public func word(_ command: Command) -> String { commands[command]?.first ?? "" }

  /// Puts values into a text; a name without a value vanishes.
  static func fill(_ pattern: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.firstIndex(of: "}") else { return filled + rest[open...] }
      filled += values[String(inner[..<close])] ?? ""
      rest = inner[inner.index(after: close)...]
    }
    return filled + rest
  }
}

/// Everything the interview says beside questions, ends and files.
public enum ScriptText: String, CaseIterable, Hashable, Sendable {
  // What is asked for, on the prompt's own line.
  case promptChoice = "prompt.choice"
  case promptTicks = "prompt.ticks"
  case promptLine = "prompt.line"
  case promptDate = "prompt.date"
  case promptBlock = "prompt.block"
  case promptFile = "prompt.file"
  case promptCountry = "prompt.country"
  case promptEnd = "prompt.end"
  // Around a question.
  case section
  case commandsHint = "hint.commands"
  case ticksHint = "hint.ticks"
  case blockHint = "hint.block"
  case emptyHint = "hint.empty"
  case keep
  case understood
  case authorityNamed = "authority.named"
  case clarify
  case readBackTitle = "read_back.title"
  case readBackLine = "read_back.line"
  case notSaid = "said.nothing"
  case notKnown = "said.unknown"
  case ready
  // What cannot be taken.
  case error
  case hint
  case needed
  case commandsShort = "needed.hint"
  case noBack = "back.none"
  case choiceUnknown = "choice.unknown"
  case ticksUnknown = "ticks.unknown"
  case ticksNone = "ticks.none"
  case numberUnknown = "number.unknown"
  case countryUnknown = "country.unknown"
  case countryMeant = "country.meant"
  case postcodeMalformed = "postcode.malformed"
  case postcodeCustomer = "postcode.customer"
  case dateUnknown = "date.unknown"
  case dateImpossible = "date.impossible"
  case dateNoYear = "date.no_year"
  case dateFuture = "date.future"
  case dateNotADay = "date.not_a_day"
  case dateReversed = "date.reversed"
  case dateBeforeObjection = "date.before_objection"
  case uncheckedAfter = "checked.too_early"
  case latestBeforeEarliest = "latest.before_earliest"
  case textTooLong = "text.too_long"
  case textControl = "text.control"
  case severalFiles = "files.several"
  case fileTwice = "files.twice"
  case emailMalformed = "email.malformed"
  // Remarks in the files.
  case remarkMatter = "remark.matter"
  case remarkUnfinished = "remark.unfinished"
  case commentPerson = "comment.person"
  case commentAccount = "comment.account"
  case commentObjection = "comment.objection"
  case commentResponse = "comment.response"
  case commentGrounds = "comment.grounds"
  case commentEffects = "comment.effects"
  case commentEvidence = "comment.evidence"
  case commentPrior = "comment.prior"
  case commentDeclarations = "comment.declarations"
  case filesNeeded = "files.needed"
  // Around the interview: files, what was found, what comes next.
  case started
  case unfinished
  case goOn = "unfinished.go_on"
  case anew = "unfinished.anew"
  case resumed
  case saved
  case resumeHow = "resume.how"
  case notSaved = "not_saved"
  case notSavedHint = "not_saved.hint"
  case unsaved
  case editLeft = "edit.left"
  case editTitle = "edit.title"
  case written
  case drafting
  case checked
  case notDrafted = "not_drafted"
  case summaryCopy = "summary.copy"
  case summaryChange = "summary.change"
}

/// What is said of a file that cannot be an annex.
public enum FileText: String, CaseIterable, Hashable, Sendable {
  case missing, folder, empty, mismatch, damaged, unreadable
  case notPermitted = "not_permitted"
  case notAFile = "not_a_file"
  case tooLarge = "too_large"
  case tooManyPixels = "too_many_pixels"
  case tooManyPages = "too_many_pages"
  case heif, picture, pdf, page, mailbox, outlook, recording, zip, unknown

  /// What fits a finding's code and the file's format.
  public init(code: String, format: String?) {
    let name = code.split(separator: ".").last.map(String.init) ?? ""
    switch name {
    case "missing", "folder", "empty", "mismatch", "damaged", "unreadable":
      self = FileText(rawValue: name) ?? .unreadable
    case "notPermitted": self = .notPermitted
    case "notAFile": self = .notAFile
    case "tooLarge", "tooLaborious": self = .tooLarge
    case "tooManyPages": self = .tooManyPages
    case "tooManyPixels": self = .tooManyPixels
    default:
      switch format {
      case "heif": self = .heif
      case "png", "jpeg", "webp", "gif", "tiff", "bmp": self = .picture
      case "pdf": self = .pdf
      case "html", "text", "webArchive": self = .page
      case "mailbox": self = .mailbox
      case "outlook": self = .outlook
      case "recording": self = .recording
      case "zip": self = .zip
      default: self = .unknown
      }
    }
  }
}
