import CHarfBuzz

extension FontLibrary {
  /// Cuts a subset of a face as TrueType bytes, not deflated.
  ///
  /// Glyph numbers stay what they are, so that `CIDToGIDMap` is `Identity`; deflated, that costs next to nothing.
  /// The bytes depend on the face and the set of glyphs alone.
  ///
  /// - Parameters:
  ///   - face: the face.
  ///   - glyphs: the glyphs to keep; `.notdef` and parts of composite glyphs are kept besides.
  /// - Throws: `FontError` if the font is damaged.
  public func subset(_ face: FaceID, glyphs: GlyphSet) throws(FontError) -> [UInt8] {
    let source = self[face]
    guard let input = hb_subset_input_create_or_fail() else { throw FontError(problems: [.subsetFailed(source.name)]) }
    defer { hb_subset_input_destroy(input) }
    let kept = hb_subset_input_glyph_set(input)
    hb_set_add(kept, 0)
    for glyph in glyphs.glyphs { hb_set_add(kept, hb_codepoint_t(glyph)) }
    hb_subset_input_set_flags(
      input,
      HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
        | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    // glyphs come shaped and named by number: nothing looks letters up or shapes again. OS/2, name and post stay, or
    // readers call the font broken
    for tag in ["GSUB", "GPOS", "GDEF", "cmap", "kern", "gasp", "DSIG"] {
      hb_set_add(dropped, hb_tag_from_string(tag, 4))
    }
    let from = source.subsetSource()
    guard let face = hb_subset_or_fail(from.handle, input) else {
      throw FontError(problems: [.subsetFailed(source.name)])
    }
    defer { hb_face_destroy(face) }
    let blob = hb_face_reference_blob(face)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length), length > 0 else {
      throw FontError(problems: [.subsetFailed(source.name)])
    }
    return [UInt8](UnsafeRawBufferPointer(start: data, count: Int(length)))
  }
}
