/// Writes a ToUnicode CMap (ISO 32000-1 9.10.3): which characters each glyph stands for.
public enum ToUnicodeMap {
  /// The stream's bytes, not deflated.
  ///
  /// - Parameter glyphs: each with its text; an empty text is written as U+FFFD, since PDF/A wants every glyph mapped.
  public static func bytes(for glyphs: GlyphSet) -> [UInt8] {
    var out = Array(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """.utf8)
    let all = glyphs.glyphs
    // ISO 32000-1 9.7.5.4: at most 100 entries a block
    for start in stride(from: 0, to: all.count, by: 100) {
      let block = all[start..<min(start + 100, all.count)]
      out += "\(block.count) beginbfchar\n".utf8
      for glyph in block {
        let text = glyphs.text(of: glyph) ?? ""
        out.append(UInt8(ascii: "<"))
        appendHex(glyph, to: &out)
        out += "> <".utf8
        for unit in (text.isEmpty ? "\u{FFFD}" : text).utf16 { appendHex(unit, to: &out) }
        out += ">\n".utf8
      }
      out += "endbfchar\n".utf8
    }
    out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n".utf8
    return out
  }

  private static func appendHex(_ value: UInt16, to out: inout [UInt8]) {
    for shift in stride(from: 12, through: 0, by: -4) {
      let digit = UInt8(value >> UInt16(shift) & 15)
      out.append(digit < 10 ? 48 + digit : 55 + digit)
    }
  }
}
