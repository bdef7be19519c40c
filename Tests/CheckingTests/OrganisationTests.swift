import Foundation
import Matter
import TestSupport
import Testing

@testable import Checking

/// An organisation's file is read whole, and everything that is wrong with it is said at once.
@Suite struct OrganisationTests {
  private static let example = Repository.root.appending(path: "docs/organisation.example.yaml")

  private func read(_ text: String) -> OrganisationReader.Reading {
    OrganisationReader.read(text, name: "the organisation's file")
  }

  private func said(_ text: String) -> [String] {
    read(text).findings.map { "\($0.line ?? 0) \($0.field) \($0.code)" }
  }

  @Test func theExampleIsInOrderAndStandsInTheDocumentation() throws {
    let text = try String(contentsOf: Self.example, encoding: .utf8)
    let reading = read(text)
    #expect(reading.findings == [])
    let organisation = reading.organisation
    #expect(organisation.name == "Example Digital Rights Association")
    #expect(organisation.role == .represent)
    #expect(organisation.mayRepresent)
    #expect(organisation.constitution.map(\.file) == ["statutes.pdf", "register-extract.pdf"])
    #expect(organisation.constitution.map(\.role) == [.other, .other])
    let page = Repository.root.appending(path: "docs/organisation.md")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("```yaml\n\(text)```"))
  }

  @Test func everythingWrongIsSaidAtOnceWithItsLine() {
    let text = """
      name: "Beispiel\\u0007verein"
      street: "Musterplatz 1"
      postal_code: "04109"
      country: Deutschland
      reference_prefix: "our/"
      rolle: represent
      role: represent
      status:
        constituted_in: US
        not_for_profit: maybe
        public_interest: no
      constitution:
        - file: statutes.pdf
      """
    #expect(
      said(text) == [
        "1 organisation.name text.control", "4 organisation.country organisation.format",
        "5 organisation.reference_prefix reference.unsafe", "6 organisation.rolle organisation.format",
        "8 organisation.status.constituted_in organisation.condition",
        "8 organisation.status.public_interest organisation.condition",
        "8 organisation.status.data_protection organisation.condition",
        "10 organisation.status.not_for_profit organisation.format",
        "12 organisation.constitution.1.caption field.missing", "0 organisation.city field.missing",
      ])
  }

  @Test(arguments: ["", "- a\n", "name: [", "name: &a x\n"]) func whatIsNoRecordIsSaidOnce(text: String) {
    #expect(read(text).findings.map(\.code) == ["organisation.format"])
  }

  @Test(arguments: [
    "constituted_in: DE", "not_for_profit: yes", "public_interest: yes", "data_protection: yes", "file",
  ])
  func whoRepresentsStatesAndProvesAllOfIt(part: String) throws {
    let text = try String(contentsOf: Self.example, encoding: .utf8)
    let lines = text.components(separatedBy: "\n").map { String($0.prefix { $0 != "#" }) }
    let less =
      part == "file"
      ? Array(lines.prefix { !$0.hasPrefix("constitution:") }) : lines.filter { !$0.contains(part) }
    let reading = read(less.joined(separator: "\n"))
    #expect(!reading.organisation.mayRepresent)
    #expect(reading.findings.map(\.code) == ["organisation.condition"])
    // Nobody else needs it.
    let contact = less.map { $0.hasPrefix("role:") ? "role: contact" : $0 }
    #expect(read(contact.joined(separator: "\n")).findings == [])
  }

  @Test func noMessageRepeatsAValue() {
    let findings = read("name: [Geheim]\ncountry: Geheim\nrole: Geheim\nGeheim und mehr: 1\nlogo:\n  Geheim: 1\n")
      .findings
    #expect(findings.count > 4)
    for finding in findings where finding.field != "organisation.logo.Geheim" {
      #expect(!"\(finding.field) \(finding.message) \(finding.hint ?? "")".contains("Geheim"))
    }
  }
}
