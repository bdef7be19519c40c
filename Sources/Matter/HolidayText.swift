extension HolidayRule: LosslessStringConvertible {
  /// Reads a rule as country data write it; `nil` if it is none.
  ///
  /// `12-25` · `easter`, `easter-2`, `easter+39` · `orthodox easter+1` · `first monday 06`, `last monday 10` ·
  /// `first monday 02 unless friday 02-01` · `saturday from 06-20`.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map { $0.lowercased() }
    switch words.count {
    case 1:
      if let day = Self.monthAndDay(words[0]) {
        self = .fixed(month: day.month, day: day.day)
      } else if let offset = Self.easterOffset(words[0]) {
        self = .easter(offset: offset)
      } else {
        return nil
      }
    case 2:
      guard words[0] == "orthodox", let offset = Self.easterOffset(words[1]) else { return nil }
      self = .orthodoxEaster(offset: offset)
    case 3:
      if words[1] == "from", let weekday = Weekday(rawValue: words[0]), let day = Self.monthAndDay(words[2]) {
        self = .weekdayFrom(weekday: weekday, month: day.month, day: day.day)
      } else if let found = Self.nthWeekday(words) {
        self = .weekday(ordinal: found.ordinal, weekday: found.weekday, month: found.month)
      } else {
        return nil
      }
    case 6:
      guard words[3] == "unless", let found = Self.nthWeekday(words), let weekday = Weekday(rawValue: words[4]),
        let day = Self.monthAndDay(words[5]), day.month == found.month
      else { return nil }
      self = .weekdayUnless(
        ordinal: found.ordinal, weekday: found.weekday, month: found.month, day: day.day, dayWeekday: weekday)
    default: return nil
    }
  }

  /// The rule in the form it is read in.
  public var description: String {
    switch self {
    case .fixed(let month, let day): Self.text(month, day)
    case .easter(let offset): "easter" + Self.text(offset)
    case .orthodoxEaster(let offset): "orthodox easter" + Self.text(offset)
    case .weekday(let ordinal, let weekday, let month): Self.text(ordinal, weekday, month)
    case .weekdayUnless(let ordinal, let weekday, let month, let day, let dayWeekday):
      Self.text(ordinal, weekday, month) + " unless " + dayWeekday.rawValue + " " + Self.text(month, day)
    case .weekdayFrom(let weekday, let month, let day): weekday.rawValue + " from " + Self.text(month, day)
    }
  }

  private static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1]

  private static func nthWeekday(_ words: [String]) -> (ordinal: Int, weekday: Weekday, month: Int)? {
    guard let ordinal = ordinals[words[0]], let weekday = Weekday(rawValue: words[1]),
      let month = CivilDate.number(words[2][...], digits: 2), (1...12).contains(month)
    else { return nil }
    return (ordinal, weekday, month)
  }

  private static func monthAndDay(_ word: String) -> (month: Int, day: Int)? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    // 2024 has a 29 February: a rule may name it.
    guard parts.count == 2, let month = CivilDate.number(parts[0], digits: 2),
      let day = CivilDate.number(parts[1], digits: 2), CivilDate(year: 2024, month: month, day: day) != nil
    else { return nil }
    return (month, day)
  }

  private static func easterOffset(_ word: String) -> Int? {
    guard word.hasPrefix("easter") else { return nil }
    let rest = word.dropFirst("easter".count)
    guard !rest.isEmpty else { return 0 }
    guard rest.hasPrefix("+") || rest.hasPrefix("-"), let offset = Int(rest), abs(offset) <= 100 else { return nil }
    return offset
  }

  private static func text(_ month: Int, _ day: Int) -> String {
    CivilDate.padded(month, to: 2) + "-" + CivilDate.padded(day, to: 2)
  }

  private static func text(_ offset: Int) -> String { offset == 0 ? "" : offset > 0 ? "+\(offset)" : "\(offset)" }

  private static func text(_ ordinal: Int, _ weekday: Weekday, _ month: Int) -> String {
    let word = ordinals.first { $0.value == ordinal }?.key ?? "first"
    return word + " " + weekday.rawValue + " " + CivilDate.padded(month, to: 2)
  }
}
