internal import Glibc

/// A folder of its own for one test, removed with all it holds at the end.
public final class ScratchFolder {
  /// Its path, without a slash at the end.
  public let path: String

  /// Makes the folder below the system's folder for temporary files.
  public init() {
    let root = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(root)/kb-test-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let base = buffer.baseAddress, let path = unsafe mkdtemp(base) else { return nil }
      return unsafe String(cString: path)
    }
    guard let made else { preconditionFailure("no folder for temporary files could be made in \(root)") }
    path = made
  }

  deinit { Self.remove(path) }

  /// The path of an entry.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and gives its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) -> String {
    Self.write(bytes, to: file(name))
    return file(name)
  }

  /// Writes a file anywhere.
  public static func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "w") else { preconditionFailure("\(path) cannot be written") }
    let count = unsafe fwrite(bytes, 1, bytes.count, file)
    precondition(unsafe fclose(file) == 0 && count == bytes.count, "\(path) cannot be written")
  }

  /// The top folder of this repository.
  public static let repository = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The names in a folder but `.` and `..`, in no order; none where there is no folder.
  public static func list(_ path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// The bytes of a file.
  public static func read(_ path: String) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    precondition(descriptor >= 0, "\(path) cannot be read")
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    // Not through a link, which would empty another folder.
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unsafe unlink(path)
      return
    }
    for name in list(path) { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }
}
