import Foundation

/// A JPEG of any size that takes no room on the disk: nothing but a head, a hole, and an end.
///
/// Its one scan is zeros, which no program of ours decodes.
public enum SparseJPEG {
  private static let head: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 64, 0, 64, 1, 1, 0x11, 0] + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]

  /// Writes one.
  ///
  /// - Parameters:
  ///   - url: a file that is not there yet.
  ///   - size: in bytes.
  ///   - mark: a byte that tells it from others.
  ///   - isOld: whether it was left alone for a while.
  public static func write(to url: URL, size: Int, mark: UInt8 = 0, isOld: Bool = true) throws {
    try Data(head + [mark]).write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try handle.seek(toOffset: UInt64(size - 2))
    try handle.write(contentsOf: Data([0xFF, 0xD9]))
    try handle.close()
    guard isOld else { return }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: url.path)
  }
}
