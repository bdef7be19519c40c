import CJpeg

/// Decodes the JPEG files that cannot go into a PDF as they are, and encodes what was blacked out, by libjpeg-turbo.
enum JPEGCodec {
  /// Eight-bit samples.
  struct Pixels {
    var width: Int
    var height: Int
    /// One or three samples a pixel.
    var samples: [UInt8]
    var isGray: Bool
    /// How many of the picture's pixels, across and as many down, each of these is the mean of; in the last ones there may
    /// be fewer.
    var each = 1
  }

  /// Hardly a loss that anybody sees.
  static let quality: Int32 = 92

  /// Decodes a file without metadata.
  ///
  /// - Parameters:
  ///   - hasAdobeMarker: whether colours of print stand inverted, as Adobe's programs write them.
  ///   - size: in neither direction more pixels than there are. No fewer come out, but as few as the decoder can put together
  ///     by itself, which then never holds all of them; nil for all.
  static func decode(
    _ bytes: [UInt8], components: Int, hasAdobeMarker: Bool, atLeast size: (width: Int, height: Int)? = nil
  ) throws(FormatFault) -> Pixels {
    guard let decoder = tjInitDecompress() else { throw .unsupported(.memory) }
    defer { tjDestroy(decoder) }
    var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard
      tjDecompressHeader3(decoder, bytes, UInt(bytes.count), &width, &height, &sampling, &colours) == 0,
      width > 0, height > 0
    else { throw .damaged(.decoding) }
    let format = components == 1 ? TJPF_GRAY : components == 3 ? TJPF_RGB : TJPF_CMYK
    let each = each(of: (Int(width), Int(height)), atLeast: size)
    (width, height) = ((width + each - 1) / each, (height + each - 1) / each)
    let count = Int(width) * Int(height) * components
    // No fancy upsampling: it would let colours bleed from one block into the next.
    let flags = TJFLAG_FASTUPSAMPLE | TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS
    var status: Int32 = -1
    let samples = [UInt8](unsafeUninitializedCapacity: count) { target, used in
      // What a damaged file leaves out must not be what was in memory before.
      target.initialize(repeating: 0)
      status = tjDecompress2(
        decoder, bytes, UInt(bytes.count), target.baseAddress, width, 0, height, format.rawValue.signed, flags)
      used = count
    }
    // A warning is a picture with a fault in it, which every viewer shows.
    guard status == 0 || tjGetErrorCode(decoder) == TJERR_WARNING.rawValue.signed else { throw .damaged(.decoding) }
    return Pixels(
      width: Int(width), height: Int(height),
      samples: components == 4 ? rgb(ofPrint: samples, isInverted: hasAdobeMarker) : samples, isGray: components == 1,
      each: Int(each))
  }

  /// How many pixels in a row the decoder can make one of: those of a block, a half or a quarter of them, or one.
  private static func each(of whole: (width: Int, height: Int), atLeast size: (width: Int, height: Int)?) -> Int32 {
    guard let size else { return 1 }
    let each = [8, 4, 2].first { each in
      (whole.width + each - 1) / each >= size.width && (whole.height + each - 1) / each >= size.height
    }
    return Int32(each ?? 1)
  }

  /// Encodes.
  ///
  /// - Parameters:
  ///   - quality: of 100.
  ///   - hasCoarseColours: whether four pixels share a colour, as cameras have it; else each has its own.
  static func encode(
    _ pixels: Pixels, quality: Int32 = JPEGCodec.quality, hasCoarseColours: Bool = false
  ) throws(FormatFault) -> [UInt8] {
    guard let encoder = tjInitCompress() else { throw .unsupported(.memory) }
    defer { tjDestroy(encoder) }
    let sampling = pixels.isGray ? TJSAMP_GRAY : hasCoarseColours ? TJSAMP_420 : TJSAMP_444
    let format = pixels.isGray ? TJPF_GRAY : TJPF_RGB
    var count = tjBufSize(Int32(pixels.width), Int32(pixels.height), sampling.rawValue.signed)
    var status: Int32 = -1
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(count)) { target, used in
      var start = target.baseAddress
      status = tjCompress2(
        encoder, pixels.samples, Int32(pixels.width), 0, Int32(pixels.height), format.rawValue.signed, &start, &count,
        sampling.rawValue.signed, quality, TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT)
      used = status == 0 ? Int(count) : 0
    }
    guard status == 0 else { throw .unsupported(.memory) }
    return bytes
  }

  /// Colours of print as those of a screen, without a profile: each ink takes its part of the light.
  private static func rgb(ofPrint samples: [UInt8], isInverted: Bool) -> [UInt8] {
    let count = samples.count / 4
    return samples.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: count * 3) { target, used in
        for pixel in 0..<count {
          let black = Int(isInverted ? source[pixel * 4 + 3] : 255 - source[pixel * 4 + 3])
          for colour in 0..<3 {
            let ink = Int(source[pixel * 4 + colour])
            target[pixel * 3 + colour] = UInt8(((isInverted ? ink : 255 - ink) * black + 127) / 255)
          }
        }
        used = count * 3
      }
    }
  }
}

extension FixedWidthInteger {
  /// How C's enumerations are imported says nothing about the sign that functions want.
  fileprivate var signed: Int32 { Int32(truncatingIfNeeded: self) }
}
