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

  init(_ status: ExitStatus, _ messages: [Message]) {
    self.status = status
    self.messages = messages
  }

  init(_ status: ExitStatus, _ text: String, hint: String? = nil) {
    self.init(status, [Message(text: text, hint: hint)])
  }
}
