import Checking
import Matter
import Messages

/// What can be wrong with a table as a whole, before any row of it is looked at.
enum TableMessage: String, MessageCode {
  case unreadable = "table.unreadable"
  case empty = "table.empty"
  case headerOnly = "table.headerOnly"
  case otherFormat = "table.otherFormat"
  case encodingUnknown = "table.encodingUnknown"
  case encodingBroken = "table.encodingBroken"
  case encodingGuessed = "table.encodingGuessed"
  case cellTooLong = "table.cellTooLong"
  case tooManyCells = "table.tooManyCells"
  case quoteOpen = "table.quoteOpen"
  case noHeader = "columns.noHeader"
  case missing = "columns.missing"
  case unknown = "columns.unknown"
  case twice = "columns.twice"
  case nameless = "columns.nameless"
  case mapped = "columns.mapped"
  case datesLocal = "columns.datesLocal"
  case emptyRows = "rows.empty"
  case referencesTwice = "rows.references"
  case foldersStrange = "evidence.folders"
  case fixUnknown = "fix.unknown"
  case fixColumns = "fix.columns"
  case fixTwice = "fix.twice"
  case fixReference = "fix.reference"
  case fixTooLarge = "fix.tooLarge"

  /// How much it weighs.
  var severity: Severity {
    switch self {
    case .encodingGuessed, .emptyRows: .note
    case .unknown, .nameless, .foldersStrange: .warning
    default: .error
    }
  }

  /// What is wrong, in English: lower case, no full stop.
  var english: String {
    switch self {
    case .unreadable: "the table cannot be read"
    case .empty: "the table is empty"
    case .headerOnly: "the table has the names of its columns and no row below them"
    case .otherFormat: "the file is {1}, not a CSV file"
    case .encodingUnknown: "how the letters of the table are encoded cannot be told"
    case .encodingBroken: "row {1} holds bytes that are no letters in {2}, the encoding of the rest"
    case .encodingGuessed: "the table does not say how its letters are encoded; it is read as {1}"
    case .cellTooLong: "row {1}, column {2}: the cell is longer than any cell of a spreadsheet"
    case .tooManyCells: "row {1} has more than {2} cells"
    case .quoteOpen: "a quotation mark opens a cell in row {1} and is never closed"
    case .noHeader: "row 1 holds no names of columns that are known here"
    case .missing: "the table lacks {1} columns it needs: {2}"
    case .unknown: "{1} columns are not used: {2}"
    case .twice: "two columns have the same name: {1} and {2}"
    case .nameless: "{1} columns have no name in row 1 and are not used"
    case .mapped: "the mapping names {1} columns that the table does not have: {2}"
    case .datesLocal: "dates in column {1} can be read day first or month first ({2} rows)"
    case .emptyRows: "{1} empty rows were left out"
    case .referencesTwice: "rows {1} and {2} have the same reference"
    case .foldersStrange: "{1} folders of evidence belong to no row of the table"
    case .fixUnknown: "{1} rows of the corrections belong to no row of the table; the first is row {2}"
    case .fixColumns: "the corrections have {1} columns that the table does not have: {2}"
    case .fixTwice: "rows {1} and {2} of the corrections have the same reference"
    case .fixReference: "the corrections have no column for the reference"
    case .fixTooLarge: "the corrections are larger than {1} bytes"
    }
  }

  /// What to do about it, in English.
  var hint: String? {
    switch self {
    case .unreadable: "check the path and your right to read it"
    case .empty: "save it once more from the spreadsheet, as CSV UTF-8"
    case .headerOnly: "save it once more with its rows; a filter in the spreadsheet may hide them"
    case .otherFormat: "{2}"
    case .encodingUnknown: "save it as CSV UTF-8, or name the encoding with --encoding"
    case .encodingBroken: "save it as CSV UTF-8 from where it came from, not from a copy that was put together"
    case .encodingGuessed: "look at the accented letters in the first complaint; CSV UTF-8 needs no guess"
    case .cellTooLong: "a quotation mark that is never closed is the usual cause; look at this row and those above it"
    case .tooManyCells: "look at this row; a spreadsheet has no such row"
    case .quoteOpen: "close it, or write a quotation mark inside a cell twice"
    case .noHeader: "the names of the columns must stand in row 1; `complain columns` says how they are read"
    case .missing: "it has: {3}; `complain columns` writes a mapping for you to check"
    case .unknown: "name them in the mapping, or list them there under ignore"
    case .twice: "rename one of them in the spreadsheet"
    case .nameless: "give them names, or delete them in the spreadsheet"
    case .mapped: "correct the mapping, or take the lines out; the table has: {3}"
    case .datesLocal: "say which in the mapping, such as format: dd.MM.yyyy; nothing is guessed"
    case .emptyRows: nil
    case .referencesTwice: "each person needs a reference of their own that stays the same in the next export"
    case .foldersStrange:
      "a folder has the name of its row's reference, unless evidence.folder says another; nothing in them is used"
    case .fixUnknown: "the reference ties a correction to its row; put it back as it was"
    case .fixColumns: "keep the names of the columns as they were written"
    case .fixTwice: "keep one of the two"
    case .fixReference: "keep the column, and what stands in it"
    case .fixTooLarge: "put the corrections into the table itself, or correct it in parts"
    }
  }

  /// The finding, with its parameters in message and hint.
  func finding(_ parameters: Message.Parameter..., field: String = "", row: Int? = nil) -> Finding {
    Finding(
      code: rawValue, severity: severity, field: field,
      wording: Message(code: rawValue, pattern: english, parameters: parameters),
      advice: hint.map { Message(code: Message.adviceCode(of: rawValue), pattern: $0, parameters: parameters) },
      line: row)
  }
}

/// What a file is that is no table, and how to make one of it.
enum FormatMessage: String, MessageCode {
  case excel = "table.excel"
  case excelOld = "table.excelOld"
  case openDocument = "table.openDocument"
  case zip = "table.zip"
  case pdf = "table.pdf"
  case html = "table.html"
  case compressed = "table.compressed"
  case binary = "table.binary"
  case fromExcel = "table.fromExcel"
  case fromOpenDocument = "table.fromOpenDocument"
  case fromSource = "table.fromSource"
  case unpack = "table.unpack"

  var english: String {
    switch self {
    case .excel: "an Excel workbook"
    case .excelOld: "an old Excel workbook"
    case .openDocument: "an OpenDocument spreadsheet"
    case .zip: "a ZIP archive"
    case .pdf: "a PDF"
    case .html: "a web page or XML"
    case .compressed: "a compressed file"
    case .binary: "no text"
    case .fromExcel: "in Excel: File, Save As, CSV UTF-8; close Excel, then run this again"
    case .fromOpenDocument: "in LibreOffice: File, Save As, Text CSV, character set UTF-8; then run this again"
    case .fromSource: "export the table as CSV UTF-8 from the program it comes from"
    case .unpack: "unpack it, and give the CSV file that is inside"
    }
  }

  static func of(_ format: TableFault.OtherFormat) -> (what: FormatMessage, advice: FormatMessage) {
    switch format {
    case .excel: (.excel, .fromExcel)
    case .excelOld: (.excelOld, .fromExcel)
    case .openDocument: (.openDocument, .fromOpenDocument)
    case .zip: (.zip, .unpack)
    case .pdf: (.pdf, .fromSource)
    case .html: (.html, .fromSource)
    case .compressed: (.compressed, .unpack)
    case .binary: (.binary, .fromSource)
    }
  }
}

extension TableFault {
  /// The fault as a finding about the file.
  public var finding: Finding {
    switch self {
    case .unreadable, .memory: TableMessage.unreadable.finding()
    case .empty: TableMessage.empty.finding()
    case .noHeader: TableMessage.noHeader.finding(row: 1)
    case .other(let format):
      TableMessage.otherFormat.finding(.words(FormatMessage.of(format).what), .words(FormatMessage.of(format).advice))
    case .encodingUnknown: TableMessage.encodingUnknown.finding()
    case .encodingBroken(let row, let encoding):
      TableMessage.encodingBroken.finding(.number(row), .term(encoding.name), row: row)
    case .cellTooLong(let row, let column):
      TableMessage.cellTooLong.finding(.number(row), .number(column), row: row)
    case .tooManyCells(let row):
      TableMessage.tooManyCells.finding(.number(row), .number(CSVParser.mostCells), row: row)
    case .quoteOpen(let row): TableMessage.quoteOpen.finding(.number(row), row: row)
    }
  }
}

/// Every message of this module, for whoever words them in another language.
public enum RowMessages {
  /// What a finding can say, and what to do about it.
  public static var findings: [(wording: Message, advice: Message?)] {
    func both(_ code: some MessageCode, _ hint: String?) -> (wording: Message, advice: Message?) {
      (Message(code), hint.map { Message(code: Message.adviceCode(of: code.rawValue), pattern: $0) })
    }
    return TableMessage.allCases.map { both($0, $0.hint) } + RowMessage.allCases.map { both($0, $0.hint) }
      + MandateMessage.allCases.map { both($0, $0.hint) } + OrganisationMessage.allCases.map { both($0, $0.hint) }
  }

  /// What stands in the places of these.
  public static var parts: [Message] {
    FormatMessage.allCases.map { Message($0) } + PartMessage.allCases.map { Message($0) }
      + MapMessage.allCases.map { Message($0) }
  }
}
