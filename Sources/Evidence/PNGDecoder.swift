import CDeflate
import CSpng

/// Decodes the PNG files that cannot go into a PDF as they are, by libspng.
///
/// libspng is given a file rebuilt from the chunks a picture needs, so that it never sees a text or a profile.
enum PNGDecoder {
  /// Eight-bit samples, and the opacity where any pixel is not wholly opaque.
  struct Pixels {
    /// One or three samples a pixel.
    var samples: [UInt8]
    /// Whether there is one sample a pixel.
    var isGray: Bool
    /// One sample a pixel.
    var opacity: [UInt8]?
  }

  static func decode(_ file: PNGFile, of bytes: [UInt8], pixelLimit: Int) throws(FormatFault) -> Pixels {
    guard file.width <= pixelLimit / file.height else {
      throw .tooManyPixels(width: file.width, height: file.height, limit: pixelLimit)
    }
    let hasAlpha = file.colourType.channels % 2 == 0 || !file.transparency.isEmpty
    let channels = hasAlpha ? 4 : 3
    let pixels = try decoded(rebuilt(file, of: bytes), hasAlpha: hasAlpha, count: file.width * file.height * channels)
    let isGray = file.colourType == .gray || file.colourType == .grayAlpha
    return split(pixels, channels: channels, isGray: isGray)
  }

  private static func decoded(_ source: [UInt8], hasAlpha: Bool, count: Int) throws(FormatFault) -> [UInt8] {
    let format = hasAlpha ? SPNG_FMT_RGBA8 : SPNG_FMT_RGB8
    var status: Int32 = Int32(SPNG_EMEM.rawValue)
    let pixels = source.withUnsafeBytes { buffer -> [UInt8] in
      guard let context = spng_ctx_new(0) else { return [] }
      defer { spng_ctx_free(context) }
      status = spng_set_png_buffer(context, buffer.baseAddress, buffer.count)
      guard status == 0 else { return [] }
      return [UInt8](unsafeUninitializedCapacity: count) { target, used in
        status = spng_decode_image(
          context, target.baseAddress, count, Int32(format.rawValue), Int32(SPNG_DECODE_TRNS.rawValue))
        used = status == 0 ? count : 0
      }
    }
    switch status {
    case 0: return pixels
    case Int32(SPNG_EMEM.rawValue): throw .unsupported(.memory)
    default: throw .damaged(.decoding)
    }
  }

  /// Takes interleaved samples apart.
  private static func split(_ pixels: [UInt8], channels: Int, isGray: Bool) -> Pixels {
    let count = pixels.count / channels
    let kept = isGray ? 1 : 3
    var lowest: UInt8 = 255
    var opacity: [UInt8] = []
    let samples = pixels.withUnsafeBufferPointer { source in
      if channels == 4 {
        opacity = [UInt8](unsafeUninitializedCapacity: count) { target, used in
          for index in 0..<count {
            let value = source[index * 4 + 3]
            lowest = min(lowest, value)
            target[index] = value
          }
          used = count
        }
      }
      guard channels != kept else { return pixels }
      return [UInt8](unsafeUninitializedCapacity: count * kept) { target, used in
        for index in 0..<count {
          for channel in 0..<kept { target[index * kept + channel] = source[index * channels + channel] }
        }
        used = count * kept
      }
    }
    return Pixels(samples: samples, isGray: isGray, opacity: lowest < 255 ? opacity : nil)
  }

  private static func rebuilt(_ file: PNGFile, of source: [UInt8]) -> [UInt8] {
    var bytes = PNGFile.signature
    bytes.reserveCapacity(file.rowBytes + 2_048)
    var header = bigEndian(file.width) + bigEndian(file.height)
    header += [UInt8(file.depth), UInt8(file.colourType.rawValue), 0, 0, file.isInterlaced ? 1 : 0]
    append("IHDR", header, to: &bytes)
    if !file.palette.isEmpty { append("PLTE", file.palette, to: &bytes) }
    if !file.transparency.isEmpty { append("tRNS", file.transparency, to: &bytes) }
    append("IDAT", file.rows.lazy.map { source[$0] }, count: file.rowBytes, to: &bytes)
    append("IEND", [], to: &bytes)
    return bytes
  }

  private static func append(_ name: StaticString, _ body: [UInt8], to bytes: inout [UInt8]) {
    append(name, CollectionOfOne(body[...]), count: body.count, to: &bytes)
  }

  private static func append(
    _ name: StaticString, _ body: some Sequence<ArraySlice<UInt8>>, count: Int, to bytes: inout [UInt8]
  ) {
    bytes += bigEndian(count)
    let start = bytes.count
    name.withUTF8Buffer { bytes += Array($0) }
    for part in body { bytes += part }
    let checksum = bytes.withUnsafeBytes { buffer in
      libdeflate_crc32(0, UnsafeRawBufferPointer(rebasing: buffer[start...]).baseAddress, buffer.count - start)
    }
    bytes += bigEndian(Int(checksum))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [
      UInt8(truncatingIfNeeded: value >> 24), UInt8(truncatingIfNeeded: value >> 16),
      UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value),
    ]
  }
}
