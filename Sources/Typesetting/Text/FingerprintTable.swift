/// A bounded memory of objects found by a fingerprint, which lies beside the object's place, so that a search that fails reads no
/// object.
///
/// Two generations: what is found in the old one moves to the young one; when the young one is full it becomes the old
/// one, and the old one goes. No order to maintain, at most twice the limit in memory.
struct FingerprintTable<Value: AnyObject> {
  private var young = Generation()
  private var old = Generation()
  private var cost = 0
  /// The cost a generation may have.
  let limit: Int

  init(limit: Int) { self.limit = limit }

  /// How many objects are held.
  var count: Int { young.count + old.count }

  /// The object with this fingerprint that is the one wanted.
  ///
  /// - Parameters:
  ///   - cost: what the object counts against the limit.
  ///   - isWanted: whether an object with the same fingerprint is it.
  @inline(__always)
  mutating func find(_ fingerprint: UInt64, cost: (Value) -> Int, where isWanted: (Value) -> Bool) -> Value? {
    if let value = young.find(fingerprint, where: isWanted) { return value }
    guard let value = old.find(fingerprint, where: isWanted) else { return nil }
    insert(value, fingerprint, cost: cost(value))
    return value
  }

  mutating func insert(_ value: Value, _ fingerprint: UInt64, cost: Int) {
    if self.cost + cost > limit, young.count > 0 {
      swap(&young, &old)
      young.clear()
      self.cost = 0
    }
    young.insert(value, fingerprint)
    self.cost += cost
  }

  /// Open addressing; a fingerprint of 0 marks a free slot.
  private struct Generation {
    /// An object beside its fingerprint: what is found is reached by waiting for memory once less.
    private struct Slot {
      var fingerprint: UInt64 = 0
      var value: Value?
    }

    private var slots = ContiguousArray<Slot>(repeating: Slot(), count: 64)
    private(set) var count = 0

    @inline(__always)
    private func marked(_ fingerprint: UInt64) -> UInt64 { fingerprint == 0 ? 1 : fingerprint }

    @inline(__always)
    func find(_ fingerprint: UInt64, where isWanted: (Value) -> Bool) -> Value? {
      let wanted = marked(fingerprint)
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: wanted) & mask
      while slots[place].fingerprint != 0 {
        if slots[place].fingerprint == wanted, let value = slots[place].value, isWanted(value) { return value }
        place = (place + 1) & mask
      }
      return nil
    }

    mutating func insert(_ value: Value, _ fingerprint: UInt64) {
      if 2 * (count + 1) > slots.count { grow() }
      put(value, marked(fingerprint))
      count += 1
    }

    private mutating func put(_ value: Value, _ fingerprint: UInt64) {
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: fingerprint) & mask
      while slots[place].fingerprint != 0 { place = (place + 1) & mask }
      slots[place] = Slot(fingerprint: fingerprint, value: value)
    }

    private mutating func grow() {
      let known = slots
      slots = ContiguousArray(repeating: Slot(), count: 2 * known.count)
      for slot in known {
        if let value = slot.value { put(value, slot.fingerprint) }
      }
    }

    mutating func clear() {
      for place in slots.indices where slots[place].fingerprint != 0 { slots[place] = Slot() }
      count = 0
    }
  }
}
