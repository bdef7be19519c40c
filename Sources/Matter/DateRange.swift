/// What a date rests on.
public enum DateBasis: String, CaseIterable, Hashable, Sendable {
  /// A mail that bears it.
  case mail
  /// A screenshot that shows it.
  case screenshot
  /// Nothing but what the person remembers.
  case memory
}

/// When something happened, as exactly as the person knows it.
///
/// A range is never turned into a day. What the other side had to do by a date is counted from the later end, what
/// the person must do by a date from the earlier one: both err against the complaint.
public struct DateRange: Hashable, Sendable {
  /// How exactly the date is known.
  public enum Precision: String, CaseIterable, Hashable, Sendable {
    /// One day, a calendar month, a range of days, or no more than a year.
    case day, month, range, year
  }

  /// The first day it can have been.
  public let earliest: CivilDate
  /// The last day it can have been.
  public let latest: CivilDate
  /// How it was said.
  public let precision: Precision
  /// What it rests on, if that was said.
  public var basis: DateBasis?

  /// One known day.
  public init(_ day: CivilDate, basis: DateBasis? = nil) {
    self.init(earliest: day, latest: day, precision: .day, basis: basis)
  }

  /// Any day between two, both included; `nil` if the second is before the first.
  public init?(from earliest: CivilDate, through latest: CivilDate, basis: DateBasis? = nil) {
    guard earliest <= latest else { return nil }
    self.init(
      earliest: earliest, latest: latest, precision: earliest == latest ? .day : .range, basis: basis)
  }

  /// Reads `2025-05-20`, `2024-06`, `2024-06-05..2024-06-12` or `2024`; `nil` if it is none of these.
  public init?(_ text: String, basis: DateBasis? = nil) {
    // Each form has a length of its own.
    switch text.utf8.count {
    case 10:
      guard let day = CivilDate(text) else { return nil }
      self.init(day, basis: basis)
    case 22:
      let (start, end) = (text.utf8.prefix(10), text.utf8.suffix(10))
      guard text.utf8.dropFirst(10).prefix(2).allSatisfy({ $0 == UInt8(ascii: ".") }),
        let first = String(start).flatMap({ CivilDate($0) }), let last = String(end).flatMap({ CivilDate($0) })
      else { return nil }
      self.init(from: first, through: last, basis: basis)
    case 4:
      guard let first = CivilDate(text + "-01-01"), let last = CivilDate(text + "-12-31") else { return nil }
      self.init(earliest: first, latest: last, precision: .year, basis: basis)
    case 7:
      guard let first = CivilDate(text + "-01") else { return nil }
      self.init(earliest: first, latest: first.endOfMonth, precision: .month, basis: basis)
    default: return nil
    }
  }

  private init(earliest: CivilDate, latest: CivilDate, precision: Precision, basis: DateBasis?) {
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
    self.basis = basis
  }

  /// Whether it is certain that this was before a day.
  public func isCertainly(before day: CivilDate) -> Bool { latest < day }

  /// Whether it is certain that this was on a day or after it.
  public func isCertainly(onOrAfter day: CivilDate) -> Bool { earliest >= day }
}

extension DateRange: CustomStringConvertible {
  /// The date in the form it is read in.
  public var description: String {
    switch precision {
    case .day: earliest.description
    case .month: String(earliest.description.prefix(7))
    case .range: "\(earliest)..\(latest)"
    case .year: String(earliest.description.prefix(4))
    }
  }
}
