import Foundation

/// Runs the programs that unpack the data.
enum Shell {
  /// The standard output of a command as text.
  static func output(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw TreebankError(description: "\(arguments.joined(separator: " ")): failed")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
