/// A TIFF of grey pages (TIFF 6.0), of which each has 64 bytes of pixels.
///
/// - Parameters:
///   - side: what each page says of its width and height, in pixels; it holds 8 x 8.
public func plainTIFF(pages: Int, side: Int = 8) -> [UInt8] {
  func word(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16) }
  let entries = 9
  let pageSize = 64 + 2 + entries * 12 + 4
  var bytes: [UInt8] = [0x49, 0x49, 0x2A, 0] + long(8 + 64)
  for page in 0..<pages {
    let start = 8 + page * pageSize
    bytes += [UInt8](repeating: UInt8(page & 0xFF), count: 64) + word(entries)
    // Tag, type (3 short, 4 long), count, value.
    for (tag, type, value) in [
      (256, 4, side), (257, 4, side), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, start), (277, 3, 1),
      (278, 4, side), (279, 4, 64),
    ] {
      bytes += word(tag) + word(type) + long(1) + long(value)
    }
    bytes += long(page + 1 < pages ? start + pageSize + 64 : 0)
  }
  return bytes
}
