import Records
import TestSupport
import Testing

@Suite struct RecordFuzzTests {
  private let seed = """
    campaign: meta-ai
    person: { given_name: Erika, family_name: Beispiel, postal_code: "04109", country: DE }
    account:
      - { platform: facebook, handle: erika.beispiel, public_content: yes }
    objection:
      - date: 2025-05-20
        channel: form_2025
        reasons: |
          I object.

          For good.
    grounds: { text: "My own \\u00fc words", language: de }   # a remark
    """

  @Test func `no text crashes the reader of records`() throws {
    let tokens = [
      "&a ", "*a", "<<: *a", "!!binary ", "- ", ": ", "? ", "{", "[", "|\n", ">-\n", "---\n", "...\n", "'", "\"",
      "%YAML 9.9\n",
    ]
    try fuzz(
      "records", seeds: [Array(seed.utf8)], tokens: tokens,
      parse: { bytes in _ = try SourceFile(name: "matter.yaml", text: String(decoding: bytes, as: UTF8.self)).root() },
      expected: { ($0 as? RecordProblem)?.file == "matter.yaml" })
  }

  @Test func `lists without end are refused`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: RecordProblem.self) { try SourceFile(name: "matter.yaml", text: deep).root() }
    let indented = (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(throws: RecordProblem.self) { try SourceFile(name: "matter.yaml", text: indented).root() }
  }
}
