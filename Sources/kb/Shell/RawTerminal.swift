import Glibc

/// Standard input as keys rather than lines, for the length of a value's life: the terminal is as it was afterwards.
@safe struct RawTerminal: ~Copyable {
  private let before: termios

  private init(before: termios) { self.before = before }

  /// Nil where standard input and output are no terminal that can move its cursor.
  static func start() -> RawTerminal? {
    guard isatty(STDIN_FILENO) == 1, StandardOutput.allowsStyle else { return nil }
    var settings = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    let before = settings
    settings.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    guard unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) == 0 else { return nil }
    return RawTerminal(before: before)
  }

  deinit {
    var settings = before
    unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  /// The next byte of the keyboard; nil at its end.
  func nextByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }
}
