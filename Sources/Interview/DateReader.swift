import Matter

/// Understands dates as people type them, in the words of their language, and never guesses.
struct DateReader {
  /// What became of a typed date.
  enum Reading: Hashable {
    /// It is this.
    case date(DateRange)
    /// It can be either: the person must say which.
    case ambiguous([DateRange])
    /// Day and month are there, and no year.
    case noYear
    /// There is no such day.
    case impossible
    /// The first of two days is after the second.
    case reversed
    /// Nothing known here.
    case unknown
  }

  let words: Script.DateWords
  /// The names of the months in all languages, in lower case.
  let months: [String: Int]
  let today: CivilDate

  init(_ script: Script, today: CivilDate) {
    words = script.dateWords
    months = script.dateWords.months
    self.today = today
  }

  /// Reads what was typed.
  func read(_ typed: String) -> Reading {
    let text = Self.plain(typed)
    guard !text.isEmpty, text.utf8.count <= 120 else { return .unknown }
    if words.today.contains(text) { return .date(DateRange(today)) }
    if words.yesterday.contains(text) { return .date(DateRange(today.adding(days: -1))) }
    let numbers = text.split(whereSeparator: { !$0.isNumber }).map(String.init)
    if numbers.first?.count == 4 || text.contains("..") {
      if let range = DateRange(text) { return .date(range) }
    }
    guard let tokens = tokens(of: text) else { return .unknown }
    let readings = [Order.dayFirst, .monthFirst].map { read(tokens, $0) }
    return Self.settle(readings[0], readings[1])
  }

  /// Which of two numbers is the day.
  private enum Order { case dayFirst, monthFirst }

  /// One reading if both orders agree, or if only one of them is a day that exists.
  private static func settle(_ first: Reading, _ second: Reading) -> Reading {
    if first == second { return first }
    switch (first, second) {
    case (.date(let a), .date(let b)): return .ambiguous([a, b])
    case (.date, .impossible), (.date, .reversed), (.date, .unknown): return first
    case (.impossible, .date), (.reversed, .date), (.unknown, .date): return second
    default: return first
    }
  }

  private static func plain(_ typed: String) -> String {
    let lowered = typed.composed.lowercased()
    let words = lowered.split { $0.isWhitespace || $0 == "," || $0 == "„" || $0 == "“" || $0 == "\"" }
    return words.joined(separator: " ")
  }

  private enum Token: Hashable {
    case number(Int, digits: Int)
    case month(Int)
    case separator(Character)
    case through
  }

  /// Numbers, months, signs; `nil` if a word is not known.
  private func tokens(of text: String) -> [Token]? {
    var found: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest[digits.endIndex...]
        guard digits.count <= 4, let number = Int(digits) else { return nil }
        found.append(.number(number, digits: digits.count))
        // "1er", "5th": a number as it is spoken.
        for ending in ["er", "st", "nd", "rd", "th"] where rest.hasPrefix(ending) {
          let after = rest.dropFirst(ending.count)
          if after.first?.isLetter != true { rest = after }
        }
      } else if first.isLetter {
        let word = String(rest.prefix { $0.isLetter || $0 == "'" || $0 == "’" })
        rest = rest.dropFirst(word.count)
        if let month = months[word] {
          found.append(.month(month))
          continue
        }
        if words.through.contains(word) {
          found.append(.through)
        } else if !words.filler.contains(word) {
          return nil
        }
        // "fil-5", "sat-12": in Maltese a hyphen joins the article to the number.
        if rest.first == "-" { rest.removeFirst() }
      } else if ["–", "—", "…"].contains(first) || rest.hasPrefix("..") {
        found.append(.through)
        rest = rest.drop { $0 == first }
      } else if [".", "/", "-"].contains(first) {
        found.append(.separator(first))
        rest.removeFirst()
      } else {
        return nil
      }
    }
    return found
  }

  private func read(_ tokens: [Token], _ order: Order) -> Reading {
    let sides = split(tokens)
    guard let last = sides.last else { return .unknown }
    if sides.count == 1 { return single(last, order) }
    guard sides.count == 2 else { return .unknown }
    guard var end = parts(last, order), var start = parts(sides[0], order) else { return .unknown }
    // "2024. június 5. és 12. között": the year stands first, and the second side leaves out what the first has said.
    if end.month == nil, end.year == nil, start.year != nil, start.day != nil {
      (end.month, end.year) = (start.month, start.year)
    }
    guard end.year != nil else { return end.month != nil ? .noYear : .unknown }
    // "between 5 and 12 June 2024": what the first side leaves out is that of the second.
    if start.month == nil { start.month = end.month }
    if start.year == nil {
      start.year = end.year
      if let a = start.month, let b = end.month, a > b { return .noYear }
    }
    guard let first = start.range, let second = end.range else { return .impossible }
    guard let range = DateRange(from: first.earliest, through: second.latest) else { return .reversed }
    return .date(range)
  }

  /// The two sides of a range, or the only one there is.
  private func split(_ tokens: [Token]) -> [[Token]] {
    var sides = tokens.split(separator: .through, omittingEmptySubsequences: true).map(Array.init)
    let dashes = tokens.indices.filter { tokens[$0] == .separator("-") }
    // "5-6-2024" is one day, "5.-12.6.2024" are two.
    if sides.count == 1, dashes.count == 1, let dash = dashes.first {
      sides = [Array(tokens[..<dash]), Array(tokens[(dash + 1)...])].filter { !$0.isEmpty }
    }
    return sides
  }

  private func single(_ tokens: [Token], _ order: Order) -> Reading {
    guard let parts = parts(tokens, order) else { return .unknown }
    guard parts.year != nil else { return parts.month != nil ? .noYear : .unknown }
    return parts.range.map { .date($0) } ?? .impossible
  }

  /// Day, month, year, as far as they were said.
  private struct Parts: Hashable {
    var day: Int?
    var month: Int?
    var year: Int?

    var range: DateRange? {
      guard let year else { return nil }
      guard let month else { return day == nil ? DateRange(Self.padded(year, to: 4)) : nil }
      guard let day else { return DateRange(Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2)) }
      return CivilDate(year: year, month: month, day: day).map { DateRange($0) }
    }

    private static func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }

  private func parts(_ tokens: [Token], _ order: Order) -> Parts? {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var signs: Set<Character> = []
    for token in tokens {
      switch token {
      case .number(let value, let digits): numbers.append((value, digits))
      case .month(let value):
        guard month == nil else { return nil }
        month = value
      case .separator(let sign): signs.insert(sign)
      case .through: return nil
      }
    }
    if let month { return named(month, numbers) }
    switch numbers.count {
    case 1:
      let number = numbers[0]
      return number.digits == 4 ? Parts(year: number.value) : Parts(day: number.value)
    case 2:
      // "6/2024" is a month; "5.6." a day without a year.
      if numbers[1].digits == 4 { return Parts(month: numbers[0].value, year: numbers[1].value) }
      return order == .dayFirst || isDayFirst(signs)
        ? Parts(day: numbers[0].value, month: numbers[1].value) : Parts(day: numbers[1].value, month: numbers[0].value)
    case 3:
      if numbers[0].digits == 4 {
        return Parts(day: numbers[2].value, month: numbers[1].value, year: numbers[0].value)
      }
      guard let year = year(numbers[2]) else { return nil }
      return order == .dayFirst || isDayFirst(signs)
        ? Parts(day: numbers[0].value, month: numbers[1].value, year: year)
        : Parts(day: numbers[1].value, month: numbers[0].value, year: year)
    default: return nil
    }
  }

  /// "5 June 2024", "June 5 2024", "June 2024", "5 June", "2024. június 5."
  private func named(_ month: Int, _ numbers: [(value: Int, digits: Int)]) -> Parts? {
    switch numbers.count {
    case 0: return Parts(month: month)
    case 1:
      return numbers[0].digits == 4
        ? Parts(month: month, year: numbers[0].value) : Parts(day: numbers[0].value, month: month)
    case 2:
      if numbers[0].digits == 4 { return Parts(day: numbers[1].value, month: month, year: numbers[0].value) }
      guard numbers[0].digits <= 2, let year = year(numbers[1]) else { return nil }
      return Parts(day: numbers[0].value, month: month, year: year)
    default: return nil
    }
  }

  /// A year of four digits, or of this century in two.
  private func year(_ number: (value: Int, digits: Int)) -> Int? {
    switch number.digits {
    case 4: number.value
    case 2: 2000 + number.value
    default: nil
    }
  }

  /// Whether these signs stand in this language between the day and the month, in this order.
  private func isDayFirst(_ signs: Set<Character>) -> Bool {
    !words.dayFirst.isEmpty && signs.isSubset(of: Set(words.dayFirst.compactMap(\.first)))
  }
}
