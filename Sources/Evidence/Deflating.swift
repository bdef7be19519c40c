import CDeflate
import Storage

/// Deflates what an exhibit brings: samples of decoded pictures, originals that are text.
enum Deflating {
  /// libdeflate's fastest: a picture's samples wait for it.
  private static let level: Int32 = 1
  /// Where every byte counts.
  static let smallLevel: Int32 = 9

  /// The zlib stream of `bytes`; nil when memory is exhausted.
  static func deflated(_ bytes: [UInt8], level: Int32 = Deflating.level) -> [UInt8]? {
    guard let compressor = libdeflate_alloc_compressor(level) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    let deflated = bytes.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: bound) { target, count in
        count = libdeflate_zlib_compress(compressor, source.baseAddress, source.count, target.baseAddress, bound)
      }
    }
    guard !deflated.isEmpty else { return nil }
    // A copy of the length it has: the bound is as large as the source.
    return deflated.withUnsafeBufferPointer { Array($0) }
  }
}
