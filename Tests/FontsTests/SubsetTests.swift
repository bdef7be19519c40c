import Fonts
import Testing

@Suite struct SubsetTests {
  let library: FontLibrary

  init() throws { library = try TestFonts.library() }

  @Test func sameGlyphsGiveTheSameBytes() async throws {
    let base = library.baseRepertoire(language: "de", face: .serif)
    let first = try library.subset(.serif, glyphs: base)
    // a fresh library, other threads, and the preprocessed face that comes into use after some subsets
    #expect(try TestFonts.library().subset(.serif, glyphs: base) == first)
    let library = library
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<30 { group.addTask { (try? library.subset(.serif, glyphs: base)) == first } }
      for await same in group { #expect(same) }
    }
  }

  @Test func baseDependsOnThePrimaryLanguageAlone() {
    #expect(
      library.baseRepertoire(language: "de-AT", face: .serif) == library.baseRepertoire(language: "de", face: .serif))
    #expect(
      library.baseRepertoire(language: "de", face: .serif).tag
        == library.baseRepertoire(language: "de", face: .serif).tag)
  }

  @Test(arguments: ["de", "en", "fr", "pl", "el", "bg"])
  func staysSmall(language: String) throws {
    // bytes before deflating; about two fifths of it after
    for (face, limit) in [(FaceID.serif, 55_000), (.serifBold, 45_000), (.sans, 45_000)] {
      let base = library.baseRepertoire(language: language, face: face)
      let size = try library.subset(face, glyphs: base).count
      #expect(size < limit, "\(face)")
    }
    #expect(library.baseRepertoire(language: language, face: .sansBoldItalic).isEmpty)
  }

  @Test func aSubsetKeepsNumbersWidthsAndNothingElse() throws {
    let shaped = Shaper(library: library).shape("Öffnung", face: .serif, language: TextLanguage("de"))
    var usage = GlyphUsage()
    usage.insert(shaped, from: library)
    let bytes = try library.subset(.serif, glyphs: usage[.serif])
    let cut = try FontFace(.bytes(bytes, name: "subset"))
    for glyph in shaped.glyphs { #expect(cut.advance(of: glyph.id) == glyph.natural) }
    #expect(cut.postScriptName == "GentiumBookPlus")
    #expect(bytes.count < library.baseRepertoire(language: "de", face: .serif).count * 200)
    for table in ["GSUB", "GPOS", "GDEF", "Silf", "fpgm"] {
      #expect(!bytes.prefix(400).contains(Array(table.utf8)), "\(table)")
    }
    for table in ["OS/2", "name", "post", "glyf", "hmtx"] { #expect(bytes.prefix(400).contains(Array(table.utf8))) }
  }

  @Test func supplementIsWhatTheBaseLacks() {
    let shaper = Shaper(library: library)
    let base = library.baseRepertoire(language: "de", face: .serif)
    var usage = GlyphUsage()
    usage.insert(shaper.shape("Müller, Łódź, Şükrü", face: .serif, language: TextLanguage("de")), from: library)
    #expect(usage[.serif].subtracting(base).isEmpty)
    usage.insert(shaper.shape("Θεσσαλονίκη", face: .serif, language: TextLanguage("el")), from: library)
    #expect(usage[.serif].subtracting(base).count == 10)
  }

  @Test func mapsGlyphsToUnicode() {
    var set = GlyphSet()
    set.insert(0x2E9, text: "fi")
    set.insert(5, text: "a")
    set.insert(6, text: "\u{1F44D}")
    let map = String(decoding: ToUnicodeMap.bytes(for: set), as: UTF8.self)
    #expect(map.contains("3 beginbfchar\n<0005> <0061>\n<0006> <D83DDC4D>\n<02E9> <00660069>\nendbfchar\n"))
    #expect(map.contains("<0000> <FFFF>"))
  }

  @Test func writesBlocksOfAHundred() {
    var set = GlyphSet()
    for glyph in 1...250 { set.insert(UInt16(glyph), text: "x") }
    let map = String(decoding: ToUnicodeMap.bytes(for: set), as: UTF8.self)
    #expect(map.contains("100 beginbfchar") && map.contains("50 beginbfchar"))
    #expect(map.split(separator: "\n").filter { $0.hasSuffix("> <0078>") }.count == 250)
  }

  @Test func measuresFaces() {
    let serif = library[.serif].metrics
    #expect(serif.capHeight == 615 && serif.xHeight == 454)
    #expect(serif.italicAngle == 0 && library[.serifItalic].metrics.italicAngle == -8)
    #expect(library[.serifBold].metrics.stemV > serif.stemV)
    #expect(serif.permitsEmbedding && serif.yMin < serif.descent)
    #expect(library[.sans].postScriptName == "Carlito")
  }
}
