import Matter

/// Makes foreign text printable without hiding what it held.
///
/// What no font shows, control characters and private-use characters stand as `[U+1F44D]`; characters without any
/// look, with which senders pad their mails, are left out and counted.
struct ShowableText {
  /// Whether some font has a glyph.
  let canShow: @Sendable (Unicode.Scalar) -> Bool
  /// How many characters stand as their code point.
  private(set) var replaced = 0
  /// How many invisible characters were left out.
  private(set) var leftOut = 0

  init(canShow: @escaping @Sendable (Unicode.Scalar) -> Bool) { self.canShow = canShow }

  /// One line: no character of the result ends a line.
  mutating func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.composed.unicodeScalars {
      switch look(of: scalar) {
      case .itself: result.append(scalar)
      case .space: result.append(" ")
      case .tab: result.append(contentsOf: "    ".unicodeScalars)
      case .nothing: leftOut += 1
      case .code:
        replaced += 1
        result.append(contentsOf: ShowableText.code(of: scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  /// `[U+1F44D]`.
  static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
  }

  private enum Look {
    case itself, space, tab, nothing, code
  }

  private func look(of scalar: Unicode.Scalar) -> Look {
    switch scalar.value {
    case 0x20...0x7E: .itself
    case 0x09: .tab
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: .space
    case 0x00...0x1F, 0x7F...0x9F: .code
    // U+FFFD would look like a character of the mail; noncharacters and private use have no meaning to print.
    case 0xFFFD, 0xFFF9...0xFFFB, 0xE000...0xF8FF, 0xF0000...0x10FFFF: .code
    // Marks that turn the direction of what follows can make a line read otherwise than it was written.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .code
    case 0xAD, 0x034F, 0x180E, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF: .nothing
    case 0xA0, 0x2007, 0x202F: canShow(scalar) ? .itself : .space
    case 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: canShow(scalar) ? .itself : .space
    default:
      // Tag characters complete flags; without their base they have no look.
      (0xE0000...0xE007F).contains(scalar.value) ? .nothing : canShow(scalar) ? .itself : .code
    }
  }
}

extension String {
  /// At most so many characters, and whether there were more.
  func bounded(to limit: Int) -> (text: String, isCut: Bool) {
    guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end != endIndex else {
      return (self, false)
    }
    return (String(self[..<end]), true)
  }
}
