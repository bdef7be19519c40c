import Foundation
import TestSupport
import Testing

@testable import Interview

@Suite struct PathTests {
  /// What terminals write when a file is dragged in, and the file that is meant.
  static let dragged: [(String, String)] = [
    ("/home/e/bild.png", "/home/e/bild.png"),
    ("  /home/e/bild.png  ", "/home/e/bild.png"),
    // GNOME Terminal, Konsole: single quotes and a blank behind.
    ("'/home/e/Bild schirm.png' ", "/home/e/Bild schirm.png"),
    ("'/home/e/Oma'\\''s Bild.png' ", "/home/e/Oma's Bild.png"),
    ("\"/home/e/Bild schirm.png\"", "/home/e/Bild schirm.png"),
    // Terminal of macOS: a stroke before every sign the shell would take.
    ("/Users/e/Bildschirmfoto\\ 2024-06-05\\ um\\ 10.00.00.png ", "/Users/e/Bildschirmfoto 2024-06-05 um 10.00.00.png"),
    (
      "/Users/e/Screenshot\\ 2024-06-05\\ at\\ 10.00.00\u{202F}AM.png",
      "/Users/e/Screenshot 2024-06-05 at 10.00.00\u{202F}AM.png"
    ),
    ("/Users/e/a\\(1\\)\\&b.png", "/Users/e/a(1)&b.png"),
    ("/Users/e/U\u{0308}bersicht.png", "/Users/e/U\u{0308}bersicht.png"),
    ("file:///home/e/Bild%20schirm%20%C3%BC.png", "/home/e/Bild schirm ü.png"),
    ("file://localhost/home/e/bild.png", "/home/e/bild.png"),
    ("'file:///home/e/Bild%20schirm.png'", "/home/e/Bild schirm.png"),
    // Blanks that nobody quoted: dragged into a window that does not quote, or typed.
    ("/home/e/Bild schirm.png", "/home/e/Bild schirm.png"),
    ("/home/e/Erika's Bild.png", "/home/e/Erika's Bild.png"),
    ("„/home/e/bild.png“", "/home/e/bild.png"),
    ("<file:///home/e/bild.png>", "/home/e/bild.png"),
    // Windows, in the Linux that runs in it.
    ("C:\\Users\\Erika\\Bild schirm.png", "/mnt/c/Users/Erika/Bild schirm.png"),
    ("\"C:\\Users\\Erika\\bild.png\"", "/mnt/c/Users/Erika/bild.png"),
    ("file:///C:/Users/Erika/Bild%20schirm.png", "/mnt/c/Users/Erika/Bild schirm.png"),
    ("~/Bilder/a.png", "~/Bilder/a.png"),
    ("bild.png", "bild.png"),
    ("/home/e/back\\\\slash.png", "/home/e/back\\slash.png"),
    ("/home/e/50%25.png", "/home/e/50%25.png"),
  ]

  @Test(arguments: dragged) func `the file that was dragged in is among the first that may be meant`(
    typed: String, meant: String
  ) {
    let candidates = PathReader.candidates(typed)
    let place = candidates.firstIndex { Array($0.utf8) == Array(meant.utf8) }
    #expect(place != nil, "\(candidates)")
    #expect((place ?? 9) < 3, "\(candidates)")
    #expect(!PathReader.isSeveral(typed))
  }

  @Test(arguments: [
    "'/home/e/a.png' '/home/e/b.png' ", "/home/e/a.png /home/e/b.png", "file:///a.png file:///b.png",
    "\"C:\\a.png\" \"C:\\b.png\"",
  ])
  func `several files at once are noticed`(typed: String) { #expect(PathReader.isSeveral(typed)) }

  @Test func `nothing is no path`() {
    #expect(PathReader.candidates("").isEmpty)
    #expect(PathReader.candidates("   ").isEmpty)
  }

  @Test func `any line gives candidates without a crash, and none of them is empty`() throws {
    let pieces = [
      "'", "\"", "\\", " ", "/", "~", "%", "%20", "%zz", "file:", "//", "C:", "a", "ü", "u\u{0308}", "\u{202F}", "👍",
      "\t",
    ]
    try withSeededRandom(count: 3000) { random in
      let count = Int.random(in: 0...12, using: &random)
      let typed = (0..<count).map { _ in random.pick(pieces) ?? "" }.joined()
      #expect(PathReader.candidates(typed).allSatisfy { !$0.isEmpty })
      _ = PathReader.isSeveral(typed)
    }
  }
}
