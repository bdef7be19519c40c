import Matter

/// What happens to people, by the letters under which the project speaks of it; each is made from named variants.
enum Scenarios {
  /// A scenario with its letter and name.
  struct Scenario: Sendable, CustomStringConvertible {
    var name: String
    var variants: [Variant]
    var description: String { name }
  }

  static let all: [Scenario] =
    answers + limits + grounds + minors + access
    + [
      scenario("n access unanswered", "none", "access asked"),
      scenario("n erasure unanswered", "none", "erasure asked"),
      scenario("o more asked", "more asked and answered"), scenario("o extended in time", "extended in time"),
      scenario("o extended late", "extended late"), scenario("o other answer", "other"),
    ]

  private static let answers = [
    scenario("a ignored", "none", "three reminders"), scenario("a automatic reply", "automatic"),
    scenario("b refused without reasons", "refused without reasons"), scenario("b refused", "refused with everything"),
  ]

  private static let limits =
    Response.Limit.allCases.map { scenario("c accepted, \($0.rawValue)", "accepted \($0.rawValue)") } + [
      scenario("c accepted with all limits, late", "accepted with all limits, late")
    ]

  private static let grounds = [
    scenario("d form hard to use", "none", "hardships at every step"),
    scenario("d form never accepted", "none", "only a failed attempt"),
    scenario("f special categories", "refused", "all content and special"),
    scenario("g no account", "none", "no account", "form for others"),
    scenario("h renewal ignored", "accepted future_only, renewal ignored"),
    scenario("h renewal refused", "refused late", "renewed with all requests"),
    scenario("i chats", "accepted without limits, chats"), scenario("j late objector", "none", "after the start"),
    scenario("m others' posts", "none", "content others_posts"),
  ]

  private static let minors =
    Effects.Minors.allCases.map { scenario("k \($0.rawValue)", "none", "minors \($0.rawValue)") } + [
      scenario("k represented", "automatic", "minor with representative")
    ]

  private static let access = AccessLoss.allCases.map {
    scenario("l \($0.rawValue)", "automatic", "access \($0.rawValue)")
  }

  private static func scenario(_ name: String, _ variants: String...) -> Scenario {
    Scenario(name: name, variants: variants.map(Variants.named))
  }
}

extension Variants {
  /// A variant by its name.
  static func named(_ name: String) -> Variant {
    guard let found = (outcomes + additions + organisations).first(where: { $0.name == name }) else {
      preconditionFailure("there is no variant \(name)")
    }
    return found
  }
}
