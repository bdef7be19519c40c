/// The patterns of one level, found by their first letters.
///
/// Nothing is copied out of the file: German has 78,000 lines, and a document's words meet a few hundred of them. Files
/// are nearly sorted, so it is enough to know where the lines with the same first four letters lie together; they are
/// read when a word holds these letters.
struct PatternTable: Sendable {
  /// What is known of a beginning of one to four letters.
  private struct Slot {
    /// The letters, the first in the lowest byte; 0 in an empty slot.
    var letters: UInt32 = 0
    /// Where the pattern with these letters alone stands in the file, counted from 1; 0 if none has.
    var pattern: UInt32 = 0
    /// The last of the runs of longer patterns that begin with these four letters, counted from 1; 0 if there is none.
    var run: UInt32 = 0
  }

  /// Lines one after the other whose patterns begin with the same four letters, and the same digits between them.
  private struct Run {
    var start: UInt32 = 0
    var end: UInt32 = 0
    /// How many bytes the four letters and what is between them take.
    var head: UInt32 = 0
    /// The run before it with the same letters, counted from 1; 0 if there is none.
    var previous: UInt32 = 0
  }

  private static let longestBeginning = 4

  private let bytes: [UInt8]
  /// A hash table with open addressing; its size is a power of two.
  private var slots = [Slot](repeating: Slot(), count: 4096)
  private var used = 0
  private var runs: [Run] = []

  /// The run that may still grow, and the slot of its letters.
  private var open = Run()
  private var openSlot = 0
  /// The first bytes of its lines, if they are no more than eight; 0 if no line can be added to it.
  private var head: UInt64 = 0

  /// - Parameter bytes: the file.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The pattern that begins at a place of the file, counted from 1.
  func pattern(_ place: UInt32) -> Pattern { Pattern(bytes, at: Int(place) - 1) }

  // MARK: building

  /// Adds the pattern of a line; a later one takes the place of an earlier with the same letters.
  ///
  /// - Parameters:
  ///   - file: the bytes this was made with.
  ///   - start: where the line begins.
  ///   - end: where its line feed is.
  @inline(__always)
  mutating func add(_ file: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    let letter = start + Int(open.head)
    if head != 0, start == Int(open.end), letter < end, Self.firstBytes(file, start, Int(open.head)) == head,
      Self.isLetter(file[letter])
        || Pattern.isDigit(file[letter]) && letter + 1 < end && Self.isLetter(file[letter + 1])
    {
      open.end = UInt32(truncatingIfNeeded: end + 1)
    } else {
      begin(file, from: start, to: end)
    }
  }

  /// Whether a byte belongs to a pattern and is no digit.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "/") && !Pattern.isDigit(byte)
  }

  /// Up to eight bytes as a number; 0 where the file ends before eight.
  @inline(__always)
  private static func firstBytes(_ file: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    guard start + 8 <= file.count else { return 0 }
    let eight = UnsafeRawBufferPointer(file).loadUnaligned(fromByteOffset: start, as: UInt64.self)
    return UInt64(littleEndian: eight) << UInt64(64 - 8 * count)
  }

  @inline(never)
  private mutating func begin(_ file: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    close()
    var letters: UInt32 = 0
    var shift: UInt32 = 0
    var index = start
    while index < end {
      let byte = file[index]
      if !Pattern.isDigit(byte) {
        guard Self.isLetter(byte), shift < 32 else { break }
        letters |= UInt32(byte) << shift
        shift += 8
      }
      index += 1
    }
    guard letters != 0 else { return }
    openSlot = slot(forAll: letters)
    guard shift == 32, index < end, Self.isLetter(file[index]) else {
      slots[openSlot].pattern = UInt32(truncatingIfNeeded: start + 1)
      return
    }
    while Pattern.isDigit(file[index - 1]) { index -= 1 }
    open = Run(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end + 1),
      head: UInt32(truncatingIfNeeded: index - start))
    head = index - start <= 8 ? Self.firstBytes(file, start, index - start) : 0
  }

  /// Ends the run that may still grow; to be called after the last pattern too.
  mutating func close() {
    guard open.end > open.start else { return }
    open.previous = slots[openSlot].run
    runs.append(open)
    slots[openSlot].run = UInt32(truncatingIfNeeded: runs.count)
    open = Run()
    head = 0
  }

  /// The slot of a beginning; it and all shorter ones are made if they are not there.
  private mutating func slot(forAll letters: UInt32) -> Int {
    if (used + Self.longestBeginning) * 2 > slots.count { grow() }
    var place = slot(for: letters)
    if slots[place].letters != 0 { return place }
    var part: UInt32 = 0
    var mask: UInt32 = 0xFF
    repeat {
      part = letters & mask
      place = slot(for: part)
      if slots[place].letters == 0 {
        slots[place].letters = part
        used += 1
      }
      mask = mask << 8 | 0xFF
    } while part != letters
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.letters != 0 { slots[self.slot(for: slot.letters)] = slot }
  }

  /// The slot where some letters are, or belong.
  private func slot(for letters: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (UInt64(letters) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[place].letters != letters, slots[place].letters != 0 { place = (place + 1) & mask }
    return place
  }

  // MARK: asking

  /// How many letters of a word, from `start` on, some pattern begins with.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - start: where in it.
  ///   - found: by the number of letters, where the pattern with just these stands, counted from 1; 0 where none does.
  ///     Only the numbers up to the answer are set. There is room for all letters of the word.
  func length(
    _ word: UnsafeMutableBufferPointer<UInt8>, from start: Int, _ found: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var length = 0
    var letters: UInt32 = 0
    var run: UInt32 = 0
    while length < Self.longestBeginning, start + length < word.count {
      letters |= UInt32(word[start + length]) << UInt32(8 * length)
      let slot = slots[slot(for: letters)]
      guard slot.letters != 0 else { return length }
      length += 1
      found[length] = slot.pattern
      run = slot.run
    }
    guard run != 0 else { return length }
    bytes.withUnsafeBufferPointer { file in
      while run != 0 {
        let lines = runs[Int(run) - 1]
        var line = Int(lines.start)
        while line < Int(lines.end) {
          let (count, isWhole, end) = Self.compare(file, line + Int(lines.head), word, start)
          while length < count {
            length += 1
            found[length] = 0
          }
          // The last of two with the same letters counts.
          if isWhole { found[count] = max(found[count], UInt32(truncatingIfNeeded: line + 1)) }
          line = end
        }
        run = lines.previous
      }
    }
    return length
  }

  /// How many letters the pattern of a run's line and a word have in common, whether these are the whole pattern, and
  /// where the next line begins.
  private static func compare(
    _ file: UnsafeBufferPointer<UInt8>, _ rest: Int, _ word: UnsafeMutableBufferPointer<UInt8>, _ start: Int
  ) -> (count: Int, isWhole: Bool, end: Int) {
    var (index, place, isWhole) = (rest, start + longestBeginning, true)
    while index < file.count {
      let byte = file[index]
      if !Pattern.isDigit(byte) {
        if byte <= 0x20 || byte == UInt8(ascii: "/") { break }
        guard place < word.count, word[place] == byte else {
          isWhole = false
          break
        }
        place += 1
      }
      index += 1
    }
    return (place - start, isWhole, nextLine(file, after: index))
  }

  /// Where the next line begins, found eight bytes at a time.
  private static func nextLine(_ file: UnsafeBufferPointer<UInt8>, after place: Int) -> Int {
    var index = place
    while index + 8 <= file.count {
      let eight = UnsafeRawBufferPointer(file).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let bytes = UInt64(littleEndian: eight) ^ 0x0A0A_0A0A_0A0A_0A0A
      // The high bit of the first byte that is 0 now, and perhaps of some after it.
      let feeds = (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080
      if feeds != 0 { return index + feeds.trailingZeroBitCount / 8 + 1 }
      index += 8
    }
    while index < file.count, file[index] != 0x0A { index += 1 }
    return index + 1
  }
}
