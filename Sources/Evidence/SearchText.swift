/// A text as the search for what is to be blacked out sees it: letters of one case, escapes undone, line wraps as one.
///
/// Each unit knows which scalars of the text it stands for, so that exactly these can be blacked out.
struct SearchText {
  /// What a search compares.
  enum Unit: Hashable {
    /// A letter, digit or sign, its case folded.
    case sign(Unicode.Scalar)
    /// A blank that is no line's end.
    case blank
    /// A line's end with the blanks and marks of quoting around it.
    case wrap
  }

  private(set) var units: [Unit] = []
  /// The scalars each unit stands for.
  private(set) var places: [Range<Int>] = []

  /// - Parameter isQuotedPrintable: whether `=C3=BC` stands for a letter, and `=` at a line's end for nothing
  ///   (RFC 2045, 6.7).
  init(_ scalars: [Unicode.Scalar], isQuotedPrintable: Bool = false) {
    units.reserveCapacity(scalars.count)
    places.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      let quoted = isQuotedPrintable && scalars[place] == "=" ? Self.quotedPrintable(scalars, at: place) : nil
      let (decoded, end) = quoted ?? Self.decoded(scalars, at: place)
      for scalar in decoded { add(scalar, place..<end) }
      place = end
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
      // What stands before the line's end as blanks belongs to the wrap, and so do further line ends.
      var start = place.lowerBound
      while let last = units.last, last == .blank || last == .wrap {
        start = places.removeLast().lowerBound
        units.removeLast()
      }
      units.append(.wrap)
      places.append(start..<place.upperBound)
    case let value where units.last == .wrap && (value == 0x3E || scalar.isBlank):
      places[places.count - 1] = places[places.count - 1].lowerBound..<place.upperBound
    case _ where scalar.isBlank:
      units.append(.blank)
      places.append(place)
    default:
      if scalar.properties.isDefaultIgnorableCodePoint { return }
      for folded in Self.folded(scalar) {
        units.append(.sign(folded))
        places.append(place)
      }
    }
  }

  /// A scalar without case, ligature and typographic shape.
  static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x41...0x5A: [Unicode.Scalar(UInt8(scalar.value) + 0x20)]
    case 0x21...0x7E: [scalar]
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC: ["'"]
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2033: ["\""]
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: ["-"]
    // Full-width forms of ASCII.
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map(folded) ?? [scalar]
    // Upper case first: it takes ligatures and the sharp s apart.
    default: scalar.properties.uppercaseMapping.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
    }
  }

  // MARK: Escapes

  /// What stands at a place, an escape undone, and where the next one begins.
  private static func decoded(_ scalars: [Unicode.Scalar], at place: Int) -> ([Unicode.Scalar], Int) {
    switch scalars[place] {
    case "%": return bytes(scalars, at: place, mark: ["%"]) ?? ([scalars[place]], place + 1)
    case "\\": return backslash(scalars, at: place) ?? ([scalars[place]], place + 1)
    case "&": return reference(scalars, at: place) ?? ([scalars[place]], place + 1)
    default: return ([scalars[place]], place + 1)
    }
  }

  /// Bytes written in hexadecimal, `%C3%BC` or `\u00c3\u00bc`, that are the UTF-8 of one scalar.
  private static func bytes(
    _ scalars: [Unicode.Scalar], at place: Int, mark: [Unicode.Scalar]
  ) -> ([Unicode.Scalar], Int)? {
    var (bytes, end): ([UInt8], Int) = ([], place)
    while bytes.count < 4, scalars.count - end >= mark.count + 2, scalars[end..<(end + mark.count)].elementsEqual(mark),
      let value = hexadecimal(scalars[(end + mark.count)..<(end + mark.count + 2)])
    {
      bytes.append(UInt8(value))
      end += mark.count + 2
      if let text = String(validating: bytes, as: UTF8.self) { return (Array(text.unicodeScalars), end) }
    }
    return nil
  }

  /// Whether something stands there that would be another in quoted-printable.
  static func holdsQuotedPrintable(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.indices.contains { scalars[$0] == "=" && quotedPrintable(scalars, at: $0) != nil }
  }

  /// What a `=` begins.
  private static func quotedPrintable(_ scalars: [Unicode.Scalar], at place: Int) -> ([Unicode.Scalar], Int)? {
    var end = place + 1
    while end < scalars.count, scalars[end].isBlank || scalars[end] == "\r" { end += 1 }
    if end < scalars.count, scalars[end] == "\n" {
      end += 1
      // Where it is quoted, the mark is not the text's.
      while end < scalars.count, scalars[end] == ">" {
        end += end + 1 < scalars.count && scalars[end + 1] == " " ? 2 : 1
      }
      return ([], end)
    }
    if let text = bytes(scalars, at: place, mark: ["="]) { return text }
    // A letter of Latin-1.
    guard place + 3 <= scalars.count, let value = hexadecimal(scalars[(place + 1)..<(place + 3)]), value >= 0xA0 else {
      return nil
    }
    return Unicode.Scalar(value).map { ([$0], place + 3) }
  }

  /// JSON's escapes.
  private static func backslash(_ scalars: [Unicode.Scalar], at place: Int) -> ([Unicode.Scalar], Int)? {
    guard place + 1 < scalars.count else { return nil }
    switch scalars[place + 1] {
    case "/", "\"", "\\": return ([scalars[place + 1]], place + 2)
    case "n", "r", "t": return ([scalars[place + 1] == "t" ? "\t" : "\n"], place + 2)
    case "u": break
    default: return nil
    }
    // Some exports write the bytes of UTF-8 as if each were a letter.
    if let text = bytes(scalars, at: place, mark: ["\\", "u", "0", "0"]), text.0 != [] { return text }
    guard let first = unit(scalars, at: place) else { return nil }
    if let scalar = Unicode.Scalar(first) { return ([scalar], place + 6) }
    guard (0xD800..<0xDC00).contains(first), let second = unit(scalars, at: place + 6),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
    else { return nil }
    return ([scalar], place + 12)
  }

  private static func unit(_ scalars: [Unicode.Scalar], at place: Int) -> UInt32? {
    guard place + 6 <= scalars.count, scalars[place] == "\\", scalars[place + 1] == "u" else { return nil }
    return hexadecimal(scalars[(place + 2)..<(place + 6)])
  }

  /// HTML's character references.
  private static func reference(_ scalars: [Unicode.Scalar], at place: Int) -> ([Unicode.Scalar], Int)? {
    let isNumber = place + 1 < scalars.count && scalars[place + 1] == "#"
    var end = place + (isNumber ? 2 : 1)
    while end < min(place + 12, scalars.count), scalars[end].isASCII,
      scalars[end].properties.isAlphabetic
        || scalars[end].properties.numericType == .decimal
    {
      end += 1
      // As viewers read it, a number ends where its digits do, with its mark or without.
      if isNumber, end < scalars.count, !Self.isDigit(scalars[end], ofHexadecimal: scalars[place + 2]) { break }
    }
    let isMarked = end < scalars.count && scalars[end] == ";"
    guard isMarked || isNumber else { return nil }
    let name = String(String.UnicodeScalarView(scalars[place..<end])) + ";"
    let text = HTMLEntities.decoded(name)
    // What stands for no letter is what it looks like.
    guard text != name, !text.unicodeScalars.contains("\u{FFFD}") else { return nil }
    return (Array(text.unicodeScalars), isMarked ? end + 1 : end)
  }

  /// Whether a number goes on, hexadecimal where it began with `x`.
  private static func isDigit(_ scalar: Unicode.Scalar, ofHexadecimal first: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39: true
    case 0x41...0x46, 0x61...0x66: first == "x" || first == "X"
    default: false
    }
  }

  private static func hexadecimal(_ digits: ArraySlice<Unicode.Scalar>) -> UInt32? {
    var value: UInt32 = 0
    for digit in digits {
      switch digit.value {
      case 0x30...0x39: value = value << 4 | (digit.value - 0x30)
      case 0x41...0x46: value = value << 4 | (digit.value - 0x37)
      case 0x61...0x66: value = value << 4 | (digit.value - 0x57)
      default: return nil
      }
    }
    return value
  }
}

extension Unicode.Scalar {
  /// A space of any width, or a tab.
  fileprivate var isBlank: Bool { self == "\t" || properties.generalCategory == .spaceSeparator }
}
