import Digests
import Glibc

extension StoredBytes {
  /// How much is read at once, in bytes.
  private static let chunkSize = 1 << 18

  /// Reads everything in order, piece by piece.
  ///
  /// - Parameter take: is given what comes next, good only for the call; false ends the reading.
  /// - Throws: `StorageError.changed` where a file is not what it was, before or after its bytes were given.
  public func read(_ take: (UnsafeRawBufferPointer) -> Bool) throws(StorageError) {
    var opened: OpenFile?
    var buffer: UnsafeMutableRawBufferPointer?
    defer {
      opened?.close()
      buffer?.deallocate()
    }
    for piece in pieces {
      if case .memory(let bytes, let range) = piece {
        guard bytes.withUnsafeBytes({ take(UnsafeRawBufferPointer(rebasing: $0[range])) }) else { return }
        continue
      }
      let memory = buffer ?? .allocate(byteCount: Self.chunkSize, alignment: 16)
      buffer = memory
      switch piece {
      case .memory: break
      case .scratch(let file, let range):
        guard try Self.read(range, of: file.descriptor, through: memory, take) else { return }
      case .file(let file, let range):
        if opened?.file != file {
          try opened?.check()
          opened?.close()
          opened = nil
          opened = try OpenFile(file)
        }
        guard let opened, try Self.read(range, of: opened.descriptor, through: memory, take) else { return }
      }
    }
    try opened?.check()
  }

  /// Their SHA-256.
  public func sha256() throws(StorageError) -> SHA256Digest {
    let hasher = SHA256Hasher()
    try read { chunk in
      hasher.add(chunk)
      return true
    }
    return hasher.finish()
  }

  private static func read(
    _ range: Range<Int>, of descriptor: Int32, through memory: UnsafeMutableRawBufferPointer,
    _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(StorageError) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let count = pread(descriptor, memory.baseAddress, min(memory.count, range.upperBound - place), place)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .file(errno: errno) }
      guard count > 0 else { throw .changed }
      guard take(UnsafeRawBufferPointer(rebasing: memory[..<count])) else { return false }
      place += count
    }
    return true
  }
}

/// A person's file while it is read.
private struct OpenFile {
  let file: StoredFile
  let descriptor: Int32

  init(_ file: StoredFile) throws(StorageError) {
    self.file = file
    descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    // What was there when it was read and cannot be opened now has changed, whatever the system calls it.
    guard descriptor >= 0 else { throw .changed }
    do throws(StorageError) { try check() } catch {
      close()
      throw error
    }
  }

  func close() { Glibc.close(descriptor) }

  /// Throws where somebody wrote to it or put another in its place.
  func check() throws(StorageError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(errno: errno) }
    guard file.isUnchanged(status) else { throw .changed }
  }
}
