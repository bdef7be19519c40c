import Testing

@testable import Hyphenation

@Suite struct EqualityTests {
  /// Words made of the dictionary's own patterns meet far more of them than running text does.
  static func words(of bytes: [UInt8], count: Int, pieces limit: Int) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A).dropFirst() {
      guard let first = line.first, first != UInt8(ascii: "%"), first != UInt8(ascii: "#"), line.count < 90,
        !(0x43...0x52).contains(first)
      else { continue }
      let letters = line.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }.filter { !(0x2D...0x39).contains($0) }
      if letters.count > 1 { pieces.append(Array(letters)) }
    }
    var numbers = Numbers(seed: 2016_679)
    return (0..<count).map { _ in
      var word: [UInt8] = []
      for _ in 0..<(1 + numbers.next(below: limit)) { word += pieces[numbers.next(below: pieces.count)] }
      return Array(word.prefix(60))
    }
  }

  @Test(arguments: Dictionaries.names)
  func breaksLikeLibhyphen(name: String) throws {
    let bytes = try Dictionaries.bytes(name)
    let dictionary = try HyphenationDictionary(bytes: bytes)
    let reference = try Reference(Dictionaries.path(name))
    var breaks = 0
    var different: [String] = []
    // libhyphen itself reads beyond its buffers where the replacements of strung-together Hungarian patterns overlap
    let limit = name == "hyph_hu_HU" ? 1 : 4
    for word in Self.words(of: bytes, count: 4_000, pieces: limit) where dictionary.charset != .utf8 || isWhole(word) {
      let expected = reference.hyphenate(word)
      let actual = WordBreaker(word, dictionary: dictionary).hyphenated(word)
      breaks += actual.filter { $0 == UInt8(ascii: "=") }.count
      if actual != expected {
        different.append("\(dictionary.charset.decode(actual)) != \(dictionary.charset.decode(expected))")
      }
    }
    #expect(different.isEmpty, "\(different.count): \(different.prefix(8).joined(separator: ", "))")
    #expect(breaks > 500)
  }

  /// Whether the cut to sixty bytes left whole characters.
  private func isWhole(_ word: [UInt8]) -> Bool {
    String(validating: word, as: UTF8.self) != nil
  }
}

extension WordBreaker {
  /// The word with all its hyphens as `=`, as libhyphen writes it.
  func hyphenated(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < word.count {
      out.append(word[index])
      if values[index] & 1 == 1 {
        if let change = changes[index] {
          out.removeLast(min(change.back, out.count))
          out += change.text
          index += change.cut - change.back
        } else {
          out.append(UInt8(ascii: "="))
        }
      }
      index += 1
    }
    return out
  }
}
