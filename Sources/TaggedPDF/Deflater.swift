import CDeflate
import Haru

/// Makes zlib streams; one for each worker.
struct Deflater: ~Copyable {
  private let handle: OpaquePointer?

  /// - Parameter level: 1 (fast) to 12 (small).
  init(level: Int32) {
    handle = libdeflate_alloc_compressor(level)
  }

  deinit { libdeflate_free_compressor(handle) }

  /// Appends the deflated form of `bytes`; without memory for a compressor, their stored form, which is as valid.
  func deflate(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout PDFBuffer) {
    guard let handle else {
      Self.store(bytes, into: &out)
      return
    }
    let start = out.count
    let bound = libdeflate_zlib_compress_bound(handle, bytes.count)
    out.append(atMost: bound) { libdeflate_zlib_compress(handle, bytes.baseAddress, bytes.count, $0, bound) }
    if out.count == start { Self.store(bytes, into: &out) }
  }

  /// Appends `bytes` as a zlib stream of stored blocks (RFC 1951 3.2.4).
  static func store(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout PDFBuffer) {
    out.byte(0x78)
    out.byte(0x01)
    var start = 0
    repeat {
      let end = min(start + 65_535, bytes.count)
      let length = UInt16(end - start)
      out.byte(end == bytes.count ? 1 : 0)
      for half in [length, ~length] {
        out.byte(UInt8(truncatingIfNeeded: half))
        out.byte(UInt8(truncatingIfNeeded: half >> 8))
      }
      out.raw(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      start = end
    } while start < bytes.count
    let sum = libdeflate_adler32(1, bytes.baseAddress, bytes.count)
    for shift in [24, 16, 8, 0] as [UInt32] { out.byte(UInt8(truncatingIfNeeded: sum >> shift)) }
  }

  /// The deflated form of `bytes`.
  func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var out = PDFBuffer(capacity: bytes.count / 2 + 64)
    bytes.withUnsafeBufferPointer { deflate($0, into: &out) }
    return out.bytes
  }
}
