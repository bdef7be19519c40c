/// A length of time as statutes count it.
public enum CivilPeriod: Hashable, Sendable {
  /// To the day with the same number some months later.
  case months(Int)
  /// To the day some days later.
  case days(Int)
}
