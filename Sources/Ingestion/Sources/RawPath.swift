/// A path as the file system has it: bytes, which need not be UTF-8.
struct RawPath: Sendable, Hashable {
  /// The bytes with a terminating zero, as system calls take them.
  let cString: [CChar]
  /// The path for people and for the database: a byte that is no UTF-8 stands as `\xE9`.
  let name: String

  /// Makes a path from bytes without a terminating zero.
  init(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    self.cString = bytes.map { CChar(bitPattern: $0) } + [0]
    self.name = Self.readable(bytes)
  }

  /// Makes a path from an argument of the command line, without doubled slashes and `.` components.
  init(argument: String) {
    let parts = argument.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    let joined = Array(parts.joined(separator: "/".utf8))
    if argument.utf8.first == UInt8(ascii: "/") {
      self.init("/".utf8 + joined)
    } else {
      self.init(joined.isEmpty ? Array(".".utf8) : joined)
    }
  }

  /// The path of an entry of this folder.
  func appending(_ component: [UInt8]) -> RawPath {
    let own = cString.dropLast().map { UInt8(bitPattern: $0) }
    if own == Array(".".utf8) { return RawPath(component) }
    return RawPath(own.last == UInt8(ascii: "/") ? own + component : own + "/".utf8 + component)
  }

  /// Whether the file of this name is this path or lies below it.
  func covers(_ source: String) -> Bool {
    if name == "." { return !source.hasPrefix("/") && !source.hasPrefix("..") && source != "-" }
    return source == name || source.hasPrefix(name == "/" ? name : name + "/")
  }

  private static func readable(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let width = (1...min(4, rest.count)).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
      if let width {
        text += String(decoding: rest.prefix(width), as: UTF8.self)
        rest = rest.dropFirst(width)
      } else {
        text += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}
