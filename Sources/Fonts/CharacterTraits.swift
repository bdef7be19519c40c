import CHarfBuzz

/// What shaping has to know of a character, from the Unicode tables inside HarfBuzz.
enum CharacterTraits {
  /// HarfBuzz's own tables are immutable and live as long as the process.
  private static var functions: OpaquePointer? { hb_unicode_funcs_get_default() }

  static func script(_ scalar: Unicode.Scalar) -> hb_script_t {
    let value = scalar.value
    if value < 0x80 {
      let isLetter = (0x41...0x5A).contains(value & ~0x20)
      return isLetter ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON
    }
    return hb_unicode_script(functions, value)
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    let category = hb_unicode_general_category(functions, scalar.value)
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK
      || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK
      || category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) }
    return hb_unicode_general_category(functions, scalar.value) == HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER
  }

  /// Whether the character is invisible and needs no glyph: soft hyphen, joiners, direction marks, variation selectors.
  static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether the character is a space HarfBuzz can make of the font's ordinary one.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
  }

  /// The characters that may be drawn in place of one, the best first.
  static func substitutes(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xAD, 0x2011: ["\u{2010}", "-"]
    case 0x2010: ["-"]
    case 0x2212: ["\u{2013}"]
    default: []
    }
  }

  /// The single character two canonically equivalent ones compose to.
  static func composed(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    var both: hb_codepoint_t = 0
    guard hb_unicode_compose(functions, first.value, second.value, &both) != 0 else { return nil }
    return Unicode.Scalar(both)
  }

  /// The character and mark a composed one stands for.
  static func decomposed(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar)? {
    var first: hb_codepoint_t = 0
    var second: hb_codepoint_t = 0
    guard hb_unicode_decompose(functions, scalar.value, &first, &second) != 0, second != 0 else { return nil }
    guard let base = Unicode.Scalar(first), let mark = Unicode.Scalar(second) else { return nil }
    return (base, mark)
  }
}
