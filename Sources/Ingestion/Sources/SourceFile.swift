/// One input that is to be read.
public struct SourceFile: Sendable, Hashable {
  /// Where the bytes come from.
  enum Origin: Sendable, Hashable {
    case file(RawPath)
    case standardInput
  }

  let origin: Origin
  /// The number of bytes when it was listed; 0 for standard input.
  let size: Int

  /// The name under which the document is stored: its path as given, or `-`.
  public var source: String {
    switch origin {
    case .file(let path): path.name
    case .standardInput: "-"
    }
  }

  /// All bytes of the input.
  func bytes(limit: Int) throws(FileFailure) -> [UInt8] {
    switch origin {
    case .file(let path): try FileSystem.bytes(of: path, limit: limit)
    case .standardInput: try FileSystem.bytes(from: 0, limit: limit)
    }
  }

  /// Whether this file's path sorts before another's, byte by byte.
  func precedes(_ other: SourceFile) -> Bool { source.utf8.lexicographicallyPrecedes(other.source.utf8) }
}
