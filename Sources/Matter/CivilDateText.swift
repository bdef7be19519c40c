extension CivilDate: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `2025-05-20` (ISO 8601, extended format), and nothing else; `nil` if it is no such day.
  public init?(_ text: String) {
    var (numbers, place) = ((0, 0, 0), 0)
    // Tables hold many dates: their ten bytes are read without taking the text apart.
    for byte in text.utf8 {
      switch (place, byte) {
      case (0...3, 0x30...0x39): numbers.0 = numbers.0 * 10 + Int(byte - 0x30)
      case (5...6, 0x30...0x39): numbers.1 = numbers.1 * 10 + Int(byte - 0x30)
      case (8...9, 0x30...0x39): numbers.2 = numbers.2 * 10 + Int(byte - 0x30)
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      default: return nil
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
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
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = CivilDate.number(parts[0], digits: 2),
      let minute = CivilDate.number(parts[1], digits: 2), hour < 24, minute < 60
    else { return nil }
    self.hour = hour
    self.minute = minute
  }

  /// The time as `14:30`.
  public var description: String { CivilDate.padded(hour, to: 2) + ":" + CivilDate.padded(minute, to: 2) }
}
