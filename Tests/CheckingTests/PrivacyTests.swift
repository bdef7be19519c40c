import Matter
import Testing

@testable import Checking

@Suite struct PrivacyTests {
  static let marker = "Zyxwv"

  /// Puts the marker, in a form each field accepts or not, wherever a person types.
  static func marked(_ matter: Matter, _ text: String) -> Matter {
    var matter = matter
    matter.reference = text
    matter.authority = text
    matter.person.givenName = text
    matter.person.familyName = text
    matter.person.street = text
    matter.person.extraLine = text
    matter.person.postalCode = text
    matter.person.city = text
    matter.person.email = text
    matter.person.phone = text
    for index in matter.accounts.indices {
      matter.accounts[index].handle = text
      matter.accounts[index].email = text
    }
    for index in matter.objections.indices {
      matter.objections[index].url = text
      matter.objections[index].reasons = text
    }
    matter.response.text = text
    for index in matter.hardships.indices { matter.hardships[index].description = text }
    matter.grounds.text = text
    matter.effects.today = text
    for role in EvidenceItem.Role.allCases {
      var item = EvidenceItem.file(text, role, alt: text)
      item.caption = text
      item.transcript = text + " Meta Platforms, Inc."
      matter.evidence.append(item)
    }
    var complaint = PriorProceedings.Complaint()
    complaint.authority = text
    complaint.reference = text
    matter.prior.complaints = [complaint]
    matter.prior.courtReference = text
    matter.representative = Representative()
    matter.representative?.name = text
    matter.representative?.capacity = text
    matter.signature.place = text
    return matter
  }

  func expectClean(_ found: [Finding]) {
    for finding in found {
      let shown = [finding.message, finding.hint ?? "", finding.field, finding.law ?? "", finding.code]
      let isClean = !shown.contains { $0.lowercased().contains(Self.marker.lowercased()) }
      #expect(isClean, "\(finding.code) shows what a person typed")
    }
  }

  @Test func noMessageShowsWhatAPersonTyped() {
    var generator = Seeded(state: 3)
    let texts = [Self.marker, Self.marker + "\u{7}\u{E000}", String(repeating: Self.marker, count: 300)]
    for text in texts {
      expectClean(findings(Self.marked(.sound, text)))
      for _ in 0..<40 { expectClean(findings(Self.marked(.anything(&generator), text), in: .austria())) }
    }
    #expect(findings(Self.marked(.sound, texts[1])).contains { $0.code == "text.control" })
  }

  @Test func noReadingProblemShowsAValue() throws {
    let lines = MatterReaderTests.complete.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices {
      guard let colon = lines[index].firstRange(of: ": ") else { continue }
      for value in [Self.marker, "[\(Self.marker)]", "{ a: \(Self.marker) }"] {
        var broken = lines
        broken[index] = String(lines[index][..<colon.upperBound]) + value
        let reading = MatterReader.read(broken.joined(separator: "\n"), name: "matter.yaml")
        expectClean(reading.findings)
        expectClean(Checker(reading.matter, in: .fixture()).findings())
      }
    }
    // The line of a broken file is not repeated either.
    expectClean(MatterReader.read("person: { a: \(Self.marker), b: [\(Self.marker)", name: "matter.yaml").findings)
    expectClean(MatterReader.read("\(Self.marker)", name: "matter.yaml").findings)
  }
}
