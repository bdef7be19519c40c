/// Periods after Regulation (EEC, Euratom) No 1182/71, in one State or in the later of several.
///
/// Article 3(1): the day of the event is not counted. Article 3(2)(c): a period in months ends on the day with the
/// same number, or on the month's last day where there is none. Article 3(4): a period that would end on a Saturday,
/// a Sunday or a public holiday ends on the next working day. Article 2(1) takes the holidays of the State in which
/// the act is due. Which of two States that is can be argued about, so a period is computed for each of them and the
/// later end counts: no time limit is called over before it is over on either view. (Article 3(5), at least two
/// working days, cannot bite on periods of a month or more.)
public struct Calendar1182: Hashable, Sendable {
  /// The holidays of each State that may count; an empty list of a State leaves Saturdays and Sundays.
  public let states: [[Holiday]]

  /// Takes the holidays of the States that may count, such as the controller's and the complainant's.
  public init(states: [[Holiday]]) { self.states = states }

  /// The last day of a period of months that an event sets going: the later one of the States.
  ///
  /// The period is over on the day after, and not before.
  public func end(ofMonths months: Int, after event: CivilDate) -> CivilDate {
    let nominal = event.adding(months: months)
    return states.map { Calendar1182.workingDay(from: nominal, holidays: $0) }.max()
      ?? Calendar1182.workingDay(from: nominal, holidays: [])
  }

  /// The last day of a period of months whose event is known only as a range: counted from its later end.
  public func end(ofMonths months: Int, after event: DateRange) -> CivilDate {
    end(ofMonths: months, after: event.latest)
  }

  /// The day itself, or the first working day after it.
  static func workingDay(from day: CivilDate, holidays: [Holiday]) -> CivilDate {
    var candidate = day
    while candidate < .latest, isRestDay(candidate, holidays: holidays) { candidate = candidate.adding(days: 1) }
    return candidate
  }

  private static func isRestDay(_ day: CivilDate, holidays: [Holiday]) -> Bool {
    let weekday = day.weekday
    if weekday == .saturday || weekday == .sunday { return true }
    if holidays.isEmpty { return false }
    let sinceEaster = CivilDate.easter(day.year)?.days(until: day)
    return holidays.contains { $0.falls(on: day, daysAfterEaster: sinceEaster) }
  }
}
