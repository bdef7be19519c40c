import Glibc

/// Reads a dictionary in the format of libhyphen: settings, patterns, and a second level after `NEXTLEVEL`.
struct DictionaryReader {
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

  /// Reads one level.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - position: where the level begins; afterwards where the next one does.
  /// - Returns: the level, its patterns, and whether another level follows.
  static func readLevel(_ file: [UInt8], from position: inout Int) -> (
    level: Level, patterns: PatternTable, hasNext: Bool
  ) {
    var patterns = PatternTable(file)
    var level = Level()
    var hasNext = false
    file.withUnsafeBufferPointer { bytes in
      while position < bytes.count {
        let (start, end) = (position, lineEnd(bytes, from: position))
        position = min(end + 1, bytes.count)
        if end - start >= longestLine || bytes[start] == UInt8(ascii: "%") { continue }
        if (0x43...0x52).contains(bytes[start]) {
          let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
          if starts(line, "NEXTLEVEL") {
            hasNext = true
            break
          }
          if readSetting(line, into: &level) { continue }
        }
        patterns.add(bytes, from: start, to: end)
      }
    }
    patterns.close()
    return (level, patterns, hasNext)
  }

  /// Makes a level of a few patterns given as text, none longer than a line of a file.
  static func table(of patterns: [String]) -> PatternTable {
    var position = 0
    return readLevel(Array(patterns.joined(separator: "\n").utf8), from: &position).patterns
  }

  /// Where a line ends: its line feed, or the end of the file.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    guard let start = bytes.baseAddress, let end = memchr(start + position, 0x0A, bytes.count - position) else {
      return bytes.count
    }
    return UnsafeRawPointer(end) - UnsafeRawPointer(start)
  }

  private static func readSetting(_ line: UnsafeBufferPointer<UInt8>, into level: inout Level) -> Bool {
    let number = { (name: StaticString) -> Int in
      var value = 0
      for byte in line.dropFirst(name.utf8CodeUnitCount).drop(while: { $0 == 0x20 || $0 == 0x09 }) {
        guard Pattern.isDigit(byte), value < 100 else { break }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    if starts(line, "LEFTHYPHENMIN") {
      level.leftMinimum = number("LEFTHYPHENMIN")
    } else if starts(line, "RIGHTHYPHENMIN") {
      level.rightMinimum = number("RIGHTHYPHENMIN")
    } else if starts(line, "COMPOUNDLEFTHYPHENMIN") {
      level.compoundLeftMinimum = number("COMPOUNDLEFTHYPHENMIN")
    } else if starts(line, "COMPOUNDRIGHTHYPHENMIN") {
      level.compoundRightMinimum = number("COMPOUNDRIGHTHYPHENMIN")
    } else if starts(line, "NOHYPHEN") {
      let list = line.dropFirst(8).drop { $0 == 0x20 || $0 == 0x09 }.filter { $0 != 0x0D }
      level.unbroken = list.split(separator: UInt8(ascii: ",")).map(Array.init)
    } else {
      return false
    }
    return true
  }

  private static func starts(_ line: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard line.count >= name.utf8CodeUnitCount else { return false }
    for index in 0..<name.utf8CodeUnitCount where line[index] != name.utf8Start[index] { return false }
    return true
  }
}
