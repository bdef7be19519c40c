import Casebook
import Matter
import Messages
import Records
import Testing

@testable import Checking

/// What the kinds of documents say of findings and fields is true of the findings and fields there are.
@Suite struct KindTests {
  private func kinds() throws -> [DocumentKind] { try VenueTests.casebook.kinds() }

  @Test func everyCodeNamesAFinding() throws {
    let codes = FindingCode.allCases.map(\.rawValue)
    for kind in try kinds() {
      for name in kind.findings + kind.leavesOut + kind.rewordings.map(\.code) {
        #expect(codes.contains { $0 == name || $0.hasPrefix(name + ".") }, "\(kind.id): \(name)")
      }
      for wording in kind.rewordings {
        let finding = Finding(code: wording.code, severity: .error, wording: Message(english: ""))
        #expect(kind.concerns(finding), "\(kind.id): \(wording.code) is reworded and left out")
      }
    }
  }

  @Test func everyFieldIsOneOfTheMatter() throws {
    let known = try JSONSchema.matter().groups().flatMap { way, schema in
      (schema.properties ?? [:]).keys.map { (way.filter { $0 != "[]" } + [$0]).joined(separator: ".") }
    }
    for kind in try kinds() {
      for field in kind.fields + kind.optional {
        let name = field.hasSuffix(".*") ? String(field.dropLast(2)) : field
        #expect(known.contains { $0 == name || $0.hasPrefix(name + ".") }, "\(kind.id): \(field)")
      }
    }
  }

  @Test func fieldsAreFoundByTheirPatterns() throws {
    var kind = try #require(try kinds().first)
    #expect(kind.reads("prior.complaints.1.date"))
    kind.fields = ["person.*", "account", "account.handle"]
    for field in ["", "person", "person.city", "account", "account.2.handle"] { #expect(kind.reads(field), "\(field)") }
    for field in ["account.2.platform", "personal", "grounds.text"] { #expect(!kind.reads(field), "\(field)") }
  }

  @Test func aKindNobodyKnowsIsNamedWithThoseThereAre() {
    let hint = Message(RecordMessage.didYouMean, .term("complaint"))
    #expect(throws: CasebookError.unknown(kind: "kind of document", hint: hint)) {
      try VenueTests.casebook.kind("complaints")
    }
  }
}
