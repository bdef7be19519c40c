/// Keeps account of the patterns with replacements that meet in a word, as libhyphen does: the last one to change a
/// value decides what is written there, the last one to begin at a byte how much is taken away.
///
/// Positions are those of the word with a dot before and after it; a value stands after its byte.
struct ReplacementMatches {
  private var texts: [Int: [UInt8]] = [:]
  /// By where the change begins: where its hyphen stands.
  private var hyphens: [Int: Int] = [:]
  /// By where the change begins: how many bytes it takes away.
  private var cuts: [Int: Int] = [:]
  private var isEmpty = true

  /// A pattern with a replacement has matched.
  mutating func note(_ replacement: Pattern.Replacement, start: Int) {
    isEmpty = false
    if start + replacement.start >= 0 { cuts[start + replacement.start] = replacement.cut }
  }

  /// A pattern has set an odd value, a permission to break.
  mutating func set(_ replacement: Pattern.Replacement?, at place: Int, start: Int) {
    if isEmpty { return }
    texts[place] = replacement?.text
    guard let replacement else { return }
    let offset = place - start
    let origin = start + replacement.start
    if offset >= replacement.start, offset <= replacement.start + replacement.cut, origin >= 0 {
      hyphens[origin] = place
    }
  }

  /// The changes, by the byte of the word they follow.
  func changes(count: Int) -> [Int: WordBreaker.Change] {
    if isEmpty { return [:] }
    var changes: [Int: WordBreaker.Change] = [:]
    var begin = 0
    while begin < count {
      if let hyphen = hyphens[begin], let text = texts[hyphen] {
        let cut = cuts[begin] ?? 0
        if hyphen > 0 { changes[hyphen - 1] = WordBreaker.Change(text: text, back: hyphen - begin, cut: cut) }
        begin += max(cut, 1)
      } else {
        begin += 1
      }
    }
    return changes
  }
}
