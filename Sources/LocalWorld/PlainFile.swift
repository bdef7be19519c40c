import Glibc

/// A file that is known by its name alone.
public enum PlainFile {
  /// Whether an ordinary file is there; a link is none.
  public static func state(of path: String) -> RecordedFile.State {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT || errno == ENOTDIR ? .gone : .other }
    return status.st_mode & S_IFMT == S_IFREG ? .same : .other
  }

  /// Removes it, and nothing but an ordinary file.
  ///
  /// - Returns: whether it is gone now.
  public static func remove(_ path: String) -> Bool {
    switch state(of: path) {
    case .gone: true
    case .same: unlink(path) == 0
    case .changed, .other: false
    }
  }
}
