import Foundation
import Matter
import Testing

@testable import Checking

/// `docs/findings.md` lists every code with its words, and is made from the wording itself.
///
/// With `RECORD_GOLDENS=1` in the environment the test writes the page and fails.
@Suite struct FindingsPageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/findings.md")

  static let opening = """
    # Findings

    `complain check` and every `complain draft` say all findings at once. An **error** means that no complaint is made;
    a **warning** that it is made and is weaker or may be late; a **note** is worth knowing. Codes last: scripts may rely
    on them. `{1}` and `{2}` stand for dates, numbers and words of the schema or the casebook; nothing a person typed is
    ever part of a message. `limit` carries the country: `limit.AT`.

    A person reads them in their own language: `--interface-language`, else `LC_ALL`, `LC_MESSAGES` or `LANG`; English
    stands in the source, every other language in `locales/findings/`. `--format json` is English for everybody.

    Where one finding has two severities, the first is the usual one: `deadline.running` and `deadline.unchecked` are
    errors when nothing else is open, `evidence.objection` is one where the country makes proof of the objection a
    condition.

    Time limits of the controller are counted after Regulation (EEC, Euratom) No 1182/71 with the holidays of the
    controller's State and of the complainant's, from the later end of a range of dates; the later end of the two counts.
    Time limits of national law against the person are counted from the earlier end, and not extended over weekends.

    Findings about files, `evidence.file.*`, `evidence.redact`, `evidence.passage` and `exhibit.*`, stand in
    [evidence.md](evidence.md), those about tables of many people in [batch.md](batch.md), the fields themselves in
    [matter.md](matter.md).

    | Code | Severity | Message | Hint | Law |
    |---|---|---|---|---|

    """

  static let twofold: [FindingCode: String] = [
    .deadlineRunning: "warning, error", .deadlineUnchecked: "warning, error", .evidenceObjection: "warning, error",
  ]

  static var text: String {
    opening
      + FindingCode.allCases.map { code in
        let wording = Wording.of(code)
        let severity = twofold[code] ?? wording.severity.rawValue
        let cells = ["`\(code.rawValue)`", severity, wording.message, wording.hint ?? "", wording.law ?? ""]
        return "| " + cells.joined(separator: " | ") + " |\n"
      }.joined()
  }

  @Test func thePageSaysWhatTheProgramSays() throws {
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: Self.page.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Self.text.write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/findings.md: read it, then run again without RECORD_GOLDENS")
    }
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(page == Self.text, "docs/findings.md is not up to date: RECORD_GOLDENS=1 writes it")
  }

  @Test func noMessageBreaksTheTable() {
    for code in FindingCode.allCases {
      let wording = Wording.of(code)
      #expect(!wording.message.contains("|") && !(wording.hint ?? "").contains("|"))
    }
  }
}
