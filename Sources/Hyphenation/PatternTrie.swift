/// The patterns of one level as a trie whose nodes lie in one block of memory, brothers linked to brothers.
///
/// German has 280,000 nodes: appended in the order of the file they take 4.5 MB and a few milliseconds. Where a node has
/// many children, after the first and second letter, a table leads on directly.
///
/// `@unchecked Sendable`: nothing is written once it is made, and the memory lives as long as any copy.
struct PatternTrie: @unchecked Sendable {
  /// A pattern that changes letters where the word is broken, as Hungarian `ssz` becomes `sz-sz`.
  struct Replacement: Sendable {
    /// What is written instead; `=` stands for the hyphen.
    var text: [UInt8]
    /// Where the change begins, in bytes from the pattern's first value.
    var start: Int
    /// How many bytes of the word it takes away.
    var cut: Int
  }

  struct Node {
    var firstChild: UInt32 = 0
    var sibling: UInt32 = 0
    /// Where the values of the pattern that ends here begin; 0 if none does.
    var values: UInt32 = 0
    var byte: UInt8
  }

  private let nodes: UnsafePointer<Node>
  /// For every pattern: its length, how many values follow, the values without the zeros at its end.
  private let values: UnsafePointer<UInt8>
  private let memory: TrieMemory
  /// The node of each first letter.
  private let ones: [UInt32]
  /// The node of each pair of first letters; empty for few patterns.
  private let twos: [UInt32]
  private let replacements: [UInt32: Replacement]

  /// The node that every pattern starts from.
  static let root: UInt32 = 0

  /// Takes what a builder made.
  init(_ memory: TrieMemory, replacements: [UInt32: Replacement]) {
    let nodes = memory.nodes
    var ones = [UInt32](repeating: 0, count: 256)
    var twos = memory.nodeCount > 2000 ? [UInt32](repeating: 0, count: 1 << 16) : []
    var first = nodes[0].firstChild
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
    self.memory = memory
    self.nodes = UnsafePointer(nodes)
    values = UnsafePointer(memory.values)
    self.ones = ones
    self.twos = twos
    self.replacements = replacements
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
    // Node numbers come from the trie itself and lead nowhere else.
    var child = nodes[Int(node)].firstChild
    while child != 0 {
      if nodes[Int(child)].byte == byte { return child }
      child = nodes[Int(child)].sibling
    }
    return nil
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
