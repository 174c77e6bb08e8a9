import Glibc

/// What a path leads to.
struct FileStatus: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case file
    case folder
    case link
    /// A pipe, device or socket, in words.
    case special(String)
  }

  /// The device and inode: equal where two paths lead to the same file.
  struct Identity: Sendable, Hashable {
    var device: UInt
    var inode: UInt
  }

  var kind: Kind
  var identity: Identity
  /// The number of bytes.
  var size: Int

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .special("a pipe")
      case S_IFSOCK: .special("a socket")
      default: .special("a device")
      }
    identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    size = Int(status.st_size)
  }
}

/// The system calls that reading inputs needs, with failures as values.
enum FileSystem {
  /// What `path` is, without following a link.
  static func linkStatus(of path: RawPath) throws(FileFailure) -> FileStatus {
    var status = stat()
    guard unsafe lstat(path.cString, &status) == 0 else { throw .system(errno) }
    return FileStatus(status)
  }

  /// What `path` leads to.
  static func status(of path: RawPath) throws(FileFailure) -> FileStatus {
    var status = stat()
    guard unsafe stat(path.cString, &status) == 0 else { throw .system(errno) }
    return FileStatus(status)
  }

  /// The names in a folder without `.` and `..`, sorted by bytes.
  static func entries(of folder: RawPath) throws(FileFailure) -> [[UInt8]] {
    guard let handle = unsafe opendir(folder.cString) else { throw .system(errno) }
    defer { unsafe closedir(handle) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(handle) else { break }
      let name = unsafe name(of: entry)
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { throw .system(errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The name's bytes up to its zero: an entry is shorter than the struct that declares it.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = unsafe UnsafeRawPointer(entry) + offset
    let count = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// All bytes of a file.
  ///
  /// It is opened without waiting, so that a pipe that took the file's place since it was listed cannot block the run.
  ///
  /// - Throws: `tooLarge` where there are more than `limit`.
  static func bytes(of path: RawPath, limit: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = unsafe open(path.cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var raw = stat()
    guard unsafe fstat(descriptor, &raw) == 0 else { throw .system(errno) }
    let status = FileStatus(raw)
    if case .special(let kind) = status.kind { throw .special(kind) }
    guard status.size <= limit else { throw .tooLarge(bytes: status.size, limit: limit) }
    return try bytes(from: descriptor, expecting: status.size, limit: limit)
  }

  /// All bytes that a descriptor gives, which may be more than a file's size told.
  static func bytes(
    from descriptor: Int32, expecting size: Int = 0, limit: Int
  ) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end of the file shows in the second read.
    var chunk = max(size + 1, 1 << 16)
    while true {
      let room = chunk
      var count = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        repeat { count = unsafe read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
        filled = max(count, 0)
      }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      chunk = 1 << 16
    }
  }
}
