import Matter
import Messages

/// What can be wrong with one row, beyond what is wrong with the matter in it.
///
/// That is what a spreadsheet destroyed, and what only shows beside other rows. Nothing that is destroyed is guessed.
enum RowMessage: String, MessageCode {
  case moreCells = "row.moreCells"
  case fewerCells = "row.fewerCells"
  case gap = "row.gap"
  case errorValue = "cell.errorValue"
  case scientific = "cell.scientific"
  case rounded = "cell.rounded"
  case serialDate = "cell.serialDate"
  case dateOrder = "cell.dateOrder"
  case dateForm = "cell.dateForm"
  case dateFormat = "cell.dateFormat"
  case lostZero = "cell.lostZero"
  case padded = "cell.padded"
  case mojibake = "cell.mojibake"
  case mojibakeText = "cell.mojibake.text"
  case noBreakSpace = "cell.noBreakSpace"
  case truthValue = "cell.truthValue"
  case notInValues = "cell.notInValues"
  case bareNumber = "cell.bareNumber"
  case referenceTwice = "reference.twice"
  case personTwice = "person.twice"
  case groundsShared = "grounds.shared"
  case factsShared = "facts.shared"
  case evidenceShared = "evidence.shared"
  case evidenceMissing = "evidence.notThere"
  case evidenceOutside = "evidence.outside"
  case evidenceUnassigned = "evidence.unassigned"
  case notDrafted = "row.notDrafted"
  case notWritten = "row.notWritten"
  case supplement = "row.supplement"
  case forgotten = "row.forgotten"

  /// How much it weighs.
  var severity: Severity {
    switch self {
    case .padded, .noBreakSpace: .note
    case .fewerCells, .mojibakeText, .rounded, .personTwice, .groundsShared, .factsShared, .evidenceShared,
      .evidenceUnassigned, .supplement:
      .warning
    default: .error
    }
  }

  /// What is wrong, in English: lower case, no full stop.
  var english: String {
    switch self {
    case .moreCells: "the row has {1} cells, the table has {2} columns"
    case .fewerCells: "the row has {1} cells, the table has {2} columns; the rest is read as empty"
    case .gap: "entry {1} is filled in and entry {2} is not"
    case .errorValue: "the spreadsheet wrote an error here instead of a value"
    case .scientific: "digits were lost in the spreadsheet (scientific notation)"
    case .rounded: "a number of {1} digits: spreadsheets keep 15 and put zeros in place of the rest"
    case .serialDate: "the spreadsheet wrote a date as a number of days"
    case .dateOrder: "the date can be read day first or month first"
    case .dateForm: "the date is in a spreadsheet's own form"
    case .dateFormat: "the date is not in the form that the mapping says: {1}"
    case .lostZero: "a postcode of {1} has {2} digits; this has {3}"
    case .padded: "zeros that were lost in the spreadsheet were put back, as the mapping says: {1}"
    case .mojibake, .mojibakeText: "letters were destroyed: the text was read in the wrong encoding once"
    case .noBreakSpace: "a blank in it is a no-break space; it is kept as it is"
    case .truthValue: "the spreadsheet wrote a truth value here instead of yes or no"
    case .notInValues: "the mapping does not say what this value means; it has {1} values"
    case .bareNumber: "a bare number names no account"
    case .referenceTwice: "the same reference stands in row {1} too"
    case .personTwice: "the same person stands in {1} rows; the first is row {2}"
    case .groundsShared: "the same grounds stand in {1} rows; the first is row {2}"
    case .factsShared: "the same words on what is open today stand in {1} rows; the first is row {2}"
    case .evidenceMissing: "the file is not there"
    case .evidenceOutside: "the path leads out of the folder of evidence"
    case .evidenceShared: "the same evidence stands in {1} rows; the first is row {2}"
    case .evidenceUnassigned: "{1} files in the folder of this row have no role in their names and are left out"
    case .notDrafted: "the complaint could not be set"
    case .notWritten: "the complaint could not be written"
    case .supplement: "the row says something else now than when its complaint was filed"
    case .forgotten: "everything about this reference was deleted by `complain forget`"
    }
  }

  /// What to do about it, in English.
  var hint: String? {
    switch self {
    case .moreCells: "a separator inside a cell needs quotation marks around the cell"
    case .fewerCells: "check that the cells stand under the right columns"
    case .gap: "entries are counted from 1 without gaps; move it up, or fill in the one before"
    case .errorValue: "repair the formula, or take the value from the source"
    case .scientific: "they cannot be restored from this file; take the profile name or link from the source"
    case .rounded: "compare it with the source; format the column as text before you paste into it"
    case .serialDate: "format the column as text and write the date like 2025-05-20"
    case .dateOrder, .dateForm: "write it like 2025-05-20, or say the form in the mapping, such as format: dd.MM.yyyy"
    case .dateFormat: "write it in that form, or like 2025-05-20"
    case .lostZero: "spreadsheets drop leading zeros; format the column as text, or set digits in the mapping"
    case .padded: nil
    case .mojibake, .mojibakeText: "export the table once more as CSV UTF-8 from where it came from"
    case .noBreakSpace: nil
    case .truthValue: "write yes or no, or say in the mapping what the values mean"
    case .notInValues: "correct it, or add it to values in the mapping"
    case .bareNumber: "give the account's name or the link to the profile"
    case .referenceTwice: "each person needs a reference of their own that stays the same in the next export"
    case .personTwice: "make one row of them, unless they are two people"
    case .groundsShared: "an authority may treat them as nobody's own; ask the members for their own words"
    case .factsShared: "ask each member what they know"
    case .evidenceMissing: "its path is relative to the folder of the table, or to that of --evidence"
    case .evidenceOutside:
      "put the file there, and give its path from there on, without .. and without / at its beginning"
    case .evidenceShared: "check that it is each person's own; a file shows to whom it belongs"
    case .notDrafted: "try this row by itself with `complain draft`, which says more"
    case .notWritten:
      "it is too large for this file system, or its evidence changed meanwhile; the other rows are not affected"
    case .supplement: "what was filed stays as it is; send what is new as a supplement"
    case .forgotten:
      "take the row out of the table, or give the person a new reference if they ask for a complaint again"
    case .evidenceUnassigned: "begin each name with a number and a role, such as 1-objection.eml or 2-answer.pdf"
    }
  }

  /// The finding, with its parameters in message and hint.
  func finding(_ field: String, _ parameters: Message.Parameter...) -> Finding {
    Finding(
      code: rawValue, severity: severity, field: field,
      wording: Message(code: rawValue, pattern: english, parameters: parameters),
      advice: hint.map { Message(code: Message.adviceCode(of: rawValue), pattern: $0, parameters: parameters) })
  }
}

extension RowReading {
  /// What shows only when the complaint of a row is made.
  public enum Obstacle: Sendable {
    /// It cannot be set; it cannot be written; its row changed after filing; everything about it was deleted.
    case notDrafted, notWritten, supplement, forgotten

    /// The finding.
    public var finding: Finding {
      let message: RowMessage =
        switch self {
        case .notDrafted: .notDrafted
        case .notWritten: .notWritten
        case .supplement: .supplement
        case .forgotten: .forgotten
        }
      return message.finding("reference")
    }
  }
}

/// Words inside messages.
enum PartMessage: String, MessageCode {
  case andMore = "columns.andMore"

  var english: String {
    switch self {
    case .andMore: "{1} more"
    }
  }
}
