import Casebook
import ComplaintKit
import Matter

/// The dates that exist only once a complaint was lodged.
public struct FilingDates: Sendable {
  /// A time limit of the authority.
  public struct Due: Hashable, Sendable {
    /// A lasting word for it: `progress`, or the identifier in the country's data.
    public var id: String
    /// Where it stands, such as `gdpr:78(2)`.
    public var provision: String
    /// The last day.
    public var end: CivilDate
    /// The first day on which it is over.
    public var over: CivilDate { end.adding(days: 1) }
    /// What the country's data say is due; `nil` for the time limit of the Regulation.
    public var duty: AuthorityDuty.Kind?
  }

  /// Three months without news open the courts (Article 78(2) GDPR).
  private static let monthsForNews = 3

  /// The day of filing.
  public let filed: CivilDate
  /// The time limits, the earliest first.
  public let due: [Due]

  /// Computes the dates.
  ///
  /// The time limit of the Regulation ends on the later of the days that the holidays of the authority's place, of the
  /// Land it hands the complaint over to and of the controller's State lead to: on no view is it called over too soon.
  /// National ones go by the country's own holidays.
  ///
  /// - Parameters:
  ///   - filed: the day of filing.
  ///   - country: where it was filed.
  ///   - part: the part of the State the authority is for.
  ///   - campaign: names the controller's State and its establishment.
  ///   - controllerCountry: that State; `nil` if it is not known or there are no data of it.
  public init(
    filed: CivilDate, in country: Country, part: String?, campaign: Campaign, controllerCountry: Country?
  ) {
    self.filed = filed
    let establishment = campaign.germanEstablishmentLand.flatMap { country.part($0.value)?.code }
    let places = [country.holidays(in: part), controllerCountry?.holidays() ?? []]
    let calendar = Calendar1182(states: places + (establishment.map { [country.holidays(in: $0)] } ?? []))
    let own = Calendar1182(states: [country.holidays(in: part)])
    let national = country.duties.filter { $0.provenance.confidence > .low }.map { duty in
      Due(
        id: duty.id, provision: duty.provision, end: own.end(ofMonths: duty.months, after: filed), duty: duty.kind)
    }
    let news = Due(
      id: "progress", provision: "gdpr:78(2)", end: calendar.end(ofMonths: Self.monthsForNews, after: filed), duty: nil)
    due = ((country.ownLaw == nil ? [news] : []) + national).sorted { ($0.end, $0.id) < ($1.end, $1.id) }
  }
}

/// What a filing is about, for the words of its dates.
public struct FiledComplaint: Sendable {
  /// The name of the authority.
  public var authority: String
  /// The person's reference.
  public var reference: String
  /// The authority's file number, if it is known.
  public var authorityReference: String?
  /// The SHA-256 of the PDF: what the days in the calendar belong to.
  public var sha256: String

  /// Takes what a filing is about.
  public init(authority: String, reference: String, authorityReference: String?, sha256: String) {
    self.authority = authority
    self.reference = reference
    self.authorityReference = authorityReference
    self.sha256 = sha256
  }
}

extension FilingDates {
  /// The dates as days of a calendar, in a language.
  ///
  /// - Parameter provisions: how the language prints a provision.
  public func calendar(
    of complaint: FiledComplaint, wording: KitWording, language: Language, provisions: (String) -> String
  ) -> CalendarFile {
    let numbers =
      complaint.authorityReference.map {
        wording.text(.numbersBoth, ["authority_reference": $0, "reference": complaint.reference])
      } ?? wording.text(.numbersOwn, ["reference": complaint.reference])
    let days = due.map { due in
      let values = [
        "reference": complaint.reference, "authority": complaint.authority, "numbers": numbers,
        "filed": language.dates.adverbial(filed), "end": language.dates.text(due.end),
        "provision": provisions(due.provision),
      ]
      let (title, details): (KitText, KitText) =
        switch due.duty {
        case nil: (.calendarProgressTitle, .calendarProgress)
        case .inform: (.calendarInformTitle, .calendarInform)
        }
      return CalendarFile.Day(
        kind: due.id, date: due.over, title: wording.text(title, values), details: wording.text(details, values))
    }
    return CalendarFile(days: days, key: complaint.sha256, stamp: filed, language: wording.tag)
  }
}
