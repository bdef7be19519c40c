import Glibc
import Storage

/// A file that appears whole or not at all, readable by its owner only.
public struct OutputFile: Sendable {
  /// What to do when something of that name is there.
  public enum Collision: String, CaseIterable, Sendable {
    case abort
    case overwrite
    case suffix
  }

  /// Why nothing was written.
  public enum Failure: Error, Hashable, Sendable {
    case exists
    case noFolder
    case notPermitted
    case diskFull
    case tooLarge
    case isFolder
    /// What was to be copied is no longer what it was.
    case sourceChanged
    case other(errno: Int32)

    /// What a call's `errno` means.
    public init(errno: Int32) {
      self =
        switch errno {
        case ENOENT, ENOTDIR: .noFolder
        case EACCES, EPERM, EROFS: .notPermitted
        case ENOSPC, EDQUOT: .diskFull
        case EFBIG: .tooLarge
        case EEXIST: .exists
        case EISDIR: .isFolder
        default: .other(errno: errno)
        }
    }
  }

  /// Writes bytes to a path: to a temporary name beside it, flushed, then renamed.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - path: where it belongs.
  ///   - collision: what to do when the path is taken.
  /// - Returns: the path in the end, another only with `.suffix`.
  /// - Throws: `Failure`; then nothing is left behind and nothing was overwritten.
  public static func write(_ bytes: [UInt8], to path: String, collision: Collision) throws(Failure) -> String {
    try write(StoredBytes(bytes), to: path, collision: collision)
  }

  /// Writes what may be large, piece by piece; what was ``begun(_:)`` for this path only gets its name.
  public static func write(_ content: StoredBytes, to path: String, collision: Collision) throws(Failure) -> String {
    endureFileLimits()
    if isFolder(path) { throw .isFolder }
    if collision == .abort, access(path, F_OK) == 0 { throw .exists }
    let temporary = part(path)
    if let file = content.scratch, file.isNamed(temporary) {
      try flush(file.descriptor)
      let placed = try place(temporary, at: path, collision: collision)
      file.release()
      return placed
    }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    do throws(Failure) {
      try fill(descriptor, with: content)
      return try place(temporary, at: path, collision: collision)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// The temporary file beside a path, for content that is written as it is made; nil if it cannot be there.
  public static func begun(_ path: String) -> ScratchFile? {
    endureFileLimits()
    return ScratchFile(at: part(path))
  }

  private static func part(_ path: String) -> String { path + ".part-\(getpid())" }

  /// A limit on file sizes (RLIMIT_FSIZE) would kill the process; as an error of write(2) it can be explained.
  private static func endureFileLimits() { signal(SIGXFSZ, SIG_IGN) }

  /// Takes away a file that this program wrote and nobody needs any more.
  public static func remove(_ path: String) { unlink(path) }

  /// The whole path of a file that is there.
  public static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func fill(_ descriptor: Int32, with content: StoredBytes) throws(Failure) {
    var failure: Failure?
    do throws(StorageError) {
      try content.read { chunk in
        failure = DescriptorWriting.write(chunk, to: descriptor).map { Failure(errno: $0) }
        return failure == nil
      }
    } catch {
      switch error {
      case .changed: failure = .sourceChanged
      case .file(let code): failure = .other(errno: code)
      }
    }
    if failure == nil { do throws(Failure) { try flush(descriptor) } catch { failure = error } }
    if close(descriptor) != 0, failure == nil { failure = Failure(errno: errno) }
    if let failure { throw failure }
  }

  private static func flush(_ descriptor: Int32) throws(Failure) {
    guard fsync(descriptor) != 0, errno != EINVAL, errno != EROFS else { return }
    throw Failure(errno: errno)
  }

  /// `link` refuses a name that is taken, where `rename` would replace it in silence.
  private static func place(_ temporary: String, at path: String, collision: Collision) throws(Failure) -> String {
    guard collision != .overwrite else {
      guard rename(temporary, path) == 0 else { throw Failure(errno: errno) }
      return path
    }
    for number in 1...9_999 {
      let candidate = number == 1 ? path : suffixed(path, number)
      if link(temporary, candidate) == 0 {
        unlink(temporary)
        return candidate
      }
      // Some file systems have no hard links; there the check before the rename must do.
      if errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK {
        if access(candidate, F_OK) != 0 {
          guard rename(temporary, candidate) == 0 else { throw Failure(errno: errno) }
          return candidate
        }
      } else if errno != EEXIST {
        throw Failure(errno: errno)
      }
      if collision == .abort { break }
    }
    throw .exists
  }

  private static func suffixed(_ path: String, _ number: Int) -> String {
    let folder = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[folder...].lastIndex(of: "."), dot > folder else { return "\(path)-\(number)" }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
