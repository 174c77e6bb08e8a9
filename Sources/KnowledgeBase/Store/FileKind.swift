internal import Glibc

/// What lies at a path, before SQLite touches it.
enum FileKind: Equatable {
  case missing
  /// A regular file without a byte, as a killed process or `touch` leaves.
  case empty
  /// A regular file that begins as every SQLite database does.
  case database
  /// Any other regular file.
  case other
  /// A folder, pipe or device.
  case notAFile
  /// The system says why it cannot be read.
  case unreadable(String)

  private static let magic = Array("SQLite format 3\0".utf8)

  init(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = errno == ENOENT ? .missing : .unreadable(Self.reason())
      return
    }
    // Opening a pipe would wait for its other end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      self = .notAFile
      return
    }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      self = .unreadable(Self.reason())
      return
    }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: Self.magic.count)
    let count = unsafe read(file, &header, header.count)
    self = count == 0 ? .empty : count == header.count && header == Self.magic ? .database : .other
  }

  /// Whether two paths lead to the same file, through links of any kind.
  static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe stat(a, &first) == 0, unsafe stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// What the system says about its last failure.
  static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
