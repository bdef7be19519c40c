/// Reads a dictionary in the format of libhyphen: settings, patterns, and a second level after `NEXTLEVEL`.
struct DictionaryReader: ~Copyable {
  /// What one level says.
  struct Level {
    var leftMinimum = 0
    var rightMinimum = 0
    var compoundLeftMinimum = 0
    var compoundRightMinimum = 0
    var unbroken: [[UInt8]] = []
  }

  /// Lines of this many bytes and more are left out, as libhyphen does.
  private static let longestLine = 99
  private let isUTF8: Bool
  /// The letters of a pattern and the values before and between them; a line is shorter than these.
  private let letters = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)
  private let digits = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)
  /// The nodes along the last pattern: files are sorted, and the next pattern often starts alike.
  private let path = UnsafeMutablePointer<UInt32>.allocate(capacity: 128)
  private var walked = 0

  init(isUTF8: Bool) { self.isUTF8 = isUTF8 }

  deinit {
    letters.deallocate()
    digits.deallocate()
    path.deallocate()
  }

  /// Reads one level.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - position: where the level begins; afterwards where the next one does.
  /// - Returns: the level, its patterns, and whether another level follows.
  mutating func readLevel(_ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int) -> (
    level: Level, trie: PatternTrie, hasNext: Bool
  ) {
    var trie = PatternTrieBuilder(expecting: bytes.count - position)
    var level = Level()
    var hasNext = false
    walked = 0
    while position < bytes.count {
      let end = Self.lineEnd(bytes, from: position)
      let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
      position = min(end + 1, bytes.count)
      if line.count >= Self.longestLine || line.first == UInt8(ascii: "%") { continue }
      if let first = line.first, (0x43...0x52).contains(first) {
        if Self.starts(line, "NEXTLEVEL") {
          hasNext = true
          break
        }
        if readSetting(line, into: &level) { continue }
      }
      readPattern(line, into: &trie)
    }
    return (level, trie.trie(), hasNext)
  }

  /// Makes a level of a few patterns given as text.
  mutating func trie(of patterns: [String]) -> PatternTrie {
    var trie = PatternTrieBuilder(expecting: 64)
    for pattern in patterns {
      walked = 0
      Array(pattern.utf8).withUnsafeBufferPointer { readPattern($0, into: &trie) }
    }
    return trie.trie()
  }

  /// Where a line ends: its line feed, or the end of the file.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    // `position` is within the bytes, so there is memory to point at.
    guard let start = bytes.baseAddress else { return position }
    var end = position
    while end < bytes.count, start[end] != 0x0A { end += 1 }
    return end
  }

  private func readSetting(_ line: UnsafeBufferPointer<UInt8>, into level: inout Level) -> Bool {
    let number = { (name: StaticString) -> Int in
      var value = 0
      for byte in line.dropFirst(name.utf8CodeUnitCount).drop(while: { $0 == 0x20 || $0 == 0x09 }) {
        guard (0x30...0x39).contains(byte), value < 100 else { break }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    if Self.starts(line, "LEFTHYPHENMIN") {
      level.leftMinimum = number("LEFTHYPHENMIN")
    } else if Self.starts(line, "RIGHTHYPHENMIN") {
      level.rightMinimum = number("RIGHTHYPHENMIN")
    } else if Self.starts(line, "COMPOUNDLEFTHYPHENMIN") {
      level.compoundLeftMinimum = number("COMPOUNDLEFTHYPHENMIN")
    } else if Self.starts(line, "COMPOUNDRIGHTHYPHENMIN") {
      level.compoundRightMinimum = number("COMPOUNDRIGHTHYPHENMIN")
    } else if Self.starts(line, "NOHYPHEN") {
      let list = line.dropFirst(8).drop { $0 == 0x20 || $0 == 0x09 }.filter { $0 != 0x0D }
      level.unbroken = list.split(separator: UInt8(ascii: ",")).map(Array.init)
    } else {
      return false
    }
    return true
  }

  private mutating func readPattern(_ line: UnsafeBufferPointer<UInt8>, into trie: inout PatternTrieBuilder) {
    // a file's lines are shorter than the longest; only what comes as text is not
    guard line.count < 127, let start = line.baseAddress else { return }
    var count = 0
    var common = 0
    digits[0] = 0
    var slash: Int?
    for index in 0..<line.count {
      let byte = start[index]
      if byte <= 0x20 { break }
      if byte == UInt8(ascii: "/") {
        slash = index
        break
      }
      if byte &- 0x30 <= 9 {
        digits[count] = byte &- 0x30
      } else {
        if common == count, count < walked, letters[count] == byte { common += 1 }
        letters[count] = byte
        count += 1
        digits[count] = 0
      }
    }
    let node = walk(from: common, to: count, in: &trie)
    guard count > 0 else { return }
    if let slash {
      let anchored = letters[0] == UInt8(ascii: ".")
      let replacement = readReplacement(line, slash: slash, count: count)
      let first = anchored ? 1 : 0
      trie.setPattern(
        UnsafeBufferPointer(start: digits + first, count: count + 1 - first), replacement: replacement, at: node)
    } else {
      var first = 0
      while first <= count, digits[first] == 0 { first += 1 }
      trie.setPattern(
        UnsafeBufferPointer(start: digits + first, count: max(0, count + 1 - first)), replacement: nil, at: node)
    }
  }

  /// Goes along the letters from where the last pattern parted, making nodes where there are none.
  private mutating func walk(from common: Int, to count: Int, in trie: inout PatternTrieBuilder) -> UInt32 {
    var node = common == 0 ? PatternTrie.root : path[common - 1]
    for index in common..<count {
      node = trie.insert(node, letters[index])
      path[index] = node
    }
    walked = count
    return node
  }

  /// Reads `text,start,cut` after the slash; the numbers count characters from 1.
  private func readReplacement(
    _ line: UnsafeBufferPointer<UInt8>, slash: Int, count: Int
  ) -> PatternTrie.Replacement {
    let rest = line[(slash + 1)...].prefix { $0 != 0x0D }
    let fields = rest.split(separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
    let number = { (field: Slice<UnsafeBufferPointer<UInt8>>) -> Int in
      field.prefix { (0x30...0x39).contains($0) }.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    var start = 0
    var cut = 0
    switch fields.count {
    case 3...:
      start = number(fields[1]) - 1
      cut = number(fields[2])
    case 1: cut = slash
    default: break
    }
    if isUTF8 { (start, cut) = bytePositions(start: start, cut: cut, count: count) }
    let text = fields.first.map { Array($0) } ?? []
    return PatternTrie.Replacement(text: text, start: start, cut: cut == 0 ? count : cut)
  }

  /// Turns positions counted in characters into positions counted in bytes.
  private func bytePositions(start: Int, cut: Int, count: Int) -> (start: Int, cut: Int) {
    let anchored = letters[0] == UInt8(ascii: ".")
    var (start, cut) = (start, cut)
    var characters = -1
    var origin = -1
    for index in (anchored ? 1 : 0)...count {
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
    return (anchored ? start - 1 : start, cut)
  }

  private static func starts(_ line: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard line.count >= name.utf8CodeUnitCount else { return false }
    for index in 0..<name.utf8CodeUnitCount where line[index] != name.utf8Start[index] { return false }
    return true
  }
}
