import Glibc
import Storage

/// Files that belong beside a document: all of them in a folder of their own, or none.
public struct OutputFolder: Sendable {
  /// The folder's path.
  public let path: String
  /// The files that were written, in the order they were given; their names may differ from those with `.suffix`.
  public let written: [String]

  /// The folder beside a document: `complaint-FR-annexes` beside `complaint-FR.pdf`.
  public static func path(beside document: String) -> String {
    let stem = document.hasSuffix(".pdf") ? String(document.dropLast(".pdf".count)) : document
    return stem + "-annexes"
  }

  /// Writes files into a folder that only its owner can open.
  ///
  /// - Parameters:
  ///   - files: names without a path, and their content.
  ///   - path: the folder; made if it is not there.
  ///   - collision: what to do when a file of that name is there; a folder by itself is no collision.
  /// - Throws: `OutputFile.Failure`; then nothing of this call is left behind.
  public init(
    _ files: [(name: String, content: StoredBytes)], at path: String, collision: OutputFile.Collision
  ) throws(OutputFile.Failure) {
    let isNew = mkdir(path, 0o700) == 0
    if !isNew, errno != EEXIST { throw OutputFile.Failure(errno: errno) }
    var written: [String] = []
    do throws(OutputFile.Failure) {
      for file in files {
        written.append(try OutputFile.write(file.content, to: "\(path)/\(file.name)", collision: collision))
      }
    } catch {
      Self.remove(written, folder: path)
      throw error
    }
    self.path = path
    self.written = written
  }

  /// Takes back what was written, when what it belongs to could not be.
  public func remove() { Self.remove(written, folder: path) }

  private static func remove(_ files: [String], folder: String) {
    files.forEach { unlink($0) }
    // Fails, and should, when something else lies in it.
    rmdir(folder)
  }
}
