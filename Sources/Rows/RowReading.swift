import Checking
import Matter

/// Something that is wrong with a row, with what its owner needs to find it.
public struct RowFinding: Hashable, Sendable {
  /// What is wrong.
  ///
  /// Its `line` is the row, its `column` the number of the column, its field a path of the matter.
  public var finding: Finding
  /// The name of the column in the table, as row 1 has it; `nil` if no column has to do with it.
  public var columnName: String?
  /// What kind of value stands in the cell.
  public var value: ValueClass?
}

/// One row, read and checked by itself.
public struct RowReading: Sendable {
  /// The row's number as a spreadsheet shows it.
  public let row: Int
  /// The row's reference; `nil` if it has none that may stand in names of files and in messages.
  public let reference: String?
  /// The matter, as far as it could be read.
  public let matter: Matter
  /// What checking the matter gave; its brief is what a complaint is made from.
  public let review: Review
  /// What the row says to the batch, and no complaint says.
  public let batch: BatchFields
  /// Everything that is wrong, errors first, those of the review among them.
  public var findings: [RowFinding]
  /// What the row says, in one form whatever the order of columns, the separator or the encoding: for hashing.
  public let canonical: [UInt8]
  /// The paths of the files of evidence, each with the hash of what is in it.
  var evidenceDigest: [UInt8] = []
  /// What may stand in other rows too, as keyed hashes.
  let marks: RowMarks
  /// The fields of the files whose marks these are.
  let evidenceFields: [String]

  /// Whether a complaint can be made of it.
  public var isComplete: Bool { findings.indices.allSatisfy { findings[$0].finding.severity != .error } }
}

/// What a row says to the batch.
public struct BatchFields: Hashable, Sendable {
  /// The language in which the member is asked.
  public var memberLanguage: String?
  /// In which role the organisation acts.
  public var role: String?
  /// The folder of the member's evidence; the reference if not said.
  public var evidenceFolder: String?
  /// The mandate: its file, its date, how it is signed.
  public var mandateFile: String?
  /// The day of the mandate.
  public var mandateDate: CivilDate?
  /// How the mandate is signed.
  public var mandateSignature: String?
  /// What the mandate names, as whoever read it says.
  public var mandateNames: [String] = []

  /// Nothing said.
  public init() {}
}

/// What kind of value stands in a cell; the value itself is never repeated.
public enum ValueClass: String, CaseIterable, Hashable, Sendable {
  /// Nothing; digits alone; a number in scientific notation; any other number.
  case empty, digits, scientific, number
  /// A date like 2025-05-20; a date in another form.
  case date, localDate
  /// `TRUE` and its translations; `#N/A` and its like.
  case truth, errorValue
  /// An address of mail or of the web; one word; several words.
  case address, word, text

  /// The kind of a value.
  public init(of value: String) {
    let text = value.trimmed
    if text.isEmpty {
      self = .empty
    } else if text.withBytes(SpreadsheetWords.isError) {
      self = .errorValue
    } else if text.withBytes(SpreadsheetWords.isTruth) {
      self = .truth
    } else if text.withBytes(CellForm.isDigits) {
      self = .digits
    } else if text.withBytes(CellForm.isScientific) {
      self = .scientific
    } else if text.utf8.count <= Self.longestNumber, let number = Self.numeric(text) {
      self = number
    } else if text.hasByte(where: { $0 == UInt8(ascii: "@") }) || Self.isLink(text) {
      self = .address
    } else {
      self = Self.hasBlank(text) ? .text : .word
    }
  }

  private static func hasBlank(_ text: String) -> Bool {
    // In ASCII every sign is a character, but for a return before a line feed, and both are blank.
    if text.hasByte(where: { $0 >= 0x80 }) { return text.contains(where: \.isWhitespace) }
    return text.utf8.contains { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// More bytes than any date, range of dates or number of a table has.
  private static let longestNumber = 64

  private static func numeric(_ text: String) -> ValueClass? {
    if DateRange(text) != nil { return .date }
    if text.withBytes(CellForm.localDate) != nil { return .localDate }
    // A number begins with a sign, a digit or a point, or it is one of the words `inf` and `nan`.
    guard let first = text.utf8.first, first < 0x41 || [UInt8(ascii: "i"), UInt8(ascii: "n")].contains(first | 0x20)
    else { return nil }
    return Double(text) == nil ? nil : .number
  }

  private static func isLink(_ text: String) -> Bool {
    text.withBytes { bytes in
      bytes.indices.contains { bytes[$0] == UInt8(ascii: ":") && bytes[$0...].starts(with: "://".utf8) }
    }
  }
}
