import Storage

/// Deflated originals and pixels: a batch delivers the same exhibits, or the same person's again.
///
/// Known by the memory they lie in, which stays theirs while they are remembered; bounded by their size.
struct DeflatedStreams {
  private var known: [(source: [UInt8], deflated: [UInt8])] = []
  private var held = 0
  private static let limit = 4 << 20

  /// The deflated form of bytes in memory; those of files are large, and were deflated before or stay as they are.
  mutating func deflated(_ data: StoredBytes, by deflater: borrowing Deflater) -> StoredBytes {
    guard let bytes = data.array else { return data }
    return StoredBytes(deflated(bytes, by: deflater))
  }

  private mutating func deflated(_ bytes: [UInt8], by deflater: borrowing Deflater) -> [UInt8] {
    for entry in known where Self.isSame(entry.source, bytes) { return entry.deflated }
    let deflated = deflater.deflated(bytes)
    let size = bytes.count + deflated.count
    guard size <= Self.limit else { return deflated }
    if held + size > Self.limit {
      known.removeAll()
      held = 0
    }
    known.append((bytes, deflated))
    held += size
    return deflated
  }

  private static func isSame(_ known: [UInt8], _ bytes: [UInt8]) -> Bool {
    known.withUnsafeBufferPointer { known in
      bytes.withUnsafeBufferPointer { known.baseAddress == $0.baseAddress && known.count == $0.count }
    }
  }
}
