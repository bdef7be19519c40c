import CDeflate

/// A PNG taken apart: what its header says, its compressed rows, and what else was in it.
///
/// Follows ISO/IEC 15948 (PNG, third edition) as far as a picture needs it; no pixel is decoded here.
struct PNGFile {
  /// The eight bytes every PNG begins with.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// What a pixel is made of (table 11.1).
  enum ColourType: Int {
    case gray = 0
    case rgb = 2
    case indexed = 3
    case grayAlpha = 4
    case rgbAlpha = 6

    /// Samples a pixel.
    var channels: Int {
      switch self {
      case .gray, .indexed: 1
      case .grayAlpha: 2
      case .rgb: 3
      case .rgbAlpha: 4
      }
    }

    /// The bit depths allowed.
    var depths: [Int] {
      switch self {
      case .gray: [1, 2, 4, 8, 16]
      case .indexed: [1, 2, 4, 8]
      case .rgb, .grayAlpha, .rgbAlpha: [8, 16]
      }
    }
  }

  private(set) var width = 0
  private(set) var height = 0
  private(set) var depth = 0
  private(set) var colourType = ColourType.gray
  private(set) var isInterlaced = false
  /// RGB triplets.
  private(set) var palette: [UInt8] = []
  /// The transparency chunk's content.
  private(set) var transparency: [UInt8] = []
  /// Where the `IDAT` chunks' contents lie: joined, one zlib stream.
  private(set) var rows: [Range<Int>] = []
  /// How many bytes they are.
  private(set) var rowBytes = 0
  /// The first two bytes of the stream.
  private var rowsHeader: [UInt8] = []
  /// What is in the file beside the picture.
  private(set) var extras: Set<HiddenData> = []

  /// Whether the rows go into a PDF as they are.
  var isDirect: Bool {
    guard !isInterlaced, depth <= 8 else { return false }
    switch colourType {
    case .gray, .rgb: return transparency.isEmpty
    case .indexed: return transparency.allSatisfy { $0 == 255 }
    case .grayAlpha, .rgbAlpha: return false
    }
  }

  /// Takes a file apart.
  init(_ bytes: [UInt8], pixelLimit: Int) throws(FormatFault) {
    var offset = PNGFile.signature.count
    var stage = Stage.start
    while true {
      guard let length = bytes.bigEndian32(at: offset), length <= bytes.count - offset - 12 else {
        throw .damaged(.endsEarly)
      }
      let body = (offset + 8)..<(offset + 8 + length)
      let name = bytes[(offset + 4)..<(offset + 8)]
      let isSound = PNGFile.checksum(bytes, (offset + 4)..<body.upperBound) == bytes.bigEndian32(at: body.upperBound)
      offset = body.upperBound + 4
      let isCritical = (name.first ?? 0) & 0x20 == 0
      guard isSound || !isCritical else { throw .damaged(.checksum) }
      guard isSound else { continue }
      try take(String(decoding: name, as: UTF8.self), bytes[body], isCritical, &stage, pixelLimit)
      if stage == .end { break }
    }
    if offset < bytes.count { extras.insert(.trailing) }
    try checkRows()
  }

  private enum Stage {
    case start, header, rows, afterRows, end
  }

  private mutating func take(
    _ name: String, _ body: ArraySlice<UInt8>, _ isCritical: Bool, _ stage: inout Stage, _ pixelLimit: Int
  ) throws(FormatFault) {
    // Apple's private variant comes before the header; its rows are no zlib stream.
    guard name != "CgBI" else { throw .unsupported(.appleApps) }
    guard (stage == .start) == (name == "IHDR") else { throw .damaged(.order) }
    if stage == .rows, name != "IDAT" { stage = .afterRows }
    switch name {
    case "IHDR":
      try readHeader(body, pixelLimit)
      stage = .header
    case "PLTE":
      guard stage == .header, palette.isEmpty, !body.isEmpty, body.count % 3 == 0, body.count <= 768 else {
        throw .damaged(.palette)
      }
      palette = Array(body)
    case "tRNS":
      guard stage == .header, transparency.isEmpty, body.count <= 256 else { return }
      transparency = Array(body)
    case "IDAT":
      guard stage == .header || stage == .rows else { throw .damaged(.order) }
      stage = .rows
      take(rows: body)
    case "IEND": stage = .end
    default:
      guard !isCritical else { throw .unsupported(.extended) }
      note(name, body)
    }
  }

  private mutating func take(rows body: ArraySlice<UInt8>) {
    guard !body.isEmpty else { return }
    rows.append(body.startIndex..<body.endIndex)
    rowBytes += body.count
    if rowsHeader.count < 2 { rowsHeader += body.prefix(2 - rowsHeader.count) }
  }

  private mutating func readHeader(_ body: ArraySlice<UInt8>, _ pixelLimit: Int) throws(FormatFault) {
    let start = body.startIndex
    guard body.count == 13, let width = body.bigEndian32(at: start), let height = body.bigEndian32(at: start + 4),
      (1..<(1 << 31)).contains(width), (1..<(1 << 31)).contains(height),
      let colourType = ColourType(rawValue: Int(body[start + 9])),
      colourType.depths.contains(Int(body[start + 8])), body[start + 10] == 0, body[start + 11] == 0,
      body[start + 12] <= 1
    else { throw .damaged(.header) }
    guard width <= pixelLimit / height else {
      throw .tooManyPixels(width: width, height: height, limit: pixelLimit)
    }
    (self.width, self.height, self.colourType) = (width, height, colourType)
    depth = Int(body[start + 8])
    isInterlaced = body[start + 12] == 1
  }

  private mutating func note(_ name: String, _ body: ArraySlice<UInt8>) {
    switch name {
    case "tEXt", "zTXt":
      // The keyword says what the text is; editors keep Exif, IPTC and XMP there too.
      extras.insert(body.starts(with: Array("Raw profile type".utf8)) ? .camera : .comment)
    case "iTXt": extras.insert(body.starts(with: Array("XML:com.adobe.xmp".utf8)) ? .xmp : .comment)
    case "tIME": extras.insert(.time)
    case "eXIf": extras.formUnion(ExifBlock(body).extras)
    case "iCCP": if !HiddenData.namesStandardColours(body.prefix(80)) { extras.insert(.colourProfile) }
    case "acTL": extras.insert(.animation)
    case "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "hIST", "sPLT", "fcTL", "fdAT": break
    default: extras.insert(.other)
    }
  }

  /// What can be told about the compressed rows without decompressing them.
  private func checkRows() throws(FormatFault) {
    guard colourType != .indexed || !palette.isEmpty else { throw .damaged(.noPalette) }
    guard colourType != .indexed || palette.count / 3 <= 1 << depth else {
      throw .damaged(.palette)
    }
    guard rowBytes > 6, rowsHeader[0] & 0x0F == 8, rowsHeader[1] & 0x20 == 0,
      (Int(rowsHeader[0]) << 8 | Int(rowsHeader[1])) % 31 == 0
    else { throw .damaged(.compression) }
    // Deflate never packs more than 1,032 bytes into one: fewer bytes than that cannot be the picture announced.
    let unpackedRow = (width * colourType.channels * depth + 7) / 8 + 1
    guard isInterlaced || rowBytes >= unpackedRow * height / 1_032 else { throw .damaged(.pixelsMissing) }
    // It hardly makes anything longer: what takes more than the pixels and as much again unpacks to more than a picture.
    guard rowBytes <= unpackedRow * height * 2 + 1_024 else { throw .damaged(.compression) }
  }

  /// Unpacks the compressed rows to see whether they are as much as the header announces, no less and no more.
  ///
  /// It takes four milliseconds for a telephone's screenshot, several times what everything else takes that becomes of
  /// it. Interlaced rows are not looked at: they are decoded anyway.
  ///
  /// - Parameter pixelLimit: larger pictures are not looked at.
  func checkUnpackedRows(of bytes: [UInt8], pixelLimit: Int) throws(FormatFault) {
    guard !isInterlaced, width <= pixelLimit / height else { return }
    let wanted = ((width * colourType.channels * depth + 7) / 8 + 1) * height
    let packed = rows.count == 1 ? bytes[rows[0]] : rows.reduce(into: []) { $0 += bytes[$1] }
    guard let decompressor = libdeflate_alloc_decompressor() else { throw .unsupported(.memory) }
    defer { libdeflate_free_decompressor(decompressor) }
    var (status, count) = (LIBDEFLATE_BAD_DATA, 0)
    // Some programs write a few bytes too many, which every viewer passes over.
    let room = wanted + Self.excess
    _ = [UInt8](unsafeUninitializedCapacity: room) { target, used in
      packed.withUnsafeBytes { source in
        status = libdeflate_zlib_decompress(
          decompressor, source.baseAddress, source.count, target.baseAddress, room, &count)
      }
      used = status == LIBDEFLATE_SUCCESS ? count : 0
    }
    guard status == LIBDEFLATE_SUCCESS else {
      throw .damaged(status == LIBDEFLATE_INSUFFICIENT_SPACE ? .pixelsTooMany : .compression)
    }
    guard count >= wanted else { throw .damaged(.pixelsCut) }
  }

  /// So many unpacked bytes more than the picture has are passed over.
  private static let excess = 4_096

  private static func checksum(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { buffer in
      Int(libdeflate_crc32(0, UnsafeRawBufferPointer(rebasing: buffer[range]).baseAddress, range.count))
    }
  }
}
