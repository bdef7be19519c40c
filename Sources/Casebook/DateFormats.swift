import Matter

/// How a language writes dates.
public struct DateFormats: Hashable, Sendable {
  /// The twelve months in the form that stands in a date.
  public var months: [String]
  /// A day: `{day}`, `{month}`, `{year}`.
  public var long: String
  /// How the first day of a month is written, where that differs, such as `1er`.
  public var firstDay: String?
  /// A day as an adverbial: `on {date}`.
  public var on: String
  /// A month: `{month}`, `{year}`.
  public var month: String
  /// A month as an adverbial.
  public var inMonth: String
  /// A year as an adverbial.
  public var inYear: String
  /// Two days as an adverbial: `{from}`, `{to}`.
  public var between: String
  /// Since a day: `{date}`.
  public var since: String
  /// Until a day, which is included: `{date}`.
  public var until: String

  /// A day, such as `20. Mai 2025`.
  public func text(_ date: CivilDate) -> String {
    Pattern.fill(
      long,
      [
        "day": date.day == 1 ? firstDay ?? "1" : String(date.day), "month": name(ofMonth: date.month),
        "year": String(date.year),
      ])
  }

  /// A month, such as `Juni 2024`.
  public func text(month date: CivilDate) -> String { fillMonth(month, date) }

  /// A day as an adverbial, such as `am 20. Mai 2025`.
  public func adverbial(_ date: CivilDate) -> String { Pattern.fill(on, ["date": text(date)]) }

  /// A date as exactly as it is known, as an adverbial: a day, a month, a year, or two days it lies between.
  public func adverbial(_ range: DateRange) -> String {
    switch range.precision {
    case .day: adverbial(range.earliest)
    case .month: fillMonth(inMonth, range.earliest)
    case .year: Pattern.fill(inYear, ["year": String(range.earliest.year)])
    case .range: Pattern.fill(between, ["from": text(range.earliest), "to": text(range.latest)])
    }
  }

  /// Since a day, such as `seit dem 27. Mai 2025`.
  public func since(_ date: CivilDate) -> String { Pattern.fill(since, ["date": text(date)]) }

  /// Until a day, such as `bis zum 20. November 2026`.
  public func until(_ date: CivilDate) -> String { Pattern.fill(until, ["date": text(date)]) }

  private func fillMonth(_ pattern: String, _ date: CivilDate) -> String {
    Pattern.fill(pattern, ["month": name(ofMonth: date.month), "year": String(date.year)])
  }

  private func name(ofMonth month: Int) -> String { months.indices.contains(month - 1) ? months[month - 1] : "" }
}
