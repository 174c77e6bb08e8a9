import Documents
import Glibc

/// One text to analyse, from a line of JSON with `id`, `text` and perhaps `reference_date`.
struct AnalysisCase {
  var id: String
  var text: String
  var referenceDate: CalendarDate?

  /// The cases of a file, `-` for standard input, in its order; empty lines are left out.
  static func read(_ path: String) throws(Failure) -> [AnalysisCase] {
    var cases: [AnalysisCase] = []
    var number = 0
    for line in try bytes(of: path).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { !TextBytes.isSpace($0) }) else { continue }
      guard let members = JSONMembers(line), let id = members.texts["id"], let text = members.texts["text"] else {
        throw Failure(.inputs, "\(path): line \(number) is no JSON object with `id` and `text`")
      }
      let date = members.texts["reference_date"].flatMap { CalendarDate(iso: $0) }
      cases.append(AnalysisCase(id: id, text: text, referenceDate: date))
    }
    return cases
  }

  private static func bytes(of path: String) throws(Failure) -> [UInt8] {
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
}
