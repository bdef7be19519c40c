import Foundation
import TestSupport
import Testing

/// Data of identification that an authority asks for: printed if the person wants so, and kept nowhere.
@Suite struct IdentityTests {
  private func draft(_ desk: Desk, typed: String, _ arguments: String...) throws -> ProcessOutcome {
    try Tool.runOnTerminal(
      ["draft", "--identity", "--date", today, "--output", "out.pdf"] + arguments + ["matter.yaml"], typed: typed,
      directory: desk.folder)
  }

  @Test func `what is typed stands in the complaint and in no other file`() throws {
    try Desk.with("HU") { desk in
      let outcome = try draft(desk, typed: "Kovács Zsófia Ő\r\rŰrkút, 1990. február 30.\r", "--with-translation", "en")
      #expect(outcome.status == 0, "\(outcome.text)")
      let said = TaggedPDFReader(try PDFFile(contentsOf: desk.path("out.pdf"))).transcript()
      #expect(said.contains("Születési családi és utónév") && said.contains("Name at birth"))
      #expect(said.contains("Kovács Zsófia Ő") && said.contains("Űrkút, 1990. február 30."))
      // What was left empty has no row.
      #expect(!said.contains("Anyja születési"))
      let files = try FileManager.default.contentsOfDirectory(at: desk.folder, includingPropertiesForKeys: nil)
      for file in files where file.pathExtension != "pdf" && !file.hasDirectoryPath {
        #expect(try Data(contentsOf: file).range(of: Data("Kovács".utf8)) == nil, "\(file.lastPathComponent)")
      }
    }
  }

  @Test func `who leaves gets no complaint`() throws {
    try Desk.with("CZ") { desk in
      let session = try Tool.session(
        ["draft", "--identity", "--date", today, "--output", "out.pdf", "matter.yaml"], directory: desk.folder)
      _ = try session.wait(until: ["Datum narození: "])
      try session.type("1. 4. 19\u{3}")
      #expect(try session.end() == 1)
      #expect(!FileManager.default.fileExists(atPath: desk.path("out.pdf").path))
    }
  }

  @Test func `without a terminal, or where nothing is asked for, it is refused`() throws {
    try Desk.with("CZ") { desk in
      let outcome = try desk.draft("--identity")
      #expect(outcome.status == 64)
      #expect(
        outcome.errors.hasSuffix(
          """
          error: there is nobody to ask
          hint: run it in a terminal, or leave out --identity and add the data by hand

          """))
    }
    try Desk.with("FR") { desk in
      let outcome = try desk.draft("--identity")
      #expect(outcome.status == 64)
      #expect(
        outcome.errors.hasSuffix(
          """
          error: this country's authorities ask for nothing beside the matter
          hint: leave out --identity

          """))
    }
  }
}
