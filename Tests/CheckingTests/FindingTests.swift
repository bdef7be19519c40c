import Matter
import Messages
import Testing

@testable import Checking

/// One finding code: what makes it appear, where, and in which words.
struct FindingCase: Sendable, CustomTestStringConvertible {
  var code: FindingCode
  var field: String
  var message: String
  var severity: Severity
  var circumstances: Circumstances
  var change: @Sendable (inout Matter) -> Void
  var suffix = ""

  init(
    _ code: FindingCode, _ field: String, _ message: String, _ severity: Severity = .error,
    in circumstances: Circumstances = .fixture(), suffix: String = "",
    _ change: @escaping @Sendable (inout Matter) -> Void
  ) {
    self.code = code
    self.field = field
    self.message = message
    self.severity = severity
    self.circumstances = circumstances
    self.suffix = suffix
    self.change = change
  }

  var testDescription: String { "\(code.rawValue) at \(field)" }
}

@Suite struct FindingTests {
  @Test func aSoundMatterHasNoFinding() {
    #expect(findings(.sound) == [])
    #expect(findings(.sound, in: .austria()) == [])
  }

  @Test(arguments: FindingCase.all)
  func everyFindingAppearsWhereItBelongsInItsWords(example: FindingCase) {
    let found = findings(changed(example.change), in: example.circumstances)
    let match = found.first { $0.code == example.code.rawValue + example.suffix && $0.field == example.field }
    #expect(match != nil, "found only \(found.map { "\($0.code) at \($0.field)" })")
    #expect(match?.message == example.message)
    #expect(match?.severity == example.severity)
    // The day alone decides whether the processing has begun: there is nothing to change.
    guard example.code != .caseNotProcessed else { return }
    let before = findings(.sound, in: example.circumstances)
    #expect(!before.contains { $0.code == match?.code && $0.field == match?.field })
  }

  @Test func everyCodeIsTestedHereOrWithTheCasebook() {
    let here = Set(FindingCase.all.map(\.code))
    // What was filed, and how large files are, is not in the matter: the program tells, and its own tests see to it.
    let elsewhere = VenueTests.codes.union(LetterFindingTests.codes)
      .union([
        .matterFormat, .textNoGlyph, .filingSupplement, .channelSize, .channelType, .partTooSmall, .evidenceUncited,
        .evidenceCited, .mailUndated, .mailOffer, .mailObjectionDay, .mailReceiptDay, .mailAnswerDay, .mailSender,
      ])
    #expect(Set(FindingCode.allCases).subtracting(here) == elsewhere)
  }

  @Test func aPolicyOfTheControllerInAKnownVersionIsSound() {
    let entities = ["Meta Platforms Ireland Limited", "meta platforms, Ireland Ltd.", "Facebook Ireland Limited"]
    // Before the first known version, and after the day the list was made, nothing is known that could contradict.
    for (entity, day) in zip(entities, ["2025-06-16", "2018-05-25", "2026-11-10"]) {
      let found = findings(
        changed {
          $0.evidence.append(.file("policy.eml", .policy))
          ($0.evidence[3].entity, $0.evidence[3].effective) = (entity, .known(day))
        })
      #expect(found == [], "\(entity) from \(day)")
    }
  }

  @Test(arguments: FindingCode.allCases)
  func wordsAreInOneStyle(code: FindingCode) {
    let wording = Wording.of(code)
    for text in [wording.message, wording.hint].compactMap({ $0 }) {
      #expect(!text.hasSuffix("."))
      #expect(!text.isEmpty)
      #expect(text.first?.isUppercase == false)
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
    }
    #expect(code.rawValue.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") })
  }

  @Test func anEmptyMatterNamesEverythingMandatoryAtOnce() {
    let found = findings(Matter())
    #expect(
      found.filter { $0.severity == .error }.map { "\($0.field): \($0.code)" } == [
        "campaign: field.missing", "reference: field.missing", "person.given_name: field.missing",
        "person.family_name: field.missing", "person.street: field.missing", "person.postal_code: field.missing",
        "person.city: field.missing", "person.country: field.missing", "account: account.missing",
        "objection: objection.missing", "response.kind: response.missing", "grounds.text: grounds.missing",
        "effects.today: effects.missing", "declarations.truth_confirmed_on: declarations.truth",
        "declarations.forward_to_controller: declarations.forward",
      ])
    #expect(!found.contains { $0.code == "case.nothingOpen" || $0.code == "limit.AT" })
  }

  @Test func parametersAreFilledAndNothingElseIs() {
    #expect(Message.fill("a {1} b {2} c {1}", ["1", "x"]) == "a 1 b x c 1")
    #expect(Message.fill("a {3} {", ["1"]) == "a {3} {")
    #expect(Message.fill("{1}", ["{2}", "no"]) == "{2}")
  }
}
