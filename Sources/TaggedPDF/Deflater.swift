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

  /// Appends the deflated form of `bytes`.
  ///
  /// Whether memory is exhausted shows in what it appends: nothing, which no zlib stream is.
  func deflate(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout PDFBuffer) {
    guard let handle else { return }
    let bound = libdeflate_zlib_compress_bound(handle, bytes.count)
    out.append(atMost: bound) { libdeflate_zlib_compress(handle, bytes.baseAddress, bytes.count, $0, bound) }
  }

  /// The deflated form of `bytes`.
  func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var out = PDFBuffer(capacity: bytes.count / 2 + 64)
    bytes.withUnsafeBufferPointer { deflate($0, into: &out) }
    return out.bytes
  }
}
