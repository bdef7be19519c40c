import ComplaintKit
import Glibc
import Storage

/// What stands in a folder.
public enum FolderListing {
  /// The names in a folder, hidden ones too, sorted; none if it cannot be read.
  static func names(in folder: String) -> [String] { FolderNames.all(in: folder) ?? [] }

  /// The names of the folders in a folder, sorted, hidden ones left out.
  public static func folders(in folder: String) -> [String] {
    names(in: folder).filter { !$0.hasPrefix(".") && InputFile.isFolder("\(folder)/\($0)") }
  }

  /// The names of what else is in a folder, sorted, hidden ones too.
  public static func files(in folder: String) -> [String] {
    names(in: folder).filter { !InputFile.isFolder("\(folder)/\($0)") }
  }

  /// The files of a folder itself, to be read in pieces; what cannot be opened is left out.
  public static func stored(in folder: String) throws(InputFile.Failure) -> [(name: String, content: StoredBytes)] {
    try entries(of: folder).filter { $0.kind == .file }.compactMap { entry in
      (try? InputFile.stored("\(folder)/\(entry.name)")).map { (entry.name, $0) }
    }
  }

  /// What stands in a folder, by name; links are not followed.
  static func entries(of folder: String) throws(InputFile.Failure) -> [FolderEntry] {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw InputFile.failure(errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFile }
    guard access(folder, R_OK | X_OK) == 0 else { throw InputFile.failure(errno) }
    return names(in: folder).map { name in
      var status = stat()
      // What is gone meanwhile is nothing that could be read.
      guard lstat("\(folder)/\(name)", &status) == 0 else { return FolderEntry(name: name, kind: .other) }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return FolderEntry(name: name, kind: .file)
      case S_IFDIR: return FolderEntry(name: name, kind: .folder)
      case S_IFLNK: return FolderEntry(name: name, kind: .link)
      default: return FolderEntry(name: name, kind: .other)
      }
    }
  }
}
