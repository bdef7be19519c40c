/// Pixels, encoded as a PDF can take them without recompression.
public struct Image: Hashable, Sendable {
  /// How samples are to be read.
  public enum ColourSpace: Hashable, Sendable {
    /// One sample a pixel, sRGB grey.
    case gray
    /// Three samples a pixel, sRGB.
    case rgb
    /// One sample a pixel into a palette of RGB triplets.
    case indexed(palette: [UInt8])
  }
  /// How `bytes` are encoded.
  public enum Encoding: Hashable, Sendable {
    /// Samples, row by row, each row padded to whole bytes.
    case raw
    /// A zlib stream of rows with PNG filter bytes: a PNG's concatenated `IDAT`.
    case pngRows
    /// A baseline or progressive JPEG file without metadata segments.
    case jpeg
  }
  /// Width, in pixels.
  public var width: Int
  /// Height, in pixels.
  public var height: Int
  /// 1, 2, 4 or 8.
  public var bitsPerComponent: Int
  /// The colours.
  public var colourSpace: ColourSpace
  /// The encoding of `bytes`.
  public var encoding: Encoding
  /// The data.
  public var bytes: [UInt8]
  /// Opacity, 8-bit raw grey of the same size, where the picture has any transparency.
  public var opacity: [UInt8]?
  /// A stable name of the pixels (a hash of the source), so that the same picture is written once.
  public var identity: String

  /// Makes an image.
  public init(
    width: Int, height: Int, bitsPerComponent: Int, colourSpace: ColourSpace, encoding: Encoding, bytes: [UInt8],
    opacity: [UInt8]? = nil, identity: String
  ) {
    self.width = width
    self.height = height
    self.bitsPerComponent = bitsPerComponent
    self.colourSpace = colourSpace
    self.encoding = encoding
    self.bytes = bytes
    self.opacity = opacity
    self.identity = identity
  }

  /// Two images are the same when their sources are.
  public static func == (left: Image, right: Image) -> Bool {
    left.identity == right.identity && left.width == right.width && left.height == right.height
  }

  /// Hashes the identity, not the pixels.
  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
