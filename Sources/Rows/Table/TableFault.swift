/// Why a file cannot be read as a table, or not further.
public enum TableFault: Error, Hashable, Sendable {
  /// A file that is no table of separated values, by what it begins with.
  public enum OtherFormat: String, CaseIterable, Hashable, Sendable {
    case excel, excelOld, openDocument, zip, pdf, html, compressed, binary
  }

  /// The file cannot be opened or read.
  case unreadable
  /// There is nothing in it.
  case empty
  /// Row 1 holds no names of columns that are known.
  case noHeader
  /// It is something else.
  case other(OtherFormat)
  /// The encoding cannot be told, or is none that is read here.
  case encodingUnknown
  /// A row holds bytes that are nothing in the encoding of the rest.
  case encodingBroken(row: Int, encoding: TableEncoding)
  /// A cell is longer than any cell of a spreadsheet.
  case cellTooLong(row: Int, column: Int)
  /// A row has more cells than any spreadsheet.
  case tooManyCells(row: Int)
  /// A quotation mark opens a cell in this row and nothing closes it.
  case quoteOpen(row: Int)
  /// Memory is exhausted.
  case memory
}
