import TestSupport
import Testing

@testable import Checking

/// How long a person's own reasons are is counted as their reader counts.
@Suite struct ShortGroundsTests {
  @Test func charactersAreCountedAndNotBytes() throws {
    // Marks that join what stands before them, a return and a line feed, which are one character, and a family.
    let tokens = ["a", "ü", "e\u{301}", "\r\n", "\n", "\u{AD}", "ж", "한", "👩‍👩‍👧", "😀", " ", "\u{301}"]
    try withSeededRandom(count: 2000) { random in
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick(tokens) ?? "" }.joined()
      for count in [1, 4, 8] {
        #expect(Checker.hasLetters(text, count) == (text.count >= count), "\(text.debugDescription) \(count)")
      }
    }
  }
}
