import Glibc

/// What stands in a folder.
public enum FolderListing {
  /// The names in a folder, hidden ones too, sorted: the order of the directory never shows.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
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

  /// The names of the folders in a folder, sorted, hidden ones left out.
  public static func folders(in folder: String) -> [String] {
    names(in: folder).filter { !$0.hasPrefix(".") && InputFile.isFolder("\(folder)/\($0)") }
  }

  /// The names of what else is in a folder, sorted, hidden ones too.
  public static func files(in folder: String) -> [String] {
    names(in: folder).filter { !InputFile.isFolder("\(folder)/\($0)") }
  }
}
