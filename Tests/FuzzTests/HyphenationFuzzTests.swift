import Hyphenation
import TestSupport
import Testing

@Suite struct HyphenationFuzzTests {
  private let seed = """
    UTF-8
    LEFTHYPHENMIN 2
    RIGHTHYPHENMIN 3
    NOHYPHEN -,'
    .da1ten
    1schutz
    s1z/sz=sz,1,3
    NEXTLEVEL
    be1schwer
    d2e
    """

  @Test func `no text crashes the reader of dictionaries, and its points lie inside the word`() throws {
    let tokens = [
      "ISO8859-1\n", "NEXTLEVEL\n", "COMPOUNDLEFTHYPHENMIN 99\n", "/=,1,", "/a=b,9,9", "9", ".", "1.1", "/",
    ]
    try fuzz(
      "hyphenation dictionaries", seeds: [Array(seed.utf8)], tokens: tokens,
      parse: { bytes in
        let dictionary = try HyphenationDictionary(bytes: bytes)
        for word in ["Datenschutzbeschwerde", "", "a", "ß", "Straße", "e\u{301}te\u{301}", "😀schutz"] {
          for point in dictionary.points(in: word) {
            // A word is never cut at its ends or inside a character.
            let place = word.utf8.index(word.startIndex, offsetBy: point.offset, limitedBy: word.endIndex)
            guard let place, place > word.startIndex, place < word.endIndex,
              place.samePosition(in: word.unicodeScalars) != nil
            else { throw Outside(word: word, offset: point.offset) }
          }
        }
      },
      expected: { $0 is HyphenationError })
  }

  private struct Outside: Error {
    var word: String
    var offset: Int
  }
}
