import Casebook
import Matter

/// The time the controller has to answer a letter that is sent on a day (Article 12(3) GDPR).
public struct AnswerTime: Hashable, Sendable {
  /// The day it is sent.
  public let sent: CivilDate
  /// The last day for the answer, one month after receipt.
  public let due: CivilDate
  /// The first day on which a complaint can be about a missing answer.
  public var complaintDay: CivilDate { due.adding(days: 1) }

  /// Counts a month.
  ///
  /// - Parameters:
  ///   - sent: the day it is sent.
  ///   - isPosted: whether it travels by post: what comes by a form or by e-mail is there on the same day, a letter
  ///     is given the allowance that checking gives one whose receipt is not confirmed.
  ///   - calendar: holidays of the controller's and of the person's State.
  public init(sent: CivilDate, isPosted: Bool, calendar: Calendar1182) {
    self.sent = sent
    let received = isPosted ? sent.adding(days: ResolvedObjection.postalAllowance) : sent
    due = calendar.end(ofMonths: 1, after: received)
  }
}

extension Calendar1182 {
  /// The calendar for letters to a campaign's controller from somebody in a State.
  ///
  /// - Parameter part: the part of the State; where it is not known, the holidays of every part count.
  init(controller: Country?, own: Country, part: String?, isPartKnown: Bool) {
    let parts: [String?] = isPartKnown ? [part] : [nil] + own.parts.map(\.code)
    self.init(states: [controller?.holidays() ?? []] + parts.map { own.holidays(in: $0) })
  }
}

extension Casebook {
  /// The State of a controller's seat; `nil` where it is not known, or there are no data of that State.
  public func seat(_ code: String?) throws(CasebookError) -> Country? {
    guard let code, try countries().contains(code) else { return nil }
    return try country(code)
  }

  /// The calendar for letters to a campaign's controller from somebody somewhere in a State.
  public func calendar(for campaign: Campaign, in country: Country) throws(CasebookError) -> Calendar1182 {
    let seat = try seat(campaign.applied(in: country.code).controller?.country)
    return Calendar1182(controller: seat, own: country, part: nil, isPartKnown: false)
  }
}
