import Evidence
import Glibc
import Storage

/// A mailbox that is read in pieces, in memory that does not grow with it.
enum MailboxFile {
  /// How much is read at once, in bytes.
  private static let piece = 256 << 10

  /// Finds one mail and reads it.
  ///
  /// - Parameter limit: the largest mail that is read, in bytes.
  static func message(
    _ choice: MailChoice, of path: String, limit: Int
  ) throws(EvidenceObstacle) -> (bytes: [UInt8], file: StoredFile, range: Range<Int>) {
    do throws(InputFile.Failure) { _ = try InputFile.size(of: path) } catch { throw EvidenceObstacle(error) }
    // A pipe that took the file's place meanwhile must not make anybody wait.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw EvidenceObstacle(InputFile.failure(errno)) }
    defer { close(descriptor) }
    let before = try status(of: descriptor)
    let search = try search(for: choice, in: descriptor)
    guard search.count > 0 else { throw .noMailbox }
    guard let find = search.finds.first else { throw .noSuchMessage(of: search.count) }
    guard search.finds.count == 1 else { throw .severalMessages(search.finds.map(\.number)) }
    guard find.range.count <= limit else { throw .tooLarge(bytes: find.range.count) }
    let bytes = try read(find.range, of: descriptor)
    let after = try status(of: descriptor)
    guard before == after else { throw .changed }
    return (bytes, StoredFile(path: path, size: after.size, stamp: after.stamp), find.range)
  }

  /// How many mails a file has; `nil` where it is no mailbox or cannot be read.
  static func count(of path: String) -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return (try? status(of: descriptor)).flatMap { _ in try? search(for: nil, in: descriptor).count }
  }

  private struct Status: Equatable {
    var size: Int
    var stamp: FileStamp
  }

  private static func status(of descriptor: Int32) throws(EvidenceObstacle) -> Status {
    do throws(InputFile.Failure) {
      let status = try InputFile.status(of: descriptor)
      return Status(size: Int(status.st_size), stamp: FileStamp(status))
    } catch {
      throw EvidenceObstacle(error)
    }
  }

  private static func search(for choice: MailChoice?, in descriptor: Int32) throws(EvidenceObstacle) -> MailboxSearch {
    var search = MailboxSearch(for: choice)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable }
      guard count > 0 else { break }
      search.read(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      guard search.mayBeMailbox else { break }
    }
    search.finish()
    return search
  }

  private static func read(_ range: Range<Int>, of descriptor: Int32) throws(EvidenceObstacle) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { memory, filled in
      while filled < range.count {
        let count = pread(
          descriptor, memory.baseAddress?.advanced(by: filled), range.count - filled, range.lowerBound + filled)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        filled += count
      }
    }
    // It ended before the place where it had a mail a moment ago.
    guard bytes.count == range.count else { throw .changed }
    return bytes
  }
}

extension EvidenceObstacle {
  /// What kept a file from being read.
  init(_ failure: InputFile.Failure) {
    switch failure {
    case .missing: self = .missing
    case .isFolder: self = .folder
    case .notPermitted: self = .notPermitted
    case .notAFile: self = .notAFile
    case .tooLarge(let bytes): self = .tooLarge(bytes: bytes)
    case .changed: self = .changed
    case .other: self = .unreadable
    }
  }
}
