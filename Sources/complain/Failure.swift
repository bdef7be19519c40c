import LocalWorld
import Messages

/// The exit codes, after sysexits(3).
enum ExitStatus: Int32 {
  /// All went well.
  case success = 0
  /// Something outside failed: a file, a folder, a missing package.
  case failure = 1
  /// The command line was not understood (`EX_USAGE`).
  case usage = 64
  /// The matter or another file given is not in order (`EX_DATAERR`).
  case data = 65
}

/// Why a command ends without its result: every message at once.
struct Failure: Error {
  struct Message {
    let text: String
    let hint: String?
  }
  let status: ExitStatus
  let messages: [Message]
  /// In whose language the messages are.
  let interface: Interface

  init(_ status: ExitStatus, _ messages: [Message], in interface: Interface = .english) {
    self.status = status
    self.messages = messages
    self.interface = interface
  }

  /// A failure that a person is told in their own language.
  init(_ status: ExitStatus, _ line: Line, hint: Line, in interface: Interface) {
    self.init(status, interface.text(line), hint: interface.text(hint), in: interface)
  }

  /// A file that cannot be written; its name was given with an option.
  init(_ failure: OutputFile.Failure, option: String = "--output", in interface: Interface) {
    let (problem, hint) = Line.output(failure)
    self.init(
      failure == .exists ? .usage : .failure, interface.text(problem), hint: interface.text(hint, .term(option)),
      in: interface)
  }

  init(_ status: ExitStatus, _ text: String, hint: String? = nil, in interface: Interface = .english) {
    self.init(status, [Message(text: text, hint: hint)], in: interface)
  }
}
