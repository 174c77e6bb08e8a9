import Glibc

/// Reads files that arguments name.
enum InputFile {
  /// All bytes of a file, `-` for standard input.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = unsafe path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.inputs, "\(path): cannot be opened (system error \(errno)); check the name")
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(.inputs, "\(path): cannot be read (system error \(errno))") }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// The text of a file in UTF-8, `-` for standard input.
  static func text(of path: String) throws(Failure) -> String {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
      throw Failure(.inputs, "\(path): is no text in UTF-8")
    }
    return text
  }
}
