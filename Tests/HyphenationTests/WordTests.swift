import Hyphenation
import Testing

/// Words as a reader sees them broken.
@Suite struct WordTests {
  static func broken(_ word: String, _ dictionary: HyphenationDictionary) -> String {
    let bytes = Array(word.utf8)
    var out = ""
    var done = 0
    for point in dictionary.points(in: word) {
      guard let change = point.replacement else {
        out += String(decoding: bytes[done..<point.offset], as: UTF8.self) + "-"
        done = point.offset
        continue
      }
      out += String(decoding: bytes[done..<change.range.lowerBound], as: UTF8.self)
      out += change.before + "-" + change.after
      done = change.range.upperBound
    }
    return out + String(decoding: bytes[done...], as: UTF8.self)
  }

  @Test(arguments: [
    (
      "hyph_de_DE",
      [
        "Da-ten-schutz", "Be-schwer-de-füh-re-rin", "Stra-ße", "Auf-la-ge", "Schiff-fahrt", "Ver-ar-bei-tung",
        "Wi-der-spruch", "maß-ge-bend",
      ]
    ),
    ("hyph_en_GB", ["pro-cessing", "com-plaint", "con-trol-ler", "ob-jec-tion"]),
    ("hyph_fr", ["trai-te-ment", "don-nées", "ré-cla-ma-tion", "l'au-to-ri-té", "l’au-to-ri-té"]),
    ("hyph_cs_CZ", ["urči-tě", "pří-lo-ha", "žá-dost", "oprávně-ný"]),
    ("hyph_el_GR", ["κα-ταγ-γε-λία", "αρ-χή", "προ-στα-σία"]),
    ("hyph_hr_HR", ["pri-tuž-ba", "čo-vje-čan"]),
    ("hyph_hu_HU", ["asz-szony", "me-ző", "ösz-sze-füg-gés", "ha-tó-ság"]),
    ("hyph_pl_PL", ["skar-ga", "prze-twa-rza-nie", "źró-dło"]),
    ("hyph_sv_SE", ["kla-go-mål", "be-hand-ling"]),
  ])
  func breaks(name: String, words: [String]) throws {
    let dictionary = try Dictionaries.load(name)
    for word in words {
      // unbroken, the Hungarian double letter is written short
      let whole = word.replacing("sz-sz", with: "ssz").filter { $0 != "-" }
      #expect(Self.broken(whole, dictionary) == word)
    }
  }

  @Test func replacesLettersInHungarian() throws {
    let points = try Dictionaries.load("hyph_hu_HU").points(in: "„asszonnyal”")
    let replacements = points.compactMap(\.replacement)
    // „ takes three bytes
    #expect(replacements.first?.range == 4..<5)
    #expect(replacements.first?.before == "sz")
    #expect(replacements.first?.after == "")
  }

  @Test(arguments: [
    ("Datenschutz-Grundverordnung,", "Da-ten-schutz-Grund-ver-ord-nung,"),
    ("(„Beschwerde“)", "(„Be-schwer-de“)"), ("Straßenverkehr", "Stra-ßen-ver-kehr"),
  ])
  func passesOverSigns(word: String, expected: String) throws {
    #expect(Self.broken(word, try Dictionaries.german.get()) == expected)
  }

  @Test(arguments: [
    "DATENSCHUTZ", "ÄNDERUNG", "C-252/21", "2016/679", "beispiel@example.org", "https://example.org/datenschutz",
    "www.beispielseite.de", "Daten\u{AD}schutz", "…", "", "ab", "中文",
  ])
  func leavesWhole(word: String) throws {
    #expect(try Dictionaries.german.get().points(in: word).isEmpty)
  }

  @Test func keepsThreeLettersAfterAnEnglishHyphen() throws {
    let dictionary = try Dictionaries.load("hyph_en_GB")
    for word in ["quickly", "greatly", "processed", "complainant"] {
      for point in dictionary.points(in: word) {
        #expect(point.offset >= 2 && word.utf8.count - point.offset >= 3)
      }
    }
  }
}

@Suite struct DictionaryFileTests {
  @Test func refusesWhatItCannotRead() {
    #expect(throws: HyphenationError.empty) { try HyphenationDictionary(bytes: []) }
    #expect(throws: HyphenationError.unknownCharset("KLINGON")) {
      try HyphenationDictionary(bytes: Array("KLINGON\n1a\n".utf8))
    }
  }

  @Test func readsBothLevelsAndSettings() throws {
    let file =
      "UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\nNOHYPHEN x,yz\nCOMPOUNDLEFTHYPHENMIN 2\n% note\nb1c\nNEXTLEVEL\na1a\n"
    let dictionary = try HyphenationDictionary(bytes: Array(file.utf8))
    #expect(WordTests.broken("aaabcaaaaa", dictionary) == "aaab-ca-aaaa")
    #expect(WordTests.broken("aaaxaaaaaa", dictionary) == "aaaxa-a-aaaa")
  }

  @Test func survivesDamagedFiles() throws {
    let bytes = try Dictionaries.bytes("hyph_hu_HU")
    var numbers = Numbers(seed: 7)
    for _ in 0..<50 {
      let start = numbers.next(below: bytes.count - 2000)
      var piece = Array("UTF-8\n".utf8) + bytes[start..<(start + 2000)]
      for _ in 0..<100 { piece[6 + numbers.next(below: 2000)] = UInt8(numbers.next(below: 256)) }
      let dictionary = try HyphenationDictionary(bytes: piece)
      for word in ["asszonnyal", "összefüggéseiben", "ű", "egészségügyi"] {
        for point in dictionary.points(in: word) {
          #expect(point.offset > 0 && point.offset < word.utf8.count)
        }
      }
    }
  }
}
