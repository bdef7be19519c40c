/// The patterns of one level: a trie whose edges lie in one open-addressing hash table.
///
/// German has 280,000 nodes; this way they take 6 MB and a few milliseconds.
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

  /// Each edge: node and byte in the lower half, the node it leads to in the upper; 0 is no edge.
  private var edges: [UInt64]
  private var shift: UInt32
  /// For each node where its pattern's values begin; 0 for a node that ends no pattern.
  private var starts: [UInt32] = [0]
  /// Count, then values, of every pattern.
  private var values: [UInt8] = [0]
  private var replacements: [UInt32: Replacement] = [:]

  /// The node that every pattern starts from.
  static let root: UInt32 = 0

  /// Makes an empty trie.
  ///
  /// - Parameter bytes: the size of the file, which foretells how many edges there will be.
  init(expecting bytes: Int) {
    var bits: UInt32 = 8
    while 1 << bits < bytes / 2 { bits += 1 }
    edges = [UInt64](repeating: 0, count: 1 << bits)
    shift = 32 - bits
    starts.reserveCapacity(bytes / 4)
    values.reserveCapacity(bytes)
  }

  private func slot(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> shift) }

  /// The node a byte leads to.
  func next(_ node: UInt32, _ byte: UInt8) -> UInt32? {
    let key = node << 8 | UInt32(byte)
    let mask = edges.count - 1
    return edges.withUnsafeBufferPointer { edges in
      var place = slot(of: key)
      while true {
        let edge = edges[place & mask]
        if edge == 0 { return nil }
        if UInt32(truncatingIfNeeded: edge) == key { return UInt32(edge >> 32) }
        place += 1
      }
    }
  }

  /// The node a byte leads to, made if there is none.
  mutating func insert(_ node: UInt32, _ byte: UInt8) -> UInt32 {
    let key = node << 8 | UInt32(byte)
    let mask = edges.count - 1
    var place = slot(of: key) & mask
    while edges[place] != 0 {
      if UInt32(truncatingIfNeeded: edges[place]) == key { return UInt32(edges[place] >> 32) }
      place = (place + 1) & mask
    }
    let new = UInt32(starts.count)
    edges[place] = UInt64(new) << 32 | UInt64(key)
    starts.append(0)
    if starts.count * 4 > edges.count * 3 { grow() }
    return new
  }

  private mutating func grow() {
    let old = edges
    edges = [UInt64](repeating: 0, count: old.count * 2)
    shift -= 1
    let mask = edges.count - 1
    for edge in old where edge != 0 {
      var place = slot(of: UInt32(truncatingIfNeeded: edge)) & mask
      while edges[place] != 0 { place = (place + 1) & mask }
      edges[place] = edge
    }
  }

  /// Gives a node its pattern; a later one takes the place of an earlier.
  mutating func setPattern(_ pattern: ArraySlice<UInt8>, replacement: Replacement?, at node: UInt32) {
    starts[Int(node)] = UInt32(values.count)
    values.append(UInt8(pattern.count))
    values.append(contentsOf: pattern)
    replacements[node] = replacement
  }

  /// The values of a node's pattern as a range of `values`; nil if it ends none.
  func pattern(at node: UInt32) -> Range<Int>? {
    let start = Int(starts[Int(node)])
    guard start > 0 else { return nil }
    return (start + 1)..<(start + 1 + Int(values[start]))
  }

  func value(_ place: Int) -> UInt8 { values[place] }

  func replacement(at node: UInt32) -> Replacement? { replacements.isEmpty ? nil : replacements[node] }
}
