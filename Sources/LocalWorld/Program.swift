import Glibc

/// Programs of this machine.
public enum Program {
  /// Runs one to its end, without input, output and environment.
  ///
  /// - Parameter command: its path and its arguments.
  /// - Returns: its exit status; 128 and the number of the signal that ended it; 127 if it could not start.
  public static func run(_ command: [String]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var child = pid_t()
    guard let program = command.first, posix_spawn(&child, program, &actions, nil, &arguments, &environment) == 0
    else { return 127 }
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0 { guard errno == EINTR else { return 127 } }
    // Exited: the status; killed: 128 and the signal, as a shell says it.
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
  }
}
