import Glibc

/// Numbers in foreign bytes; every access is checked.
extension Collection where Element == UInt8, Index == Int {
  /// Two bytes, the higher first; nil beyond the end.
  func bigEndian16(at offset: Int) -> Int? {
    guard offset >= startIndex, offset <= endIndex - 2 else { return nil }
    return Int(self[offset]) << 8 | Int(self[offset + 1])
  }

  /// Four bytes, the highest first; nil beyond the end.
  func bigEndian32(at offset: Int) -> Int? {
    guard offset >= startIndex, offset <= endIndex - 4 else { return nil }
    return Int(self[offset]) << 24 | Int(self[offset + 1]) << 16 | Int(self[offset + 2]) << 8 | Int(self[offset + 3])
  }

  /// Whether ASCII characters stand at a place.
  func holds(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= startIndex, count <= endIndex - offset else { return false }
    return text.withUTF8Buffer { self[offset..<(offset + count)].elementsEqual($0) }
  }
}

extension [UInt8] {
  /// Whether some bytes stand anywhere in these.
  func containsBytes(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      var place = 0
      while place + wanted.count <= buffer.count,
        let found = memchr(base + place, Int32(first), buffer.count - place - wanted.count + 1)
      {
        place = UnsafeRawPointer(found) - base
        if memcmp(found, wanted, wanted.count) == 0 { return true }
        place += 1
      }
      return false
    }
  }
}
