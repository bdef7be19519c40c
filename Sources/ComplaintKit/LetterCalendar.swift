import Casebook
import Checking
import Digests
import Matter

/// The time for an answer to a letter to the controller, with the words and the calendar entry that go with it.
public struct LetterCalendar: Sendable {
  /// If it goes by a form or by e-mail.
  public let byForm: AnswerTime
  /// If it goes by post.
  public let byPost: AnswerTime
  private let kind: DocumentKind
  private let controller: Party
  private let countryName: String
  private let language: Language

  /// Counts the time for a letter sent on its own date, to be said in the person's language.
  public init(_ brief: Brief, language: Language, world: any World) throws(PreparationError) {
    try self.init(
      kind: brief.kind, sent: brief.date, calendar: brief.circumstances.calendar, controller: brief.controller,
      language: language, world: world)
  }

  /// Counts the time for a letter of a kind sent on a day.
  public init(
    kind: DocumentKind, sent: CivilDate, calendar: Calendar1182, controller: Party, language: Language,
    world: any World
  ) throws(PreparationError) {
    byForm = AnswerTime(sent: sent, isPosted: false, calendar: calendar)
    byPost = AnswerTime(sent: sent, isPosted: true, calendar: calendar)
    self.kind = kind
    self.controller = controller
    let states = try DocumentWording(tag: language.tag, files: DataFiles(world: world)).states
    countryName = states[controller.country] ?? controller.country
    self.language = language
  }

  /// What stands for the placeholders of dates and of the controller.
  public var values: [String: String] {
    let dates = language.dates
    return [
      "controller": controller.name, "address": (controller.address + [countryName]).joined(separator: ", "),
      "date": dates.text(byForm.sent), "due": dates.text(byForm.due), "due_by_post": dates.text(byPost.due),
      "day": dates.text(byForm.complaintDay), "day_by_post": dates.text(byPost.complaintDay),
    ]
  }

  /// A calendar file with the first day of a complaint about a missing answer.
  ///
  /// - Parameters:
  ///   - subject: what the day belongs to, such as the bytes of the letter; it is hashed.
  ///   - isPosted: whether the day is that of a letter by post, the later one.
  /// - Returns: `nil` where the kind has no entry.
  public func file(for subject: [UInt8], isPosted: Bool) -> CalendarFile? {
    let (dates, time) = (language.dates, isPosted ? byPost : byForm)
    let values = ["controller": controller.name, "date": dates.text(time.sent), "due": dates.text(time.due)]
    return kind.event(in: language.tag, values).map { title, details in
      CalendarFile(
        days: [.init(kind: "complaint_possible", date: time.complaintDay, title: title, details: details)],
        key: SHA256Digest(of: subject).hexadecimal, stamp: time.sent, language: language.tag)
    }
  }
}
