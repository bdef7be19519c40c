extension PDFBuffer {
  /// Writes an integer.
  @inlinable public mutating func integer(_ value: Int) {
    reserve(20)
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
    return Int((value * 100).rounded())
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
    reserve(2)
    switch code {
    case 0x28, 0x29, 0x5C:
      base[used] = 0x5C
      base[used + 1] = code
      used += 2
    case 0x0D:
      base[used] = 0x5C
      base[used + 1] = 0x72
      used += 2
    default:
      base[used] = code
      used += 1
    }
  }

  /// Writes bytes as a literal string.
  public mutating func string(_ bytes: some Collection<UInt8>) {
    if bytes.count > 65_535 { note(.string(length: bytes.count)) }
    byte(0x28)
    for code in bytes { escaped(code) }
    byte(0x29)
  }

  /// Writes text for people: ASCII as it is, anything else in UTF-16 with a byte order mark (ISO 32000-1 7.9.2.2).
  public mutating func text(_ text: String) {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    if isPlain {
      string(text.utf8)
      return
    }
    let units = text.utf16
    if units.count > 32_766 { note(.string(length: 2 * units.count + 2)) }
    raw("(\\376\\377")
    for unit in units {
      escaped(UInt8(truncatingIfNeeded: unit >> 8))
      escaped(UInt8(truncatingIfNeeded: unit))
    }
    byte(0x29)
  }
}
