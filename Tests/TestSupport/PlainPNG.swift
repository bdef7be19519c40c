import CDeflate

/// The checksum that ends a chunk of a PNG file.
public func pngChecksum(of chunk: ArraySlice<UInt8>) -> [UInt8] {
  let value = Array(chunk).withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// A PNG of eight-bit RGB pixels, for tests that need to know each of them.
public func plainPNG(width: Int, height: Int, pixel: (_ column: Int, _ row: Int) -> [UInt8]) -> [UInt8] {
  func bigEndian(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
  func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + body
    return bigEndian(body.count) + named + pngChecksum(of: named[...])
  }
  let rows = (0..<height).flatMap { row -> [UInt8] in [0] + (0..<width).flatMap { pixel($0, row) } }
  let compressor = libdeflate_alloc_compressor(6)
  defer { libdeflate_free_compressor(compressor) }
  var packed = [UInt8](repeating: 0, count: rows.count + 64)
  let count = libdeflate_zlib_compress(compressor, rows, rows.count, &packed, packed.count)
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    + chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, 0]) + chunk("IDAT", Array(packed[..<count]))
    + chunk("IEND", [])
}
