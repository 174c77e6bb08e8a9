import Glibc

/// Requests to stop (Ctrl-C, `kill`) that wait until the command asks, so that a transaction is never cut.
struct Interrupts {
  private static var signals: [Int32] { [SIGINT, SIGTERM] }

  /// Holds the signals back from now on, in this thread and those that it starts.
  init() {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in Self.signals { unsafe sigaddset(&set, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// The signal that asked to stop, if any.
  var pending: Int32? {
    var set = sigset_t()
    guard unsafe sigpending(&set) == 0 else { return nil }
    return Self.signals.first { unsafe sigismember(&set, $0) == 1 }
  }

  /// Ends the process as the signal would have, by the shells' status for it.
  static func exit(_ signal: Int32) -> Never { Glibc.exit(128 + signal) }
}
