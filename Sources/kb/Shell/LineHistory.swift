import Glibc

/// The lines that were typed before, kept in a file of the user's state folder
/// (https://specifications.freedesktop.org/basedir-spec).
struct LineHistory {
  private static let mostLines = 1_000
  private(set) var lines: [String] = []
  private let path: String?

  /// Reads the lines of earlier sessions; a file that cannot be read or written is done without.
  init() {
    let folder = Environment.value("XDG_STATE_HOME") ?? Environment.value("HOME").map { $0 + "/.local/state" }
    self.init(path: folder.map { $0 + "/kb/history" })
  }

  init(path: String?) {
    self.path = path
    guard let path, unsafe access(path, R_OK) == 0, let bytes = try? InputFile.bytes(of: path) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    self.lines = lines.suffix(Self.mostLines)
    if lines.count > 2 * Self.mostLines { write(self.lines, appends: false) }
  }

  /// Adds a line, unless it is the last once more.
  mutating func add(_ line: String) {
    guard !line.isEmpty, line != lines.last, !line.contains(where: \.isNewline) else { return }
    lines.append(line)
    write([line], appends: true)
  }

  private func write(_ lines: [String], appends: Bool) {
    guard let path else { return }
    makeFolders(path)
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC)
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = lines.reduce(into: [UInt8]()) { $0 += Array(($1 + "\n").utf8) }
    // Lines of a history that are lost are no failure of a question.
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  private func makeFolders(_ path: String) {
    var folder = ""
    for name in path.split(separator: "/").dropLast() {
      folder += "/" + name
      unsafe mkdir(folder, 0o700)
    }
  }
}
