import Fonts
import Testing

@Suite struct CoverageTests {
  let library: FontLibrary

  init() throws { library = try TestFonts.library() }

  /// CLDR's main exemplar letters of the languages that complaints are written in.
  static let letters = [
    "bg абвгдежзийклмнопрстуфхцчшщъьюя", "cs aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "da abcdefghijklmnopqrstuvwxyzæøå", "de aäbcdefghijklmnoöpqrsßtuüvwxyz",
    "el αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ", "en abcdefghijklmnopqrstuvwxyz", "es aábcdeéfghiíjklmnñoópqrstuúüvwxyz",
    "et abcdefghijklmnopqrsšzžtuvwõäöüxy", "fi abcdefghijklmnopqrsštuvwxyzžåäö",
    "fr aàâæbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyÿz", "ga aábcdeéfghiíjklmnoópqrstuúvwxyz",
    "hr abcčćdđefghijklmnopqrsštuvwxyzž", "hu aábcdeéfghiíjklmnoóöőpqrstuúüűvwxyz",
    "is aábcdðeéfghiíjklmnoóprstuúvxyýþæö",
    "it aàbcdeéèfghiìjklmnoóòpqrstuùvwxyz", "lt aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    "lv aābcčdeēfgģhiījkķlļmnņoprsštuūvzž", "mt aàbċdeèfġghħiìjklmnoòpqrstuùvwxżz",
    "nb aàbcdeéfghijklmnoóòôpqrstuvwxyzæøå",
    "nl aáäbcdeéëfghiíïjklmnoóöpqrstuúüvwxyz", "nn aàbcdeéfghijklmnoóòôpqrstuvwxyzæøå",
    "pl aąbcćdeęfghijklłmnńoóprsśtuwyzźż", "pt aáàâãbcçdeéêfghiíjklmnoóôõpqrstuúvwxyz",
    "ro aăâbcdefghiîjklmnopqrsștțuvwxyz",
    "sk aáäbcčdďeéfghiíjklĺľmnňoóôpqrŕsštťuúvwxyýzž", "sl abcčdefghijklmnoprsštuvzž",
    "sv aàbcdeéfghijklmnopqrstuvwxyzåäö",
  ]

  /// Letters in both cases; capitals that are several characters (ß, ΐ) are no letters of their own.
  static func bothCases(_ line: String) -> [Unicode.Scalar] {
    line.drop { $0 != " " }.dropFirst().unicodeScalars.flatMap { small in
      let capital = small.properties.uppercaseMapping.unicodeScalars
      return [small] + (capital.count == 1 ? Array(capital) : [])
    }
  }

  @Test(arguments: letters)
  func everyLetterComesFromTheFaceItself(line: String) {
    for face in FaceID.primary {
      for scalar in Self.bothCases(line) {
        #expect(library[face].glyph(for: scalar) != nil, "\(scalar) in \(face)")
      }
    }
  }

  @Test(arguments: letters)
  func theBodysBaseHoldsEveryLetter(line: String) {
    let language = String(line.prefix { $0 != " " })
    for face in [FaceID.serif, .serifBold, .sans] {
      let base = library.baseRepertoire(language: language, face: face)
      for scalar in Self.bothCases(line) {
        let glyph = library[face].glyph(for: scalar)
        #expect(glyph.map(base.contains) == true, "\(scalar) in \(face)")
      }
    }
  }

  @Test func namesWhatNoFaceShows() throws {
    let missing = library.missingCharacters(in: "Müller 中文中 \u{7}")
    #expect(missing.map(\.codePoint) == ["U+4E2D", "U+6587", "U+0007"])
    #expect(missing[0].offset == 8)
    let shaped = Shaper(library: library).shape("a中", face: .sans, language: TextLanguage("de"))
    #expect(shaped.missing.map(\.scalar) == ["中"])
  }

  @Test func takesOtherScriptsFromStandIns() {
    let shaper = Shaper(library: library)
    for word in ["Ստեփան", "გიორგი", "יוסף", "☐", "→"] {
      let text = shaper.shape(word, face: .sans, language: TextLanguage("de"))
      #expect(text.missing.isEmpty)
      #expect(text.glyphs.allSatisfy { $0.id != 0 })
      #expect(text.extracted(library) == word)
    }
  }

  @Test func keepsAMarkWithItsLetter() {
    let text = Shaper(library: library).shape("x\u{301}y", face: .sans, language: TextLanguage("de"))
    #expect(text.runs[0].range.contains(0) && text.runs[0].range.contains(1))
    #expect(text.extracted(library) == "x\u{301}y")
  }

  @Test func saysWhichPackageIsMissing() throws {
    let error = #expect(throws: FontError.self) { try FontLibrary(folder: "/nowhere") }
    #expect(error?.problems.count == 8)
    #expect(error?.problems.first?.hint == "install it: apt-get install fonts-sil-gentiumplus")
    #expect(error?.problems.last?.message == "font `Carlito-BoldItalic.ttf` cannot be read")
  }

  @Test func refusesWhatIsNoFont() {
    let error = #expect(throws: FontError.self) {
      try FontFace(.bytes(Array("%PDF-1.7 no font at all".utf8), name: "x.ttf"))
    }
    #expect(error?.problems.first?.message == "`x.ttf` is not an OpenType font")
  }
}
