import Foundation

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, and the same on every machine.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  /// What it started from.
  public let seed: UInt64
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// An element; nil of nothing.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &self) }
}

/// Runs a property with a generator and says its seed when it fails.
///
/// The seed is the same in every run, so a failure is one for everybody. `TEST_SEED=…` sets another one, for looking further.
///
/// - Parameters:
///   - count: how many times.
///   - property: throws if it does not hold.
public func withSeededRandom(
  count: Int = 100, seed: UInt64 = 20_250_527, _ property: (inout SeededRandom) throws -> Void
) throws {
  let chosen = environmentNumber("TEST_SEED").map { UInt64($0) }
  for round in 0..<count {
    let roundSeed = (chosen ?? seed) &+ UInt64(round)
    var generator = SeededRandom(seed: roundSeed)
    do {
      try property(&generator)
    } catch {
      throw PropertyFailure(seed: roundSeed, underlying: error)
    }
  }
}

/// A whole number that the environment sets; nil if it sets none.
func environmentNumber(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

/// A property that did not hold, and how to see it again.
public struct PropertyFailure: Error, CustomStringConvertible {
  /// What made the input.
  public var seed: UInt64
  /// What went wrong.
  public var underlying: any Error
  /// One line for people.
  public var description: String { "with TEST_SEED=\(seed): \(underlying)" }
}
