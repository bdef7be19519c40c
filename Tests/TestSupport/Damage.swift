/// Spoils bytes the way that disks, editors and people with bad intentions do, the same way in every run.
public struct Damage: Sendable {
  private var random: SeededRandom
  /// What a parser of this format stumbles over: its brackets, its keywords, its limits.
  private let tokens: [[UInt8]]

  /// Starts from a seed.
  ///
  /// - Parameters:
  ///   - seed: the same seed gives the same damage.
  ///   - tokens: put in here and there; some that trouble every parser come by themselves.
  public init(seed: UInt64, tokens: [String] = []) {
    random = SeededRandom(seed: seed)
    let common = [
      "\0", "\n", "\r\n", "\t", "\u{FEFF}", "\u{202E}", "\u{301}", "😀", "-1", "9999999999999999999", "%s", "../",
    ]
    self.tokens = (tokens + common).map { Array($0.utf8) } + [[0xFF], [0xC3], [0xFF, 0xFE], [0x7F, 0xFF, 0xFF, 0xFF]]
  }

  /// Bytes with one to eight things wrong.
  public mutating func apply(to whole: [UInt8]) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...8, using: &random) { spoil(&bytes) }
    return bytes
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let range = place..<min(bytes.count, place + Int.random(in: 1...24, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: if !range.isEmpty { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 1: if !range.isEmpty { bytes[place] = UInt8.random(in: .min ... .max, using: &random) }
    case 2: bytes.removeSubrange(range)
    case 3: bytes.insert(contentsOf: bytes[range], at: Int.random(in: 0...bytes.count, using: &random))
    case 4: bytes.insert(contentsOf: random.pick(tokens) ?? [], at: place)
    case 5: bytes.removeSubrange(place...)
    default:
      // Deep nesting: what recursion without a limit dies of.
      let token = random.pick(tokens) ?? []
      let count = Int.random(in: 2...200, using: &random)
      bytes.insert(contentsOf: Array(repeating: token, count: count).joined(), at: place)
    }
  }
}

/// Feeds a parser with spoilt input: it may refuse it, it may read it, it must come back.
///
/// A crash ends the test run with the seed of the round on standard error; `TEST_SEED=…` starts there.
///
/// - Parameters:
///   - name: of the parser, for the message.
///   - seeds: good inputs to spoil; none is an error.
///   - tokens: what the format's parser may stumble over.
///   - rounds: how often; bounded, because this is a test and not a campaign. `FUZZ_ROUNDS=…` sets another number.
///   - parse: reads the bytes; throws whatever `expected` accepts.
///   - expected: whether an error is one the parser should give.
public func fuzz(
  _ name: String, seeds: [[UInt8]], tokens: [String] = [], rounds: Int = 400, parse: ([UInt8]) throws -> Void,
  expected: (any Error) -> Bool
) throws {
  try withEvery("input for \(name)", in: Array(seeds.enumerated())) { place, seed in
    // What is refused whole would be refused spoilt, and the parser's inside never seen.
    try parse(seed)
    try withSeededRandom(count: environmentNumber("FUZZ_ROUNDS") ?? rounds, seed: UInt64(place) << 32) { random in
      var damage = Damage(seed: random.seed, tokens: tokens)
      let bytes = damage.apply(to: seed)
      do {
        try parse(bytes)
      } catch  where expected(error) {
        return
      }
    }
  }
}
