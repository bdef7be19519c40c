import Digests

/// What names a file: 128 bits that depend on every byte of its content (ISO 32000-1 14.4).
///
/// It tells files apart and proves nothing; four running products take a tenth of the time of a cryptographic hash, which
/// only mixes their results.
struct FileIdentifier {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5
  )
  private var length: UInt64 = 0

  /// Takes in bytes, and where they end.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place + 32 <= raw.count {
      lanes.0 = Self.folded(lanes.0 ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      lanes.1 = Self.folded(lanes.1 ^ raw.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
      lanes.2 = Self.folded(lanes.2 ^ raw.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self))
      lanes.3 = Self.folded(lanes.3 ^ raw.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self))
      place += 32
    }
    for byte in raw[place...] { lanes.0 = Self.folded(lanes.0 ^ UInt64(byte)) }
    length += UInt64(raw.count)
    lanes.1 = Self.folded(lanes.1 ^ length)
  }

  /// Takes in text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// The identifier's 16 bytes.
  var bytes: ArraySlice<UInt8> {
    var state: [UInt8] = []
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3, length] {
      for shift in stride(from: 0, to: 64, by: 8) { state.append(UInt8(truncatingIfNeeded: lane >> UInt64(shift))) }
    }
    return SHA256Digest(of: state).bytes.prefix(16)
  }

  @inline(__always)
  private static func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
