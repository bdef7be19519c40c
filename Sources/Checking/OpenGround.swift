import Matter

/// An infringement that may be pleaded, and why.
public struct OpenGround: Hashable, Sendable {
  /// How it stands to the others.
  public enum Tier: String, CaseIterable, Hashable, Sendable {
    /// The processing has no legal basis for this person's data.
    case primary
    /// Even if it had: the objection ends it.
    case alternative
    /// Rights and duties beside.
    case additional
  }

  /// The provision, such as `gdpr:12(3)`.
  public var provision: String
  /// How it stands to the others.
  public var tier: Tier
  /// The fields of the matter it rests on.
  public var sources: [String]
}

extension Checker {
  /// The grounds that are open on this day, the tiers in order.
  ///
  /// Article 21 presupposes lawful processing (C-394/23, paragraph 67), so it is pleaded in the alternative to the
  /// missing legal basis. Articles 15 and 18 need a request that was made, Article 12(3) a month that is over.
  ///
  /// - Parameter flags: those of `flags()`.
  func openGrounds(_ flags: [BriefFlag: [String]]) -> [OpenGround] {
    var found: [OpenGround] = []
    func open(_ provision: String, _ tier: OpenGround.Tier, _ sources: [String]?) {
      guard let sources, !sources.isEmpty else { return }
      found.append(OpenGround(provision: "gdpr:" + provision, tier: tier, sources: sources))
    }
    guard circumstances.hasProcessingStarted else { return [] }
    let touched = [BriefFlag.publicContent, .aiChats, .othersPosts, .withoutAccount].flatMap { flags[$0] ?? [] }
    open("6(1)(f)", .primary, touched)
    open("17(1)(d)", .primary, touched)
    let objected = isSomethingOpen ? received.map { "\($0.path).date" } : []
    open("21(1)", .alternative, objected)
    open("17(1)(c)", .alternative, objected)

    open("12(3)", .additional, flags[.deadlineMissed] ?? flags[.extendedLate])
    let informed =
      (flags[.deadlineMissed] ?? []) + (answers(.refused) ? (flags[.reasonsNotGiven] ?? []) : [])
      + (answers(.refused) ? (flags[.remediesNotNamed] ?? []) : [])
    open("12(4)", .additional, informed)
    open(
      "12(2)", .additional,
      (scenarios[.obstructed] ?? []) + (scenarios[.noAccess] ?? []) + (flags[.limitedMustRepeat] ?? []))
    open("13(1)(d)", .additional, flags[.interestsNotNamed] ?? flags[.interestsTooBroad])
    open("14", .additional, scenarios[.othersData])
    open("15", .additional, flags[.accessUnanswered])
    open("18(1)(d)", .additional, isSomethingOpen ? flags[.restrictionRequested] : nil)
    open("9(1)", .additional, scenarios[.specialCategories])
    return found
  }
}
