import Digests
import Glibc

/// A file this program wrote some time ago: looked at and removed only where it was, and only if it is still the same.
///
/// No link is followed on the way: what a record names below its folder lies below that folder, or is not touched.
public struct RecordedFile: Sendable {
  /// What became of it.
  public enum State: Hashable, Sendable {
    /// There, with the content it was written with; a folder is there.
    case same
    /// There, with other content.
    case changed
    /// Not there.
    case gone
    /// Something else is there, a link leads elsewhere, or it cannot be read.
    case other
  }

  /// Its path, whole.
  public let path: String
  private let base: String
  private let steps: [String]
  private let sha256: String?

  /// Names a file or a folder.
  ///
  /// - Parameters:
  ///   - path: relative to `folder`, or absolute.
  ///   - folder: the record's folder.
  ///   - sha256: what it was written with, lower-case hexadecimal; nil for a folder.
  /// - Returns: nil if the path leads out of the folder by `..`, or is empty.
  public init?(_ path: String, in folder: String, sha256: String?) {
    let steps = path.split(separator: "/").map(String.init)
    guard !steps.isEmpty, !steps.contains(where: { $0 == ".." || $0 == "." }) else { return nil }
    base = path.hasPrefix("/") ? "/" : folder
    self.path = path.hasPrefix("/") ? path : (folder == "/" ? "/" : folder + "/") + path
    self.steps = steps
    self.sha256 = sha256
  }

  /// What is there now.
  public var state: State {
    withParent { parent, name in
      guard let parent else { return errno == ENOENT ? .gone : .other }
      return Self.state(of: name, in: parent, sha256: sha256)
    }
  }

  /// Removes it if it is the same as it was written, or an empty folder.
  ///
  /// - Returns: whether it is gone now.
  public func remove() -> Bool {
    withParent { parent, name in
      guard let parent else { return errno == ENOENT }
      switch Self.state(of: name, in: parent, sha256: sha256) {
      case .gone: return true
      case .same: return unlinkat(parent, name, sha256 == nil ? AT_REMOVEDIR : 0) == 0
      case .changed, .other: return false
      }
    }
  }

  private func withParent<Result>(_ body: (_ parent: Int32?, _ name: String) -> Result) -> Result {
    let name = steps[steps.count - 1]
    var folder = open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for step in steps.dropLast() where folder >= 0 {
      let next = openat(folder, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(folder)
      errno = code
      folder = next
    }
    guard folder >= 0 else { return body(nil, name) }
    defer { close(folder) }
    return body(folder, name)
  }

  private static func state(of name: String, in parent: Int32, sha256: String?) -> State {
    var status = stat()
    guard fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return errno == ENOENT ? .gone : .other }
    guard let sha256 else { return status.st_mode & S_IFMT == S_IFDIR ? .same : .other }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    let descriptor = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .other }
    defer { close(descriptor) }
    guard let bytes = try? InputFile.contents(of: descriptor, expecting: Int(status.st_size), limit: .max) else {
      return .other
    }
    return SHA256Digest(of: bytes).hexadecimal == sha256 ? .same : .changed
  }
}
