extension PDFBuffer {
  /// Writes an integer.
  @inlinable public mutating func integer(_ value: Int) {
    reserve(20)
    // object numbers and places on a page, nearly always
    if value >= 0, value < 10_000 {
      used += Self.write(UInt32(truncatingIfNeeded: value), to: base + used)
    } else if value < 0, value > -10_000 {
      // kerning, nearly always
      base[used] = 0x2D
      used += 1 + Self.write(UInt32(truncatingIfNeeded: -value), to: base + used + 1)
    } else {
      longInteger(value)
    }
  }

  /// Writes a number below 10,000.
  ///
  /// - Returns: how many digits it has.
  @inlinable @inline(__always) static func write(_ value: UInt32, to place: UnsafeMutablePointer<UInt8>) -> Int {
    if value < 10 {
      place[0] = 0x30 &+ UInt8(truncatingIfNeeded: value)
      return 1
    }
    let tens = value / 10
    let last = 0x30 &+ UInt8(truncatingIfNeeded: value &- tens &* 10)
    if value < 100 {
      place[0] = 0x30 &+ UInt8(truncatingIfNeeded: tens)
      place[1] = last
      return 2
    }
    let hundreds = value / 100
    place[value < 1000 ? 1 : 2] = 0x30 &+ UInt8(truncatingIfNeeded: tens &- hundreds &* 10)
    if value < 1000 {
      place[0] = 0x30 &+ UInt8(truncatingIfNeeded: hundreds)
      place[2] = last
      return 3
    }
    let thousands = value / 1000
    place[0] = 0x30 &+ UInt8(truncatingIfNeeded: thousands)
    place[1] = 0x30 &+ UInt8(truncatingIfNeeded: hundreds &- thousands &* 10)
    place[3] = last
    return 4
  }

  @usableFromInline @inline(never) mutating func longInteger(_ value: Int) {
    var rest = value.magnitude
    if value < 0 {
      base[used] = 0x2D
      used += 1
    }
    var length = 1
    var power: UInt = 10
    while rest >= power, length < 19 {
      length += 1
      power &*= 10
    }
    var place = used + length
    used = place
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place -= 1
      base[place] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest > 0
  }

  /// Writes hundredths as a number with up to two decimals.
  @inlinable public mutating func hundredths(_ value: Int) {
    var rest = value
    if rest < 0 {
      byte(0x2D)
      rest = -rest
    }
    let (whole, part) = rest.quotientAndRemainder(dividingBy: 100)
    // `.5` is a number as well as `0.5`, and a byte shorter.
    if whole > 0 || part == 0 { integer(whole) }
    guard part > 0 else { return }
    byte(0x2E)
    let (tens, ones) = part.quotientAndRemainder(dividingBy: 10)
    byte(0x30 &+ UInt8(truncatingIfNeeded: tens))
    if ones > 0 { byte(0x30 &+ UInt8(truncatingIfNeeded: ones)) }
  }

  /// A number in hundredths, rounded; what is not finite or beyond ±32,767 is noted and becomes 0.
  @inlinable public mutating func inHundredths(_ value: Double) -> Int {
    guard value >= -32767, value <= 32767 else {
      note(.real)
      return 0
    }
    // half away from zero, without the call that rounding is on processors of every kind
    let scaled = value * 100
    return Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
  }

  /// Writes a number with up to two decimals.
  @inlinable public mutating func real(_ value: Double) {
    hundredths(inHundredths(value))
  }

  /// Writes a reference: `12 0 R`.
  @inlinable public mutating func reference(_ number: ObjectNumber) {
    integer(number.rawValue)
    raw(" 0 R")
  }

  /// Notes an array that is too long; the caller writes it anyway.
  @inlinable public mutating func array(of count: Int) {
    if count > 32_767 { note(.array(count: count)) }
  }

  /// Writes a name with its slash; other than regular characters are escaped (ISO 32000-1 7.3.5).
  public mutating func name(_ text: some Collection<UInt8>) {
    if text.count > 127 { note(.name(length: text.count)) }
    byte(0x2F)
    for code in text {
      switch code {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2B, 0x5F: byte(code)
      default:
        byte(0x23)
        hexadecimal(code)
      }
    }
  }

  /// Writes two hexadecimal digits.
  @inlinable public mutating func hexadecimal(_ code: UInt8) {
    let digits: StaticString = "0123456789ABCDEF"
    byte(digits.utf8Start[Int(code >> 4)])
    byte(digits.utf8Start[Int(code & 15)])
  }

  /// Writes a byte of a literal string, escaped where it must be (ISO 32000-1 7.3.4.2).
  @inlinable public mutating func escaped(_ code: UInt8) {
    append(atMost: 2) { Self.escape(code, to: $0) }
  }

  /// Writes a byte of a literal string to a place with room for two.
  ///
  /// - Returns: how many bytes it took.
  @inlinable @inline(__always)
  public static func escape(_ code: UInt8, to place: UnsafeMutablePointer<UInt8>) -> Int {
    switch code {
    case 0x28, 0x29, 0x5C:
      place[0] = 0x5C
      place[1] = code
      return 2
    case 0x0D:
      place[0] = 0x5C
      place[1] = 0x72
      return 2
    default:
      place[0] = code
      return 1
    }
  }

  /// Writes bytes as a literal string.
  public mutating func string(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { string($0) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { string($0) } }
  }

  private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count > 65_535 { note(.string(length: bytes.count)) }
    reserve(2 * bytes.count + 2)
    byte(0x28)
    for code in bytes { escaped(code) }
    byte(0x29)
  }

  /// Writes text for people: ASCII as it is, anything else in UTF-16 with a byte order mark (ISO 32000-1 7.9.2.2).
  public mutating func text(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return false }
      string(bytes)
      return true
    }
    if isPlain { return }
    raw("(\\376\\377")
    var units = 0
    for scalar in text.unicodeScalars {
      if scalar.value > 0xFFFF {
        unit(0xD7C0 + UInt16(truncatingIfNeeded: scalar.value >> 10))
        unit(0xDC00 | UInt16(truncatingIfNeeded: scalar.value & 0x3FF))
        units += 2
      } else {
        unit(UInt16(truncatingIfNeeded: scalar.value))
        units += 1
      }
    }
    if units > 32_766 { note(.string(length: 2 * units + 2)) }
    byte(0x29)
  }

  /// Writes a UTF-16 code unit within a literal string.
  private mutating func unit(_ unit: UInt16) {
    escaped(UInt8(truncatingIfNeeded: unit >> 8))
    escaped(UInt8(truncatingIfNeeded: unit))
  }
}
