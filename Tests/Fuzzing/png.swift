import Digests
import Document
import Matter
import Storage

@testable import Evidence

/// Any bytes as a PNG: taken apart, decoded where it must be, and once more with a part of it blacked out, and
/// scaled down.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Checksums.mended(Array(UnsafeBufferPointer(start: start, count: count)))
  var limits = EvidenceLimits()
  (limits.pixels, limits.decodedPixels) = (1 << 20, 1 << 18)
  let reader = PictureReader(limits: limits, keep: { StoredBytes($0) })
  let digest = SHA256Digest(of: bytes)
  guard let shown = try? reader.png(EvidenceFile(bytes), digest: digest) else { return 0 }
  precondition(shown.image.width * shown.image.height <= limits.pixels)
  var area = Redaction.Area()
  (area.left, area.top, area.width, area.height) = (10, 20, 30.5, 40)
  if let hidden = try? reader.png(EvidenceFile(bytes), digest: digest, boxes: BlackBoxes([area])) {
    precondition(hidden.areas == 1 && hidden.image.identity != shown.image.identity && hidden.image.opacity == nil)
  }
  var small = reader
  var room = PictureReduction(width: 4, height: 3, pixel: 0.75)
  (room.resolution, room.thinnest) = (72, 1)
  (small.reduction, small.unpacksRows) = (room, true)
  if let scaled = try? small.png(EvidenceFile(bytes), digest: digest) {
    precondition(scaled.isScaledDown == (scaled.image.identity != shown.image.identity))
    if scaled.isScaledDown {
      precondition(max(scaled.image.width, scaled.image.height) <= 5 && scaled.image.opacity == nil)
    }
  }
  return 0
}

/// A wrong checksum ends the reading of a PNG: what is fed has right ones, so that the fuzzer gets past them.
private enum Checksums {
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - offset - 12 else { break }
      let end = offset + 8 + length
      let sum = crc(bytes[(offset + 4)..<end])
      for place in 0..<4 { bytes[end + place] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * place)) }
      offset = end + 4
    }
    return bytes
  }

  private static let table: [UInt32] = (0..<256).map { (start: UInt32) in
    (0..<8).reduce(start) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }
}
