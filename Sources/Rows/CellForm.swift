import Matter

/// Words that spreadsheets write by themselves, in the languages they are sold in.
enum SpreadsheetWords {
  /// Whether a cell holds what a spreadsheet writes where a formula failed, such as `#N/A`, `#NV` or `#BEZUG!`.
  static func isError(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "#"), let last = text.utf8.last else { return false }
    if last == UInt8(ascii: "!") || last == UInt8(ascii: "?") {
      return text.utf8.count <= 16 && !text.contains(" ")
    }
    return ["#N/A", "#N/D", "#NV", "#NA", "#I/T", "#N/V", "#SAKNAS", "#HIÁNYZIK", "#BRAK"].contains(text.uppercased())
  }

  /// Whether a cell holds a truth value as spreadsheets write them, in capital letters.
  static func isTruth(_ text: String) -> Bool {
    // What begins with a small letter is none, and looking is cheaper than hashing.
    guard let first = text.utf8.first, first < 0x61 || first > 0x7A else { return false }
    return truthValues.contains(text)
  }

  private static let truthValues: Set<String> = [
    "TRUE", "FALSE", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "FALSO", "VERO", "WAAR", "ONWAAR", "PRAWDA",
    "FAŁSZ", "VERDADEIRO", "SANT", "SAND", "FALSK", "FALSKT", "USANN", "TOSI", "EPÄTOSI", "PRAVDA", "NEPRAVDA",
    "IGAZ", "HAMIS", "ИСТИНА", "ЛОЖЬ", "ADEVĂRAT", "FALS", "ΑΛΗΘΗΣ", "ΨΕΥΔΗΣ", "ISTINA", "LAŽ", "TÕENE", "VÄÄR",
  ]
}

/// What the bytes of a cell look like.
enum CellForm {
  /// Whether it is a number in scientific notation, such as `1,0E+14`.
  static func isScientific(_ text: String) -> Bool {
    guard let mark = text.utf8.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
    let (mantissa, exponent) = (text.utf8[..<mark], text.utf8[text.utf8.index(after: mark)...])
    guard let sign = exponent.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    return isDigits(exponent.dropFirst(), 1...3)
      && !mantissa.isEmpty && mantissa.allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E || $0 == 0x2D }
      && mantissa.contains(where: isDigit)
  }

  /// Whether it is a day as a spreadsheet counts them: 1954 to 2119.
  static func isSerialDate(_ text: String) -> Bool {
    // A time of day stands behind the point.
    let whole = text.utf8.prefix { $0 != 0x2E && $0 != 0x2C }
    guard isDigits(whole, 5...5), let number = Int(String(decoding: whole, as: UTF8.self)) else { return false }
    return (20_000...80_000).contains(number)
  }

  /// A date of three numbers in a form other than 2025-05-20; its numbers in order.
  static func localDate(_ text: String) -> [Int]? {
    let day = text.utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
    let parts = day.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2E || $0 == 0x2F || $0 == 0x2D })
    guard parts.count == 3, parts.allSatisfy({ isDigits($0, 1...4) }) else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return numbers.count == 3 && numbers.contains { (1...31).contains($0) } ? numbers : nil
  }

  /// Whether such a date can be read day first and month first.
  static func isAmbiguous(_ numbers: [Int]) -> Bool {
    guard numbers.count == 3, numbers[0] <= 31 else { return false }
    return (1...12).contains(numbers[0]) && (1...12).contains(numbers[1]) && numbers[0] != numbers[1]
  }

  /// Whether letters beyond ASCII were read in the wrong encoding once: `Ã¼` for ü, `â€œ` for a quotation mark.
  ///
  /// UTF-8 read as Windows-1252 leaves pairs that stand in no language: Ã or Â before a sign of the upper half.
  static func isMojibake(_ text: String) -> Bool {
    guard text.withBytes(hasThreeBeyondASCII) else { return false }
    var (first, second, third): (UInt8, UInt8, UInt8) = (0, 0, 0)
    for byte in text.utf8 {
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
  private static func hasThreeBeyondASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 2 else { return false }
    var all: UInt8 = 0
    for place in 2..<bytes.count { all |= bytes[place] & bytes[place - 1] & bytes[place - 2] }
    return all >= 0x80
  }

  /// Whether a no-break space stands in it.
  static func hasNoBreakSpace(_ text: String) -> Bool {
    guard text.hasByte(where: { $0 == 0xC2 }) else { return false }
    return text.unicodeScalars.contains("\u{A0}")
  }

  /// How many digits a number has that a spreadsheet has rounded: more than 15, with zeros behind these.
  static func roundedDigits(_ text: String) -> Int? {
    let count = text.utf8.count
    guard count > 15, isDigits(text.utf8[...], 16...30),
      text.utf8.dropFirst(15).allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return count
  }

  static func isDigits(_ bytes: Substring.UTF8View.SubSequence, _ count: ClosedRange<Int>) -> Bool {
    count.contains(bytes.count) && bytes.allSatisfy(isDigit)
  }

  static func isDigits(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isDigit) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
