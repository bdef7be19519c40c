/// A hyphenation dictionary of Debian's `hyphen-*` packages (`/usr/share/hyphen/hyph_*.dic`), immutable.
///
/// The file format and its meaning are libhyphen's: Liang's patterns on two levels (the first cuts compounds apart),
/// patterns that replace letters, least distances from the ends, and strings that are never broken.
public final class HyphenationDictionary: Sendable {
  let charset: Charset
  /// The level that cuts compounds.
  let compounds: PatternTable
  /// The level that breaks what the first does not cut.
  let words: PatternTable
  let leftMinimum: Int
  let rightMinimum: Int
  let compoundLeftMinimum: Int
  let compoundRightMinimum: Int
  let unbroken: [[UInt8]]

  /// Reads a dictionary.
  ///
  /// - Parameter bytes: the whole file.
  /// - Throws: `HyphenationError` if there is nothing in it or its encoding is unknown.
  public init(bytes: [UInt8]) throws(HyphenationError) {
    let line = bytes.prefix(32).prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty else { throw .empty }
    let name = String(decoding: line, as: UTF8.self)
    guard let charset = Charset(name: name) else { throw .unknownCharset(name) }
    self.charset = charset
    let isUTF8 = charset == .utf8
    var position = line.count
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    position = min(position + 1, bytes.count)
    let (first, patterns, hasNext) = DictionaryReader.readLevel(bytes, from: &position)
    let second = hasNext ? DictionaryReader.readLevel(bytes, from: &position).patterns : nil
    leftMinimum = first.leftMinimum > 0 ? first.leftMinimum : 2
    rightMinimum = first.rightMinimum > 0 ? first.rightMinimum : 2
    if let second {
      compounds = patterns
      words = second
      compoundLeftMinimum = first.compoundLeftMinimum
      compoundRightMinimum = first.compoundRightMinimum
      unbroken = first.unbroken
    } else {
      // libhyphen's own first level for files that bring none: hyphens and apostrophes part words
      let joints = isUTF8 ? ["-", "'", "\u{2013}", "\u{2019}"] : ["-", "'"]
      compounds = DictionaryReader.table(of: joints.map { "1\($0)1" })
      words = patterns
      compoundLeftMinimum =
        first.compoundLeftMinimum > 0
        ? first.compoundLeftMinimum : (first.leftMinimum > 0 ? first.leftMinimum : 3)
      compoundRightMinimum =
        first.compoundRightMinimum > 0
        ? first.compoundRightMinimum : (first.rightMinimum > 0 ? first.rightMinimum : 3)
      unbroken = joints.map { Array($0.utf8) }
    }
  }

  /// Where a word may be broken, in ascending order.
  ///
  /// Signs around the word are passed over and each part of `Datenschutz-Grundverordnung` is taken by itself. Words with
  /// digits, in capitals throughout, with soft hyphens of their own, and addresses of mail and web have no points.
  ///
  /// - Parameter word: what stands between two spaces; NFC.
  public func points(in word: String) -> [HyphenationPoint] {
    guard Self.mayBreak(word) else { return [] }
    var points: [HyphenationPoint] = []
    var part: [Unicode.Scalar] = []
    var start = 0
    var offset = 0
    let close = {
      if part.count >= 2 { points += self.points(inLetters: part, at: start) }
      part.removeAll(keepingCapacity: true)
    }
    for scalar in word.unicodeScalars {
      if Self.isLetter(scalar) {
        if part.isEmpty { start = offset }
        part.append(scalar)
      } else {
        close()
      }
      offset += UTF8.width(scalar)
    }
    close()
    return points
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) || scalar == "'" }
    if isSmallLatin1(scalar) { return true }
    return scalar == "\u{2019}" || scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
  }

  /// Whether it is one of the letters ß to ÿ, which are most of those beyond ASCII and need no look into Unicode's tables.
  static func isSmallLatin1(_ scalar: Unicode.Scalar) -> Bool {
    (0xDF...0xFF).contains(scalar.value) && scalar.value != 0xF7
  }

  private static func mayBreak(_ word: String) -> Bool {
    var previous: Unicode.Scalar = " "
    var hasSmall = false
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0xAD, 0x40: return false
      case 0x2F where previous == "/" || previous == ":": return false
      case 0x61...0x7A: hasSmall = true
      case 0x80...: hasSmall = hasSmall || isSmallLatin1(scalar) || !scalar.properties.isUppercase
      default: break
      }
      previous = scalar
    }
    return hasSmall && !word.hasPrefix("www.")
  }
}
