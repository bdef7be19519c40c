/// Characters of the private use areas that stand for what is put into the tree after Markdown has been parsed.
///
/// Input that holds such a character is refused when it is read, so none can be forged.
enum Placeholder {
  /// U+F0000 … U+FFFFD: values, in the order in which they are printed.
  static let values: ClosedRange<UInt32> = 0xF0000...0xFFFFD
  /// U+F000 … U+F0FF: references that only the finished document can print, such as annex numbers.
  static let references: ClosedRange<UInt32> = 0xF000...0xF0FF

  static func value(_ index: Int) -> Unicode.Scalar? { scalar(values, index) }
  static func reference(_ index: Int) -> Unicode.Scalar? { scalar(references, index) }

  static func isPlaceholder(_ scalar: Unicode.Scalar) -> Bool {
    values.contains(scalar.value) || references.contains(scalar.value)
  }

  /// Whether there is a placeholder in a text.
  static func isIn(_ text: String) -> Bool { next(in: text, from: text.startIndex) != nil }

  /// The next placeholder in a text, from an index on.
  ///
  /// In UTF-8 both kinds begin with a byte that the letters of no European language begin with.
  static func next(in text: String, from start: String.Index) -> String.Index? {
    let bytes = text.utf8
    var offset = bytes.distance(from: bytes.startIndex, to: start)
    // Looking at the bytes where they lie takes a fraction of what walking over the text does.
    func isFirst(_ byte: UInt8) -> Bool { byte == 0xEF || byte >= 0xF3 }
    while let next = bytes.withContiguousStorageIfAvailable({ $0[offset...].firstIndex(where: isFirst) })
      ?? Array(bytes)[offset...].firstIndex(where: isFirst)
    {
      let place = bytes.index(bytes.startIndex, offsetBy: next)
      if isPlaceholder(text.unicodeScalars[place]) { return place }
      offset = next + 1
    }
    return nil
  }

  private static func scalar(_ range: ClosedRange<UInt32>, _ index: Int) -> Unicode.Scalar? {
    guard index >= 0, index < range.count else { return nil }
    return Unicode.Scalar(range.lowerBound + UInt32(index))
  }
}
