import Glibc

/// A failure that ends a command: one line that says what, where and what to do, and the exit status.
struct Failure: Error, Sendable, Hashable {
  /// The exit statuses of the design.
  enum Status: Int32, Sendable, Hashable {
    /// Some inputs failed; the rest is done.
    case inputs = 1
    /// The arguments make no sense.
    case usage = 2
    /// The database cannot be used.
    case database = 3
  }

  let status: Status
  let message: String

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Prints the line and leaves the process.
  func exit() -> Never {
    StandardError.write("kb: \(message)")
    Glibc.exit(status.rawValue)
  }
}
