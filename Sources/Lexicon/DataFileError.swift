/// A mistake in a data file.
public struct DataFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong, in one line.
  public var message: String

  /// The form `file:line: message`.
  public var description: String { "\(file):\(line): \(message)" }
}
