import Digests
import Document
import Storage

/// A picture ready for a figure, and what was left out of it.
struct Picture {
  var image: Image
  var extras: Set<HiddenData>
  /// How many areas of it are blacked out.
  var areas = 0
  /// Whether it has fewer pixels than the original.
  var isScaledDown = false
}

/// Turns PNG and JPEG files into pictures a PDF takes, without recompression wherever that is possible.
struct PictureReader {
  let limits: EvidenceLimits
  /// Where decoded pictures go.
  let keep: Keeper
  /// How far pictures are scaled down.
  var reduction: PictureReduction?
  /// Whether rows that go in as they are are unpacked to see that they are the whole picture.
  var unpacksRows = false

  /// The most parts of a file that are copied one by one; a file cut into more of them is kept as a copy.
  private static let partLimit = 1 << 14

  func png(
    _ source: EvidenceFile, digest: SHA256Digest, boxes: BlackBoxes = BlackBoxes()
  ) throws(FormatFault) -> Picture {
    try boxes.check(pages: 1)
    guard boxes.isEmpty else { return try png(source.bytes, without: boxes.on(page: 1), wasLossy: false) }
    let file = try PNGFile(source.bytes, pixelLimit: limits.pixels)
    let identity = "png-" + digest.hexadecimal
    if file.isDirect {
      if unpacksRows { try file.checkUnpackedRows(of: source.bytes, pixelLimit: limits.decodedPixels) }
      let colours: Image.ColourSpace =
        switch file.colourType {
        case .gray, .grayAlpha: .gray
        case .rgb, .rgbAlpha: .rgb
        case .indexed: .indexed(palette: file.palette)
        }
      let picture = Picture(
        image: Image(
          width: file.width, height: file.height, bitsPerComponent: file.depth, colourSpace: colours,
          encoding: .pngRows, data: parts(file.rows, of: source), identity: identity),
        extras: file.extras)
      return scaledDown(picture) { _ throws(FormatFault) in
        JPEGCodec.Pixels(
          onPaper: try PNGDecoder.decode(file, of: source.bytes, pixelLimit: limits.decodedPixels), of: file)
      }
    }
    let pixels = try PNGDecoder.decode(file, of: source.bytes, pixelLimit: limits.decodedPixels)
    let picture = Picture(
      image: Image(
        width: file.width, height: file.height, bitsPerComponent: 8, colourSpace: pixels.isGray ? .gray : .rgb,
        encoding: .deflated, data: try deflated(pixels.samples),
        opacity: try pixels.opacity.map { opacity throws(FormatFault) in try deflated(opacity) }, identity: identity),
      extras: file.extras)
    return scaledDown(picture) { _ in JPEGCodec.Pixels(onPaper: pixels, of: file) }
  }

  func jpeg(
    _ source: EvidenceFile, digest: SHA256Digest, boxes: BlackBoxes = BlackBoxes()
  ) throws(FormatFault) -> Picture {
    try boxes.check(pages: 1)
    let file = try JPEGFile(source.bytes, pixelLimit: limits.pixels)
    // PDF/A takes no colours of print beside an output intent of the screen.
    guard boxes.isEmpty, file.components < 4 else { return try jpeg(file, without: boxes.on(page: 1)) }
    var data = StoredBytes(file.head)
    data.append(parts(file.body, of: source))
    data.append(StoredBytes(JPEGFile.end))
    let picture = Picture(
      image: Image(
        width: file.width, height: file.height, bitsPerComponent: 8, colourSpace: file.components == 1 ? .gray : .rgb,
        encoding: .jpeg, data: data, identity: "jpeg-" + digest.hexadecimal, orientation: file.orientation),
      extras: file.extras)
    return scaledDown(picture, hasCoarseColours: file.blockSize.across > 8) { size throws(FormatFault) in
      guard file.heldCoefficients <= limits.coefficients else { throw .unsupported(.memory) }
      return try file.decoded(atLeast: size)
    }
  }

  private func parts(_ ranges: [Range<Int>], of source: EvidenceFile) -> StoredBytes {
    guard ranges.count > Self.partLimit else { return source.stored.parts(ranges) }
    return keep(ranges.flatMap { source.bytes[$0] })
  }

  private func deflated(_ samples: [UInt8]) throws(FormatFault) -> StoredBytes {
    guard let deflated = Deflating.deflated(samples) else { throw .unsupported(.memory) }
    return keep(deflated)
  }
}

/// How much of a file is taken; beyond it comes a clear error or an honest note, never an endless run.
public struct EvidenceLimits: Hashable, Sendable {
  /// The largest file, in bytes.
  public var fileBytes = 50_000_000
  /// The most pixels of a picture that goes in as it is.
  public var pixels = 100_000_000
  /// The most pixels of a picture that has to be decoded: transparency, interlacing, 16 bits.
  public var decodedPixels = 40_000_000
  /// The most coefficients of a progressive JPEG file that is scaled down, of two bytes each: the decoder holds them all.
  public var coefficients = 30_000_000
  /// The most characters of an exhibit's text that are printed; about fifteen pages.
  public var textCharacters = 40_000
  /// The most lines of an exhibit's text that are printed.
  public var textLines = 1_500
  /// The most pages of a PDF or TIFF file.
  public var pages = 60
  /// The most parts of a mail that are listed.
  public var mailParts = 100
  /// The most files attached to a mail that are shown: a letter each.
  public var attachedFiles = 26
  /// The most `Received` lines that are printed.
  public var receivedLines = 40
  /// The most characters of one header field that are printed.
  public var headerCharacters = 2_000

  /// The limits that stand when nobody sets others.
  public init() {}
}
