import Glibc
import Storage

/// What a person or a program reads of us.
enum Terminal {
  /// Whether colours are wanted there: on a terminal, and neither `NO_COLOR` nor `TERM=dumb`.
  static func usesColour(on descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1 else { return false }
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    return environment("TERM") != "dumb"
  }

  /// Whether somebody reads and types: both ends are a terminal.
  static var isConversation: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal at standard output; 80 where it does not tell.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A line to standard output; where that is closed or full nobody gets a result, and the program ends.
  static func write(_ line: String) {
    guard !put(Array((line + "\n").utf8), to: STDOUT_FILENO) else { return }
    let failure = Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
    report(failure)
    exit(failure.status.rawValue)
  }

  /// A text without the no-break spaces of print, which some terminals show as boxes or not at all.
  static func plainSpaces(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }

  static func writeError(_ line: String) { _ = put(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// A line that the next one is written over.
  static func overwriteError(_ line: String) { _ = put(Array(("\r" + line + "\u{1B}[K").utf8), to: STDERR_FILENO) }

  /// Bytes as they are, to standard output; false if it is closed or full.
  static func writeBytes(_ bytes: [UInt8]) -> Bool { put(bytes, to: STDOUT_FILENO) }

  /// What may be large, piece by piece; false if standard output is closed or full, or a piece cannot be read.
  static func writeBytes(_ bytes: StoredBytes) -> Bool {
    var isWritten = true
    let isRead: Void? = try? bytes.read { chunk in
      isWritten = put(Array(chunk), to: STDOUT_FILENO)
      return isWritten
    }
    return isWritten && isRead != nil
  }

  static func report(_ failure: Failure) {
    for message in failure.messages {
      writeError(label(failure.interface.label(.error), colour: 31) + " " + message.text)
      if let hint = message.hint { writeError(label(failure.interface.label(.hint), colour: 36) + " " + hint) }
    }
  }

  /// The severity as a word first: a screen reader reads no colour.
  ///
  /// - Parameter label: with its colon, such as `error:`.
  static func label(_ label: String, colour: Int, on descriptor: Int32 = STDERR_FILENO) -> String {
    usesColour(on: descriptor) ? "\u{1B}[1;\(colour)m\(label)\u{1B}[0m" : label
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { DescriptorWriting.write($0, to: descriptor) } == nil
  }
}
