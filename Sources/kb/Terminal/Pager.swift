import Glibc

/// The program that shows a long text page by page on a terminal: `$PAGER`, else `less`, which leaves the text on the
/// screen and goes by itself where the text is short.
struct Pager {
  private let command: String
  private let screen: (rows: Int, columns: Int)

  /// Nil where nobody would turn the pages.
  init?(isWanted: Bool) {
    guard isWanted, Environment.value("TERM") != "dumb", let screen = StandardOutput.screen else { return nil }
    command = Environment.value("PAGER") ?? "less -FRX"
    self.screen = screen
  }

  /// Whether the text takes more lines than the screen has, but for the prompt's own.
  func isNeeded(for text: [UInt8]) -> Bool {
    var lines = 0
    var column = 0
    for byte in text {
      if byte == 0x0A {
        lines += 1
        column = 0
      } else {
        column += 1
        if column > screen.columns { (lines, column) = (lines + 1, 1) }
      }
      if lines >= screen.rows { return true }
    }
    return false
  }

  /// Shows the text until the reader leaves; false where the program does not run.
  func show(_ text: [UInt8]) -> Bool {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return false }
    let process = start(reading: ends[0], closing: ends[1])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return false
    }
    // The keys of the pager are none of ours while it runs.
    signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, SIG_DFL) }
    Self.write(text, to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return false } }
    // The shell's own statuses for a program that it cannot find or run.
    let exit = status & 0x7F == 0 ? status >> 8 & 0xFF : 0
    return exit != 127 && exit != 126
  }

  private func start(reading input: Int32, closing other: Int32) -> pid_t? {
    unsafe setenv("LESS", "FRX", 0)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_addclose(&actions, other)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ["sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { word in unsafe strdup(word) }
    unsafe arguments.append(nil)
    defer { for index in words.indices { unsafe free(arguments[index]) } }
    var process = pid_t()
    let failure = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ)
    return failure == 0 ? process : nil
  }

  /// Writes until the reader has enough.
  private static func write(_ text: [UInt8], to end: Int32) {
    var rest = text[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(end, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
