import CHarfBuzz

/// What each glyph of a font stands for, as far as the font alone decides it: its `cmap` read backwards, and ligatures.
final class GlyphTexts: Sendable {
  private let single: [UInt32]
  private let ligatures: [UInt16: String]

  /// Letter sequences that text fonts join by default.
  static let joined = [
    "ff", "fi", "fl", "fj", "fb", "fh", "fk", "ft", "ffi", "ffl", "ffj", "ffb", "ffh", "ffk", "fft", "tt", "ti", "tf",
    "tti", "ttf",
  ]

  init(face: OpaquePointer, font: OpaquePointer, softHyphen: UInt16?) {
    let count = Int(hb_face_get_glyph_count(face))
    var single = [UInt32](repeating: 0, count: count)
    let set = hb_set_create()
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    var scalar = hb_codepoint_t.max
    while hb_set_next(set, &scalar) != 0 {
      // ligatures that have a code point of their own stand for their letters all the same
      if (0xFB00...0xFB06).contains(scalar) { continue }
      var glyph: hb_codepoint_t = 0
      guard hb_font_get_nominal_glyph(font, scalar, &glyph) != 0, glyph > 0, Int(glyph) < count else { continue }
      // several characters may share a glyph: the first is the commoner one, but for these letters
      if single[Int(glyph)] == 0 || Self.preferred.contains(scalar) { single[Int(glyph)] = scalar }
    }
    if let softHyphen { single[Int(softHyphen)] = 0xAD }
    self.single = single
    ligatures = Self.findLigatures(font: font, single: single)
  }

  /// µ is a Greek letter far oftener than a unit, and Đ a Croatian one oftener than an Icelandic.
  private static let preferred: Set<UInt32> = [0x03BC, 0x0110]

  private static func findLigatures(font: OpaquePointer, single: [UInt32]) -> [UInt16: String] {
    var found: [UInt16: String] = [:]
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    for letters in joined {
      hb_buffer_clear_contents(buffer)
      hb_buffer_add_utf8(buffer, letters, -1, 0, -1)
      hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
      hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
      shapeOpenType(font, buffer)
      var count: UInt32 = 0
      guard let infos = hb_buffer_get_glyph_infos(buffer, &count), count == 1 else { continue }
      let glyph = Int(infos[0].codepoint)
      if glyph < single.count, single[glyph] == 0 { found[UInt16(truncatingIfNeeded: glyph)] = letters }
    }
    return found
  }

  /// The text of a glyph; nil where only a context decides.
  subscript(glyph: UInt16) -> String? {
    guard Int(glyph) < single.count else { return nil }
    if let scalar = Unicode.Scalar(single[Int(glyph)]), scalar.value != 0 { return String(Character(scalar)) }
    return ligatures[glyph]
  }

  /// The single character of a glyph without making a string; 0 if there is none.
  func scalar(_ glyph: UInt16) -> UInt32 { Int(glyph) < single.count ? single[Int(glyph)] : 0 }

  /// The ligatures all of whose letters satisfy a condition.
  func ligatures(where included: (Unicode.Scalar) -> Bool) -> [(glyph: UInt16, text: String)] {
    ligatures.filter { $0.value.unicodeScalars.allSatisfy(included) }.sorted { $0.key < $1.key }
      .map { (glyph: $0.key, text: $0.value) }
  }
}

/// Shapes with HarfBuzz's own OpenType shaper: the Graphite engine Debian compiles in would take Gentium over, slowly.
func shapeOpenType(_ font: OpaquePointer, _ buffer: OpaquePointer?) {
  "ot".withCString { name in
    let shapers: [UnsafePointer<CChar>?] = [name, nil]
    shapers.withUnsafeBufferPointer { list in
      _ = hb_shape_full(font, buffer, nil, 0, list.baseAddress)
    }
  }
}
