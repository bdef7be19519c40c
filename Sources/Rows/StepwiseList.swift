/// A long list of numbers that takes no more memory than they need: what it holds is never moved to make room for more.
struct StepwiseList<Element: Comparable & Sendable>: Sendable {
  /// How many elements there is room for at a time.
  private static var step: Int { 1 << 12 }

  private var full: [[Element]] = []
  private var last: [Element] = []

  mutating func append(_ element: Element) {
    if last.count == Self.step {
      full.append(last)
      last = []
    }
    if last.isEmpty { last.reserveCapacity(Self.step) }
    last.append(element)
  }

  /// The elements in their order.
  func forEach(_ body: (Element) -> Void) {
    for part in full { part.forEach(body) }
    last.forEach(body)
  }

  /// The elements from the smallest to the largest.
  func sorted() -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(full.count * Self.step + last.count)
    for part in full { all += part }
    all += last
    all.sort()
    return all
  }
}
