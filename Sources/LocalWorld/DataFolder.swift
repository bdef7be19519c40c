import Glibc

/// The folder with `templates/` and `locales/`.
public struct DataFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Takes a folder if it holds templates and locales.
  public init?(path: String) {
    guard Self.isFolder(path + "/templates"), Self.isFolder(path + "/locales") else { return nil }
    self.path = path
  }

  /// Finds the data beside the program: `../share/complain` when installed, the repository when built in it.
  ///
  /// - Parameter program: the program's own path, links resolved.
  public init?(besideProgram program: String) {
    var folder = Self.parent(of: program)
    if let installed = DataFolder(path: Self.parent(of: folder) + "/share/complain") {
      self = installed
      return
    }
    while folder.count > 1 {
      if let found = DataFolder(path: folder) {
        self = found
        return
      }
      folder = Self.parent(of: folder)
    }
    return nil
  }

  /// The path of the running program, links resolved; nil where the system does not tell.
  public static func programPath() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// Reads a file of the folder; nil if there is none.
  public func read(_ relative: String) -> [UInt8]? { try? InputFile.read(path + "/" + relative) }

  /// The names in a folder of the data, sorted; the order of the directory never shows.
  public func names(in relative: String) -> [String] {
    FolderListing.names(in: path + "/" + relative).filter { !$0.hasPrefix(".") }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
