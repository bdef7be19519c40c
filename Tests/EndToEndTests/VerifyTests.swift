import Foundation
import TestSupport
import Testing

/// Whether what lies in a complaint, or beside it, is what the complaint states.
@Suite struct VerifyTests {
  private static let originals = Repository.root.appending(path: "templates/meta-ai/example/evidence/de").path

  /// A desk on which `complaint-DE.pdf` lies.
  private static func with(_ country: String = "DE", _ body: (Desk) throws -> Void) throws {
    try Desk.with(country) { desk in
      #expect(try desk.draft().status == 0)
      try body(desk)
    }
  }

  /// Changes a document as text of one byte a character.
  private static func spoil(_ desk: Desk, _ name: String = "complaint-DE.pdf", _ body: (inout String) throws -> Void)
    throws
  {
    var text = try #require(String(data: try desk.bytes(name), encoding: .isoLatin1))
    try body(&text)
    try #require(text.data(using: .isoLatin1)).write(to: desk.path(name))
  }

  @Test func `originals inside and in a folder are confirmed, in the person's language`() throws {
    try Self.with { desk in
      let inside = try desk.run(["verify", "complaint-DE.pdf"])
      #expect(inside.status == 0)
      #expect(inside.errors.isEmpty)
      #expect(
        inside.text == """
          Annex 1: unchanged, inside the document
          Annex 2: unchanged, inside the document
          Annex 3: unchanged, inside the document
          3 annexes; nothing speaks against them.

          """)
      let both = try desk.run(["verify", "--interface-language", "de", "complaint-DE.pdf", Self.originals])
      #expect(both.status == 0)
      #expect(
        both.text == """
          Anlage 1: unverändert, im Dokument und im Ordner
          Anlage 2: unverändert, im Dokument und im Ordner
          Anlage 3: unverändert, im Dokument und im Ordner
          3 Anlagen; nichts spricht gegen sie.

          """)
    }
  }

  @Test func `a flipped byte, exchanged files and a file taken out are told for each annex`() throws {
    try Self.with { desk in
      // The picture lies in the file as it is; its last bytes are the end of a PNG.
      try Self.spoil(desk) { text in
        let end = try #require(text.ranges(of: "IEND").last)
        text.replaceSubrange(end, with: "IENE")
      }
      let flipped = try desk.run(["verify", "complaint-DE.pdf"])
      #expect(flipped.status == 65)
      #expect(flipped.errors.isEmpty)
      #expect(
        flipped.text == """
          Annex 1: changed; the original inside the document is not the one the document states
          Annex 2: unchanged, inside the document
          Annex 3: unchanged, inside the document
          3 annexes; not all of them could be confirmed.

          """)
    }
    try Self.with { desk in
      try Self.spoil(desk) { text in
        // In the tree of names and nowhere else a name is followed by a reference.
        for (old, new) in [
          ("(anlage-1-original.png) ", "(anlage-X-original.png) "),
          ("(anlage-2-original.jpg) ", "(anlage-1-original.png) "),
          ("(anlage-X-original.png) ", "(anlage-2-original.jpg) "),
          ("(anlage-3-original.eml) ", "(anlage-9-original.eml) "),
        ] {
          #expect(text.ranges(of: old).count == 1)
          text = text.replacing(old, with: new)
        }
      }
      let exchanged = try desk.run(["verify", "complaint-DE.pdf", Self.originals])
      #expect(exchanged.status == 65)
      #expect(
        exchanged.text == """
          Annex 1: inside the document changed, in the folder unchanged
          Annex 2: inside the document changed, in the folder unchanged
          Annex 3: inside the document missing, in the folder unchanged
          Files inside the document that are no original of an annex: 1
          3 annexes; not all of them could be confirmed.

          """)
    }
  }

  @Test func `parts and kits are verified one by one`() throws {
    try Self.with { (desk: Desk) throws -> Void in
      #expect(try desk.draft("--kit", "kit").status == 0)
      #expect(try desk.run(["verify", "kit/complaint.pdf", "kit"]).status == 0)
    }
    try Desk.withPictures("DE", 5) { desk in
      for number in 1...5 {
        try SparseJPEG.write(to: desk.path("picture-\(number).jpg"), size: 1_000_000, mark: UInt8(number))
      }
      #expect(try desk.draft("--output", "parts.pdf", "--split-mb", "3").status == 0)
      let first = try desk.run(["verify", "parts.pdf"])
      #expect(first.status == 0, "\(first.text)")
      #expect(first.text.contains(": in part 2 of the complaint, not looked at here\n"))
      let second = try desk.run(["verify", "--format", "json", "parts-part-2.pdf"])
      #expect(second.status == 0)
      let entry = try #require(try JSONSerialization.jsonObject(with: second.output) as? [String: Any])
      #expect(entry["sound"] as? Bool == true)
      let exhibits = try #require(entry["exhibits"] as? [[String: Any]])
      #expect(exhibits.contains { $0["inside"] as? String == "unchanged" })
      #expect(exhibits.contains { $0["otherPart"] as? Int == 1 && $0["inside"] == nil })
    }
  }

  @Test func `an annex in which something is blacked out is said to be withheld`() throws {
    try Desk.with { desk in
      try desk.change(
        "caption: Widerspruchsformular",
        "redact: {areas: [{left: 10, top: 10, width: 20, height: 10}]}\n    caption: Widerspruchsformular")
      #expect(try desk.draft().status == 0)
      let english = try desk.run(["verify", "complaint-DE.pdf"])
      #expect(english.status == 0)
      #expect(english.errors.isEmpty)
      #expect(
        english.text == """
          Annex 1: withheld; the complainant has blacked out parts of it, so the document states no hash to verify
          Annex 2: unchanged, inside the document
          Annex 3: unchanged, inside the document
          3 annexes; nothing speaks against them.

          """)
      // Also where its original lies in the folder: nothing says that it is the one.
      let german = try desk.run(["verify", "--interface-language", "de", "complaint-DE.pdf", Self.originals])
      #expect(german.status == 0)
      #expect(
        german.text == """
          Anlage 1: zurückgehalten; die beschwerdeführende Partei hat etwas darin geschwärzt, deshalb nennt das Dokument \
          keine Prüfsumme, die sich prüfen ließe
          Anlage 2: unverändert, im Dokument und im Ordner
          Anlage 3: unverändert, im Dokument und im Ordner
          3 Anlagen; nichts spricht gegen sie.

          """)
      let french = try desk.run(["verify", "--interface-language", "fr", "complaint-DE.pdf"])
      #expect(
        french.text.hasPrefix(
          "Annexe 1\u{202F}: retenu\u{202F}; la partie plaignante y a occulté un passage, et le document n’indique donc pas d’empreinte à "
            + "vérifier\n"))
      let programs = try desk.run(["verify", "--format", "json", "complaint-DE.pdf"])
      let entry = try #require(try JSONSerialization.jsonObject(with: programs.output) as? [String: Any])
      let exhibits = try #require(entry["exhibits"] as? [[String: Any]])
      #expect(exhibits.map { $0["delivered"] as? String } == ["withheld", "embedded", "embedded"])
      #expect(exhibits[0].keys.sorted() == ["delivered", "number"])
    }
  }

  @Test func `originals beside the complaint need their folder`() throws {
    try Desk.with("FR") { desk in
      #expect(try desk.draft().status == 0)
      let pdf = "complaint-FR.pdf"
      let names = try desk.names()
      let folder = try #require(names.first { $0.hasSuffix("annexes") }, "\(names)")
      let alone = try desk.run(["verify", pdf])
      #expect(alone.status == 65)
      #expect(
        alone.text.contains("Annex 1: not looked at; the original accompanies the document, and no folder was given\n"))
      #expect(try desk.run(["verify", pdf, folder]).status == 0)
      let first = try #require(
        try FileManager.default.contentsOfDirectory(atPath: desk.path(folder).path).sorted().first)
      let file = desk.path(folder).appending(path: first)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      try Data("another".utf8).write(to: file)
      let changed = try desk.run(["verify", pdf, folder])
      #expect(changed.status == 65)
      #expect(
        changed.text.contains("Annex 1: changed; the file of its name in the folder is not the one"), "\(changed.text)")
      try FileManager.default.removeItem(at: file)
      #expect(
        try desk.run(["verify", pdf, folder]).text.contains("Annex 1: missing; no file of the folder is the original\n")
      )
    }
  }

  @Test(arguments: [
    ("matter.yaml", "the file is no PDF file"), ("nothing.pdf", "there is no such file"),
    (".", "this is a folder, not a matter"),
    ("half.pdf", "the file is damaged, or no document of this program"),
    ("appended.pdf", "the file is damaged, or no document of this program"),
    ("letter.pdf", "the file states no exhibits that could be verified"),
  ])
  func `a file that tells nothing is refused with what to do`(name: String, message: String) throws {
    try Self.with { desk in
      let whole = try desk.bytes("complaint-DE.pdf")
      try whole.prefix(whole.count / 2).write(to: desk.path("half.pdf"))
      try (whole + Data("startxref\n1\n%%EOF\n".utf8)).write(to: desk.path("appended.pdf"))
      #expect(
        try desk.run(["objection", "--date", today, "--output", "letter.pdf", "matter.yaml"]).status == 0)
      let outcome = try desk.run(["verify", name])
      #expect(outcome.status == 65)
      #expect(outcome.text.isEmpty)
      #expect(outcome.errors.hasPrefix("error: \(message)\nhint: "), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 2)
    }
  }
}
