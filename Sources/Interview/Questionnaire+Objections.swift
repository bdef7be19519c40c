import Casebook
import Matter

extension Questionnaire {
  /// The objections, one after the other.
  mutating func objections() throws(Halt) {
    var found: [Objection] = []
    var isMore = true
    while isMore {
      let number = found.count + 1
      let start = base.objections.count >= number ? base.objections[number - 1] : Objection()
      found.append(try objection(number, from: start))
      isMore = try isYes(.objectedAgain, number)
    }
    matter.objections = found
  }

  private mutating func objection(_ number: Int, from start: Objection) throws(Halt) -> Objection {
    var objection = start
    let way = try ask(number == 1 ? .told : .toldAgain, number).word
    if way == "no" { throw .end(.neverObjected, ["code": residence?.code ?? "DE"]) }
    if way == "letter" { objection.channel = try choice(.letter, number, as: Objection.Channel.self) }
    if way == "failed_attempt" { objection.channel = .failedAttempt }
    objection.date = try date(number, from: start)
    if way == "form", let date = objection.date {
      let forms = forms(on: date)
      if forms.count == 1, !matter.accounts.contains(where: { $0.platform == Account.Platform.none }) {
        // What was read from a file stands as long as its date does.
        let isKept =
          start.date == date
          && start.channel.flatMap { context.campaign.channel($0) }.map { [.form, .othersForm].contains($0.kind) }
            ?? false
        objection.channel = isKept ? start.channel : forms[0]
      } else {
        objection.channel = try choice(.form, number, as: Objection.Channel.self)
      }
    }
    if matter.accounts.count > 1 {
      let all = matter.accounts.indices.map { String($0 + 1) }
      objection.accounts = try ask(.forAccounts, number, offering: all).words.compactMap { Int($0) }
    }
    guard way != "failed_attempt" else { return objection }
    try reasons(number, &objection)
    if way == "letter" || objection.reasonsKnown == .text {
      objection.alsoRequested = try ask(.requested, number).words.compactMap { Objection.Request(rawValue: $0) }
    }
    try arrival(number, &objection)
    return objection
  }

  /// The forms that were open on some day of a range, by the campaign's dates.
  func forms(on date: DateRange) -> [Objection.Channel] {
    context.campaign.channels.compactMap { channel in
      guard channel.kind == .form, channel.from.map({ $0 <= date.latest }) ?? true,
        channel.until.map({ date.earliest <= $0 }) ?? true
      else { return nil }
      return Objection.Channel(rawValue: channel.id)
    }
  }

  private mutating func date(_ number: Int, from start: Objection) throws(Halt) -> DateRange? {
    if let date = try ask(.objectionDate, number).date {
      let basis = try choice(.basis, number, as: DateBasis.self) ?? .memory
      return date.resting(on: basis)
    }
    guard let earliest = try ask(.earliest, number).date?.earliest,
      let latest = try ask(.latest, number).date?.latest
    else { return nil }
    guard let range = DateRange(from: earliest, through: min(latest, max(earliest, context.date)), basis: .memory)
    else {
      throw .refuse(QuestionKey(.latest, number), .latestBeforeEarliest, [:])
    }
    return range
  }

  private mutating func reasons(_ number: Int, _ objection: inout Objection) throws(Halt) {
    let known = try choice(.reasonsKnown, number, as: Objection.ReasonsKnown.self) ?? .unknown
    objection.reasonsKnown = known
    guard known == .text else {
      objection.reasons = nil
      objection.reasonsLanguage = nil
      return
    }
    objection.reasons = try ask(.reasons, number).text
    objection.reasonsLanguage = language(try ask(.reasonsLanguage, number), else: objection.reasonsLanguage)
  }

  private mutating func arrival(_ number: Int, _ objection: inout Objection) throws(Halt) {
    let word = try ask(.arrival, number).word
    if word == "code" || word == "both" {
      objection.codeEntered = .yes
    } else if objection.codeEntered == .yes {
      objection.codeEntered = nil
    }
    guard word == "confirmation" || word == "both" else {
      objection.acknowledgedOn = nil
      return
    }
    objection.acknowledgedOn = try ask(.acknowledgedOn, number).date?.earliest
  }

  /// The languages that questions name.
  static let namedLanguages = [
    "de", "en", "fr", "bg", "cs", "da", "el", "es", "et", "fi", "ga", "hr", "hu", "is", "it", "lt", "lv", "mt", "nb",
    "nn", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
  ]

  /// The language of quoted words; what a file said stays where the person cannot name it.
  func language(_ answer: Answer, else known: String?) -> String? {
    guard let word = answer.word else { return known }
    let primary = known.map { String($0.prefix { $0 != "-" }) }
    if word == "other" { return primary.map { Self.namedLanguages.contains($0) } == true ? nil : known }
    return primary == word ? known : word
  }
}

extension DateRange {
  /// The same with what it rests on.
  func resting(on basis: DateBasis?) -> DateRange {
    var range = self
    range.basis = basis
    return range
  }
}
