import Foundation

/// The program as this build made it, run as a person would run it.
public enum Tool {
  /// Where it is.
  public static let path = Repository.products.appendingPathComponent("complain").path

  /// Runs it to its end.
  ///
  /// It gets an environment of its own, a home that is empty, no terminal and no proxy, so that a test proves the same on
  /// every machine.
  ///
  /// - Parameters:
  ///   - arguments: after the program's name.
  ///   - input: what it reads from standard input.
  ///   - environment: added to its own.
  ///   - directory: where it runs; an empty folder by default.
  ///   - limits: a program and its arguments to start it through, such as `["prlimit", "--fsize=1000"]`.
  ///   - seconds: after which it is ended, which throws.
  public static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], directory: URL? = nil,
    limits: [String] = [], seconds: Double = 120
  ) throws -> ProcessOutcome {
    try withTemporaryFolder { folder in
      let home = folder.appendingPathComponent("home")
      let here = directory ?? folder.appendingPathComponent("here")
      for place in [home, here] {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      }
      let line = limits + [path] + arguments
      return try Subprocess.run(
        line[0], Array(line.dropFirst()), input: Data(input.utf8),
        environment: self.environment(home: home).merging(environment) { $1 }, directory: here, seconds: seconds)
    }
  }

  /// Runs it on a terminal: it finds standard input, output and error to be one, and reads what a person types.
  ///
  /// - Parameters:
  ///   - typed: what the person types, all at once; `\u{4}` is end of input.
  /// - Returns: what the terminal shows in `output`; line ends are CR LF, and what is typed is echoed.
  public static func runOnTerminal(
    _ arguments: [String], typed: String = "", environment: [String: String] = [:], directory: URL? = nil,
    seconds: Double = 30
  ) throws -> ProcessOutcome {
    try withTemporaryFolder { folder in
      let environment = self.environment(home: folder).merging(["TERM": "xterm-256color"]) { $1 }
        .merging(environment) { $1 }
      return try Subprocess.runOnTerminal(
        path, arguments, typed: typed, environment: environment, directory: directory ?? folder, seconds: seconds)
    }
  }

  /// Starts it on a terminal with somebody at it.
  public static func session(
    _ arguments: [String], environment: [String: String] = [:], directory: URL
  ) throws -> TerminalSession {
    let environment = self.environment(home: directory).merging(["TERM": "xterm-256color"]) { $1 }
      .merging(environment) { $1 }
    return try TerminalSession(path, arguments, environment: environment, directory: directory)
  }

  private static func environment(home: URL) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home.path, "LANG": "C.UTF-8",
      "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
  }
}
