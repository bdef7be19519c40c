/// Numbers that repeat: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What differs between two people: everything a matter asks for.
///
/// No two iterations share it.
struct Persons {
  private static let syllables = [
    "ber", "ka", "lin", "mo", "tha", "ssen", "grü", "der", "wal", "ni", "ros", "ta", "el", "hof", "schä", "fer", "bö",
    "ckel", "dor", "mann", "ei", "chen", "stra", "vo", "gel",
  ]
  private static let words = [
    "ich", "habe", "meine", "Beiträge", "für", "Freunde", "geschrieben", "und", "nicht", "für", "fremde", "Systeme",
    "darin", "geht", "es", "um", "die", "Pflege", "meiner", "Mutter", "und", "um", "einen", "Streit", "im", "Verein",
    "den", "ich", "längst", "beigelegt", "glaube", "auf", "den", "Bildern", "sind", "Kinder", "aus", "der",
    "Nachbarschaft", "zu", "sehen", "deren", "Eltern", "mir", "vertrauen", "beruflich", "berate", "ich", "Menschen",
    "in", "Notlagen", "die", "sich", "auf", "meine", "Verschwiegenheit", "verlassen",
  ]

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func name() -> String {
    let count = Int.random(in: 2...4, using: &generator)
    let text = (0..<count).map { _ in pick(Self.syllables) }.joined()
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// 30 to 200 words in sentences.
  mutating func grounds() -> String {
    var left = number(30...200)
    var sentences: [String] = []
    while left > 0 {
      let count = min(left, number(6...16))
      let text = (0..<count).map { _ in pick(Self.words) }.joined(separator: " ")
      sentences.append(text.prefix(1).uppercased() + text.dropFirst() + ".")
      left -= count
    }
    return sentences.joined(separator: " ")
  }

  private mutating func pick(_ list: [String]) -> String {
    // The lists above are not empty.
    list[Int.random(in: 0..<list.count, using: &generator)]
  }
}
