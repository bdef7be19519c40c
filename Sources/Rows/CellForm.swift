import Matter

/// Words that spreadsheets write by themselves, in the languages they are sold in.
enum SpreadsheetWords {
  /// Whether a cell holds what a spreadsheet writes where a formula failed, such as `#N/A`, `#NV` or `#BEZUG!`.
  static func isError(_ cell: CellBytes) -> Bool {
    guard cell.first == UInt8(ascii: "#"), let last = cell.last else { return false }
    let text = String(decoding: cell, as: UTF8.self)
    if last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return cell.count <= 16 && !text.contains(" ") }
    return ["#N/A", "#N/D", "#NV", "#NA", "#I/T", "#N/V", "#SAKNAS", "#HIÁNYZIK", "#BRAK"].contains(text.uppercased())
  }

  /// Whether a cell holds a truth value as spreadsheets write them, in capital letters.
  static func isTruth(_ cell: CellBytes) -> Bool {
    // What begins with a small letter is none, and looking is cheaper than hashing.
    guard let first = cell.first, first < 0x61 || first > 0x7A, cell.count <= longestTruth else { return false }
    return truthValues.contains(String(decoding: cell, as: UTF8.self))
  }

  private static let longestTruth = truthValues.reduce(0) { max($0, $1.utf8.count) }
  private static let truthValues: Set<String> = [
    "TRUE", "FALSE", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "FALSO", "VERO", "WAAR", "ONWAAR", "PRAWDA",
    "FAŁSZ", "VERDADEIRO", "SANT", "SAND", "FALSK", "FALSKT", "USANN", "TOSI", "EPÄTOSI", "PRAVDA", "NEPRAVDA",
    "IGAZ", "HAMIS", "ИСТИНА", "ЛОЖЬ", "ADEVĂRAT", "FALS", "ΑΛΗΘΗΣ", "ΨΕΥΔΗΣ", "ISTINA", "LAŽ", "TÕENE", "VÄÄR",
  ]
}

/// The bytes of a cell, sound UTF-8, where they lie.
typealias CellBytes = UnsafeBufferPointer<UInt8>

/// What stands anywhere in a cell, seen in one walk over it: of most cells that is all one needs to know.
struct CellSigns: OptionSet {
  let rawValue: UInt8
  /// Something that stands in no number, however a spreadsheet writes it.
  static let beyondNumbers = CellSigns(rawValue: 1)
  /// Something beyond ASCII.
  static let beyondASCII = CellSigns(rawValue: 2)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of cell: CellBytes) {
    var found: UInt8 = 0
    for byte in cell {
      let isOfNumber =
        (0x30...0x39).contains(byte) || (0x2B...0x2E).contains(byte) || byte | 0x20 == UInt8(ascii: "e")
      found |= (isOfNumber ? 0 : 1) | (byte >> 7) << 1
    }
    rawValue = found
  }
}

/// What the bytes of a cell look like.
enum CellForm {
  /// Whether it is a number in scientific notation, such as `1,0E+14`.
  static func isScientific(_ cell: CellBytes) -> Bool {
    guard let mark = cell.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
    let (mantissa, exponent) = (cell[..<mark], cell[(mark + 1)...])
    guard let sign = exponent.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    return isDigits(exponent.dropFirst(), 1...3)
      && !mantissa.isEmpty && mantissa.allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E || $0 == 0x2D }
      && mantissa.contains(where: isDigit)
  }

  /// Whether it is a day as a spreadsheet counts them: 1954 to 2119.
  static func isSerialDate(_ cell: CellBytes) -> Bool {
    // A time of day stands behind the point.
    let whole = cell.prefix { $0 != 0x2E && $0 != 0x2C }
    return isDigits(whole, 5...5) && (20_000...80_000).contains(number(whole))
  }

  /// A date of three numbers in a form other than 2025-05-20; its numbers in order.
  static func localDate(_ cell: CellBytes) -> [Int]? {
    let day = cell.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
    let parts = day.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2E || $0 == 0x2F || $0 == 0x2D })
    guard parts.count == 3, parts.allSatisfy({ isDigits($0, 1...4) }) else { return nil }
    let numbers = parts.map(number)
    return numbers.contains { (1...31).contains($0) } ? numbers : nil
  }

  /// Whether such a date can be read day first and month first.
  static func isAmbiguous(_ numbers: [Int]) -> Bool {
    guard numbers.count == 3, numbers[0] <= 31 else { return false }
    return (1...12).contains(numbers[0]) && (1...12).contains(numbers[1]) && numbers[0] != numbers[1]
  }

  /// Whether letters beyond ASCII were read in the wrong encoding once: `Ã¼` for ü, `â€œ` for a quotation mark.
  ///
  /// UTF-8 read as Windows-1252 leaves pairs that stand in no language: Ã or Â before a sign of the upper half.
  static func isMojibake(_ cell: CellBytes) -> Bool {
    guard hasThreeBeyondASCII(cell) else { return false }
    var (first, second, third): (UInt8, UInt8, UInt8) = (0, 0, 0)
    for byte in cell {
      if byte >= 0x80, third >= 0x80 {
        switch (first, second, third, byte) {
        case (0xC3, 0x83, 0xC2, 0x80...0xBF), (0xC3, 0x82, 0xC2, 0xA0...0xBF), (0xC3, 0x83, 0xE2, 0x80),
          (0xC3, 0x83, 0xC5, 0x92...0xBE), (0xC3, 0x83, 0xC6, 0x92), (0xC3, 0x83, 0xCB, 0x86...0x9C),
          (0xC3, 0xA2, 0xE2, 0x80...0x82), (0xC3, 0x84, 0xC2, 0x80...0x9F), (0xC3, 0x85, 0xC2, 0x80...0x9F):
          return true
        default: break
        }
        // U+FFFD, which stands where a letter was.
        if second == 0xEF, third == 0xBF, byte == 0xBD { return true }
      }
      (first, second, third) = (second, third, byte)
    }
    return false
  }

  /// Whether three bytes beyond ASCII stand in a row, which all that is looked for has.
  private static func hasThreeBeyondASCII(_ bytes: CellBytes) -> Bool {
    guard bytes.count > 2 else { return false }
    var all: UInt8 = 0
    for place in 2..<bytes.count { all |= bytes[place] & bytes[place - 1] & bytes[place - 2] }
    return all >= 0x80
  }

  /// Whether a no-break space stands in it.
  static func hasNoBreakSpace(_ cell: CellBytes) -> Bool {
    cell.indices.contains { cell[$0] == 0xC2 && cell[$0 + 1] == 0xA0 }
  }

  /// How many digits a number has that a spreadsheet has rounded: more than 15, with zeros behind these.
  static func roundedDigits(_ cell: CellBytes) -> Int? {
    guard isDigits(cell[...], 16...30), cell.dropFirst(15).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
    return cell.count
  }

  static func isDigits(_ cell: CellBytes) -> Bool { !cell.isEmpty && cell.allSatisfy(isDigit) }

  private static func isDigits(_ bytes: Slice<CellBytes>, _ count: ClosedRange<Int>) -> Bool {
    count.contains(bytes.count) && bytes.allSatisfy(isDigit)
  }

  /// The number that a few digits make.
  private static func number(_ digits: Slice<CellBytes>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
