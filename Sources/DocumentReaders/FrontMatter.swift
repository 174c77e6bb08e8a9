internal import Documents
internal import Yams

/// The YAML between two `---` lines at the top of a file (https://jekyllrb.com/docs/front-matter/).
///
/// Only the keys that a document's metadata needs reach the YAML parser, so that hostile nesting elsewhere does not.
struct FrontMatter {
  /// All of it, fences included.
  let range: ByteRange
  /// The number of lines that it takes, blank ones left out.
  let lineCount: Int
  private let values: [String: String]

  private static let titleKeys = ["title", "headline"]
  private static let dateKeys = [
    "date", "published", "published_on", "published_at", "publishdate", "pubdate", "publication_date",
    "date_published", "issued",
  ]
  private static let publisherKeys = ["publisher", "source", "site", "site_name", "organization", "organisation"]
  private static let languageKeys = ["lang", "language", "locale"]
  private static let maximumLines = 200
  private static let maximumValueBytes = 2_000

  /// Reads the front matter of `text`, or nil where it has none.
  init?(_ text: LineText) {
    let lines = text.lines
    guard let first = lines.first, Self.isFence(text, first), first.range.start == 0 else { return nil }
    let rest = lines.dropFirst().prefix(Self.maximumLines)
    guard let last = rest.firstIndex(where: { Self.isFence(text, $0) }), last > 1 else { return nil }
    guard lines[1..<last].contains(where: { Self.key(text, $0) != nil }) else { return nil }
    range = ByteRange(0, lines[last].range.end)
    lineCount = last + 1
    values = Self.values(text, lines[1..<last])
  }

  /// The title.
  var title: String? { value(Self.titleKeys) }
  /// Who published it.
  var publisher: String? { value(Self.publisherKeys) }
  /// The language tag.
  var language: String? { value(Self.languageKeys) }
  /// The day of publication.
  var date: CalendarDate? {
    guard let text = value(Self.dateKeys) else { return nil }
    let bytes = Array(text.utf8)
    return DateScanner(bytes).first(in: ByteRange(0, bytes.count))?.date
  }

  private func value(_ keys: [String]) -> String? {
    for key in keys {
      if let value = values[key], !value.isEmpty { return value }
    }
    return nil
  }

  private static func isFence(_ text: LineText, _ line: LineText.Line) -> Bool {
    line.indent == 0 && line.range.count == 3
      && (text.starts(line.range, with: "---") || text.starts(line.range, with: "..."))
  }

  /// The key of a `key: value` line at the left margin, folded.
  private static func key(_ text: LineText, _ line: LineText.Line) -> String? {
    guard line.indent == 0 else { return nil }
    let head = text.bytes[line.range.start..<min(line.range.end, line.range.start + 40)]
    guard let colon = head.firstIndex(of: 0x3A), colon > head.startIndex else { return nil }
    guard colon + 1 == line.range.end || TextBytes.isSpace(text.bytes[colon + 1]) else { return nil }
    let name = text.lowered(ByteRange(line.range.start, colon))
    return String(name.map { $0 == "-" ? "_" : $0 })
  }

  private static func values(_ text: LineText, _ lines: ArraySlice<LineText.Line>) -> [String: String] {
    let wanted = Set(titleKeys + dateKeys + publisherKeys + languageKeys)
    var values: [String: String] = [:]
    var index = lines.startIndex
    while index < lines.endIndex {
      var next = index + 1
      while next < lines.endIndex, lines[next].indent > 0 { next += 1 }
      if let key = key(text, lines[index]), wanted.contains(key), values[key] == nil {
        let end = min(lines[next - 1].range.end, lines[index].range.start + maximumValueBytes)
        values[key] = scalar(text.string(ByteRange(lines[index].range.start, end)))
      }
      index = next
    }
    return values
  }

  /// The value of one `key: value` entry, or nil where it is no scalar.
  private static func scalar(_ entry: String) -> String? {
    guard let node = try? Yams.compose(yaml: entry), let pair = node.mapping?.first else { return nil }
    return pair.value.scalar.map { TextCleaner.oneLine($0.string) }
  }
}
