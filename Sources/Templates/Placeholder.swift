/// Characters of the private use area that stand for what is put into the tree after Markdown has been parsed.
///
/// Input that holds such a character is refused when it is read, so none can be forged.
enum Placeholder {
  /// U+E000 … U+EFFF: values, in the order they are first rendered.
  static let values: ClosedRange<UInt32> = 0xE000...0xEFFF
  /// U+F000 … U+F0FF: references that only the finished document can print, such as annex numbers.
  static let references: ClosedRange<UInt32> = 0xF000...0xF0FF

  static func value(_ index: Int) -> Character? { character(values, index) }
  static func reference(_ index: Int) -> Character? { character(references, index) }

  static func isPlaceholder(_ scalar: Unicode.Scalar) -> Bool {
    values.contains(scalar.value) || references.contains(scalar.value)
  }

  private static func character(_ range: ClosedRange<UInt32>, _ index: Int) -> Character? {
    guard index >= 0, index < range.count else { return nil }
    return Unicode.Scalar(range.lowerBound + UInt32(index)).map(Character.init)
  }
}
