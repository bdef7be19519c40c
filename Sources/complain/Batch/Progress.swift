import ArgumentParser
import Glibc
import Messages

/// How far a batch is: on a line that is written over on a terminal, one line a minute elsewhere.
///
/// A line that is written over is noise to a screen reader: `--progress lines` or `none` keeps it still.
struct Progress {
  /// What is wanted.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case bar, lines, none
  }

  private let form: Form
  private let total: Int
  private let interface: Interface
  private let start = Progress.now
  private var said = Progress.now
  private var done = 0
  private var failed = 0
  private var isShown = false

  /// - Parameters:
  ///   - form: what was asked for; what suits the terminal if nothing was.
  ///   - total: how many rows there are.
  init(_ form: Form?, total: Int, in interface: Interface) {
    self.form = form ?? (isatty(STDERR_FILENO) == 1 ? .bar : .lines)
    self.total = total
    self.interface = interface
  }

  /// One row more.
  mutating func add(isMade: Bool) {
    done += 1
    if !isMade { failed += 1 }
    guard form != .none else { return }
    let now = Self.now
    guard now - said >= (form == .bar ? 0.2 : 60) else { return }
    said = now
    let rate = Double(done) / max(now - start, 0.001)
    let left = Int((Double(total - done) / max(rate, 0.001)).rounded(.up))
    let line = interface.text(
      .progress, .number(done), .number(total), .number(failed), .number(Int(rate)), .term(Self.time(left)))
    guard form == .bar else { return Terminal.writeError(line) }
    isShown = true
    Terminal.overwriteError(line)
  }

  /// Takes the line away.
  mutating func end() {
    if isShown { Terminal.overwriteError("") }
    isShown = false
  }

  /// `1:02:03`, or `2:03` under an hour.
  private static func time(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return (hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)") + ":" + two(seconds % 60)
  }

  /// Seconds on a clock that never goes backwards.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
