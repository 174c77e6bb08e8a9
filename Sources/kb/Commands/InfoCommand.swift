import ArgumentParser
import Documents
import KnowledgeBase

/// `kb info`: what is in the database.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Print what is in the database: rows a table, versions, size.",
    discussion: """
      Examples:
        kb info
        kb info --json
      """)

  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let info = try database.openForReading().info()
    var output = StandardOutput()
    if json { Self.writeJSON(info, &output) } else { Self.writeText(info, &output) }
    output.flush()
  }

  private static func writeText(_ info: StoreInfo, _ output: inout StandardOutput) {
    var rows: [(String, String?)] = [
      ("file", info.path), ("size", size(info.size)), ("schema", String(info.schemaVersion)),
      ("sqlite", info.sqliteVersion), ("last ingest", info.lastIngest ?? "never"),
    ]
    rows += info.extractors.map { ("extractor", "\($0.name) (\($0.count) documents)") }
    rows += info.tables.map { ($0.name, String($0.count)) }
    PropertyList(rows).write(to: &output)
  }

  private static func size(_ bytes: Int) -> String {
    if bytes < 1 << 10 { return "\(bytes) bytes" }
    let (unit, divisor) = bytes < 1 << 20 ? ("KiB", 1 << 10) : ("MiB", 1 << 20)
    let tenths = (bytes * 10 + divisor / 2) / divisor
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  private static func writeJSON(_ info: StoreInfo, _ output: inout StandardOutput) {
    var json = JSONWriter()
    json.beginObject()
    json.member("file", info.path)
    json.member("bytes", info.size)
    json.member("schema", info.schemaVersion)
    json.member("sqlite", info.sqliteVersion)
    json.member("last_ingest", info.lastIngest)
    for (key, counts) in [("extractors", info.extractors), ("tables", info.tables)] {
      json.key(key)
      json.beginObject()
      for count in counts { json.member(count.name, count.count) }
      json.endObject()
    }
    json.endObject()
    output.writeLine(json.text)
  }
}
