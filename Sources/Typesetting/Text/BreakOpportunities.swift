import Hyphenation

/// Where a word may end a line, found from its characters alone (hyphenation apart).
struct BreakOpportunities {
  /// A place, as UTF-8 offset in the word.
  struct Place {
    var offset: Int
    var kind: Breakpoint.Kind
    var penalty: Double
    var replacement: HyphenationPoint.Replacement?

    init(_ offset: Int, _ kind: Breakpoint.Kind, _ penalty: Double) {
      self.offset = offset
      self.kind = kind
      self.penalty = penalty
    }
  }

  static let hyphenPenalty = 50.0
  static let dashPenalty = 40.0
  static let slashPenalty = 60.0
  static let addressPenalty = 120.0

  private struct Character {
    var scalar: Unicode.Scalar
    var offset: Int
    var isLetter: Bool
    var isDigit: Bool { (0x30...0x39).contains(scalar.value) }
  }

  private let characters: [Character]
  private let length: Int

  init(_ text: String) {
    var characters: [Character] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      characters.append(Character(scalar: scalar, offset: offset, isLetter: Self.isLetter(scalar)))
      offset += UTF8.width(scalar)
    }
    self.characters = characters
    length = offset
  }

  /// The soft hyphens and zero-width spaces in the text.
  var invited: [Place] {
    characters.compactMap { character in
      let after = character.offset + UTF8.width(character.scalar)
      guard character.offset > 0, after < length else { return nil }
      if character.scalar.value == 0xAD { return Place(after, .hyphen, Self.hyphenPenalty) }
      if character.scalar.value == 0x200B { return Place(after, .token, 0) }
      return nil
    }
  }

  /// Whether the word is an address on the Internet, a path, a hash: something no dictionary divides.
  var isToken: Bool {
    if characters.count > 30, !characters.contains(where: { $0.scalar == "-" || $0.scalar.value > 0x2000 }) {
      let digits = characters.count { $0.isDigit }
      if digits > 3 { return true }
    }
    var previous: Unicode.Scalar = " "
    var beforePrevious: Unicode.Scalar = " "
    for (index, character) in characters.enumerated() {
      if character.scalar == "/", previous == "/", beforePrevious == ":" { return true }
      if character.scalar == "@", index > 0, index + 1 < characters.count { return true }
      if character.scalar == "_", index > 0, index + 1 < characters.count { return true }
      beforePrevious = previous
      previous = character.scalar
    }
    return characters.count > 4 && characters.prefix(4).map(\.scalar) == ["w", "w", "w", "."]
  }

  /// After hyphens, dashes and slashes between words: `Datenschutz-|Grundverordnung`, `und/|oder`, never `C-252/21`.
  var dashes: [Place] {
    guard characters.count > 4 else { return [] }
    var places: [Place] = []
    for index in 1..<(characters.count - 1) {
      let sign = characters[index].scalar.value
      guard sign == 0x2D || sign == 0x2010 || sign == 0x2F || sign == 0x2013 || sign == 0x2014 else { continue }
      guard letters(before: index) >= 2, letters(after: index) >= 2 else { continue }
      let offset = characters[index + 1].offset
      places.append(
        sign == 0x2F ? Place(offset, .token, Self.slashPenalty) : Place(offset, .dash, Self.dashPenalty))
    }
    return places
  }

  /// Within an address: after slashes, hyphens and the like, before full stops; not near its ends.
  var address: [Place] {
    var places: [Place] = []
    for index in characters.indices.dropFirst(4).dropLast(3) {
      let before = characters[index - 1].scalar
      let here = characters[index].scalar
      switch before {
      case ":" where here != "/":
        places.append(Place(characters[index].offset, .token, Self.slashPenalty))
      case "/" where here != "/", "?", "&", "=", "#", "-", "_", ";", ",":
        places.append(Place(characters[index].offset, .token, Self.addressPenalty))
      default:
        if here == "." || here == "@" || here == "%" {
          places.append(Place(characters[index].offset, .token, Self.addressPenalty * 1.5))
        }
      }
    }
    return places
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    // Most are of ASCII, and the tables of Unicode are slow.
    scalar.isASCII ? (0x41...0x5A).contains(scalar.value & 0xDF) : scalar.properties.isAlphabetic
  }

  private func letters(before index: Int) -> Int {
    var count = 0
    while index - count > 0, characters[index - count - 1].isLetter { count += 1 }
    return count
  }

  private func letters(after index: Int) -> Int {
    var count = 0
    while index + count + 1 < characters.count, characters[index + count + 1].isLetter { count += 1 }
    return count
  }
}
