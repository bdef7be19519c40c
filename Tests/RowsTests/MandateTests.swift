import Checking
import Matter
import Testing

@testable import Rows

/// What a row must say before an organisation may represent its person.
@Suite struct MandateTests {
  private static let day = CivilDate("2026-11-23") ?? .earliest

  private static var organisation: Organisation {
    var organisation = Organisation()
    organisation.name = "Example Digital Rights Association"
    organisation.status.constitutedIn = CountryCode("DE")
    organisation.status.isNotForProfit = true
    organisation.status.servesPublicInterest = true
    organisation.status.protectsPersonalData = true
    var statutes = EvidenceItem()
    (statutes.file, statutes.role, statutes.caption) = ("statutes.pdf", .other, "Statutes")
    organisation.constitution = [statutes]
    return organisation
  }

  private static var sound: BatchFields {
    var fields = BatchFields()
    (fields.role, fields.mandateFile, fields.mandateDate) = ("represent", "mandate.pdf", CivilDate("2026-11-20"))
    (fields.mandateSignature, fields.mandateNames) = ("handwritten", ["processing", "respondent"])
    return fields
  }

  private static func matter(objected: String..., evidence: EvidenceItem.Role...) -> Matter {
    var matter = Matter()
    matter.objections = objected.map { text in
      var objection = Objection()
      objection.date = DateRange(text)
      return objection
    }
    matter.evidence = evidence.enumerated().map { number, role in
      var item = EvidenceItem()
      (item.file, item.role) = ("\(number + 1).eml", role)
      return item
    }
    return matter
  }

  private func codes(
    _ change: (inout BatchFields) -> Void = { _ in }, objected: String = "2025-05-20",
    by organisation: Organisation? = Self.organisation
  ) -> [String] {
    var (matter, fields) = (Self.matter(objected: objected), Self.sound)
    change(&fields)
    let row = RowOrganisation(organisation: organisation, date: Self.day)
    return row.add(to: &matter, said: fields).map { "\($0.field) \($0.code)" }
  }

  @Test func aSoundMandateIsAnnexedAndSoIsTheProofOfTheConstitution() throws {
    var matter = Self.matter(objected: "2025-05-20", evidence: .objection)
    let row = RowOrganisation(organisation: Self.organisation, date: Self.day)
    #expect(row.add(to: &matter, said: Self.sound) == [])
    #expect(matter.evidence.map(\.file) == ["1.eml", "mandate.pdf", "organisation:statutes.pdf"])
    #expect(matter.evidence.map(\.role) == [.objection, .mandate, .other])
    let part = try #require(matter.organisation)
    #expect(part.role == .represent && part.constitution == 3..<4)
    #expect(part.origin(ofField: "evidence.1.file") == nil)
    #expect(part.origin(ofField: "evidence.2.file") == "mandate.file")
    #expect(part.origin(ofField: "evidence.3.file") == "organisation.constitution.1.file")
    #expect(matter.ownEvidence.map(\.number) == [1, 2])
  }

  @Test func aMandateAmongTheEvidenceNeedsNoColumnOfItsOwn() {
    var (matter, fields) = (Self.matter(objected: "2025-05-20", evidence: .mandate, .objection), Self.sound)
    fields.mandateFile = nil
    let row = RowOrganisation(organisation: Self.organisation, date: Self.day)
    #expect(row.add(to: &matter, said: fields) == [])
    #expect(matter.evidence.count == 3)
    #expect(matter.organisation?.mandateEntry == nil)
    // The same file in its column is no second exhibit.
    var other = Self.matter(objected: "2025-05-20", evidence: .other)
    fields.mandateFile = "1.eml"
    #expect(row.add(to: &other, said: fields) == [])
    #expect(other.evidence.map(\.role) == [.mandate, .other])
  }

  @Test func whatIsMissingFromAMandateIsAnError() {
    #expect(codes { $0.mandateFile = nil } == ["mandate.file mandate.missing"])
    #expect(codes { $0.mandateDate = nil } == ["mandate.date mandate.undated"])
    for word in [nil, "none", "typed"] as [String?] {
      #expect(codes { $0.mandateSignature = word } == ["mandate.signature mandate.unsigned"])
    }
    for words in [[], ["respondent"], ["processing"], ["both"]] {
      #expect(codes { $0.mandateNames = words } == ["mandate.names mandate.scope"])
    }
    #expect(
      codes {
        $0 = BatchFields(); $0.role = "represent"
      }.count == 4)
  }

  /// Not before the first objection, in doubt its last day; not after the complaint.
  @Test(
    arguments: [
      ("2025-05-20", "2025-05-19", "mandate.beforeObjection"), ("2025-05-20", "2025-05-20", nil),
      ("2025-05", "2025-05-30", "mandate.beforeObjection"), ("2025-05", "2025-05-31", nil),
      ("2025-05-20", "2026-11-23", nil), ("2025-05-20", "2026-11-24", "mandate.afterFiling"),
    ] as [(String, String, String?)])
  func aMandateLiesBetweenObjectionAndComplaint(objected: String, signed: String, code: String?) {
    let found = codes({ $0.mandateDate = CivilDate(signed) }, objected: objected)
    #expect(found == (code.map { ["mandate.date \($0)"] } ?? []))
  }

  @Test func aLaterObjectionAsksForNoNewMandate() {
    var matter = Self.matter(objected: "2026-11-22", "2025-05-20")
    let row = RowOrganisation(organisation: Self.organisation, date: Self.day)
    #expect(row.add(to: &matter, said: Self.sound) == [])
  }

  @Test func aRoleNeedsAnOrganisationThatMayPlayIt() {
    #expect(codes { $0.role = "Represent" } == ["role role.unknown"])
    #expect(codes({ $0.role = "contact" }, by: nil) == ["role role.noOrganisation"])
    #expect(codes({ $0.role = "represent" }, by: nil) == ["role role.noOrganisation"])
    #expect(codes({ $0.role = nil }, by: nil) == [] && codes({ $0.role = "assist" }, by: nil) == [])
    var unproven = Self.organisation
    unproven.constitution = []
    #expect(codes(by: unproven) == ["role role.cannotRepresent"])
    #expect(codes({ $0.role = "contact" }, by: unproven) == [])
  }

  @Test func whoIsNotNamedLeavesTheMatterAsItIs() {
    for fields in [BatchFields(), Self.sound] {
      var (matter, fields) = (Self.matter(objected: "2025-05-20", evidence: .objection), fields)
      fields.role = "assist"
      let before = matter
      #expect(RowOrganisation(organisation: Self.organisation, date: Self.day).add(to: &matter, said: fields) == [])
      #expect(matter == before)
    }
  }
}
