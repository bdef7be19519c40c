import Foundation
import TestSupport
import Testing

/// A batch made in parts by several machines, and joined.
@Suite struct PartsTests {
  private static let parts = (1...4).map { "parts/shard-\($0)-of-4" }
  private static let hint =
    "hint: run the parts named above again with --resume, then gather once more; nothing was joined\n"

  private static func make(_ filings: Filings, _ more: [String] = [], _ environment: [String: String] = [:]) throws {
    let outcome = try filings.desk.run(
      Filings.arguments("parts", more), environment: ["LANG": "C"].merging(environment) { $1 })
    #expect([0, 65].contains(outcome.status), "\(outcome.errors)")
  }

  private static func gather(_ filings: Filings, _ arguments: [String]) throws -> ProcessOutcome {
    try filings.desk.run(["gather"] + arguments, environment: ["LANG": "C"])
  }

  /// Rows of which some fail, two have one reference, and one has none that can be a file's name.
  private static func rows(_ count: Int) -> [String] {
    (1...count).map { number in
      let row = BatchTests.row(number, date: number.isMultiple(of: 6) ? "31.02.2025" : "20.05.2025")
      switch number {
      case 8: return row.replacingOccurrences(of: "M-8;", with: "M-4;")
      case 9: return row.replacingOccurrences(of: "M-9;", with: "M/9;")
      default: return row
      }
    }
  }

  @Test func `parts joined are the folder of one machine, byte for byte, and go on as it would`() throws {
    try Filings.with(rows: 0) { filings in
      try filings.table(Self.rows(30))
      #expect(try filings.run("whole", "--zip", "--merge").status == 65)
      try Self.make(filings, ["--shard", "1/4"])
      try Self.make(filings, ["--shard", "2/4"])
      let slurm = ["SLURM_ARRAY_TASK_ID": "12", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_COUNT": "4"]
      try Self.make(filings, [], slurm)
      try Self.make(filings, [], ["JOB_COMPLETION_INDEX": "3", "JOB_COMPLETIONS": "4"])
      #expect(try filings.desk.path("parts").entries() == Self.parts.map { String($0.dropFirst(6)) } + ["shards.key"])
      // As few open files as a system may allow at first.
      let gathered = try filings.desk.run(
        ["gather"] + Self.parts.reversed() + ["--out", "g", "--zip", "--merge"], environment: ["LANG": "C"],
        limits: ["prlimit", "--nofile=16:4096"])
      #expect(gathered.status == 0, "\(gathered.errors)")
      #expect(
        gathered.text == """
          30 rows of 4 parts are joined: none is missing, none is double; 22 complaints are in the folder.
          All of them are in complaints.zip as well.
          The files for the printer are listed in print/print-index.csv.

          """)
      let whole = try filings.files("whole")
      let joined = try filings.files("g")
      #expect(joined.keys.sorted() == whole.keys.sorted())
      for (name, bytes) in whole { #expect(joined[name] == bytes, "\(name)") }
      #expect(try filings.command("status", "g").text == filings.command("status", "whole").text)
      let resumed = try filings.run("g", "--resume")
      #expect(
        resumed.text.contains("22 complaints are in the folder; 0 of them were made in this run."), "\(resumed.text)")
      #expect(try filings.files("g") == whole)
    }
  }

  @Test func `what was filed, forgotten or has left the table is known in the whole`() throws {
    try Filings.with(rows: 12) { filings in
      for number in 1...4 { try Self.make(filings, ["--shard", "\(number)/4"]) }
      // M-1 and M-6 are in part 2.
      try filings.desk.write("events.csv", "reference,event,date\nM-6,filed,2026-11-24\n")
      #expect(try filings.command("filed", Self.parts[1], "--csv", "events.csv").status == 0)
      #expect(try filings.command("forget", "M-1", "--in", Self.parts[1], "--yes").status == 0)
      try filings.table((1...11).map { BatchTests.row($0, grounds: $0 == 6 ? "Etwas ganz anderes als zuvor." : nil) })
      for number in 1...4 { try Self.make(filings, ["--shard", "\(number)/4", "--resume"]) }
      let gathered = try Self.gather(filings, Self.parts + ["--out", "g", "--zip"])
      #expect(gathered.status == 0, "\(gathered.errors)")
      let status = try filings.command("status", "g").text
      #expect(
        status.hasPrefix(
          """
          made, not filed: 9
          filed: 1
          of these changed since, candidates for a supplement: 1
          not made: 0
          no longer in the table: 1
          forgotten: 1

          """), "\(status)")
      let mode = try FileManager.default.attributesOfItem(atPath: filings.desk.path("g/M-6.pdf").path)
      #expect(mode[.posixPermissions] as? Int == 0o400)
      #expect(try filings.report("g")["M-12"]?["status"] == "not_in_csv")
      #expect(try filings.desk.bytes("g/complaints.zip").range(of: Data("M-12.pdf".utf8)) == nil)
      let frozen = try filings.desk.bytes("g/M-6.pdf")
      let resumed = try filings.run("g", "--resume")
      #expect(resumed.status == 65)
      #expect(resumed.errors.contains("row 2, \"reference\": everything about this reference was deleted"))
      #expect(resumed.text.contains("1 were filed and stay as they are; 1 of these say something else now"))
      #expect(try filings.desk.bytes("g/M-6.pdf") == frozen)
      #expect(try !filings.files("g").keys.contains("M-1.pdf"))
    }
  }

  @Test func `parts that are missing, double, unfinished, spoilt or of another day are said, and nothing is joined`()
    throws
  {
    try Filings.with(rows: 12) { filings in
      for number in [1, 2, 4] { try Self.make(filings, ["--shard", "\(number)/4"]) }
      let missing = try Self.gather(filings, [Self.parts[0], Self.parts[0], Self.parts[3], "--out", "g"])
      #expect(missing.status == 65)
      #expect(
        missing.errors == """
          error: part 1 was given twice
          error: part 2 of 4 is missing
          error: part 3 of 4 is missing
          \(Self.hint)
          """)
      // Another day is another text; a part of the same number of other parts is none of these.
      let late = [
        "batch", "people.csv", "--map", "columns.yaml", "--out", "parts", "--date", "2026-11-24", "--shard", "3/4",
      ]
      #expect(try filings.desk.run(late, environment: ["LANG": "C"]).status == 0)
      let differs = try Self.gather(filings, Self.parts + ["--out", "g"])
      #expect(differs.status == 65)
      #expect(
        differs.errors == """
          error: part 3 was made from another table, with other templates, fonts or options, or on another day
          \(Self.hint)
          """)
      try Self.make(filings, ["--shard", "3/4", "--resume"])
      try Data("spoilt".utf8).write(to: filings.desk.path("\(Self.parts[1])/M-6.pdf"))
      let spoilt = try Self.gather(filings, Self.parts + ["--out", "g"])
      #expect(spoilt.status == 65)
      #expect(spoilt.errors == "error: part 2: a file of row 7 is not as it was written\n" + Self.hint)
      try Self.make(filings, ["--shard", "2/4", "--resume"])
      // A table that is one row longer is another table.
      try filings.table((1...13).map { BatchTests.row($0) })
      try Self.make(filings, ["--shard", "1/4", "--resume"])
      #expect(try Self.gather(filings, Self.parts + ["--out", "g"]).status == 65)
      let killed = try filings.stopped("alone", with: "KILL", at: 1, "--shard", "1/1")
      #expect(killed.status == 137)
      let unfinished = try Self.gather(filings, ["alone/shard-1-of-1", "--out", "g"])
      #expect(unfinished.errors == "error: part 1: its run did not end; nothing was joined\n" + Self.hint)
      _ = try filings.run("whole")
      let strange = try Self.gather(filings, ["whole", "--out", "g"])
      #expect(strange.errors == "error: folder 1 is no part of a batch\n" + Self.hint)
      #expect(try !filings.desk.names().contains("g"))

      let wrong = try filings.run("x", "--shard", "5/4")
      #expect(wrong.status == 64 && wrong.errors.hasPrefix("error: the part to work on cannot be told\n"))
      let inside = try filings.run("whole", "--shard", "1/4")
      #expect(inside.status == 64 && inside.errors.hasPrefix("error: the folder holds other things than a batch\n"))
    }
  }

  @Test func `joining that was killed goes on`() throws {
    try Filings.with(rows: 40) { filings in
      _ = try filings.run("whole")
      for number in 1...2 { try Self.make(filings, ["--shard", "\(number)/2"]) }
      let parts = ["parts/shard-1-of-2", "parts/shard-2-of-2"]
      let script = """
        "$@" & run=$!
        while kill -0 $run 2>/dev/null && [ $(find g -name '[A-Z]*.pdf' 2>/dev/null | wc -l) -lt 3 ]; do :; done
        kill -KILL $run; wait $run
        """
      let killed = try filings.desk.run(
        ["gather"] + parts + ["--out", "g"], environment: ["LANG": "C"], limits: ["bash", "-c", script, "bash"])
      #expect(killed.status == 137)
      let batch = try filings.run("g", "--resume")
      #expect(batch.status == 64)
      #expect(
        batch.errors == """
          error: parts of a batch were being joined in this folder, and that did not end
          hint: give the same `complain gather` once more: it goes on

          """)
      #expect(try Self.gather(filings, parts + ["--out", "g"]).status == 0)
      #expect(try filings.differing("g", from: "whole") == [])
      let again = try Self.gather(filings, parts + ["--out", "g"])
      #expect(again.status == 64 && again.errors.hasPrefix("error: a batch is in this folder already\n"))
    }
  }

  @Test(.enabled("GNU parallel is not installed") { Subprocess.find("parallel") != nil || Repository.isCI })
  func `GNU parallel makes the parts as one machine makes the whole`() throws {
    try Filings.with(rows: 24) { filings in
      _ = try filings.run("whole")
      let script = """
        seq 4 | parallel -j 2 "$@" --shard {}/4 && "$1" gather parts/shard-*-of-4 --out g
        """
      let outcome = try filings.run("parts", limits: ["bash", "-c", script, "bash"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try filings.differing("g", from: "whole") == [])
    }
  }

  /// A controller and a node of Slurm need root, as `Tools/slurm-node` says.
  @Test(
    .enabled("Slurm is not installed, or this is not root: the job array is NOT tested") {
      BadOutputTests.isRoot && (Subprocess.find("slurmctld") != nil || Repository.isCI)
    })
  func `four tasks of a Slurm array make the parts, each of which it learns from Slurm`() throws {
    try Filings.with(rows: 24) { filings in
      _ = try filings.run("whole")
      let root = Repository.root.path
      let script = """
        export PATH="$(dirname "$1"):$PATH"
        \(root)/Tools/slurm-node node sbatch --wait --array=5-11:2 --output=log.%a --export=ALL \
          \(root)/docs/cluster/batch.sbatch people.csv columns.yaml \(today) parts && \
        "$1" gather parts/shard-*-of-4 --out g
        """
      let outcome = try filings.run("unused", limits: ["bash", "-c", script, "bash"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.text.contains("24 rows of 4 parts are joined: none is missing, none is double; 24 complaints"))
      #expect(try filings.differing("g", from: "whole") == [])
    }
  }
}

extension URL {
  /// The names of what lies in a folder, sorted.
  fileprivate func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
