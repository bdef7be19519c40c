import Glibc

/// Reads what a person types at a terminal, line by line.
///
/// The terminal's own line editing takes at most 4,095 bytes a line and drops the rest of a long paragraph without a word, and it
/// puts the signs of the arrow keys into the text. So the keys are read one by one: what is typed is shown, the delete key takes
/// the last character away, and nothing else is ever drawn again.
final class KeyReader {
  /// What a person did.
  enum Input: Equatable {
    /// A line; whether it was pasted, and so is text in any case and no command.
    case line(String, isPasted: Bool)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case endOfInput
  }

  private let before: termios?
  private let marksPastes: Bool
  private var pending: [UInt8] = []
  private var isPasting = false
  private var isRestored = false

  /// Takes the terminal over until `restore`.
  init() {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else {
      before = nil
      marksPastes = false
      return
    }
    before = settings
    // Signals are off too: Ctrl-C comes as a key, and the answer that is being typed is all that can be lost.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(IXON)
    settings.c_iflag |= tcflag_t(ICRNL)
    // What was typed ahead stays.
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    marksPastes = Terminal.environment("TERM").map { $0 != "dumb" } ?? false
    // The terminal then says where a paste begins and ends (bracketed paste, xterm).
    if marksPastes { show("\u{1B}[?2004h") }
  }

  /// Gives the terminal back as it was.
  func restore() {
    guard !isRestored, var settings = before else { return }
    isRestored = true
    if marksPastes { show("\u{1B}[?2004l") }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  deinit { restore() }

  /// Reads a line.
  ///
  /// - Parameter keepsLines: whether the line ends inside a paste are ends of lines; else they become blanks.
  func readLine(keepsLines: Bool) -> Input {
    var line: [UInt8] = []
    var isPasted = false
    while let byte = next() {
      switch byte {
      case 0x03 where !isPasting:
        show("^C\n")
        return .interrupted
      case 0x04 where !isPasting:
        guard line.isEmpty else { continue }
        show("\n")
        return .endOfInput
      case 0x0A, 0x0D:
        if isPasting, !keepsLines {
          line.append(0x20)
          show(" ")
          continue
        }
        show("\n")
        return .line(String(decoding: line, as: UTF8.self), isPasted: isPasted || isPasting)
      case 0x7F, 0x08: erase(&line)
      case 0x15 where !isPasting:
        while !line.isEmpty { erase(&line) }
      case 0x1B:
        if let mark = escape() { isPasting = mark }
      case 0x09:
        line.append(byte)
        show(" ")
      case 0x00..<0x20: continue
      default:
        isPasted = isPasted || isPasting
        line.append(byte)
        show([byte])
      }
    }
    return .endOfInput
  }

  /// The next byte; nil when the terminal is gone.
  private func next() -> UInt8? {
    if pending.isEmpty {
      var chunk = [UInt8](repeating: 0, count: 1 << 12)
      var count = -1
      repeat { count = read(STDIN_FILENO, &chunk, chunk.count) } while count < 0 && errno == EINTR
      guard count > 0 else { return nil }
      pending = chunk[..<count].reversed()
    }
    return pending.popLast()
  }

  /// Whether another byte is there within so many milliseconds.
  private func isMore(within milliseconds: Int32) -> Bool {
    if !pending.isEmpty { return true }
    var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, milliseconds) > 0
  }

  /// Passes over what a key such as an arrow sends; true where a paste begins, false where it ends.
  private func escape() -> Bool? {
    guard isMore(within: 50), let first = next() else { return nil }
    if first == UInt8(ascii: "O") { _ = next() }
    guard first == UInt8(ascii: "[") else { return nil }
    var parameters: [UInt8] = []
    while parameters.count < 16, let byte = next() {
      if (0x40...0x7E).contains(byte) {
        guard byte == UInt8(ascii: "~") else { return nil }
        switch String(decoding: parameters, as: UTF8.self) {
        case "200": return true
        case "201": return false
        default: return nil
        }
      }
      parameters.append(byte)
    }
    return nil
  }

  /// Takes the last character away, from the line and from the screen.
  private func erase(_ line: inout [UInt8]) {
    guard !line.isEmpty else { return }
    var text = String(decoding: line, as: UTF8.self)
    let last = text.removeLast()
    line = Array(text.utf8)
    // Letters of East Asia and pictures take two places.
    let isWide = last.unicodeScalars.contains { scalar in
      (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xFFDC).contains(scalar.value) || scalar.value >= 0x1F300
    }
    show(String(repeating: "\u{8} \u{8}", count: isWide ? 2 : 1))
  }

  private func show(_ text: String) { show(Array(text.utf8)) }

  private func show(_ bytes: [UInt8]) { _ = Terminal.writeBytes(bytes) }
}
