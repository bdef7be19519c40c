import Fonts
import Testing

@Suite struct ShapingTests {
  let library: FontLibrary
  let shaper: Shaper
  let german = TextLanguage("de")

  init() throws {
    library = try TestFonts.library()
    shaper = Shaper(library: library)
  }

  @Test(arguments: [FaceID.serif, .serifBold, .sans])
  func kernsAV(face: FaceID) {
    let pair = shaper.shape("AV", face: face, language: german)
    #expect(pair.glyphs[0].advance < pair.glyphs[0].natural)
    let plain = shaper.shape("HH", face: face, language: german)
    #expect(plain.glyphs[0].advance == plain.glyphs[0].natural)
  }

  @Test func advancesAddUpToTheWidth() {
    let text = shaper.shape("Auskunft", face: .serif, language: german)
    #expect(text.width == text.glyphs.reduce(0) { $0 + $1.advance })
    #expect(text.glyphs.allSatisfy { library[.serif].advance(of: $0.id) == $0.natural })
  }

  @Test(arguments: [FaceID.serif, .sans])
  func ligatureStandsForBothLetters(face: FaceID) throws {
    let text = shaper.shape("finden", face: face, language: german)
    let ligature = try #require(text.glyphs.first)
    #expect(text.glyphs.count == 5)
    #expect(library[face].text(of: ligature.id) == "fi")
    #expect(text.glyphs[1].cluster == 2)
    #expect(text.runs[0].actualText == nil)
  }

  @Test(arguments: [("Auflage", 3, "fl"), ("Schifffahrt", 6, "ff"), ("auffinden", 3, "fi")])
  func joinsNoLettersOverAHyphenationPoint(word: String, point: Int, joined: String) {
    let free = shaper.shape(word, face: .serif, language: german)
    let kept = shaper.shape(word, face: .serif, language: german, ligatureBreaks: [point])
    #expect(free.glyphs.contains { $0.cluster < point && (library[.serif].text(of: $0.id)?.count ?? 0) > 1 })
    #expect(kept.glyphs.contains { Int($0.cluster) == point })
    #expect(kept.extracted(library) == word)
    #expect(kept.runs[0].actualText == nil)
  }

  @Test func keepsTheLigatureBesideThePoint() {
    let text = shaper.shape("Schifffahrt", face: .serif, language: german, ligatureBreaks: [6])
    #expect(text.glyphs.contains { library[.serif].text(of: $0.id) == "ff" })
  }

  @Test func drawsAHyphenAtALineEnd() {
    for face in [FaceID.serif, .serifItalic, .sans, .sansBold] {
      let text = shaper.shape("Daten\u{AD}", face: face, language: german)
      #expect(text.glyphs.count == 6)
      #expect((text.glyphs.last?.advance ?? 0) > 200)
      #expect(text.extracted(library) == "Daten\u{AD}")
    }
    // Gentium draws a soft hyphen of its own, Carlito has to be told what its hyphen is
    #expect(shaper.shape("Daten\u{AD}", face: .serif, language: german).runs[0].actualText == nil)
    #expect(shaper.shape("Daten\u{AD}", face: .sans, language: german).runs[0].actualText == "Daten\u{AD}")
  }

  @Test func dropsASoftHyphenNobodyBreaksAt() {
    let text = shaper.shape("Daten\u{AD}schutz", face: .serif, language: german)
    #expect(text.width == shaper.shape("Datenschutz", face: .serif, language: german).width)
    #expect(text.extracted(library) == "Datenschutz")
  }

  @Test(arguments: ["Art.\u{A0}21", "Art.\u{202F}21", "A\u{2011}B", "A\u{2010}B"])
  func keepsSpacesAndHyphensCarlitoLacks(text: String) {
    for face in [FaceID.serif, .sans] {
      let shaped = shaper.shape(text, face: face, language: german)
      #expect(shaped.missing.isEmpty)
      #expect(shaped.runs.map(\.face) == [face])
      #expect(shaped.extracted(library) == text)
    }
  }

  @Test func paintsHebrewFromRightToLeft() {
    let text = shaper.shape("שלום", face: .serif, language: TextLanguage("he"))
    #expect(text.isRightToLeft)
    #expect(text.runs[0].face.isFallback)
    #expect(text.glyphs.map(\.cluster) == [6, 4, 2, 0])
    #expect(text.runs[0].actualText == "שלום")
  }

  @Test func setsDigitsLeftOfTheHebrewTheyFollow() {
    let text = shaper.shape("שלום12", face: .serif, language: german)
    #expect(text.runs.map(\.isRightToLeft) == [false, true])
    #expect(text.runs[0].range == 8..<10)
  }

  @Test func joinsArabicLetters() {
    let one = shaper.shape("م", face: .serif, language: TextLanguage("ar"))
    let word = shaper.shape("محمد", face: .serif, language: TextLanguage("ar"))
    #expect(word.glyphs.allSatisfy { $0.id != one.glyphs[0].id })
    var usage = GlyphUsage()
    usage.insert(word, from: library)
    let set = usage[word.runs[0].face]
    #expect(set.glyphs.allSatisfy { set.text(of: $0)?.isEmpty == false })
  }

  @Test func cacheIsBoundedAndChangesNothing() {
    let small = Shaper(library: library, cacheLimit: 4)
    for number in 0..<100 {
      let word = "Wort\(number % 7)"
      #expect(
        small.shape(word, face: .serif, language: german).runs
          == shaper.shape(word, face: .serif, language: german).runs)
    }
  }

  @Test func shapesAlikeOnEveryThread() async {
    let words = ["Auflage", "Beschwerdeführerin", "ΣΊΣΥΦΟΣ", "Łódź", "שלום", "office", "Tø", "№ 5"]
    let expected = words.map { shaper.shape($0, face: .serif, language: german).runs }
    let library = library
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let own = Shaper(library: library, cacheLimit: 2)
          let german = TextLanguage("de")
          return (0..<50).allSatisfy { _ in
            words.map { own.shape($0, face: .serif, language: german).runs } == expected
          }
        }
      }
      for await same in group { #expect(same) }
    }
  }
}
