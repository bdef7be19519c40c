import Matter
import TestSupport
import Testing

@testable import Checking

@Suite("Mails among the evidence are held against the matter")
struct MailComparisonTests {
  private static func mail(
    _ day: String? = nil, from: String = "x@example.org", to: String = "y@example.org", id: String? = nil,
    answers: [String] = [], cases: [String] = []
  ) -> MailFacts {
    var facts = MailFacts()
    facts.date = day.map { .known($0) }
    (facts.senders, facts.recipients, facts.identifier) = ([from], [to], id)
    (facts.references, facts.cases) = (answers, cases)
    return facts
  }

  /// The sound matter: objections of 20 May 2025 and 3 August 2026, an answer of 21 May 2025.
  private static func found(_ mails: [Int: MailFacts], _ change: (inout Matter) -> Void = { _ in }) -> [String] {
    var matter = Matter.sound
    matter.person.email = "Erika.Beispiel@example.org"
    for index in matter.evidence.indices { matter.evidence[index].date = .known("2025-05-20") }
    change(&matter)
    return MailComparison(matter, in: .fixture(), mails: mails).findings.map { "\($0.code) \($0.field)" }
  }

  private static let controller = "case-no-reply@support.facebook.com"
  private static let person = "erika.beispiel@example.org"

  @Test func whatFitsIsNoFinding() {
    let receipt = Self.mail("2025-05-20", from: Self.controller, to: Self.person)
    let answer = Self.mail("2025-05-22", from: Self.controller, to: Self.person)
    let found = Self.found([2: receipt, 3: answer]) { $0.objections[0].acknowledgedOn = .known("2025-05-20") }
    #expect(found == [])
  }

  @Test func anAnswerOfAnotherDayIsAContradictionUnlessAnotherMailIsTheAnswer() {
    let other = Self.mail("2025-05-24", from: Self.controller)
    #expect(Self.found([3: other]) == ["mail.answerDay evidence.3"])
    let both = Self.found([3: other, 4: Self.mail("2025-05-21", from: Self.controller)]) {
      $0.evidence.append(.file("second.eml", .answer))
      $0.evidence[3].date = .known("2025-05-21")
    }
    #expect(both == [])
  }

  @Test func aReceiptOfAnotherDayIsAContradiction() {
    let found = Self.found([2: Self.mail("2025-06-20", from: Self.controller)]) {
      $0.objections[0].acknowledgedOn = .known("2025-05-20")
    }
    #expect(found.contains("mail.receiptDay evidence.2"))
  }

  @Test func anObjectionOfAnotherDayIsAContradictionWhereTheEntryHasNoDate() {
    func found(_ day: String) -> [String] {
      Self.found([1: Self.mail(day)]) {
        $0.evidence[0].file = "objection.eml"
        $0.evidence[0].date = nil
      }
    }
    #expect(found("2025-05-21") == ["mail.undated evidence.1.date"])
    #expect(found("2025-05-23") == ["mail.undated evidence.1.date", "mail.objectionDay evidence.1"])
  }

  @Test(arguments: [
    ("x@facebookmail.com", true), ("x@mail.facebook.com", true), ("x@notfacebook.com", false),
    ("x@facebook.com.example.org", false), ("facebook.com@example.org", false),
  ])
  func aSenderIsKnownByItsWholeDomain(address: String, isKnown: Bool) {
    let found = Self.found([3: Self.mail("2025-05-21", from: address)])
    #expect(found == (isKnown ? [] : ["mail.sender evidence.3"]))
    // The files that come with the program are nobody's evidence.
    #expect(Self.found([3: Self.mail("2025-05-21", from: address)]) { $0.evidence[2].file = "example:de/3.eml" } == [])
  }

  @Test func aMissingDateIsOfferedByTwoSignsAndByNoOneAlone() {
    func offers(_ mail: MailFacts, _ other: MailFacts = MailFacts()) -> [String] {
      Self.found([1: other, 3: mail]) {
        $0.response.date = nil
        $0.evidence[0].file = "objection.eml"
      }.filter { $0.hasPrefix("mail.offer") }
    }
    let offered = ["mail.offer response.date"]
    let stranger = "x@example.com"
    // The role that the person gave it is one.
    #expect(offers(Self.mail("2025-06-01", from: stranger)) == [])
    #expect(offers(Self.mail("2025-06-01", from: stranger, id: "a@x", cases: ["EB-0001"])) == [])
    #expect(offers(Self.mail("2025-06-01", from: Self.controller)) == offered)
    #expect(offers(Self.mail("2025-06-01", from: stranger, to: Self.person)) == offered)
    #expect(offers(Self.mail("2025-06-01", from: stranger, answers: ["o@x"]), Self.mail(id: "o@x")) == offered)
    #expect(
      offers(Self.mail("2025-06-01", from: stranger, cases: ["EB-0001"]), Self.mail(cases: ["EB-0001"])) == offered)
    // Nothing to offer.
    #expect(offers(Self.mail(nil, from: Self.controller, to: Self.person)) == [])
  }

  /// Whatever a mail says, with no role that fits nothing is offered: all other signs can be forged by its sender.
  @Test func nothingIsOfferedAgainstTheRole() {
    var random = SeededRandom(seed: 4)
    for _ in 0..<500 {
      var matter = Matter.sound
      matter.person.email = Self.person
      (matter.response.date, matter.objections[0].date) = (nil, nil)
      matter.evidence = [.file("a.eml", .other), .file("b.eml", .account), .file("c.eml", .settings)]
      let mails = [1, 2, 3].map { number in
        (
          number,
          Self.mail(
            Bool.random(using: &random) ? "2025-05-20" : "2026-08-03",
            from: Bool.random(using: &random) ? Self.controller : Self.person,
            to: Bool.random(using: &random) ? Self.controller : Self.person, id: "\(number)@x",
            answers: ["\(Int.random(in: 1...3, using: &random))@x"], cases: ["EB-0001"])
        )
      }
      let found = MailComparison(matter, in: .fixture(), mails: Dictionary(uniqueKeysWithValues: mails)).findings
      #expect(!found.contains { $0.code == "mail.offer" })
    }
  }

  @Test func ofTwoObjectionsWithoutADayNoneIsOfferedOne() {
    func offers(_ undated: [Int]) -> [String] {
      Self.found([1: Self.mail("2025-05-20", from: Self.person)]) { matter in
        for index in undated { matter.objections[index].date = nil }
      }.filter { $0.hasPrefix("mail.offer objection") }
    }
    #expect(offers([0]) == ["mail.offer objection.1.date"])
    #expect(offers([0, 1]) == [])
    // That day is known of the other one already.
    #expect(offers([1]) == [])
  }

  @Test func aReceiptIsOfferedToTheObjectionBeforeIt() {
    func offers(_ day: String) -> [String] {
      Self.found([2: Self.mail(day, from: Self.controller)]) { matter in
        for index in matter.objections.indices { matter.objections[index].acknowledgedOn = nil }
      }.filter { $0.hasPrefix("mail.offer") }
    }
    #expect(offers("2025-05-20") == ["mail.offer objection.1.acknowledged_on"])
    #expect(offers("2026-08-04") == ["mail.offer objection.2.acknowledged_on"])
    #expect(offers("2025-05-19") == [])
  }

  @Test func findingsSayWhyInWords() throws {
    var matter = Matter.sound
    matter.response.date = nil
    let mail = Self.mail("2025-06-01", from: Self.controller)
    let offer = try #require(
      MailComparison(matter, in: .fixture(), mails: [3: mail]).findings.first { $0.code == "mail.offer" })
    #expect(
      offer.message == "the e-mail of evidence 3 may belong here; this says so: the role it has here, its sender")
    #expect(offer.hint == "read it; if it does, enter its date, 2025-06-01")
    #expect(offer.severity == .note)
  }
}
