import Document
import Fonts
import Foundation
import Hyphenation
import LayoutSupport
import Testing

@testable import Typesetting

/// Encodes nothing: these tests look at glyphs, not at a format.
struct PlainEncoder: GlyphEncoder {
  func encode(_ glyphs: [GlyphRun.Glyph], face: FaceID, size: Double) -> EncodedGlyphs { EncodedGlyphs(bytes: []) }
}

enum Support {
  static let fonts: FontLibrary = {
    do { return try FontLibrary(folder: "/usr/share/fonts/truetype") } catch { preconditionFailure("\(error)") }
  }()

  static let dictionaries: [LanguageTag: HyphenationDictionary] = {
    var all: [LanguageTag: HyphenationDictionary] = [:]
    for (tag, file) in [("de", "hyph_de_DE"), ("en", "hyph_en_GB"), ("fr", "hyph_fr"), ("hu", "hyph_hu_HU")] {
      let path = "/usr/share/hyphen/\(file).dic"
      guard let data = FileManager.default.contents(atPath: path) else { preconditionFailure("no \(path)") }
      do {
        all[LanguageTag(rawValue: tag)] = try HyphenationDictionary(bytes: [UInt8](data))
      } catch {
        preconditionFailure("\(error)")
      }
    }
    return all
  }()

  static let resources = TypesettingResources(fonts: fonts, hyphenators: dictionaries, encoder: PlainEncoder())

  static func typeset(_ document: Document) -> TypesetDocument { Typesetter(resources).typeset(document) }

  static func paragraph(
    _ text: String, width: Double, language: LanguageTag = "de", style: TextStyle = .body
  ) -> SetParagraph {
    ParagraphSetter(resources).set([.text(text)], style, language, width: width)
  }

  /// The characters of a line as a reader of the file gets them.
  static func text(_ paragraph: SetParagraph, line: Int) -> String {
    paragraph.pieces[paragraph.pieces(ofLine: line)].map { text($0.run) }.joined()
  }

  static func lines(_ paragraph: SetParagraph) -> [String] {
    (0..<paragraph.lineCount).map { text(paragraph, line: $0) }
  }

  static func text(_ run: GlyphRun) -> String {
    run.actualText ?? run.glyphs.map { fonts[run.face].text(of: $0.id) ?? "\u{FFFD}" }.joined()
  }
}

extension Support {
  /// The rivers of a paragraph, measured from its glyphs.
  static func rivers(_ set: SetParagraph) -> Int {
    RiverReader(fonts).rivers(
      in: (0..<set.lineCount).map { line in set.pieces[set.pieces(ofLine: line)].map { ($0.run, $0.x) } })
  }
}

extension Support {
  /// What an element and all under it say.
  static func text(of element: Int, in layout: Layout) -> String {
    layout.elements[element].kids.map { kid in
      switch kid {
      case .element(let inner): text(of: inner, in: layout)
      case .content(let page, let sequence): layout.text(layout.pages[page].contents[sequence])
      case .annotation: ""
      }
    }.joined()
  }
}
