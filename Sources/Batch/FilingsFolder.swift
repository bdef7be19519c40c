import CFileSystem
import Digests
import Glibc
import Storage

/// The folder of a batch: its files appear whole or not at all, and only their owner can read them.
public final class FilingsFolder: Sendable {
  /// Why something cannot be written.
  public struct Failure: Error, Hashable, Sendable {
    /// What the system said; 0 where a file to be copied changed meanwhile.
    public let errno: Int32

    /// Takes what the system said.
    public init(errno: Int32) { self.errno = errno }

    /// What was to be copied is no longer what it was.
    public static let sourceChanged = Failure(errno: 0)

    /// Whether only this file is affected, and the next may well be written.
    public var concernsOneFile: Bool { errno == 0 || errno == EFBIG || errno == ENAMETOOLONG }
  }

  /// Where it is.
  public let path: String
  private let descriptor: Int32

  /// Opens the folder, and makes it for its owner only if it is not there.
  public init(_ path: String) throws(Failure) {
    // A limit on file sizes (RLIMIT_FSIZE) would kill the process; as an error of write(2) it can be explained.
    signal(SIGXFSZ, SIG_IGN)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure(errno: errno) }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// Writes a file to a temporary name, then gives it its own, whatever had it before.
  ///
  /// It is on the disk for certain after ``sync()``.
  public func write(_ content: StoredBytes, to name: String) throws(Failure) -> FiledFile {
    let temporary = Self.temporary(name)
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    var file = openat(descriptor, temporary, flags, 0o600)
    if file < 0, errno == ENOENT, name.contains("/") {
      try makeFolders(of: name)
      file = openat(descriptor, temporary, flags, 0o600)
    }
    guard file >= 0 else { throw Failure(errno: errno) }
    do throws(Failure) {
      let sha256 = try Self.fill(file, with: content)
      guard close(file) == 0 else { throw Failure(errno: errno) }
      guard renameat(descriptor, temporary, descriptor, name) == 0 else { throw Failure(errno: errno) }
      return FiledFile(name: name, size: content.count, sha256: sha256)
    } catch {
      unlinkat(descriptor, temporary, 0)
      throw error
    }
  }

  /// Takes over a file of another folder: as a second name of the same file where that can be, else as a copy.
  public func adopt(_ file: FiledFile, from other: FilingsFolder) throws(Failure) {
    if file.name.contains("/") { try makeFolders(of: file.name) }
    unlinkat(descriptor, file.name, 0)
    if linkat(other.descriptor, file.name, descriptor, file.name, 0) == 0 { return }
    guard [EXDEV, EPERM, EMLINK, ENOTSUP, ENOSYS].contains(errno) else { throw Failure(errno: errno) }
    let source = openat(other.descriptor, file.name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard source >= 0 else { throw Failure(errno: errno) }
    defer { close(source) }
    var bytes = [UInt8](repeating: 0, count: file.size)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(source, $0.baseAddress?.advanced(by: filled), $0.count - filled, filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(errno: count == 0 ? EIO : errno) }
      filled += count
    }
    guard try write(StoredBytes(bytes), to: file.name) == file else { throw .sourceChanged }
  }

  /// Makes the folders a file lies in.
  private func makeFolders(of name: String) throws(Failure) {
    for slash in name.indices where name[slash] == "/" {
      guard mkdirat(descriptor, String(name[..<slash]), 0o700) == 0 || errno == EEXIST else {
        throw Failure(errno: errno)
      }
    }
  }

  private static func fill(_ file: Int32, with content: StoredBytes) throws(Failure) -> SHA256Digest {
    let hasher = SHA256Hasher()
    var failure: Failure?
    do throws(StorageError) {
      try content.read { chunk in
        hasher.add(chunk)
        failure = DescriptorWriting.write(chunk, to: file).map { Failure(errno: $0) }
        return failure == nil
      }
    } catch {
      switch error {
      case .changed: failure = Failure(errno: 0)
      case .file(let code): failure = Failure(errno: code)
      }
    }
    if let failure {
      close(file)
      throw failure
    }
    return hasher.finish()
  }

  /// Whether a file is there as it was written: its size and its hash.
  public func holds(_ wanted: FiledFile) -> Bool {
    let file = openat(descriptor, wanted.name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == wanted.size else {
      return false
    }
    let hasher = SHA256Hasher()
    var buffer = [UInt8](repeating: 0, count: min(1 << 18, max(1, wanted.size)))
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return false }
      if count == 0 { break }
      buffer.withUnsafeBytes { hasher.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    return hasher.finish() == wanted.sha256
  }

  /// Takes a file away, and the folders it lay in if nothing else is in them.
  ///
  /// - Returns: whether it is gone.
  @discardableResult public func remove(_ name: String) -> Bool {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT || errno == ENOTDIR else { return false }
    // Fails, and should, while something else lies in it.
    for slash in name.indices.reversed() where name[slash] == "/" {
      unlinkat(descriptor, String(name[..<slash]), AT_REMOVEDIR)
    }
    return true
  }

  /// Lets nobody write to a file by mistake.
  public func protect(_ name: String) { fchmodat(descriptor, name, 0o400, 0) }

  /// Waits until everything written so far is on the disk: once for many files.
  public func sync() throws(Failure) {
    guard syncfs(descriptor) == 0 || errno == ENOSYS || errno == EINVAL else { throw Failure(errno: errno) }
  }

  // MARK: What else lies there

  private static let mark = ".part-"

  /// `M-1.pdf` becomes `.part-M-1.pdf` in the same folder.
  private static func temporary(_ name: String) -> String {
    guard let slash = name.lastIndex(of: "/") else { return mark + name }
    return name[...slash] + mark + name[name.index(after: slash)...]
  }

  /// Takes away what a run that was killed had begun; nobody else writes here meanwhile.
  public func sweep() { sweep("", depth: 3) }

  private func sweep(_ folder: String, depth: Int) {
    for name in Self.names(in: "\(path)/\(folder)") {
      if name.hasPrefix(Self.mark) || name.contains(".csv" + Self.mark) {
        unlinkat(descriptor, folder + name, 0)
      } else if depth > 0 {
        sweep("\(folder)\(name)/", depth: depth - 1)
      }
    }
  }

  /// The names of everything in it, sorted, hidden ones too.
  public func names() -> [String] { Self.names(in: path) }

  /// The names of all files in it, those in folders with the names of these before them.
  public func files() -> [String] { files(in: "", depth: 3) }

  private func files(in folder: String, depth: Int) -> [String] {
    Self.names(in: "\(path)/\(folder)").flatMap { name -> [String] in
      let file = folder + name
      var status = stat()
      guard fstatat(descriptor, file, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return [] }
      guard status.st_mode & S_IFMT == S_IFDIR else { return [file] }
      return depth > 0 ? files(in: file + "/", depth: depth - 1) : []
    }
  }

  /// The names in a folder in it, sorted; none if it is not there.
  public func names(in folder: String) -> [String] { Self.names(in: "\(path)/\(folder)") }

  /// A link is not followed: what it leads to is not ours.
  private static func names(in folder: String) -> [String] { FolderNames.all(in: folder, followsLinks: false) ?? [] }
}
