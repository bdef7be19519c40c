import Foundation
import TestSupport
import Testing

/// Complaints of a table, made, killed on the way, and gone on with.
@Suite struct FilingsTests {
  @Test func `a batch makes each complaint as a draft alone does, for its owner only, and says why others cannot be`()
    throws
  {
    try Filings.with(rows: 2) { filings in
      try filings.table([BatchTests.row(1), BatchTests.row(2), BatchTests.row(3, date: "31.02.2025")])
      let outcome = try filings.run("f")
      #expect(outcome.status == 65)
      Golden.check(outcome.errors + "---\n" + outcome.text, "batch/made")
      let names = try filings.files("f").keys.sorted()
      #expect(names == ["M-1.pdf", "M-2.pdf", "findings.csv", "fix.csv", "needs.csv", "report.csv"])
      for name in names + ["ledger.sqlite"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: filings.desk.path("f/\(name)").path)
        #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
      }
      let report = try filings.report("f")
      let sum = try Subprocess.run("sha256sum", [filings.desk.path("f/M-1.pdf").path])
      #expect(report["M-1"]?["status"] == "made" && report["M-3"]?["status"] == "not_made")
      #expect(report["M-1"]?["sha256"] == sum.text.prefix(64).description)
      #expect(report["M-1"]?["pages"] == String(try PDFFile(contentsOf: filings.desk.path("f/M-1.pdf")).pages().count))
    }
  }

  @Test func `the sample table gives the bytes of a draft of the sample`() throws {
    try Desk.with { desk in
      try desk.write("people.csv", try desk.run(["sample", "--csv"]).text)
      let made = try desk.run(["batch", "people.csv", "--out", "f", "--date", today])
      #expect(made.status == 0, "\(made.errors)")
      #expect(try desk.draft().status == 0)
      // They differ in their reference alone.
      let reference = try #require(
        String(contentsOf: desk.path("matter.yaml"), encoding: .utf8).split(separator: "\n")
          .first { $0.hasPrefix("reference:") })
      try desk.change(String(reference), "reference: DE-0001")
      #expect(try desk.draft("--on-collision", "overwrite").status == 0)
      #expect(try desk.bytes("f/DE-0001.pdf") == desk.bytes("complaint-DE.pdf"))
    }
  }

  @Test(arguments: [1, 9, 38])
  func `killed at any moment and gone on with, the folder is that of an undisturbed run`(count: Int) throws {
    try Filings.with(rows: 40) { filings in
      let whole = try filings.run("whole")
      #expect(whole.status == 0, "\(whole.errors)")
      let killed = try filings.stopped("f", with: "KILL", at: count)
      #expect(killed.status == 137)
      #expect(try filings.files("f")["report.csv"] == nil)
      let resumed = try filings.run("f", "--resume")
      #expect(resumed.status == 0, "\(resumed.errors)")
      #expect(try filings.differing("f", from: "whole") == [])
      #expect(try filings.desk.names().filter { $0.contains("part") } == [])
    }
  }

  @Test(arguments: [[], ["--by-authority", "--kit"]])
  func `who leaves the table after a run was killed leaves no file, and what a person put there stays`(
    layout: [String]
  ) throws {
    try Filings.with(rows: 40) { filings in
      let script = """
        "$@" & run=$!
        while kill -0 $run 2>/dev/null && [ $(find f -name '[A-Zc]*.pdf' 2>/dev/null | wc -l) -lt 9 ]; do :; done
        kill -KILL $run; wait $run
        """
      let killed = try filings.desk.run(
        Filings.arguments("f", layout), environment: ["LANG": "C"], limits: ["bash", "-c", script, "bash"])
      #expect(killed.status == 137)
      func made() throws -> [Int] {
        let names = try filings.files("f").keys.flatMap { $0.components(separatedBy: CharacterSet(charactersIn: "/.")) }
        return Set(names.filter { $0.hasPrefix("M-") }.compactMap { Int($0.dropFirst(2)) }).sorted()
      }
      let left = try made()
      try #require(left.count >= 2)
      // Nothing of it was noted; what is forgotten is found all the same.
      let forgotten = try filings.command("forget", "M-\(left[0])", "--in", "f", "--yes")
      #expect(forgotten.status == 0, "\(forgotten.errors)")
      #expect(try made() == Array(left.dropFirst()))
      try filings.desk.write("f/M-3-notes.pdf", "%PDF-1.7, of somebody else")
      try filings.desk.write("f/to-do.txt", "call M-3")
      try filings.table((1...40).filter { !left.prefix(2).contains($0) }.map { BatchTests.row($0) })
      let resumed = try filings.desk.run(
        Filings.arguments("f", layout + ["--resume"]), environment: ["LANG": "C"])
      #expect(resumed.status == 0, "\(resumed.errors)")
      _ = try filings.desk.run(Filings.arguments("whole", layout), environment: ["LANG": "C"])
      var whole = try filings.files("whole")
      for name in ["M-3-notes.pdf", "to-do.txt"] { whole[name] = try filings.desk.bytes("f/\(name)") }
      #expect(try filings.files("f") == whole)
    }
  }

  @Test func `a check writes no reports over those of a batch`() throws {
    try Filings.with(rows: 2) { filings in
      _ = try filings.run("f")
      let files = try filings.files("f")
      let checked = try filings.desk.run(
        ["batch", "people.csv", "--map", "columns.yaml", "--check", "--out", "f", "--date", today],
        environment: ["LANG": "C"])
      #expect(checked.status == 64)
      #expect(
        checked.errors == """
          error: a batch is in this folder, and the reports of a check would take the place of its own
          hint: give another folder with --out; nothing was written

          """)
      #expect(try filings.files("f") == files)
    }
  }

  @Test func `Ctrl-C keeps what is done and says how to go on`() throws {
    try Filings.with(rows: 40) { filings in
      let stopped = try filings.stopped("f", with: "INT", at: 5)
      #expect(stopped.status == 1)
      let (place, hint) = (
        "error: stopped: ", "hint: give the same command with --resume to go on; the reports are written at the end\n"
      )
      #expect(stopped.errors.hasPrefix(place) && stopped.errors.hasSuffix(" of 40 rows are done and kept\n" + hint))
      let resumed = try filings.run("f", "--resume")
      #expect(resumed.status == 0)
      let kept = try #require(stopped.errors.dropFirst(place.count).split(separator: " ").first.flatMap { Int($0) })
      #expect(kept >= 5 && kept < 40)
      #expect(resumed.text.contains("40 complaints are in the folder; \(40 - kept) of them were made in this run."))
      _ = try filings.run("whole")
      #expect(try filings.differing("f", from: "whole") == [])
    }
  }

  @Test func `only what changed is made again, what broke is made again, and who left is said`() throws {
    try Filings.with(rows: 4) { filings in
      _ = try filings.run("f")
      let before = try filings.files("f")
      try filings.table([BatchTests.row(1), BatchTests.row(2, grounds: "Andere Gründe als zuvor."), BatchTests.row(3)])
      try Data("spoilt".utf8).write(to: filings.desk.path("f/M-3.pdf"))
      let outcome = try filings.run("f", "--resume")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.text.contains("3 complaints are in the folder; 2 of them were made in this run.\n"))
      #expect(outcome.text.contains("1 rows of earlier runs are no longer in the table (not_in_csv)"))
      let after = try filings.files("f")
      #expect(after["M-1.pdf"] == before["M-1.pdf"] && after["M-3.pdf"] == before["M-3.pdf"])
      #expect(after["M-2.pdf"] != before["M-2.pdf"] && after["M-4.pdf"] == before["M-4.pdf"])
      #expect(try filings.report("f")["M-4"]?["status"] == "not_in_csv")
    }
  }

  @Test func `a row that can no longer be made takes its complaint with it`() throws {
    try Filings.with(rows: 2) { filings in
      _ = try filings.run("f")
      try filings.table([BatchTests.row(1), BatchTests.row(2, date: "31.02.2025")])
      #expect(try filings.run("f", "--resume").status == 65)
      #expect(try filings.files("f").keys.filter { $0.hasSuffix(".pdf") } == ["M-1.pdf"])
    }
  }

  @Test func `a folder that is not this batch's is refused, and nothing in it is touched`() throws {
    try Filings.with(rows: 2) { filings in
      _ = try filings.run("f")
      let files = try filings.files("f")
      let again = try filings.run("f")
      #expect(again.status == 64)
      #expect(
        again.errors == """
          error: a batch is in this folder already
          hint: say --resume to go on with it, or give another folder with --out; nothing was written

          """)
      try filings.table([BatchTests.row(7), BatchTests.row(8)])
      let other = try filings.run("f", "--resume")
      #expect(other.status == 64)
      #expect(
        other.errors == """
          error: another batch is in this folder: none of its references stands in this table
          hint: give the folder of this table, or a new one, with --out; nothing was written

          """)
      #expect(try filings.files("f") == files)
      try FileManager.default.createDirectory(at: filings.desk.path("g"), withIntermediateDirectories: false)
      try filings.desk.write("g/mine.txt", "mine")
      let strange = try filings.run("g")
      #expect(strange.status == 64)
      #expect(
        strange.errors == """
          error: the folder holds other things than a batch
          hint: give a new or an empty folder with --out; nothing was written

          """)
      #expect(try filings.files("g").keys.sorted() == ["mine.txt"])
      try filings.desk.write("f/ledger.sqlite", String(repeating: "no database ", count: 400))
      let damaged = try filings.run("f", "--resume")
      #expect(damaged.status == 65 && damaged.errors.hasPrefix("error: the ledger in this folder cannot be read\n"))
    }
  }

  @Test func `of two runs into one folder the second is refused`() throws {
    try Filings.with(rows: 40) { filings in
      let arguments = Filings.arguments("f", ["--resume"]).map { "'\($0)'" }.joined(separator: " ")
      let script = """
        "$@" >/dev/null 2>&1 & run=$!
        while kill -0 $run 2>/dev/null && [ $(find f -name '[A-Z]*.pdf' 2>/dev/null | wc -l) -lt 2 ]; do :; done
        kill -STOP $run; "$1" \(arguments); code=$?; kill -CONT $run; wait $run && exit $code
        """
      let outcome = try filings.run("f", limits: ["bash", "-c", script, "bash"])
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == """
          error: another run is at work in this folder
          hint: wait until it has ended; nothing was written

          """)
      _ = try filings.run("whole")
      #expect(try filings.differing("f", from: "whole") == [])
    }
  }

  @Test(.enabled(if: BadOutputTests.canMount))
  func `a full disk keeps what was made, and the run goes on when there is room`() throws {
    try Filings.with(rows: 12) { filings in
      let script = """
        mkdir -p f && mount -t tmpfs -o size=1m tmpfs f && "$@"; code=$?
        mount -o remount,size=64m f && "$@" --resume >&2 && cp -r f g && exit $code
        """
      let outcome = try filings.run("f", limits: ["unshare", "--mount", "bash", "-c", script, "bash"])
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(
        outcome.errors.hasPrefix(
          """
          error: the disk is full
          hint: what was made before is kept; repair this and give the same command with --resume

          """), "\(outcome.errors)")
      _ = try filings.run("whole")
      #expect(try filings.differing("g", from: "whole") == [])
    }
  }

  @Test func `a complaint that is too large for the file system harms no other row`() throws {
    try Filings.with(rows: 2) { filings in
      // Each word once, so that nothing of it is short when it is compressed.
      let long = (0..<1500).map { "W\($0 &* 7_919_317)" }.joined(separator: " ")
      try filings.table([BatchTests.row(1), BatchTests.row(2, grounds: long), BatchTests.row(3)])
      let outcome = try filings.run("f", limits: ["prlimit", "--fsize=119000"])
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(
        outcome.errors.contains(
          "error: row 3 (M-2), \"reference\": the complaint could not be written [row.notWritten]\n"))
      #expect(try filings.files("f").keys.filter { $0.hasSuffix(".pdf") }.sorted() == ["M-1.pdf", "M-3.pdf"])
    }
  }

  @Test func `a folder that vanishes ends the run with the way on`() throws {
    try Filings.with(rows: 40) { filings in
      let script = """
        "$@" & run=$!
        while [ $(find f -name '[A-Z]*.pdf' 2>/dev/null | wc -l) -lt 3 ]; do :; done
        until rm -rf f 2> /dev/null; do :; done; wait $run
        """
      let outcome = try filings.run("f", limits: ["bash", "-c", script, "bash"])
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.contains("error: the folder is not there any more\nhint: what was made before"),
        "\(outcome.errors)")
    }
  }

  @Test func `the day of the documents is that of the batch, whatever the clock says later`() throws {
    try Filings.with(rows: 2) { filings in
      _ = try filings.run("f")
      let files = try filings.files("f")
      let resumed = try filings.desk.run(
        ["batch", "people.csv", "--map", "columns.yaml", "--out", "f", "--resume"], environment: ["LANG": "C"])
      #expect(resumed.status == 0)
      #expect(
        resumed.errors.hasPrefix(
          "note: The complaints carry the date of the day the batch began, \(today); --date gives another.\n"))
      #expect(try filings.files("f") == files)
    }
  }
}
