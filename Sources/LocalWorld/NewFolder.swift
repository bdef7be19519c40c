import Glibc
import Storage

/// A folder that appears with all its files or not at all, and that only its owner can open.
public enum NewFolder {
  /// Why no folder was made.
  public enum Failure: Error, Hashable, Sendable {
    /// As for a file.
    case file(OutputFile.Failure)
    /// What is there holds other things than this program lays into such a folder, and is not replaced.
    case holdsOther
  }

  /// Writes files into a temporary folder beside the place and renames it.
  ///
  /// - Parameters:
  ///   - files: names without a path, and their content.
  ///   - path: where the folder belongs.
  ///   - collision: what to do when something of that name is there; a folder is replaced only if all it holds is `ours`.
  ///   - ours: whether a name in such a folder is one this program gives.
  /// - Returns: the path in the end, another only with `.suffix`.
  /// - Throws: `Failure`; then nothing is left behind and nothing was replaced.
  public static func write(
    _ files: [(name: String, content: StoredBytes)], to path: String, collision: OutputFile.Collision,
    ours: (String) -> Bool
  ) throws(Failure) -> String {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    switch (collision, kind(of: path)) {
    case (_, nil), (.suffix, _): break
    case (.abort, _): throw .file(.exists)
    case (.overwrite, S_IFDIR):
      guard names(in: path)?.allSatisfy(ours) == true else { throw .holdsOther }
    case (.overwrite, _): throw .holdsOther
    }
    let temporary = path + ".part-\(getpid())"
    guard mkdir(temporary, 0o700) == 0 else { throw .file(.init(errno: errno)) }
    do throws(Failure) {
      for file in files {
        do throws(OutputFile.Failure) {
          _ = try OutputFile.write(file.content, to: "\(temporary)/\(file.name)", collision: .abort)
        } catch {
          throw .file(error)
        }
      }
      return try place(temporary, at: path, collision: collision)
    } catch {
      remove(temporary)
      throw error
    }
  }

  /// Removes a folder of files; folders and links in it stay, and then so does it.
  private static func remove(_ folder: String) {
    for name in names(in: folder) ?? [] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  private static func place(
    _ temporary: String, at path: String, collision: OutputFile.Collision
  ) throws(Failure) -> String {
    if collision == .overwrite, kind(of: path) != nil {
      let aside = path + ".old-\(getpid())"
      guard rename(path, aside) == 0 else { throw .file(.init(errno: errno)) }
      guard rename(temporary, path) == 0 else {
        let code = errno
        rename(aside, path)
        throw .file(.init(errno: code))
      }
      remove(aside)
      return path
    }
    for number in 1...9_999 {
      let candidate = number == 1 ? path : "\(path)-\(number)"
      if kind(of: candidate) == nil {
        // Between the look and the rename somebody may have made it: only an empty folder would be replaced then.
        if rename(temporary, candidate) == 0 { return candidate }
        guard errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR else { throw .file(.init(errno: errno)) }
      }
      if collision == .abort { break }
    }
    throw .file(.exists)
  }

  /// What is at a path, links not followed; nil if nothing is.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The names in a folder but `.` and `..`, sorted; nil if it cannot be read.
  public static func names(in folder: String) -> [String]? { FolderNames.all(in: folder) }
}
