import Fonts
import Testing

/// The fonts of the test machine; Debian.packages lists their packages.
enum TestFonts {
  static let folder = "/usr/share/fonts/truetype"

  static func library() throws -> FontLibrary { try FontLibrary(folder: folder) }
}

extension ShapedText {
  /// The glyphs of all runs.
  var glyphs: [Glyph] { runs.flatMap(\.glyphs) }

  /// What a reader of the PDF gets: the actual text of a run, or what its glyphs stand for.
  func extracted(_ library: FontLibrary) -> String {
    runs.map { run in
      run.actualText ?? run.glyphs.map { library[run.face].text(of: $0.id) ?? "?" }.joined()
    }.joined()
  }
}
