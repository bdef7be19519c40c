import Matter

/// Writes tables that spreadsheets show as they are, and in which no cell comes alive.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is a formula to a spreadsheet, whatever it was
/// to the person who typed it. An apostrophe before it makes it a text; `bare` takes it away again.
public struct CSVText: Sendable {
  /// The byte order mark without which Excel takes UTF-8 for something else.
  public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let separator: UInt8

  /// Writes cells with a separator between them: that of the table they come from, so that the same program opens both.
  public init(separator: UInt8) { self.separator = separator }

  /// One row with its line end.
  public func row(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cells.reduce(2) { $0 + $1.utf8.count + 3 })
    for (number, cell) in cells.enumerated() {
      if number > 0 { bytes.append(separator) }
      append(Self.harmless(cell), to: &bytes)
    }
    bytes += [0x0D, 0x0A]
    return bytes
  }

  /// One row, with cells and a line end that are written already behind these.
  func row(_ cells: [String], before rest: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rest.count + cells.reduce(0) { $0 + $1.utf8.count + 3 })
    for cell in cells {
      append(Self.harmless(cell), to: &bytes)
      bytes.append(separator)
    }
    return bytes + rest
  }

  private func append(_ cell: String, to bytes: inout [UInt8]) {
    let separator = separator
    let isPlain = !cell.hasByte { byte in
      let signs: UInt8 = (byte == separator ? 1 : 0) | (byte == 0x22 ? 1 : 0)
      let ends: UInt8 = (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      return signs | ends != 0
    }
    cell.withBytes { text in
      // A space at an end is no part of a cell that has no quotation marks.
      if isPlain, text.first != 0x20, text.last != 0x20, text.first != 0x09, text.last != 0x09 {
        bytes.append(contentsOf: text)
        return
      }
      bytes.append(0x22)
      if text.contains(0x22) {
        for byte in text {
          if byte == 0x22 { bytes.append(0x22) }
          bytes.append(byte)
        }
      } else {
        bytes.append(contentsOf: text)
      }
      bytes.append(0x22)
    }
  }

  /// A cell that no spreadsheet takes for a formula.
  static func harmless(_ cell: String) -> String {
    // A formula begins with none of the letters and digits that most cells begin with.
    guard let first = cell.utf8.first, first < 0x30 || first == UInt8(ascii: "=") || first == UInt8(ascii: "@") else {
      return cell
    }
    return isFormula(cell.utf8.drop { $0 == 0x27 }) ? "'" + cell : cell
  }

  /// The cell before it was made harmless.
  static func bare(_ cell: String) -> String {
    guard cell.utf8.first == 0x27, isFormula(cell.utf8.drop { $0 == 0x27 }) else { return cell }
    return String(cell.dropFirst())
  }

  private static func isFormula(_ bytes: Substring.UTF8View) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "=")?, UInt8(ascii: "+")?, UInt8(ascii: "-")?, UInt8(ascii: "@")?, 0x09?, 0x0D?: true
    default: false
    }
  }
}
