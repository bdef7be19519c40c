/// A day of the proleptic Gregorian calendar, without time and without time zone.
///
/// Statutes count in days and months, never in seconds: a date here is a day somebody lived through, not an instant.
public struct CivilDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Takes year, month and day; `nil` if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Trusts the caller: only for values that arithmetic of this type has made.
  private init(validYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of days in a month of a year.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The first day this type can name.
  public static let earliest = CivilDate(validYear: 1, month: 1, day: 1)
  /// The last day this type can name.
  public static let latest = CivilDate(validYear: 9999, month: 12, day: 31)
}

extension CivilDate: Comparable {
  /// Orders days as they follow each other.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate {
  /// Days since 1 January 1970, negative before it.
  ///
  /// Years are counted from March, so that the leap day is the last of its year (the usual days-from-civil algorithm).
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day with this number; days before the year 1 and after 9999 become the first and the last there is.
  public init(dayNumber: Int) {
    let bounded = min(max(dayNumber, CivilDate.earliest.dayNumber), CivilDate.latest.dayNumber)
    let shifted = bounded + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    self.init(
      validYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }

  /// The day so many days later (or earlier, if negative).
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The days from this day until another, negative if that one is earlier.
  public func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// The day with the same number so many months later, or the last day of that month if it has no such day.
  public func adding(months: Int) -> CivilDate {
    let index = year * 12 + (month - 1) + months
    guard index >= 12 else { return .earliest }
    guard index < 10_000 * 12 else { return .latest }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return CivilDate(
      validYear: newYear, month: newMonth, day: min(day, CivilDate.days(inMonth: newMonth, of: newYear)))
  }

  /// The last day of a period whose event is on this day.
  public func adding(_ period: CivilPeriod) -> CivilDate {
    switch period {
    case .months(let months): adding(months: months)
    case .days(let days): adding(days: days)
    }
  }

  /// The day of the week.
  public var weekday: Weekday { Weekday(number: dayNumber + 3) }

  /// The last day of this day's month.
  public var endOfMonth: CivilDate {
    CivilDate(validYear: year, month: month, day: CivilDate.days(inMonth: month, of: year))
  }
}

/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: String, CaseIterable, Hashable, Sendable {
  /// The seven days.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  private static let all = allCases

  /// Monday is 0, and every seventh number again.
  fileprivate init(number: Int) { self = Self.all[((number % 7) + 7) % 7] }
}
