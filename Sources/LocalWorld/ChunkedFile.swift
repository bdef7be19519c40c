import Glibc

/// A file that is read in pieces, however large it is.
public final class ChunkedFile {
  private let descriptor: Int32

  /// Opens a file; it is closed when nobody holds this any more.
  public init(_ path: String) throws(InputFile.Failure) {
    _ = try InputFile.size(of: path)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.failure(errno) }
  }

  deinit { close(descriptor) }

  /// The next bytes, at most as many as asked for; `nil` at the end.
  public func next(_ count: Int) throws(InputFile.Failure) -> [UInt8]? {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, filled in
      while true {
        let read = Glibc.read(descriptor, memory.baseAddress, count)
        if read < 0, errno == EINTR { continue }
        if read < 0 { code = errno }
        filled = max(0, read)
        return
      }
    }
    guard code == 0 else { throw InputFile.failure(code) }
    return bytes.isEmpty ? nil : bytes
  }
}
