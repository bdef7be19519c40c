/// A pattern as its line in a dictionary says it: letters, digits before and between them, and perhaps after a slash
/// what is written instead.
struct Pattern {
  /// A change of letters where the word is broken, as Hungarian `ssz` becomes `sz-sz`.
  struct Replacement {
    /// What is written instead; `=` stands for the hyphen.
    var text: [UInt8]
    /// Where the change begins, in bytes from the pattern's first value.
    var start: Int
    /// How many bytes of the word it takes away.
    var cut: Int
  }

  /// How many letters it has, a dot for a word's end counted in.
  private(set) var count = 0
  /// Whether its first letter is a word's beginning.
  let isAnchored: Bool
  private let bytes: [UInt8]
  private let line: Int
  /// Where the letters end.
  private let end: Int
  private var slash: Int?

  /// - Parameters:
  ///   - bytes: the file.
  ///   - line: where the pattern begins.
  init(_ bytes: [UInt8], at line: Int) {
    self.bytes = bytes
    self.line = line
    var index = line
    while index < bytes.count, bytes[index] > 0x20 {
      if bytes[index] == UInt8(ascii: "/") {
        slash = index
        break
      }
      if !Self.isDigit(bytes[index]) { count += 1 }
      index += 1
    }
    let first = bytes[line..<index].first { !Self.isDigit($0) }
    isAnchored = first == UInt8(ascii: ".")
    end = index
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  /// Calls `body` for every value that is not 0, with the number of letters before it.
  func forEachValue(_ body: (_ place: Int, _ value: UInt8) -> Void) {
    // A value before the dot of a word's beginning counts only where nothing is replaced, as in libhyphen.
    let first = slash != nil && isAnchored ? 1 : 0
    var place = 0
    var value: UInt8 = 0
    for byte in bytes[line..<end] {
      if Self.isDigit(byte) {
        value = byte - 0x30
      } else {
        if value > 0, place >= first { body(place, value) }
        place += 1
        value = 0
      }
    }
    if value > 0, place >= first { body(place, value) }
  }

  /// What is written instead; nil for most patterns.
  ///
  /// - Parameter isUTF8: whether a character may have several bytes: the line counts characters.
  func replacement(isUTF8: Bool) -> Replacement? {
    guard let slash else { return nil }
    // `text,start,cut`; the numbers count from 1
    let rest = bytes[(slash + 1)...].prefix { $0 != 0x0D && $0 != 0x0A }
    let fields = rest.split(separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
    let number = { (field: ArraySlice<UInt8>) -> Int in
      field.prefix { Self.isDigit($0) }.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    var start = 0
    var cut = 0
    switch fields.count {
    case 3...:
      start = number(fields[1]) - 1
      cut = number(fields[2])
    case 1: cut = slash - line
    default: break
    }
    if isUTF8 { (start, cut) = bytePositions(start: start, cut: cut) }
    return Replacement(text: fields.first.map { Array($0) } ?? [], start: start, cut: cut == 0 ? count : cut)
  }

  /// Turns positions counted in characters into positions counted in bytes.
  private func bytePositions(start: Int, cut: Int) -> (start: Int, cut: Int) {
    let letters = bytes[line..<end].filter { !Self.isDigit($0) }
    var (start, cut) = (start, cut)
    var characters = -1
    var origin = -1
    for index in (isAnchored ? 1 : 0)...count {
      if index == count || letters[index] >> 6 != 2 { characters += 1 }
      if origin < 0, start == characters {
        origin = start
        start = index
      }
      if origin >= 0, characters - origin == cut {
        cut = index - start
        break
      }
    }
    return (isAnchored ? start - 1 : start, cut)
  }
}
