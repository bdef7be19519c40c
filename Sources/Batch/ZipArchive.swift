import CArchive
import Glibc

/// Writes a ZIP file (libarchive): the same files in the same order give the same bytes, on every day and machine.
///
/// It appears under its name when it is whole. Entries are stored as they are: PDF files are compressed already.
public final class ZipArchive {
  /// Why it cannot be written.
  public typealias Failure = FilingsFolder.Failure

  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private let archive: OpaquePointer
  private var isFinished = false

  /// Begins a file beside its place.
  public init(_ path: String) throws(Failure) {
    self.path = path
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    temporary = "\(path[..<slash]).part-\(path[slash...])"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(errno: Glibc.errno) }
    guard let archive = archive_write_new() else {
      close(descriptor)
      unlink(temporary)
      throw Failure(errno: ENOMEM)
    }
    self.archive = archive
    do throws(Failure) {
      try check(archive_write_set_format_zip(archive))
      try check(archive_write_zip_set_compression_store(archive))
      // Else names depend on the locale.
      try check(archive_write_set_format_option(archive, "zip", "hdrcharset", "UTF-8"))
      // No padding to the blocks of a tape.
      try check(archive_write_set_bytes_in_last_block(archive, 1))
      try check(archive_write_open_fd(archive, descriptor))
    } catch {
      archive_write_free(archive)
      close(descriptor)
      unlink(temporary)
      isFinished = true
      throw error
    }
  }

  deinit {
    guard !isFinished else { return }
    archive_write_free(archive)
    close(descriptor)
    unlink(temporary)
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - source: where it is.
  ///   - name: its name in the archive.
  ///   - size: its size in bytes; a file that has another is a failure.
  public func add(_ source: String, as name: String, size: Int) throws(Failure) {
    let file = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw Failure(errno: Glibc.errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(errno: Glibc.errno) }
    guard Int(status.st_size) == size else { throw .sourceChanged }
    guard let entry = archive_entry_new() else { throw Failure(errno: ENOMEM) }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname_utf8(entry, name)
    archive_entry_set_size(entry, Int64(size))
    archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
    archive_entry_set_perm(entry, 0o600)
    // Before the first day a ZIP file knows, which it gets then in every time zone; the clock must not show in it.
    archive_entry_set_mtime(entry, 0, 0)
    try check(archive_write_header(archive, entry))
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var left = size
    while left > 0 {
      let count = read(file, &buffer, min(buffer.count, left))
      if count < 0, Glibc.errno == EINTR { continue }
      guard count > 0 else { throw Failure(errno: count == 0 ? EIO : Glibc.errno) }
      guard archive_write_data(archive, buffer, count) == count else {
        throw Failure(errno: archive_errno(archive))
      }
      left -= count
    }
  }

  /// Puts the file under its name.
  public func finish() throws(Failure) {
    try check(archive_write_close(archive))
    guard fsync(descriptor) == 0 || Glibc.errno == EINVAL else { throw Failure(errno: Glibc.errno) }
    guard rename(temporary, path) == 0 else { throw Failure(errno: Glibc.errno) }
    isFinished = true
    archive_write_free(archive)
    close(descriptor)
  }

  private func check(_ status: Int32) throws(Failure) {
    guard status != ARCHIVE_OK else { return }
    let code = archive_errno(archive)
    throw Failure(errno: code == 0 ? EIO : code)
  }
}
