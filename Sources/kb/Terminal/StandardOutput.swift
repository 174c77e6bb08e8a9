import Glibc

/// Standard output: results, collected into large writes. Whoever makes one calls ``flush()`` at the end.
///
/// A reader that closes the pipe has what it wanted: the process then ends with success.
struct StandardOutput: ~Copyable {
  /// Whether a person sees it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether colours and the like may be used.
  static var allowsStyle: Bool { isTerminal && Environment.allowsControlSequences }
  /// The width in columns, 80 where nobody knows.
  static var width: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static var bufferSize: Int { 1 << 16 }
  private var buffer: [UInt8] = []

  /// Adds text as it is. Text from documents goes through ``VisibleText`` first, or is escaped as JSON.
  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// Adds text and a line end.
  mutating func writeLine(_ text: String = "") {
    write(text)
    write("\n")
  }

  /// Hands everything to the system.
  mutating func flush() {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(EXIT_SUCCESS) }
        Failure(.inputs, "standard output cannot be written (system error \(errno)); check the disk").exit()
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
