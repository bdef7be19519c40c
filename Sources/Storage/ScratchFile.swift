import Glibc
import Synchronization

/// A file without a name for what is made on the way and too large to keep in memory; gone when nobody holds it.
///
/// Any number of threads may add to it.
public final class ScratchFile: Sendable {
  let descriptor: Int32
  private let end = Mutex(0)

  /// Makes one; nil where there is no room or no right.
  ///
  /// - Parameter folder: where temporary files go: `/tmp`.
  public init?(in folder: String) {
    var template = Array("\(folder)/complain-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    // The programs that convert pictures have no business with it.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Adds bytes; nil where there is no room for them.
  ///
  public func add(_ bytes: [UInt8]) -> StoredBytes? {
    let start = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    let isWritten = bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = pwrite(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written, start + written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
    guard isWritten else { return nil }
    return StoredBytes(self, start..<(start + bytes.count))
  }
}
