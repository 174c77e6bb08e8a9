import Documents
import Glibc
import Ingestion
import KnowledgeBase
import PolicyModel

/// What `kb ingest` says at its end.
struct IngestReport {
  private let summary: IngestionSummary
  private let database: String
  private let elapsed: Duration

  init(_ summary: IngestionSummary, database: String, elapsed: Duration) {
    self.summary = summary
    self.database = database
    self.elapsed = elapsed
  }

  /// Two or three lines for a person.
  func printText(isDryRun: Bool) {
    var output = StandardOutput()
    let counts = summary.counts
    var parts = [
      "\(counts.new) new", "\(counts.changed) changed", "\(counts.unchanged) unchanged", "\(counts.failed) failed",
    ]
    if counts.removed > 0 { parts.append("\(counts.removed) removed") }
    let subject = isDryRun ? "\(database) (dry run, nothing is written)" : database
    output.writeLine(VisibleText.line("\(subject): \(parts.joined(separator: ", "))"))
    if counts.new + counts.changed > 0 {
      let facts = FactTable.allCases.map { "\(summary.facts[$0, default: 0]) \($0.rawValue)" }
      output.writeLine("facts: \(facts.joined(separator: ", "))")
    }
    let remarks = summary.problems.count { $0.diagnostic.severity != .error }
    if remarks > 0 && !isDryRun { output.writeLine("\(remarks) remarks in the table ingest_problems") }
    output.flush()
  }

  /// One object with all figures, for programs and `make bench`.
  func printJSON() {
    var json = JSONWriter()
    json.beginObject()
    json.member("database", database)
    let counts = summary.counts
    json.member("new", counts.new)
    json.member("changed", counts.changed)
    json.member("unchanged", counts.unchanged)
    json.member("removed", counts.removed)
    json.member("failed", counts.failed)
    json.member("interrupted", summary.wasInterrupted)
    json.key("facts")
    json.beginObject()
    for table in FactTable.allCases { json.member(table.rawValue, summary.facts[table, default: 0]) }
    json.endObject()
    writeProblems(&json)
    writeFigures(&json)
    json.endObject()
    var output = StandardOutput()
    output.writeLine(json.text)
    output.flush()
  }

  private func writeProblems(_ json: inout JSONWriter) {
    json.key("problems")
    json.beginArray()
    for problem in summary.problems {
      json.beginObject()
      json.member("source", problem.source)
      json.member("severity", problem.diagnostic.severity.rawValue)
      json.member("code", problem.diagnostic.code)
      json.member("message", problem.diagnostic.message)
      json.member("hint", problem.diagnostic.hint)
      json.endObject()
    }
    json.endArray()
  }

  private func writeFigures(_ json: inout JSONWriter) {
    json.member("seconds", elapsed / .seconds(1))
    json.member("tokens", summary.clock.tokens)
    json.member("bytes", summary.clock.bytes)
    json.key("stage_seconds")
    json.beginObject()
    for stage in StageClock.Stage.allCases {
      json.member(stage.rawValue, (summary.clock.times[stage] ?? .zero) / .seconds(1))
    }
    json.endObject()
    json.member("peak_memory_bytes", Self.peakMemory)
  }

  /// The most memory that the process has held, in bytes.
  private static var peakMemory: Int {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    return usage.ru_maxrss << 10
  }
}
