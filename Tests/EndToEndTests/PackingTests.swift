import Foundation
import TestSupport
import Testing

/// A batch handed over: as a ZIP file, to a printer, and made by several machines.
@Suite struct PackingTests {
  @Test func `a ZIP file and files for the printer hold the rows of the table alone, and are the same every time`()
    throws
  {
    try Filings.with(rows: 4) { filings in
      #expect(try filings.run("f", "--by-authority").status == 0)
      try filings.table([1, 2, 4].map { BatchTests.row($0) })
      let outcome = try filings.run("f", "--by-authority", "--resume", "--zip", "--merge")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.text.contains("All of them are in complaints.zip as well.\n"))
      let listed = try Subprocess.run(
        "python3",
        [
          "-c", "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *z.namelist())",
          filings.desk.path("f/complaints.zip").path,
        ])
      #expect(listed.text == "None de-sn/M-1.pdf de-sn/M-2.pdf de-sn/M-4.pdf\n", "\(listed.errors)")

      let index = try filings.text("f/print/print-index.csv").replacingOccurrences(of: "\u{FEFF}", with: "")
        .split(separator: "\r\n").map { $0.split(separator: ";").map(String.init) }
      #expect(index[0] == ["file", "first_page", "pages", "sheets", "reference"])
      #expect(index.dropFirst().map { $0[4] } == ["M-1", "M-2", "M-4"])
      var next = 1
      for line in index.dropFirst() {
        let (first, pages, sheets) = (Int(line[1]), Int(line[2]) ?? 0, Int(line[3]) ?? 0)
        #expect(first == next && next % 2 == 1 && sheets == (pages + 1) / 2)
        next += 2 * sheets
      }
      let print = filings.desk.path("f/print/de-sn-1.pdf").path
      #expect(try Subprocess.run("qpdf", ["--show-npages", print]).text == "\(next - 1)\n")
      #expect(try Subprocess.run("qpdf", ["--check", print]).status == 0)
      #expect(try Subprocess.run("pdftotext", [print, "-"]).text.contains("Nummer 4"))
      #expect(try Subprocess.run("qpdf", ["--list-attachments", print]).text.contains("no embedded files"))
      let files = try filings.files("f")
      _ = try filings.run("f", "--by-authority", "--resume", "--zip", "--merge")
      #expect(try filings.files("f") == files)

      #expect(try filings.command("forget", "M-2", "--in", "f", "--yes").status == 0)
      #expect(try !filings.files("f").keys.contains { $0.hasPrefix("print") || $0.hasSuffix(".zip") })
    }
  }

  @Test func `four parts joined are the whole, and a part that is missing, double or of another day is said`() throws {
    try Filings.with(rows: 0) { filings in
      try filings.table((1...30).map { BatchTests.row($0, date: $0 == 7 ? "31.02.2025" : "20.05.2025") })
      #expect(try filings.run("whole").status == 65)
      let environments: [[String: String]] = [
        [:], [:],
        ["SLURM_ARRAY_TASK_ID": "12", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_COUNT": "4"],
        ["JOB_COMPLETION_INDEX": "3", "JOB_COMPLETIONS": "4"],
      ]
      for (place, environment) in environments.enumerated() {
        let part = environment.isEmpty ? ["--shard", "\(place + 1)/4"] : []
        let outcome = try filings.desk.run(
          Filings.arguments("parts", part), environment: ["LANG": "C"].merging(environment) { $1 })
        #expect([0, 65].contains(outcome.status), "\(outcome.errors)")
      }
      let parts = (1...4).map { "parts/shard-\($0)-of-4" }
      let missing = try filings.desk.run(
        ["gather", parts[0], parts[0], parts[3], "--out", "g"], environment: ["LANG": "C"])
      // The ledger of a folder given twice is locked by its first opening.
      #expect(missing.status == 1)
      let two = try filings.desk.run(["gather", parts[0], parts[3], "--out", "g"], environment: ["LANG": "C"])
      #expect(two.status == 65)
      #expect(
        two.errors == """
          error: part 2 of 4 is missing
          error: part 3 of 4 is missing
          hint: run the parts named above again with --resume, then gather once more; nothing was joined

          """)
      let gathered = try filings.desk.run(["gather"] + parts.reversed() + ["--out", "g"], environment: ["LANG": "C"])
      #expect(gathered.status == 0, "\(gathered.errors)")
      #expect(
        gathered.text
          == "30 rows of 4 parts are joined: none is missing, none is double; 29 complaints are in the folder.\n")
      #expect(try filings.files("g") == filings.files("whole"))
      #expect(try filings.command("status", "g").text.hasPrefix("made, not filed: 29\n"))

      // Another day is another text: such a part does not belong to the others.
      _ = try filings.desk.run(
        [
          "batch", "people.csv", "--map", "columns.yaml", "--out", "parts", "--date", "2026-11-24", "--shard", "2/4",
          "--resume",
        ],
        environment: ["LANG": "C"])
      let differs = try filings.desk.run(["gather"] + parts + ["--out", "h"], environment: ["LANG": "C"])
      #expect(differs.status == 65)
      #expect(
        differs.errors.hasPrefix(
          "error: part 2 was made from another table, with other templates, fonts or options, or on another day\n"))
      #expect(try !filings.desk.names().contains("h"))
      let wrong = try filings.run("x", "--shard", "5/4")
      #expect(wrong.status == 64 && wrong.errors.hasPrefix("error: the part to work on cannot be told\n"))
    }
  }

  @Test(.enabled(if: Subprocess.find("parallel") != nil || Repository.isCI))
  func `GNU parallel makes the parts as one machine makes the whole`() throws {
    try Filings.with(rows: 24) { filings in
      _ = try filings.run("whole")
      let script = """
        seq 4 | parallel -j 2 "$@" --shard {}/4 && "$1" gather parts/shard-*-of-4 --out g
        """
      let outcome = try filings.run("parts", limits: ["bash", "-c", script, "bash"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try filings.files("g") == filings.files("whole"))
    }
  }

  /// A controller and a node of Slurm need root, as `Tools/slurm-node` says.
  @Test(.enabled(if: BadOutputTests.isRoot && (Subprocess.find("slurmctld") != nil || Repository.isCI)))
  func `four tasks of a Slurm array make the parts, each of which it learns from Slurm`() throws {
    try Filings.with(rows: 24) { filings in
      _ = try filings.run("whole")
      let root = Repository.root.path
      let script = """
        export PATH="$(dirname "$1"):$PATH"
        \(root)/Tools/slurm-node node sbatch --wait --array=5-8 --output=log.%a --export=ALL \
          \(root)/docs/cluster/batch.sbatch people.csv columns.yaml \(today) parts && \
        "$1" gather parts/shard-*-of-4 --out g
        """
      let outcome = try filings.run("unused", limits: ["bash", "-c", script, "bash"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.text.contains("24 rows of 4 parts are joined: none is missing, none is double; 24 complaints"))
      #expect(try filings.files("g") == filings.files("whole"))
    }
  }
}
