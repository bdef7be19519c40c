/// A bounded cache that forgets what was not asked for lately.
///
/// Two generations: what is found in the old one moves to the young one; when the young one is full it becomes the
/// old one, and the old one goes. No order to maintain, at most twice the limit in memory.
struct GenerationCache<Key: Hashable, Value> {
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]
  private var cost = 0
  /// The cost a generation may have.
  let limit: Int

  init(limit: Int) { self.limit = limit }

  /// How many values are held.
  var count: Int { young.count + old.count }

  mutating func value(_ key: Key, cost: (Value) -> Int = { _ in 1 }) -> Value? {
    if let value = young[key] { return value }
    guard let value = old.removeValue(forKey: key) else { return nil }
    insert(value, for: key, cost: cost(value))
    return value
  }

  mutating func insert(_ value: Value, for key: Key, cost: Int = 1) {
    if self.cost + cost > limit {
      old = young
      young = [:]
      self.cost = 0
    }
    young[key] = value
    self.cost += cost
  }
}
