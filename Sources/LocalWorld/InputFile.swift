import Glibc
import Matter
import Storage

/// A file as it is read: whole, within a limit, or with the reason why not.
public enum InputFile {
  /// Why a file cannot be read.
  public enum Failure: Error, Hashable, Sendable {
    case missing
    case isFolder
    case notPermitted
    case notAFile
    case tooLarge(bytes: Int)
    /// Somebody wrote to it, or put another in its place, while it was read.
    case changed
    case other(errno: Int32)
  }

  /// Whether something of this name is there.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// A path with every link followed; nil if nothing is there.
  static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether a folder of this name is there.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The size of a file without reading it.
  public static func size(of path: String) throws(Failure) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isFolder
    case S_IFREG: return Int(status.st_size)
    default: throw .notAFile
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - limit: the largest size that is read, in bytes.
  public static func read(_ path: String, limit: Int = 64 << 20) throws(Failure) -> [UInt8] {
    let size = try size(of: path)
    guard size <= limit else { throw .tooLarge(bytes: size) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    return try contents(of: descriptor, expecting: size, limit: limit)
  }

  /// Reads a file that must stay as it is, and says how to find it again.
  ///
  /// - Throws: `Failure.changed` where what was read is no state the file was ever in.
  static func readOnce(_ path: String, limit: Int) throws(Failure) -> (bytes: [UInt8], file: StoredFile) {
    _ = try size(of: path)
    // A pipe that took the file's place meanwhile must not make anybody wait.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    let before = try status(of: descriptor)
    guard before.st_size <= limit else { throw .tooLarge(bytes: Int(before.st_size)) }
    let bytes = try contents(of: descriptor, expecting: Int(before.st_size), limit: limit)
    let (first, last) = (FileStamp(before), FileStamp(try status(of: descriptor)))
    guard first == last, bytes.count == before.st_size else { throw .changed }
    return (bytes, StoredFile(path: path, size: bytes.count, stamp: last))
  }

  /// A file that is read in pieces when it is asked for, and must then be as it is now.
  public static func stored(_ path: String) throws(Failure) -> StoredBytes {
    _ = try size(of: path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    let now = try status(of: descriptor)
    return StoredBytes(StoredFile(path: path, size: Int(now.st_size), stamp: FileStamp(now)))
  }

  static func status(of descriptor: Int32) throws(Failure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    return status
  }

  /// The path as the disk has it: a file whose name differs only in how accents and blanks are written, if there is no other.
  ///
  /// A Mac takes letters and accents apart and writes U+202F into the names of screenshots; a matter is read with its
  /// letters put together.
  public static func spelled(_ path: String) -> String {
    guard !exists(path), let last = path.split(separator: "/").last, path.hasSuffix(last) else { return path }
    let above = String(path.dropLast(last.count))
    let folder = above.isEmpty || exists(above) ? above : spelled(String(above.dropLast())) + "/"
    let wanted = folded(String(last))
    let found = FolderListing.names(in: folder.isEmpty ? "." : folder).filter { folded($0) == wanted }
    // Two that fit are none: which is meant cannot be told.
    return found.count == 1 ? folder + found[0] : path
  }

  /// A name with letters and accents put together and every blank an ordinary one.
  private static func folded(_ name: String) -> String {
    String(name.composed.map { $0.isWhitespace ? " " : $0 })
  }

  /// Reads standard input to its end.
  public static func readStandardInput(limit: Int = 8 << 20) throws(Failure) -> [UInt8] {
    try contents(of: STDIN_FILENO, expecting: 0, limit: limit)
  }

  static func contents(of descriptor: Int32, expecting size: Int, limit: Int) throws(Failure) -> [UInt8] {
    // One byte more than the file had: a file that grows meanwhile is noticed, one that did not needs no second read.
    var code: Int32 = 0
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { memory, filled in
      while filled < memory.count {
        let count = Glibc.read(descriptor, memory.baseAddress?.advanced(by: filled), memory.count - filled)
        if count < 0, errno == EINTR { continue }
        if count < 0 { code = errno }
        guard count > 0 else { return }
        filled += count
      }
    }
    guard code == 0 else { throw failure(code) }
    guard bytes.count > size else { return bytes }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  static func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isFolder
    case EACCES, EPERM: .notPermitted
    default: .other(errno: code)
    }
  }
}
