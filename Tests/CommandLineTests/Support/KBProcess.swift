import Foundation
import TestSupport

/// The built program, run in a folder of its own with nothing of the user's environment.
struct KBProcess {
  /// What a run left behind.
  struct Outcome {
    /// The exit status, or the signal's number negated.
    var status: Int32
    var output: String
    var errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The binary stands beside the test bundle, which is the running program.
  static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("kb").path

  let folder: ScratchFolder
  var environment: [String: String] = [:]

  /// Runs to the end.
  @discardableResult
  func run(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try run(Self.binary, arguments, input: input)
  }

  /// Runs a shell script, in which `$KB` is the program.
  @discardableResult
  func shell(_ script: String) throws -> Outcome { try run("/bin/bash", ["-c", script]) }

  private func run(_ program: String, _ arguments: [String], input: String? = nil) throws -> Outcome {
    let captured = ScratchFolder()
    let process = try start(program, arguments, input: input, captured: captured)
    process.waitUntilExit()
    return Self.outcome(of: process, captured)
  }

  /// Starts the program and leaves it running; its output goes nowhere.
  func start(_ arguments: String...) throws -> Process { try start(Self.binary, arguments, input: nil, captured: nil) }

  private func start(
    _ program: String, _ arguments: [String], input: String?, captured: ScratchFolder?
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "KB": Self.binary].merging(environment) { $1 }
    // Files instead of pipes: nothing waits for a reader.
    if let captured {
      process.standardInput = FileHandle(forReadingAtPath: captured.write(Array((input ?? "").utf8), to: "input"))
      process.standardOutput = FileHandle(forWritingAtPath: captured.write([], to: "output"))
      process.standardError = FileHandle(forWritingAtPath: captured.write([], to: "errors"))
    } else {
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
    }
    try process.run()
    return process
  }

  private static func outcome(of process: Process, _ captured: ScratchFolder) -> Outcome {
    Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: ScratchFolder.read(captured.file("output")), as: UTF8.self),
      errors: String(decoding: ScratchFolder.read(captured.file("errors")), as: UTF8.self))
  }
}
