extension CivilDate: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `2025-05-20` (ISO 8601, extended format), and nothing else; `nil` if it is no such day.
  public init?(_ text: String) {
    guard let date = text.withBytes({ CivilDate(utf8: $0) }) else { return nil }
    self = date
  }

  /// Reads the bytes of such a text: tables hold many dates.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    var digits: UInt8 = 0
    func number(_ places: Range<Int>) -> Int {
      var number = 0
      for place in places {
        let digit = bytes[place] &- 0x30
        digits = max(digits, digit)
        number = number * 10 + Int(digit)
      }
      return number
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    guard digits < 10 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as `2025-05-20`.
  public var description: String {
    CivilDate.padded(year, to: 4) + "-" + CivilDate.padded(month, to: 2) + "-" + CivilDate.padded(day, to: 2)
  }

  /// Reads exactly so many ASCII digits.
  static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// Writes a number with leading zeros.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A time of day as a person reads it from a clock, hours and minutes, without time zone.
public struct TimeOfDay: Hashable, Sendable, CustomStringConvertible {
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int

  /// Reads `14:30`; `nil` if it is no such time.
  public init?(_ text: String) {
    let digits = text.withBytes { bytes -> [Int]? in
      guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
      return [0, 1, 3, 4].map { Int(bytes[$0]) - 0x30 }
    }
    guard let digits, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard hour < 24, minute < 60 else { return nil }
  }

  /// The time as `14:30`.
  public var description: String { CivilDate.padded(hour, to: 2) + ":" + CivilDate.padded(minute, to: 2) }
}
