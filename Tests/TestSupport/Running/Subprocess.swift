import Foundation

/// What a program said and how it ended.
public struct ProcessOutcome: Sendable {
  /// Its exit status; negative is the number of the signal that ended it.
  public var status: Int32
  /// What it wrote to standard output.
  public var output: Data
  /// What it wrote to standard error.
  public var errors: String

  /// What it wrote to standard output, as text.
  public var text: String { String(decoding: output, as: UTF8.self) }
}

/// Why a program could not be run.
public struct SubprocessError: Error, CustomStringConvertible {
  /// One line for people.
  public var description: String
}

/// Programs that tests start.
public enum Subprocess {
  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - program: a path, or a name to be looked up in `PATH`.
  ///   - arguments: after the program's name.
  ///   - input: what it reads from standard input; nothing by default, never a terminal.
  ///   - environment: all of it; that of the tests by default.
  ///   - directory: where it runs.
  ///   - seconds: after which it is ended, which throws.
  public static func run(
    _ program: String, _ arguments: [String] = [], input: Data = Data(), environment: [String: String]? = nil,
    directory: URL? = nil, seconds: Double = 120
  ) throws -> ProcessOutcome {
    try withTemporaryFolder { folder in
      // Files and not pipes: a full pipe that nobody reads would hang both sides.
      let names = ["input", "output", "errors"].map { folder.appendingPathComponent($0) }
      try input.write(to: names[0])
      for name in names.dropFirst() { try Data().write(to: name) }
      let process = try prepare(program, arguments, environment, directory)
      process.standardInput = try FileHandle(forReadingFrom: names[0])
      process.standardOutput = try FileHandle(forWritingTo: names[1])
      process.standardError = try FileHandle(forWritingTo: names[2])
      try process.run()
      try wait(for: process, program, seconds: seconds)
      return ProcessOutcome(
        status: status(of: process), output: try Data(contentsOf: names[1]),
        errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }
  }

  /// Runs a program on a terminal to its end; see `Tool.runOnTerminal`.
  public static func runOnTerminal(
    _ program: String, _ arguments: [String] = [], typed: String = "", environment: [String: String]? = nil,
    directory: URL? = nil, seconds: Double = 30
  ) throws -> ProcessOutcome {
    let terminal = try PseudoTerminal()
    let process = try prepare(program, arguments, environment, directory)
    process.standardInput = terminal.slave
    process.standardOutput = terminal.slave
    process.standardError = terminal.slave
    try process.run()
    try terminal.slave.close()
    try terminal.master.write(contentsOf: Data(typed.utf8))
    let shown = terminal.readToEnd(seconds: seconds)
    try wait(for: process, program, seconds: seconds)
    return ProcessOutcome(status: status(of: process), output: shown, errors: "")
  }

  static func prepare(
    _ program: String, _ arguments: [String], _ environment: [String: String]?, _ directory: URL?
  ) throws -> Process {
    let process = Process()
    guard let path = find(program) else { throw SubprocessError(description: "\(program) is not there") }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let environment { process.environment = environment }
    if let directory { process.currentDirectoryURL = directory }
    return process
  }

  static func wait(for process: Process, _ program: String, seconds: Double) throws {
    let end = Date().addingTimeInterval(seconds)
    while process.isRunning {
      if Date() > end {
        // Not SIGTERM: a program may be started with it blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        throw SubprocessError(description: "\(program) did not end within \(seconds) s")
      }
      Thread.sleep(forTimeInterval: 0.002)
    }
    process.waitUntilExit()
  }

  static func status(of process: Process) -> Int32 {
    process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
  }

  /// The path of a program; nil if it is not there.
  public static func find(_ program: String) -> String? {
    if program.contains("/") { return FileManager.default.isExecutableFile(atPath: program) ? program : nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A Python that has a module; nil if none has.
  ///
  /// Debian's own may lie behind another one in `PATH`.
  public static func python(with module: String) -> String? {
    ["python3", "/usr/bin/python3"].first { candidate in
      (try? run(candidate, ["-c", "import \(module)"]))?.status == 0
    }
  }
}
