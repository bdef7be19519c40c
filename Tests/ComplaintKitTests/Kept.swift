import Synchronization

/// What was made once by its name, for tests that run side by side: who needs what another is making waits, nobody else does.
final class Kept<Value: Sendable>: Sendable {
  private final class Place: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private struct Places {
    var byName: [String: Place] = [:]
    var names: [String] = []
  }

  private let places = Mutex(Places())
  private let limit: Int

  /// - Parameter limit: how many are kept; the oldest goes.
  init(limit: Int = .max) { self.limit = limit }

  func value(_ name: String, _ make: () throws -> Value) throws -> Value {
    let place = places.withLock { places in
      if let known = places.byName[name] { return known }
      let new = Place()
      places.byName[name] = new
      places.names.append(name)
      if places.names.count > limit { places.byName[places.names.removeFirst()] = nil }
      return new
    }
    return try place.value.withLock { value in
      if let value { return value }
      let made = try make()
      value = made
      return made
    }
  }
}
