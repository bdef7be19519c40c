/// Which words keep a number that follows on their line.
enum Ties {
  private static let words: Set<[UInt8]> = Set(
    [
      "§", "§§", "¶", "no", "nr", "n°", "nº", "art", "arts", "article", "articles", "artikel", "artikels", "artikeln",
      "para", "paras", "paragraph", "paragraphs", "absatz", "satz", "buchstabe", "randnummer", "point", "points",
      "section", "sections", "annex", "annexes", "annexe", "anlage", "anlagen", "recital", "recitals", "considérant",
      "erwägungsgrund", "seite", "page", "pages", "rs", "case", "cases", "affaire",
    ].map { Array($0.utf8) })

  /// Whether a word such as `Art.` or `§` is bound to the number after it.
  static func bindsNumber(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.last, bytes.count <= 18 else { return false }
    var letters = bytes
    while let first = letters.first, first == 0x28 || first == 0x5B { letters.removeFirst() }
    // French elision: `l’article 21`
    if let apostrophe = letters.firstIndex(of: 0x27), apostrophe < 3 {
      letters.removeFirst(apostrophe + 1)
    } else if letters.count > 4, letters[1...3].elementsEqual([0xE2, 0x80, 0x99]) {
      letters.removeFirst(4)
    }
    if last == 0x2E {
      letters.removeLast()
      // an abbreviation: a few letters and a full stop
      return (1...5).contains(letters.count) && letters.allSatisfy(isLetter)
    }
    for index in letters.indices where (0x41...0x5A).contains(letters[index]) { letters[index] |= 0x20 }
    return words.contains(letters)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) }
}
