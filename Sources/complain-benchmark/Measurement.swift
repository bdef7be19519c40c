import Glibc

/// Seconds on the monotonic clock.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Seconds of processor time this process has had.
func processorNow() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// One run of a program: how long it took and the most memory it held.
struct ProcessRun {
  let milliseconds: Double
  /// User and system time together.
  let processorMilliseconds: Double
  let peakMegabytes: Double
  let status: Int32

  /// Starts a program and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: the program's path first.
  ///   - output: the file that takes what it prints.
  static func measure(_ arguments: [String], output: String = "/dev/null") -> ProcessRun? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process = pid_t()
    let start = now()
    guard posix_spawnp(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process else { return nil }
    let elapsed = (now() - start) * 1000
    return ProcessRun(
      milliseconds: elapsed, processorMilliseconds: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
      peakMegabytes: Double(usage.ru_maxrss) / 1024, status: status)
  }

  /// The medians of several runs, and the fastest.
  static func medians(_ runs: [ProcessRun]) -> (wall: Double, processor: Double, peak: Double, least: Double) {
    (
      runs.map(\.milliseconds).median, runs.map(\.processorMilliseconds).median, runs.map(\.peakMegabytes).median,
      runs.map(\.milliseconds).min() ?? 0
    )
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
  }
}

extension [Double] {
  /// The middle value; 0 for none.
  var median: Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
  }
}
