import Glibc

/// Standard error: messages for people, one a line.
enum StandardError {
  /// Whether a person sees it, and wants more than plain lines.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 && Environment.allowsControlSequences }

  /// Writes one line; control characters in it are made visible.
  static func write(_ line: String) {
    writeRaw(VisibleText.line(line) + "\n")
  }

  /// Writes text as it is, for the progress line's own control sequences.
  static func writeRaw(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // Nobody can be told that standard error is gone.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
