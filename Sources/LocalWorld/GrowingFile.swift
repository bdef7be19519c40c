import Glibc
import Storage

/// A file that is written piece by piece and appears under its name when it is whole, readable by its owner only.
public final class GrowingFile {
  /// How much is kept in memory before it is written, in bytes.
  private static let bufferSize = 1 << 16

  private let path: String
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Begins a file beside its place; one that has the name already stays until `finish`.
  public init(_ path: String) throws(OutputFile.Failure) {
    // A limit on file sizes (RLIMIT_FSIZE) would kill the process; as an error of write(2) it can be explained.
    signal(SIGXFSZ, SIG_IGN)
    self.path = path
    temporary = path + ".part-\(getpid())"
    unlink(temporary)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw OutputFile.Failure(errno: errno) }
  }

  /// Takes away what was begun and not finished.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Adds bytes.
  public func write(_ bytes: [UInt8]) throws(OutputFile.Failure) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Puts the file under its name.
  public func finish() throws(OutputFile.Failure) {
    try flush()
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw OutputFile.Failure(errno: errno) }
    guard rename(temporary, path) == 0 else { throw OutputFile.Failure(errno: errno) }
    close(descriptor)
    descriptor = -1
  }

  private func flush() throws(OutputFile.Failure) {
    let code = buffer.withUnsafeBytes { DescriptorWriting.write($0, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
    if let code { throw OutputFile.Failure(errno: code) }
  }
}
