import Casebook
import Matter
import TestSupport
import Testing

@testable import Checking

/// What checking says of letters to the controller: their own findings, and none of a complaint's.
@Suite struct LetterFindingTests {
  /// The codes whose tests stand here, because no complaint shows them.
  static let codes: Set<FindingCode> = [.groundsConfidential, .renewalRunning, .renewalRepeated]

  private func review(_ matter: Matter, as kind: String, on day: String = "2026-11-23") throws -> Review {
    try Review(matter, of: kind, on: .known(day), casebook: VenueTests.casebook)
  }

  private func said(_ review: Review) -> [String] {
    review.findings.map { "\($0.severity.rawValue) \($0.code) \($0.field): \($0.message)" }
  }

  /// As little as an objection needs.
  private var bare: Matter {
    var matter = Matter()
    (matter.campaign, matter.person, matter.accounts) = ("meta-ai", Matter.sound.person, [.bare])
    matter.grounds = Matter.sound.grounds
    return matter
  }

  @Test func anObjectionNeedsThePersonTheAccountsAndTheGroundsOnly() throws {
    let bare = try review(bare, as: "objection")
    #expect(said(bare) == [])
    let brief = try #require(bare.brief)
    #expect(brief.outcome == nil && brief.objections.isEmpty && brief.kind.id == "objection")
    #expect(
      said(try review(Matter(), as: "objection")) == [
        "error field.missing campaign: is missing", "error field.missing person.given_name: is missing",
        "error field.missing person.family_name: is missing", "error field.missing person.street: is missing",
        "error field.missing person.postal_code: is missing", "error field.missing person.city: is missing",
        "error field.missing person.country: is missing",
        "error account.missing account: is missing: the controller must be able to tell which data this is about",
        "error grounds.missing grounds.text: is missing: the law asks for the person's own reasons, and nobody else "
          + "can write them",
      ])
  }

  /// Somebody may object before there is anything to complain of, and wherever the postcode leads.
  @Test func whatStandsAgainstAComplaintStandsNotAgainstAnObjection() throws {
    var matter = bare
    matter.accounts[0].publicContent = .no
    matter.accounts[0].aiChats = .no
    matter.person.postalCode = "00000"
    matter.language = "fr"
    matter.evidence = [.file("nothing-is-there.png", .objection)]
    matter.notices = [Notice()]
    #expect(said(try review(matter, as: "objection", on: "2025-05-01")) == [])
    #expect(try review(matter, as: "objection", on: "2025-05-01").brief?.authority == nil)
    #expect(try review(matter, as: "complaint").hasErrors)
  }

  @Test func aSoundMatterMakesEveryKindOfDocument() throws {
    #expect(said(try review(.sound, as: "complaint")) == [])
    #expect(said(try review(.sound, as: "objection")) == [])
    // Everything was asked in August and the policy is no newer: another letter asks nothing new.
    #expect(
      said(try review(.sound, as: "renewal")) == [
        "warning renewal.repeated objection.2.also_requested: all that this letter asks was asked already, and "
          + "neither an answer nor a new policy came since"
      ])
  }

  @Test func aRenewalNeedsAnObjectionToRenew() throws {
    let findings = try review(bare, as: "renewal").findings
    #expect(findings.map(\.code) == ["objection.missing"])
    #expect(findings.first?.message == "is missing: this letter renews an objection that was made")
    #expect(findings.first?.hint == "`complain objection` writes the first one")
    let old = changed { $0.objections = [.sound] }
    #expect(said(try review(old, as: "renewal")) == [])
  }

  @Test func aRenewalWithinTheMonthIsWarnedOf() throws {
    var matter = bare
    var objection = Objection()
    (objection.date, objection.channel) = (.known("2026-11-02"), .form2025)
    matter.objections = [objection]
    // A month from 2 November ends on 2 December, and a letter may take a week.
    #expect(
      said(try review(matter, as: "renewal")) == [
        "warning renewal.running objection.1.date: the time for an answer to this objection ends on 2026-12-02 only"
      ])
    #expect(try review(matter, as: "renewal").findings.first?.hint?.contains("from 2026-12-03 on") == true)
    #expect(said(try review(matter, as: "renewal", on: "2026-12-03")) == [])
    matter.objections[0].channel = .post
    #expect(said(try review(matter, as: "renewal", on: "2026-12-03")).first?.contains("2026-12-09") == true)
    matter.objections[0].channel = .failedAttempt
    #expect(said(try review(matter, as: "renewal")) == [])
    // An answer ends the wait.
    matter.objections[0].channel = .form2025
    (matter.response.kind, matter.response.date) = (.refused, .known("2026-11-10"))
    #expect(said(try review(matter, as: "renewal")) == [])
    #expect(!said(try review(matter, as: "complaint")).contains { $0.contains("renewal.") })
  }

  @Test func aNewPolicyOrANewRequestIsAPurpose() throws {
    var old = Matter.sound
    old.objections[1].date = .known("2026-07-01", .mail)
    #expect(said(try review(old, as: "renewal")) == [])
    let more = changed { $0.objections[1].alsoRequested = [.erasure, .restriction] }
    #expect(said(try review(more, as: "renewal")) == [])
  }

  @Test(arguments: ["objection", "renewal"])
  func groundsKeptFromTheControllerAreWarnedOf(kind: String) throws {
    let matter = changed { $0.declarations.groundsConfidential = true }
    let findings = try review(matter, as: kind).findings
    #expect(findings.contains { $0.code == "grounds.confidential" && $0.severity == .warning })
    #expect(try review(matter, as: "complaint").findings == [])
  }

  @Test(arguments: [
    // 28 December is the Monday after St Stephen's Day, a Saturday; the letter's month ends on a Sunday.
    ("2026-11-26", "2026-12-28", "2027-01-04"),
    // 31 January has no namesake in February; 8 March, the Monday after the letter's month, is a holiday in two Länder.
    ("2027-01-31", "2027-03-01", "2027-03-09"),
    // 1 November is a Sunday.
    ("2026-10-01", "2026-11-02", "2026-11-09"),
  ])
  func theAnswerIsDueAMonthAfterReceipt(sent: String, byForm: String, byPost: String) throws {
    let casebook = VenueTests.casebook
    let calendar = try casebook.calendar(for: casebook.campaign("meta-ai"), in: casebook.country("DE"))
    let form = AnswerTime(sent: .known(sent), isPosted: false, calendar: calendar)
    let post = AnswerTime(sent: .known(sent), isPosted: true, calendar: calendar)
    #expect(form.due == .known(byForm) && form.complaintDay == .known(byForm).adding(days: 1))
    #expect(post.due == .known(byPost))
  }

  /// Where the Land is not known, a holiday of any Land puts the end off: no complaint is early anywhere.
  @Test func holidaysOfEveryPartCountWhereThePartIsNotKnown() throws {
    let casebook = VenueTests.casebook
    let germany = try casebook.country("DE")
    let calendar = try casebook.calendar(for: casebook.campaign("meta-ai"), in: germany)
    // 6 January 2027, a Wednesday, is a holiday in three Länder and neither in Saxony nor in Ireland.
    let everywhere = AnswerTime(sent: .known("2026-12-06"), isPosted: false, calendar: calendar)
    #expect(everywhere.due == .known("2027-01-07"))
    let saxony = try #require(try review(.sound, as: "objection", on: "2026-12-06").brief).circumstances.calendar
    #expect(AnswerTime(sent: .known("2026-12-06"), isPosted: false, calendar: saxony).due == .known("2027-01-06"))
  }
}

extension Account {
  /// An account as an objection needs it.
  fileprivate static var bare: Account {
    var account = Account()
    (account.platform, account.handle) = (.facebook, "erika.beispiel")
    return account
  }
}
