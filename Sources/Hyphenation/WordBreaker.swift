/// The working copy of a word while its breaks are looked for; all positions are bytes of the dictionary's encoding.
struct WordBreaker {
  /// A change of letters at a break.
  struct Change {
    var text: [UInt8]
    /// How many bytes before the break it begins.
    var back: Int
    /// How many bytes it takes away.
    var cut: Int
  }

  let dictionary: HyphenationDictionary

  /// For each byte of the word the value of a break after it: odd permits one; then some bytes to spare.
  private(set) var values: [UInt8]
  /// The changes, by the byte they follow.
  private(set) var changes: [Int: Change] = [:]
  private let isUTF8: Bool

  /// Finds the breaks of a word.
  ///
  /// - Parameters:
  ///   - word: in the dictionary's encoding, lower case.
  ///   - dictionary: the patterns.
  init(_ word: [UInt8], dictionary: HyphenationDictionary) {
    self.init(word, dictionary: dictionary, isStart: true, isEnd: true, depth: 0)
    keepLeft(dictionary.leftMinimum, of: word)
    keepRight(dictionary.rightMinimum, of: word)
    for string in dictionary.unbroken { forbid(string, in: word) }
  }

  private init(_ word: [UInt8], dictionary: HyphenationDictionary, isStart: Bool, isEnd: Bool, depth: Int) {
    self.dictionary = dictionary
    isUTF8 = dictionary.charset == .utf8
    values = []
    match(word, with: dictionary.compounds)
    // a part is shorter than its whole; only replacements could make it longer again, and they never go this deep
    let cuts = depth < 16 ? word.indices.filter { values[$0] & 1 == 1 } : []
    guard let last = cuts.last else {
      match(word, with: dictionary.words)
      if !isStart { keepLeft(dictionary.compoundLeftMinimum, of: word) }
      if !isEnd { keepRight(dictionary.compoundRightMinimum, of: word) }
      return
    }
    var begin = 0
    for cut in last == word.count - 1 ? cuts : cuts + [word.count - 1] {
      if cut > begin {
        let isCut = values[cut] & 1 == 1
        let part = WordBreaker(
          piece(of: word, from: begin, through: cut), dictionary: dictionary, isStart: isStart && begin == 0,
          isEnd: isEnd && !isCut, depth: depth + 1)
        // as in libhyphen, no break leaves one byte alone before the cut
        for index in 0..<(cut - begin - 1) {
          values[begin + index] = index < part.values.count ? part.values[index] : 0
          if let change = part.changes[index] { changes[begin + index] = change }
        }
      }
      begin = cut + 1
    }
  }

  /// A part of a compound, with the letters it gets when it is cut off (German `Schiff` of old `Schiffahrt`).
  private func piece(of word: [UInt8], from begin: Int, through cut: Int) -> [UInt8] {
    guard let change = changes[cut] else { return Array(word[begin...cut]) }
    let kept = max(begin, min(word.count, cut + 1 - change.back))
    return Array(word[begin..<kept]) + change.text.prefix { $0 != UInt8(ascii: "=") }
  }

  /// Runs the patterns of one level over the word: at each byte the longest suffix that begins some pattern counts,
  /// and if it is a whole pattern its values are laid over those found before.
  private mutating func match(_ word: [UInt8], with patterns: PatternTable) {
    let count = word.count
    // the value after each byte of the word with a dot before and after it
    var found = [UInt8](repeating: 0, count: count + 3)
    var matches = ReplacementMatches()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 2) { padded in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 3) { lines in
        padded.initialize(repeating: UInt8(ascii: "."))
        for index in 0..<count where !Pattern.isDigit(word[index]) { padded[index + 1] = word[index] }
        lines.initialize(repeating: 0)
        // padded[begin..<reach] is the longest of what some pattern begins with; `lines` tells the patterns in it
        var begin = 0
        var reach = patterns.length(padded, from: 0, lines)
        for place in padded.indices {
          while reach <= place, begin < place {
            begin += 1
            reach = begin + patterns.length(padded, from: begin, lines)
          }
          guard reach > place, lines[place + 1 - begin] != 0 else { continue }
          let pattern = patterns.pattern(lines[place + 1 - begin])
          let origin = place - pattern.count
          let replacement = pattern.replacement(isUTF8: isUTF8)
          let start = pattern.isAnchored ? origin + 1 : origin
          if let replacement { matches.note(replacement, start: start) }
          pattern.forEachValue { offset, value in
            guard origin + offset >= 0, found[origin + offset] < value else { return }
            found[origin + offset] = value
            if value & 1 == 1 { matches.set(replacement, at: origin + offset, start: start) }
          }
        }
      }
    }
    for index in 0..<count { found[index] = index + 1 < count ? found[index + 1] : 0 }
    values = found
    changes = matches.changes(count: count)
  }

  private func characters(_ bytes: some Sequence<UInt8>) -> Int {
    isUTF8 ? bytes.reduce(0) { $0 + ($1 >> 6 == 2 ? 0 : 1) } : bytes.reduce(0) { count, _ in count + 1 }
  }

  /// Takes away the breaks with fewer than `minimum` characters before them.
  private mutating func keepLeft(_ minimum: Int, of word: [UInt8]) {
    var seen = 0
    for index in word.indices.dropLast() {
      if !isUTF8 || word[index] >> 6 != 2 { seen += 1 }
      if seen >= minimum { break }
      if let change = changes[index] {
        let kept = characters(word.prefix(index - change.back + 1))
        if kept + characters(change.text.prefix { $0 != UInt8(ascii: "=") }) < minimum { values[index] = 0 }
      } else {
        values[index] = 0
      }
    }
  }

  /// Takes away the breaks with fewer than `minimum` characters after them.
  private mutating func keepRight(_ minimum: Int, of word: [UInt8]) {
    var seen = 0
    for index in word.indices.dropFirst().reversed() {
      if seen >= minimum { break }
      if let change = changes[index] {
        let rest = characters(word.dropFirst(index - change.back + change.cut + 1))
        if rest + characters(change.text.drop { $0 != UInt8(ascii: "=") }.dropFirst()) < minimum { values[index] = 0 }
      } else {
        values[index] = 0
      }
      if !isUTF8 || word[index] >> 6 != 2 { seen += 1 }
    }
  }

  /// Forbids breaks on both sides of a string.
  private mutating func forbid(_ string: [UInt8], in word: [UInt8]) {
    guard !string.isEmpty, word.count >= string.count else { return }
    for start in 0...(word.count - string.count) where word[start..<(start + string.count)].elementsEqual(string) {
      values[start + string.count - 1] = 0
      if start > 0 { values[start - 1] = 0 }
    }
  }
}

extension HyphenationDictionary {
  /// The points of a stretch of letters that begins at an offset of the whole word.
  func points(inLetters letters: [Unicode.Scalar], at start: Int) -> [HyphenationPoint] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(letters.count * 2)
    /// For each byte the UTF-8 offset after its letter.
    var ends: [Int] = []
    ends.reserveCapacity(letters.count * 2)
    var offset = start
    for letter in letters {
      offset += UTF8.width(letter)
      charset.encode(Self.lowercase(letter), into: &encoded)
      while ends.count < encoded.count { ends.append(offset) }
    }
    let breaker = WordBreaker(encoded, dictionary: self)
    return encoded.indices.filter { breaker.values[$0] & 1 == 1 }.map { index in
      guard let change = breaker.changes[index] else { return HyphenationPoint(offset: ends[index]) }
      return HyphenationPoint(
        offset: ends[index], replacement: replacement(change, at: index, ends: ends, start: start))
    }
  }

  private func replacement(
    _ change: WordBreaker.Change, at index: Int, ends: [Int], start: Int
  ) -> HyphenationPoint.Replacement? {
    let first = index + 1 - change.back
    let last = first + change.cut
    guard first >= 0, last >= first, last <= ends.count else { return nil }
    let place = { (byte: Int) in byte == 0 ? start : ends[byte - 1] }
    let parts = change.text.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return .init(
      range: place(first)..<place(last), before: charset.decode(parts[0]), after: charset.decode(parts[1]))
  }

  /// Unicode's small letter, whatever the locale.
  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 {
      return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
    }
    if isSmallLatin1(scalar) { return scalar }
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? scalar : scalar
  }
}
