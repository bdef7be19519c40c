extension String {
  /// Without blanks at its ends: spaces of any width and tabs, and ends of lines too if asked for.
  public func withoutBlanks(andLineEnds: Bool = false) -> String {
    // Most texts begin and end with a visible sign of ASCII, and looking is cheaper than walking over signs.
    let isPlain = withBytes { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
    }
    return isPlain ? self : Substring(self).withoutBlanks(andLineEnds: andLineEnds)
  }
}

extension StringProtocol {
  /// Without blanks at its ends: spaces of any width and tabs, and ends of lines too if asked for.
  public func withoutBlanks(andLineEnds: Bool = false) -> String {
    let scalars = unicodeScalars
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.isBlank && !(andLineEnds && scalar.endsLine)
    }
    guard let first = scalars.firstIndex(where: isKept), let last = scalars.lastIndex(where: isKept) else { return "" }
    if first == startIndex, scalars.index(after: last) == endIndex { return String(self) }
    return String(self[first...last])
  }
}

extension String {
  /// Looks at the bytes of the text where they lie, which takes a fraction of what walking over it does.
  @inlinable
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // A text of another system's would be copied; there is none without Foundation.
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether a byte stands in it; every byte is looked at, many at a time.
  @inlinable
  public func hasByte(where isMeant: (UInt8) -> Bool) -> Bool {
    withBytes { bytes in
      // A bare pointer and a bare counter: only so the compiler makes a loop over many bytes at a time of it, here.
      guard let start = bytes.baseAddress else { return false }
      var found: UInt8 = 0
      var place = 0
      while place < bytes.count {
        found |= isMeant(start[place]) ? 1 : 0
        place &+= 1
      }
      return found != 0
    }
  }

  /// In Normalization Form C (Unicode Standard Annex 15).
  public var composed: String {
    // Below U+0300, which begins with the byte CC, everything is composed already, and most texts hold nothing else.
    if !hasByte(where: { $0 >= 0xCC }) { return self }
    // The standard library's normalization: Foundation's would bring all of Foundation into every start of the program.
    return String(decoding: _nfcCodeUnits, as: UTF8.self)
  }

  /// With the bytes that stand as `%20` and the like (RFC 3986, section 2.1); `nil` if a sign is none, or they are not UTF-8.
  public var percentDecoded: String? {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(), let first = Self.hexadecimal(high),
        let second = Self.hexadecimal(low)
      else { return nil }
      bytes.append(first << 4 | second)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }

  /// With line feeds as the only ends of lines, whatever system it was typed on.
  public var withLineFeeds: String {
    guard hasByte(where: { $0 == 0x0D }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isAfterReturn = false
    for byte in utf8 {
      if byte == 0x0D { bytes.append(0x0A) } else if byte != 0x0A || !isAfterReturn { bytes.append(byte) }
      isAfterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether it is a space of any width, one without a width, or a tab.
  fileprivate var isBlank: Bool {
    switch value {
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether it ends a line.
  fileprivate var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
