/// A bounded memory of shaped words, asked by bytes so that a look-up makes no string.
struct WordCache {
  private var words: FingerprintTable<ShapedWord>

  init(limit: Int) { words = FingerprintTable(limit: limit) }

  var count: Int { words.count }

  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: UInt32) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(UInt64(attributes))
    fingerprint.add(bytes)
    return fingerprint.value
  }

  @inline(__always)
  mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ attributes: UInt32, hash: UInt64) -> ShapedWord? {
    words.find(hash) { _ in
      1
    } where: { word in
      word.packedAttributes == attributes && word.says(bytes)
    }
  }

  mutating func insert(_ word: ShapedWord, hash: UInt64) { words.insert(word, hash, cost: 1) }
}
