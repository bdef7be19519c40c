/// A bounded table of shaped words, asked by bytes so that a look-up makes no string.
///
/// Open addressing in two generations; see `GenerationCache`.
struct WordCache {
  private var young: Table
  private var old: Table
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    young = Table(limit: limit)
    old = Table(limit: limit)
  }

  var count: Int { young.count + old.count }

  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: UInt32) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(UInt64(attributes))
    fingerprint.add(bytes)
    return fingerprint.value
  }

  mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: UInt32, hash: UInt64) -> ShapedWord? {
    if let word = young.find(bytes, attributes, hash) { return word }
    guard let word = old.find(bytes, attributes, hash) else { return nil }
    insert(word)
    return word
  }

  mutating func insert(_ word: ShapedWord) {
    if young.count >= limit {
      swap(&young, &old)
      young.clear()
    }
    young.insert(word)
  }

  private struct Table {
    private var slots: ContiguousArray<ShapedWord?>
    private let mask: Int
    private(set) var count = 0

    init(limit: Int) {
      var capacity = 16
      while capacity < 2 * limit { capacity *= 2 }
      slots = ContiguousArray(repeating: nil, count: capacity)
      mask = capacity - 1
    }

    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: UInt32, _ hash: UInt64) -> ShapedWord? {
      var position = Int(truncatingIfNeeded: hash) & mask
      while let word = slots[position] {
        if word.hash == hash, word.packedAttributes == attributes, word.says(bytes) { return word }
        position = (position + 1) & mask
      }
      return nil
    }

    mutating func insert(_ word: ShapedWord) {
      var position = Int(truncatingIfNeeded: word.hash) & mask
      while slots[position] != nil { position = (position + 1) & mask }
      slots[position] = word
      count += 1
    }

    mutating func clear() {
      for index in slots.indices { slots[index] = nil }
      count = 0
    }
  }
}
