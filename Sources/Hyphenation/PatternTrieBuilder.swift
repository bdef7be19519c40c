/// The memory of a trie: grows while it is built, is freed with the last copy of the trie.
///
/// `@unchecked Sendable`: one builder writes it, and after that nobody.
final class TrieMemory: @unchecked Sendable {
  fileprivate(set) var nodes: UnsafeMutablePointer<PatternTrie.Node>
  fileprivate(set) var values: UnsafeMutablePointer<UInt8>
  fileprivate(set) var nodeCount = 0

  fileprivate init(nodes: UnsafeMutablePointer<PatternTrie.Node>, values: UnsafeMutablePointer<UInt8>) {
    self.nodes = nodes
    self.values = values
  }

  deinit {
    nodes.deallocate()
    values.deallocate()
  }
}

/// Makes a trie of patterns, one after the other.
///
/// Raw memory, since a German document waits for a million letters to be laid down before its first word.
struct PatternTrieBuilder: ~Copyable {
  private var nodes: UnsafeMutablePointer<PatternTrie.Node>
  private var nodeCount = 1
  private var nodeCapacity: Int
  private var values: UnsafeMutablePointer<UInt8>
  private var valueCount = 1
  private var valueCapacity: Int
  private var replacements: [UInt32: PatternTrie.Replacement] = [:]
  private var memory: TrieMemory

  /// - Parameter bytes: the size of the file, which foretells how much room is needed.
  init(expecting bytes: Int) {
    nodeCapacity = max(bytes / 3, 64)
    valueCapacity = max(bytes, 512)
    nodes = .allocate(capacity: nodeCapacity)
    values = .allocate(capacity: valueCapacity)
    nodes[0] = PatternTrie.Node(byte: 0)
    values[0] = 0
    memory = TrieMemory(nodes: nodes, values: values)
  }

  /// The trie of all patterns so far.
  consuming func trie() -> PatternTrie {
    memory.nodeCount = nodeCount
    return PatternTrie(memory, replacements: replacements)
  }

  /// The child of a node for a byte, made if there is none.
  @inline(__always)
  mutating func insert(_ node: UInt32, _ byte: UInt8) -> UInt32 {
    var child = nodes[Int(node)].firstChild
    while child != 0 {
      if nodes[Int(child)].byte == byte { return child }
      child = nodes[Int(child)].sibling
    }
    return append(to: node, byte)
  }

  /// Makes a child of a node that has none for the byte.
  @inline(__always)
  mutating func append(to node: UInt32, _ byte: UInt8) -> UInt32 {
    if nodeCount == nodeCapacity { growNodes() }
    let new = UInt32(truncatingIfNeeded: nodeCount)
    nodes[nodeCount] = PatternTrie.Node(sibling: nodes[Int(node)].firstChild, byte: byte)
    nodes[Int(node)].firstChild = new
    nodeCount += 1
    return new
  }

  /// Gives a node its pattern; a later one takes the place of an earlier.
  ///
  /// - Parameters:
  ///   - node: where the pattern ends.
  ///   - pattern: its values.
  mutating func setPattern(
    _ pattern: UnsafeBufferPointer<UInt8>, replacement: PatternTrie.Replacement?, at node: UInt32
  ) {
    var count = pattern.count
    while count > 0, pattern[count - 1] == 0 { count -= 1 }
    if replacement != nil || !replacements.isEmpty { replacements[node] = replacement }
    if valueCount + count + 2 > valueCapacity { growValues(by: count + 2) }
    nodes[Int(node)].values = UInt32(truncatingIfNeeded: valueCount)
    values[valueCount] = UInt8(truncatingIfNeeded: pattern.count)
    values[valueCount + 1] = UInt8(truncatingIfNeeded: count)
    for index in 0..<count { values[valueCount + 2 + index] = pattern[index] }
    valueCount += count + 2
  }

  @inline(never)
  private mutating func growNodes() {
    let larger = UnsafeMutablePointer<PatternTrie.Node>.allocate(capacity: nodeCapacity * 2)
    larger.update(from: nodes, count: nodeCount)
    nodes.deallocate()
    nodes = larger
    nodeCapacity *= 2
    memory.nodes = nodes
  }

  @inline(never)
  private mutating func growValues(by extra: Int) {
    let capacity = valueCapacity * 2 + extra
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: values, count: valueCount)
    values.deallocate()
    values = larger
    valueCapacity = capacity
    memory.values = values
  }
}
