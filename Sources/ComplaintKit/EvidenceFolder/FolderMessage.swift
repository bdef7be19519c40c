import Matter
import Messages

/// What can be wrong with a folder of evidence or its table.
///
/// Files have no names here: a place is the entry's among all of the folder, sorted as annexes are.
enum FolderMessage: String, MessageCode {
  // The folder.
  case folder = "evidence.folder"
  case empty = "evidence.folder.empty"
  case tooMany = "evidence.folder.tooMany"
  case links = "evidence.folder.links"
  case others = "evidence.folder.others"
  case folders = "evidence.folder.folders"
  case unassigned = "evidence.folder.unassigned"

  // The table.
  case tableUnreadable = "evidence.table"
  case noRows = "evidence.table.noRows"
  case rows = "evidence.table.rows"
  case columns = "evidence.table.columns"
  case columnMissing = "evidence.table.columnMissing"
  case columnTwice = "evidence.table.columnTwice"
  case cells = "evidence.table.cells"
  case file = "evidence.table.file"
  case outside = "evidence.table.outside"
  case twice = "evidence.table.twice"
  case role = "evidence.table.role"
  case date = "evidence.table.date"
  case effective = "evidence.table.effective"
  case language = "evidence.table.language"

  /// The field of all of them.
  static let field = "evidence"

  /// How much it weighs.
  var severity: Severity {
    switch self {
    case .empty, .folders, .unassigned, .columns: .warning
    default: .error
    }
  }

  var english: String {
    switch self {
    case .folder: "there is no such folder, or it may not be read"
    case .empty: "the folder is empty"
    case .tooMany: "the folder holds {1} files; at most {2} become annexes"
    case .links: "{1} entries of the folder are links to files elsewhere; sorted, they are number {2}"
    case .others: "{1} entries of the folder are no files; sorted, they are number {2}"
    case .folders: "{1} folders in the folder are not looked into; sorted, they are number {2}"
    case .unassigned: "{1} files of the folder become no annexes; sorted, they are number {2}"
    case .tableUnreadable: "evidence.csv cannot be read, or is larger than {1} bytes"
    case .noRows: "evidence.csv names no file"
    case .rows: "evidence.csv has more than {1} rows"
    case .columns: "{1} columns of evidence.csv are not used: number {2}"
    case .columnMissing: "evidence.csv has no column {1}"
    case .columnTwice: "evidence.csv has more than one column {1}"
    case .cells: "row {1} of evidence.csv has more cells than the {2} columns"
    case .file: "row {1} of evidence.csv names no file that is in the folder"
    case .outside: "row {1} of evidence.csv names a file outside the folder"
    case .twice: "rows {1} and {2} of evidence.csv name the same file, and the same e-mail of it if it is a mailbox"
    case .role: "row {1} of evidence.csv does not say what the file is evidence of"
    case .date: "row {1} of evidence.csv holds a date that cannot be read"
    case .effective: "row {1} of evidence.csv holds a day from which a policy applies that cannot be read"
    case .language: "row {1} of evidence.csv holds a language that cannot be read"
    }
  }

  /// What to do about it, in English.
  var hint: String? {
    switch self {
    case .folder: "name a folder by its path from the matter's own, or list the files one by one"
    case .empty: "put the files there, or leave the field out"
    case .tooMany, .rows: "keep what proves something, or put several pages into one PDF"
    case .links, .others: "put the files themselves there"
    case .folders: "put what is evidence into the folder itself"
    case .unassigned:
      "begin their names with what they are, such as objection, answer or account, or give each a row in evidence.csv; "
        + "take out what is no evidence"
    case .tableUnreadable: "save it once more from the spreadsheet, as CSV UTF-8"
    case .noRows: "give each file a row, with its name and its role"
    case .columns: "known are file, message, role, date, entity, effective, caption, alt, transcript and language"
    case .columnMissing: "name it in row 1"
    case .columnTwice: "keep one of them"
    case .cells: "a separator inside a text needs quotation marks around the text"
    case .file: "write the name as the folder shows it, with its ending"
    case .outside: "put the file into the folder and write its name alone"
    case .twice: "keep one of the two"
    case .role: "one of {2}"
    case .date: "write it like 2025-05-20, 2025-05 or 2025"
    case .effective: "write it like 2025-05-27"
    case .language: "write it like de or de-AT"
    }
  }

  /// The finding, with its parameters in message and hint.
  func finding(_ parameters: Message.Parameter...) -> Finding {
    Finding(
      code: rawValue, severity: severity, field: Self.field,
      wording: Message(code: rawValue, pattern: english, parameters: parameters),
      advice: hint.map { Message(code: Message.adviceCode(of: rawValue), pattern: $0, parameters: parameters) })
  }
}

/// Every message about folders of evidence, for whoever words them in another language.
public enum FolderMessages {
  /// What a finding can say, and what to do about it.
  public static var findings: [(wording: Message, advice: Message?)] {
    FolderMessage.allCases.map { code in
      (Message(code), code.hint.map { Message(code: Message.adviceCode(of: code.rawValue), pattern: $0) })
    }
  }
}
