import Glibc

/// Standard output: results, collected into large writes. Whoever makes one calls ``flush()`` at the end.
///
/// A reader that closes the pipe has what it wanted: the process then ends with success.
struct StandardOutput: ~Copyable {
  /// Whether a person sees it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether colours and the like may be used.
  static var allowsStyle: Bool { isTerminal && Environment.allowsControlSequences }
  /// The size of the terminal, nil where there is none that knows it.
  static var screen: (rows: Int, columns: Int)? {
    var size = winsize()
    guard isTerminal, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }
  /// The width in columns, 80 where nobody knows.
  static var width: Int { screen?.columns ?? 80 }

  private static var bufferSize: Int { 1 << 16 }
  private var buffer: [UInt8] = []
  private let pager: Pager?

  /// Makes an output that goes through the pager where it is longer than the screen.
  init(pager: Pager? = nil) { self.pager = pager }

  /// Adds text as it is. Text from documents goes through ``VisibleText`` first, or is escaped as JSON.
  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if pager == nil, buffer.count >= Self.bufferSize { flush() }
  }

  /// Adds blanks.
  mutating func write(blanks count: Int) {
    buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  /// Adds text and a line end.
  mutating func writeLine(_ text: String = "") {
    write(text)
    write("\n")
  }

  /// Hands everything to the system.
  mutating func flush() {
    if let pager, pager.isNeeded(for: buffer), pager.show(buffer) { buffer.removeAll() }
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
