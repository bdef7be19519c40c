import Glibc
import Storage

/// A folder of its own in which programs run on foreign bytes: bounded in time, memory and output, without network where
/// bubblewrap works.
///
/// The folder is readable by its owner only and bears no name of anything; it is gone when the sandbox is closed.
struct Sandbox: ~Copyable {
  /// What a run may take.
  struct Limits: Sendable {
    /// Wall-clock and processor time, in seconds.
    var seconds = 30
    /// Address space, in bytes.
    var memory = 2 << 30
    /// The largest file written, in bytes.
    var fileBytes = 128 << 20
  }

  /// How a run ended.
  enum Outcome: Hashable {
    case done
    case failed
    case tookTooLong
    case tooLarge
  }

  private let folder: String
  private let programs: String
  private let limits: Limits
  private let isolates: Bool

  /// Where the folder is inside the isolation.
  private static let inside = "/work"

  /// Makes the folder; nil where there is no room or no right.
  ///
  /// - Parameters:
  ///   - parent: where temporary folders go.
  ///   - programs: where the programs are: `/usr/bin`.
  init?(in parent: String, programs: String, limits: Limits = Limits()) {
    var template = Array("\(parent)/complain-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.programs = programs
    self.limits = limits
    isolates = Self.canIsolate(programs: programs)
  }

  /// Whether bubblewrap is there and this system lets it make namespaces.
  static func canIsolate(programs: String) -> Bool {
    let command = ["\(programs)/bwrap", "--unshare-all", "--ro-bind", "/", "/", "--", "\(programs)/true"]
    return Program.run(command) == 0
  }

  deinit {
    for name in FolderListing.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// Writes a file into the folder.
  func write(_ bytes: [UInt8], to name: String) -> Bool {
    let descriptor = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return bytes.withUnsafeBytes { DescriptorWriting.write($0, to: descriptor) } == nil
  }

  /// The files whose names begin so, in the order of their names, which programs pad with zeros.
  ///
  /// - Parameter keep: takes one after the other; they may be large together.
  func files(_ prefix: String, keep: ([UInt8]) -> StoredBytes = { StoredBytes($0) }) -> [StoredBytes] {
    FolderListing.names(in: folder).filter { $0.hasPrefix(prefix) }.map { "\(folder)/\($0)" }.compactMap { path in
      var status = stat()
      // A program that was taken over must not lead us elsewhere by a link.
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return (try? InputFile.read(path, limit: limits.fileBytes)).map(keep)
    }
  }

  /// Runs a program in the folder; what it prints is read by nobody.
  func run(_ program: String, _ arguments: [String]) -> Outcome {
    launch(bounds + (isolates ? isolation : []) + ["\(programs)/\(program)"] + arguments)
  }

  private var bounds: [String] {
    [
      "\(programs)/env", "--chdir=\(folder)", "PATH=\(programs)", "LC_ALL=C.UTF-8", "HOME=/tmp", "\(programs)/timeout",
      "--signal=KILL", String(limits.seconds), "\(programs)/prlimit", "--as=\(limits.memory)",
      "--cpu=\(limits.seconds)", "--fsize=\(limits.fileBytes)", "--core=0", "--nofile=256", "--",
    ]
  }

  private var isolation: [String] {
    [
      "\(programs)/bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr",
      "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
      "--ro-bind-try", "/etc/fonts", "/etc/fonts", "--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig",
      "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--bind", folder, Self.inside, "--chdir", Self.inside,
      "--",
    ]
  }

  private func launch(_ command: [String]) -> Outcome {
    switch Program.run(command) {
    case 0: .done
    // `timeout` killed it, or the limit on processor time did (128 + SIGKILL, 128 + SIGXCPU).
    case 124, 137, 128 + SIGXCPU: .tookTooLong
    case 128 + SIGXFSZ: .tooLarge
    default: .failed
    }
  }
}
