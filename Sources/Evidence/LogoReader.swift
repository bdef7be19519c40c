import Digests
import Document
import Storage

/// Reads the picture of a letterhead.
public enum LogoReader {
  /// The largest file, in bytes: it stands in every letter.
  public static let limit = 1 << 20

  /// The picture in a PNG or JPEG file; `nil` if it is none, or not whole.
  public static func image(of bytes: [UInt8]) -> Image? {
    guard bytes.count <= limit else { return nil }
    let reader = PictureReader(limits: EvidenceLimits(), keep: { StoredBytes($0) }, unpacksRows: true)
    let (file, digest) = (EvidenceFile(bytes), SHA256Digest(of: bytes))
    switch EvidenceFormat(of: bytes) {
    case .png: return try? reader.png(file, digest: digest).image
    case .jpeg: return try? reader.jpeg(file, digest: digest).image
    default: return nil
    }
  }
}
