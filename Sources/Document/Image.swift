import Storage

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
    /// A zlib stream of such samples.
    case deflated
    /// A zlib stream of rows with PNG filter bytes: a PNG's concatenated `IDAT`.
    case pngRows
    /// A baseline or progressive JPEG file without metadata segments.
    case jpeg
  }
  /// Where the first stored row and the first stored column belong when the picture is shown (Exif 2.32, tag 0x0112).
  public enum Orientation: UInt8, Hashable, Sendable, CaseIterable {
    /// As stored.
    case upright = 1
    /// Mirrored left to right.
    case mirrored = 2
    /// Turned by half.
    case turnedHalf = 3
    /// Mirrored top to bottom.
    case flipped = 4
    /// Mirrored along the diagonal from upper left to lower right.
    case transposed = 5
    /// Stored rows run down the right side: to be turned clockwise by a quarter.
    case turnedRight = 6
    /// Mirrored along the diagonal from upper right to lower left.
    case transversed = 7
    /// Stored rows run up the left side: to be turned anticlockwise by a quarter.
    case turnedLeft = 8

    /// Whether width and height change places.
    public var exchangesSides: Bool { rawValue >= 5 }

    /// Takes a PDF image's unit square to itself, turned: `a b c d e f` as the operator `cm` wants them
    /// (ISO 32000-1 8.3.4), to be applied before the square is scaled to the displayed size.
    public var matrix: (a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
      switch self {
      case .upright: (1, 0, 0, 1, 0, 0)
      case .mirrored: (-1, 0, 0, 1, 1, 0)
      case .turnedHalf: (-1, 0, 0, -1, 1, 1)
      case .flipped: (1, 0, 0, -1, 0, 1)
      case .transposed: (0, -1, -1, 0, 1, 1)
      case .turnedRight: (0, -1, 1, 0, 0, 1)
      case .transversed: (0, 1, 1, 0, 0, 0)
      case .turnedLeft: (0, 1, -1, 0, 1, 0)
      }
    }
  }
  /// Width, in pixels, as stored.
  public var width: Int
  /// Height, in pixels, as stored.
  public var height: Int
  /// 1, 2, 4 or 8.
  public var bitsPerComponent: Int
  /// The colours.
  public var colourSpace: ColourSpace
  /// The encoding of `bytes`.
  public var encoding: Encoding
  /// The data.
  public var data: StoredBytes
  /// Opacity of the same size, 8-bit grey, where the picture has any transparency: raw, or deflated with the data.
  public var opacity: StoredBytes?
  /// A stable name of the pixels (a hash of the source), so that the same picture is written once.
  public var identity: String
  /// How the stored rows are to be turned for display.
  public var orientation: Orientation

  /// Makes an image.
  public init(
    width: Int, height: Int, bitsPerComponent: Int, colourSpace: ColourSpace, encoding: Encoding, data: StoredBytes,
    opacity: StoredBytes? = nil, identity: String, orientation: Orientation = .upright
  ) {
    self.width = width
    self.height = height
    self.bitsPerComponent = bitsPerComponent
    self.colourSpace = colourSpace
    self.encoding = encoding
    self.data = data
    self.opacity = opacity
    self.identity = identity
    self.orientation = orientation
  }

  /// Width and height as the reader sees them, in pixels.
  public var displaySize: (width: Int, height: Int) {
    orientation.exchangesSides ? (height, width) : (width, height)
  }

  /// Two images are the same when their sources are.
  public static func == (left: Image, right: Image) -> Bool {
    left.identity == right.identity && left.width == right.width && left.height == right.height
      && left.orientation == right.orientation
  }

  /// Hashes the identity, not the pixels.
  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
