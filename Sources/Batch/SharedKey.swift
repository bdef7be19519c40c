import Digests
import Glibc
import Storage

/// The key that the ledgers of all parts of a batch have in common, so that what they say can still be compared when they
/// are joined.
public enum SharedKey {
  /// Its name in the folder in which the parts have theirs.
  public static let name = "shards.key"

  /// The key that lies in a folder.
  ///
  /// Where there is none, the one given is put there; many processes, on many machines, may ask at once and get the same.
  public static func key(in folder: String, orNew new: [UInt8]) throws(FilingsFolder.Failure) -> [UInt8] {
    let path = "\(folder)/\(name)"
    if let key = try read(path) { return key }
    let mark = SHA256Digest(of: new).hexadecimal.prefix(16)
    let temporary = "\(folder)/.part-\(name)-\(mark)"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .init(errno: errno) }
    defer {
      close(file)
      unlink(temporary)
    }
    if let code = new.withUnsafeBytes({ DescriptorWriting.write($0, to: file) }) { throw .init(errno: code) }
    guard fsync(file) == 0 || errno == EINVAL else { throw .init(errno: errno) }
    // Who comes first puts it there; the others take that one.
    guard link(temporary, path) == 0 || errno == EEXIST else { throw .init(errno: errno) }
    guard let key = try read(path) else { throw .init(errno: ENOENT) }
    return key
  }

  private static func read(_ path: String) throws(FilingsFolder.Failure) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw .init(errno: errno)
    }
    defer { close(file) }
    var key = [UInt8](repeating: 0, count: KeyedHash.keySize + 1)
    let count = Glibc.read(file, &key, key.count)
    guard count == KeyedHash.keySize else { throw .init(errno: EINVAL) }
    return Array(key.prefix(count))
  }
}
