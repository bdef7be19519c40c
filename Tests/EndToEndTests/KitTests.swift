import Foundation
import TestSupport
import Testing

@Suite struct KitCommandTests {
  static let files = [
    "START-HERE.html", "anlage-1-original.png", "anlage-2-original.jpg", "anlage-3-original.eml", "complaint.pdf",
    "email.eml", "email.txt", "matter.json", "portal.html",
  ]

  private func mode(_ path: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions] as? Int
  }

  @Test func `a kit is a folder of the person's own with everything in it`() throws {
    try Desk.with { desk in
      let outcome = try desk.draft("--kit", "kit")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let kit = Desk(folder: desk.path("kit"))
      #expect(try kit.names() == Self.files)
      #expect(try desk.names() == ["kit", "matter.record.yaml", "matter.yaml"])
      #expect(try mode(kit.folder) == 0o700)
      for name in Self.files { #expect(try mode(kit.path(name)) == 0o600, "\(name)") }
      let pages = try PDFFile(contentsOf: kit.path("complaint.pdf")).pages().count
      #expect(
        outcome.text == """
          Written: \(kit.folder.path)
          \(pages) pages, with 3 annexes.
          Nothing was sent. The folder is on this computer only.
          Open START-HERE.html in it with a double-click: it says what to do, step by step.
          Next: read the complaint aloud, sign where it asks for it, file it, then run `complain filed`.

          """)
      // The same complaint as without a kit.
      #expect(try desk.draft("-o", "alone.pdf").status == 0)
      #expect(try kit.bytes("complaint.pdf") == desk.bytes("alone.pdf"))
      let example = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/de/4-renewal.eml")
      let original = try Data(contentsOf: example)
      #expect(try kit.bytes("anlage-3-original.eml") == original)
    }
  }

  @Test func `the pages are in the person's language and what goes out in the authority's`() throws {
    try Desk.with { desk in
      let cases: [(arguments: [String], environment: [String: String], language: String)] = [
        ([], [:], "de"), ([], ["LANG": "fr_FR.UTF-8"], "fr"),
        ([], ["LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"], "en"),
        ([], ["LANG": "xx_XX.UTF-8"], "de"), ([], ["LC_MESSAGES": "de_AT.UTF-8"], "de"),
        (["--interface-language", "fr"], ["LANG": "en_GB.UTF-8"], "fr"),
        (["--interface-language", "de"], ["LANG": "C"], "de"),
      ]
      for (index, test) in cases.enumerated() {
        let name = "kit-\(index)"
        let outcome = try desk.run(
          ["draft", "--date", today, "--kit", name] + test.arguments + ["matter.yaml"], environment: test.environment)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try String(contentsOf: desk.path("\(name)/START-HERE.html"), encoding: .utf8)
        #expect(page.contains("<html lang=\"\(test.language)\">"), "\(test)")
        #expect(try desk.bytes("\(name)/email.eml") == desk.bytes("kit-0/email.eml"))
        #expect(HTMLChecker.violations(of: page, beside: Set(Self.files)) == [])
      }
    }
  }

  @Test func `a German kit for Austria is in Austrian German`() throws {
    try Desk.with("AT") { desk in
      #expect(try desk.draft("--kit", "kit", environment: ["LANG": "de_DE.UTF-8"]).status == 0)
      let page = try String(contentsOf: desk.path("kit/START-HERE.html"), encoding: .utf8)
      #expect(page.contains("<html lang=\"de-AT\">") && page.contains("Beilagen") && !page.contains("Anlagen"))
    }
  }

  @Test func `what is there is left alone unless asked and unless it is a kit`() throws {
    try Desk.with { desk in
      #expect(try desk.draft("--kit", "kit").status == 0)
      let before = try desk.bytes("kit/START-HERE.html")
      let again = try desk.draft("--kit", "kit")
      #expect(again.status == 64)
      #expect(
        again.errorBlocks == [
          """
          error: a file or folder of this name is there already
          hint: give another name with --kit, or say --on-collision overwrite or suffix
          """
        ])
      let suffixed = try desk.draft("--kit", "kit", "--on-collision", "suffix")
      #expect(suffixed.text.hasPrefix("Written: \(desk.path("kit-2").path)\n"))
      #expect(try desk.draft("--kit", "kit/", "--on-collision", "overwrite", "--interface-language", "en").status == 0)
      #expect(try desk.bytes("kit/START-HERE.html") != before)
      // A file of the person's own in it: nothing of it is replaced.
      try desk.write("kit/notes.txt", "precious")
      let mine = try desk.draft("--kit", "kit", "--on-collision", "overwrite")
      #expect(mine.status == 64)
      #expect(mine.errorBlocks.first?.contains("holds other files") == true)
      #expect(try desk.bytes("kit/notes.txt") == Data("precious".utf8))
      for place in [".", "matter.yaml"] {
        #expect(try desk.draft("--kit", place, "--on-collision", "overwrite").status == 64, "\(place)")
      }
      #expect(try desk.names() == ["kit", "kit-2", "matter.record.yaml", "matter.yaml"])
    }
  }

  @Test func `nothing is left of a kit that cannot be written`() throws {
    try Desk.with { desk in
      let none = try desk.draft("--kit", "nowhere/kit")
      #expect(none.status == 1)
      #expect(none.errorBlocks.first?.contains("does not exist") == true)
      // The complaint itself is larger than this: some files fit and are taken back.
      let small = try desk.draft("--kit", "kit", limits: ["prlimit", "--fsize=20000"])
      #expect(small.status == 1, "\(small.errors)")
      #expect(small.errorBlocks.first?.contains("\nhint: ") == true)
      #expect(try desk.names() == ["matter.yaml"])
      try desk.change("given_name: Erika", "given_name:")
      #expect(try desk.draft("--kit", "kit").status == 65)
      #expect(try desk.names() == ["matter.yaml"])
      let both = try desk.draft("--kit", "kit", "--output", "x.pdf")
      #expect(both.status == 64 && both.errorBlocks.first?.contains("do not go together") == true)
    }
  }

  @Test func `the same matter gives the same kit`() throws {
    try Desk.with { desk in
      let (one, two) = (
        try desk.draft("--kit", "one"), try desk.draft("--kit", "two", environment: ["TZ": "Pacific/Auckland"])
      )
      #expect(one.status == 0 && two.status == 0)
      for name in Self.files { #expect(try desk.bytes("one/\(name)") == desk.bytes("two/\(name)"), "\(name)") }
    }
  }

  @Test func `a kit holds one person's data and no path of theirs`() throws {
    try Desk.with { desk in
      try FileManager.default.createDirectory(at: desk.path("Qxjz private"), withIntermediateDirectories: true)
      let example = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/de/1-objection.png")
      try FileManager.default.copyItem(at: example, to: desk.path("Qxjz private/Erika Qxjz.png"))
      try desk.change("file: example:de/1-objection.png", "file: \"Qxjz private/Erika Qxjz.png\"")
      let other = try Desk.sample("AT").changed("given_name: Erika", "given_name: Wqvk")
      try desk.write("other.yaml", other)
      #expect(try desk.run(["draft", "--date", today, "--kit", "other-kit", "other.yaml"]).status == 0)
      #expect(try desk.draft("--kit", "kit").status == 0)
      for name in try Desk(folder: desk.path("kit")).names() {
        let bytes = try desk.bytes("kit/\(name)")
        for word in ["Qxjz", "Wqvk", "Mustergasse"] {
          #expect(bytes.firstRange(of: Data(word.utf8)) == nil, "\(name): \(word)")
        }
      }
      // What would be found if it were there.
      #expect(try desk.bytes("other-kit/email.txt").firstRange(of: Data("Wqvk".utf8)) != nil)
    }
  }
}
