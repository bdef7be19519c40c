import Digests
import Document
import Matter
import Storage

/// Pictures with areas blacked out: the pixels are decoded, painted over and encoded anew; nothing of the original's
/// stream is left.
extension PictureReader {
  /// A lossy codec's block, where the picture was decoded by another program.
  private static let lossyGrid = (across: 64, down: 64)

  func png(
    _ bytes: [UInt8], without boxes: [Redaction.Area.Rectangle], wasLossy: Bool
  ) throws(FormatFault) -> Picture {
    let file = try PNGFile(bytes, pixelLimit: limits.pixels)
    let decoded = try PNGDecoder.decode(file, of: bytes, pixelLimit: limits.decodedPixels)
    // A transparent pixel has a colour too, which nobody sees and everybody can read.
    var pixels = JPEGCodec.Pixels(onPaper: decoded, of: file)
    Self.paint(boxes, on: &pixels, orientation: .upright, grid: wasLossy ? Self.lossyGrid : (1, 1))
    guard let deflated = Deflating.deflated(pixels.samples) else { throw .unsupported(.memory) }
    var extras = file.extras
    if wasLossy { extras = [] }
    let whole = picture(
      pixels, .deflated, keep(deflated), digest: SHA256Digest(of: deflated), .upright, extras, areas: boxes.count)
    return scaledDown(whole) { _ in pixels }
  }

  /// - Parameter isUpright: whether it was turned already, whatever it says.
  func jpeg(
    _ file: JPEGFile, without boxes: [Redaction.Area.Rectangle], isUpright: Bool = false
  ) throws(FormatFault) -> Picture {
    guard file.width <= limits.decodedPixels / file.height else {
      throw .tooManyPixels(width: file.width, height: file.height, limit: limits.decodedPixels)
    }
    var pixels = try file.decoded()
    let orientation = isUpright ? .upright : file.orientation
    Self.paint(boxes, on: &pixels, orientation: orientation, grid: isUpright ? Self.lossyGrid : file.blockSize)
    let encoded = try JPEGCodec.encode(pixels)
    let whole = picture(
      pixels, .jpeg, keep(encoded), digest: SHA256Digest(of: encoded), orientation, file.extras, areas: boxes.count)
    return scaledDown(whole, hasCoarseColours: file.blockSize.across > 8) { _ in pixels }
  }

  private func picture(
    _ pixels: JPEGCodec.Pixels, _ encoding: Image.Encoding, _ data: StoredBytes, digest: SHA256Digest,
    _ orientation: Image.Orientation, _ extras: Set<HiddenData>, areas: Int
  ) -> Picture {
    Picture(
      image: Image(
        width: pixels.width, height: pixels.height, bitsPerComponent: 8, colourSpace: pixels.isGray ? .gray : .rgb,
        encoding: encoding, data: data, identity: "blackened-" + digest.hexadecimal, orientation: orientation),
      extras: extras, areas: areas)
  }

  private static func paint(
    _ boxes: [Redaction.Area.Rectangle], on pixels: inout JPEGCodec.Pixels, orientation: Image.Orientation,
    grid: (across: Int, down: Int)
  ) {
    let channels = pixels.isGray ? 1 : 3
    for box in boxes {
      let (columns, rows) = box.pixels(
        width: pixels.width, height: pixels.height, orientation: orientation, grid: grid)
      for row in rows {
        let start = (row * pixels.width + columns.lowerBound) * channels
        for place in start..<(start + columns.count * channels) { pixels.samples[place] = 0 }
      }
    }
  }
}

extension JPEGCodec.Pixels {
  /// Puts a picture on white paper.
  init(onPaper picture: PNGDecoder.Pixels, of file: PNGFile) {
    (width, height, samples, isGray) = (file.width, file.height, picture.samples, picture.isGray)
    let channels = isGray ? 1 : 3
    guard let opacity = picture.opacity else { return }
    for pixel in opacity.indices where opacity[pixel] < 255 {
      let share = Int(opacity[pixel])
      let paper = 255 * (255 - share) + 127
      for channel in 0..<channels {
        let place = pixel * channels + channel
        samples[place] = UInt8((Int(samples[place]) * share + paper) / 255)
      }
    }
  }
}
