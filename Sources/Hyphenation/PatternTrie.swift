/// The patterns of one level as a trie whose nodes lie in one array, brothers linked to brothers.
///
/// German has 280,000 nodes: appended in the order of the file they take 4.5 MB and a few milliseconds. Where a node has
/// many children, after the first and second letter, a table leads on directly.
struct PatternTrie: Sendable {
  /// A pattern that changes letters where the word is broken, as Hungarian `ssz` becomes `sz-sz`.
  struct Replacement: Sendable {
    /// What is written instead; `=` stands for the hyphen.
    var text: [UInt8]
    /// Where the change begins, in bytes from the pattern's first value.
    var start: Int
    /// How many bytes of the word it takes away.
    var cut: Int
  }

  private struct Node {
    var firstChild: UInt32 = 0
    var sibling: UInt32 = 0
    /// Where the values of the pattern that ends here begin; 0 if none does.
    var values: UInt32 = 0
    var byte: UInt8
  }

  private var nodes = [Node(byte: 0)]
  /// The node of each first letter.
  private var ones = [UInt32](repeating: 0, count: 256)
  /// The node of each pair of first letters.
  private var twos: [UInt32] = []
  /// For every pattern: its length, how many values follow, the values without the zeros at its end.
  private var values: [UInt8] = [0]
  private var replacements: [UInt32: Replacement] = [:]

  /// The node that every pattern starts from.
  static let root: UInt32 = 0

  /// Makes an empty trie.
  ///
  /// - Parameter bytes: the size of the file, which foretells how much room is needed.
  init(expecting bytes: Int) {
    nodes.reserveCapacity(bytes / 3)
    values.reserveCapacity(bytes)
  }

  /// The node a byte leads to; nil if there is none.
  ///
  /// - Parameters:
  ///   - node: where from.
  ///   - byte: the letter.
  ///   - before: the letter that led to `node`, if that is a child of the root.
  ///   - depth: how many letters led to `node`.
  func next(_ node: UInt32, _ byte: UInt8, depth: Int, before: UInt8) -> UInt32? {
    if depth == 0 {
      let found = ones[Int(byte)]
      return found == 0 ? nil : found
    }
    if depth == 1, !twos.isEmpty {
      let found = twos[Int(before) << 8 | Int(byte)]
      return found == 0 ? nil : found
    }
    return child(of: node, byte)
  }

  /// The node of a string; nil if no pattern begins with it.
  func node(of bytes: [UInt8], _ range: Range<Int>) -> UInt32? {
    var node = Self.root
    var index = range.lowerBound
    if range.count >= 2, !twos.isEmpty {
      node = twos[Int(bytes[index]) << 8 | Int(bytes[index + 1])]
      if node == 0 { return nil }
      index += 2
    }
    while index < range.upperBound {
      guard
        let next = next(node, bytes[index], depth: index - range.lowerBound, before: bytes[max(index - 1, 0)])
      else { return nil }
      node = next
      index += 1
    }
    return node
  }

  private func child(of node: UInt32, _ byte: UInt8) -> UInt32? {
    nodes.withUnsafeBufferPointer { nodes in
      var child = nodes[Int(node)].firstChild
      while child != 0 {
        if nodes[Int(child)].byte == byte { return child }
        child = nodes[Int(child)].sibling
      }
      return nil
    }
  }

  /// The child of a node for a byte, made if there is none.
  mutating func insert(_ node: UInt32, _ byte: UInt8) -> UInt32 {
    if let known = child(of: node, byte) { return known }
    return append(to: node, byte)
  }

  /// Makes a child of a node that has none for the byte.
  mutating func append(to node: UInt32, _ byte: UInt8) -> UInt32 {
    let new = UInt32(nodes.count)
    nodes.append(Node(sibling: nodes[Int(node)].firstChild, byte: byte))
    nodes[Int(node)].firstChild = new
    return new
  }

  /// Gives a node its pattern; a later one takes the place of an earlier.
  ///
  /// - Parameters:
  ///   - node: where the pattern ends.
  ///   - pattern: its values, `range` of them.
  mutating func setPattern(
    _ pattern: borrowing InlineArray<128, UInt8>, _ range: Range<Int>, replacement: Replacement?, at node: UInt32
  ) {
    var end = range.upperBound
    while end > range.lowerBound, pattern[end - 1] == 0 { end -= 1 }
    if replacement != nil || !replacements.isEmpty { replacements[node] = replacement }
    nodes[Int(node)].values = UInt32(values.count)
    values.append(UInt8(range.count))
    values.append(UInt8(end - range.lowerBound))
    for index in range.lowerBound..<end { values.append(pattern[index]) }
  }

  /// Builds the tables; called when all patterns are in.
  mutating func close() {
    var first = nodes[0].firstChild
    if nodes.count > 2000 { twos = [UInt32](repeating: 0, count: 1 << 16) }
    while first != 0 {
      let byte = nodes[Int(first)].byte
      ones[Int(byte)] = first
      if !twos.isEmpty {
        var second = nodes[Int(first)].firstChild
        while second != 0 {
          twos[Int(byte) << 8 | Int(nodes[Int(second)].byte)] = second
          second = nodes[Int(second)].sibling
        }
      }
      first = nodes[Int(first)].sibling
    }
  }

  /// The length of a node's pattern and where its values are; nil if it ends none.
  func pattern(at node: UInt32) -> (length: Int, values: Range<Int>)? {
    let start = Int(nodes[Int(node)].values)
    guard start > 0 else { return nil }
    return (Int(values[start]), (start + 2)..<(start + 2 + Int(values[start + 1])))
  }

  func value(_ place: Int) -> UInt8 { values[place] }

  func replacement(at node: UInt32) -> Replacement? { replacements.isEmpty ? nil : replacements[node] }
}
