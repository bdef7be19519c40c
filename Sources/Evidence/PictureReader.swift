import Digests
import Document

/// A picture ready for a figure, and what was left out of it.
struct Picture {
  var image: Image
  var extras: Set<HiddenData>
}

/// Turns PNG and JPEG files into pictures a PDF takes, without recompression wherever that is possible.
enum PictureReader {
  static func png(_ bytes: [UInt8], digest: SHA256Digest, limits: EvidenceLimits) throws(FormatFault) -> Picture {
    let file = try PNGFile(bytes, pixelLimit: limits.pixels)
    let identity = "png-" + digest.hexadecimal
    if file.isDirect {
      let colours: Image.ColourSpace =
        switch file.colourType {
        case .gray, .grayAlpha: .gray
        case .rgb, .rgbAlpha: .rgb
        case .indexed: .indexed(palette: file.palette)
        }
      return Picture(
        image: Image(
          width: file.width, height: file.height, bitsPerComponent: file.depth, colourSpace: colours,
          encoding: .pngRows, bytes: file.rows, identity: identity),
        extras: file.extras)
    }
    let pixels = try PNGDecoder.decode(file, pixelLimit: limits.decodedPixels)
    return Picture(
      image: Image(
        width: file.width, height: file.height, bitsPerComponent: 8, colourSpace: pixels.isGray ? .gray : .rgb,
        encoding: .raw, bytes: pixels.samples, opacity: pixels.opacity, identity: identity),
      extras: file.extras)
  }

  static func jpeg(_ bytes: [UInt8], digest: SHA256Digest, limits: EvidenceLimits) throws(FormatFault) -> Picture {
    let file = try JPEGFile(bytes, pixelLimit: limits.pixels)
    return Picture(
      image: Image(
        width: file.width, height: file.height, bitsPerComponent: 8, colourSpace: file.components == 1 ? .gray : .rgb,
        encoding: .jpeg, bytes: file.stripped, identity: "jpeg-" + digest.hexadecimal, orientation: file.orientation),
      extras: file.extras)
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
  /// The most characters of an exhibit's text that are printed; about fifteen pages.
  public var textCharacters = 40_000
  /// The most lines of an exhibit's text that are printed.
  public var textLines = 1_500
  /// The most pages of a PDF or TIFF file.
  public var pages = 60
  /// The most parts of a mail that are listed.
  public var mailParts = 100
  /// The most `Received` lines that are printed.
  public var receivedLines = 40
  /// The most characters of one header field that are printed.
  public var headerCharacters = 2_000

  /// The limits that stand when nobody sets others.
  public init() {}
}
