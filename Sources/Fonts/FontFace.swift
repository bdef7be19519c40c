import CHarfBuzz
import Synchronization

/// Where a font comes from.
public enum FontSource: Sendable {
  /// A file, mapped into memory, so that only what is used is read.
  case file(String)
  /// The bytes of a file, and a name for messages.
  case bytes([UInt8], name: String)
}

/// A TrueType font: immutable, shared by all workers.
///
/// All lengths are thousandths of the em, rounded as PDF's `W` array will say them: a line laid out with them is exactly
/// as long as a reader draws it.
///
/// `@unchecked Sendable`: `hb_face_t` and `hb_font_t` are made immutable before the initialiser returns, and HarfBuzz
/// documents immutable objects as safe to use from several threads; the lazily made tables stand behind a lock.
public final class FontFace: @unchecked Sendable {
  let handle: OpaquePointer
  let font: OpaquePointer
  /// The file's name without folder, for messages.
  public let name: String
  /// The PostScript name, as `/BaseFont` wants it.
  public let postScriptName: String
  /// Ascent, heights, box and so on.
  public let metrics: FontMetrics
  /// How many glyphs the font has.
  public let glyphCount: Int
  /// The glyph of U+00AD where the font draws one of its own, so that a hyphen at a line's end extracts as what it is.
  let softHyphen: UInt16?
  private let lazily = Mutex(Lazy())

  private struct Lazy {
    var texts: GlyphTexts?
    var preprocessed: Preprocessed?
    var subsets = 0
  }

  /// Opens a font.
  ///
  /// - Parameters:
  ///   - source: the file or its bytes.
  ///   - package: the Debian package that has it, for the hint when it is missing.
  /// - Throws: `FontError` if it is missing, no TrueType font, or may not be embedded.
  public init(_ source: FontSource, package: String? = nil) throws(FontError) {
    let blob: OpaquePointer?
    switch source {
    case .file(let path):
      name = String(path.split(separator: "/").last ?? "")
      blob = hb_blob_create_from_file_or_fail(path)
    case .bytes(let bytes, let given):
      name = given
      blob = bytes.withUnsafeBytes { raw in
        hb_blob_create_or_fail(
          raw.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(raw.count), HB_MEMORY_MODE_DUPLICATE, nil, nil)
      }
    }
    guard let blob else { throw FontError(problems: [.missing(name, package: package)]) }
    defer { hb_blob_destroy(blob) }
    guard hb_face_count(blob) > 0, let face = hb_face_create(blob, 0), hb_face_get_glyph_count(face) > 0 else {
      throw FontError(problems: [.notAFont(name)])
    }
    handle = face
    font = hb_font_create(face)
    hb_font_set_scale(font, 1000, 1000)
    hb_face_make_immutable(face)
    hb_font_make_immutable(font)
    glyphCount = Int(hb_face_get_glyph_count(face))
    metrics = FontMetrics(face: face, font: font)
    postScriptName = Self.readName(face)
    softHyphen = Self.readSoftHyphen(font)
    let outlines = FontTable(face, "glyf").count > 0
    if !outlines { throw FontError(problems: [.noOutlines(name)]) }
    if !metrics.permitsEmbedding { throw FontError(problems: [.embeddingForbidden(name)]) }
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(handle)
  }

  /// The glyph the font's `cmap` gives a character; nil where it has none.
  public func glyph(for scalar: Unicode.Scalar) -> UInt16? {
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0, glyph != 0 else { return nil }
    return UInt16(truncatingIfNeeded: glyph)
  }

  /// The advance of a glyph, in thousandths of the em.
  public func advance(of glyph: UInt16) -> Int32 {
    hb_font_get_glyph_h_advance(font, hb_codepoint_t(glyph))
  }

  /// What the glyph stands for wherever it is drawn; nil for glyphs only a context gives a meaning.
  ///
  /// A ligature stands for several characters. The answer depends on the font alone, never on a document.
  public func text(of glyph: UInt16) -> String? { texts[glyph] }

  var texts: GlyphTexts {
    lazily.withLock { lazy in
      if let texts = lazy.texts { return texts }
      let texts = GlyphTexts(face: handle, font: font, softHyphen: softHyphen)
      lazy.texts = texts
      return texts
    }
  }

  /// What to cut a subset from: preprocessing costs as much as twenty subsets, so it waits until there were as many.
  func subsetSource() -> Preprocessed {
    lazily.withLock { lazy in
      if let source = lazy.preprocessed { return source }
      lazy.subsets += 1
      guard lazy.subsets > 20 else { return Preprocessed(handle: hb_face_reference(handle)) }
      let source = Preprocessed(handle: hb_subset_preprocess(handle))
      lazy.preprocessed = source
      return source
    }
  }

  private static func readName(_ face: OpaquePointer) -> String {
    var bytes = [CChar](repeating: 0, count: 128)
    var count = UInt32(bytes.count)
    hb_ot_name_get_utf8(face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &count, &bytes)
    return String(decoding: bytes.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func readSoftHyphen(_ font: OpaquePointer) -> UInt16? {
    var own: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, 0xAD, &own) != 0 else { return nil }
    for other: hb_codepoint_t in [0x2D, 0x2010, 0x2011] {
      var glyph: hb_codepoint_t = 0
      if hb_font_get_nominal_glyph(font, other, &glyph) != 0, glyph == own { return nil }
    }
    return hb_font_get_glyph_h_advance(font, own) > 0 ? UInt16(truncatingIfNeeded: own) : nil
  }
}

/// A face that subsets are cut from; immutable, hence `@unchecked Sendable` as `FontFace` is.
final class Preprocessed: @unchecked Sendable {
  let handle: OpaquePointer?

  init(handle: OpaquePointer?) { self.handle = handle }

  deinit { hb_face_destroy(handle) }
}
