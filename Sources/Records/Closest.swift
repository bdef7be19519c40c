/// Finds the word that was probably meant, for "did you mean".
///
/// Counts the insertions, deletions, substitutions and swaps of neighbours (optimal string alignment distance) and
/// accepts at most one change in three letters, never more than three. Upper and lower case are the same.
/// Of equally close words the first in `words` wins.
public func closest(to typed: String, in words: some Sequence<String>) -> String? {
  let wanted = Array(typed.lowercased())
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  let limit = min(3, max(1, wanted.count / 3))
  var best: (word: String, distance: Int)?
  for word in words {
    let candidate = Array(word.lowercased())
    guard abs(candidate.count - wanted.count) <= limit else { continue }
    let distance = alignmentDistance(wanted, candidate)
    // A word that shares no letter's place is a different word, not a slip.
    guard distance <= limit, distance < max(wanted.count, candidate.count) else { continue }
    if distance < best?.distance ?? .max { best = (word, distance) }
  }
  return best?.word
}

private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [Int](repeating: i + 1, count: b.count + 1)
    for j in b.indices {
      let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
      current[j + 1] = min(substitution, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
      }
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
