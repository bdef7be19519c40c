import Digests
import Document
import Matter
import Storage

@testable import Evidence

/// Any bytes as a JPEG with what is in its Exif block, and once more with a part of it blacked out, and
/// scaled down.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var limits = EvidenceLimits()
  (limits.pixels, limits.decodedPixels) = (1 << 20, 1 << 16)
  let reader = PictureReader(limits: limits, keep: { StoredBytes($0) })
  let digest = SHA256Digest(of: bytes)
  guard (try? reader.jpeg(EvidenceFile(bytes), digest: digest)) != nil else { return 0 }
  var area = Redaction.Area()
  (area.left, area.top, area.width, area.height) = (10, 20, 30.5, 40)
  if let hidden = try? reader.jpeg(EvidenceFile(bytes), digest: digest, boxes: BlackBoxes([area])) {
    precondition(hidden.areas == 1)
    // What was encoded is a JPEG that goes in as it is.
    guard let again = try? hidden.image.data.whole() else { return 0 }
    precondition((try? JPEGFile(again, pixelLimit: limits.pixels)) != nil)
  }
  var small = reader
  var room = PictureReduction(width: 4, height: 3, pixel: 0.75)
  (room.resolution, room.thinnest) = (72, 1)
  small.reduction = room
  if let scaled = try? small.jpeg(EvidenceFile(bytes), digest: digest), scaled.isScaledDown {
    precondition(max(scaled.image.width, scaled.image.height) <= 5)
    guard let again = try? scaled.image.data.whole() else { return 0 }
    precondition((try? JPEGFile(again, pixelLimit: limits.pixels)) != nil)
  }
  return 0
}
