import Matter

/// A form of dates that a mapping names, such as `dd.MM.yyyy`.
public struct DateForm: Hashable, Sendable, CustomStringConvertible {
  private enum Part: Hashable {
    case day, month, year
    case sign(UInt8)
  }

  /// The form as it was written.
  public let description: String
  private let parts: [Part]

  /// Reads a form: `d` or `dd`, `M` or `MM`, `yyyy`, each once, with signs between them.
  ///
  /// What follows a blank is a time of day, which is left out.
  public init?(_ text: String) {
    var parts: [Part] = []
    for run in Self.runs(text.prefix { $0 != " " }) {
      switch run {
      case "d", "dd": parts.append(.day)
      case "M", "MM": parts.append(.month)
      case "yyyy": parts.append(.year)
      default:
        guard let sign = run.utf8.first, run.utf8.count == 1, ".-/".utf8.contains(sign) else { return nil }
        parts.append(.sign(sign))
      }
    }
    for part in [Part.day, .month, .year] where parts.count(where: { $0 == part }) != 1 { return nil }
    self.parts = parts
    description = text
  }

  /// The forms that spreadsheets of Europe and America write.
  static let common: [DateForm] = [".", "/", "-"].flatMap { sign in
    ["dd?MM?yyyy", "MM?dd?yyyy", "yyyy?MM?dd"].compactMap { DateForm($0.replacing("?", with: sign)) }
  }

  private static func runs(_ text: Substring) -> [String] {
    var runs: [String] = []
    for character in text {
      if let last = runs.last?.last, last == character {
        runs[runs.count - 1].append(character)
      } else {
        runs.append(String(character))
      }
    }
    return runs
  }

  /// Reads a date in this form, or a range of two with `..` between them; gives it like 2025-05-20.
  func read(_ text: String) -> String? {
    if let day = day(Substring(text)) { return day.description }
    guard let dots = text.firstRange(of: "..") else { return nil }
    guard let first = day(text[..<dots.lowerBound]), let last = day(text[dots.upperBound...]) else { return nil }
    return "\(first)..\(last)"
  }

  private func day(_ text: Substring) -> CivilDate? {
    var rest = text.prefix { $0 != " " && $0 != "T" }.utf8[...]
    var (day, month, year) = (0, 0, 0)
    for part in parts {
      switch part {
      case .sign(let sign): guard rest.popFirst() == sign else { return nil }
      case .day: guard let number = Self.number(&rest, 1...2) else { return nil }; day = number
      case .month: guard let number = Self.number(&rest, 1...2) else { return nil }; month = number
      case .year: guard let number = Self.number(&rest, 4...4) else { return nil }; year = number
      }
    }
    return rest.isEmpty ? CivilDate(year: year, month: month, day: day) : nil
  }

  private static func number(_ rest: inout Substring.UTF8View.SubSequence, _ count: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard count.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
