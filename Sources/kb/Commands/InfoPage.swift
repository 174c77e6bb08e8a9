import Documents
import KnowledgeBase

/// What is in a database: rows a table, versions, size.
struct InfoPage: Page {
  private let info: StoreInfo

  init(_ info: StoreInfo) { self.info = info }

  func write(to output: inout StandardOutput) {
    PropertyList(properties.map { ($0.0, CellText.text($0.1)) }).write(to: &output)
  }

  var answer: Answer { Self.properties(properties) }

  var object: String? {
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
    return json.text
  }

  private var properties: [(String, Answer.Cell)] {
    [
      ("file", .text(info.path)), ("size", .text(Self.size(info.size))), ("schema", .integer(info.schemaVersion)),
      ("sqlite", .text(info.sqliteVersion)), ("last ingest", .text(info.lastIngest ?? "never")),
    ]
      + info.extractors.map { ("extractor", .text("\($0.name) (\($0.count) documents)")) }
      + info.tables.map { ($0.name, .integer($0.count)) }
  }

  private static func size(_ bytes: Int) -> String {
    if bytes < 1 << 10 { return "\(bytes) bytes" }
    let (unit, divisor) = bytes < 1 << 20 ? ("KiB", 1 << 10) : ("MiB", 1 << 20)
    let tenths = (bytes * 10 + divisor / 2) / divisor
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
