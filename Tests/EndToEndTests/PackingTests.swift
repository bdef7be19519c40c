import Foundation
import TestSupport
import Testing

/// A batch handed over: as a ZIP file, and to a printer.
@Suite struct PackingTests {
  /// Leipzig and Hamburg in turn.
  private static func row(_ number: Int) -> String {
    BatchTests.row(number, postcode: number.isMultiple(of: 3) ? "20095" : "04109")
  }

  /// The files in a ZIP file with their bytes, after every checksum in it was found right.
  private static func unpacked(_ filings: Filings, _ name: String) throws -> [String: Data] {
    try withTemporaryFolder { folder in
      let script =
        "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])"
      let outcome = try Subprocess.run("python3", ["-c", script, filings.desk.path(name).path, folder.path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try Filings(desk: Desk(folder: folder)).files("")
    }
  }

  private static func index(_ filings: Filings, _ folder: String) throws -> [[String]] {
    try filings.text("\(folder)/print/print-index.csv").replacingOccurrences(of: "\u{FEFF}", with: "")
      .components(separatedBy: "\r\n").filter { !$0.isEmpty }.map { $0.components(separatedBy: ";") }
  }

  @Test func `the ZIP file holds the complaints of the table, and has the same bytes everywhere`() throws {
    try Filings.with(rows: 0) { filings in
      try filings.table((1...4).map(Self.row))
      #expect(try filings.run("f", "--by-authority").status == 0)
      try filings.table([1, 2, 3].map(Self.row) + [BatchTests.row(5, date: "31.02.2025")])
      let outcome = try filings.run("f", "--by-authority", "--resume", "--zip")
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(outcome.text.contains("All of them are in complaints.zip as well.\n"))
      var files = try filings.files("f")
      let packed = try Self.unpacked(filings, "f/complaints.zip")
      #expect(packed.keys.sorted() == ["de-hh/M-3.pdf", "de-sn/M-1.pdf", "de-sn/M-2.pdf"])
      for (name, bytes) in packed { #expect(files[name] == bytes) }
      let mode = try FileManager.default.attributesOfItem(atPath: filings.desk.path("f/complaints.zip").path)
      #expect(mode[.posixPermissions] as? Int == 0o600)
      // Neither the hour nor the place shows.
      for zone in ["Asia/Tokyo", "America/New_York"] {
        let again = try filings.desk.run(
          Filings.arguments("g", ["--by-authority", "--zip", "--resume"]), environment: ["LANG": "C", "TZ": zone])
        #expect(again.status == 65)
        #expect(try filings.desk.bytes("g/complaints.zip") == files["complaints.zip"])
      }
      // Who leaves the table leaves it, also where nobody asks for it again.
      try filings.table([1, 3].map(Self.row))
      #expect(try filings.run("f", "--by-authority", "--resume").status == 0)
      #expect(try Self.unpacked(filings, "f/complaints.zip").keys.sorted() == ["de-hh/M-3.pdf", "de-sn/M-1.pdf"])
      files = try filings.files("f")
      #expect(files["de-sn/M-2.pdf"] != nil)
    }
  }

  @Test func `a printer gets one authority a file, each complaint on a right-hand page, and pages alone`() throws {
    try Filings.with(rows: 0) { filings in
      try filings.table((1...7).map(Self.row))
      let proof = filings.desk.path("proof/M-1")
      try FileManager.default.createDirectory(at: proof, withIntermediateDirectories: true)
      try filings.desk.write("proof/M-1/1-objection.txt", "Hiermit widerspreche ich.\n")
      let outcome = try filings.run("f", "--by-authority", "--evidence", "proof", "--merge")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.text.contains("The files for the printer are listed in print/print-index.csv.\n"))
      let index = try Self.index(filings, "f")
      #expect(index[0] == ["file", "first_page", "pages", "sheets", "reference"])
      #expect(index.dropFirst().map { $0[4] } == ["M-1", "M-2", "M-4", "M-5", "M-7", "M-3", "M-6"])
      let report = try filings.report("f")
      for name in ["de-sn-1.pdf", "de-hh-1.pdf"] {
        let print = filings.desk.path("f/print/\(name)").path
        var next = 1
        for line in index where line[0] == name {
          let (pages, sheets) = (try #require(Int(line[2])), try #require(Int(line[3])))
          #expect(Int(line[1]) == next && next % 2 == 1 && sheets == (pages + 1) / 2)
          #expect(report[line[4]]?["pages"] == line[2])
          let words = try Subprocess.run("pdftotext", ["-f", line[1], "-l", line[1], print, "-"]).text
          #expect(words.contains("Musterweg \(line[4].dropFirst(2))"), "\(line[4]) does not begin on page \(line[1])")
          next += 2 * sheets
        }
        #expect(try Subprocess.run("qpdf", ["--show-npages", print]).text == "\(next - 1)\n")
        #expect(try Subprocess.run("qpdf", ["--check", print]).status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: print)
        #expect(mode[.posixPermissions] as? Int == 0o600)
      }
      // The complaint itself holds its original and says what it conforms to; what is printed does neither.
      func plain(_ name: String) throws -> Data {
        try Subprocess.run("qpdf", ["--qdf", "--object-streams=disable", filings.desk.path(name).path, "-"]).output
      }
      for mark in ["/EmbeddedFile", "/Filespec", "pdfaid:part"].map({ Data($0.utf8) }) {
        #expect(try plain("f/de-sn/M-1.pdf").range(of: mark) != nil)
        #expect(try plain("f/print/de-sn-1.pdf").range(of: mark) == nil)
      }
      #expect(
        try filings.files("f").keys.filter { $0.hasPrefix("print/") }.sorted() == [
          "print/de-hh-1.pdf", "print/de-sn-1.pdf", "print/print-index.csv",
        ])
      // Whoever leaves the table is not printed, and what nothing is left of goes.
      try filings.table([1, 2, 4].map(Self.row))
      #expect(try filings.run("f", "--by-authority", "--evidence", "proof", "--resume").status == 0)
      #expect(
        try filings.files("f").keys.filter { $0.hasPrefix("print/") }.sorted() == [
          "print/de-sn-1.pdf", "print/print-index.csv",
        ])
      #expect(try Self.index(filings, "f").dropFirst().map { $0[4] } == ["M-1", "M-2", "M-4"])
    }
  }

  @Test func `killed while it packs and prints and gone on with, the folder is that of an undisturbed run`() throws {
    try Filings.with(rows: 0) { filings in
      try filings.table((1...20).map(Self.row))
      #expect(try filings.run("whole", "--zip", "--merge").status == 0)
      let whole = try filings.files("whole")
      #expect(whole.keys.contains("complaints.zip") && whole.keys.contains("print/de-sn-1.pdf"))
      var places: Set<String> = []
      for delay in [0, 30, 80, 150] {
        let folder = "f\(delay)"
        let script = """
          "$@" & run=$!
          while kill -0 $run 2>/dev/null && [ $(find \(folder) -maxdepth 1 -name '[A-Z]*.pdf' 2>/dev/null | wc -l) -lt 20 ]; do :; done
          sleep 0.\(String(format: "%03d", delay)); kill -KILL $run; wait $run
          """
        let killed = try filings.run(folder, "--zip", "--merge", limits: ["bash", "-c", script, "bash"])
        // Whoever has ended already was not killed.
        let left = try filings.files(folder)
        if killed.status == 137, left["report.csv"] == nil { places.insert(left.keys.sorted().joined(separator: " ")) }
        #expect(try filings.run(folder, "--zip", "--merge", "--resume").status == 0)
        #expect(try filings.files(folder) == whole)
      }
      #expect(!places.isEmpty, "every run ended before it was killed")
    }
  }

  @Test func `after forget neither the ZIP file nor what is printed holds the person, nor do they when made again`()
    throws
  {
    try Filings.with(rows: 0) { filings in
      // What a PDF compresses says a name to nobody who searches its bytes; what is unpacked does.
      func holds(_ name: String) throws -> Bool {
        let words = try Subprocess.run("pdftotext", [filings.desk.path(name).path, "-"]).text
        return words.contains("Musterweg 77")
      }
      try filings.table([Self.row(1), Self.row(77), Self.row(3)])
      #expect(try filings.run("f", "--zip", "--merge", "--kit").status == 0)
      #expect(try holds("f/print/de-sn-1.pdf"))
      #expect(try Self.unpacked(filings, "f/complaints.zip").keys.contains("M-77/complaint.pdf"))
      let outcome = try filings.command("forget", "M-77", "--in", "f", "--yes")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        outcome.text.contains(
          "complaints.zip, which holds it among others; `complain batch --resume` with the same options makes it again without it\n"
        ))
      var files = try filings.files("f")
      #expect(!files.keys.contains { $0.hasPrefix("print") || $0.hasSuffix(".zip") || $0.hasPrefix("M-77") })
      files["ledger.sqlite"] = try filings.desk.bytes("f/ledger.sqlite")
      for (name, bytes) in files { #expect(bytes.range(of: Data("M-77".utf8)) == nil, "\(name)") }

      try filings.table([Self.row(1), Self.row(3)])
      #expect(try filings.run("f", "--zip", "--merge", "--kit", "--resume").status == 0)
      #expect(try Self.index(filings, "f").dropFirst().map { $0[4] } == ["M-1", "M-3"])
      #expect(try !holds("f/print/de-sn-1.pdf"))
      #expect(try filings.desk.bytes("f/complaints.zip").range(of: Data("M-77".utf8)) == nil)
      #expect(try Self.unpacked(filings, "f/complaints.zip").keys.contains("M-3/complaint.pdf"))
    }
  }

  @Test func `what was filed and is not there any more is neither packed nor printed, and that is said`() throws {
    try Filings.with(rows: 3) { filings in
      #expect(try filings.run("f").status == 0)
      try filings.desk.write("events.csv", "reference,event,date\nM-2,filed,2026-11-24\n")
      #expect(try filings.command("filed", "f", "--csv", "events.csv").status == 0)
      try FileManager.default.removeItem(at: filings.desk.path("f/M-2.pdf"))
      let outcome = try filings.run("f", "--resume", "--zip", "--merge")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        outcome.errors.contains(
          "warning: 1 filed complaints are not there as they were written; they are neither packed nor printed\n"))
      #expect(try Self.unpacked(filings, "f/complaints.zip").keys.sorted() == ["M-1.pdf", "M-3.pdf"])
      #expect(try Self.index(filings, "f").dropFirst().map { $0[4] } == ["M-1", "M-3"])
    }
  }

  @Test(.enabled(if: BadOutputTests.canMount))
  func `without qpdf nothing is begun that could not be printed`() throws {
    try Filings.with(rows: 1) { filings in
      let script = "mount --bind /dev/null /usr/bin/qpdf && \"$@\""
      let outcome = try filings.run("f", "--merge", limits: ["unshare", "--mount", "bash", "-c", script, "bash"])
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == """
          error: qpdf, which puts complaints together for a printer, is not installed
          hint: apt-get install qpdf, then give the same command again; nothing was written

          """)
      #expect(try !filings.desk.names().contains("f"))
    }
  }
}
