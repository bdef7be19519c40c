/// Rivers: white that runs down through a paragraph where wide spaces stand above each other.
enum Rivers {
  /// What a space may grow to, in parts of its natural width, before it can be part of a river.
  static let widest = 1.5
  /// How many lines make a river.
  static let length = 3

  /// How many rivers there are.
  ///
  /// - Parameters:
  ///   - spaces: for each line where its spaces are.
  ///   - scales: for each line how wide its spaces are, in parts of their natural width.
  static func count(spaces: [[Range<Int>]], scales: [Double]) -> Int {
    guard spaces.count >= length else { return 0 }
    var rivers = 0
    // the spaces of the line before that a river reaches, and how long it is there
    var reached: [(space: Range<Int>, length: Int)] = []
    for (line, scale) in zip(spaces, scales) {
      guard scale > widest + 0.001 else {
        reached = []
        continue
      }
      reached = line.map { space in
        let above = reached.filter { $0.space.overlaps(space) }.map(\.length).max() ?? 0
        if above + 1 == length { rivers += 1 }
        return (space, above + 1)
      }
    }
    return rivers
  }
}
