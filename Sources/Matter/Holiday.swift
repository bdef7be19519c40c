/// How a public holiday finds its day in a year.
public enum HolidayRule: Hashable, Sendable {
  /// The same month and day every year.
  case fixed(month: Int, day: Int)
  /// So many days after Easter Sunday (before it, if negative) of the Gregorian reckoning.
  case easter(offset: Int)
  /// So many days after Easter Sunday of the Orthodox reckoning, as a Gregorian date.
  case orthodoxEaster(offset: Int)
  /// The first (1) to fourth (4), or the last (-1), of a weekday in a month.
  case weekday(ordinal: Int, weekday: Weekday, month: Int)
  /// As `weekday`, unless a fixed day falls on a certain weekday: then that day (St Brigid's Day in Ireland).
  case weekdayUnless(ordinal: Int, weekday: Weekday, month: Int, day: Int, dayWeekday: Weekday)
  /// The first of a weekday on or after a month and day (Midsummer and All Saints' Day in Sweden and Finland).
  case weekdayFrom(weekday: Weekday, month: Int, day: Int)

  /// The holiday's day in a year; `nil` if the year has none.
  public func day(in year: Int) -> CivilDate? {
    switch self {
    case .fixed(let month, let day): CivilDate(year: year, month: month, day: day)
    case .easter(let offset): CivilDate.easter(year)?.adding(days: offset)
    case .orthodoxEaster(let offset): CivilDate.orthodoxEaster(year)?.adding(days: offset)
    case .weekday(let ordinal, let weekday, let month): CivilDate.nth(ordinal, weekday, month: month, of: year)
    case .weekdayUnless(let ordinal, let weekday, let month, let day, let dayWeekday):
      if let fixed = CivilDate(year: year, month: month, day: day), fixed.weekday == dayWeekday {
        fixed
      } else {
        CivilDate.nth(ordinal, weekday, month: month, of: year)
      }
    case .weekdayFrom(let weekday, let month, let day):
      CivilDate(year: year, month: month, day: day)?.next(weekday)
    }
  }
}

/// A public holiday of a State or of a part of it.
public struct Holiday: Hashable, Sendable {
  /// How it finds its day.
  public let rule: HolidayRule
  /// The first year it was kept in, if it is a young one.
  public let since: Int?
  /// The last year it was kept in, if it was abolished.
  public let until: Int?

  /// Makes a holiday from its rule.
  public init(_ rule: HolidayRule, since: Int? = nil, until: Int? = nil) {
    self.rule = rule
    self.since = since
    self.until = until
  }

  /// Whether a day, which is so many days after Easter Sunday of its year, is this holiday.
  func falls(on date: CivilDate, daysAfterEaster: Int?) -> Bool {
    // Most have the same day every year or hang on Easter, and there are many days to ask for.
    switch rule {
    case .fixed(let month, let day) where date.month != month || date.day != day: return false
    case .easter(let offset) where offset != daysAfterEaster: return false
    default: return day(in: date.year) == date
    }
  }

  /// The holiday's day in a year; `nil` if it is not kept then.
  public func day(in year: Int) -> CivilDate? {
    if let since, year < since { return nil }
    if let until, year > until { return nil }
    return rule.day(in: year)
  }
}

extension CivilDate {
  /// Easter Sunday of the Gregorian reckoning (the anonymous algorithm of 1876, as Meeus prints it).
  public static func easter(_ year: Int) -> CivilDate? {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * shift + 114
    return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  /// Easter Sunday of the Orthodox reckoning, as a Gregorian date (Meeus for the Julian calendar, then the
  /// difference of the calendars, which is 13 days from 1900 to 2099).
  public static func orthodoxEaster(_ year: Int) -> CivilDate? {
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let sum = moon + weekday + 114
    let difference = year / 100 - year / 400 - 2
    return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)?.adding(days: difference)
  }

  /// The nth of a weekday in a month, or the last (-1).
  static func nth(_ ordinal: Int, _ weekday: Weekday, month: Int, of year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    guard ordinal > 0 else { return first.endOfMonth.adding(days: -6).next(weekday) }
    let found = first.next(weekday).adding(days: 7 * (ordinal - 1))
    return found.month == month ? found : nil
  }

  /// This day if it is such a weekday, or the first one after it.
  func next(_ weekday: Weekday) -> CivilDate {
    var day = self
    while day.weekday != weekday { day = day.adding(days: 1) }
    return day
  }
}
