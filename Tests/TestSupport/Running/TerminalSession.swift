import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A program on a terminal with somebody at it: what it shows is read, and keys are typed in answer.
public final class TerminalSession {
  private let terminal: PseudoTerminal
  private let process: Process
  private let program: String
  /// Everything that was shown, without what only steers the terminal.
  public private(set) var shown = ""
  private var read = Data()

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - environment: all of it.
  ///   - directory: where it runs.
  public init(_ program: String, _ arguments: [String], environment: [String: String], directory: URL) throws {
    self.program = program
    terminal = try PseudoTerminal()
    process = try Subprocess.prepare(program, arguments, environment, directory)
    process.standardInput = terminal.slave
    process.standardOutput = terminal.slave
    process.standardError = terminal.slave
    try process.run()
  }

  /// Types keys: `\n` is Enter, `\u{3}` Ctrl-C, `\u{4}` Ctrl-D.
  public func type(_ keys: String) throws {
    try terminal.master.write(contentsOf: Data(keys.utf8.map { $0 == 0x0A ? 0x0D : $0 }))
  }

  /// Types keys and waits until something new ends with one of some texts, or the program is over.
  ///
  /// - Returns: what was shown since.
  @discardableResult
  public func type(_ keys: String, until endings: [String], seconds: Double = 30) throws -> String {
    let offset = shown.utf8.count
    try type(keys)
    return try wait(from: offset, until: endings, seconds: seconds)
  }

  /// Waits until what is shown ends with one of some texts, or the program is over.
  @discardableResult
  public func wait(until endings: [String], seconds: Double = 30) throws -> String {
    try wait(from: 0, until: endings, seconds: seconds)
  }

  private func wait(from offset: Int, until endings: [String], seconds: Double) throws -> String {
    let limit = Date().addingTimeInterval(seconds)
    while Date() < limit {
      let isOver = !process.isRunning
      let isMore = receive()
      let new = String(decoding: shown.utf8.dropFirst(offset), as: UTF8.self)
      // What was typed is echoed: only a prompt after a line of its own is a new one.
      if endings.contains(where: { new.hasSuffix("\n" + $0) || (offset == 0 && new.hasSuffix($0)) }) { return new }
      if isOver, !isMore { return new }
    }
    throw SubprocessError(description: "\(program) did not ask within \(seconds) s; it shows:\n\(shown.suffix(2000))")
  }

  /// Takes what is there; whether there was anything.
  private func receive() -> Bool {
    var state = pollfd(fd: terminal.master.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 20) > 0, state.revents & Int16(POLLIN) != 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = Glibc.read(terminal.master.fileDescriptor, &buffer, buffer.count)
    guard count > 0 else { return false }
    read.append(contentsOf: buffer[..<count])
    shown = Self.plain(String(decoding: read, as: UTF8.self))
    return true
  }

  /// The text without the marks of pastes, and with ordinary line ends.
  private static func plain(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
  }

  /// Everything the program sent, as it came.
  public var sent: String { String(decoding: read, as: UTF8.self) }

  /// Whether keys are shown by the terminal and lines are edited by it, as it is before and should be after a program.
  public var isAsBefore: Bool {
    var settings = termios()
    guard tcgetattr(terminal.slave.fileDescriptor, &settings) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  /// Waits for the end; its status, negative for a signal.
  public func end(seconds: Double = 60) throws -> Int32 {
    let limit = Date().addingTimeInterval(seconds)
    while process.isRunning {
      _ = receive()
      if Date() > limit { break }
    }
    while receive() {}
    try Subprocess.wait(for: process, program, seconds: 1)
    return Subprocess.status(of: process)
  }

  /// Ends it as nobody can refuse (SIGKILL).
  public func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
