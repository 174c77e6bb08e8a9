import Foundation
import TestSupport

/// The built program on a terminal of its own, with keys typed when the screen shows what was waited for.
final class PseudoTerminal {
  private let primary: Int32
  private let process = Process()
  private(set) var screen = ""

  /// Starts the program; nil where the system gives no terminal.
  init?(_ arguments: [String], in folder: ScratchFolder, environment: [String: String] = [:]) throws {
    // Linux's own way (pts(4)): glibc's functions are behind a macro that its Swift module does not set.
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    primary = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    guard primary >= 0, unsafe ioctl(primary, unlock, &isLocked) == 0, unsafe ioctl(primary, getNumber, &number) == 0
    else { return nil }
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(primary, UInt(TIOCSWINSZ), &size)
    let secondary = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard secondary >= 0 else { return nil }
    let end = FileHandle(fileDescriptor: secondary, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: KBProcess.binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    process.standardInput = end
    process.standardOutput = end
    process.standardError = end
    try process.run()
    try end.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(primary)
  }

  func type(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(primary, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until the screen shows `text` behind what was waited for before; false where it does not for ten seconds.
  func shows(_ text: String) -> Bool {
    while true {
      if let range = screen.range(of: text) {
        screen = String(screen[range.upperBound...])
        return true
      }
      guard readMore() else { return false }
    }
  }

  /// Reads to the end, and gives the program's status.
  func end() -> Int32 {
    while readMore() {}
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func readMore() -> Bool {
    var waited = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waited, 1, 10_000) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(primary, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    screen += String(decoding: bytes[..<count], as: UTF8.self)
    return true
  }
}
