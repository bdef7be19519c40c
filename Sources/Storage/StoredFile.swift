import Glibc

/// A file that holds bytes for later, and how to tell whether it is still the same.
public struct StoredFile: Hashable, Sendable {
  /// Where it is.
  public let path: String
  /// Its size, in bytes.
  public let size: Int
  /// What it was when it was read.
  public let stamp: FileStamp

  /// Names a file.
  public init(path: String, size: Int, stamp: FileStamp) {
    self.path = path
    self.size = size
    self.stamp = stamp
  }

  /// Whether the same file is there, and nobody wrote to it.
  public var isUnchanged: Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return isUnchanged(status)
  }

  func isUnchanged(_ status: stat) -> Bool { stamp == FileStamp(status) }
}

/// What tells two states of a file apart without reading it: which file it is, its size, and when it was last changed.
///
/// A write within the clock's grain of the last one leaves it as it was: see ``isSettled``.
public struct FileStamp: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int
  private let modified: Moment
  private let changed: Moment

  private struct Moment: Hashable, Sendable {
    var seconds: Int
    var nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }

  /// Takes it from what the system says of an open file.
  public init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = Moment(status.st_mtim)
    changed = Moment(status.st_ctim)
  }

  /// Whether the last write lies far enough back that the next one will be seen.
  ///
  /// File systems keep times in grains of some milliseconds, the coarsest of two seconds.
  public var isSettled: Bool {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return false }
    return modified.seconds + 2 < now.tv_sec
  }
}

/// Why stored bytes could not be read.
public enum StorageError: Error, Hashable, Sendable {
  /// A file is no longer what it was when it was first read.
  case changed
  /// A file could not be read or written: `errno`.
  case file(errno: Int32)
}
