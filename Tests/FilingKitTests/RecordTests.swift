import Matter
import Records
import TestSupport
import Testing

@testable import FilingKit

@Suite struct RecordTests {
  private static let digest = String(repeating: "ab", count: 32)
  private static let other = String(repeating: "0c", count: 32)

  private static func drafted(_ date: String) throws -> FilingRecord.Drafted {
    .init(
      date: try #require(CivilDate(date)), matter: other, campaign: "meta-ai", country: "DE", authority: "de-sn",
      language: "de", reference: "EB-2026-01")
  }

  private static func sample() throws -> FilingRecord {
    var record = FilingRecord()
    record.note([
      .init(path: "complaint-DE.pdf", kind: .complaint, sha256: digest, drafted: try drafted("2026-11-23")),
      .init(path: "kit: \"odd\"\\ names/émile\n.eml", kind: .kit, sha256: other),
      .init(path: "/elsewhere/kit", kind: .folder, sha256: nil),
    ])
    return record
  }

  @Test func aRecordComesBackAsItWasWritten() throws {
    var record = try Self.sample()
    #expect(try FilingRecord(text: record.text, name: "record") == record)
    record.filing = .init(
      on: try #require(CivilDate("2026-11-24")), sha256: Self.digest, matter: Self.other,
      authorityReference: "4.2-1: \"26\" # ü")
    #expect(try FilingRecord(text: record.text, name: "record") == record)
    #expect(try FilingRecord(text: FilingRecord().text, name: "record") == FilingRecord())
  }

  @Test func aPathWrittenAgainStandsOnce() throws {
    var record = try Self.sample()
    record.note([.init(path: "complaint-DE.pdf", kind: .complaint, sha256: Self.other, drafted: nil)])
    #expect(record.entries.map(\.path).count(where: { $0 == "complaint-DE.pdf" }) == 1)
    #expect(record.entries.last?.sha256 == Self.other)
  }

  @Test func everyCopyOfTheFiledDocumentIsFrozenAndNothingElse() throws {
    var record = try Self.sample()
    record.note([
      .init(path: "kit/complaint.pdf", kind: .complaint, sha256: Self.digest),
      .init(path: "later.pdf", kind: .complaint, sha256: Self.other),
    ])
    #expect(record.frozen.isEmpty)
    #expect(record.complaints.count == 2)
    record.filing = .init(
      on: try #require(CivilDate("2026-11-24")), sha256: Self.digest, matter: Self.other, authorityReference: nil)
    #expect(record.frozen.map(\.path) == ["complaint-DE.pdf", "kit/complaint.pdf"])
    #expect(!record.hasChanged(Self.other) && record.hasChanged(Self.digest))
  }

  @Test(arguments: [
    "", "format: 2\nfiles: []\n", "format: 1\nfiles:\n  - path: a\n    kind: novel\n    sha256: 00\n",
    "format: 1\nfiles: []\nfiled:\n  on: tomorrow\n", "format: 1\nfiles: []\nextra: 1\n", "[1]",
    "format: 1\nfiles:\n  - 3\n",
  ])
  func aRecordThatWasTamperedWithIsNotUnderstood(text: String) {
    #expect(throws: RecordProblems.self) { try FilingRecord(text: text, name: "record") }
  }
}
