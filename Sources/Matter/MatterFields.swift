/// A text of a matter with the path of its field.
public struct MatterText: Hashable, Sendable {
  /// The path, such as `objection.1.reasons`.
  public var path: String
  /// Whether it is one line or free text.
  public var kind: TextKind
  /// The text, never empty.
  public var text: String

  /// Names a text.
  public init(path: String, kind: TextKind, text: String) { (self.path, self.kind, self.text) = (path, kind, text) }
}

/// A date of a matter with the path of its field.
public struct MatterDate: Hashable, Sendable {
  /// The path, such as `response.date`.
  public var path: String
  /// The date.
  public var date: DateRange
}

extension Matter {
  /// Every text that was said, in the order of the schema.
  public var texts: [MatterText] { texts { _, _ in true } }

  /// The texts that are meant, in the order of the schema; of no others a path is made.
  public func texts(where isMeant: (TextKind, _ text: String) -> Bool) -> [MatterText] {
    var found: [MatterText] = []
    func add(_ path: () -> String, _ kind: TextKind, _ text: String?) {
      guard let text, !text.isEmpty, isMeant(kind, text) else { return }
      found.append(MatterText(path: path(), kind: kind, text: text))
    }
    func line(_ path: @autoclosure () -> String, _ text: String?) { add(path, .line, text) }
    func block(_ path: @autoclosure () -> String, _ text: String?) { add(path, .block, text) }
    line("campaign", campaign)
    line("reference", reference)
    line("authority", authority)
    line("controller.name", controller?.name)
    for (number, part) in (controller?.address ?? []).numbered { line("controller.address.\(number)", part) }
    line("controller.email", controller?.email)
    block("controller.processing", controller?.processing)
    block("controller.purpose", controller?.purpose)
    line("person.given_name", person.givenName)
    line("person.family_name", person.familyName)
    line("person.street", person.street)
    line("person.extra_line", person.extraLine)
    line("person.postal_code", person.postalCode)
    line("person.city", person.city)
    line("person.email", person.email)
    line("person.phone", person.phone)
    for (number, account) in accounts.numbered {
      line("account.\(number).handle", account.handle)
      line("account.\(number).email", account.email)
    }
    for (number, objection) in objections.numbered {
      line("objection.\(number).url", objection.url)
      block("objection.\(number).reasons", objection.reasons)
    }
    block("response.text", response.text)
    for (number, hardship) in hardships.numbered { block("hardship.\(number).description", hardship.description) }
    block("grounds.text", grounds.text)
    block("effects.today", effects.today)
    for (number, item) in evidence.numbered {
      line("evidence.\(number).file", item.file)
      line("evidence.\(number).message", item.message)
      line("evidence.\(number).entity", item.entity)
      line("evidence.\(number).caption", item.caption)
      block("evidence.\(number).alt", item.alt)
      block("evidence.\(number).transcript", item.transcript)
      line("evidence.\(number).passage.from", item.passage?.from)
      line("evidence.\(number).passage.to", item.passage?.to)
      for (place, words) in (item.redact?.words ?? []).numbered {
        line("evidence.\(number).redact.words.\(place)", words)
      }
      for (place, pattern) in (item.redact?.patterns ?? []).numbered {
        line("evidence.\(number).redact.patterns.\(place)", pattern)
      }
    }
    for (number, complaint) in (prior.complaints ?? []).numbered {
      line("prior.complaints.\(number).authority", complaint.authority)
      line("prior.complaints.\(number).reference", complaint.reference)
    }
    line("prior.court_reference", prior.courtReference)
    line("representative.name", representative?.name)
    line("representative.capacity", representative?.capacity)
    line("signature.place", signature.place)
    return found
  }

  /// Every date that was said, in the order of the schema; the day of signing included.
  public var dates: [MatterDate] { dates { _ in true } }

  /// The dates that are meant, in the order of the schema; of no others a path is made.
  public func dates(where isMeant: (DateRange) -> Bool) -> [MatterDate] {
    var found: [MatterDate] = []
    func range(_ path: @autoclosure () -> String, _ date: DateRange?) {
      if let date, isMeant(date) { found.append(MatterDate(path: path(), date: date)) }
    }
    func day(_ path: @autoclosure () -> String, _ day: CivilDate?) { range(path(), day.map { DateRange($0) }) }
    day("person.date_of_birth", person.dateOfBirth)
    for (number, account) in accounts.numbered {
      range("account.\(number).public_content_since", account.publicContentSince)
      range("account.\(number).ai_chats_since", account.aiChatsSince)
    }
    for (number, objection) in objections.numbered {
      range("objection.\(number).date", objection.date)
      day("objection.\(number).acknowledged_on", objection.acknowledgedOn)
    }
    range("response.date", response.date)
    day("response.checked_until", response.checkedUntil)
    day("response.answered_on", response.answeredOn)
    for (number, notice) in notices.numbered { range("notice.\(number).date", notice.date) }
    for (number, reminder) in reminders.numbered { range("reminder.\(number).date", reminder.date) }
    for (number, item) in evidence.numbered { range("evidence.\(number).date", item.date) }
    for (number, complaint) in (prior.complaints ?? []).numbered {
      range("prior.complaints.\(number).date", complaint.date)
    }
    day("declarations.truth_confirmed_on", declarations.truthConfirmedOn)
    day("signature.date", signature.date)
    return found
  }
}

extension Collection {
  /// The elements with their numbers from 1, as field paths and people count.
  public var numbered: Zip2Sequence<PartialRangeFrom<Int>, Self> { zip(1..., self) }
}
