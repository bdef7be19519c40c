import Document
import Evidence
import Matter
import TestSupport
import Testing

/// What becomes of mails that Outlook saved; the program that converts them is tried in `LocalWorldTests`.
@Suite("Mails that Outlook saved")
struct OutlookTests {
  private static let file = OutlookMessage.bytes(
    subject: "Objection", text: "I object.", from: "someone@example.com", to: "controller@example.org", sent: 20_000)
  private static let mail = Array(
    """
    From: someone@example.com
    To: controller@example.org
    Subject: Objection
    Date: Wed, 9 Oct 2024 10:00:00 +0200
    DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=x; h=from; bh=AAAA; b=AAAA
    Content-Type: text/plain

    I object.
    """.utf8)

  private func exhibit(_ bytes: [UInt8], name: String = "a.msg", as mail: [UInt8] = mail) throws -> Exhibit {
    try maker { _, conversion, _ in conversion == .outlookMail ? [mail] : [] }
      .exhibit(number: 1, from: entry(name, .objection), bytes: bytes)
  }

  @Test func itIsShownAsAMailAndItsFileKept() throws {
    let exhibit = try exhibit(Self.file)
    let shown = outline(exhibit.content)
    #expect(shown.contains("From | someone@example.com"))
    #expect(shown.contains("verbatim: I object."))
    #expect(outline(exhibit.opening).contains("What is shown was converted from the original."))
    #expect(exhibit.attachment?.mediaType == "application/vnd.ms-outlook")
    #expect(exhibit.originalName == "annex-1-original.msg")
    #expect(exhibit.size == Self.file.count)
    #expect(exhibit.findings.map(\.code) == ["exhibit.ratherMail"])
  }

  @Test func aSignatureIsNotCheckedOnWhatWasNotTransmitted() throws {
    let shown = outline(try exhibit(Self.file).content)
    #expect(
      shown.contains(
        "Signature of example.com: & Neither text nor header were verified: the file does not hold the e-mail as it was "
          + "transmitted."))
  }

  @Test func otherFilesOfOldOfficeProgramsAreNoMails() {
    let document = CompoundFile.bytes([.stream("WordDocument", [1, 2, 3])])
    #expect(EvidenceFormat(of: document) == .unknown)
    #expect(EvidenceFormat(of: Self.file) == .outlook)
  }

  /// A converter shows what there is of a cut file; then words would be missing from the annex.
  @Test func aFileCutAnywhereIsDamaged() throws {
    for count in stride(from: 512, to: Self.file.count, by: 97) {
      let cut = Array(Self.file.prefix(count))
      // Without its directory nobody knows what it was.
      guard EvidenceFormat(of: cut) == .outlook else { continue }
      #expect(throws: EvidenceProblem.self) { try exhibit(cut) }
    }
    #expect(throws: EvidenceProblem.self) { try exhibit(Array(Self.file.dropLast())) }
  }

  @Test func anyBytesInItsTableAreSound() throws {
    try withSeededRandom { random in
      for _ in 0..<500 {
        var bytes = Self.file
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          bytes[Int.random(in: 24..<1_024, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        _ = try? exhibit(bytes)
      }
    }
  }
}
