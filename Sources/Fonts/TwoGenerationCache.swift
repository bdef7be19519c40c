/// A bounded cache: when the young half is full the old half is dropped; what is used again becomes young again.
struct TwoGenerationCache<Key: Hashable, Value> {
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]
  private let half: Int

  /// Makes a cache of at most `limit` entries.
  init(limit: Int) { half = max(1, limit / 2) }

  subscript(key: Key) -> Value? {
    mutating get {
      if let value = young[key] { return value }
      guard let value = old[key] else { return nil }
      insert(value, for: key)
      return value
    }
    set {
      if let newValue { insert(newValue, for: key) }
    }
  }

  var count: Int { young.count + old.count }

  private mutating func insert(_ value: Value, for key: Key) {
    if young.count >= half {
      old = young
      young = [:]
    }
    young[key] = value
  }
}
