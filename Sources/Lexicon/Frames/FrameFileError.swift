/// A mistake in a frame file.
public struct FrameFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
  /// What is wrong and what is allowed, in one line.
  public var message: String

  /// Names a mistake and its place.
  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The form `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}
