import Matter
import Testing

@testable import Checking

@Suite struct InferenceTests {
  /// Words that are answers to some questions and mean "nothing" to others.
  static let answersNone: Set<String> = ["response.kind", "account.1.platform", "account.2.platform"]

  func expectSaid(_ sources: [String], _ said: [String: String], _ what: String) {
    for source in sources {
      let value = said[source]
      let isSaid = value != nil && value != "unknown" && (value != "none" || Self.answersNone.contains(source))
      if !isSaid { Issue.record("\(what) rests on \(source), which says \(value ?? "nothing")") }
    }
  }

  @Test func nothingIsSaidWhoseSourceIsEmptyUnknownOrNone() {
    var generator = Seeded(state: 20_261_123)
    for day in ["2025-07-01", "2026-03-01", "2026-11-23"] {
      let circumstances = Circumstances.austria(day)
      for _ in 0..<1_000 {
        let matter = Matter.anything(&generator)
        let checker = Checker(matter, in: circumstances)
        let said = matter.said
        for (flag, sources) in checker.flags() {
          if sources.isEmpty { Issue.record("\(flag.rawValue) rests on nothing") }
          expectSaid(sources, said, flag.rawValue)
        }
        for (scenario, sources) in checker.scenarios {
          if sources.isEmpty { Issue.record("scenario \(scenario.rawValue) rests on nothing") }
          expectSaid(sources, said, "scenario \(scenario.rawValue)")
        }
        for ground in checker.openGrounds(checker.flags()) { expectSaid(ground.sources, said, ground.provision) }
        for event in checker.events where event.isOwn { expectSaid(event.sources, said, event.kind.rawValue) }
      }
    }
  }

  @Test func everyFlagAndEveryScenarioCanBeTrue() {
    var generator = Seeded(state: 7)
    var flags: Set<BriefFlag> = []
    var scenarios: Set<Scenario> = []
    let circumstances = Circumstances.fixture()
    func isComplete() -> Bool { flags.count == BriefFlag.allCases.count && scenarios.count == Scenario.allCases.count }
    for _ in 0..<12_000 where !isComplete() {
      let checker = Checker(.anything(&generator), in: circumstances)
      flags.formUnion(checker.flags().keys)
      scenarios.formUnion(checker.scenarios.keys)
    }
    withEveryCourse { matter in
      if isComplete() { return }
      let checker = Checker(matter, in: circumstances)
      flags.formUnion(checker.flags().keys)
      scenarios.formUnion(checker.scenarios.keys)
    }
    #expect(Set(BriefFlag.allCases).subtracting(flags) == [])
    #expect(Set(Scenario.allCases).subtracting(scenarios) == [])
  }

  @Test func aMissedTimeLimitIsClaimedOnlyAfterItsLaterEndAndALookAfterIt() {
    for day in ["2025-06-20", "2026-09-03", "2026-11-23"] {
      let circumstances = Circumstances.fixture(day)
      withEveryCourse { matter in
        let checker = Checker(matter, in: circumstances)
        for objection in checker.objections {
          guard case .missed(let due, let checked) = objection.reply else { continue }
          #expect(due < circumstances.date)
          #expect(checked > due)
          #expect(checked <= circumstances.date)
          #expect(matter.response.checkedUntil != nil)
          #expect(due >= objection.date.latest.adding(months: 1))
          #expect(objection.channel != .failedAttempt)
          #expect(objection.date.precision != .year)
          // An answer that came after this objection covers it, unless it only put the answer off.
          if let kind = matter.response.kind, kind != .none, kind != .automatic, kind != .extended, kind != .moreAsked,
            let answer = matter.response.date
          {
            #expect(objection.date.earliest > answer.latest)
          }
        }
        #expect((checker.flags()[.deadlineMissed] != nil) == checker.objections.contains(where: \.isMissed))
      }
    }
  }

  @Test func outcomesExcludeEachOtherAndNothingIsLeftUnexplained() {
    let circumstances = Circumstances.fixture()
    withEveryCourse { matter in
      let checker = Checker(matter, in: circumstances)
      let outcomes: Set<Scenario> = [.ignored, .refused, .limited]
      #expect(outcomes.intersection(checker.scenarios.keys).count <= 1)
      let found = checker.findings()
      let isBarred = found.contains { $0.severity == .error }
      // Whatever passes is about something; whatever is about nothing says why.
      #expect(isBarred || checker.isSomethingOpen)
      #expect(isBarred || !checker.openGrounds(checker.flags()).isEmpty)
      for finding in found where finding.code == "case.nothingOpen" || finding.code == "deadline.running" {
        #expect(finding.severity != .error || !checker.isSomethingOpen)
      }
    }
  }

  @Test func restrictionAccessAndErasureNeedARequest() {
    let circumstances = Circumstances.fixture()
    withEveryCourse { matter in
      let checker = Checker(matter, in: circumstances)
      let requested = Set(checker.received.flatMap(\.requests))
      let grounds = Set(checker.openGrounds(checker.flags()).map(\.provision))
      if !requested.contains(.restriction) { #expect(!grounds.contains("gdpr:18(1)(d)")) }
      if !requested.contains(.access) { #expect(!grounds.contains("gdpr:15")) }
      if checker.scenarios[.requestIgnored] != nil {
        #expect(requested.contains(.access) || requested.contains(.erasure))
      }
    }
  }

  @Test func aReplyToTheRequestForAccessIsNoSilence() {
    let matter = changed {
      $0.objections[1].alsoRequested = [.access]
      $0.evidence.append(.file("export.eml", .accessReply))
    }
    let checker = Checker(matter, in: .fixture())
    #expect(checker.scenarios[.requestIgnored] == nil)
    #expect(checker.flags()[.accessUnanswered] == nil)
    #expect(Checker(.sound, in: .fixture()).flags()[.accessUnanswered] != nil)
  }

  @Test func theSoundMatterIsLimitedRenewedAndUnanswered() {
    let checker = Checker(.sound, in: .fixture())
    #expect(checker.scenarios.keys.sorted() == [.limited, .renewal, .requestIgnored])
    #expect(checker.objections.map(\.number) == [1, 2])
    #expect(checker.objections[0].reply == .answered)
    #expect(checker.objections[0].policyBefore == CivilDate("2025-04-07"))
    #expect(
      checker.objections[0].policiesAfter.map(\.description) == [
        "2025-05-27", "2025-06-16", "2025-12-16", "2026-07-23",
      ])
    #expect(checker.objections[1].reply == .missed(due: .known("2026-09-03"), checkedUntil: .known("2026-11-20")))
    #expect(
      checker.openGrounds(checker.flags()).map { "\($0.tier.rawValue) \($0.provision)" } == [
        "primary gdpr:6(1)(f)", "primary gdpr:17(1)(d)", "alternative gdpr:21(1)", "alternative gdpr:17(1)(c)",
        "additional gdpr:12(3)", "additional gdpr:12(4)", "additional gdpr:13(1)(d)", "additional gdpr:15",
        "additional gdpr:18(1)(d)",
      ])
  }
}
