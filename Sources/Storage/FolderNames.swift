import Glibc

/// What stands in a folder.
public enum FolderNames {
  /// The names but `.` and `..`, hidden ones too, sorted: the order of the directory never shows.
  ///
  /// - Parameter followsLinks: whether the folder may be a link to one.
  /// - Returns: nil if it cannot be read.
  public static func all(in folder: String, followsLinks: Bool = true) -> [String]? {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { return nil }
    guard let directory = fdopendir(descriptor) else {
      close(descriptor)
      return nil
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
