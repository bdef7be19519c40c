import CHarfBuzz

/// What a font descriptor and a typesetter need to know of a face, in thousandths of the em unless said otherwise.
public struct FontMetrics: Hashable, Sendable {
  /// Units of the em square the font was drawn in.
  public let unitsPerEm: Int
  /// Height above the baseline.
  public let ascent: Int
  /// Depth under the baseline, negative.
  public let descent: Int
  /// Height of a flat capital.
  public let capHeight: Int
  /// Height of a flat small letter.
  public let xHeight: Int
  /// Left edge of the box around all glyphs (`head`).
  public let xMin: Int
  /// Lower edge of the box around all glyphs.
  public let yMin: Int
  /// Right edge of the box around all glyphs.
  public let xMax: Int
  /// Upper edge of the box around all glyphs.
  public let yMax: Int
  /// Slope in degrees counter-clockwise from the vertical: negative for italics.
  public let italicAngle: Double
  /// OS/2 `usWeightClass`: 400 regular, 700 bold.
  public let weight: Int
  /// Thickness of an upright stem, estimated from the weight as PDF writers do.
  public let stemV: Int
  /// Height of an underline's middle, negative under the baseline.
  public let underlinePosition: Int
  /// Thickness of an underline.
  public let underlineThickness: Int
  /// OS/2 `fsType`: the embedding permissions.
  public let embeddingFlags: Int

  /// Whether the licence bits permit embedding a subset: installable, preview or editable; not "restricted" alone,
  /// not "no subsetting", not "bitmaps only".
  public var permitsEmbedding: Bool {
    embeddingFlags & 0x000F != 0x0002 && embeddingFlags & 0x0300 == 0
  }

  init(face: OpaquePointer, font: OpaquePointer) {
    let head = FontTable(face, "head")
    let os2 = FontTable(face, "OS/2")
    let post = FontTable(face, "post")
    let em = max(1, Int(hb_face_get_upem(face)))
    let thousandths = { (units: Int) in (units * 2000 + (units < 0 ? -em : em)) / (2 * em) }
    let metric = { (tag: hb_ot_metrics_tag_t) in
      var position: hb_position_t = 0
      hb_ot_metrics_get_position_with_fallback(font, tag, &position)
      return Int(position)
    }
    unitsPerEm = em
    ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER)
    descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER)
    capHeight = metric(HB_OT_METRICS_TAG_CAP_HEIGHT)
    xHeight = metric(HB_OT_METRICS_TAG_X_HEIGHT)
    underlinePosition = metric(HB_OT_METRICS_TAG_UNDERLINE_OFFSET)
    underlineThickness = metric(HB_OT_METRICS_TAG_UNDERLINE_SIZE)
    xMin = thousandths(head.signed(36))
    yMin = thousandths(head.signed(38))
    xMax = thousandths(head.signed(40))
    yMax = thousandths(head.signed(42))
    // 16.16 fixed point
    italicAngle = Double(post.signed(4)) + Double(post.unsigned(6)) / 65536
    weight = os2.unsigned(4)
    stemV = 50 + weight * weight / 4225
    embeddingFlags = os2.unsigned(8)
  }
}

/// A table of an OpenType file, read big-endian; 0 beyond its end.
struct FontTable {
  private let bytes: [UInt8]

  init(_ face: OpaquePointer, _ tag: String) {
    let blob = hb_face_reference_table(face, hb_tag_from_string(tag, 4))
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    count = Int(length)
    // the tables whose numbers are wanted keep them in their first bytes; `glyf` is only asked for its length
    bytes = [UInt8](UnsafeRawBufferPointer(start: data, count: min(96, Int(length))))
  }

  let count: Int

  func unsigned(_ offset: Int) -> Int {
    offset + 1 < bytes.count ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : 0
  }

  func signed(_ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: unsigned(offset))) }
}
