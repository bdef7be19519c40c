/// Breaks a paragraph whose best lines have a river: finds the best lines among those with the fewest rivers.
///
/// Whether a line adds to a river depends on the two lines before it. So a node of the graph is not a place alone, as
/// in ``LineBreaker``, but a place, the line that ends there, and which of its wide spaces stand under another. That
/// costs more, and only paragraphs that need it pay. The buffers are kept between paragraphs.
struct RiverlessBreaker {
  /// What lines may look like, strictest first; the first attempt whose best lines have no river is taken.
  ///
  /// From the badness of 4000 on spaces would be almost three times as wide as they should: worse than a river.
  static let attempts = [
    LineBreaker.Attempt(tolerance: 150), LineBreaker.Attempt(tolerance: 600), LineBreaker.Attempt(tolerance: 4000),
  ]

  /// A space within the paragraph.
  private struct Gap {
    /// The width of all before it.
    var left: Units
    /// The width of all spaces before it.
    var spaces: Units
    var width: Units
  }

  /// A way to break up to a point.
  private struct Node {
    var line: LineBreaker.Node
    /// How many rivers there are so far.
    var rivers = 0
    /// The spaces of the line that ends here, if they are wide; by their place among the gaps.
    var wide: Range<Int> = 0..<0
    /// How wide they are, in parts of their natural width.
    var scale = 1.0
    /// The width of all before the line.
    var start: Units = 0
    /// Which of them stand under a wide space of the line before: a bit for each, from the first on.
    var under: UInt64 = 0

    /// Whether nothing that can follow tells the two apart.
    func isLike(_ other: Node) -> Bool {
      line.fitness == other.line.fitness && wide == other.wide && under == other.under
    }

    func isBetter(than other: Node) -> Bool { (rivers, line.demerits) < (other.rivers, other.line.demerits) }
  }

  private var gaps: [Gap] = []
  /// For each point the first gap of a line that begins there, and the one after the last of a line that ends there.
  private var first: [Int] = []
  private var last: [Int] = []
  private var nodes: [Node] = []
  private var active: [Int] = []

  /// The best lines among those with the fewest rivers; nil if the paragraph cannot be broken well enough.
  mutating func lines(
    _ points: [Breakpoint], _ items: LineItems, _ settings: LineBreaker.Settings,
    attempts: [LineBreaker.Attempt] = RiverlessBreaker.attempts
  ) -> LineBreaker.Result? {
    measureGaps(points, items)
    var best: (result: LineBreaker.Result, rivers: Int)?
    for attempt in attempts {
      guard let end = run(points, settings, attempt) else { continue }
      let rivers = nodes[end].rivers
      if rivers < best?.rivers ?? .max { best = (trace(end), rivers) }
      if rivers == 0 { break }
    }
    return best?.result
  }

  private mutating func measureGaps(_ points: [Breakpoint], _ items: LineItems) {
    gaps.removeAll(keepingCapacity: true)
    var width = 0
    var spaces = 0
    for item in items.items {
      if item.kind == .space || item.kind == .tie {
        gaps.append(Gap(left: width, spaces: spaces, width: item.width))
        spaces += item.width
      }
      width += item.width
    }
    gaps.append(Gap(left: .max, spaces: spaces, width: 0))
    first.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
    var (begin, end) = (0, 0)
    for point in points {
      while gaps[begin].left < point.start.width { begin += 1 }
      while gaps[end].left < point.end.width - point.hyphen { end += 1 }
      first.append(begin)
      last.append(end)
    }
  }

  private mutating func run(
    _ points: [Breakpoint], _ settings: LineBreaker.Settings, _ attempt: LineBreaker.Attempt
  ) -> Int? {
    nodes.removeAll(keepingCapacity: true)
    nodes.append(
      Node(line: LineBreaker.Node(point: 0, previous: -1, hyphens: 0, fitness: 1, ratio: 0, demerits: 0)))
    active = [0]
    for index in 1..<points.count {
      let point = points[index]
      var found: [Node] = []
      var kept: [Int] = []
      for id in active {
        let start = points[Int(nodes[id].line.point)]
        let ratio = LineBreaker.ratio(from: start, to: point, settings, emergency: 0)
        let badness = LineBreaker.badness(ratio)
        if ratio >= -1, badness <= attempt.tolerance {
          let next = extend(id, to: index, points, settings, ratio: ratio, badness: badness)
          if let place = found.firstIndex(where: { $0.isLike(next) }) {
            if next.isBetter(than: found[place]) { found[place] = next }
          } else {
            found.append(next)
          }
        }
        let shortest =
          point.end.width - point.hyphen - start.start.width - (point.end.shrink - start.start.shrink)
        if point.kind != .forced, shortest <= settings.measure { kept.append(id) }
      }
      active = kept + (nodes.count..<nodes.count + found.count)
      nodes.append(contentsOf: found)
      if active.isEmpty { return nil }
    }
    return active.min { nodes[$0].isBetter(than: nodes[$1]) }
  }

  private func extend(
    _ id: Int, to index: Int, _ points: [Breakpoint], _ settings: LineBreaker.Settings, ratio: Double, badness: Double
  ) -> Node {
    let node = nodes[id]
    let point = points[index]
    let start = points[Int(node.line.point)].start.width
    let length = point.end.width - start
    let (demerits, fitness) = LineBreaker.step(
      node.line, point, ratio: ratio, badness: badness, isLast: index == points.count - 1, length: length, settings)
    var next = Node(
      line: LineBreaker.Node(
        point: Int32(index), previous: Int32(id), hyphens: point.isFlagged ? node.line.hyphens + 1 : 0,
        fitness: fitness, ratio: ratio, demerits: node.line.demerits + demerits))
    next.rivers = node.rivers
    let own = first[Int(node.line.point)]..<max(first[Int(node.line.point)], last[index])
    guard point.kind != .forced, !own.isEmpty else { return next }
    let spaces = gaps[own.upperBound].spaces - gaps[own.lowerBound].spaces
    let scale = 1 + Double(settings.measure - length) / Double(spaces)
    guard scale > Rivers.widest else { return next }
    next.wide = own
    next.scale = scale
    next.start = start
    flow(from: node, into: &next)
    return next
  }

  /// Carries the rivers of one line on into the next.
  private func flow(from upper: Node, into lower: inout Node) {
    var above = upper.wide.lowerBound
    for gap in lower.wide {
      let space = place(gap, in: lower)
      while above < upper.wide.upperBound, place(above, in: upper).upperBound <= space.lowerBound { above += 1 }
      var next = above
      var isUnder = false
      var isRiver = false
      while next < upper.wide.upperBound, place(next, in: upper).lowerBound < space.upperBound {
        isUnder = true
        isRiver = isRiver || upper.under & bit(next, of: upper) != 0
        next += 1
      }
      if isUnder { lower.under |= bit(gap, of: lower) }
      if isRiver { lower.rivers += 1 }
    }
  }

  /// Where a space of a line is, from the line's left edge, in units.
  private func place(_ gap: Int, in node: Node) -> Range<Double> {
    let start = gaps[node.wide.lowerBound]
    let spaces = Double(gaps[gap].spaces - start.spaces)
    let text = Double(gaps[gap].left - node.start) - spaces
    let left = text + spaces * node.scale
    return left..<left + Double(gaps[gap].width) * node.scale
  }

  private func bit(_ gap: Int, of node: Node) -> UInt64 { 1 << UInt64(min(63, gap - node.wide.lowerBound)) }

  private func trace(_ end: Int) -> LineBreaker.Result {
    var result = LineBreaker.Result(demerits: nodes[end].line.demerits)
    var id = end
    while nodes[id].line.previous >= 0 {
      result.ends.append(Int(nodes[id].line.point))
      result.ratios.append(nodes[id].line.ratio)
      id = Int(nodes[id].line.previous)
    }
    result.ends.reverse()
    result.ratios.reverse()
    return result
  }
}
