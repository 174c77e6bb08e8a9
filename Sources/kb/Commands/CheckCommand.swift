import ArgumentParser
import KnowledgeBase

/// `kb check`: is the file sound, and does every row stand in its document.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the whole database: schema, references, index, and every evidence against its text.",
    discussion: """
      Examples:
        kb check
        kb check --db desk.db
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let findings = try database.openForReading().check()
    var output = StandardOutput()
    for finding in findings { output.writeLine(VisibleText.line("\(finding.check.rawValue): \(finding.message)")) }
    if findings.isEmpty { output.writeLine(VisibleText.line("\(database.path): sound")) }
    output.flush()
    guard findings.isEmpty else {
      throw Failure(
        .database, "\(database.path): \(findings.count) faults; restore a backup, or ingest into a new file")
    }
  }
}
