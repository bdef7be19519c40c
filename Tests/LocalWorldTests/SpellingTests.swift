import Foundation
import LocalWorld
import TestSupport
import Testing

/// Names that a Mac, a mail or an archive wrote otherwise than the person did.
@Suite struct SpellingTests {
  @Test func `a file is found whose accents are taken apart and whose blanks are others`() throws {
    try withTemporaryFolder { folder in
      let apart = folder.appendingPathComponent("U\u{0308}bersicht")
      try FileManager.default.createDirectory(at: apart, withIntermediateDirectories: true)
      let file = apart.path + "/Bild um 10.00\u{202F}AM a\u{0308}.png"
      try Data("x".utf8).write(to: URL(fileURLWithPath: file))
      let typed = folder.path + "/\u{00DC}bersicht/Bild um 10.00 AM \u{00E4}.png"
      #expect(Array(InputFile.spelled(typed).utf8) == Array(file.utf8))
      #expect(InputFile.spelled(folder.path + "/anders.png") == folder.path + "/anders.png")
    }
  }

  @Test func `of two files that fit neither is taken, and an exact name is that file`() throws {
    try withTemporaryFolder { folder in
      for name in ["a\u{202F}b.png", "a\u{00A0}b.png"] {
        try Data("x".utf8).write(to: folder.appendingPathComponent(name))
      }
      #expect(InputFile.spelled(folder.path + "/a b.png") == folder.path + "/a b.png")
      #expect(InputFile.spelled(folder.path + "/a\u{202F}b.png") == folder.path + "/a\u{202F}b.png")
    }
  }
}
