import Foundation
import TestSupport
import Testing

@Suite struct ForgetTests {
  /// A desk with everything on it: two PDFs, a kit, originals, a calendar, an interview begun, own evidence.
  private func withFullDesk(_ body: (Desk) throws -> Void) throws {
    try Desk.with("FR") { desk in
      try desk.change("file: example:fr/4-renewal.eml", "file: own.eml")
      let example = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/fr/4-renewal.eml")
      try FileManager.default.copyItem(at: example, to: desk.path("own.eml"))
      #expect(try desk.draft().status == 0)
      #expect(try desk.draft("--kit", "kit").status == 0)
      #expect(try desk.run(["filed", "matter.yaml", "--on", "2026-11-24"]).status == 0)
      try desk.write("matter.unfinished.yaml", "begun: yes\n")
      try desk.write("notes.txt", "precious")
      try body(desk)
    }
  }

  @Test func `where names every copy and nothing else`() throws {
    try withFullDesk { desk in
      let outcome = try desk.run(["where", "matter.yaml", "--interface-language", "en"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      Golden.check(outcome.text.replacing(desk.folder.path, with: "FOLDER"), "where")
      try FileManager.default.removeItem(at: desk.path("kit/matter.json"))
      try desk.write("matter.ics", "changed")
      let later = try desk.run(["where", "matter.yaml"], environment: ["LANG": "fr_FR.UTF-8"]).text
      #expect(later.contains("kit/matter.json (n’est plus là)"))
      #expect(later.contains("matter.ics (modifié depuis)"))
    }
  }

  @Test func `forget removes every copy and leaves what is the person's own`() throws {
    try withFullDesk { desk in
      let outcome = try desk.run(["forget", "matter.yaml", "--yes"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try desk.names() == ["notes.txt", "own.eml"])
      #expect(outcome.text.contains("own.eml"))
      let again = try desk.run(["forget", "matter.yaml", "--yes"])
      #expect(again.status == 65)
    }
  }

  @Test func `it asks on a terminal and takes only yes for yes`() throws {
    try withFullDesk { desk in
      let names = try desk.names()
      let nobody = try desk.run(["forget", "matter.yaml"])
      #expect(nobody.status == 64)
      #expect(nobody.errorBlocks.first?.contains("--yes") == true)
      for typed in ["\n", "no\n", "y\n", "\u{4}"] {
        let outcome = try Tool.runOnTerminal(
          ["forget", "matter.yaml", "--interface-language", "en"], typed: typed, directory: desk.folder)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Nothing was deleted."), "\(typed)")
        #expect(try desk.names() == names)
      }
      let outcome = try Tool.runOnTerminal(
        ["forget", "matter.yaml", "--interface-language", "de"], typed: "Ja\n", directory: desk.folder)
      #expect(outcome.status == 0, "\(outcome.text)")
      #expect(try desk.names() == ["notes.txt", "own.eml"])
    }
  }

  @Test func `what changed since, or was added, is named and left`() throws {
    try withFullDesk { desk in
      try desk.write("kit/my-notes.txt", "precious")
      try desk.write("kit/portal.html", "changed by hand")
      let outcome = try desk.run(["forget", "matter.yaml", "--yes", "--interface-language", "en"])
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("portal.html (changed since)"))
      #expect(outcome.errorBlocks.last?.hasPrefix("error: something was not deleted\nhint: ") == true)
      #expect(try Desk(folder: desk.path("kit")).names() == ["my-notes.txt", "portal.html"])
      // The record stays as long as it names something: after a look the rest can be forgotten too.
      #expect(try desk.names() == ["kit", "matter.record.yaml", "notes.txt", "own.eml"])
      try FileManager.default.removeItem(at: desk.path("kit"))
      #expect(try desk.run(["forget", "matter.yaml", "--yes"]).status == 0)
      #expect(try desk.names() == ["notes.txt", "own.eml"])
    }
  }

  @Test func `no link and no path leads out`() throws {
    try withTemporaryFolder { outside in
      let victim = outside.appendingPathComponent("complaint.pdf")
      try withFullDesk { desk in
        // The kit was moved elsewhere and a link put in its place: with the same content it is still not followed.
        let moved = outside.appendingPathComponent("kit")
        try FileManager.default.moveItem(at: desk.path("kit"), to: moved)
        try FileManager.default.createSymbolicLink(at: desk.path("kit"), withDestinationURL: moved)
        let before = try FileManager.default.contentsOfDirectory(atPath: moved.path).sorted()
        #expect(try desk.run(["forget", "matter.yaml", "--yes"]).status == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: moved.path).sorted() == before)
      }
      try withFullDesk { desk in
        // A record that somebody else wrote: a path with `..`, and one to a file this program never made.
        try FileManager.default.copyItem(at: desk.path("complaint-FR.pdf"), to: victim)
        let digest = try #require(
          try String(contentsOf: desk.path("matter.record.yaml"), encoding: .utf8)
            .firstMatch(of: /complaint-FR\.pdf"\n    kind: complaint\n    sha256: ([0-9a-f]{64})/)?.1)
        try desk.write(
          "matter.record.yaml",
          "format: 1\nfiles:\n  - path: \"../\(outside.lastPathComponent)/complaint.pdf\"\n    kind: kit\n"
            + "    sha256: \(digest)\n")
        #expect(try desk.run(["forget", "matter.yaml", "--yes"]).status == 1)
        #expect(FileManager.default.fileExists(atPath: victim.path))
      }
    }
  }
}
