import Casebook
import Matter
import TestSupport
import Testing

@testable import Checking

/// Which law says what an organisation needs that represents a person.
@Suite struct RepresentationLawTests {
  private func organisation(of state: String) -> Organisation {
    var organisation = Organisation()
    organisation.name = "Example Digital Rights Association"
    organisation.status.constitutedIn = CountryCode(state)
    organisation.status.isNotForProfit = true
    organisation.status.servesPublicInterest = true
    organisation.status.protectsPersonalData = true
    organisation.constitution = [EvidenceItem()]
    return organisation
  }

  /// The review of a country's sample that an organisation of a State lodges, or writes the mandate for.
  private func review(_ country: String, by state: String, as kind: String = DocumentKind.complaint) throws -> Review {
    var reading = try VenueTests.sample(country)
    reading.matter.role = .represent
    let work = OrganisationWork(organisation(of: state), on: VenueTests.day)
    reading.findings +=
      kind == DocumentKind.mandate ? work.name(in: &reading.matter) : work.add(to: &reading.matter)
    return try Review(reading, of: kind, on: VenueTests.day, casebook: VenueTests.casebook)
  }

  /// Article 80(1) GDPR asks for a Member State; the laws of Switzerland and the United Kingdom ask for none.
  @Test(arguments: [
    ("DE", "DE", true), ("LI", "DE", true), ("CH", "DE", false), ("GB", "IE", false), ("GB", "GB", true),
    ("CH", "CH", true), ("DE", "GB", true), ("GB", "CH", true), ("US", "GB", false),
  ])
  func anOrganisationMayRepresentWhereTheLawLetsIt(state: String, country: String, mayRepresent: Bool) throws {
    for kind in [DocumentKind.complaint, DocumentKind.mandate] {
      let codes = try review(country, by: state, as: kind).findings.map(\.code)
      #expect(codes.contains(MandateMessage.cannotRepresent.rawValue) != mayRepresent, "\(kind): \(codes)")
    }
    #expect(try (review(country, by: state, as: DocumentKind.mandate).brief != nil) == mayRepresent)
  }

  @Test(arguments: [("DE", "Art. 80(1) GDPR"), ("GB", "Art. 80(1) UK GDPR"), ("CH", nil)] as [(String, String?)])
  func whatAMandateLacksIsSaidUnderTheLawOfTheState(country: String, law: String?) throws {
    let findings = try review(country, by: "DE").findings.filter { $0.code.hasPrefix("mandate.") }
    #expect(findings.count == 4)
    for finding in findings { #expect(finding.law == law, "\(finding.code)") }
  }
}
