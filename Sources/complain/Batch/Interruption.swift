import Glibc
import Synchronization

/// Ctrl-C and its like while a batch is written: the run ends after the rows that are under way.
enum Interruption {
  private static let asked = Atomic<Bool>(false)

  /// Whether somebody asked for an end.
  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Listens from now on; who asks a second time ends the process at once.
  static func listen() {
    // Made before the first signal: a handler may not make anything.
    asked.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Interruption.asked.store(true, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(number, &action, nil)
      // Whoever started us may have had it blocked.
      var unblocked = sigset_t()
      sigemptyset(&unblocked)
      sigaddset(&unblocked, number)
      pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
    }
  }
}
