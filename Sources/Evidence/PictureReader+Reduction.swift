import Digests
import Document
import Storage

/// Pictures with fewer pixels than the original's, each the mean of those it stands for.
extension PictureReader {
  /// Of 100: what it loses is hardly seen beside what scaling loses.
  private static let quality: Int32 = 85

  /// A picture scaled down; as it is where nobody asks for less, it has no more than is asked for, or nothing is saved.
  ///
  /// - Parameters:
  ///   - hasCoarseColours: whether four pixels of it share a colour.
  ///   - pixels: decodes it as it is stored, to no fewer pixels than it is told; a picture that cannot be decoded stays as
  ///     it is.
  func scaledDown(
    _ picture: Picture, hasCoarseColours: Bool = false,
    _ pixels: (_ size: (width: Int, height: Int)) throws(FormatFault) -> JPEGCodec.Pixels
  ) -> Picture {
    let image = picture.image
    guard let size = reduction?.size(of: image), image.width <= limits.decodedPixels / image.height,
      let reduced = try? pixels(size).reduced(to: size, of: (image.width, image.height))
    else { return picture }
    let isJPEG = image.encoding == .jpeg
    let encoded =
      isJPEG
      ? try? JPEGCodec.encode(reduced, quality: Self.quality, hasCoarseColours: hasCoarseColours)
      : Deflating.deflated(reduced.filteredRows, level: Deflating.smallLevel)
    guard let encoded, encoded.count < image.data.count + (image.opacity?.count ?? 0) else { return picture }
    return Picture(
      image: Image(
        width: size.width, height: size.height, bitsPerComponent: 8, colourSpace: reduced.isGray ? .gray : .rgb,
        encoding: isJPEG ? .jpeg : .pngRows, data: keep(encoded),
        identity: "reduced-" + SHA256Digest(of: encoded).hexadecimal, orientation: image.orientation),
      extras: picture.extras, areas: picture.areas, isScaledDown: true)
  }
}

extension JPEGCodec.Pixels {
  private var channels: Int { isGray ? 1 : 3 }

  /// Fewer pixels, each the mean of the area it covers.
  ///
  /// - Parameters:
  ///   - size: in neither direction more than there are.
  ///   - whole: the size of the picture, of which a pixel here may stand for several.
  func reduced(to size: (width: Int, height: Int), of whole: (width: Int, height: Int)) -> JPEGCodec.Pixels {
    let (channels, rowLength) = (channels, width * channels)
    // A pixel of the picture is `size.width` units wide and one to come `whole.width`: no length is ever a fraction.
    let area = whole.width * whole.height
    let step = each * size.height
    let result = [UInt8](unsafeUninitializedCapacity: size.width * size.height * channels) { target, used in
      var sums = [Int](repeating: 0, count: size.width * channels)
      samples.withUnsafeBufferPointer { source in
        var row = [Int](repeating: 0, count: sums.count)
        for y in 0..<size.height {
          let (top, bottom) = (y * whole.height, (y + 1) * whole.height)
          for index in sums.indices { sums[index] = 0 }
          for line in (top / step)...((bottom - 1) / step) {
            let part = min(bottom, (line + 1) * step) - max(top, line * step)
            Self.add(
              UnsafeBufferPointer(rebasing: source[(line * rowLength)..<((line + 1) * rowLength)]), each: each,
              of: whole.width, channels: channels, to: &row, of: size.width)
            for index in sums.indices { sums[index] += row[index] * part }
          }
          for index in sums.indices {
            target[y * sums.count + index] = UInt8((sums[index] + area / 2) / area)
          }
        }
      }
      used = size.width * size.height * channels
    }
    return JPEGCodec.Pixels(width: size.width, height: size.height, samples: result, isGray: isGray)
  }

  /// The sums of a line's samples over the width of each pixel to come.
  private static func add(
    _ line: UnsafeBufferPointer<UInt8>, each: Int, of width: Int, channels: Int, to row: inout [Int], of target: Int
  ) {
    let step = each * target
    for x in 0..<target {
      let (left, right) = (x * width, (x + 1) * width)
      for channel in 0..<channels { row[x * channels + channel] = 0 }
      for pixel in (left / step)...((right - 1) / step) {
        let part = min(right, (pixel + 1) * step) - max(left, pixel * step)
        for channel in 0..<channels {
          row[x * channels + channel] += Int(line[pixel * channels + channel]) * part
        }
      }
    }
  }

  /// Rows as PNG files have them, each by the filter that leaves the least (ISO/IEC 15948, 9.2 and 12.7): none, the
  /// difference to the left, to above, or to Paeth's guess.
  var filteredRows: [UInt8] {
    let (channels, length) = (channels, width * channels)
    var rows: [UInt8] = []
    rows.reserveCapacity((length + 1) * height)
    var tries = [UInt8](repeating: 0, count: 4 * length)
    for y in 0..<height {
      var weights = [0, 0, 0, 0]
      for index in 0..<length {
        let place = y * length + index
        let left = index >= channels ? samples[place - channels] : 0
        let above = y > 0 ? samples[place - length] : 0
        let corner = y > 0 && index >= channels ? samples[place - length - channels] : 0
        for way in 0..<4 {
          let guess = way == 0 ? 0 : way == 1 ? left : way == 2 ? above : Self.paeth(left, above, corner)
          let rest = samples[place] &- guess
          tries[way * length + index] = rest
          weights[way] += Int(min(rest, 0 &- rest))
        }
      }
      let best = weights.indices.min { weights[$0] < weights[$1] } ?? 0
      // The filters' numbers: none 0, left 1, above 2, Paeth 4.
      rows.append(best == 3 ? 4 : UInt8(best))
      rows += tries[(best * length)..<((best + 1) * length)]
    }
    return rows
  }

  private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let guess = Int(left) + Int(above) - Int(corner)
    let (toLeft, toAbove, toCorner) = (abs(guess - Int(left)), abs(guess - Int(above)), abs(guess - Int(corner)))
    if toLeft <= toAbove, toLeft <= toCorner { return left }
    return toAbove <= toCorner ? above : corner
  }
}
