import Glibc
import Synchronization

/// A file of our own for what is made on the way and too large to keep in memory; gone when nobody holds it.
///
/// Any number of threads may add to it.
public final class ScratchFile: Sendable {
  /// Open for reading and writing.
  public let descriptor: Int32
  private let end = Mutex(0)
  private let name: Mutex<String?>

  /// Makes one without a name; nil where there is no room or no right.
  ///
  /// - Parameter folder: where temporary files go: `/tmp`.
  public init?(in folder: String) {
    var template = Array("\(folder)/complain-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    name = Mutex(nil)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    // The programs that convert pictures have no business with it.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Makes one under a name that nothing has yet, readable by its owner only; nil where that cannot be.
  ///
  /// The name goes with it, unless it is released.
  public init?(at path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    name = Mutex(descriptor >= 0 ? path : nil)
    guard descriptor >= 0 else { return nil }
  }

  deinit {
    name.withLock { if let path = $0 { unlink(path) } }
    close(descriptor)
  }

  /// Whether this is its name.
  public func isNamed(_ path: String) -> Bool { name.withLock { $0 == path } }

  /// Leaves the name to others: the file was given another, or belongs where it is.
  public func release() { name.withLock { $0 = nil } }

  /// Adds bytes; nil where there is no room for them.
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

  /// Everything that somebody wrote through ``descriptor``.
  public func everything() throws(StorageError) -> StoredBytes {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(errno: errno) }
    return StoredBytes(self, 0..<Int(status.st_size))
  }
}
